// SPDX-License-Identifier: Apache-2.0
#include "profiler/task_walker.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "profiler/cpython/tasks.h"
#include "tests/unit/profiler/image.h"

namespace ppp::profiler {
namespace {

using cpython::TaskOffsets;

// What CPython 3.14.10 for x86-64 says of its tasks and of its generators.
constexpr std::array<std::uint64_t, 13> kAsyncio = {
    168, 136, 96, 108, 109, 128, 152, 225864, 10880, 936, 864, 872, 880};
constexpr std::array<std::uint64_t, 4> kGenerator = {152, 24, 72, 71};
constexpr std::uint64_t kFrameStack = 64;

cpython::Offsets row_of_tasks() {
  cpython::Offsets offsets = *cpython::offsets_of(12);
  offsets.minor = 14;
  offsets.frame_size = 80;
  return offsets;
}

TEST(TaskOffsets, AreThoseOf314) {
  const auto at = cpython::parse_task_offsets(row_of_tasks(), kAsyncio,
                                              kGenerator, kFrameStack);
  ASSERT_TRUE(at);
  EXPECT_EQ(*at, (TaskOffsets{.thread_loop = 864,
                              .thread_task = 872,
                              .thread_tasks = 880,
                              .task_size = 168,
                              .task_loop = 16,
                              .task_name = 136,
                              .task_coroutine = 128,
                              .task_node = 152,
                              .coroutine_frame = 72,
                              .coroutine_state = 71,
                              .frame_stack = 64}));
}

TEST(TaskOffsets, RefuseWhatMakesNoSense) {
  auto parse = [](std::size_t index, std::uint64_t value) {
    auto words = kAsyncio;
    words[index] = value;
    return cpython::parse_task_offsets(row_of_tasks(), words, kGenerator,
                                       kFrameStack)
        .has_value();
  };
  EXPECT_TRUE(parse(0, 176));
  EXPECT_FALSE(parse(0, 1ULL << 40));  // a task of that size
  EXPECT_FALSE(parse(0, 160));         // the node would not fit
  EXPECT_FALSE(parse(5, 0));           // the coroutine in the object's head
  EXPECT_FALSE(parse(5, 129));         // not aligned
  EXPECT_FALSE(parse(11, 888));        // not behind the loop
  EXPECT_FALSE(parse(12, 936));        // behind the thread
  auto with = [](std::array<std::uint64_t, 4> generator, std::uint64_t stack) {
    return cpython::parse_task_offsets(row_of_tasks(), kAsyncio, generator,
                                       stack)
        .has_value();
  };
  EXPECT_FALSE(with({152, 24, 4096, 71}, 64));
  EXPECT_FALSE(with({152, 24, 72, 72}, 64));
  EXPECT_FALSE(with({152, 24, 72, 71}, 80));
}

TEST(TaskOffsets, AreThoseOf314Only) {
  cpython::Offsets offsets = row_of_tasks();
  EXPECT_TRUE(cpython::tells_tasks(offsets));
  offsets.free_threaded = true;
  EXPECT_FALSE(cpython::tells_tasks(offsets));
  EXPECT_FALSE(cpython::tells_tasks(*cpython::offsets_of(12)));
}

constexpr Address kAtThread = 0x100000;
constexpr Address kAtLoop = 0x200000;
constexpr Address kAtCoroutineType = 0x210000;
constexpr Address kAtFutureType = 0x220000;
constexpr Address kAtStrType = 0x230000;
constexpr Address kAtIntType = 0x240000;

class TaskWalkerTest : public ::testing::Test {
 protected:
  TaskWalkerTest() : image_(12) {
    image_.offsets = row_of_tasks();
    at_ = *cpython::parse_task_offsets(image_.offsets, kAsyncio, kGenerator,
                                       kFrameStack);
    type(kAtCoroutineType, "coroutine");
    type(kAtFutureType, "_asyncio.Future");
    type(kAtStrType, "str");
    type(kAtIntType, "int");
    ring({});
  }

  void type(Address at, const std::string& name) {
    image_.put<Address>(at + image_.offsets.type_name, at + 512);
    image_.put_bytes(at + 512, name + '\0');
  }

  /// The tasks that are not done.
  void ring(const std::vector<Address>& tasks) {
    Address before = kAtThread + at_.thread_tasks;
    for (Address task : tasks) {
      image_.put<Address>(before, task + at_.task_node);
      before = task + at_.task_node;
    }
    image_.put<Address>(before, kAtThread + at_.thread_tasks);
  }

