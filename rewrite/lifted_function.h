// SPDX-License-Identifier: Apache-2.0
// Local functions and lambdas that move to the module, where another process
// finds them by their names.

#pragma once

#include <optional>
#include <string>

#include "rewrite/outline.h"

namespace ppp::rewrite {

/// The first name below `node`, in functions there, too, that means something
/// else in a function of the module; "": none does.
std::string name_of_its_place(advisor::Node node);

/// Moves what the function around the loop calls `name` to the module, when it
/// needs nothing of that function; or says why not.
std::optional<advisor::Reason> lift(const Request& request,
                                    const LoopShape& shape,
                                    const std::string& name, Worker& worker);

}  // namespace ppp::rewrite
