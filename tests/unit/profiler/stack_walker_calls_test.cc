// SPDX-License-Identifier: Apache-2.0
// Chains in which a frame cannot have called the next one.

#include <gtest/gtest.h>

#include "profiler/stack_walker.h"
#include "tests/unit/profiler/stack_walker_image.h"

namespace ppp::profiler {
namespace {

class StackWalkerCalls : public StackWalkerTest {};

// The same state of the memory came round: both copies are of a moment at which
// frame 2 has called nobody yet, and frame 3 is what another one has left.
TEST_P(StackWalkerCalls, WhoStandsAtNoCallHasCalledNobody) {
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
TEST_P(StackWalkerCalls, WhoCallsAnotherFunctionHasNotCalledThis) {
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
TEST_P(StackWalkerCalls, WhatIsDoubtedIsReadAgain) {
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
TEST_P(StackWalkerCalls, AFrameThatMovedOnIsWhereItCalls) {
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
TEST_P(StackWalkerCalls, TheInnermostFrameIsOfTheCopyInWhichItIsCalled) {
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
TEST(StackWalkerCall, WhatCCallsHasItsCallerAnywhere) {
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

INSTANTIATE_TEST_SUITE_P(Versions, StackWalkerCalls,
                         ::testing::Values(8, 9, 10, 11, 12));

}  // namespace
}  // namespace ppp::profiler
