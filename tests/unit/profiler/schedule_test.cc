// SPDX-License-Identifier: Apache-2.0
#include "profiler/schedule.h"

#include <gtest/gtest.h>

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

TEST(Schedule, CountsWhatPassedUnused) {
  Schedule schedule(1000, 0, 1);
  const std::int64_t missed = schedule.advance(2);
  EXPECT_NEAR(static_cast<double>(missed), 2000, 250);
  EXPECT_GT(schedule.due_s(), 2);
}

}  // namespace
}  // namespace ppp::profiler
