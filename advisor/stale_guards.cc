// SPDX-License-Identifier: Apache-2.0
#include "advisor/stale_guards.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace ppp::advisor {
namespace {

bool only_numbers(const Trial& trial, const Value& value) {
  static const std::set<std::string_view> numbers = {"int", "float", "bool",
                                                     "none"};
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           const Object& object = trial.interpreter.heap().at(id);
           return object.kind == Object::Kind::kAtom &&
                  numbers.contains(object.name);
         });
}

bool assigned_in_rest(const Trial& trial, const Piece& piece,
                      const std::string& name) {
  const Effect write = {Effect::Kind::kWriteName,
                        trial.interpreter.loop_scope(), name};
  return std::any_of(trial.parts.begin(), trial.parts.end(), [&](Node part) {
    return !piece.covers(part) &&
           trial.interpreter.effects_of_part(part).contains(write);
  });
}

}  // namespace

std::vector<Node> firm_nodes(const Piece& piece) {
  std::vector<Node> nodes;
  for (Node node : piece.nodes) {
    const bool asks = std::any_of(
        piece.guards.begin(), piece.guards.end(),
        [&](const GuardNode& one) { return one.condition == node; });
    if (!asks) nodes.push_back(node);
  }
  return nodes;
}

std::vector<std::string> guard_numbers(const Trial& trial, const Piece& piece) {
  const int scope = trial.interpreter.loop_scope();
  Names read;
  for (const GuardNode& guard : piece.guards) {
    names_read(guard.condition, read);
  }
  std::vector<std::string> numbers;
  for (const std::string& name : read) {
    if (trial.target.contains(name) || piece.use.written.contains(name) ||
        trial.interpreter.resolve(name, scope) != scope ||
        !assigned_in_rest(trial, piece, name) ||
        !only_numbers(trial, trial.interpreter.variable(scope, name)) ||
        !bound_before(trial, name)) {
      continue;
    }
    numbers.push_back(name);
  }
  return numbers;
}

}  // namespace ppp::advisor
