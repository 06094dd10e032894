// SPDX-License-Identifier: Apache-2.0
// The code for a loop that may end before its source does: processes compute
// the items ahead, in a window, and are ended with the loop.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rewrite/executor.h"
#include "rewrite/outline.h"
#include "rewrite/pool_source.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// Why the code cannot stand in this program, or for workers of that `kind`.
/// `source_twice`: the loop that stays reads its source, too.
std::optional<advisor::Reason> refuse_ahead(const Request& request,
                                            const LoopShape& shape,
                                            const PoolKind& kind,
                                            bool source_twice);

/// What the worker does with an item, as an expression that gives a function.
std::string function_of_item(const PoolSource& source, const Worker& worker);

/// "computed_ahead(f, xs)", and the functions that it needs. `worker` is one
/// for threads: the processes are forked where the loop begins.
struct Ahead {
  std::string call;
  std::vector<Definition> definitions;
  int at_once = 1;  ///< results that a process sends together
};
Ahead compute_ahead(const Request& request, const LoopShape& shape,
                    const PoolSource& source, const Worker& worker);

}  // namespace ppp::rewrite
