// SPDX-License-Identifier: Apache-2.0
// The text of a loop whose work a pool does, when everything is chosen and
// nothing is refused any more.

#pragma once

#include <string>

#include "rewrite/executor.h"
#include "rewrite/loop_shape.h"
#include "rewrite/outline.h"
#include "rewrite/pool_plan.h"
#include "rewrite/pool_source.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

struct PoolParts {
  PoolSource source;
  Worker worker;
  std::string again;  ///< does the work of one item in the loop itself, or ""
};

Rewrite write_pool(const Request& request, const LoopShape& shape,
                   const PoolPlan& plan, const PoolKind& kind, PoolParts parts);

}  // namespace ppp::rewrite
