// SPDX-License-Identifier: Apache-2.0
// Plan: for every hot loop either a Candidate or a Decline. Plain data; the
// value that stage 2 hands on. Byte ranges refer to the file of the loop, as it
// was when the plan was made.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/kernel.h"
#include "base/edit.h"
#include "base/span.h"
#include "profiler/profile.h"

namespace ppp::advisor {

/// What a hot spot does with its time, by measurement.
enum class TimeClass {
  kCpuPython,
  kCpuNative,
  kIoNetwork,
  kIoDisk,
  kIoSleep,
  kIoChild,
  kIoLock,
  kMixed,
  kUnknown,  ///< another tool recorded the run
};

enum class LoopKind {
  kFor,
  kWhile,
  kListComprehension,
  kSetComprehension,
  kDictComprehension,
  kGeneratorExpression,
  kMapCall,   ///< map(), filter() or starmap(), used up at once
  kKeyCall,   ///< max(), min(), sorted(), sort() with a key function
  kSequence,  ///< no loop: independent calls in consecutive statements
  kRowCall,   ///< apply() or map() of a table of pandas
};

/// What the probe measured of a loop's first iterations, in an instrumented
/// run of the original. Means over those iterations; bytes are those of
/// pickles.
struct LoopMeasure {
  int sampled = 0;                   ///< iterations measured; never 0
  double seconds_per_iteration = 0;  ///< callees included
  double item_bytes = 0;             ///< what the target binds, per iteration
  double result_bytes = 0;           ///< what comes back, per iteration
  double capture_bytes = 0;          ///< what every worker needs, once

  bool operator==(const LoopMeasure&) const = default;
};

/// A hot loop and what was measured about it.
struct HotLoop {
  Span span;        ///< the whole statement or expression
  ByteRange range;  ///< the same in bytes
  LoopKind kind = LoopKind::kFor;
  std::string function;  ///< qualified name of the enclosing function, or ""
  TimeClass time_class = TimeClass::kCpuPython;
  double share = 0;     ///< of the run's wall time, callees included; 0 to 1
  profiler::Cost cost;  ///< callees included
  double entries = 0;   ///< how often it was begun, an estimate; 0: not known
  std::int64_t iterations = 0;  ///< of its longest entry; 0: not known
  /// Set when the loop was probed.
  std::optional<LoopMeasure> measure;
  /// Hot loops (by range and file) that run this one: around it in the source
  /// or in a caller. A loop is never parallelised inside another one.
  std::vector<Span> inside;

  bool operator==(const HotLoop&) const = default;
};

/// One statement of why.
struct Reason {
  std::string id;            ///< stable: "writes-shared-state"
  std::string message;       ///< "appends to `seen`, read on line 12"
  std::vector<Span> spans;   ///< the places that the message speaks of
  std::string subject = {};  ///< the variable or expression at fault, or ""
  std::string remedy = {};   ///< what would make the loop parallel, or ""
  /// What would have to be assumed for this to be no reason; "": it is final.
  std::string assumption = {};

  bool operator==(const Reason&) const = default;
};

/// A name from outside the iteration that the work reads. It is not written
/// while the loop runs.
struct Capture {
  enum class Kind {
    kGlobal,  ///< a module-level name of the loop's module: a function of that
              ///< module sees it without being told
    kSmall,   ///< a local holding a number, string, None, … : cheap to send
    kObject,  ///< any other local: send once per worker
    kSelf,    ///< a function local that cannot be sent (defined inside a
              ///< function, lambda): the work must inline or lift it
  };
  std::string name;
  Kind kind = Kind::kGlobal;

  bool operator==(const Capture&) const = default;
};

/// A number, list or dict that the work only adds to, in nested statements. The
/// work starts with an empty one; what it gives is added where the work stood,
/// which is exact for integers and lists.
struct Accumulator {
  enum class Kind {
    kInteger,  ///< `name += …` and `name -= …`; only ever an int
    kList,     ///< `name.append(…)`
    // Of ints, under keys that are equal wherever they were made:
    kCounter,      ///< collections.Counter
    kDefaultDict,  ///< collections.defaultdict(int)
    kDict,
  };
  std::string name;
  Kind kind = Kind::kInteger;
  std::string empty;  ///< what makes an empty one there: "0", "Counter()"

