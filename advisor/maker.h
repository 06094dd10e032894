// SPDX-License-Identifier: Apache-2.0
// Where an object that a loop uses comes from.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/pieces.h"

namespace ppp::advisor {

/// The variable that the loop has for an object, and where that is made: by a
/// call whose result is assigned to that variable, which nothing else binds.
struct Maker {
  std::string name;
  int scope = -1;  ///< of that variable
  Node call;
  Node statement;  ///< the assignment, or the with statement
};

/// Nothing: not made so, in the file of the loop.
std::optional<Maker> maker_of(const Trial& trial, ObjectId id);

/// Of the function, or module, that the loop stands in.
bool is_function_of_loop(const Interpreter& interpreter, int scope);

/// The identifiers `name` below `root`, attributes left out, in order.
std::vector<Node> mentions_of(Node root, const std::string& name);

}  // namespace ppp::advisor
