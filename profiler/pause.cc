// SPDX-License-Identifier: Apache-2.0
#include "profiler/pause.h"

#include <sys/prctl.h>
#include <time.h>

#include <chrono>
#include <cmath>

namespace ppp::profiler {
namespace {

constexpr double kAwakeHz = 20'000;
// A sleep may end so late.
constexpr double kAwakeSeconds = 1e-3;

double steady_s() {
  using Clock = std::chrono::steady_clock;
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

void relax() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

}  // namespace

Pause::Pause(double rate_hz, int cpus)
    : slack_(::prctl(PR_GET_TIMERSLACK)),
      awake_s_(rate_hz >= kAwakeHz && cpus > 1 ? kAwakeSeconds : 0) {
  ::prctl(PR_SET_TIMERSLACK, 1000);
}

Pause::~Pause() {
  if (slack_ > 0) ::prctl(PR_SET_TIMERSLACK, slack_);
}

void Pause::until(double due_s) const {
  const double now_s = steady_s();
  const double sleep_s = due_s - awake_s_;
  if (sleep_s > now_s) {
    const double whole = std::floor(sleep_s);
    const timespec time = {static_cast<time_t>(whole),
                           static_cast<long>((sleep_s - whole) * 1e9)};
    // The steady clock is the kernel's monotonic one.
    if (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nullptr)) {
      return;
    }
  }
  if (awake_s_ == 0) return;
  while (steady_s() < due_s) relax();
}

}  // namespace ppp::profiler
