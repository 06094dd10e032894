// SPDX-License-Identifier: Apache-2.0
// What an exception in the work of one item leaves to be seen: how far the
// items before it had come, and how far its own statements.
#include <algorithm>
#include <array>

#include "advisor/scopes.h"
#include "rewrite/loop_shape.h"
#include "rewrite/names.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;
using advisor::walk;

enum class Fresh { kNo, kNumber, kContainer };

/// All that binds `name` there is an import from, or of, collections.
bool is_of_collections(const LoopShape& shape, std::string_view name,
                       bool whole) {
  const Node module = shape.top.parent();
  for (Node scope : {shape.scope, module}) {
    for (const Binding& binding : bindings(scope, false)) {
      if (binding.name != name) continue;
      Node import = binding.node;
      while (import && !import.is("import_from_statement") &&
             !import.is("import_statement")) {
        import = import.parent();
      }
      const bool from = import.is("import_from_statement") && !whole &&
                        import.field("module_name").text() == "collections";
      const bool all = import.is("import_statement") && whole &&
                       import.text() == "import collections";
      if (!from && !all) return false;
    }
  }
  return binds(module, std::string(name));
}

/// A call of a builtin container type, or of one of collections.
bool makes_container(const LoopShape& shape, Node call) {
  static constexpr std::array kBuiltin =
      std::to_array<std::string_view>({"list", "dict", "set"});
  static constexpr std::array kImported =
      std::to_array<std::string_view>({"Counter", "defaultdict", "deque"});
  auto in = [](const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (in(kBuiltin, builtin_call(shape, call))) return true;
  const Node callee = call.field("function");
  if (callee.is("attribute")) {
    const Node module = callee.field("object");
    return module.text() == "collections" &&
           in(kImported, callee.field("attribute").text()) &&
           is_of_collections(shape, module.text(), true);
  }
  return in(kImported, callee.text()) &&
         is_of_collections(shape, callee.text(), false);
}

/// What an expression certainly makes: a number or text, or a container that
/// nobody else holds.
Fresh fresh_value(const LoopShape& shape, Node value) {
  static constexpr std::array kNumbers = std::to_array<std::string_view>(
      {"integer", "float", "string", "true", "false", "none"});
  static constexpr std::array kContainers = std::to_array<std::string_view>(
      {"list", "dictionary", "set", "list_comprehension", "set_comprehension",
       "dictionary_comprehension"});
  if (value.is("unary_operator")) {
    return fresh_value(shape, value.field("argument"));
  }
  auto in = [&](const auto& kinds, std::string_view text) {
    return std::find(kinds.begin(), kinds.end(), text) != kinds.end();
  };
  if (value.is("binary_operator") && value.field("operator").is("*") &&
      value.field("left").is("list")) {
    return Fresh::kContainer;  // [0] * n
  }
  if (in(kNumbers, value.kind())) return Fresh::kNumber;
  if (in(kContainers, value.kind())) return Fresh::kContainer;
  return makes_container(shape, value) ? Fresh::kContainer : Fresh::kNo;
}

/// The value assigned to `name` by `statement` ("a = 0", "a, b = 0, []",
/// "a = b = 0" for a number), or null.
Node assigned_value(const LoopShape& shape, Node statement,
                    const std::string& name) {
  Node assignment =
      statement.is("expression_statement") ? statement.child(0) : Node();
  while (assignment.is("assignment")) {
    Node left = assignment.field("left");
    Node right = assignment.field("right");
    bool chained = right.is("assignment");
    if (left.is("identifier") && left.text() == name) {
      while (right.is("assignment")) right = right.field("right");
      bool shared = chained || assignment.parent().is("assignment");
      if (shared && fresh_value(shape, right) != Fresh::kNumber) return {};
      return right;
    }
    std::span<const Node> names = left.children();
    std::span<const Node> values = right.children();
    if (left.is("pattern_list") && right.is("expression_list") &&
        names.size() == values.size()) {
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].is("identifier") && names[i].text() == name) {
          return values[i];
        }
      }
    }
    if (!chained) break;
    assignment = right;
  }
  return {};
}

