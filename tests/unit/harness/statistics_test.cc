// SPDX-License-Identifier: Apache-2.0
#include "harness/statistics.h"

#include <gtest/gtest.h>

#include "harness/budget.h"

namespace ppp::harness {
namespace {

TEST(Statistics, Median) {
  EXPECT_DOUBLE_EQ(median({3, 1, 2}), 2);
  EXPECT_DOUBLE_EQ(median({4, 1, 2, 3}), 2.5);
}

// The expected intervals are scipy.stats.bootstrap's (BCa, 99999 resamples).
TEST(Statistics, IntervalOfFewValuesIsTheirRange) {
  Interval three = median_interval({1.8, 1.9, 2.0});
  EXPECT_NEAR(three.low, 1.8, 1e-9);
  EXPECT_NEAR(three.high, 2.0, 1e-9);
  Interval five = median_interval({1.01, 1.02, 1.1, 1.2, 1.3});
  EXPECT_NEAR(five.low, 1.01, 1e-9);
  EXPECT_NEAR(five.high, 1.3, 1e-9);
  Interval one = median_interval({1.5});
  EXPECT_DOUBLE_EQ(one.low, 1.5);
  EXPECT_DOUBLE_EQ(one.high, 1.5);
}

TEST(Statistics, IntervalOfMoreValues) {
  Interval eleven = median_interval(
      {1.1, 1.12, 1.15, 1.2, 1.22, 1.3, 1.31, 1.35, 1.4, 1.5, 1.52});
  EXPECT_NEAR(eleven.low, 1.15, 1e-9);
  EXPECT_NEAR(eleven.high, 1.4, 1e-9);
  Interval twelve = median_interval({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 30});
  EXPECT_NEAR(twelve.low, 3.5, 1e-9);
  EXPECT_NEAR(twelve.high, 9.5, 1e-9);
}

TEST(Statistics, SpeedupIsTheMedianOfThePairs) {
  Speedup s = speedup_of({2.0, 2.2, 1.8}, {1.0, 1.0, 1.0});
  EXPECT_DOUBLE_EQ(s.median, 2.0);
  EXPECT_EQ(s.pairs, 3);
  EXPECT_DOUBLE_EQ(s.ci_low, 1.8);
  EXPECT_DOUBLE_EQ(s.ci_high, 2.2);
}

TEST(Statistics, DecidesAsSoonAsItCan) {
  const DecisionRule rule;
  EXPECT_EQ(decide({2, 2}, {1, 1}, rule), Decision::kUndecided);
  EXPECT_EQ(decide({2, 2, 2}, {1, 1, 1}, rule), Decision::kFaster);
  EXPECT_EQ(decide({2, 2, 1}, {1, 1, 1}, rule), Decision::kUndecided);
  EXPECT_EQ(decide({1, 1, 1}, {1, 1, 1}, rule), Decision::kNotFaster);
  // Slower at once: one more pair is enough.
  EXPECT_EQ(decide({1}, {1.2}, rule), Decision::kUndecided);
  EXPECT_EQ(decide({1, 1}, {1.2, 1.05}, rule), Decision::kNotFaster);
  EXPECT_EQ(decide({1, 1}, {1.2, 0.9}, rule), Decision::kUndecided);
  std::vector<double> after = {1, .9, 1, .9, 1, .9, 1};
  EXPECT_EQ(decide({1, 1, 1, 1, 1, 1, 1}, after, rule), Decision::kNotFaster);
}

TEST(Budget, IsEightTimesTheProgramUnlessTheUserSaysOtherwise) {
  double clock = 100;
  const auto now = [&] { return clock; };
  Budget budget(0, 0.5, now);
  clock += 10.5;
  budget.count_original(10.5);
  clock += 10;
  budget.count_original(10);
  EXPECT_DOUBLE_EQ(budget.own(), 10);
  EXPECT_DOUBLE_EQ(budget.limit(), 82.5);
  EXPECT_TRUE(budget.allows(61.5));
  EXPECT_FALSE(budget.allows(61.6));
  budget.count_overhead(0.5);
  budget.count_overhead(0.25);
  EXPECT_TRUE(budget.allows(60.5, 2));
  EXPECT_FALSE(budget.allows(60.6, 2));
  EXPECT_DOUBLE_EQ(budget.longest_run(), 61);
  Budget given(5, 0.5, now);
  clock += 100;
  given.count_original(100);
  clock += 4;
  given.count_original(4);
  EXPECT_DOUBLE_EQ(given.left(), 1);
}

TEST(CountInterval, IsTheExactOne) {
  EXPECT_EQ(count_interval(0).low, 0);
  EXPECT_NEAR(count_interval(0).high, 3.689, 0.001);
  EXPECT_NEAR(count_interval(10).low, 4.795, 0.001);
  EXPECT_NEAR(count_interval(10).high, 18.390, 0.001);
  EXPECT_NEAR(count_interval(1000000).low, 998041, 2);
  EXPECT_NEAR(count_interval(1000001).low, 998041, 2);
  EXPECT_NEAR(count_interval(1000000000000).high, 1000001959964.0, 10);
  EXPECT_EQ(count_interval(-5).low, 0);  // a file may say anything
}

}  // namespace
}  // namespace ppp::harness
