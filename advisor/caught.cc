// SPDX-License-Identifier: Apache-2.0
#include "advisor/caught.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

bool is_exit(std::string_view method) {
  return method == "__exit__" || method == "__aexit__";
}

/// Leaving the manager may end an exception.
bool exit_swallows(Node node) {
  if (!node.is("return_statement") || node.children().empty() ||
      node.child(0).is("false") || node.child(0).is("none")) {
    return false;
  }
  const Node function =
      enclosing(node.parent(), {"function_definition", "lambda"});
  return is_exit(function.field("name").text());
}

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
    // One, `one as name`, or several without parentheses (3.14).
    const std::span<const Node> parts = clause.children();
    return parts.front().is("block") ||
           !std::all_of(parts.begin(), parts.end(), [&](Node part) {
             const Node types = part.is("as_pattern") ? part.child(0) : part;
             return part.is("block") || only_exceptions(trial, types);
           });
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

std::string outlives_exit(Node node) {
  static const std::set<std::string_view> names = {
      "CancelledError", "BaseException", "KeyboardInterrupt", "SystemExit",
      "GeneratorExit"};
  const bool bare = node.is("except_clause") && node.child(0).is("block");
  bool swallows = false;
  if (node.is("finally_clause")) {
    walk(node, [&](Node part) {
      swallows |= part.is("return_statement") || part.is("break_statement") ||
                  part.is("continue_statement");
      return !swallows;
    });
  }
  const bool named =
      node.is("identifier") &&
      (names.contains(node.text()) ||
       (is_exit(node.text()) && !node.parent().is("function_definition")));
  const bool leaves = exit_swallows(node);
  if (!bare && !named && !swallows && !leaves) return "";
  return bare       ? "`except:`"
         : swallows ? "leaving `finally`"
         : leaves   ? "what leaving a `with` returns"
                    : "`" + std::string(node.text()) + "`";
}

std::optional<Reason> handler_conflict(const Trial& trial, const Piece& piece) {
  if (!piece.caught) return std::nullopt;
  Node guarded = piece.tail().parent();
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
