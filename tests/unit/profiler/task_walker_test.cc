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

TEST(TaskOffsets, OfTheLastThreeVersions) {
  cpython::Offsets offsets = row_of_tasks();
  EXPECT_EQ(offsets.minor, 14);
  EXPECT_TRUE(cpython::tells_tasks(offsets));
  EXPECT_TRUE(cpython::tells_tasks(*cpython::offsets_of(12)));
  EXPECT_FALSE(cpython::tells_tasks(*cpython::offsets_of(11)));
}

TEST(TaskOffsets, WithoutTheLockTheHeadOfAnObjectIsLarger) {
  cpython::Offsets offsets = row_of_tasks();
  offsets.minor = 13;
  const TaskOffsets with = cpython::known_task_offsets(offsets);
  offsets.free_threaded = true;
  offsets.object_type += 16;
  EXPECT_TRUE(cpython::tells_tasks(offsets));
  const TaskOffsets without = cpython::known_task_offsets(offsets);
  EXPECT_EQ(without.task_size, with.task_size + 16);
  EXPECT_EQ(without.task_loop, with.task_loop + 16);
  EXPECT_EQ(without.coroutine_state, with.coroutine_state + 16);
  EXPECT_EQ(without.frame_stack, with.frame_stack);
  EXPECT_EQ(without.thread_loop, with.thread_loop);
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

// 3.12: weak references to tasks in a set.
TEST(TaskSet, TellsTasksOfTheLoopThatAreNotDone) {
  Image image(12);
  const cpython::Offsets& offsets = image.offsets;
  TaskOffsets at = cpython::known_task_offsets(offsets);
  at.scheduled = 0x800000;
  at.current = 0x810000;
  at.task_type = 0x220000;
  const Address reference_type = 0x250000;
  auto type = [&](Address where, const std::string& name) {
    image.put<Address>(where + offsets.type_name, where + 512);
    image.put_bytes(where + 512, name + '\0');
  };
  type(kAtCoroutineType, "coroutine");
  type(at.task_type, "_asyncio.Task");
  type(reference_type, "weakref.ReferenceType");
  const Address table = 0x820000;
  auto head = [&](std::uint64_t fill, std::uint64_t used, std::uint64_t mask) {
    image.put(at.scheduled + 16, fill);
    image.put(at.scheduled + 24, used);
    image.put(at.scheduled + 32, mask);
    image.put(at.scheduled + 40, table);
  };
  head(4, 3, 7);
  image.put<Address>(table + 7 * 16, 0);
  auto entry = [&](Address place, Address task, Address loop, int state) {
    const Address reference = 0x830000 + 0x1000 * place;
    image.put<Address>(table + 16 * place, reference);
    image.put<std::int64_t>(table + 16 * place + 8, 5);
    image.put<Address>(reference + offsets.object_type, reference_type);
    image.put<Address>(reference + 16, task);
    image.put<Address>(task + offsets.object_type, at.task_type);
    image.put<Address>(task + at.task_loop, loop);
    image.put<std::int32_t>(task + at.task_state, state);
    image.put<Address>(task + at.task_coroutine, kAtOuter);
  };
  entry(1, kAtFirst, kAtLoop, 0);
  entry(3, kAtSecond, kAtLoop, 2);       // done
  entry(5, kAtThird, kAtLoop + 512, 0);  // of another loop
  image.put<Address>(table + 16 * 6, 0x7777);
  image.put<std::int64_t>(table + 16 * 6 + 8, -1);  // removed
  const Address frame = kAtOuter + at.coroutine_frame;
  image.put<Address>(kAtOuter + offsets.object_type, kAtCoroutineType);
  image.put<signed char>(kAtOuter + at.coroutine_state, -1);
  image.put<Address>(frame + offsets.frame_code, kAtCode);
  image.put<Address>(frame + offsets.frame_instruction, kAtCode + 200);
  image.put<std::int32_t>(frame + at.frame_stack, 3);
  image.put<Address>(frame + offsets.frame_locals + 16, kAtFuture);
  image.put<std::uint16_t>(kAtCode + 202, 3 << 8 | 151);  // it awaits
  image.put<Address>(kAtFuture + offsets.object_type, at.task_type);
  auto walk = [&](TaskWalker::Walk& found, std::size_t most = 100) {
    return TaskWalker(image.memory, offsets, at)
        .walk(kAtThread, kAtLoop, most, found);
  };
  TaskWalker::Walk found;
  ASSERT_TRUE(walk(found));
  const AwaitChain chain = {{frame, kAtCode, kAtCode + 200}};
  EXPECT_EQ(found.tasks, std::vector<AwaitChain>{chain});
  EXPECT_EQ(found.unread, 0);
  EXPECT_FALSE(found.more);
  ASSERT_TRUE(walk(found, 2));
  EXPECT_TRUE(found.more);
  // A chain whose end is not there is none.
  image.put<Address>(frame + offsets.frame_locals + 16, 0x999000);
  ASSERT_TRUE(walk(found));
  EXPECT_TRUE(found.tasks.empty());
  EXPECT_EQ(found.unread, 1);
  image.put<std::int32_t>(frame + at.frame_stack, -5);
  ASSERT_TRUE(walk(found));
  EXPECT_EQ(found.unread, 1);
  // A yield without more awaits nothing.
  image.put<std::uint16_t>(kAtCode + 202, 1 << 8 | 151);
  ASSERT_TRUE(walk(found));
  EXPECT_EQ(found.tasks, std::vector<AwaitChain>{chain});
  // No set, and no reference.
  for (const auto& [fill, used, mask] : {std::array<std::uint64_t, 3>{4, 5, 7},
                                         {9, 3, 7},
                                         {4, 3, 6},
                                         {4, 3, ~0ULL}}) {
    head(fill, used, mask);
    EXPECT_FALSE(walk(found)) << fill;
  }
  head(4, 3, 7);
  image.put<Address>(0x831000 + offsets.object_type, at.task_type);
  EXPECT_FALSE(walk(found));
}

}  // namespace
}  // namespace ppp::profiler
