// SPDX-License-Identifier: Apache-2.0
// Functions whose results lru_cache and the like remember. A worker has a cache
// of its own, so the result of a call must not depend on which calls came
// before.

#pragma once

#include <optional>

#include "advisor/interpreter.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// Why a call of the memoized function that is active as `scope` may give
/// something else than with an empty cache. nullopt: it never does.
std::optional<Reason> history_matters(const Interpreter& interpreter,
                                      int scope);

}  // namespace ppp::advisor
