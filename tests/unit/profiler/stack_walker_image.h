// SPDX-License-Identifier: Apache-2.0
// A stack in an image, and memories that change it while it is read.

#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "profiler/stack_walker.h"
#include "tests/unit/profiler/image.h"

namespace ppp::profiler {

inline constexpr Address kThread = 0x100000;
inline constexpr Address kFrames = 0x200000;
inline constexpr Address kCode = 0x300000;

inline Address frame_at(int depth) {
  return kFrames + static_cast<Address>(depth) * 128;
}
inline Address code_at(int depth) {
  return kCode + static_cast<Address>(depth) * 0x1000;
}

// Frame 2 calls at this instruction only, the others at any.
inline StackWalker::SiteOf calls_at(Address call) {
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

}  // namespace ppp::profiler