  bool operator==(const Accumulator&) const = default;
};

/// Workers that have sessions of a database server. It lets in a fixed number,
/// a hundred or so, from all that use it.
inline constexpr int kMostSessions = 16;

/// An object that one thread at a time may use, made before the loop: every
/// worker has one of its own, made in the same way or copied. Ranges are of the
/// loop's file.
struct PerWorker {
  enum class Close {
    kNever,    ///< goes with what it was made from
    kClosing,  ///< contextlib.closing()
    kWith,     ///< it is a context manager
  };
  std::string name;  ///< the variable for the program's own
  /// Not "": the variable holds an instance of a class of the program, and that
  /// has it under this name. A worker has a shallow copy of the instance, with
  /// an object of its own in that place.
  std::string attribute = {};
  /// It is a deep copy of the program's own, taken when the worker begins.
  bool copied = false;
  ByteRange made = {};  ///< the call that makes it, unless it is copied
  /// The same call with what there is where the loop begins; "": as it is.
  std::string call = {};
  /// To be added to that call, "check_same_thread=False", or "".
  std::string argument;
  /// Assignments to its attributes, in order.
  std::vector<ByteRange> configured;
  Close close = Close::kNever;
  bool session = false;  ///< of a database server
  /// Where functions of the module, which the work calls, read the variable.
  std::vector<ByteRange> readers = {};

  /// "self.session"
  std::string text() const {
    return attribute.empty() ? name : name + "." + attribute;
  }
  bool operator==(const PerWorker&) const = default;
};

/// A condition of the loop's body.
struct Guard {
  ByteRange condition;
  bool wanted = false;

  bool operator==(const Guard&) const = default;
};

/// Whether what a worker gives may be an array of NumPy.
enum class GivenArrays {
  kNone,
  kAll,      ///< it is one
  kPerhaps,  ///< or something else that holds none
  kParts,    ///< it is a tuple or list, of which some may be arrays
  kValues,   ///< it is a dict, of whose values some may be arrays
};

/// The part of an iteration that may run concurrently with that of any other
/// iteration: it writes nothing that outlives it but its results, and reads
/// nothing that the loop changes. Everything else in the loop (the commit part)
/// stays where it is and runs in the original order.
struct Work {
  /// Either one expression, evaluated unconditionally exactly once per
  /// iteration (a comprehension's element or condition, a call inside a
  /// statement) …
  std::optional<ByteRange> expression;
  /// … or a run of consecutive statements of the loop's body.
  std::vector<ByteRange> statements;
  /// The expression gives a function, and calling it with an item is the work:
  /// map(f, xs), max(xs, key=f). `expression` is then the function's place.
  bool applies = false;
  /// With an expression or guards, or where it is caught: earlier statements of
  /// the body that bind names which it reads. They go into the work ahead of
  /// it.
  std::vector<ByteRange> prelude;
  /// An iteration comes to the work only if all of these come out as wanted, in
  /// source order, each asked only then. They may be asked twice: the loop
  /// keeps them and its prelude, and a worker does nothing for an item that it
  /// passes over. Then a result is not looked at in an iteration that does not
  /// come to the work, nor has the expression a part that is evaluated before
  /// it.
  std::vector<Guard> guards;
  /// What only the guards read may change in the loop: a worker may ask them
  /// when that is out of date, even in items that the loop never comes to. Its
  /// answer decides nothing but whether it does the work; the loop's does.
  bool stale_guards = false;
  /// Of that the variables of the loop's function that hold numbers or None.
  std::vector<std::string> guard_numbers;
  /// The prelude must also stay where it is: its names are read elsewhere, or
  /// other statements stand between it and the expression.
  bool prelude_stays = false;
  /// Names bound by the loop's target that the work reads, in target order.
  std::vector<std::string> items;
  std::vector<Capture> captures;  ///< sorted by name
  /// Names bound by `statements` that the commit part or the code after the
  /// loop reads, in order of first binding. Empty for an expression.
  std::vector<std::string> results;
  /// Of `statements`; none of them is one of `results`. If an iteration raises,
  /// what it had added before is lost: fit where nobody can look at it then.
  std::vector<Accumulator> accumulators;
  /// What every worker needs of its own, in the order in which it is made. Some
  /// of it may only be needed to make the rest.
  std::vector<PerWorker> per_worker;
  /// What it asks does not bear more workers; 0: any number.
  int most_workers = 0;
  /// It prints, to stdout or stderr only: what it prints must come out
  /// where the work stood. Then it is statements, or leads, and is no
  /// comprehension's.
  bool prints = false;
  bool prints_errors = false;  ///< to stderr
  /// The loggers that it tells something, as arguments of getLogger() in the
  /// loop's file ("": the root logger): what it tells them must come out where
  /// the work stood.
  std::vector<std::string> loggers;
  /// Nothing with an effect, and nothing that may raise, runs in an iteration
  /// before the work. Then results may be taken at the loop's head.
  bool leads = false;
  /// It is an expression, and the statement that holds it (`statement_of()`)
  /// begins with it: what fails there may as well fail in front of it.
  bool begins_statement = false;
  /// It is what a `try` in the body begins with: an item that raises need not
  /// end the loop. Of statements nobody looks at a result then.
  bool caught = false;
  /// Where it raises, it may be done once more: it is proven, prints nothing,
  /// and reads nothing outside the program but the environment and the files of
  /// `paths`.
  bool repeatable = false;
  /// It may warn, which shows once for each place: an item that would is done
  /// by the loop, which needs a place for it. Then it is repeatable.
  bool warns = false;
  /// An array is sent only if it lies in memory as its copy will: else the loop
  /// does the item again, which needs a place for it.
  GivenArrays arrays = GivenArrays::kNone;
  /// Items hold arrays, which are not sent: a forked worker has them, and is
  /// told the place of an item. The loop has none to do the work by.
  bool items_by_place = false;
  /// It multiplies or solves matrices, whose last digits depend on the number
  /// of threads that the library for it has: workers must be forked.
  bool linear_algebra = false;
  /// It warns and reads the files at these paths, expressions that it leaves as
  /// they are: only regular files give the same when they are read again.
  std::vector<std::string> paths;
  /// The names in these expressions.
  std::vector<std::string> path_names;
  /// A result may be as long as the data that it was made from: a text, bytes,
  /// a list.
  bool bulky = false;
  /// A result holds an answer as the client made it, with all that it knows of
  /// its request and connection.
  bool gives_answers = false;
  /// The expression is `f(args)` with f a module-level function of the project
  /// or a library function (picklable by name) and every argument a plain
  /// target name or capture.
  bool plain_call = false;
  /// What the expression, a call, calls and is given can be looked up where the
  /// loop begins, even if there is no item: attributes and variables are there.
  bool found_ahead = false;

