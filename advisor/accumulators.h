// SPDX-License-Identifier: Apache-2.0
// Numbers, lists and dicts of numbers that a loop's body only adds to. Integers
// add up exactly in any grouping, a list grows the same by parts, and a dict
// gets its keys in the same order: the work may start with an empty one of its
// own and have it added where the work stood.

#pragma once

#include "advisor/isolation.h"

namespace ppp::advisor {

struct Trial;

/// Turns the names that `piece`, of statements, only adds to into accumulators.
void accumulate(const Trial& trial, Piece& piece);

}  // namespace ppp::advisor
