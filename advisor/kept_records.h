// SPDX-License-Identifier: Apache-2.0
// What work tells loggers of `logging` in a thread: may it be kept there, and
// be logged when the loop comes to its item?

#pragma once

#include <string>
#include <variant>
#include <vector>

#include "advisor/interpreter.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// The names of all loggers that `work` tells something, each as the loop's
/// file would write it for getLogger() ("": the root logger), sorted; or why
/// that cannot be kept.
std::variant<std::vector<std::string>, Reason> kept_loggers(
    const Interpreter& interpreter, const Effects& work);

}  // namespace ppp::advisor
