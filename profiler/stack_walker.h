// SPDX-License-Identifier: Apache-2.0
// The frames of one thread, read while it runs.
//
// The memory that held the frames last time is copied twice in one system call
// and the frames are followed in the first copy. Only the root-side frames that
// are the same in both copies are kept, and the first that has moved on: the
// target is never stopped, so a chain read once may join halves of two stacks.
// A chain that ends in a generator was torn where that was just suspended, and
// one that ends elsewhere than the last one may be.

#pragma once

#include <cstdint>
#include <vector>

#include "profiler/cpython/offsets.h"
#include "profiler/remote_memory.h"

namespace ppp::profiler {

/// A frame as it stands in memory. `instruction` is a pointer from 3.11 on,
/// before an index.
struct RawFrame {
  Address frame = 0;
  Address code = 0;
  Address instruction = 0;

  bool operator==(const RawFrame&) const = default;
};

/// What a walk found. Innermost frame first.
struct RawStack {
  std::vector<RawFrame> frames;
  std::uint64_t thread_id = 0;  ///< the state's native id, or its pthread_t
  bool uncertain =
      false;           ///< inner frames were dropped: they changed meanwhile
  bool moved = false;  ///< it changed while it was read: the thread runs

  bool operator==(const RawStack&) const = default;
};

/// Walks one thread again and again; remembers where its frames were.
class StackWalker {
 public:
  StackWalker(RemoteMemory& memory, const cpython::Offsets& offsets,
              Address thread_state);

  /// Also to be read with each walk; 0: nothing.
  void watch_lock(Address lock) { lock_ = lock; }

  /// False when the memory could not be read or made no sense, several times
  /// in a row.
  bool walk(RawStack& stack);

  /// The interpreter's lock as the last walk saw it; false: it did not.
  bool lock_seen(Address& holder, bool& locked) const;

  /// Where the innermost frame stood at the moment: the frame and its
  /// instruction. Cheap: two reads. Uses the frame of `stack`.
  struct Leaf {
    Address frame = 0;
    Address instruction = 0;
    bool operator==(const Leaf&) const = default;
  };
  bool read_leaf(const RawFrame& leaf, Leaf& now);
  /// Whether the innermost frame still stood at `leaf` when the last walk came
  /// to its end, two times. Reads only if the walk did not foresee the frame.
  bool still_at(const Leaf& leaf, const RawFrame& frame);

 private:
  struct Range {
    Address begin = 0;
    std::size_t size = 0;
    std::size_t offset = 0;  // of its copies in the buffers
  };

  // Read last, in the same call.
  struct Tail {
    Address holder = 0;
    std::int32_t locked = 0;
    Leaf leaves[2];
  };

  bool walk_once(RawStack& stack);
  bool rooted(const RawStack& stack);
  bool read_plan();
  std::size_t add_tail();
  Address frame_pointer() const;
  const std::byte* find(Address address, std::size_t size) const;
  bool follow(RawStack& stack, std::vector<Address>& backs, bool& missing);
  const std::byte* frame_bytes(Address frame, bool& missing);
  Address first_frame(bool& missing);
  RawFrame decode(Address frame, const std::byte* bytes) const;
  // Of a frame in the two copies.
  enum class Agreement { kSame, kMoved, kOther };
  Agreement agreement(const RawFrame& frame, Address back) const;
  void keep_agreed(RawStack& stack, const std::vector<Address>& backs) const;
  void plan_for(const std::vector<Address>& frames);
  void build_plan();

  RemoteMemory& memory_;
  const cpython::Offsets& offsets_;
  Address thread_;
  std::size_t thread_size_;
  Address cframe_ = 0;          // to be planned for
  RawFrame root_;               // the outermost frame, without instruction
  RawFrame maybe_root_;         // another, seen last
  std::vector<Address> known_;  // frames that the plan covers, sorted
  std::vector<Range> plan_;     // sorted; [0] thread, then cframe, then frames
  std::size_t plan_size_ = 0;
  std::vector<std::byte> first_;
  std::vector<std::byte> second_;
  std::vector<std::byte> single_;
  std::vector<RemoteRange> pieces_;
  std::vector<Address> backs_;
  std::vector<Address> frames_;
  Address lock_ = 0;
  Address foreseen_ = 0;    // the innermost frame at the last walk
  Address tail_frame_ = 0;  // of tail_.leaves; 0: not read
  bool tail_lock_ = false;  // tail_ has the lock
  Tail tail_;
};

}  // namespace ppp::profiler
