// SPDX-License-Identifier: Apache-2.0
// When to sample: random times on an absolute schedule, so that neither the
// program's own rhythm nor our own delays shift the samples.

#pragma once

#include <cstdint>
#include <random>

namespace ppp::profiler {

class Schedule {
 public:
  /// Intervals with the mean 1 / `rate_hz`, from `start_s` on: a part in which
  /// a look can end (a fifth; at high rates 10 µs, at most nine tenths), and an
  /// exponential rest.
  Schedule(double rate_hz, double start_s, std::uint64_t seed);

  double due_s() const { return due_s_; }
  /// The time after that.
  double next_s() const { return next_s_; }

  /// After a look at `now_s`: goes on to the next time. One that has just
  /// passed is not lost: no wake-up is more exact. Returns how many passed
  /// unused.
  std::int64_t advance(double now_s);

 private:
  double interval();

  double due_s_;
  double next_s_;
  double least_s_;
  std::mt19937_64 random_;
  std::exponential_distribution<double> interval_;
};

}  // namespace ppp::profiler
