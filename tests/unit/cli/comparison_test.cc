// SPDX-License-Identifier: Apache-2.0
#include "harness/report/comparison.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ppp::harness {
namespace {

Report timed(std::vector<double> seconds) {
  Report report;
  report.profile.command = {"main.py"};
  report.profile.python = "3.11.7";
  report.profile.wall_s = seconds.front();
  report.outcome.status = Outcome::Status::kNoGain;
  report.outcome.before_s = std::move(seconds);
  return report;
}

Report faster(Report report, Speedup speedup) {
  report.outcome.status = Outcome::Status::kFaster;
  report.outcome.speedup = speedup;
  return report;
}

Hotspot loop_at(int line, bool candidate) {
  Hotspot spot;
  spot.loop.span = {"main.py", line, line + 1};
  spot.loop.function = "main";
  spot.candidate = candidate;
  if (!candidate) spot.reasons = {{"writes", "appends to `seen`", {}}};
  return spot;
}

const Change* change(const Comparison& comparison, std::string_view id) {
  for (const Change& one : comparison.changes) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

TEST(Comparison, TheSameIsNoChange) {
  const Report base = timed({1.0, 1.02, 0.99});
  const Comparison same = compare_reports(base, base, 0.05);
  EXPECT_TRUE(same.changes.empty());
  EXPECT_FALSE(has_regression(same));
  EXPECT_DOUBLE_EQ(same.time_ratio, 1);
}

TEST(Comparison, SlowerOnlyBeyondNoiseAndTolerance) {
  const Report base = timed({1.0, 1.02, 0.99});
  const Comparison slower =
      compare_reports(base, timed({1.2, 1.21, 1.25}), 0.05);
  ASSERT_TRUE(change(slower, "slower"));
  EXPECT_TRUE(has_regression(slower));
  EXPECT_EQ(slower.changes.front().message,
            "takes 1.21× the time (1.18 to 1.26): 1.21 s, was 1.00 s");
  EXPECT_FALSE(
      has_regression(compare_reports(base, timed({1.01, 1.21, 1.25}), 0.05)));
  EXPECT_FALSE(
      has_regression(compare_reports(base, timed({1.2, 1.21, 1.25}), 0.2)));
}

TEST(Comparison, QuickerIsAnImprovement) {
  const Comparison quicker =
      compare_reports(timed({2.0, 2.1}), timed({1.0, 1.1}), 0.05);
  ASSERT_TRUE(change(quicker, "faster"));
  EXPECT_FALSE(has_regression(quicker));
}

TEST(Comparison, OneRunIsSaidToBeOne) {
  Report once = timed({1.0});
  once.outcome.before_s.clear();
  once.profile.wall_s = 1.5;
  const Comparison found = compare_reports(timed({1.0, 1.0}), once, 0.05);
  EXPECT_TRUE(change(found, "one-run"));
  EXPECT_EQ(found.head, (RunTimes{1.5, 1}));
}

TEST(Comparison, AFailureIsARegressionOnce) {
  Report failed = timed({1.0});
  failed.outcome.status = Outcome::Status::kTargetFailed;
  EXPECT_TRUE(has_regression(compare_reports(timed({1.0}), failed, 0.05)));
  EXPECT_FALSE(has_regression(compare_reports(failed, failed, 0.05)));
}

TEST(Comparison, WhatCanBeGained) {
  const Report plain = timed({1.0, 1.0});
  const Report much = faster(plain, {1.9, 1.8, 2.0, 5});
  const Report less = faster(plain, {1.4, 1.3, 1.5, 5});
  EXPECT_TRUE(change(compare_reports(much, plain, 0.05), "no-longer-faster"));
  EXPECT_TRUE(change(compare_reports(plain, much, 0.05), "can-be-faster"));
  EXPECT_TRUE(change(compare_reports(much, less, 0.05), "gains-less"));
  EXPECT_TRUE(change(compare_reports(less, much, 0.05), "gains-more"));
  EXPECT_TRUE(has_regression(compare_reports(much, less, 0.05)));
  EXPECT_FALSE(has_regression(compare_reports(less, much, 0.05)));
  const Report overlapping = faster(plain, {1.8, 1.75, 1.9, 5});
  EXPECT_TRUE(compare_reports(much, overlapping, 0.05).changes.empty());
}

TEST(Comparison, LessMemoryIsAGainOfItsOwn) {
  const Report plain = timed({1.0, 1.0});
  const Report fast = faster(plain, {1.9, 1.8, 2.0, 5});
  Report small = plain;
  small.outcome.status = Outcome::Status::kSmaller;
  EXPECT_TRUE(change(compare_reports(plain, small, 0.05), "can-be-smaller"));
  EXPECT_TRUE(change(compare_reports(small, plain, 0.05), "no-longer-smaller"));
  EXPECT_TRUE(compare_reports(small, small, 0.05).changes.empty());
  EXPECT_FALSE(has_regression(compare_reports(small, fast, 0.05)));
  const Comparison lost = compare_reports(fast, small, 0.05);
  ASSERT_TRUE(change(lost, "no-longer-faster"));
  EXPECT_NE(change(lost, "no-longer-faster")->message.find("less memory"),
            std::string::npos);
}

TEST(Comparison, LoopsAreFoundAgainWhereLinesMoved) {
  Report base = timed({1.0, 1.0});
  base.hotspots = {loop_at(30, true), loop_at(10, false)};
  Report head = base;
  head.hotspots = {loop_at(15, true), loop_at(35, false)};
  head.hotspots[0].loop.cost.wall_s = 0.5;
  const Comparison found = compare_reports(base, head, 0.05);
  ASSERT_TRUE(change(found, "loop-declined"));
  EXPECT_EQ(change(found, "loop-declined")->message,
            "the loop at main.py:35-36 could run in parallel, now it cannot: "
            "appends to `seen`");
  ASSERT_TRUE(change(found, "loop-parallel"));
  ASSERT_TRUE(change(found, "loop-slower"));
  EXPECT_FALSE(has_regression(found));
}

TEST(Comparison, OtherConditionsAreNamed) {
  Report base = timed({1.0, 1.0});
  Report head = base;
  head.profile.command.push_back("10");
  head.profile.python = "3.12.1";
  head.machine.cpus = 8;
  head.machine.cpu_model = "Other";
  const Comparison found = compare_reports(base, head, 0.05);
  for (const char* id :
       {"other-command", "other-python", "other-machine", "other-cpus"}) {
    EXPECT_TRUE(change(found, id)) << id;
  }
}

TEST(Comparison, RegressionsComeFirst) {
  Report head = timed({3.0, 3.0});
  head.profile.python = "3.12.1";
  const Comparison found = compare_reports(timed({1.0, 1.0}), head, 0.05);
  ASSERT_EQ(found.changes.size(), 2u);
  EXPECT_EQ(found.changes[0].id, "slower");
}

}  // namespace
}  // namespace ppp::harness
