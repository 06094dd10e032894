// SPDX-License-Identifier: Apache-2.0
// Exceptions that would not come through a pool as they were raised.

#pragma once

#include <optional>

#include "rewrite/loop_shape.h"

namespace ppp::rewrite {

/// The work may raise what a pool's iterator turns into another exception
/// (StopIteration), or, from another process, an exception whose class has a
/// constructor of its own: it may not be built anew from its arguments, which
/// breaks the pool. Looks at all code of the project that the work may run,
/// found by name.
std::optional<advisor::Reason> raises_oddly(const Request& request,
                                            const LoopShape& shape,
                                            bool processes);

}  // namespace ppp::rewrite
