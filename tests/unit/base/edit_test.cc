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

}  // namespace
}  // namespace ppp
