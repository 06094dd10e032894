// SPDX-License-Identifier: Apache-2.0
// A loop that awaits, with the work of its items in tasks of the event loop.

#pragma once

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The loop stays, and awaits the tasks in the order of its items. However it
/// is left, no task outlives it.
Proposal use_tasks(const Request& request);

/// The `finally` behind statements at `indent` that await tasks: what is left
/// of them is cancelled and awaited. `tasks` is what to iterate over, by the
/// name `task`; `arguments` are the same for asyncio.gather().
std::string end_of_tasks(const Request& request, const std::string& indent,
                         const std::string& unit, const std::string& task,
                         const std::string& tasks,
                         const std::string& arguments);

/// `await …` in place of the expression must stand in parentheses.
bool is_operand(advisor::Node expression);

}  // namespace ppp::rewrite
