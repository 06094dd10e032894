// SPDX-License-Identifier: Apache-2.0
#include "profiler/schedule.h"

#include <algorithm>

namespace ppp::profiler {

namespace {

// Of the mean interval: never less lies between two samples, and a look's time
// only as far as something is left to chance.
constexpr double kLeast = 0.2;
constexpr double kMost = 0.9;
constexpr double kLookSeconds = 10e-6;
// A look that is late by no more is as good as one in time.
constexpr double kLateSeconds = 50e-6;

double least_share(double rate_hz) {
  return std::clamp(kLookSeconds * rate_hz, kLeast, kMost);
}

}  // namespace

Schedule::Schedule(double rate_hz, double start_s, std::uint64_t seed)
    : due_s_(start_s),
      next_s_(start_s),
      least_s_(least_share(rate_hz) / rate_hz),
      random_(seed),
      interval_(rate_hz / (1 - least_share(rate_hz))) {
  due_s_ += interval();
  next_s_ = due_s_ + interval();
}

double Schedule::interval() { return least_s_ + interval_(random_); }

std::int64_t Schedule::advance(double now_s) {
  std::int64_t passed = -1;
  do {
    due_s_ = next_s_;
    next_s_ += interval();
    ++passed;
  } while (due_s_ <= now_s - kLateSeconds);
  return passed;
}

}  // namespace ppp::profiler