  void task(Address at, Address coroutine, Address loop = kAtLoop) {
    image_.put<Address>(at + at_.task_loop, loop);
    image_.put<Address>(at + at_.task_coroutine, coroutine);
  }

  /// One that awaits `target`, with its stack `stack` bytes behind its frame.
  void coroutine(Address at, Address code, Address target, int state = -1,
                 std::size_t stack = 32) {
    const Address frame = at + at_.coroutine_frame;
    const Address top = frame + image_.offsets.frame_size + stack;
    image_.put<Address>(at + image_.offsets.object_type, kAtCoroutineType);
    image_.put<signed char>(at + at_.coroutine_state,
                            static_cast<signed char>(state));
    image_.put<Address>(frame + image_.offsets.frame_code, code);
    image_.put<Address>(frame + image_.offsets.frame_instruction, code + 200);
    image_.put<Address>(frame + at_.frame_stack, top);
    image_.put<Address>(top - 8, target);
  }

  void object(Address at, Address type) {
    image_.put<Address>(at + image_.offsets.object_type, type);
  }

  RawFrame frame_of(Address coroutine, Address code) const {
    return {coroutine + at_.coroutine_frame, code, code + 200};
  }

  TaskWalker::Walk walk(std::size_t most = 100) {
    TaskWalker::Walk walk;
    EXPECT_TRUE(walker().walk(kAtThread, kAtLoop, most, walk));
    return walk;
  }

  TaskWalker& walker() {
    if (!walker_) walker_.emplace(image_.memory, image_.offsets, at_);
    return *walker_;
  }

