// SPDX-License-Identifier: Apache-2.0
// Independent calls in consecutive statements, as a pool runs them:
//
//   a = f(x)        a_task = pool.submit(f, x)
//   b = g(y)        b_task = pool.submit(g, y)
//                   a = a_task.result()
//                   b = b_task.result()
//
// All statements stay, in their order; each takes its result where it stood.

#pragma once

#include "rewrite/pool_text.h"

namespace ppp::rewrite {

/// `request.candidate` is a sequence.
Proposal use_pool_for_sequence(const Request& request, const PoolKind& kind);

/// The same for calls that are awaited, as tasks of the event loop. None
/// outlives the last statement.
Proposal use_tasks_for_sequence(const Request& request);

}  // namespace ppp::rewrite
