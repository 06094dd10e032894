// SPDX-License-Identifier: Apache-2.0
// Dynamic evidence: an instrumented copy of the program, and what its run tells
// about the loops. It refutes what the source does not show, and measures what
// the cost model needs; it never proves anything. Pure: others run the copy
// (docs/how-it-works.md, "Probe").

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "base/result.h"

namespace ppp::advisor {

/// The variable by which the instrumented copy learns the descriptor that its
/// facts go to.
inline constexpr const char* kProbeVariable = "PPP_PROBE_FD";

/// How many iterations must have been tested, alone and in another order,
/// before a loop that is not proven may be offered at all.
inline constexpr int kLeastTested = 8;

struct ProbeLimits {
  double seconds = 1;     ///< of one loop's tests, all its entries together
  double window_s = 0.2;  ///< of the iterations that are looked at in an entry
  int window = 32;        ///< most of these iterations
  int alone = 12;         ///< most of them that are run alone
  int entries = 3;        ///< most entries of a loop that are looked at
  int enough = 1;         ///< no further entry after that many tests
};

/// Files (absolute path, text) of a copy that probes loops instead of doing its
/// work. Only to be run in isolation.
using Instrumented = std::vector<std::pair<std::string, std::string>>;

/// Loops that cannot be probed (`while`, text that is not UTF-8) are left out,
/// and so are null pointers; empty: all were. Of the loops of one file all are
/// in the text that the largest of those needs which are not proven: others
/// that need another function split, or none, are left out, too.
Instrumented instrument(const Project& project,
                        const std::vector<const Candidate*>& candidates,
                        const ProbeLimits& limits = {});

/// One iteration was seen to depend on another one, or to do more than to give
/// a result.
struct ProbeConflict {
  enum class Kind {
    kCarried,   ///< `second` gives another result behind `first`
    kSource,    ///< the item of `second` depends on what the loop does
    kEffect,    ///< `second` does what a result does not show
    kUnstable,  ///< `second` gives another result each time
  };
  Kind kind = Kind::kCarried;
  /// The variable ("`total`"), or for an effect what it does ("writes a file
  /// out.txt"); "": not known.
  std::string what;
  std::optional<Span> write;
  std::optional<Span> read;
  std::int64_t first = 0;   ///< iterations, from 0
  std::int64_t second = 0;  ///< the same as `first` where only one is involved

  bool operator==(const ProbeConflict&) const = default;
};

/// What could not go to another process and back.
struct ProbeObstacle {
  std::string what;        ///< "item", "capture", "result"
  std::string expression;  ///< the variable; "": the result
  std::string obstacle;    ///< "a `generator` (TypeError)"

  bool operator==(const ProbeObstacle&) const = default;
};

/// State older than the iteration that the work changed: a cache, or a
/// dependence that is dormant.
struct ProbeChange {
  std::string variable;
  std::optional<Span> write;
  std::int64_t iteration = 0;

  bool operator==(const ProbeChange&) const = default;
};

/// What the probe found out about one loop.
struct ProbeFacts {
  int entries = 0;         ///< that were looked at
  std::int64_t trips = 0;  ///< of the longest of them; 0: not known
  std::optional<LoopMeasure> measure;
  int alone = 0;    ///< iterations that gave the same alone as in the loop
  int ordered = 0;  ///< the same in reversed and in shuffled order
  std::vector<ProbeChange> changes;
  std::optional<ProbeObstacle> unpicklable;
  std::optional<ProbeConflict> conflict;
  std::string skipped;  ///< why nothing, or not all, was tested

  bool operator==(const ProbeFacts&) const = default;
};

/// What the copy wrote: one entry for each of the candidates that instrument()
/// was given; empty ones for loops that were not reached. Fails if `json` is
/// nothing that the copy writes.
Result<std::vector<ProbeFacts>> read_facts(
    std::string_view json, const Project& project,
    const std::vector<const Candidate*>& candidates);

/// The loops of a plan to probe: its candidates and, if `tested`, then those
/// that its declines hold.
std::vector<const Candidate*> probe_subjects(const Plan& plan, bool tested);

/// The plan in the light of the facts about probe_subjects(plan, tested): loops
/// with a conflict are declined, what cannot be pickled stays in this process,
/// measures are filled in, and loops that are not proven become candidates if
/// they passed on kLeastTested iterations.
Plan with_facts(Plan plan, const std::vector<ProbeFacts>& facts, bool tested);

}  // namespace ppp::advisor
