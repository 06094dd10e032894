// SPDX-License-Identifier: Apache-2.0
// Profile: what a run of a Python program spent its time on. Plain data; the
// value that stage 1 hands on.

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace ppp::profiler {

/// Why a thread was not running. kGil: it waits for the interpreter lock.
enum class Wait { kNetwork, kDisk, kSleep, kLock, kChild, kGil, kOther };
inline constexpr int kWaitCount = 7;

/// Seconds of a set of samples.
/// Invariant: wall_s = cpu_s + the sum of wait_s, up to rounding. Of a run that
/// another tool recorded only wall_s is known.
struct Cost {
  /// Samples times the mean interval; a late sample stands for those missed
  /// before it.
  double wall_s = 0;
  /// The part in which the thread was running or ready to run: on a busy
  /// machine more than the kernel counts.
  double cpu_s = 0;
  double python_s = 0;  ///< part of cpu_s in the bytecode interpreter
  double native_s = 0;  ///< part of cpu_s in one instruction for microseconds:
                        ///< below a call into native code (see sampler.h)
  /// Part of native_s in which the thread did not hold the interpreter lock:
  /// other threads could run meanwhile.
  double nogil_s = 0;
  std::array<double, kWaitCount> wait_s{};  ///< indexed by Wait

  bool operator==(const Cost&) const = default;
  Cost& operator+=(const Cost& other);
};

/// One code position.
struct Frame {
  std::string file;      ///< relative to the target's directory if below it
  std::string function;  ///< qualified name where the version has it
  int line = 0;          ///< 1-based; 0: the interpreter gave none
  int first_line = 0;    ///< of the function

  bool operator==(const Frame&) const = default;
};

/// Where on its line an expression begins and where it ends (PEP 657). As in
/// Python's ast: from 0 and in bytes of UTF-8, the end is the first behind it.
struct Columns {
  int begin = 0;
  int end_line = 0;  ///< 0: not known
  int end = 0;

  auto operator<=>(const Columns&) const = default;
};

/// Samples of one thread with the same Python stack.
struct Stack {
  int thread = 0;           ///< index into Profile::threads
  std::vector<int> frames;  ///< indices into Profile::frames, outermost first
  std::int64_t samples = 0;
  Cost cost;

  bool operator==(const Stack&) const = default;
};

struct Thread {
  std::int64_t native_id = 0;
  bool main = false;

  bool operator==(const Thread&) const = default;
};

/// A `for` loop, or a `for` of a comprehension, that some look was inside of:
/// how often it ran, as far as its iterators told. Estimates, never proofs.
struct LoopFact {
  std::string file;
  std::string function;
  int line = 0;  ///< of the iterable, hence as a rule of the `for`
  /// What it draws from: "range", "list", "zip(list, list)", "generator", …
  std::string source;
  std::int64_t looks = 0;  ///< that found it running
  /// How often it was begun: at least what was seen, else from its speed.
  double entries = 0;
  std::int64_t iterations = 0;  ///< of its longest entry; 0: not readable
  double per_entry = 0;   ///< iterations of an entry, mean; 0: not readable
  double per_second = 0;  ///< iterations while it runs; 0: not known
  double wall_s = 0;      ///< for which it ran, callees included

  bool operator==(const LoopFact&) const = default;
};

/// What was sampled in one of several expressions of a line: at an instruction
/// that computes it, not one that computes a part of it.
struct ExpressionCost {
  std::string file;
  int line = 0;  ///< where it begins
  Columns columns;
  double self_s = 0;   ///< wall time, on the innermost Python frame
  double total_s = 0;  ///< anywhere on the stack (counted once per sample)

  bool operator==(const ExpressionCost&) const = default;
};

/// What a task ran: its coroutine's function, and the name that the program
/// gave it.
struct TaskCost {
  std::string name;  ///< "" for those that asyncio numbers
  std::string file;  ///< of the function, as of a Frame
  std::string function;
  int first_line = 0;
  double running_s = 0;  ///< it was the one that ran
  /// Part of running_s in which its thread slept: it held up all others.
  double blocked_s = 0;

  bool operator==(const TaskCost&) const = default;
};

/// One chain of coroutines at which tasks waited.
struct AwaitCost {
  std::vector<int> frames;  ///< indices into Profile::frames, outermost first
  double wall_s = 0;        ///< of each task that waited there, added up
  int most = 0;             ///< tasks that waited there at once

  bool operator==(const AwaitCost&) const = default;
};

/// The tasks of asyncio's event loops. None of this is part of the stacks.
struct Tasks {
  bool told = false;  ///< this Python tells its tasks, and an event loop ran
  /// A thread with an event loop slept and ran no task: what tasks wait for
  /// counts only then.
  double idle_s = 0;
  double untold_s = 0;  ///< the part in which they could not be read
  double cut_s = 0;     ///< the part in which there were too many: oldest only
  double unread_s = 0;  ///< of single tasks that made no sense, added up
  int most = 0;         ///< tasks that waited at once
  std::vector<TaskCost> costs;    ///< by falling running_s, then by place
  std::vector<AwaitCost> awaits;  ///< by falling wall_s, then frames

  bool operator==(const Tasks&) const = default;
};

/// A function of a program or a library that is no Python.
struct NativeFunction {
  std::string name;          ///< demangled; "": the file has no name for it
  std::string library;       ///< "libz"; "": it stands in no file
  bool interpreter = false;  ///< it belongs to the Python interpreter

  bool operator==(const NativeFunction&) const = default;
};

/// Snapshots with the same native functions called from one line of Python.
struct NativeStack {
  std::string file;
  int line = 0;
  std::string function;  ///< of Python, as of a Frame
  /// Indices into NativeCosts::functions, outermost first, from the one that
  /// the interpreter called. Empty: the interpreter itself ran.
  std::vector<int> functions;
  std::int64_t samples = 0;

  bool operator==(const NativeStack&) const = default;
};

/// What ran on the CPU below the lines of Python, by snapshots of the native
/// stack at even shares of CPU time. None of this is part of the stacks.
struct NativeCosts {
  bool asked = false;
  std::string refused;           ///< why threads have none; "": all have
  double rate_hz = 0;            ///< of a thread's CPU time, about
  bool kernel = true;            ///< CPU time in the kernel counts, too
  std::int64_t joined = 0;       ///< snapshots with a line: all of `stacks`
  std::int64_t no_room = 0;      ///< dropped by the kernel
  std::int64_t far = 0;          ///< far from any sample of the Python stack
  std::int64_t not_unwound = 0;  ///< no way back to the interpreter's loop
  std::int64_t no_line = 0;      ///< which did not show the line
  std::vector<NativeFunction> functions;
  std::vector<NativeStack> stacks;  ///< by file, line, function, functions

  bool operator==(const NativeCosts&) const = default;
};

/// What another tool's file tells of the run, and what not.
struct Origin {
  std::string format;           ///< "speedscope"; "": we recorded the run
  bool counts_samples = false;  ///< all costs are samples, not seconds
  /// Frames tell functions. Which of their lines ran is not known, and frames
  /// stand on the first.
  bool whole_functions = false;

  bool operator==(const Origin&) const = default;
};

/// One recorded run, or one process of it.
struct Profile {
  std::vector<std::string> command;  ///< as the user gave it: script and args
  std::string executable;            ///< the interpreter
  std::string python;                ///< "3.11.7"
  bool whole = true;                 ///< false: a part of the run was watched
  double wall_s = 0;                 ///< the run, start to end, or the part
  double cpu_s = 0;                  ///< of the process, from the kernel
  std::int64_t samples = 0;          ///< taken, all threads
  double rate_hz = 0;                ///< asked for
  std::int64_t missed = 0;           ///< due but not taken in time
  std::int64_t errors = 0;  ///< read or decode failures, not counted above
  int max_threads = 0;  ///< most threads alive at once, native ones included
  std::vector<Thread> threads;
  std::vector<Frame> frames;
  std::vector<Stack> stacks;
  std::vector<LoopFact> loops;  ///< by file, line, place in the bytecode
  /// Of lines where more than one has samples; by file, line, columns. None
  /// before 3.11 and where the program has no columns.
  std::vector<ExpressionCost> expressions;
  Tasks tasks;
  NativeCosts native;
  Origin origin;

  int pid = 0;           ///< 0: not known
  int parent = 0;        ///< of one of `processes`; 0: it had none any more
  double started_s = 0;  ///< of one of `processes`: after the run's start
  /// The Python processes below it, by their start, each with all the above.
  /// Nothing of them is in the numbers and lists above.
  std::vector<Profile> processes;
  /// Processes below it that were seen and not sampled: they ran no Python,
  /// were not to be read, ended too soon, or were too many.
  std::int64_t unsampled = 0;

  bool operator==(const Profile&) const = default;
};

/// What one line cost. Self: it was the innermost Python line. Total: it was
/// anywhere on the stack (counted once per sample).
struct LineCost {
  std::string file;
  int line = 0;
  Cost self;
  double total_s = 0;

  bool operator==(const LineCost&) const = default;
};

/// All lines, by falling self wall time, then file and line.
std::vector<LineCost> line_costs(const Profile& profile);

/// What of a line's CPU time one thing took.
struct NativeShare {
  /// "zlib_compress → deflate (libz)": the function that the interpreter
  /// called, and the one by which the innermost library was entered.
  /// "bytecode", where no other function ran than the interpreter's loop.
  std::string what;
  std::int64_t samples = 0;

  bool operator==(const NativeShare&) const = default;
};

/// By falling samples, then by name. Functions of the interpreter do not show
/// between and below those of libraries.
std::vector<NativeShare> native_shares(const Profile& profile,
                                       const std::string& file, int line);

/// The line at which tasks wait, to show: the innermost one of the program's
/// own files, else the innermost. Of an AwaitCost with frames.
const Frame& awaiting_frame(const Profile& profile, const AwaitCost& cost);

/// An event loop of asyncio ran.
bool has_event_loop(const Profile& profile);

/// A process as all reports name it: its pid, and of its command what fits on
/// a line.
std::string process_name(const Profile& process);

/// What is known of the loop on these lines of a file: the first fact in there,
/// which is the outermost. nullptr: nothing. Points into `profile`.
const LoopFact* loop_fact(const Profile& profile, const std::string& file,
                          int line, int end_line);

}  // namespace ppp::profiler
