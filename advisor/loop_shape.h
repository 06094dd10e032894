// SPDX-License-Identifier: Apache-2.0
// The syntax of a loop: what rules it out by its form alone, and the pieces of
// its body that could be work.

#pragma once

#include <optional>
#include <vector>

#include "advisor/item_call.h"
#include "advisor/loops.h"
#include "advisor/plan.h"
#include "advisor/source_file.h"

namespace ppp::advisor {

struct LoopShape {
  Node target;
  Node source;  ///< of a while loop what the counter is compared with, or null
  std::vector<Node> body;  ///< statements of a loop, but the counter's step
  Node element;            ///< of a comprehension; the value of a dict's
  Node key;                ///< of a dict comprehension
  /// The item call that is the loop or feeds it: its function is the work.
  std::optional<ItemCall> applied;
  Node consumer;            ///< the call that uses up a generator or item call
  Node condition;           ///< the only `if` of a comprehension, or null
  std::vector<Node> exits;  ///< `break` and `return` that leave a loop
  /// All for and if clauses of a comprehension but the first.
  std::vector<Node> clauses;
  std::optional<Counter> counter;  ///< of a while loop

  std::vector<Node> targets() const;
  std::vector<Node> sources() const;
};

/// A reason when the form alone rules the loop out.
std::optional<Reason> refuse_form(const Loop& loop);

/// A `while` loop that it does not let pass, as it does not simply count.
bool only_in_order(const Loop& loop);

/// Only for loops that refuse_form() lets pass, or that are only_in_order().
LoopShape shape_of(const Loop& loop);

/// Expressions below `statement` that are evaluated exactly once each time it
/// runs, and that could be worth running elsewhere: calls, comprehensions,
/// operators, attributes of variables. Outer ones first.
std::vector<Node> certain_expressions(Node statement);

/// Where a `try` statement begins: the first statement of its body; null for
/// any other.
Node first_in_try(Node statement);

/// True when `continue` in `statement` can skip what follows it in an
/// iteration and go on with the next one.
bool may_skip_rest(Node statement);

/// `break` and `return` in `statement`, of a loop's body, that leave that loop.
std::vector<Node> exits_in(Node statement);

/// Statements that may end a loop, and the program with it, by an exception:
/// `raise`, `sys.exit()`, `exit()`, `quit()`. By their names only.
std::vector<Node> endings_in(Node statement);

/// Calls and loops below `node`, weighed by rule of thumb.
double static_weight(Node node);

}  // namespace ppp::advisor
