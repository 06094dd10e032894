// SPDX-License-Identifier: Apache-2.0
// What record() says of the tasks of real event loops.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/live/interpreters.h"

namespace ppp::profiler {
namespace {

Profile recorded(const Script& script, const std::string& python) {
  RecordOptions options;
  options.timeout_s = 60;
  auto recording = record(script.command(python), options);
  if (!recording) {
    ADD_FAILURE() << recording.error().what;
    return {};
  }
  EXPECT_EQ(recording->status.code, 0);
  return recording->profile;
}

class LiveTasks : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    python_ = find_python(GetParam());
    if (python_.empty()) GTEST_SKIP() << "3." << GetParam() << " is missing";
  }

  /// False: the machine was too busy for enough samples.
  bool run(const Script& script) {
    for (int i = 0; i < 5; ++i) {
      profile_ = recorded(script, python_);
      if (HasFailure()) return false;
      if (profile_.missed <= 2 * profile_.samples) return true;
    }
    return false;
  }

  /// Of all tasks that waited below this line of the script.
  double waited(int line) const {
    double sum = 0;
    for (const AwaitCost& cost : profile_.tasks.awaits) {
      if (at(cost).line == line && at(cost).file == "script.py") {
        sum += cost.wall_s;
      }
    }
    return sum;
  }
  /// Timers are late on a busy machine, and samples rare.
  void expect_waited(const Script& script, const char* mark, double seconds) {
    EXPECT_GE(waited(script.line(mark)), 0.6 * seconds) << mark;
    EXPECT_LE(waited(script.line(mark)), 2 * seconds + 0.3) << mark;
  }
  int at_once(int line) const {
    int most = 0;
    for (const AwaitCost& cost : profile_.tasks.awaits) {
      if (at(cost).line == line) most = std::max(most, cost.most);
    }
    return most;
  }
  const Frame& at(const AwaitCost& cost) const {
    return awaiting_frame(profile_, cost);
  }

  std::string python_;
  Profile profile_;
};

constexpr const char* kNoSamples = "the machine is too busy to take samples";

TEST_P(LiveTasks, EachAwaitHasItsWait) {
  const Script script(R"(
import asyncio, time

async def helper(seconds):
    await asyncio.sleep(seconds)  # L:helper

async def one():
    await asyncio.sleep(0.1)  # L:first
    await asyncio.sleep(0.2)  # L:second

async def busy():
    end = time.perf_counter() + 0.2
    while time.perf_counter() < end:
        pass
    time.sleep(0.1)

async def main():
    await one()
    await asyncio.gather(one(), one(), helper(0.4))  # L:gather
    async with asyncio.TaskGroup() as group:  # L:group
        for _ in range(8):
            group.create_task(helper(0.1))
    await asyncio.create_task(busy(), name='reader')

asyncio.run(main())
)");
  if (!run(script)) GTEST_SKIP() << kNoSamples;
  const Tasks& tasks = profile_.tasks;
  EXPECT_TRUE(tasks.told);
  expect_waited(script, "first", 0.3);
  expect_waited(script, "second", 0.6);
  expect_waited(script, "helper", 0.4 + 0.8);
  expect_waited(script, "gather", 0.4);
  expect_waited(script, "group", 0.1);
  EXPECT_LE(at_once(script.line("helper")), 8);
  EXPECT_GE(at_once(script.line("helper")), 4);
  EXPECT_LE(at_once(script.line("first")), 2);
  EXPECT_LE(tasks.most, 9);
  EXPECT_GE(tasks.idle_s, 0.5);
  EXPECT_LE(tasks.untold_s, 0.2 * tasks.idle_s);
  EXPECT_EQ(tasks.cut_s, 0);
  const auto reader = std::ranges::find(tasks.costs, "reader", &TaskCost::name);
  ASSERT_NE(reader, tasks.costs.end());
  EXPECT_EQ(reader->function, "busy");
  EXPECT_GE(reader->running_s, 0.2);
  EXPECT_GE(reader->blocked_s, 0.05);
  EXPECT_LE(reader->blocked_s, 0.8 * reader->running_s);
  // No task stands anywhere but at an await.
  for (const AwaitCost& cost : tasks.awaits) {
    if (at(cost).file != "script.py") continue;
    bool known = false;
    for (const char* mark : {"helper", "first", "second", "gather", "group"}) {
      known = known || at(cost).line == script.line(mark);
    }
    EXPECT_TRUE(known) << at(cost).line;
  }
}

TEST_P(LiveTasks, OtherAwaitablesAndLoops) {
  const Script script(R"(
import asyncio, threading, types

class Waits:
    def __await__(self):
        return (yield from asyncio.sleep(0.15).__await__())  # L:method

class coroutine:
    def __await__(self):
        return iter(())

@types.coroutine
def old():
    yield from asyncio.sleep(0.15)  # L:generator

async def numbers():
    await asyncio.sleep(0.15)
    yield 1

async def deep(n):
    if n:
        await deep(n - 1)
    else:
        await asyncio.sleep(0.15)  # L:deep

async def never():
    await asyncio.Event().wait()  # L:never

async def other():
    await asyncio.sleep(0.3)  # L:other

async def main():
    await Waits()
    await coroutine()
    await old()
    async for n in numbers():  # L:for
        pass
    await deep(300)
    try:
        await asyncio.wait_for(asyncio.Queue().get(), 0.15)  # L:queue
    except TimeoutError:
        pass

left = asyncio.new_event_loop()
task = left.create_task(never())
left.run_until_complete(asyncio.sleep(0.1))
thread = threading.Thread(target=lambda: asyncio.run(other()))
thread.start()
asyncio.run(main())
thread.join()
task.cancel()
left.run_until_complete(asyncio.wait([task]))
left.close()
)");
  if (!run(script)) GTEST_SKIP() << kNoSamples;
  for (const char* mark : {"method", "generator", "for", "deep", "queue"}) {
    expect_waited(script, mark, 0.15);
  }
  expect_waited(script, "other", 0.3);
  // Its loop did not run any more; if it counted there, it would be a second.
  EXPECT_LE(waited(script.line("never")), 0.6);
}

