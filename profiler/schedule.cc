// SPDX-License-Identifier: Apache-2.0
#include "profiler/schedule.h"

namespace ppp::profiler {

Schedule::Schedule(double rate_hz, double start_s, std::uint64_t seed)
    : due_s_(start_s), random_(seed), interval_(rate_hz) {
  due_s_ += interval_(random_);
}

std::int64_t Schedule::advance(double now_s) {
  std::int64_t passed = -1;
  do {
    due_s_ += interval_(random_);
    ++passed;
  } while (due_s_ <= now_s);
  return passed;
}

}  // namespace ppp::profiler
