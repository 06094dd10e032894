// SPDX-License-Identifier: Apache-2.0
#include "base/edit.h"

#include <gtest/gtest.h>

namespace ppp {
namespace {

TEST(Edit, ReplacesAndInsertsInTheOrderOfTheText) {
  auto text = edited("one two three", {{{8, 13}, "3"},
                                       {{4, 4}, "a"},
                                       {{4, 4}, "b"},
                                       {{0, 3}, ""},
                                       {{8, 13}, "3"}});
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(*text, " abtwo 3");
}

TEST(Edit, FailsWhereEditsOverlap) {
  EXPECT_FALSE(edited("one two", {{{0, 4}, ""}, {{3, 7}, ""}}).ok());
  EXPECT_FALSE(edited("one", {{{2, 9}, ""}}).ok());
}

TEST(Edit, MovesPositions) {
  const std::vector<Edit> edits = {{{0, 3}, "1"}, {{4, 4}, "ab"}};
  EXPECT_EQ(moved(0, edits), 0U);  // replaced text begins where it did
  EXPECT_EQ(moved(2, edits), 1U);
  EXPECT_EQ(moved(3, edits), 1U);
  EXPECT_EQ(moved(4, edits), 4U);  // behind what is inserted there
  EXPECT_EQ(moved(7, edits), 7U);
}

TEST(Edit, ComposesTwoSteps) {
  const std::string text = "for url in urls: get(url)";
  const std::vector<Edit> first = {{{17, 20}, "await ask"}, {{21, 21}, "s, "}};
  const std::string between = *edited(text, first);
  ASSERT_EQ(between, "for url in urls: await ask(s, url)");
  // In an insertion, over the end of one, in what stays, at both ends.
  const std::vector<std::vector<Edit>> seconds = {
      {{{17, 34}, "await task"}, {{4, 7}, "task"}},
      {{{20, 24}, ""}},
      {{{24, 29}, "X"}, {{29, 29}, "Y"}},
      {{{0, 0}, "("}, {{34, 34}, ")"}},
      {}};
  for (const std::vector<Edit>& second : seconds) {
    const auto size = static_cast<std::uint32_t>(text.size());
    auto at_once = edited(text, composed(first, second, size));
    ASSERT_TRUE(at_once.ok());
    EXPECT_EQ(*at_once, *edited(between, second));
  }
  EXPECT_EQ(composed(first, {}, 25), first);
}

}  // namespace
}  // namespace ppp