TEST_P(LiveTasks, EagerTasksNamesAndRunsOneAfterTheOther) {
  const Script script(R"(
import asyncio, time

vars(asyncio.tasks._scheduled_tasks)  # its attributes move into a dict

async def nap(seconds):
    await asyncio.sleep(seconds)  # L:nap

async def spin():
    end = time.perf_counter() + 0.08
    while time.perf_counter() < end:
        pass

class Task(asyncio.Task):
    pass

async def main():
    loop = asyncio.get_running_loop()
    for name in ('nön-ascii', 'x' * 5000, '', 'Task-99', 'plain'):
        await asyncio.create_task(spin(), name=name)
    await Task(nap(0.1), loop=loop)  # L:subclass
    loop.set_task_factory(asyncio.eager_task_factory)
    await asyncio.gather(nap(0.2), nap(0.2))  # L:eager

for _ in range(5):
    asyncio.run(nap(0.02))
asyncio.run(main())
)");
  if (!run(script)) GTEST_SKIP() << kNoSamples;
  expect_waited(script, "nap", 0.1 + 0.1 + 0.4);
  expect_waited(script, "subclass", 0.1);
  expect_waited(script, "eager", 0.2);
  for (const TaskCost& cost : profile_.tasks.costs) {
    EXPECT_TRUE(cost.name.empty() || cost.name == "plain" ||
                cost.name == std::string(64, 'x'))
        << cost.name;
  }
  EXPECT_TRUE(std::ranges::any_of(profile_.tasks.costs, [](const auto& cost) {
    return cost.name == "plain" && cost.function == "spin";
  }));
}

TEST_P(LiveTasks, TooManyAreCut) {
  const Script script(R"(
import asyncio

async def wait(seconds):
    await asyncio.sleep(seconds)  # L:wait

async def main():
    tasks = [asyncio.create_task(wait(9)) for _ in range(3000)]
    await asyncio.sleep(0.6)  # L:main
    for task in tasks:
        task.cancel()

asyncio.run(main())
)");
  if (!run(script)) GTEST_SKIP() << kNoSamples;
  EXPECT_GT(profile_.tasks.cut_s, 0.2);
  EXPECT_GE(profile_.tasks.most, 32);
  EXPECT_LT(profile_.tasks.most, 3000);
  EXPECT_GT(waited(script.line("wait")), 10);
  // Before 3.14 they have no order: it may be among those left out.
  const double least = GetParam() >= 14 ? 0.2 : -1;
  EXPECT_GT(waited(script.line("main")), least);
}

TEST_P(LiveTasks, ShortLivedTasksStandAtTheirLinesOnly) {
  const Script script(R"(
import asyncio, random, time

async def deep(n):
    if n:
        await deep(n - 1)  # L:deep
    else:
        await asyncio.sleep(0.01)  # L:sleep

async def main():
    end = time.monotonic() + 0.7
    while time.monotonic() < end:
        tasks = [asyncio.create_task(deep(n)) for n in (0, 3, 6)]
        await asyncio.sleep(random.random() * 0.002)  # L:main
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

asyncio.run(main())
)");
  if (!run(script)) GTEST_SKIP() << kNoSamples;
  EXPECT_GT(waited(script.line("sleep")), 0.1);
  EXPECT_EQ(waited(script.line("deep")), 0);
  for (const AwaitCost& cost : profile_.tasks.awaits) {
    int sleeps = 0;
    for (int frame : cost.frames) {
      sleeps +=
          profile_.frames[static_cast<std::size_t>(frame)].function == "sleep";
    }
    EXPECT_EQ(sleeps, 1);
    const Frame& outer =
        profile_.frames[static_cast<std::size_t>(cost.frames.front())];
    if (outer.function != "deep") continue;
    EXPECT_TRUE(cost.frames.size() == 2 || cost.frames.size() == 5 ||
                cost.frames.size() == 8)
        << cost.frames.size();
  }
}

INSTANTIATE_TEST_SUITE_P(Python3, LiveTasks,
                         ::testing::Values(12, 13, 14, kFree + 13, kFree + 14));

TEST(LiveTasksOfOtherVersions, AreNotToldApart) {
  const Script script("import asyncio\nasyncio.run(asyncio.sleep(0.1))\n");
  for (int version : {8, 9, 10, 11}) {
    const std::string python = find_python(version);
    if (python.empty()) continue;
    const Profile profile = recorded(script, python);
    EXPECT_EQ(profile.tasks, Tasks()) << version;
  }
}

}  // namespace
}  // namespace ppp::profiler
