// SPDX-License-Identifier: Apache-2.0
#include "profiler/stack_walker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "tests/unit/profiler/stack_walker_image.h"

namespace ppp::profiler {
namespace {

TEST_P(StackWalkerTest, FollowsTheFrames) {
  build(5);
  StackWalker walker(image_.memory, image_.offsets, kThread);
  for (int round = 0; round < 3; ++round) {
    ASSERT_TRUE(walker.walk(stack_));
    EXPECT_FALSE(stack_.uncertain);
    EXPECT_EQ(stack_.thread_id, 4711u);
    ASSERT_EQ(stack_.frames.size(), 5u);
    EXPECT_EQ(stack_.frames[0], (RawFrame{frame_at(4), code_at(4), 1004}));
    EXPECT_EQ(stack_.frames[4], (RawFrame{frame_at(0), code_at(0), 1000}));
  }
}

TEST_P(StackWalkerTest, FollowsAStackThatGrowsAndShrinks) {
  StackWalker walker(image_.memory, image_.offsets, kThread);
  for (int depth : {1, 200, 3, 1000, 1}) {
    build(depth);
    ASSERT_TRUE(walker.walk(stack_));
    EXPECT_EQ(stack_.frames.size(), static_cast<std::size_t>(depth));
    EXPECT_FALSE(stack_.uncertain);
  }
}

TEST_P(StackWalkerTest, NoFrameIsAnEmptyStack) {
  image_.thread(kThread, 0);
  StackWalker walker(image_.memory, image_.offsets, kThread);
  EXPECT_TRUE(walker.walk(stack_));
  EXPECT_TRUE(stack_.frames.empty());
}

TEST_P(StackWalkerTest, UnreadableMemoryFails) {
  StackWalker walker(image_.memory, image_.offsets, kThread);
  EXPECT_FALSE(walker.walk(stack_));
  image_.thread(kThread, 0x900000);  // no such frame
  EXPECT_FALSE(walker.walk(stack_));
  image_.thread(kThread, 0x900001);  // no address of a frame
  EXPECT_FALSE(walker.walk(stack_));
}

TEST_P(StackWalkerTest, AnAddressAtTheEndOfMemoryFails) {
  build(5);
  StackWalker walker(image_.memory, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  // What a freed frame may hold; no frame fits behind it.
  image_.frame(frame_at(0), ~Address{7}, code_at(0), 1000);
  EXPECT_FALSE(walker.walk(stack_));
}

TEST_P(StackWalkerTest, ACycleEnds) {
  image_.frame(frame_at(0), frame_at(1), code_at(0), 0);
  image_.frame(frame_at(1), frame_at(0), code_at(1), 0);
  image_.thread(kThread, frame_at(1));
  StackWalker walker(image_.memory, image_.offsets, kThread);
  EXPECT_FALSE(walker.walk(stack_));
}

TEST_P(StackWalkerTest, KeepsTheOuterFramesThatAgree) {
  build(5);
  Changing memory(image_.memory, pointer_, [&] {
    // Frame 2 has gone on and called something else, and that another.
    image_.frame(frame_at(2), frame_at(1), code_at(2), 2002);
    image_.frame(frame_at(3), frame_at(2), code_at(9), 1003);
    image_.frame(frame_at(4), frame_at(3), code_at(8), 1004);
    image_.thread(kThread, frame_at(4));
  });
  StackWalker walker(memory, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  memory.armed = true;
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_TRUE(stack_.uncertain);
  ASSERT_EQ(stack_.frames.size(), 3u);
  EXPECT_EQ(stack_.frames[0], (RawFrame{frame_at(2), code_at(2), 1002}));
}

// A short call: it has not begun in the one copy, or has ended in the other.
TEST_P(StackWalkerTest, TakesTheInnermostFrameFromTheCopyThatHasIt) {
  const Address leaf = frame_at(3);
  for (bool came_later : {false, true}) {
    build(3);
    image_.frame(leaf, frame_at(1), code_at(9), 1009);  // another's call
    auto call = [&] {
      image_.frame(leaf, frame_at(2), code_at(3), 1003);
      image_.thread(kThread, leaf);
    };
    auto change = [&] {
      if (came_later) {
        call();
      } else {
        image_.frame(leaf, frame_at(2), code_at(9), 1009);
      }
    };
    Changing memory(image_.memory, came_later ? pointer_ : frame_at(0), change);
    memory.again = !came_later;
    StackWalker walker(memory, image_.offsets, kThread);
    call();
    ASSERT_TRUE(walker.walk(stack_));
    ASSERT_TRUE(walker.walk(stack_));
    if (came_later) {
      image_.frame(leaf, frame_at(1), code_at(9), 1009);
      image_.thread(kThread, frame_at(2));
    }
    memory.armed = true;
    ASSERT_TRUE(walker.walk(stack_));
    EXPECT_TRUE(stack_.moved);
    EXPECT_FALSE(stack_.uncertain);
    ASSERT_EQ(stack_.frames.size(), 4u);
    EXPECT_EQ(stack_.frames[0], (RawFrame{leaf, code_at(3), 1003}));
  }
}

// Its caller is another than the one that both copies have.
TEST_P(StackWalkerTest, TheInnermostFrameIsOnlyTakenWhereItLeadsToTheOthers) {
  build(4);
  Changing memory(image_.memory, pointer_, [&] {
    image_.frame(frame_at(2), frame_at(1), code_at(9), 1009);
    image_.frame(frame_at(3), frame_at(2), code_at(8), 1008);
  });
  StackWalker walker(memory, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  image_.thread(kThread, frame_at(3));
  memory.armed = true;
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_TRUE(stack_.uncertain);
  EXPECT_EQ(stack_.frames.size(), 2u);
}

TEST_P(StackWalkerTest, DropsAFrameThatIsNowAnother) {
  build(5);
  Changing memory(image_.memory, pointer_, [&] {
    image_.frame(frame_at(2), frame_at(1), code_at(9), 1002);
    image_.thread(kThread, frame_at(3));
  });
  StackWalker walker(memory, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  memory.armed = true;
  build(5);
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_TRUE(stack_.uncertain);
  ASSERT_EQ(stack_.frames.size(), 2u);
  EXPECT_EQ(stack_.frames[0].frame, frame_at(1));
}

// A deep call has ended, and another function is where its outermost frame was.
TEST_P(StackWalkerTest, APointerMayBeOlderThanTheFrames) {
  build(5);
  Changing memory(image_.memory, frame_at(0), [&] {
    image_.frame(frame_at(2), frame_at(1), code_at(9), 1002);
    image_.thread(kThread, frame_at(2));
  });
  StackWalker walker(memory, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  memory.armed = true;
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_FALSE(stack_.uncertain);
  ASSERT_EQ(stack_.frames.size(), 3u);
  EXPECT_EQ(stack_.frames[0], (RawFrame{frame_at(2), code_at(9), 1002}));
}

// It calls the same function on two lines: which of them, the pointer says.
TEST_P(StackWalkerTest, AFrameThatMovedOnIsWhereThePointerWas) {
  for (bool came_later : {false, true}) {
    build(3);
    Changing memory(image_.memory, pointer_, [&] {
      image_.frame(frame_at(1), frame_at(0), code_at(1), 2001);
      image_.thread(kThread, frame_at(2));
    });
    StackWalker walker(memory, image_.offsets, kThread);
    build(3);
    ASSERT_TRUE(walker.walk(stack_));
    image_.thread(kThread, frame_at(came_later ? 1 : 2));
    memory.armed = true;
    ASSERT_TRUE(walker.walk(stack_));
    EXPECT_TRUE(stack_.moved);
    EXPECT_FALSE(stack_.uncertain);
    ASSERT_EQ(stack_.frames.size(), 3u);
    EXPECT_EQ(stack_.frames[1].instruction, came_later ? 2001u : 1001u);
  }
}

// Before the pointer is read, and before the second copy is made.
struct Moves {
  Moves(RemoteMemory& image, Address pointer, std::function<void()> first,
        std::function<void()> second)
      : inner(image, pointer,
              [this, first = std::move(first)] {
                if (!std::exchange(moved, true)) first();
              }),
        outer(inner, frame_at(0), std::move(second)) {
    outer.again = true;
  }
  void arm() { inner.armed = outer.armed = true; }

  bool moved = false;
  Changing inner;
  Changing outer;
};

// It has returned to frame 2, and then to the root, which is about to make
// another call: the last one was not made from there.
TEST_P(StackWalkerTest, WhoHasOnlyReturnedIsWhereTheFirstCopyHasIt) {
  build(5);
  Moves moves(
      image_.memory, pointer_, [&] { image_.thread(kThread, frame_at(2)); },
      [&] { image_.frame(frame_at(0), 0, code_at(0), 5000); });
  StackWalker walker(moves.outer, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  moves.arm();
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_TRUE(stack_.moved);
  ASSERT_EQ(stack_.frames.size(), 3u);
  EXPECT_EQ(stack_.frames[2], (RawFrame{frame_at(0), code_at(0), 1000}));
  EXPECT_EQ(stack_.frames[0], (RawFrame{frame_at(2), code_at(2), 1002}));
}

// From frame 2 it has called others: what is outside of that had not moved.
TEST_P(StackWalkerTest, WhoHasCalledIsWhereTheFirstCopyHasItsCallers) {
  build(5);
  Moves moves(
      image_.memory, pointer_, [&] { image_.thread(kThread, frame_at(4)); },
      [&] {
        image_.frame(frame_at(1), frame_at(0), code_at(1), 5001);
        image_.frame(frame_at(2), frame_at(1), code_at(2), 5002);
      });
  StackWalker walker(moves.outer, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  image_.thread(kThread, frame_at(2));
  moves.arm();
  ASSERT_TRUE(walker.walk(stack_));
  ASSERT_EQ(stack_.frames.size(), 5u);
  EXPECT_EQ(stack_.frames[3].instruction, 1001u);
  EXPECT_EQ(stack_.frames[2].instruction, 5002u);
}

// In both copies it is free, and has no caller; between them it was called.
TEST_P(StackWalkerTest, AFrameThatDoesNotExecuteIsNoCall) {
  if (image_.offsets.frame_state == 0) return;
  build(5);
  StackWalker walker(image_.memory, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  const bool flag = image_.offsets.lines == cpython::LineFormat::kLnotab;
  const Address state = frame_at(2) + image_.offsets.frame_state;
  for (int not_executing : flag ? std::vector{0} : std::vector{-1, 1, 4}) {
    image_.put(state, static_cast<signed char>(not_executing));
    ASSERT_TRUE(walker.walk(stack_));
    EXPECT_TRUE(stack_.uncertain);
    EXPECT_EQ(stack_.frames.size(), 2u);
  }
}

TEST_P(StackWalkerTest, LooksAgainAtTheLeafAndTheLock) {
  build(3);
  constexpr Address kLock = 0x700000;
  image_.put(kLock + image_.offsets.gil_holder, kThread);
  image_.put(kLock + image_.offsets.gil_locked, std::int32_t{1});
  StackWalker walker(image_.memory, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_FALSE(walker.look_again(stack_, 0).lock);
  EXPECT_TRUE(walker.look_again(stack_, 0).still);
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_FALSE(stack_.moved);
  const StackWalker::Again again = walker.look_again(stack_, kLock);
  ASSERT_TRUE(again.lock);
  EXPECT_EQ(again.lock->holder, kThread);
  EXPECT_TRUE(again.lock->locked);
  EXPECT_TRUE(again.still);
  image_.frame(frame_at(2), frame_at(1), code_at(2), 7);
  EXPECT_FALSE(walker.look_again(stack_, kLock).still);
  EXPECT_TRUE(walker.look_again(stack_, kLock).lock);
}

TEST_P(StackWalkerTest, AWalkReadsTheLockIfAsked) {
  build(3);
  constexpr Address kLock = 0x700000;
  StackWalker walker(image_.memory, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_, kLock));
  EXPECT_FALSE(walker.lock());
  image_.put(kLock + image_.offsets.gil_holder, kThread);
  image_.put(kLock + image_.offsets.gil_locked, std::int32_t{1});
  ASSERT_TRUE(walker.walk(stack_, kLock));
  EXPECT_EQ(stack_.frames.size(), 3u);
  ASSERT_TRUE(walker.lock());
  EXPECT_EQ(walker.lock()->holder, kThread);
  EXPECT_TRUE(walker.lock()->locked);
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_FALSE(walker.lock());
}

TEST_P(StackWalkerTest, TheInnermostFrameMayMoveOn) {
  build(3);
  Changing memory(image_.memory, pointer_, [&] {
    image_.frame(frame_at(2), frame_at(1), code_at(2), 4242);
  });
  StackWalker walker(memory, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  build(3);
  memory.armed = true;
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_FALSE(stack_.uncertain);
  EXPECT_EQ(stack_.frames[0].instruction, 1002u);
}

// As 3.14 has them.
TEST(StackWalker, TakesTheTagsOffReferences) {
  Image image(12);
  image.offsets.reference_mask = ~std::uint64_t{3};
  image.frame(frame_at(0), 0, code_at(0) | 1, 1000);
  image.frame(frame_at(1), frame_at(0), code_at(1), 1001);
  image.put<std::uint32_t>(code_at(0) + image.offsets.code_flags, 3);
  image.thread(kThread, frame_at(1));
  StackWalker walker(image.memory, image.offsets, kThread);
  RawStack stack;
  ASSERT_TRUE(walker.walk(stack));
  ASSERT_EQ(stack.frames.size(), 2u);
  EXPECT_EQ(stack.frames[0].code, code_at(1));
  EXPECT_EQ(stack.frames[1].code, code_at(0));
}

INSTANTIATE_TEST_SUITE_P(Versions, StackWalkerTest,
                         ::testing::Values(8, 9, 10, 11, 12));

TEST_P(StackWalkerTest, AChainThatEndsElsewhereIsReadAgain) {
  int torn_until = 0;
  int now = 0;
  Restless memory(image_.memory, [&](int read) {
    build(5);
    now = read;
    if (read < torn_until) {  // the call at depth 2 has just ended
      image_.frame(frame_at(2), 0, code_at(2), 1002);
    }
  });
  StackWalker walker(memory, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  ASSERT_EQ(stack_.frames.size(), 5u);
  EXPECT_FALSE(stack_.moved);
  torn_until = now + 2;
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_EQ(stack_.frames.size(), 5u);
  EXPECT_TRUE(stack_.moved);
}

// Frames that are read one after another, as none of the copies has them, may
// be of any calls: but for the innermost they are left out.
TEST_P(StackWalkerTest, WhatNoCopyHasIsNotBelieved) {
  bool elsewhere = false;
  Restless memory(image_.memory, [&](int read) {
    build(4);
    if (!elsewhere) return;
    const Address base =
        0x10000000 + static_cast<Address>(read) * 0x10000;  // anew each time
    image_.frame(base, frame_at(0), code_at(1), 1001);
    image_.frame(base + 128, base, code_at(2), 1002);
    image_.frame(base + 256, base + 128, code_at(3), 1003);
    image_.thread(kThread, base + 256);
  });
  StackWalker walker(memory, image_.offsets, kThread);
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_EQ(stack_.frames.size(), 4u);
  elsewhere = true;
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_TRUE(stack_.uncertain);
  EXPECT_EQ(stack_.frames.size(), 1u);
}

/// Says of each read how long it took.
class Timed final : public RemoteMemory {
 public:
  explicit Timed(RemoteMemory& under) : under_(under) {}
  std::size_t read_ranges(std::span<const RemoteRange> ranges) override {
    ++reads;
    return under_.read_ranges(ranges);
  }
  std::int64_t read_ns() const override {
    return reads == slow_read ? 9000 : 3000;
  }

  int reads = 0;
  int slow_read = 0;

 private:
  RemoteMemory& under_;
};

// Whose copies are far apart. What had not moved may be as old as it likes.
TEST_P(StackWalkerTest, ASlowReadOfWhatMovedIsNoMeasure) {
  build(5);
  bool moves = false;
  Changing memory(image_.memory, pointer_, [&] {
    if (std::exchange(moves, false)) {
      image_.frame(frame_at(1), frame_at(0), code_at(1), 5001);
    }
  });
  memory.armed = true;
  Timed timed(memory);
  StackWalker walker(timed, image_.offsets, kThread);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(walker.walk(stack_));
  const int before = timed.reads;
  timed.slow_read = before + 1;
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_EQ(timed.reads, before + 1);
  moves = true;
  timed.slow_read = before + 2;
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_EQ(timed.reads, before + 3);
  ASSERT_EQ(stack_.frames.size(), 5u);
  EXPECT_EQ(stack_.frames[3].instruction, 5001u);
}

TEST_P(StackWalkerTest, AGeneratorHasACaller) {
  build(3);
  image_.put<std::uint32_t>(code_at(0) + image_.offsets.code_flags, 0x23);
  StackWalker walker(image_.memory, image_.offsets, kThread);
  EXPECT_FALSE(walker.walk(stack_));
}

TEST(StackWalker, LeavesOutEntryFrames) {
  Image image(12);
  image.frame(frame_at(0), 0, code_at(0), 7);
  image.put<unsigned char>(frame_at(0) + image.offsets.frame_owner, 3);
  image.frame(frame_at(1), frame_at(0), code_at(1), 8);
  image.thread(kThread, frame_at(1));
  StackWalker walker(image.memory, image.offsets, kThread);
  RawStack stack;
  ASSERT_TRUE(walker.walk(stack));
  ASSERT_EQ(stack.frames.size(), 1u);
  EXPECT_EQ(stack.frames[0].code, code_at(1));
}

}  // namespace
}  // namespace ppp::profiler
