// SPDX-License-Identifier: Apache-2.0
// Straight-line sequences: consecutive statements that each store what one
// expensive call gives, awaited or not, where the calls are independent of each
// other.

#pragma once

#include <functional>
#include <vector>

#include "advisor/dependence.h"

namespace ppp::advisor {

/// The runs of simple statements of `source` that begin and end with the call
/// of a name, costs not filled in. Not those inside loops.
std::vector<Loop> find_sequences(const SourceFile& source);

/// Narrows `run` to the heaviest part of it whose calls may run at once, and
/// makes a candidate of that; no candidate where there are not two such calls
/// of more than `min_wall_s`. `profile` and `stop` as in judge().
Judgement judge_sequence(const Project& project, const Library& library,
                         Loop& run, const std::vector<Loop>& all_loops,
                         const profiler::Profile* profile, double min_wall_s,
                         const std::function<bool()>& stop);

}  // namespace ppp::advisor
