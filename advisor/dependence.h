// SPDX-License-Identifier: Apache-2.0
// One loop: may its iterations run concurrently, and which part of them?

#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "advisor/closing.h"
#include "advisor/effect.h"
#include "advisor/lasting_pool.h"
#include "advisor/library.h"
#include "advisor/loops.h"
#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "advisor/split.h"
#include "advisor/stored_later.h"
#include "profiler/profile.h"

namespace ppp::advisor {

struct Judgement {
  std::optional<Candidate> candidate;  ///< set, or else
  std::vector<Reason> reasons;         ///< why not
  std::optional<Candidate> unproven;   ///< see Decline
  /// What workers for the candidate have of the program; null: they need a pool
  /// for each entry of the loop.
  std::optional<Inherited> inherited;
  /// Loops that run inside an iteration of this one, here or in callees.
  std::vector<Node> inner_loops;
  /// If it is declined: ways to split functions that it calls.
  std::vector<Cut> cuts;
  /// If nothing but processes may do its work: statements that may stand behind
  /// a `with`.
  std::vector<Tail> tails;
  /// If it is declined: statements that could write to their files later.
  std::vector<Storing> storings;
  /// A comprehension of several sources: all that stands behind the first may
  /// be done at once, as far as what takes the results is concerned.
  bool has_rows = false;
  bool too_much = false;  ///< the program cannot be analysed, whatever is asked
};

/// There is a candidate, and something that its work could be given to.
bool has_workers(const Judgement& judgement);

/// It is a candidate, or would be, whose work threads or tasks may do.
bool may_use_threads(const Judgement& judgement);

/// What rules out any change of the program, or of this loop at least.
/// `settled`: the interpreter came to its end.
std::optional<Reason> refuse_program(const Trial& trial, bool settled);

/// Anywhere in the program: code that runs or changes code. Each is declined,
/// or assumed to be harmless.
std::vector<Place> unseen_code(const Trial& trial);

/// One for each loop. `profile` weighs the parts of the body; null: every call
/// weighs the same. `stop` as in AdviseOptions.
std::vector<Judgement> judge(const Project& project, const Library& library,
                             const std::vector<Loop>& loops,
                             const profiler::Profile* profile,
                             const std::function<bool()>& stop);

}  // namespace ppp::advisor
