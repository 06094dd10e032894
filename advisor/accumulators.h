// SPDX-License-Identifier: Apache-2.0
// Numbers and lists that a loop's body only adds to. Integers add up exactly in
// any grouping, and a list grows the same by parts: the work may start with an
// empty one of its own and have it added where the work stood.

#pragma once

#include <string>
#include <vector>

#include "advisor/isolation.h"
#include "advisor/plan.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

struct Trial;

/// `name += value`, `name -= value` or `name.append(value)`.
struct Addition {
  Node node;
  Node value;
  Accumulator accumulator;
};

/// All in `statement`, inner functions left out.
std::vector<Addition> additions_in(Node statement);

/// Turns the names that `piece`, of statements, only adds to into accumulators.
void accumulate(const Trial& trial, Piece& piece);

}  // namespace ppp::advisor
