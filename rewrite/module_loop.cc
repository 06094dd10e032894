// SPDX-License-Identifier: Apache-2.0
#include "rewrite/module_loop.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "advisor/scopes.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;
using advisor::walk;

Node loop_of_script(const Request& request) {
  return advisor::node_at(request.source.root(), request.candidate.loop.range);
}

Reason cannot_be_function(const Request& request, std::string message,
                          Node at) {
  return {"call-chain",
          std::move(message) + on_line(at) +
              ": nothing can be awaited outside of a function, and in one it "
              "would do something else",
          {request.source.span(at.range())}};
}

/// A statement may run again, or for each iteration, where this is around it.
bool runs_once(Node around) {
  static const std::set<std::string_view> kinds = {
      "block",         "elif_clause",   "else_clause",
      "except_clause", "if_statement",  "finally_clause",
      "module",        "try_statement", "with_statement"};
  return kinds.contains(around.kind());
}

/// What means something else in a function, or cannot stand there beside
/// `global`.
bool differs_in_function(Node node) {
  static const std::set<std::string_view> words = {
      "__annotations__", "_getframe", "currentframe", "dir", "locals", "vars"};
  return (node.is("identifier") && words.contains(node.text())) ||
         node.is("global_statement") || node.is("wildcard_import") ||
         (node.is("assignment") && node.field("type"));
}

std::set<std::string> bound_in(const Request& request, Node statement) {
  std::set<std::string> names;
  for (const advisor::NameBinding& one :
       advisor::name_bindings(request.source.root())) {
    if (statement.range().contains(one.node.range())) names.insert(one.name);
  }
  return names;
}

}  // namespace

bool stands_in_script(const Request& request) {
  return request.source.module() == "__main__" &&
         !advisor::enclosing(loop_of_script(request),
                             {"function_definition", "lambda"});
}

std::variant<std::vector<Edit>, Reason> as_function(const Request& request) {
  const advisor::SourceFile& source = request.source;
  Node statement = loop_of_script(request);
  for (Node around = statement.parent();
       around && !around.is("block") && !around.is("module");
       around = statement.parent()) {
    statement = around;
  }
  for (Node around = statement.parent(); around; around = around.parent()) {
    if (runs_once(around)) continue;
    return cannot_be_function(request, "the loop stands in what begins",
                              around);
  }
  Node odd;
  walk(statement, [&](Node node) {
    if (!odd && differs_in_function(node)) odd = node;
    return !odd;
  });
  if (odd) {
    return cannot_be_function(request, "`" + std::string(odd.text()) + "`",
                              odd);
  }
  const ByteRange range = statement.range();
  if (!begins_line(source, range.begin) || !ends_line(source, range.end)) {
    return cannot_be_function(request, "the loop shares its line", statement);
  }
  const int last = source.line_of(range.end - 1);
  const std::uint32_t behind = source.line_begin(last + 1);
  if (source.text()[behind - 1] != '\n') {
    return cannot_be_function(request, "no line ends behind the loop",
                              statement);
  }
  const std::string indent = indent_of(source, range.begin);
  const std::string unit = indent_unit(source, statement);
  const std::string newline = newline_of(source);
  const std::string name = request.names.fresh({"main", "run", "run_loop"});
  const ByteRange lines = whole_lines(source, range, true);
  std::string head = indent.empty()
                         ? missing_blank_lines(source, lines.begin, 2)
                         : std::string();
  head += indent + "def " + name + "():" + newline;
  std::string bound;
  for (const std::string& one : bound_in(request, statement)) {
    bound += (bound.empty() ? "" : ", ") + one;
  }
  if (!bound.empty()) head += indent + unit + "global " + bound + newline;
  std::string call = indent.empty() ? newline + newline : newline;
  call += indent + name + "()" + newline;
  std::vector<Edit> edits = {{{lines.begin, lines.begin}, std::move(head)}};
  for (Edit& edit : indent_lines(source, lines, unit, {})) {
    edits.push_back(std::move(edit));
  }
  edits.push_back({{behind, behind}, std::move(call)});
  return edits;
}

}  // namespace ppp::rewrite
