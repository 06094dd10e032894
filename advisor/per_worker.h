// SPDX-License-Identifier: Apache-2.0
// Objects that one thread at a time may use (a database connection, a cursor),
// made before a loop and used by its work: may every worker have one of its
// own?

#pragma once

#include <vector>

#include "advisor/isolation.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

struct PerWorkers {
  std::vector<PerWorker> made;  ///< in the order in which they are to be made
  std::vector<Reason>
      reasons;  ///< why the work cannot have them; empty: it can
  /// All that are spoken of.
  Value objects;
  /// How many workers the pools of connections lend one to; 0: there is none.
  int most_workers = 0;
};

/// For those that `piece` uses and has not made. One of its own does as well as
/// the program's if making and configuring it can be repeated, nobody changes
/// either of them, and nobody else is reached through it.
PerWorkers per_workers(const Trial& trial, const Piece& piece,
                       const Isolation& isolation);

}  // namespace ppp::advisor
