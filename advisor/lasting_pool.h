// SPDX-License-Identifier: Apache-2.0
// Whether one pool of forked processes will do for all entries of a loop that
// runs in another one. Its workers are copies of the program as it was at the
// first entry: what they read, and what is not sent to them with the items,
// must stay as it is.

#pragma once

#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "advisor/isolation.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// What forked workers have from the program, by the first of its copies.
struct Inherited {
  std::set<std::pair<int, Name>> variables;  ///< of modules, by scope
  Value objects;  ///< all that these hold, and the code of what is sent
};

/// What the workers for the candidate `made`, whose work is `piece`, read
/// without being sent it. Null where that is not clear, or where a pool of its
/// own is needed for other reasons. `trial` is of the loop itself.
std::optional<Inherited> inherited(const Trial& trial, const Piece& piece,
                                   const Candidate& made);

/// The outermost `for` loop of the same function, around `loop`, the iterations
/// of which change nothing of `inherited`, and nothing of the process that
/// workers would not notice or should not keep. `trial_of` asks about a loop;
/// nothing: it was not among the questions.
std::optional<ByteRange> place_of_pool(
    const Loop& loop, const Inherited& inherited,
    const std::function<std::optional<Trial>(Node)>& trial_of);

}  // namespace ppp::advisor
