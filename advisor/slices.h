// SPDX-License-Identifier: Apache-2.0
// Loops of so many and so small items that handing each one out costs a good
// part of its work: the source is cut in slices, and the loop over a slice is
// the work. The same program, in which a new loop stands around the old one:
//
//   for n in range(2, limit):       for part in in_slices(range(2, limit),
//   500):
//       if is_prime(n):                 for n in part:
//           count += 1                      if is_prime(n):
//                                               count += 1

#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "advisor/loops.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "base/edit.h"

namespace ppp::advisor {

struct Slices {
  std::vector<Edit> edits;   ///< of the loop's file, sorted
  std::uint32_t around = 0;  ///< where the new loop begins in the new text
  int items = 0;             ///< of a slice
};

/// See Candidate::sliceable.
bool sliceable(const Trial& trial);

/// So many items should a slice have; 0: they are not small, or too few.
int slice_of(const HotLoop& loop);

/// What cuts the source of `candidate` in slices of so many items; nothing if
/// that would change more than the loop.
std::optional<Slices> slices_of(const Loop& loop, const Candidate& candidate,
                                int items);

/// Gives slices of slice_of() items to the workers of candidates, where the
/// same is proven of these; each alone in its file. Pure but for `stop`, which
/// is as in AdviseOptions.
void give_slices(const Project& project, const std::function<bool()>& stop,
                 Plan& plan,
                 const std::function<int(const HotLoop&)>& size = slice_of);

}  // namespace ppp::advisor
