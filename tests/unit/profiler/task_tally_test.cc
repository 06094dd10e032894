// SPDX-License-Identifier: Apache-2.0
#include "profiler/task_tally.h"

#include <gtest/gtest.h>

#include <string>

namespace ppp::profiler {
namespace {

Tasks filled(const TaskTally& tally) {
  Profile profile;
  tally.fill(profile, 0.5);
  return profile.tasks;
}

TEST(TaskTally, EachTaskHasTheWait) {
  TaskTally tally;
  tally.begin();
  const int first = tally.await({1, 2});
  const int second = tally.await({1, 3});
  EXPECT_EQ(tally.await({1, 2}), first);
  tally.wait({{{first, 3}, {second, 1}}, 2, true}, 2);
  tally.wait({{{first, 1}}, 0, false}, 1);
  tally.wait_untold(4);
  const Tasks tasks = filled(tally);
  EXPECT_TRUE(tasks.told);
  EXPECT_DOUBLE_EQ(tasks.idle_s, 3.5);
  EXPECT_DOUBLE_EQ(tasks.untold_s, 2);
  EXPECT_DOUBLE_EQ(tasks.cut_s, 1);
  EXPECT_DOUBLE_EQ(tasks.unread_s, 2);
  EXPECT_EQ(tasks.most, 6);
  ASSERT_EQ(tasks.awaits.size(), 2u);
  EXPECT_EQ(tasks.awaits[0], (AwaitCost{{1, 2}, 3.5, 3}));
  EXPECT_EQ(tasks.awaits[1], (AwaitCost{{1, 3}, 1, 1}));
}

TEST(TaskTally, RunsCountByNameAndFunction) {
  TaskTally tally;
  const Frame work{"a.py", "work", 0, 7};
  const Frame other{"a.py", "other", 0, 17};
  tally.run("", work, false, 1);
  tally.run("named", work, true, 1);
  tally.run("", work, true, 2);
  tally.run("", other, false, 1);
  const Tasks tasks = filled(tally);
  ASSERT_EQ(tasks.costs.size(), 3u);
  EXPECT_EQ(tasks.costs[0], (TaskCost{"", "a.py", "work", 7, 1.5, 1}));
  EXPECT_EQ(tasks.costs[1], (TaskCost{"", "a.py", "other", 17, 0.5, 0}));
  EXPECT_EQ(tasks.costs[2], (TaskCost{"named", "a.py", "work", 7, 0.5, 0.5}));
  EXPECT_FALSE(tasks.told);
}

TEST(TaskTally, TooManyNamesCountWithoutThem) {
  TaskTally tally;
  const Frame work{"a.py", "work", 0, 7};
  for (int i = 0; i < 1100; ++i) {
    tally.run("n" + std::to_string(i), work, false, 1);
  }
  const Tasks tasks = filled(tally);
  EXPECT_EQ(tasks.costs.size(), TaskTally::kMostNames + 1);
  EXPECT_EQ(tasks.costs[0], (TaskCost{"", "a.py", "work", 7, 50, 0}));
}

}  // namespace
}  // namespace ppp::profiler
