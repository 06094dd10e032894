// SPDX-License-Identifier: Apache-2.0
#include "profiler/stack_walker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "tests/unit/profiler/image.h"

namespace ppp::profiler {
namespace {

constexpr Address kThread = 0x100000;
constexpr Address kFrames = 0x200000;
constexpr Address kCode = 0x300000;

Address frame_at(int depth) {
  return kFrames + static_cast<Address>(depth) * 128;
}
Address code_at(int depth) {
  return kCode + static_cast<Address>(depth) * 0x1000;
}

// Frame 2 calls at this instruction only, the others at any.
StackWalker::SiteOf calls_at(Address call) {
  return [call](Address code, Address instruction, bool) {
    return cpython::CallSite{code != code_at(2) || instruction == call, -1};
  };
}

class StackWalkerTest : public ::testing::TestWithParam<int> {
 protected:
  // Frames 0 (root) to depth - 1.
  void build(int depth) {
    for (int i = 0; i < depth; ++i) {
      image_.frame(frame_at(i), i == 0 ? 0 : frame_at(i - 1), code_at(i),
                   static_cast<std::uint64_t>(1000 + i));
    }
    image_.thread(kThread, frame_at(depth - 1));
  }
  Image image_{GetParam()};
  const Address pointer_ = kThread + image_.offsets.thread_frame;
  RawStack stack_;
};

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

// Changes the target within a read: before a piece, or when it comes again.
class Changing final : public RemoteMemory {
 public:
  Changing(RemoteMemory& under, Address piece, std::function<void()> change)
      : under_(under), piece_(piece), change_(std::move(change)) {}

  bool armed = false;
  bool again = false;

  std::size_t read_ranges(std::span<const RemoteRange> ranges) override {
    auto is_piece = [&](const RemoteRange& one) { return one.from == piece_; };
    auto at = std::find_if(ranges.begin(), ranges.end(), is_piece);
    if (!armed || at == ranges.end()) return under_.read_ranges(ranges);
    if (again) at = std::find_if(at + 1, ranges.end(), is_piece);
    const auto before = static_cast<std::size_t>(at - ranges.begin());
    std::size_t size = under_.read_ranges(ranges.first(before));
    change_();
    return size + under_.read_ranges(ranges.subspan(before));
  }

 private:
  RemoteMemory& under_;
  Address piece_;
  std::function<void()> change_;
};

// Changes the target before each read.
class Restless final : public RemoteMemory {
 public:
  Restless(RemoteMemory& under, std::function<void(int)> before)
      : under_(under), before_(std::move(before)) {}

  std::size_t read_ranges(std::span<const RemoteRange> ranges) override {
    before_(reads_++);
    return under_.read_ranges(ranges);
  }

