// SPDX-License-Identifier: Apache-2.0
// Why the work of a loop cannot run in tasks of the event loop.

#pragma once

#include <optional>
#include <vector>

#include "advisor/interpreter.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// Beside what is against threads. At every `await` other tasks and callbacks
/// of the program may run, and work that is cancelled, as an item before it
/// has failed, gets an exception there: nobody may notice either.
std::vector<Reason> task_obstacles(const Project& project,
                                   const Interpreter& interpreter);

/// The part of it that concerns cancelling: `node` may notice that, or end the
/// event loop.
std::optional<Reason> handles_cancelling(const SourceFile& file, Node node);

}  // namespace ppp::advisor
