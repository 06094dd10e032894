// SPDX-License-Identifier: Apache-2.0
// Functions of the rewritten program that stand for pool.map(), where it would
// not do: it computes everything ahead, and what it leaves it cancels.

#pragma once

#include <string>

#include "rewrite/executor.h"
#include "rewrite/loop_shape.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The name of a function that takes a pool and what pool.map() takes, and its
/// definition.
struct PoolMap {
  std::string name;
  Definition definition;
};

/// For results that may be large and that the loop takes one by one: what the
/// pool computes ahead is bounded.
PoolMap bounded_map(const Request& request, const LoopShape& shape,
                    const PoolKind& kind);

/// The pool must not be closed while cancelled work is all that is left: it
/// may wait for ever (gh-94440), and has no shutdown(cancel_futures=True).
bool hangs_when_cancelled(const RewriteOptions& options, const PoolKind& kind);

/// For such a pool: behind the items it has a task that nobody cancels.
PoolMap closed_map(const Request& request, const LoopShape& shape);

}  // namespace ppp::rewrite
