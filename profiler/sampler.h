// SPDX-License-Identifier: Apache-2.0
// One look after another at a running Python: threads, stacks, what each does.
//
// A thread that has waited for the interpreter lock and runs without holding it
// at the same instruction is about to take it: that still counts as the wait.
//
// Python or native? A running thread is in native code when it does not hold
// the interpreter lock, or when its innermost Python frame stands at one and
// the same instruction in four reads some microseconds apart: no bytecode
// takes that long, a call into C does. A thread that is ready but has no CPU
// stands still too: the kernel says how much of its time that was, and that
// share of the samples is taken off again (by windows, so single samples may
// count more than 1 or less than 0). Where it shares our CPU it cannot have
// moved between the reads; then it must stand there in two samples running. A
// loop of two or three instructions can be taken for native in part.
//
// Tasks of asyncio (task_walker.h): while a thread with an event loop sleeps
// and runs none, its tasks are read once for each of its sleeps, and that holds
// if it has slept on when all are read; else fewer are tried the next time.
// Many tasks are read less often, and what was seen then stands for the time
// since the reading before.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "profiler/aggregate.h"
#include "profiler/code_cache.h"
#include "profiler/cpython/interpreter.h"
#include "profiler/loop_watch.h"
#include "profiler/native/native_watch.h"
#include "profiler/remote_memory.h"
#include "profiler/stack_walker.h"
#include "profiler/task_tally.h"
#include "profiler/task_walker.h"
#include "profiler/threads.h"
#include "profiler/word_watch.h"

namespace ppp::profiler {

class Sampler {
 public:
  /// `name_file` turns a code object's file name into the one to report.
  /// `native`: also takes native stacks, if there is one.
  Sampler(int pid, RemoteMemory& memory,
          const cpython::Interpreter& interpreter, Aggregator& aggregator,
          LoopBook& loops, TaskTally& tasks,
          std::function<std::string(const std::string&)> name_file,
          std::unique_ptr<native::NativeWatch> native = nullptr);

  /// Looks at all Python threads once. `now_s`: a steady clock. The samples
  /// stand for `weight` intervals, those missed before it included. Returns the
  /// number of samples that could not be taken; -1 when the interpreter's own
  /// state could not be read (it ends, or another program was exec'ed).
  int sample(double now_s, std::int64_t weight);

  /// To be called once, after the last sample.
  void finish();

 private:
  // A running sample that may have been in native code.
  struct Still {
    int stack = 0;
    bool still = false;
    std::int64_t weight = 1;
  };
  struct Tracked {
    std::uint64_t thread_id = 0;  // as the thread state holds it
    int native_id = 0;
    int thread = 0;  // in the aggregator
    std::unique_ptr<StackWalker> walker;
    std::unique_ptr<ThreadProbe> probe;
    RawStack stack;
    int stack_index = -1;
    // What the stack was resolved to, outermost first, and until when frames
    // that are the same need not be looked up.
    std::vector<RawFrame> resolved;
    std::vector<int> frames;       // in the aggregator
    std::vector<int> expressions;  // likewise
    double resolved_until_s = 0;
    Activity activity;
    StackWalker::Leaf leaf;  // of this sample
    StackWalker::Again again;
    double runs_s = -1;  // when it was seen to run, if nothing else since
    std::vector<Still> window;
    double window_s = 0;
    RunTimes window_start;
    // Of an event loop that sleeps.
    TaskTally::Look tasks;
    bool tasks_known = false;      // since it fell asleep
    bool no_event_loop = false;    // likewise
    std::int64_t tasks_since = 0;  // intervals that the next reading stands for
    double tasks_due_s = 0;
    std::size_t tasks_most = 1024;  // to be read: fewer where it sleeps briefly
    bool seen = false;
    // Native stacks, and the code that the sample before found.
    std::optional<native::ThreadEvents> events;
    std::vector<Address> codes_before;
    double before_s = 0;
    int leaf_before = -1;  // its innermost frame, if that was sure
    int leaf_run = 0;      // samples in a row that found it
    int restless = 0;      // samples for which short runs are remembered
  };

  bool list_threads();
  bool list_holds();
  std::optional<Address> link(Address at);
  bool has_ended();
  bool walk(Tracked& tracked, Address lock = 0);
  void look_closer(Tracked& tracked, std::optional<ThreadState>& what,
                   double now_s);
  void look_for_gil(double now_s);
  void look_for_tasks(double now_s);
  void count_tasks(Address state, Tracked& tracked, bool running, double now_s);
  void count_running_task(Tracked& tracked, Address task, bool running,
                          double now_s);
  bool read_tasks(Address state, Address loop, Tracked& tracked, double now_s);
  int await_of(const AwaitChain& chain, double now_s);
  bool add_thread(Address state);
  int native_id(std::uint64_t thread_id);
  bool sample_thread(Address state, Tracked& tracked, double now_s);
  Wait wait_of(const Tracked& tracked, const ThreadState& state) const;
  // What the sample before this one found.
  struct Before {
    StackWalker::Leaf leaf;
    Activity activity;
  };
  Activity activity_of(Tracked& tracked, const ThreadState& state,
                       Address thread, const Before& before, double now_s);
  bool stands_still(Tracked& tracked, const Before& before);
  void close_window(Tracked& tracked);
  void end_thread(Address state, Tracked& tracked);
  int resolve(Tracked& tracked, double now_s);
  std::size_t still_resolved(const Tracked& tracked, double now_s) const;
  int frame_index(const RawFrame& raw, double now_s, int& expression);
  void read_native(Tracked& tracked, double now_s);
  std::optional<Frame> line_of(const native::Bytecode& code, std::size_t unit,
                               double now_s);

  int pid_;
  RemoteMemory& memory_;
  cpython::Interpreter interpreter_;
  Aggregator& aggregator_;
  TaskTally& tasks_;
  std::optional<TaskWalker> task_walker_;
  bool uses_asyncio_ = false;
  double tasks_pause_s_ = 0.005;
  double tasks_next_s_ = 0;
  std::function<std::string(const std::string&)> name_file_;
  CodeCache codes_;
  LoopWatch loops_;
  ProcSurroundings surroundings_;
  ThreadIds thread_ids_;
  std::vector<Address> order_;  // thread states, as listed
  WordWatch links_;             // the words that tell them
  std::unordered_map<Address, Tracked> threads_;
  double listed_s_ = -1;
  Address gil_ = 0;  // 0: not found yet
  double gil_pause_s_ = 0.005;
  double gil_next_s_ = 0;
  std::int64_t weight_ = 1;  // of the present sample
  std::vector<Address> addresses_;
  std::unique_ptr<native::NativeWatch> native_;
  std::vector<native::Bytecode> bytecodes_;
};

}  // namespace ppp::profiler
