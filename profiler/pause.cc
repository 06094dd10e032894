// SPDX-License-Identifier: Apache-2.0
#include "profiler/pause.h"

#include <sys/prctl.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <utility>

namespace ppp::profiler {
namespace {

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
  if (awake_s_ > 0) return;
  for (Timer& timer : timers_) {
    timer.file = Descriptor(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
  }
}

Pause::~Pause() {
  if (slack_ > 0) ::prctl(PR_SET_TIMERSLACK, slack_);
}

bool Pause::set(Timer& timer, double due_s) {
  if (timer.file.get() < 0) return false;
  const itimerspec time = {{0, 0}, time_of(due_s)};
  timer.due_s = due_s;
  return ::timerfd_settime(timer.file.get(), TFD_TIMER_ABSTIME, &time,
                           nullptr) == 0;
}

// False: there are no timers.
bool Pause::sleep(double due_s, double next_s) {
  if (timers_[1].due_s == due_s) std::swap(timers_[0], timers_[1]);
  auto& [timer, other] = timers_;
  if (timer.due_s != due_s && !set(timer, due_s)) return false;
  if (next_s > due_s && other.due_s != next_s && !set(other, next_s)) {
    return false;
  }
  std::uint64_t ended = 0;
  const auto got = ::read(timer.file.get(), &ended, sizeof ended);
  // It goes on if that was a signal.
  if (got > 0) timer.due_s = 0;
  return true;
}

void Pause::until(double due_s, double next_s) {
  const double sleep_s = due_s - awake_s_;
  if (sleep_s > steady_s()) {
    if (awake_s_ > 0 || !sleep(due_s, next_s)) {
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
