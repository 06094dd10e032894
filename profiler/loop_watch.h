// SPDX-License-Identifier: Apache-2.0
// Reads the iterators of the loops that the threads are inside of, now and
// then: twice in one look and once more at the next sample, so that pairs of
// all distances come together (see loop_tally.h). Like everything here without
// stopping the target: what is not an iterator, is not where it was a moment
// ago, or does not lie in the frame that was walked, is left out.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "profiler/code_cache.h"
#include "profiler/cpython/iterators.h"
#include "profiler/loop_tally.h"
#include "profiler/remote_memory.h"
#include "profiler/stack_walker.h"

namespace ppp::profiler {

class LoopWatch {
 public:
  /// All borrowed. `name_file` as for the Sampler.
  LoopWatch(RemoteMemory& memory, const cpython::Offsets& offsets,
            CodeCache& codes, LoopBook& book,
            const std::function<std::string(const std::string&)>& name_file);

  /// A sample of a thread has found this stack. `now_s`: of the sample;
  /// `important`: look in any case.
  void sample(Address thread, const RawStack& stack, double now_s,
              double weight, bool important);
  /// The thread has not run since.
  void still(Address thread, double weight) {
    threads_[thread].pending += weight;
  }
  /// The thread is gone, or sampling ends.
  void end(Address thread);

 private:
  // A loop on the stack of a thread.
  struct Running {
    int loop = 0;  // in the book
    Address frame = 0;
    Address code = 0;
    Address values = 0;  // the bottom of the frame's evaluation stack
    Address slot = 0;
    cpython::IteratorState state;
    LoopSight sight;
    bool entered = false;  // since the look before
  };
  struct Watched {
    std::vector<Running> running;  // at the last look, outermost first
    double looked_s = -1;
    bool again = false;  // at the next sample, too
    double pending = 0;  // intervals since the look
  };

  void look(Watched& watched, const RawStack& stack, double now_s);
  bool look_again(Watched& watched, const RawStack& stack, double now_s);
  bool find(const RawStack& stack, double now_s,
            const std::vector<Running>& before);
  bool add_loops(const RawFrame& frame, Code& code,
                 const std::vector<Running>& before);
  int loop_number(Code& code, int index);
  bool read_iterators();
  void compare(const std::vector<Running>& before);
  bool read_words(const std::vector<Running>& loops);
  LoopSight sight_of(const Running& one, std::size_t index, double at_s) const;
  void look_twice();
  void carry_on(const std::vector<Running>& before);
  void settle(Watched& watched);

  RemoteMemory& memory_;
  const cpython::Offsets& offsets_;
  CodeCache& codes_;
  LoopBook& book_;
  const std::function<std::string(const std::string&)>& name_file_;
  cpython::IteratorReader iterators_;
  std::unordered_map<Address, Watched> threads_;
  std::vector<Running> found_;
  bool cut_ = false;  // what is in found_ ends before the innermost loop
  std::vector<RemoteRange> ranges_;
  std::vector<Address> words_;
};

}  // namespace ppp::profiler
