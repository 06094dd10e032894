// SPDX-License-Identifier: Apache-2.0
#include "harness/volatile.h"

#include <gtest/gtest.h>

namespace ppp::harness {
namespace {

using Lines = std::vector<std::string_view>;

std::vector<LinePattern> patterns(std::vector<std::string> literals,
                                  std::vector<bool> holes) {
  advisor::ClockUse clock;
  clock.reads_clock = true;
  clock.outputs.push_back({Span{"a.py", 1, 1}, literals, holes});
  return line_patterns(clock);
}

TEST(Volatile, TakesValuesOfClocks) {
  for (const char* text :
       {"0.25", "12", "-0.0", "1e-05", "0:00:01.250000", "1 day, 2:03:04",
        "2026-11-22 17:18:38.123456", "2026-11-22T17:18:38+00:00",
        "Sun Nov 22 17:18:38 2026", "  3.10", "5:18 PM", "1,234.5"}) {
    EXPECT_TRUE(is_time_like(text)) << text;
  }
  for (const char* text :
       {"", " ", "done", "0x7f", "3 items", "e", "1e", "nan", "[1]", "Mon"}) {
    EXPECT_FALSE(is_time_like(text)) << text;
  }
}

TEST(Volatile, MatchesFixedTextExactly) {
  auto took = patterns({"took ", " s\n"}, {true});
  ASSERT_EQ(took.size(), 1u);
  EXPECT_TRUE(matches(took[0], {"took 0.25 s", "took 12.5 s"}));
  EXPECT_FALSE(matches(took[0], {"took 0.25 s", "took 12.5 ms"}));
  EXPECT_FALSE(matches(took[0], {"took 0.25 s", " took 12.5 s"}));
  EXPECT_FALSE(matches(took[0], {"took  s"}));
}

TEST(Volatile, AsksOtherGapsToBeEqual) {
  auto p = patterns({"", " took ", " s\n"}, {false, true});
  ASSERT_EQ(p.size(), 1u);
  EXPECT_TRUE(matches(p[0], {"read it took 1.5 s", "read it took 1.6 s"}));
  EXPECT_FALSE(matches(p[0], {"read took 1.5 s", "write took 1.5 s"}));
  // A second gap of words would let the values around it drift.
  EXPECT_FALSE(matches(p[0], {"a took 1 2 s", "a took 3 2 s"}));
}

TEST(Volatile, ATimeEndsWhereItMay) {
  auto p = patterns({"", ":", ":", ":", "\n"}, {true, true, true, false});
  ASSERT_EQ(p.size(), 1u);
  EXPECT_TRUE(matches(p[0], {"16:56:47:5:all", "16:56:50:5:all"}));
  EXPECT_FALSE(matches(p[0], {"16:56:47:5:all", "16:56:50:7:all"}));
  auto padded = patterns({"", " ", "\n"}, {true, false});
  EXPECT_TRUE(matches(padded[0], {"    0.3 s", "   12.1 s"}));
}

TEST(Volatile, UsesNoTemplateThatCannotTellItsGapsApart) {
  EXPECT_TRUE(patterns({"", "", "\n"}, {false, true}).empty());
  EXPECT_EQ(patterns({"", "", "\n"}, {true, true}).size(), 1u);
  EXPECT_TRUE(patterns({"a", "\n"}, {false}).empty());
  EXPECT_TRUE(patterns({"a", "\n"}, {}).empty());
}

TEST(Volatile, TakesOneValueWhereThereIsNoText) {
  auto bare = patterns({"", "\n"}, {true});
  ASSERT_EQ(bare.size(), 1u);
  EXPECT_TRUE(matches(bare[0], {"0.25", "1e-05", "12:30:01"}));
  EXPECT_FALSE(matches(bare[0], {"0.25 0.30"}));
  EXPECT_FALSE(matches(bare[0], {"2026-11-22"}));
  EXPECT_FALSE(matches(bare[0], {""}));
}

TEST(Volatile, SplitsTemplatesAtNewlines) {
  auto p = patterns({"head\nread ", "\nwrite ", "\n"}, {true, true});
  ASSERT_EQ(p.size(), 2u);
  EXPECT_TRUE(matches(p[0], {"read 1.0"}));
  EXPECT_TRUE(matches(p[1], {"write 2.0"}));
}

TEST(Volatile, ExcusesNothingWhereAClockSteers) {
  advisor::ClockUse clock;
  clock.outputs.push_back({Span{}, {"", "\n"}, {true}});
  EXPECT_TRUE(line_patterns(clock).empty());
  clock.reads_clock = true;
  EXPECT_FALSE(line_patterns(clock).empty());
  clock.steers = advisor::Reason{"clock-steers", "a condition", {}};
  EXPECT_TRUE(line_patterns(clock).empty());
}

}  // namespace
}  // namespace ppp::harness