  /// Only where the loop has a place to do items again.
  bool leaves_items() const {
    return warns || arrays != GivenArrays::kNone || items_by_place;
  }

  bool operator==(const Work&) const = default;
};

/// What the work needs of the loop's module where that is imported anew, as in
/// a worker that is no copy of the program.
struct Reimport {
  /// A variable of the module.
  struct Need {
    enum class Kind {
      kDefinition,  ///< a function, class or module
      kConstant,    ///< a number, string, …, assigned by no function
      kValue,       ///< anything else: its value must be sent
    };
    std::string name;
    Kind kind = Kind::kDefinition;

    bool operator==(const Need&) const = default;
  };
  std::vector<Need> needs;        ///< sorted by name
  std::vector<Reason> obstacles;  ///< why it would lack something

  bool operator==(const Reimport&) const = default;
};

/// How the loop may end before its source does. Items behind the end may have
/// been begun by then: their work must not be waited for, and whatever becomes
/// of it must not be noticed.
struct EarlyExit {
  /// The statements that end the loop, or the call of any(), all() or next().
  std::vector<Span> places;
  bool endless = false;  ///< the source has no end

  bool operator==(const EarlyExit&) const = default;
};

/// What a while loop counts. The last statement of its body, and nothing else
/// in the loop, adds `step` to the integer `name`; the condition compares it
/// with what the loop leaves alone. So its iterations are those of a loop over
/// range(name, stop, step), and the variable itself may stay as it is.
struct Counter {
  std::string name;
  std::string stop;  ///< expression, "n + 1"; "": the condition is `True`
  std::string step = "1";

