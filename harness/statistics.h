// SPDX-License-Identifier: Apache-2.0
// What a handful of run times says about a speed-up. Pure.

#pragma once

#include <cstdint>
#include <vector>

#include "harness/verdict.h"

namespace ppp::harness {

/// The middle value; the mean of the two middle ones of an even number. Not
/// of nothing.
double median(std::vector<double> values);

/// A 95 % bootstrap interval (bias-corrected and accelerated) of the median,
/// with a fixed seed: same values, same interval. One value is its own
/// interval. With fewer than about six values it is their range.
struct Interval {
  double low = 0;
  double high = 0;
};
Interval median_interval(const std::vector<double>& values);

/// The exact 95 % interval of the expected number of independent events of
/// which so many were counted.
Interval count_interval(std::int64_t count);

/// Ratios of the pairs (before[i], after[i]).
Speedup speedup_of(const std::vector<double>& before,
                   const std::vector<double>& after);

/// What the pairs so far say.
enum class Decision { kUndecided, kFaster, kNotFaster };
struct DecisionRule {
  int min_pairs = 3;
  int max_pairs = 7;
  double min_gain = 1.05;
};
/// Faster: enough pairs and the interval lies above the gain asked for. Not
/// faster: it lies below, or the changed version was slower twice, clearly.
/// At the last pair what is not faster is not faster.
Decision decide(const std::vector<double>& before,
                const std::vector<double>& after, const DecisionRule& rule);

}  // namespace ppp::harness
