// SPDX-License-Identifier: Apache-2.0
#include "profiler/pause.h"

#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace ppp::profiler {
namespace {

constexpr std::size_t kTimers = 4;
constexpr double kAwakeHz = 20'000;
// A sleep may end so late.
constexpr double kAwakeSeconds = 1e-3;

double steady_s() {
  using Clock = std::chrono::steady_clock;
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

// The steady clock is the kernel's monotonic one.
timespec time_of(double time_s) {
  const double whole = std::floor(time_s);
  return {static_cast<time_t>(whole),
          static_cast<long>((time_s - whole) * 1e9)};
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
  for (std::size_t i = 0; awake_s_ == 0 && i < kTimers; ++i) {
    Descriptor file(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
    if (file.get() < 0) break;
    timers_.push_back({std::move(file)});
  }
}

Pause::~Pause() {
  if (slack_ > 0) ::prctl(PR_SET_TIMERSLACK, slack_);
}

// The one that is set to this time, or is now in place of that which was set to
// the earliest; nullptr: there are none.
Pause::Timer* Pause::timer_for(double due_s) {
  const auto is_set = [&](const Timer& one) { return one.due_s == due_s; };
  if (auto it = std::ranges::find_if(timers_, is_set); it != timers_.end()) {
    return &*it;
  }
  const auto first = std::ranges::min_element(timers_, {}, &Timer::due_s);
  if (first == timers_.end()) return nullptr;
  const itimerspec time = {{0, 0}, time_of(due_s)};
  if (::timerfd_settime(first->file.get(), TFD_TIMER_ABSTIME, &time, nullptr)) {
    return nullptr;
  }
  first->due_s = due_s;
  return &*first;
}

void Pause::until(double due_s, std::span<const double> ahead) {
  const double now_s = steady_s();
  const double sleep_s = due_s - awake_s_;
  if (sleep_s > now_s) {
    for (const double time_s : ahead) timer_for(time_s);
    if (Timer* timer = timer_for(due_s)) {
      std::uint64_t ended = 0;
      if (::read(timer->file.get(), &ended, sizeof ended) < 0) return;
      timer->due_s = 0;
    } else {
      const timespec time = time_of(sleep_s);
      if (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nullptr)) {
        return;
      }
    }
  }
  if (awake_s_ == 0) return;
  while (steady_s() < due_s) relax();
}

}  // namespace ppp::profiler