/// `name` got a fresh value in front of the loop and nobody else has seen it
/// since: what the loop does to it dies with an exception.
Fresh private_value(const LoopShape& shape, const std::string& name) {
  for (Node at = shape.statement; at && at != shape.scope; at = at.parent()) {
    if (at != shape.statement &&
        (at.is("for_statement") || at.is("while_statement"))) {
      // Around again: only what is set inside that loop counts.
      return Fresh::kNo;
    }
    for (Node before = at.previous_sibling(); before;
         before = before.previous_sibling()) {
      Node value = assigned_value(shape, before, name);
      if (value) return fresh_value(shape, value);
      if (mentions(before, name, {})) return Fresh::kNo;
    }
  }
  return Fresh::kNo;
}

/// A function or lambda of the scope that reads `name` may outlive it.
bool captured(const LoopShape& shape, const std::string& name) {
  if (shape.scope.is("module")) return false;
  bool again = false;
  for (Node at = shape.statement.parent(); at && at != shape.scope;
       at = at.parent()) {
    again |= at.is("for_statement") || at.is("while_statement");
  }
  bool found = false;
  walk(shape.scope, [&](Node node) {
    if (node == shape.scope) return true;
    if (node.is("global_statement") || node.is("nonlocal_statement")) {
      found |= mentions(node, name, {});
    }
    if (!node.is("function_definition") && !node.is("lambda")) return true;
    // One behind the loop is made only if nothing was raised.
    const bool later =
        !again && node.range().begin >= shape.statement.range().end;
    found |= !later && mentions(node, name, {});
    return false;
  });
  return found;
}

bool is_private(const LoopShape& shape, Node target, bool number_will_do) {
  std::string name(target.text());
  if (!target.is("identifier") || captured(shape, name)) return false;
  Fresh fresh = private_value(shape, name);
  return fresh == Fresh::kContainer ||
         (number_will_do && fresh == Fresh::kNumber);
}

bool call_is_quiet(const LoopShape& shape, Node call) {
  static constexpr std::array kPure = std::to_array<std::string_view>(
      {"len", "abs", "min", "max", "bool", "str", "repr", "tuple", "list"});
  static constexpr std::array kMethods =
      std::to_array<std::string_view>({"append", "add", "extend", "update"});
  Node function = call.field("function");
  if (function.is("identifier")) {
    return std::find(kPure.begin(), kPure.end(), builtin_call(shape, call)) !=
           kPure.end();
  }
  if (!function.is("attribute")) return false;
  return std::find(kMethods.begin(), kMethods.end(),
                   function.field("attribute").text()) != kMethods.end() &&
         is_private(shape, function.field("object"), false);
}

bool target_is_quiet(const LoopShape& shape, Node target, bool augmented) {
  if (target.is("subscript")) {
    return !augmented && is_private(shape, target.field("value"), false);
  }
  if (target.is("identifier")) {
    // Plain assignment binds a variable of this scope; += may change a shared
    // object in place.
    if (captured(shape, std::string(target.text()))) return false;
    return !augmented || is_private(shape, target, true);
  }
  if (target.is("attribute")) return false;
  std::span<const Node> parts = target.children();
  return std::all_of(parts.begin(), parts.end(), [&](Node part) {
    return target_is_quiet(shape, part, augmented);
  });
}

/// Kinds of syntax that can leave the loop, raise in everyday use, or do what
/// we do not look into.
bool is_loud(Node node) {
  static constexpr std::array kLoud =
      std::to_array<std::string_view>({"break_statement",
                                       "return_statement",
                                       "raise_statement",
                                       "assert_statement",
                                       "delete_statement",
                                       "global_statement",
                                       "nonlocal_statement",
                                       "with_statement",
                                       "try_statement",
                                       "import_statement",
                                       "import_from_statement",
                                       "function_definition",
                                       "class_definition",
                                       "while_statement",
                                       "match_statement",
                                       "await",
                                       "yield",
                                       "named_expression",
                                       "exec_statement",
                                       "print_statement"});
  return std::find(kLoud.begin(), kLoud.end(), node.kind()) != kLoud.end();
}

