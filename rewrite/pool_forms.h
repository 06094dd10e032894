// SPDX-License-Identifier: Apache-2.0
// The code that both pool transforms write: the work of every item is handed
// to the pool ahead, the loop itself stays and takes the results in order.

#pragma once

#include "rewrite/pool_text.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

Proposal use_pool(const Request& request, const PoolKind& kind);

}  // namespace ppp::rewrite
