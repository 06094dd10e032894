// SPDX-License-Identifier: Apache-2.0
// With what the evaluation of a statement begins.

#pragma once

#include <string_view>

#include "advisor/pieces.h"

namespace ppp::advisor {

/// As bound_before(), even where the loop's function is called before its
/// module has come to all that stands in it.
bool bound_at_first(const Trial& trial, std::string_view name);

/// Evaluating `node` begins with `piece`, which stands in it: nothing before it
/// has an effect or may raise.
bool begins_with(const Trial& trial, Node node, Node piece);

}  // namespace ppp::advisor
