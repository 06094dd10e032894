// SPDX-License-Identifier: Apache-2.0
#include "harness/statistics.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <random>

#include "base/check.h"

namespace ppp::harness {
namespace {

constexpr int kResamples = 9999;
constexpr double kClearlySlower = 0.9;

double cdf(double z) {
  return boost::math::cdf(boost::math::normal_distribution<>(), z);
}

double quantile(double p) {
  return boost::math::quantile(boost::math::normal_distribution<>(), p);
}

/// Linear interpolation between the order statistics.
double percentile(const std::vector<double>& sorted, double p) {
  double place = p * static_cast<double>(sorted.size() - 1);
  auto below = static_cast<std::size_t>(std::floor(place));
  std::size_t above = std::min(below + 1, sorted.size() - 1);
  double part = place - static_cast<double>(below);
  return sorted[below] + part * (sorted[above] - sorted[below]);
}

std::vector<double> resampled_medians(const std::vector<double>& values) {
  // The generator's sequence is fixed by the standard; the library's
  // distributions are not, so the index is taken by hand.
  std::mt19937 random(20240229);
  std::vector<double> medians;
  std::vector<double> sample(values.size());
  medians.reserve(kResamples);
  for (int i = 0; i < kResamples; ++i) {
    for (double& value : sample) value = values[random() % values.size()];
    medians.push_back(median(sample));
  }
  std::sort(medians.begin(), medians.end());
  return medians;
}

/// From leaving out one value at a time.
double acceleration(const std::vector<double>& values) {
  std::vector<double> left;
  double mean = 0;
  for (std::size_t skip = 0; skip < values.size(); ++skip) {
    std::vector<double> others = values;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(skip));
    left.push_back(median(others));
    mean += left.back() / static_cast<double>(values.size());
  }
  double squares = 0;
  double cubes = 0;
  for (double value : left) {
    squares += std::pow(mean - value, 2);
    cubes += std::pow(mean - value, 3);
  }
  return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

}  // namespace

double median(std::vector<double> values) {
  PPP_CHECK(!values.empty());
  std::size_t middle = values.size() / 2;
  std::sort(values.begin(), values.end());
  if (values.size() % 2 == 1) return values[middle];
  return (values[middle - 1] + values[middle]) / 2;
}

Interval median_interval(const std::vector<double>& values) {
  const double centre = median(values);
  auto [low, high] = std::minmax_element(values.begin(), values.end());
  if (*low == *high) return {centre, centre};
  std::vector<double> medians = resampled_medians(values);
  double below = 0;
  for (double value : medians) {
    below += value < centre ? 1 : value == centre ? 0.5 : 0;
  }
  double share = below / static_cast<double>(medians.size());
  if (share <= 0 || share >= 1) return {*low, *high};
  const double bias = quantile(share);
  const double a = acceleration(values);
  auto adjusted = [&](double p) {
    double z = bias + quantile(p);
    return cdf(bias + z / (1 - a * z));
  };
  return {percentile(medians, adjusted(0.025)),
          percentile(medians, adjusted(0.975))};
}

Interval count_interval(std::int64_t count) {
  using ChiSquared = boost::math::chi_squared_distribution<>;
  const double events = static_cast<double>(std::max<std::int64_t>(count, 0));
  if (events > 1e6) {  // as good as normal, and the exact one takes its time
    const double width = quantile(0.975) * std::sqrt(events);
    return {events - width, events + width};
  }
  auto bound = [](double freedom, double p) {
    return boost::math::quantile(ChiSquared(freedom), p) / 2;
  };
  return {events > 0 ? bound(2 * events, 0.025) : 0,
          bound(2 * events + 2, 0.975)};
}

Speedup speedup_of(const std::vector<double>& before,
                   const std::vector<double>& after) {
  PPP_CHECK(before.size() == after.size());
  std::vector<double> ratios;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] > 0 && after[i] > 0) ratios.push_back(before[i] / after[i]);
  }
  Speedup speedup;
  if (ratios.empty()) return speedup;
  speedup.pairs = static_cast<int>(ratios.size());
  speedup.median = median(ratios);
  Interval interval = median_interval(ratios);
  speedup.ci_low = interval.low;
  speedup.ci_high = interval.high;
  return speedup;
}

Decision decide(const std::vector<double>& before,
                const std::vector<double>& after, const DecisionRule& rule) {
  Speedup speedup = speedup_of(before, after);
  bool clearly_slower = speedup.pairs >= 2 && speedup.ci_high < kClearlySlower;
  bool slower_once =
      speedup.pairs == 2 && before[0] < kClearlySlower * after[0];
  if (clearly_slower || (slower_once && speedup.ci_high < 1)) {
    return Decision::kNotFaster;
  }
  if (speedup.pairs < rule.min_pairs) return Decision::kUndecided;
  if (speedup.ci_low > rule.min_gain) return Decision::kFaster;
  if (speedup.ci_high < rule.min_gain) return Decision::kNotFaster;
  return speedup.pairs >= rule.max_pairs ? Decision::kNotFaster
                                         : Decision::kUndecided;
}

}  // namespace ppp::harness
