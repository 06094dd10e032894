// SPDX-License-Identifier: Apache-2.0
// The code for results that may be large and that the loop takes one by one:
// what a pool computes ahead is bounded.

#pragma once

#include <string>

#include "rewrite/executor.h"
#include "rewrite/loop_shape.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The name of a function that takes a pool and what pool.map() takes, and its
/// definition.
struct BoundedMap {
  std::string name;
  Definition definition;
};
BoundedMap bounded_map(const Request& request, const LoopShape& shape,
                       const PoolKind& kind);

}  // namespace ppp::rewrite
