// SPDX-License-Identifier: Apache-2.0
// What a function's parameter may be, by the text of all calls.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

/// All texts that the program gives the parameter, which the function keeps as
/// it is: literals in the calls of the function's name, whatever they are
/// called on, or its default. Nothing where another value or another call is
/// possible.
std::optional<std::vector<std::string>> texts_given(const Project& project,
                                                    Node function,
                                                    std::string_view parameter);

}  // namespace ppp::advisor
