// SPDX-License-Identifier: Apache-2.0
#include "advisor/stdin_first.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

/// The generator function that `source` is the call of, or null.
Node generator_called(const Trial& trial, Node source) {
  if (!source.is("call")) return {};
  const Value callee = trial.interpreter.value_of(source.field("function"));
  if (callee.size() != 1) return {};
  const Object& object = trial.interpreter.heap().at(*callee.begin());
  const bool plain = object.kind == Object::Kind::kFunction &&
                     object.site.is("function_definition") &&
                     !object.site.parent().is("decorated_definition");
  return plain && scope_names(object.site).generator ? object.site : Node();
}

/// Nothing that runs in the source, another generator of the same function
/// least of all, begins it once more.
bool runs_once(const Trial& trial, Node source) {
  const Value generators = trial.interpreter.value_of(source);
  return std::none_of(generators.begin(), generators.end(), [&](ObjectId id) {
    const Object& object = trial.interpreter.heap().at(id);
    return object.kind != Object::Kind::kGenerator ||
           trial.interpreter.runs_itself(object.scope);
  });
}

bool yields(Node node) {
  bool found = node.is("yield");
  for (Node child : node.children()) found = found || yields(child);
  return found;
}

/// The statements that have run when `generator` can give its first item.
std::vector<Node> before_first_item(Node generator) {
  std::vector<Node> found;
  for (Node statement : generator.field("body").children()) {
    if (yields(statement)) break;
    found.push_back(statement);
  }
  return found;
}

/// `name` is the `stdin` of `sys.stdin`, and where it stands that is read and
/// not kept: by a method, a `for` or a comprehension, which run at once.
bool read_at_once(Node name) {
  Node stream = name.parent();
  if (!name.text().ends_with("stdin") || !stream.is("attribute") ||
      stream.field("attribute") != name) {
    return false;
  }
  Node user = stream.parent();
  if (user.is("for_statement")) return user.field("right") == stream;
  if (user.is("for_in_clause")) return user.field("right") == stream;
  static const std::set<std::string_view> methods = {"read", "readline",
                                                     "readlines"};
  return user.is("attribute") && user.field("object") == stream &&
         methods.contains(user.field("attribute").text()) &&
         user.parent().is("call") && user.parent().field("function") == user;
}

/// It runs with the statements of `generator`, not later.
bool runs_with(Node generator, Node node) {
  for (Node at = node.parent(); at; at = at.parent()) {
    if (at == generator) return true;
    if (at.is("function_definition") || at.is("lambda") ||
        at.is("generator_expression") || at.is("class_definition")) {
      return false;
    }
  }
  return false;
}

}  // namespace

bool stdin_read_first(const Trial& trial) {
  static const std::set<std::string_view> names = {
      "stdin", "__stdin__", "input", "fileinput", "getpass", "breakpoint"};
  const Node generator = generator_called(trial, trial.shape.source);
  if (!generator || !runs_once(trial, trial.shape.source)) return false;
  const std::vector<Node> first = before_first_item(generator);
  bool good = true;
  for (const SourceFile& file : trial.project.files) {
    walk(file.root(), [&](Node node) {
      if (!good) return false;
      if (!node.is("identifier") || !names.contains(node.text())) return true;
      good = std::any_of(first.begin(), first.end(),
                         [&](Node statement) {
                           return statement.range().contains(node.range());
                         }) &&
             runs_with(generator, node) && read_at_once(node);
      return good;
    });
  }
  return good;
}

}  // namespace ppp::advisor