bool operator_may_raise(Node node) {
  if (!node.is("binary_operator") && !node.is("augmented_assignment")) {
    return false;
  }
  std::string_view sign = node.field("operator").text();
  return sign.find_first_of("/%@") != std::string_view::npos ||
         sign.starts_with("**") || sign.find("<<") != std::string_view::npos ||
         sign.find(">>") != std::string_view::npos;
}

bool node_is_quiet(const LoopShape& shape, Node node) {
  if (is_loud(node) || operator_may_raise(node)) return false;
  if (node.is("call")) return call_is_quiet(shape, node);
  if (node.is("assignment")) {
    return target_is_quiet(shape, node.field("left"), false);
  }
  if (node.is("augmented_assignment")) {
    return target_is_quiet(shape, node.field("left"), true);
  }
  if (node.is("subscript")) {
    Node parent = node.parent();
    return parent.is("assignment") && parent.field("left") == node;
  }
  if (node.is("attribute")) return node.parent().is("call");
  return true;
}

/// If the work of one item raises, nobody can look at what it had added to
/// `accumulator` before.
bool loss_hidden(const LoopShape& shape,
                 const advisor::Accumulator& accumulator) {
  if (inside_try(shape) || captured(shape, accumulator.name)) return false;
  return accumulator.kind == advisor::Accumulator::Kind::kInteger ||
         private_value(shape, accumulator.name) == Fresh::kContainer;
}

}  // namespace

std::optional<Reason> partial_result_seen(const Request& request,
                                          const LoopShape& shape) {
  for (const auto& accumulator : request.candidate.work.accumulators) {
    if (loss_hidden(shape, accumulator)) continue;
    return Reason{"partial-result-lost",
                  "what an iteration adds to `" + accumulator.name +
                      "` before it raises could be seen",
                  {request.candidate.loop.span}};
  }
  return std::nullopt;
}

bool failure_hidden(const LoopShape& shape) {
  if (!shape.comprehension && inside_try(shape)) return false;
  bool quiet = true;
  walk(shape.loop, [&](Node node) {
    if (!quiet) return false;
    if (node == shape.loop) return true;
    if (shape.leaves(node)) return false;
    // What it raises, the worker has raised before.
    for (const Guard& guard : shape.guards) {
      if (guard.condition == node) return false;
    }
    if (shape.iterable.range().contains(node.range())) return false;
    for (Node clause : shape.clauses) {
      if (clause == node) return false;
    }
    quiet = node_is_quiet(shape, node);
    return quiet;
  });
  return quiet;
}

std::vector<std::string> assigned_in(const std::vector<Node>& statements) {
  std::vector<std::string> names;
  for (Node statement : statements) {
    walk(statement, [&](Node node) {
      if (node.is("assignment") || node.is("augmented_assignment") ||
          node.is("for_statement")) {
        for (std::string& name : advisor::bound_names(node.field("left"))) {
          names.push_back(std::move(name));
        }
      } else if (node.is("named_expression")) {
        names.emplace_back(node.field("name").text());
      }
      return true;
    });
  }
  return names;
}

std::optional<Reason> partly_run(const Request& request,
                                 const LoopShape& shape) {
  const bool leave = shape.prelude_leaves && !shape.prelude.empty();
  std::vector<Node> gone = shape.statements;
  // Behind guards the results are there before the prelude is run.
  if (leave || !shape.guards.empty()) {
    gone.insert(gone.end(), shape.prelude.begin(), shape.prelude.end());
  }
  const bool one = gone.size() == 1 && gone.front().is("expression_statement");
  if (gone.empty() || one) return std::nullopt;
  for (const std::string& name : assigned_in(gone)) {
    if (!target_watched(request, shape, name)) continue;
    return Reason{
        "seen-after-failure",
        "`" + name + "` may be looked at when an item has failed half way",
        {request.candidate.loop.span}};
  }
  return std::nullopt;
}

}  // namespace ppp::rewrite
