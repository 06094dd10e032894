// SPDX-License-Identifier: Apache-2.0
// Greedy search over the hot loops: hottest first, each proposal tried on top
// of what has been kept so far and kept only if the program behaves the same
// and the step made it faster. A proposal that fails is left out and the others
// go on. Where there are several, each step is one pair of runs and the whole
// is verified in full at the end: the time for reruns is bounded. Where it does
// not last for steps, or all that promise a gain are arrays or compiled code,
// these are tried at once before.

#pragma once

#include <optional>
#include <vector>

#include "cli/calibrate.h"
#include "cli/pipeline.h"

namespace ppp::cli {

struct SearchInput {
  const Request& request;
  const advisor::Project& project;
  const advisor::Plan& plan;
  harness::Baseline& baseline;
  const Stages& stages;
};

struct Found {
  std::vector<std::vector<harness::Proposal>> proposals;  ///< per candidate
  std::vector<rewrite::Option> chosen;
  rewrite::Patch patch;      ///< all of `chosen`
  harness::Verdict verdict;  ///< of `patch`; meaningless if nothing is chosen
  /// Set: what is chosen has fewer workers than its plan says.
  std::optional<Fewer> fewer;
  /// A later run of the original differed from the first ones: nothing can be
  /// offered, whatever was found.
  std::optional<harness::Verdict> unverifiable;
};

/// Fails only on interrupt or when programs cannot be run at all.
Result<Found> search(const SearchInput& input);

}  // namespace ppp::cli
