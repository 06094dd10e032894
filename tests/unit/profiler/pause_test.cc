// SPDX-License-Identifier: Apache-2.0
#include "profiler/pause.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>

namespace ppp::profiler {
namespace {

double now_s() {
  using Clock = std::chrono::steady_clock;
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

// How late a wait ends is the machine's affair; it never ends early, and ends.
TEST(Pause, LastsUntilThen) {
  for (const double rate_hz : {1000.0, 50'000.0}) {
    Pause pause(rate_hz, 2);
    for (int i = 0; i < 5; ++i) {
      const double due_s = now_s() + 0.001;
      pause.until(due_s);
      EXPECT_GE(now_s(), due_s - 1e-8);
    }
  }
}

TEST(Pause, EndsAtATimeThatIsPast) {
  Pause pause(1000, 2);
  const double start_s = now_s();
  pause.until(start_s);
  pause.until(start_s - 100, std::array{start_s - 100, start_s + 1000});
  EXPECT_LT(now_s(), start_s + 500);
}

// Whatever the timers were set to: later times, times that have passed unused,
// others than those that are waited for, more than there are timers.
TEST(Pause, TimesAheadChangeNoWait) {
  Pause pause(1000, 2);
  for (const double ahead_s : {0.0005, 0.0015, 1000.0, -1.0}) {
    const double start_s = now_s();
    std::array<double, 7> ahead{};
    for (std::size_t i = 0; i < ahead.size(); ++i) {
      ahead[i] = start_s + ahead_s * static_cast<double>(i + 1);
    }
    for (int i = 1; i < 5; ++i) {
      const double due_s = start_s + 0.001 * i;
      pause.until(due_s, ahead);
      EXPECT_GE(now_s(), due_s - 1e-8) << ahead_s;
    }
    EXPECT_LT(now_s(), start_s + 500);
  }
}

}  // namespace
}  // namespace ppp::profiler
