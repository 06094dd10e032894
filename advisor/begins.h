// SPDX-License-Identifier: Apache-2.0
// With what the evaluation of a statement begins.

#pragma once

#include <string_view>

#include "advisor/pieces.h"

namespace ppp::advisor {

/// The variable, if it is one, is bound where the loop begins, when there may
/// be no item yet, and even where the loop's function is called before its
/// module has come to all that stands in it.
bool bound_at_first(const Trial& trial, std::string_view name);

/// `node`, a name or attributes of one, can be looked up there, too: nothing
/// fails, no code of the program runs.
bool found_at_first(const Trial& trial, Node node);

/// Evaluating `node` begins with `piece`, which stands in it: nothing before it
/// has an effect or may raise.
bool begins_with(const Trial& trial, Node node, Node piece);

}  // namespace ppp::advisor
