// SPDX-License-Identifier: Apache-2.0
#include "profiler/pause.h"

#include <gtest/gtest.h>

#include <chrono>

namespace ppp::profiler {
namespace {

double now_s() {
  using Clock = std::chrono::steady_clock;
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

// Whatever was foretold, and also for times that have passed.
TEST(Pause, EndsNotBeforeItsTime) {
  Pause pause(1000, 2);
  double due_s = now_s();
  for (int i = 0; i < 12; ++i) {
    due_s += i % 4 == 3 ? -1e-3 : 2e-3;
    const double foretold_s = due_s + (i % 3 == 0 ? 2e-3 : 0.5e-3);
    pause.until(due_s, foretold_s);
    EXPECT_GE(now_s(), due_s);
  }
}

// One that was set ahead and has ended is no end of a later wait.
TEST(Pause, WaitsForALaterTimeThanForetold) {
  Pause pause(1000, 2);
  const double begun_s = now_s();
  pause.until(begun_s + 1e-3, begun_s + 2e-3);
  pause.until(begun_s + 5e-3, begun_s + 6e-3);
  EXPECT_GE(now_s(), begun_s + 5e-3);
  pause.until(begun_s + 8e-3, begun_s + 9e-3);
  EXPECT_GE(now_s(), begun_s + 8e-3);
}

}  // namespace
}  // namespace ppp::profiler
