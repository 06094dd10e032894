// SPDX-License-Identifier: Apache-2.0
#include "advisor/caught.h"

#include <algorithm>

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// All that `types` may give are exceptions below Exception.
bool only_exceptions(const Trial& trial, Node types) {
  const Value all =
      trial.interpreter.heap().reachable(trial.interpreter.value_of(types));
  return !all.empty() && std::all_of(all.begin(), all.end(), [&](ObjectId id) {
    const Object& object = trial.interpreter.heap().at(id);
    if (object.kind == Kind::kContainer) return object.name == "tuple";
    const std::string name = object.kind == Kind::kLibraryType ? object.name
                             : object.kind == Kind::kClass
                                 ? trial.interpreter.library_base(id)
                                 : "";
    return !name.empty() &&
           trial.interpreter.library().derives(name, "Exception");
  });
}

/// A clause of a `try` statement that may end an exception which is no failure
/// of the work: KeyboardInterrupt.
bool may_catch_interrupt(const Trial& trial, Node clause) {
  if (clause.is("except_clause")) {
    Node types = clause.child(0);
    if (types.is("as_pattern")) types = types.child(0);
    return types.is("block") || !only_exceptions(trial, types);
  }
  bool leaves = clause.is("except_group_clause");
  if (clause.is("finally_clause")) {
    walk(clause, [&](Node node) {
      leaves |= node.is("continue_statement");
      return !leaves;
    });
  }
  return leaves;
}

}  // namespace

std::optional<Reason> handler_conflict(const Trial& trial, const Piece& piece) {
  if (!piece.caught) return std::nullopt;
  Node guarded = piece.tail();
  while (!guarded.is("try_statement")) guarded = guarded.parent();
  for (Node clause : guarded.children()) {
    if (!may_catch_interrupt(trial, clause)) continue;
    const std::string word = clause.is("finally_clause") ? "finally" : "except";
    return Reason{"catches-interrupt",
                  "`" + word + "` on line " + std::to_string(clause.line()) +
                      " may catch an interrupt of the program, and go on",
                  {trial.loop.source->span(clause.range())}};
  }
  return std::nullopt;
}

}  // namespace ppp::advisor