  bool operator==(const Counter&) const = default;
};

/// A hot loop whose work may run concurrently.
struct Candidate {
  HotLoop loop;
  Work work;
  /// Edits of the loop's file that come first, and make two functions, or
  /// statements, of one: the same program, in which all this holds. Ranges,
  /// that of the loop included, are those of the text with these edits.
  std::vector<Edit> split;
  /// Of a sequence: the calls that may run at once, in order. `work` is then
  /// only the first of them.
  std::vector<ByteRange> sequence;
  double work_share = 1;  ///< of the loop's time, as sampled; 0 to 1
  std::optional<EarlyExit> early_exit;
  std::optional<Counter> counter;  ///< of every while loop, and of no other
  /// For a comprehension or generator expression: the work is the condition of
  /// its `if` clause rather than its element.
  bool work_is_condition = false;
  /// Names of the target that the commit part or later code reads.
  std::vector<std::string> target_used_elsewhere;
  /// Iterating the source twice gives the same items and has no effect (a
  /// list, range, dict view …): it may be written twice. Otherwise it must be
  /// put in a list first.
  bool source_repeatable = false;
  /// The source computes its items while it is iterated, and all may be taken
  /// ahead. What it raises must be raised after the items before it.
  bool source_taken = false;
  /// The length of the source can be had by len().
  bool source_sized = false;
  /// Every `with` around the loop, in its function, lets exceptions pass.
  bool managers_pass = false;
  /// Of a map or key call, or a comprehension: what takes the results raises
  /// for none, so if the work of one item raises, nobody can tell how far the
  /// items before it had come.
  bool failure_unseen = false;
  /// Slices of the source are lists, tuples or ranges of their own, and whoever
  /// takes the results cannot tell that many items were done at once.
  bool sliceable = false;
  /// `split` has cut the source in slices: an item is one of them.
  bool in_slices = false;
  /// `split` has moved the end of a `with` behind it; no function is two.
  bool tail_moved = false;
  /// `split` has made lists of what the further sources give: an item is one
  /// of the first source.
  bool in_rows = false;
  /// The commit part is exactly `NAME.append(<work>)`, and NAME is a list.
  std::string appends_to;
  /// A `for` loop around it, to whose end one pool of forked processes may
  /// stay: what is not sent to the workers with the items does not change in
  /// it, and no other candidate runs there.
  std::optional<ByteRange> pool_around;
  /// Why the work cannot run in another process / thread. Empty: it can.
  std::vector<Reason> process_obstacles;
  std::vector<Reason> thread_obstacles;
  /// Of a loop in a coroutine: what rules out tasks of the event loop, beside
  /// what rules out threads.
  std::vector<Reason> task_obstacles;
  /// Why such a process cannot be a forked copy of the program.
  std::vector<Reason> fork_obstacles;
  Reimport reimport;  ///< for one that is not
  /// Why the work cannot run in another interpreter of this process, beside
  /// what rules out another process.
  std::vector<Reason> interpreter_obstacles;
  /// The whole loop as arithmetic, or why it is none that could be computed by
  /// arrays.
  std::optional<Kernel> kernel;
  std::vector<Reason> kernel_obstacles;
  /// The same for a compiler, which runs the iterations one after the other.
  std::optional<Kernel> ordered_kernel;
  std::vector<Reason> ordered_obstacles;
  /// Why the table that it makes of files cannot be asked in parts.
  std::vector<Reason> table_obstacles;
  /// Not empty: nothing but the kernels can be used of this candidate, and why.
  std::vector<Reason> work_obstacles;
  /// What was proved, for people.
  std::vector<Reason> evidence;
  /// What the analysis could not see and takes for harmless, each naming the
  /// expression. Empty: the candidate is proven. It never is in a plan's
  /// candidates otherwise, unless it was tested (with_facts()).
  std::vector<Reason> assumptions;

  bool operator==(const Candidate&) const = default;
};

/// A hot loop that we will not touch. Not a failure.
struct Decline {
  HotLoop loop;
  std::vector<Reason> reasons;  ///< never empty
  /// Set when all reasons are things that the analysis could not see, and no
  /// dependence was seen: the candidate that the loop would be, with its
  /// assumptions. Not to be offered unless it was tested and the user allows
  /// it.
  std::optional<Candidate> unproven = std::nullopt;

  bool operator==(const Decline&) const = default;
};

/// A statement that writes values computed from a clock to stdout or stderr,
/// as a template: literal pieces with a hole between each two.
/// f"{name} took {t:.2f} s" gives {"", " took ", " s\n"} and {false, true}.
struct ClockOutput {
  Span span;
  std::vector<std::string> literals;
  /// One per hole. True: a value computed from a clock. False: any other text
  /// that is not in the source; it must be identical in both runs.
  std::vector<bool> clock_holes;
  /// It is a record of `logging`, which may go to a file, too.
  bool logged = false;

  bool operator==(const ClockOutput&) const = default;
};

/// Where clock readings go.
struct ClockUse {
  bool reads_clock = false;
  /// Set when a clock value reaches anything but output (a condition, a file,
  /// an unknown call): then differing output is not excused.
  std::optional<Reason> steers;
  std::vector<ClockOutput> outputs;
  /// Names, without directories, of files that `logging` writes.
  std::vector<std::string> log_files = {};

  bool operator==(const ClockUse&) const = default;
};

/// The text that the plan was made for.
struct SourceStamp {
  std::string path;        ///< absolute
  std::string file;        ///< as in spans
  std::uint64_t hash = 0;  ///< XXH3 of the bytes

  bool operator==(const SourceStamp&) const = default;
};

/// Invariant, tested: every loop above the share threshold is in exactly one of
/// the two lists. Both are sorted by falling share, outer loops first.
struct Plan {
  std::vector<Candidate> candidates;
  std::vector<Decline> declines;
  ClockUse clock;
  std::vector<SourceStamp> sources;

  bool operator==(const Plan&) const = default;
};

}  // namespace ppp::advisor
