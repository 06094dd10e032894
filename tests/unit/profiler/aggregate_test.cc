// SPDX-License-Identifier: Apache-2.0
#include "profiler/aggregate.h"

#include <gtest/gtest.h>

namespace ppp::profiler {
namespace {

TEST(Aggregator, CountsByThreadStackAndActivity) {
  Aggregator sum;
  const int thread = sum.thread(10, true);
  EXPECT_EQ(sum.thread(10, true), thread);
  const int outer = sum.frame({"a.py", "f", 1, 1});
  const int inner = sum.frame({"a.py", "g", 5, 4});
  EXPECT_EQ(sum.frame({"a.py", "f", 1, 1}), outer);
  const int stack = sum.stack(thread, {outer, inner});
  EXPECT_EQ(sum.stack(thread, {outer, inner}), stack);
  EXPECT_NE(sum.stack(thread, {outer}), stack);
  EXPECT_NE(sum.stack(sum.thread(11, false), {outer, inner}), stack);

  sum.count(stack, {true, Wait::kOther}, 1);
  sum.count(stack, {true, Wait::kOther}, 3);  // two were missed before it
  sum.add_native(stack, 1);
  sum.add_unlocked(stack, 1);
  sum.count(stack, {false, Wait::kDisk}, 1);

  Profile profile;
  sum.fill(profile, 0.5);
  ASSERT_EQ(profile.stacks.size(), 1u);  // those without samples are left out
  const Stack& got = profile.stacks[0];
  EXPECT_EQ(got.samples, 3);
  EXPECT_EQ(profile.samples, 3);
  EXPECT_EQ(got.frames, (std::vector<int>{outer, inner}));
  EXPECT_DOUBLE_EQ(got.cost.cpu_s, 2.0);
  EXPECT_DOUBLE_EQ(got.cost.native_s, 0.5);
  EXPECT_DOUBLE_EQ(got.cost.nogil_s, 0.5);
  EXPECT_DOUBLE_EQ(got.cost.python_s, 1.5);
  EXPECT_DOUBLE_EQ(got.cost.wait_s[static_cast<int>(Wait::kDisk)], 0.5);
  EXPECT_DOUBLE_EQ(got.cost.wall_s, 2.5);
}

TEST(Aggregator, NativeStaysWithinTheRunningTime) {
  Aggregator sum;
  const int thread = sum.thread(1, true);
  const int low = sum.stack(thread, {sum.frame({"a.py", "f", 1, 1})});
  const int high = sum.stack(thread, {sum.frame({"a.py", "f", 2, 1})});
  sum.count(low, {true, Wait::kOther}, 1);
  sum.add_native(low, -0.5);
  sum.add_unlocked(low, 1);
  sum.count(high, {true, Wait::kOther}, 1);
  sum.add_native(high, 1.5);
  Profile profile;
  sum.fill(profile, 1);
  EXPECT_EQ(profile.stacks[0].cost.native_s, 0);
  EXPECT_EQ(profile.stacks[0].cost.nogil_s, 0);
  EXPECT_EQ(profile.stacks[1].cost.native_s, 1);
}

TEST(Aggregator, TellsExpressionsOfALineApart) {
  Aggregator sum;
  const Frame line{"a.py", "f", 3, 1};
  const int left = sum.expression(line, {4, 3, 8});
  const int right = sum.expression(line, {11, 3, 15});
  const int alone = sum.expression({"a.py", "g", 9, 8}, {0, 9, 5});
  EXPECT_EQ(sum.expression(line, {4, 3, 8}), left);
  EXPECT_EQ(sum.expression(line, {}), -1);
  sum.count_expressions({left}, 1);
  sum.count_expressions({left, right}, 2);
  sum.count_expressions({right, right, alone}, 4);  // a recursion counts once
  sum.count_expressions({left, -1}, 1);
  sum.count_expressions({}, 1);

  Profile profile;
  sum.fill(profile, 0.5);
  EXPECT_EQ(profile.expressions,
            (std::vector<ExpressionCost>{{"a.py", 3, {4, 3, 8}, 0.5, 2},
                                         {"a.py", 3, {11, 3, 15}, 1, 3}}));
}

}  // namespace
}  // namespace ppp::profiler
