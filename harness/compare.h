// SPDX-License-Identifier: Apache-2.0
// Whether runs behaved the same: exit status, stdout, stderr, files.

#pragma once

#include <string>
#include <vector>

#include "advisor/plan.h"
#include "harness/sandbox.h"
#include "harness/verdict.h"

namespace ppp::harness {

struct Comparison {
  std::vector<Check> checks;  ///< exit-status, stdout, stderr, files
  bool same = true;
  std::string first_difference;  ///< "stdout line 3: 'a', then 'b'"
  std::string cause;             ///< a guess for two runs of one program, or ""
};

/// Compares `other` with every one of `originals` (at least one), which count
/// as equal to each other. Lines may differ where an output of the clock is
/// expected, in all runs, and numbers in lines of `other` by `tolerance`
/// (harness/tolerance.h); files may not.
Comparison compare(const std::vector<const ProgramRun*>& originals,
                   const ProgramRun& other, const advisor::ClockUse& clock,
                   double tolerance = 0);

/// Why two runs of the same program may have printed different lines, as far as
/// the lines show: "memory addresses", "the order of a set, …", or "".
std::string probable_cause(const std::string& one, const std::string& two);

}  // namespace ppp::harness
