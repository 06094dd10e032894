// SPDX-License-Identifier: Apache-2.0
// How many wait at once. The first number comes from how much of its time a
// loop computes. Whoever answers may answer fewer at once: then the program
// gains much less than predicted, and fewer workers, which ask less of others,
// may be as fast.

#pragma once

#include <optional>

#include "advisor/plan.h"
#include "harness/verdict.h"
#include "rewrite/rewrite.h"

namespace ppp::cli {

/// Workers of a candidate's loop that were tried and were as fast.
struct Fewer {
  std::size_t candidate = 0;  ///< index into Plan::candidates
  int workers = 0;
  int instead_of = 0;
  double speedup = 0;  ///< of the program, with that many

  bool operator==(const Fewer&) const = default;
};

/// Those of `option`, with which the program was sped up by `measured`; 0: its
/// workers do not wait.
int workers_that_wait(const rewrite::Option& option, const advisor::Plan& plan,
                      const rewrite::RewriteOptions& options);

/// A number worth a try, by what was measured, which is never more than there
/// were. Nothing: the program gained about what was predicted.
std::optional<Fewer> fewer_workers(const rewrite::Option& option,
                                   const advisor::Plan& plan,
                                   const rewrite::RewriteOptions& options,
                                   const harness::Speedup& measured);

}  // namespace ppp::cli
