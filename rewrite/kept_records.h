// SPDX-License-Identifier: Apache-2.0
// For work that tells loggers of `logging` something: what it logs is kept, so
// that the loop can log it in the original order.

#pragma once

#include "rewrite/outline.h"

namespace ppp::rewrite {

/// Where the work logs: lets the pool give each result, or raise what the work
/// raised, behind what that item has logged, when the result is taken.
void keep_records(const Request& request, const LoopShape& shape,
                  const Parameters& parameters, bool processes, Worker& worker);

/// The same for tasks of the event loop, whose outcomes `worker.kept` gives or
/// raises by its method taken().
void keep_task_records(const Request& request, const LoopShape& shape,
                       Worker& worker);

}  // namespace ppp::rewrite
