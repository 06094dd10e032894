// SPDX-License-Identifier: Apache-2.0
// Small items whose failure could be told from that of their chunk: a worker
// only says that an item raises, and the loop does the work again when its turn
// comes. So it raises where it did, the same exception with the same traceback,
// and chunks are free to use.

#pragma once

#include <optional>
#include <string>

#include "rewrite/loop_shape.h"
#include "rewrite/outline.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// An expression can do the work of one item where it stands in the loop.
bool can_be_redone(const Request& request, const LoopShape& shape);

/// That expression. `worker` does the work for a pool.
std::string done_here(const Request& request, const LoopShape& shape,
                      const Parameters& parameters, const Worker& worker);

/// Why a worker cannot ask for the paths of the files that the work reads.
std::optional<advisor::Reason> refuse_paths(const Request& request,
                                            const LoopShape& shape,
                                            const Parameters& parameters,
                                            const Worker& worker);

/// `worker` gives (result, True) from now on, or (None, False) where the work
/// raises, or warns although it may not: what has been warned of before is
/// known to the program alone. Nor where it reads what is no regular file: that
/// may not give the same again.
void give_failures(const Request& request, const LoopShape& shape,
                   const Parameters& parameters, Worker& worker);

/// Makes the worker, of a thread, one that gives the result and None, or None
/// and what the work raised.
void give_errors(const Request& request, const LoopShape& shape,
                 const Parameters& parameters, Worker& worker);

}  // namespace ppp::rewrite