  Image image_;
  TaskOffsets at_;
  std::optional<TaskWalker> walker_;
};

constexpr Address kAtFirst = 0x300000;
constexpr Address kAtSecond = 0x310000;
constexpr Address kAtThird = 0x320000;
constexpr Address kAtOuter = 0x400000;
constexpr Address kAtInner = 0x410000;
constexpr Address kAtFuture = 0x420000;
constexpr Address kAtCode = 0x500000;
constexpr Address kAtInnerCode = 0x510000;

TEST_F(TaskWalkerTest, FollowsWhatIsAwaited) {
  ring({kAtFirst, kAtSecond, kAtThird});
  task(kAtFirst, kAtOuter);
  coroutine(kAtOuter, kAtCode, kAtInner);
  coroutine(kAtInner, kAtInnerCode, kAtFuture, -1, 4096);  // a large frame
  object(kAtFuture, kAtFutureType);
  task(kAtSecond, kAtInner);
  task(kAtThird, 0x430000);
  coroutine(0x430000, kAtCode, 0, -3);  // it has not begun
  const std::vector<AwaitChain> expected = {
      {frame_of(kAtOuter, kAtCode), frame_of(kAtInner, kAtInnerCode)},
      {frame_of(kAtInner, kAtInnerCode)},
      {}};
  // The second walk reads ahead.
  for (int i = 0; i < 2; ++i) {
    const auto found = walk();
    EXPECT_EQ(found.tasks, expected);
    EXPECT_EQ(found.unread, 0);
    EXPECT_FALSE(found.more);
  }
}

TEST_F(TaskWalkerTest, ABareYieldAwaitsNothing) {
  ring({kAtFirst});
  task(kAtFirst, kAtOuter);
  coroutine(kAtOuter, kAtCode, 0x999000, -2);
  EXPECT_EQ(walk().tasks,
            std::vector<AwaitChain>{{frame_of(kAtOuter, kAtCode)}});
}

TEST_F(TaskWalkerTest, AFutureMayLieAtTheEndOfTheMemory) {
  ring({kAtFirst});
  task(kAtFirst, kAtOuter);
  coroutine(kAtOuter, kAtCode, 0x600fe0);
  object(0x600fe0, kAtFutureType);  // its page ends before a coroutine would
  EXPECT_EQ(walk().tasks,
            std::vector<AwaitChain>{{frame_of(kAtOuter, kAtCode)}});
}

TEST_F(TaskWalkerTest, NeverTellsAPartOfAChain) {
  ring({kAtFirst, kAtSecond, kAtThird});
  task(kAtFirst, kAtOuter);
  coroutine(kAtOuter, kAtCode, kAtInner);
  coroutine(kAtInner, kAtInnerCode, 0, 0);  // it runs: not awaited by then
  task(kAtSecond, kAtFuture);               // no coroutine at all
  object(kAtFuture, kAtFutureType);
  task(kAtThird, 0x430000);
  coroutine(0x430000, kAtCode, 0x999000);  // awaits what is not there
  const auto found = walk();
  EXPECT_TRUE(found.tasks.empty());
  EXPECT_EQ(found.unread, 3);
}

TEST_F(TaskWalkerTest, ARingOfCoroutinesEnds) {
  ring({kAtFirst});
  task(kAtFirst, kAtOuter);
  coroutine(kAtOuter, kAtCode, kAtInner);
  coroutine(kAtInner, kAtInnerCode, kAtOuter);
  EXPECT_EQ(walk().unread, 1);
}

TEST_F(TaskWalkerTest, TasksOfAnotherLoopWaitForNothing) {
  ring({kAtFirst, kAtSecond});
  task(kAtFirst, kAtOuter, kAtLoop + 64);
  task(kAtSecond, kAtInner);
  coroutine(kAtOuter, kAtCode, kAtFuture);
  coroutine(kAtInner, kAtInnerCode, kAtFuture);
  object(kAtFuture, kAtFutureType);
  EXPECT_EQ(walk().tasks,
            std::vector<AwaitChain>{{frame_of(kAtInner, kAtInnerCode)}});
}

TEST_F(TaskWalkerTest, StopsAtTheNumberAskedFor) {
  ring({kAtFirst, kAtSecond, kAtThird});
  for (Address one : {kAtFirst, kAtSecond, kAtThird}) task(one, kAtOuter);
  coroutine(kAtOuter, kAtCode, kAtFuture);
  object(kAtFuture, kAtFutureType);
  const auto two = walk(2);
  EXPECT_EQ(two.tasks.size(), 2u);
  EXPECT_TRUE(two.more);
  const auto all = walk(3);
  EXPECT_EQ(all.tasks.size(), 3u);
  EXPECT_FALSE(all.more);
}

TEST_F(TaskWalkerTest, ABrokenListIsNone) {
  image_.put<Address>(kAtThread + at_.thread_tasks, 0x12345);
  TaskWalker::Walk walk;
  EXPECT_FALSE(walker().walk(kAtThread, kAtLoop, 9, walk));
  // A ring that never comes back is cut.
  image_.put<Address>(kAtThread + at_.thread_tasks, kAtFirst + at_.task_node);
  image_.put<Address>(kAtFirst + at_.task_node, kAtFirst + at_.task_node);
  task(kAtFirst, kAtFuture);
  EXPECT_TRUE(walker().walk(kAtThread, kAtLoop, 9, walk));
  EXPECT_TRUE(walk.more);
}

TEST_F(TaskWalkerTest, NamesAreThoseOfTheProgram) {
  task(kAtFirst, kAtOuter);
  const Address name = 0x700000;
  image_.put<Address>(kAtFirst + at_.task_name, name);
  auto named = [&](Address type, const std::string& text) {
    image_.text(name, text);
    image_.put<std::uint32_t>(name + image_.offsets.unicode_state,
                              1U << 2 | 3U << 5);
    image_.put<Address>(name + image_.offsets.object_type, type);
    const auto found = walker().name_of(kAtFirst);
    EXPECT_TRUE(found);
    EXPECT_EQ(found->frame, kAtOuter + at_.coroutine_frame);
    return found->name;
  };
  EXPECT_EQ(named(kAtStrType, "reader"), "reader");
  EXPECT_EQ(named(kAtStrType, "Task-"), "");
  EXPECT_EQ(named(kAtStrType, "Task-12"), "");
  EXPECT_EQ(named(kAtStrType, "Task-12b"), "Task-12b");
  EXPECT_EQ(named(kAtIntType, "xx"), "");
  EXPECT_EQ(named(kAtStrType, std::string(100, 'a')).size(), 64u);
}

TEST_F(TaskWalkerTest, TellsWhatRuns) {
  image_.put<Address>(kAtThread + at_.thread_loop, kAtLoop);
  image_.put<Address>(kAtThread + at_.thread_task, kAtFirst);
  const auto now = walker().running(kAtThread);
  ASSERT_TRUE(now);
  EXPECT_EQ(now->loop, kAtLoop);
  EXPECT_EQ(now->task, kAtFirst);
  EXPECT_FALSE(walker().running(0x9990000));
}

}  // namespace
}  // namespace ppp::profiler
