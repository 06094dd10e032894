// SPDX-License-Identifier: Apache-2.0
#include "harness/report/profile_diff.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace ppp::harness {
namespace {

using Direction = LineChange::Direction;

/// A line of a function that was met by so many samples, a millisecond each.
void add(Report& report, const std::string& function, int first, int line,
         int samples) {
  profiler::Profile& profile = report.profile;
  profile.frames.push_back({"main.py", function, line, first});
  profiler::Stack stack;
  stack.frames = {static_cast<int>(profile.frames.size()) - 1};
  stack.samples = samples;
  stack.cost.wall_s = stack.cost.cpu_s = samples * 1e-3;
  profile.stacks.push_back(stack);
}

Report empty() {
  Report report;
  report.profile.command = {"main.py"};
  report.profile.python = "3.11.7";
  report.profile.rate_hz = 1000;
  report.profile.threads = {{100, true}};
  return report;
}

const LineChange* at(const ProfileDiff& diff, int line) {
  for (const LineChange& one : diff.lines) {
    if (one.head && one.head->line == line) return &one;
  }
  return nullptr;
}

TEST(ProfileDiff, TheSameIsTheSame) {
  Report report = empty();
  add(report, "work", 3, 5, 1000);
  add(report, "rest", 13, 15, 1000);
  const ProfileDiff diff = diff_profiles(report, report);
  ASSERT_EQ(diff.lines.size(), 2u);
  for (const LineChange& line : diff.lines) {
    EXPECT_EQ(line.direction, Direction::kSame);
    EXPECT_EQ(line.change, 0);
  }
  EXPECT_TRUE(diff.notes.empty());
}

TEST(ProfileDiff, OnlyBeyondTheIntervals) {
  Report base = empty();
  Report head = empty();
  add(base, "work", 3, 5, 1000);
  add(head, "work", 3, 5, 1300);
  add(base, "work", 3, 6, 1000);
  add(head, "work", 3, 6, 1050);  // may be chance
  add(base, "work", 3, 7, 900);
  add(head, "work", 3, 7, 500);
  add(base, "work", 3, 8, 2);
  add(head, "work", 3, 8, 20);  // no chance, but nothing to care about
  const ProfileDiff diff = diff_profiles(base, head);
  ASSERT_EQ(diff.lines.size(), 4u);
  EXPECT_EQ(diff.lines[0].direction, Direction::kSlower);
  EXPECT_EQ(diff.lines[0].head->line, 5);
  EXPECT_NEAR(diff.lines[0].change, 0.3, 1e-9);
  EXPECT_NEAR(diff.lines[0].bounds.low, 1.230 - 1.064, 0.002);
  EXPECT_EQ(diff.lines[1].direction, Direction::kFaster);
  EXPECT_EQ(diff.lines[1].head->line, 7);
  EXPECT_EQ(at(diff, 6)->direction, Direction::kSame);
  EXPECT_EQ(at(diff, 8)->direction, Direction::kSame);
}

TEST(ProfileDiff, LinesAreFoundAgainWhereTheyMoved) {
  Report base = empty();
  Report head = empty();
  add(base, "work", 3, 5, 1000);
  add(head, "work", 13, 15, 2000);  // the function
  add(base, "<module>", 1, 20, 1000);
  add(base, "<module>", 1, 21, 100);
  add(head, "<module>", 1, 30, 1000);  // lines of it
  add(head, "<module>", 1, 31, 100);
  add(base, "<lambda>", 7, 7, 500);  // one of two of that name
  add(base, "<lambda>", 8, 8, 100);
  add(head, "<lambda>", 17, 17, 500);
  add(head, "<lambda>", 18, 18, 100);
  const ProfileDiff diff = diff_profiles(base, head);
  ASSERT_EQ(diff.lines.size(), 5u);
  ASSERT_TRUE(at(diff, 15) && at(diff, 15)->base);
  EXPECT_EQ(at(diff, 15)->base->line, 5);
  EXPECT_EQ(at(diff, 15)->direction, Direction::kSlower);
  for (int line : {30, 31, 17, 18}) {
    ASSERT_TRUE(at(diff, line) && at(diff, line)->base) << line;
    EXPECT_EQ(at(diff, line)->direction, Direction::kSame) << line;
  }
  const std::string text = terminal_profile_diff(diff, base, head, {});
  EXPECT_NE(text.find("main.py:15 (was :5)  work: 2.00 s (54 %), was 1.00 s "),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find("main.py:30"), std::string::npos) << text;
}

TEST(ProfileDiff, WhatIsNewOrGone) {
  Report base = empty();
  Report head = empty();
  add(base, "work", 3, 5, 1000);
  add(head, "work", 3, 5, 1000);
  add(base, "old", 10, 12, 400);
  add(head, "fresh", 10, 12, 400);
  const ProfileDiff diff = diff_profiles(base, head);
  ASSERT_EQ(diff.lines.size(), 3u);
  EXPECT_EQ(diff.lines[0].function, "fresh");
  EXPECT_EQ(diff.lines[0].direction, Direction::kSlower);
  EXPECT_FALSE(diff.lines[0].base);
  EXPECT_EQ(diff.lines[1].function, "old");
  EXPECT_EQ(diff.lines[1].direction, Direction::kFaster);
  EXPECT_FALSE(diff.lines[1].head);
}

TEST(ProfileDiff, PartsOfRunsAreComparedByShare) {
  Report base = empty();
  Report head = empty();
  head.profile.whole = false;
  add(base, "work", 3, 5, 1000);
  add(base, "work", 3, 6, 1000);
  add(head, "work", 3, 5, 5000);
  add(head, "work", 3, 6, 15000);
  const ProfileDiff diff = diff_profiles(base, head);
  EXPECT_TRUE(diff.by_share);
  EXPECT_EQ(at(diff, 6)->direction, Direction::kSlower);
  EXPECT_NEAR(at(diff, 6)->change, 0.25, 1e-9);
  EXPECT_EQ(at(diff, 5)->direction, Direction::kFaster);
  const auto json = nlohmann::json::parse(profile_diff_json(diff, base, head));
  EXPECT_EQ(json["measure"], "share");
  EXPECT_EQ(json["lines"][0]["result"], "slower");
  EXPECT_EQ(json["lines"][0]["head"]["line"], 6);
}

TEST(ProfileDiff, NothingAtAll) {
  Report some = empty();
  add(some, "work", 3, 5, 1000);
  EXPECT_TRUE(diff_profiles(empty(), empty()).lines.empty());
  EXPECT_EQ(diff_profiles(empty(), some).lines.front().direction,
            Direction::kSlower);
  EXPECT_EQ(diff_profiles(some, empty()).lines.front().direction,
            Direction::kFaster);
}

TEST(ProfileDiff, ReadsWhatWasWritten) {
  Report report = empty();
  report.machine = {4, "fast", "Linux 6", 0};
  add(report, "work", 3, 5, 1000);
  auto read = profile_report_from_json(profile_document(report));
  ASSERT_TRUE(read.ok()) << read.error().what;
  EXPECT_EQ(read->profile, report.profile);
  EXPECT_EQ(read->machine.cpu_model, "fast");
  EXPECT_FALSE(profile_report_from_json("{}").ok());
}

}  // namespace
}  // namespace ppp::harness
