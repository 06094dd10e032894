// SPDX-License-Identifier: Apache-2.0
// A loop of a script that stands in no function.

#pragma once

#include <string>
#include <variant>
#include <vector>

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The loop is one of the script that runs at the module's level.
bool stands_in_script(const Request& request);

/// The statement that holds it becomes the body of a function, which is called
/// there and then. What it binds stays the module's, by `global`. Sorted; a
/// Reason where it would do something else in a function.
std::variant<std::vector<Edit>, advisor::Reason> as_function(
    const Request& request);

}  // namespace ppp::rewrite
