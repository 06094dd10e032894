// SPDX-License-Identifier: Apache-2.0
#include "profiler/schedule.h"

namespace ppp::profiler {

namespace {

// Of the mean interval: never less lies between two samples.
constexpr double kLeast = 0.2;

}  // namespace

Schedule::Schedule(double rate_hz, double start_s, std::uint64_t seed)
    : due_s_(start_s),
      least_s_(kLeast / rate_hz),
      random_(seed),
      interval_(rate_hz / (1 - kLeast)) {
  due_s_ += interval();
}

double Schedule::interval() { return least_s_ + interval_(random_); }

std::int64_t Schedule::advance(double now_s) {
  std::int64_t passed = -1;
  do {
    due_s_ += interval();
    ++passed;
  } while (due_s_ <= now_s);
  return passed;
}

}  // namespace ppp::profiler
