// SPDX-License-Identifier: Apache-2.0
// Native stacks of the threads of one process, each told with the line of
// Python that it was called from.
//
// The snapshots come when the kernel makes them, the samples of Python's frames
// when we take them: the two never are of one moment, and of a loop over short
// calls the nearest sample is of another line as likely as not. So time only
// says which code objects a thread may be in: those on the two samples around
// the snapshot. Which of their instructions it is at stands in the snapshot
// itself: the interpreter's loop keeps the address of the next one in a
// register, which the unwinder restores, or in its frame (loop_position.h). A
// snapshot that does not show it is counted as such and belongs to no line.

#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <unordered_map>
#include <vector>

#include "profiler/native/loop_position.h"
#include "profiler/native/modules.h"
#include "profiler/native/native_tally.h"
#include "profiler/native/thread_events.h"
#include "profiler/native/unwinder.h"

namespace ppp::profiler::native {

class NativeWatch {
 public:
  NativeWatch(int pid, double rate_hz, NativeTally& tally);
  NativeWatch(const NativeWatch&) = delete;
  NativeWatch& operator=(const NativeWatch&) = delete;
  ~NativeWatch();

  /// Begins with a thread; nullopt, and a word in the tally, if refused.
  std::optional<ThreadEvents> open(int tid);

  /// The two samples of the Python stack around what is read.
  struct Between {
    double before_s = 0;
    double after_s = 0;
    std::span<const Bytecode> codes = {};   ///< that were on either
    std::optional<Frame> line_before = {};  ///< the innermost, if that is sure
    std::optional<Frame> line_after = {};
    bool settled = false;  ///< the thread has stayed at lines for long lately
  };
  /// Takes what has come of a thread since the last time.
  void read(ThreadEvents& events, const Between& between,
            const LineOf& line_of);

 private:
  // One whose line is not known yet: it may be later.
  struct Pending {
    std::vector<int> chain;
    LoopFrame loop;
  };
  struct Mapped {
    int all = 0;    // at first
    int later = 0;  // behind the present record
  };
  bool maps_hold(const ThreadEvents& events, Address ip, const Mapped& mapped,
                 double now_s);
  void take(const Snapshot& snapshot, const Between& between,
            const LineOf& line_of);
  bool find_loop();
  std::optional<Pending> loop_frame(const Snapshot& snapshot,
                                    const Between& between,
                                    const LineOf& line_of);
  std::optional<Pending> search_caller(const Snapshot& snapshot,
                                       const Between& between,
                                       const LineOf& line_of);
  bool join(const Pending& one);
  int function_of(const Module* module, const ElfFunction* function);
  // A module that may have the interpreter's loop.
  struct Interpreter {
    bool has_loop = false;
    std::optional<CodePart> rest;  // of the loop: it has no name
    bool keeps_base = false;       // the loop does
  };
  const Interpreter& interpreter_in(const Module& module);
  bool is_in_loop(const Module& module, const ElfFunction* function,
                  Address at);
  std::uint64_t next_period();
  void draw_period(ThreadEvents& events, std::uint64_t snapshot_ns);

  double rate_hz_;
  NativeTally& tally_;
  Modules modules_;
  Unwinder unwinder_;
  std::minstd_rand random_;
  std::unordered_map<const void*, int> functions_;  // by ElfFunction or Module
  std::unordered_map<const Module*, Interpreter> interpreters_;
  std::vector<int> chain_;
  LoopPosition position_;
  std::vector<Pending> pending_;
};

}  // namespace ppp::profiler::native
