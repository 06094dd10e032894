// SPDX-License-Identifier: Apache-2.0
// A loop that awaits, with the work of its items in tasks of the event loop.

#pragma once

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The loop stays, and awaits the tasks in the order of its items. However it
/// is left, no task outlives it.
Proposal use_tasks(const Request& request);

/// `await …` in place of the expression must stand in parentheses.
bool is_operand(advisor::Node expression);

}  // namespace ppp::rewrite
