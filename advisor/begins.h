// SPDX-License-Identifier: Apache-2.0
// With what the evaluation of a statement begins.

#pragma once

#include "advisor/pieces.h"

namespace ppp::advisor {

/// Evaluating `node` begins with `piece`, which stands in it: nothing before it
/// has an effect or may raise.
bool begins_with(const Trial& trial, Node node, Node piece);

}  // namespace ppp::advisor