 private:
  RemoteMemory& under_;
  std::function<void(int)> before_;
  int reads_ = 0;
};

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

// The same state of the memory came round: both copies are of a moment at which
// frame 2 has called nobody yet, and frame 3 is what another one has left.
TEST_P(StackWalkerTest, WhoStandsAtNoCallHasCalledNobody) {
  const bool direct = image_.offsets.lines == cpython::LineFormat::kLocations;
  build(5);
  bool moves = true;
  Changing memory(image_.memory, pointer_, [&] {
    if (moves) image_.frame(frame_at(4), frame_at(3), code_at(4), 4242);
  });
  StackWalker walker(memory, image_.offsets, kThread, calls_at(2002));
  memory.armed = true;
  ASSERT_TRUE(walker.walk(stack_));
  build(5);
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_EQ(stack_.uncertain, direct);
  EXPECT_EQ(stack_.frames.size(), direct ? 3u : 5u);
  EXPECT_EQ(stack_.frames.back(), (RawFrame{frame_at(0), code_at(0), 1000}));
  // It stands at the call.
  build(5);
  image_.frame(frame_at(2), frame_at(1), code_at(2), 2002);
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_EQ(stack_.frames.size(), 5u);
  // Whatever is known of its instructions: it has not moved.
  moves = false;
  build(5);
  ASSERT_TRUE(walker.walk(stack_));
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_FALSE(stack_.moved);
  EXPECT_EQ(stack_.frames.size(), 5u);
}

// Likewise, but frame 2 stands at a call: that of another function.
TEST_P(StackWalkerTest, WhoCallsAnotherFunctionHasNotCalledThis) {
  const cpython::Offsets& at = image_.offsets;
  if (at.lines != cpython::LineFormat::kLocations) return;
  const Address called = 0x400000, other = 0x401000, method = 0x402000;
  image_.put<Address>(called + at.object_type, 0x500000);
  image_.put<Address>(other + at.object_type, 0x500000);
  image_.put<Address>(method + at.object_type, 0x501000);
  const Address on_stack = frame_at(2) + at.frame_locals;
  build(5);
  image_.put<Address>(frame_at(3) + at.frame_function, called);
  bool moves = true;
  Changing memory(image_.memory, pointer_, [&] {
    if (moves) image_.frame(frame_at(4), frame_at(3), code_at(4), 4242);
  });
  StackWalker walker(memory, at, kThread, [](Address code, Address, bool) {
    return cpython::CallSite{true, code == code_at(2) ? 0 : -1};
  });
  ASSERT_TRUE(walker.walk(stack_));
  memory.armed = true;
  // The function itself stands there, or what calls it; or above nothing.
  const std::vector<std::pair<Address, Address>> good = {
      {called, 0}, {0, called}, {method, other}, {0, 0}, {0, method}};
  const std::vector<std::pair<Address, Address>> bad = {
      {other, 0}, {0, other}, {other, method}};
  for (const bool is_good : {true, false}) {
    for (const auto& [first, second] : is_good ? good : bad) {
      image_.put<Address>(on_stack, first);
      image_.put<Address>(on_stack + 8, second);
      image_.frame(frame_at(4), frame_at(3), code_at(4), 1004);
      ASSERT_TRUE(walker.walk(stack_));
      EXPECT_TRUE(stack_.moved);
      EXPECT_EQ(stack_.frames.size(), is_good ? 5u : 3u) << first << second;
    }
  }
  // What stands still is believed, and does not run for having been doubted.
  moves = false;
  ASSERT_TRUE(walker.walk(stack_));
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_FALSE(stack_.moved);
  EXPECT_EQ(stack_.frames.size(), 5u);
}

// Both copies are the same, but it is not the same when it is read again.
TEST_P(StackWalkerTest, WhatIsDoubtedIsReadAgain) {
  if (image_.offsets.lines != cpython::LineFormat::kLocations) return;
  int torn_until = 0;
  int now = 0;
  Restless memory(image_.memory, [&](int read) {
    build(5);
    now = read;
    if (read < torn_until) {
      image_.frame(frame_at(2), frame_at(1), code_at(2), 3);
    }
  });
  StackWalker walker(memory, image_.offsets, kThread, calls_at(1002));
  ASSERT_TRUE(walker.walk(stack_));
  torn_until = now + 3;
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_EQ(now, torn_until);
  ASSERT_EQ(stack_.frames.size(), 5u);
  EXPECT_EQ(stack_.frames[2].instruction, 1002u);
}

// It was at the call when the next one ran, before it or after.
TEST_P(StackWalkerTest, AFrameThatMovedOnIsWhereItCalls) {
  if (image_.offsets.lines != cpython::LineFormat::kLocations) return;
  build(5);
  Changing memory(image_.memory, pointer_, [&] {
    image_.frame(frame_at(2), frame_at(1), code_at(2), 2002);
  });
  StackWalker walker(memory, image_.offsets, kThread, calls_at(2002));
  ASSERT_TRUE(walker.walk(stack_));
  build(5);
  memory.armed = true;
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_FALSE(stack_.uncertain);
  ASSERT_EQ(stack_.frames.size(), 5u);
  EXPECT_EQ(stack_.frames[2].instruction, 2002u);
}

// Only the second copy has the innermost one, as another call has left it: its
// caller there has not called anybody yet.
TEST_P(StackWalkerTest, TheInnermostFrameIsOfTheCopyInWhichItIsCalled) {
  if (image_.offsets.lines != cpython::LineFormat::kLocations) return;
  build(4);
  Changing memory(image_.memory, pointer_, [&] {
    image_.frame(frame_at(2), frame_at(1), code_at(2), 3);
    image_.frame(frame_at(3), frame_at(2), code_at(9), 1009);
    image_.thread(kThread, frame_at(3));
  });
  StackWalker walker(memory, image_.offsets, kThread, calls_at(1002));
  ASSERT_TRUE(walker.walk(stack_));
  build(4);
  image_.thread(kThread, frame_at(2));
  memory.armed = true;
  ASSERT_TRUE(walker.walk(stack_));
  EXPECT_TRUE(stack_.uncertain);
  EXPECT_EQ(stack_.frames.size(), 3u);
}

// Between it and its callers is C, which any instruction may have called.
TEST(StackWalker, WhatCCallsHasItsCallerAnywhere) {
  for (int minor : {11, 12}) {
    Image image(minor);
    const Address root = frame_at(0), entry = frame_at(1), leaf = frame_at(2);
    image.frame(root, 0, code_at(0), 7);
    if (minor == 12) {
      image.frame(entry, root, code_at(1), 8);
      image.put<unsigned char>(entry + image.offsets.frame_owner, 3);
      image.frame(leaf, entry, code_at(2), 9);
    } else {
      image.frame(leaf, root, code_at(2), 9);
      image.put<unsigned char>(leaf + image.offsets.frame_entry, 1);
    }
    image.thread(kThread, leaf);
    Changing memory(image.memory, kThread + image.offsets.thread_frame, [&] {
      image.put<std::uint64_t>(leaf + image.offsets.frame_instruction, 10);
    });
    StackWalker walker(
        memory, image.offsets, kThread,
        [](Address, Address, bool) { return cpython::CallSite{}; });
    RawStack stack;
    ASSERT_TRUE(walker.walk(stack));
    image.put<std::uint64_t>(leaf + image.offsets.frame_instruction, 9);
    memory.armed = true;
    ASSERT_TRUE(walker.walk(stack));
    EXPECT_TRUE(stack.moved);
    EXPECT_EQ(stack.frames.size(), 2u);
  }
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
