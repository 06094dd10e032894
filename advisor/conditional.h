// SPDX-License-Identifier: Apache-2.0
// Parts of a loop's body that stand behind conditions: how an iteration comes
// there, and which of them may be work. A worker asks the same conditions, and
// does nothing for an item that does not meet them.

#pragma once

#include <vector>

#include "advisor/loop_shape.h"
#include "advisor/pieces.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

/// What an iteration passes on its way: a statement that it runs, or a
/// condition, which came out as `wanted`.
struct Step {
  Node node;
  bool condition = false;
  bool wanted = false;
};

/// A statement that not every iteration comes to, and all that one which does
/// has passed before, in order.
struct Way {
  Node statement;
  std::vector<Step> steps;
};

/// Behind a plain `if … : continue`, or below an `if`; none of a comprehension.
/// What only more than that leads to is left out.
std::vector<Way> conditional_ways(const LoopShape& shape);

/// Those behind conditions that may be asked twice: nothing outside the program
/// answers them, and no code of the program's runs to tell whether an answer is
/// true. What else they do is for Isolation to judge.
std::vector<Piece> conditional_pieces(const Trial& trial);

/// Names that such a piece assigns, or statements whose failure the loop's body
/// catches, must not be looked at in an iteration, or after one, that did not
/// come to their end. And what its prelude makes, the worker
/// and the loop both make: the work must not change it, nor give it to the
/// loop.
std::vector<Reason> conditional_conflicts(const Trial& trial,
                                          const Piece& piece);

}  // namespace ppp::advisor
