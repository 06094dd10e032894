// SPDX-License-Identifier: Apache-2.0
#include "profiler/schedule.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ppp::profiler {
namespace {

TEST(Schedule, KeepsTheMeanRate) {
  Schedule schedule(1000, 5, 1);
  std::int64_t missed = 0;
  int taken = 0;
  for (; schedule.due_s() < 25; ++taken) {
    missed += schedule.advance(schedule.due_s());
  }
  EXPECT_EQ(missed, 0);
  EXPECT_NEAR(taken, 20000, 800);
}

TEST(Schedule, LeavesALookItsTimeAtHighRates) {
  Schedule schedule(100'000, 0, 1);
  double before_s = schedule.due_s();
  double longest_s = 0;
  int taken = 0;
  for (; schedule.due_s() < 1; ++taken) {
    schedule.advance(before_s);
    EXPECT_GE(schedule.due_s() - before_s, 8.9e-6);
    longest_s = std::max(longest_s, schedule.due_s() - before_s);
    before_s = schedule.due_s();
  }
  EXPECT_NEAR(taken, 100'000, 1000);
  EXPECT_GT(longest_s, 13e-6);  // it does not tick
}

// One look that takes three times as long costs none of those after it.
TEST(Schedule, KeepsWhatHasJustPassed) {
  Schedule schedule(100'000, 0, 1);
  const double after_s = schedule.next_s();
  EXPECT_EQ(schedule.advance(schedule.due_s() + 35e-6), 0);
  EXPECT_EQ(schedule.due_s(), after_s);
  EXPECT_GT(schedule.next_s(), after_s);
  EXPECT_GT(schedule.advance(schedule.due_s() + 100e-6), 2);
}

TEST(Schedule, CountsWhatPassedUnused) {
  Schedule schedule(1000, 0, 1);
  const std::int64_t missed = schedule.advance(2);
  EXPECT_NEAR(static_cast<double>(missed), 2000, 250);
  EXPECT_GT(schedule.due_s(), 2 - 100e-6);
}

}  // namespace
}  // namespace ppp::profiler
