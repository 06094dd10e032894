// SPDX-License-Identifier: Apache-2.0
// Which files a piece of work reads, as far as that can be asked before it
// runs: an item that is done twice must find the same again, which a pipe does
// not give.

#pragma once

#include <string>
#include <variant>
#include <vector>

#include "advisor/isolation.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

struct ReadPaths {
  std::vector<std::string> paths;  ///< expressions that have no effects
  std::vector<std::string> names;  ///< that these read
};

/// The paths of all files that `piece` reads, in terms of what it is given; or
/// why they are not known before.
std::variant<ReadPaths, Reason> read_paths(const Trial& trial,
                                           const Piece& piece,
                                           const Isolation& isolation);

}  // namespace ppp::advisor
