// SPDX-License-Identifier: Apache-2.0
// What pools cost on this machine with this Python, measured before anything is
// decided by it.

#pragma once

#include <string_view>

#include "base/process.h"
#include "base/result.h"
#include "cli/interpreter.h"
#include "rewrite/pool_costs.h"
#include "rewrite/rewrite.h"

namespace ppp::cli {

/// Takes about a third of a second, and as long again for new processes or
/// interpreters, which are measured only if `options` makes use of them. What
/// cannot be measured, or is beyond all bounds, keeps its usual value. Fails on
/// interrupt only.
Result<rewrite::PoolCosts> measure_pool_costs(
    ProcessRunner& runner, const Interpreter& python,
    const rewrite::RewriteOptions& options);

/// Of two measurements: what the machine can do when less disturbs it.
rewrite::PoolCosts least_of(const rewrite::PoolCosts& one,
                            const rewrite::PoolCosts& other);

/// Of the measuring script's output.
rewrite::PoolCosts pool_costs_of(std::string_view output);

}  // namespace ppp::cli
