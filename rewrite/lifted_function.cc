// SPDX-License-Identifier: Apache-2.0
#include "rewrite/lifted_function.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "advisor/scopes.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;
using advisor::walk;

/// Gives the same wherever it is evaluated.
bool is_literal(Node node) {
  if (node.is("unary_operator")) return is_literal(node.child(0));
  return advisor::plain_literal(node).has_value();
}

/// The defaults of a function or lambda, and its annotations, which are
/// evaluated where it is defined, mean the same at the top of the module.
bool defined_alike(const Request& request, Node function) {
  const auto known = [&](Node type) {
    bool all = true;
    walk(type, [&](Node node) {
      const std::string name(node.text());
      all = all && (!node.is("identifier") || !request.names.bound(name) ||
                    request.names.only_imported(name));
      return all;
    });
    return all;
  };
  bool alike = true;
  for (Node parameter : function.field("parameters").children()) {
    const Node value = parameter.field("value");
    const Node type = parameter.field("type");
    alike = alike && (!value || is_literal(value)) && (!type || known(type));
  }
  const Node result = function.field("return_type");
  return alike && (!result || known(result));
}

/// Nobody looks at the function itself, which has another `__qualname__` then,
/// and is the same one in each call of the function around it.
bool only_called(const LoopShape& shape, Node statement,
                 const std::string& name) {
  bool only = true;
  walk(shape.scope, [&](Node node) {
    const Node around = node.parent();
    const bool other = node.is("identifier") && node.text() == name &&
                       around != statement && around.parent() != statement &&
                       !shape.work.contains(node.range());
    if (other)
      only = only && around.is("call") && around.field("function") == node;
    return only;
  });
  return only;
}

}  // namespace

std::string name_of_its_place(Node node) {
  static constexpr std::array kNames = std::to_array<std::string_view>(
      {"super", "__class__", "locals", "vars", "dir", "eval", "exec"});
  std::string found;
  walk(node, [&](Node inner) {
    const std::string_view name = inner.text();
    if (found.empty() && inner.is("identifier") &&
        (advisor::is_private(name) ||
         std::find(kNames.begin(), kNames.end(), name) != kNames.end())) {
      found = name;
    }
    return found.empty();
  });
  return found;
}

std::optional<Reason> lift(const Request& request, const LoopShape& shape,
                           const std::string& name, Worker& worker) {
  auto refused = [&](std::string why) {
    return Reason{"local-function",
                  "`" + name + "` is defined inside a function and " + why +
                      ": another process cannot find it",
                  {request.source.span(shape.work)}};
  };
  std::vector<Binding> found;
  for (Binding& binding : bindings(shape.scope, false)) {
    if (binding.name == name) found.push_back(binding);
  }
  if (found.size() != 1) return refused("bound more than once");
  Node statement = found[0].node;
  while (statement.parent() && !statement.parent().is("block")) {
    statement = statement.parent();
  }
  Node value = statement.child(0).field("right");
  bool function = statement.is("function_definition");
  if (!function && !value.is("lambda")) return refused("no plain definition");
  if (!begins_line(request.source, statement.range().begin) ||
      !statement.next_sibling()) {
    return refused("shares its place with other code");
  }
  const Node own = function ? statement : value;
  const std::string odd = name_of_its_place(statement);
  if (!odd.empty()) return refused("names `" + odd + "`");
  if (!only_called(shape, statement, name)) {
    return refused("is used as an object");
  }
  if (!defined_alike(request, own)) {
    return refused("has a default or annotation that is computed there");
  }
  for (const Binding& binding : bindings(shape.scope, false)) {
    if (binding.name == name) continue;
    if (!binds(own, binding.name) && mentions(statement, binding.name, {})) {
      return refused("reads `" + binding.name + "` there");
    }
  }
  if (mentions(request.source.root(), name, {shape.scope.range()})) {
    return refused("its name means something else outside");
  }
  ByteRange lines = whole_lines(request.source, statement.range(), true);
  lines.begin +=
      static_cast<std::uint32_t>(indent_of(request.source, lines.begin).size());
  std::string text = moved_text(request.source, lines, "");
  worker.definitions.push_back(text);
  ByteRange gone = whole_lines(request.source, statement.range(), true);
  int next = request.source.line_of(gone.end) + 1;
  gone.end = request.source.line_begin(next);
  while (gone.end < request.source.text().size() &&
         request.source.slice({gone.end, request.source.line_begin(next + 1)})
                 .find_first_not_of(" \t\r\n") == std::string_view::npos) {
    gone.end = request.source.line_begin(++next);
  }
  worker.edits.push_back({gone, ""});
  return std::nullopt;
}

}  // namespace ppp::rewrite
