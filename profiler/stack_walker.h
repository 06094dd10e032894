// SPDX-License-Identifier: Apache-2.0
// The frames of one thread, read while it runs.
//
// In one system call the memory that held the frames last time is copied twice,
// and the pointer to the innermost frame is read between the copies. The sample
// is of that moment: from there the frames are followed in the first copy, and
// the root-side frames that are the same calls in both are kept; the innermost
// one also where one copy only leads from it to those. The target is
// never stopped: a copy may join halves of two stacks, and holds what was
// returned from; a pointer may be older than the frames.
// A chain that ends in a generator was torn where that was just suspended, and
// one that ends elsewhere than the last one may be. Where what came round looks
// the same in both copies, a frame shows it that stands at no call, or has
// another function on its stack than the one of the next frame. Where nothing
// else has moved that is read again, and believed if it stays so.

#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "profiler/cpython/loop_map.h"
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
  /// Whether a frame that stands there may have called another one of Python
  /// without C between, and in which word behind its head it keeps what it
  /// called; as CodeCache::call_site.
  using SiteOf = std::function<cpython::CallSite(
      Address code, Address instruction, bool anew)>;

  StackWalker(RemoteMemory& memory, const cpython::Offsets& offsets,
              Address thread_state, SiteOf site_of = {});

  /// False when the memory could not be read or made no sense, several times
  /// in a row. `lock`: where the interpreter has its lock, to be read as well;
  /// or 0.
  bool walk(RawStack& stack, Address lock = 0);

  /// Where the innermost frame stands: the frame and its instruction.
  struct Leaf {
    Address frame = 0;
    Address instruction = 0;
    bool operator==(const Leaf&) const = default;
  };
  /// The interpreter's lock at a moment.
  struct Lock {
    Address holder = 0;
    bool locked = false;
  };
  /// As the last walk found it; none: not read.
  const std::optional<Lock>& lock() const { return lock_; }
  /// Some microseconds after a walk that saw nothing move.
  struct Again {
    bool still = false;        ///< the innermost frame stands where it stood
    bool moved = false;        ///< it does not; neither: that was not read
    std::optional<Lock> lock;  ///< none: not read
  };
  /// One read, or two if the walk did not foresee the innermost frame of
  /// `stack`. `lock`: where the interpreter has it, or 0.
  Again look_again(const RawStack& stack, Address lock);

 private:
  struct Range {
    Address begin = 0;
    std::size_t size = 0;
    std::size_t offset = 0;  // of its copies in the buffers
    std::size_t height = 0;  // of its innermost frame
  };
  struct Known {
    Address frame = 0;
    std::size_t height = 0;  // above the root, when it was seen last
  };

  struct Caller {
    Address code = 0;
    Address instruction = 0;
    cpython::CallSite site;
  };

  // Where a thread is: its innermost frame, until 3.12 through a cframe.
  struct Position {
    Address cframe = 0;
    Address frame = 0;
    bool operator==(const Position&) const = default;
  };
  using Bytes = std::vector<std::byte>;
  static constexpr std::size_t kNowhere = ~std::size_t{0};
  // Stands for the code of an entry frame until the end.
  static constexpr Address kEntry = 1;

  bool walk_once(RawStack& stack);
  bool rooted(const RawStack& stack);
  bool read_chain();
  bool read_plan();
  void note_time();
  std::size_t add_tail();
  std::size_t add_leaf(Address frame, Leaf& leaf);
  std::size_t add_lock(Address lock);
  Lock lock_read() const;
  Address frame_pointer() const;
  std::size_t find(Address address, std::size_t size) const;
  bool follow(Address frame, bool& missing);
  const std::byte* frame_bytes(const Bytes& copy, Address frame, bool& missing);
  Position position(Address pointer, const std::byte* cframes) const;
  Position before() const;
  Position between() const;
  bool executes(const std::byte* frame) const;
  RawFrame decode(Address frame, const std::byte* bytes) const;
  struct Agreement {
    bool same = false;        // it is the same call
    Address instruction = 0;  // in the second copy
  };
  Agreement agreement(const RawFrame& frame, Address back) const;
  bool still_doubted(const RawStack& stack, int& doubts);
  std::size_t meeting() const;
  const std::byte* first_leaf() const;
  bool calls_directly(std::size_t outer) const;
  bool has_called(std::size_t outer, Address instruction);
  bool can_have_called(std::size_t outer, Address instruction, bool anew);
  bool calls_that(const Bytes& copy, std::size_t outer, Address instruction,
                  int callable, bool& told);
  bool same_type(Address one, Address other);
  std::size_t first_that_calls(std::size_t keep);
  void keep_agreed(RawStack& stack);
  void remember(Address cframe);
  void plan_for(Address cframe);
  void build_plan();

  RemoteMemory& memory_;
  const cpython::Offsets& offsets_;
  Address thread_;
  SiteOf site_of_;
  std::size_t thread_size_;
  std::vector<Address> cframes_;  // to be planned for, the last one last
  RawFrame root_;                 // the outermost frame, without instruction
  RawFrame maybe_root_;           // another, seen last
  std::vector<Known> known_;      // frames that the plan covers, sorted
  std::vector<Range> plan_;  // sorted; [0] thread, then cframes, then frames
  std::size_t plan_size_ = 0;
  std::vector<std::size_t> inward_;  // the ranges of frames, outermost first
  Bytes first_;
  Bytes second_;
  std::vector<Caller> callers_;  // by distance from the root, seen last
  Address pointer_ = 0;          // the thread's, between the copies
  Bytes cframes_between_;
  Bytes single_;
  std::vector<RemoteRange> pieces_;
  std::int64_t quick_ns_ = 0;  // what a read of the plan takes; 0: not known
  bool slow_ = false;          // the last one took much longer
  bool hurried_ = false;       // it follows another one at once
  bool came_later_ = false;    // to the innermost frame: after the first copy
  std::vector<RawFrame> chain_;
  std::vector<Address> backs_;      // of its frames
  std::vector<bool> from_c_;        // likewise: C is between it and its caller
  std::vector<Address> elsewhere_;  // where the other copy has them
  bool lone_leaf_ = false;          // one copy only has the innermost frame
  bool doubtful_ = false;           // nothing moved, but some have not called
  std::vector<RawFrame> sure_;      // a chain that was none of those
  std::vector<RawFrame> doubted_;   // one that was
  Address foreseen_ = 0;            // the innermost frame at the last walk
  Address tail_frame_ = 0;          // of tail_; 0: not read
  Leaf tail_;                       // read last, in the same call
  Address lock_at_ = 0;             // 0: not to be read
  std::array<std::byte, 72> lock_bytes_{};  // what is read of it in its place
  std::optional<Lock> lock_;
};

}  // namespace ppp::profiler
