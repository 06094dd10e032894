// SPDX-License-Identifier: Apache-2.0
// Calls that are loops, as a pool runs them: the library goes on to take the
// results one by one and in order, only the function runs elsewhere.
//
//   list(map(f, xs))      list(pool.map(f, xs))
//   filter(f, xs)         compress(xs, pool.map(f, xs))
//   max(xs, key=f)        max(xs, key=lambda _: next(keys)), keys from the pool
//
// The last one is exact because max(), sorted() and the like call the key
// function once for each item, in order.

#pragma once

#include "rewrite/pool_text.h"

namespace ppp::rewrite {

/// `shape.applied` is set.
Proposal use_pool_for_items(const Request& request, LoopShape shape,
                            const PoolKind& kind);

}  // namespace ppp::rewrite
