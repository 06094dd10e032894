// SPDX-License-Identifier: Apache-2.0
// Stage 3 of 4: a plan, turned into proposals, and chosen proposals, into a
// patch.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "base/result.h"
#include "rewrite/patch.h"

namespace ppp::rewrite {

struct RewriteOptions {
  int workers = 2;   ///< upper bound on processes
  int threads = 32;  ///< upper bound on threads for waiting work
  std::vector<std::string> strategies;  ///< ids allowed; empty: all
};

/// What one transform says to one candidate.
struct Option {
  std::size_t candidate = 0;  ///< index into Plan::candidates
  std::string strategy;
  double predicted_speedup = 1;  ///< of the whole program
  /// Set: the transform does not fit, and why.
  std::optional<advisor::Reason> refused;

  bool operator==(const Option&) const = default;
};

/// Every transform asked about every candidate, best prediction first within a
/// candidate, candidates in the plan's order.
std::vector<Option> options_for(const advisor::Plan& plan,
                                const advisor::Project& project,
                                const RewriteOptions& options = {});

/// The patch that applies all of `chosen` together (none refused, at most one
/// per candidate, none inside another). Pure. Fails if the result does not
/// parse (our bug) or `plan` does not belong to `project`.
Result<Patch> rewrite(const advisor::Plan& plan,
                      const advisor::Project& project,
                      const std::vector<Option>& chosen,
                      const RewriteOptions& options = {});

}  // namespace ppp::rewrite
