// SPDX-License-Identifier: Apache-2.0
#include "advisor/grown_table.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "advisor/named_function.h"
#include "advisor/row_call.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

/// `pd.concat(…)`; what it is given.
std::span<const Node> given_to(const SourceFile& source, Node call,
                               std::string_view name) {
  const Node callee = call.field("function");
  const Node arguments = call.field("arguments");
  const bool fits = call.is("call") && callee.is("attribute") &&
                    callee.field("attribute").text() == name &&
                    arguments.is("argument_list") &&
                    names_module(source, callee.field("object"), "pandas");
  return fits ? arguments.children() : std::span<const Node>();
}

/// A name or a plain constant.
bool is_plain(Node node) {
  return node.is("identifier") || node.is("integer") || node.is("float") ||
         node.is("true") || node.is("false") || node.is("none") ||
         label_text(node);
}

/// `{"a": x}`, with `[x]` for `x` if they are columns.
bool is_plain_dict(Node node, bool columns) {
  const std::span<const Node> pairs = node.children();
  return node.is("dictionary") && !pairs.empty() &&
         std::all_of(pairs.begin(), pairs.end(), [&](Node pair) {
           const Node value = pair.field("value");
           const bool one = value.is("list") && value.children().size() == 1;
           return pair.is("pair") && label_text(pair.field("key")) &&
                  (columns ? one && is_plain(value.child(0)) : is_plain(value));
         });
}

bool is_plain_row(Node data) {
  if (is_plain_dict(data, /*columns=*/true)) return true;
  if (!data.is("list") || data.children().size() != 1) return false;
  const Node row = data.child(0);
  return row.is("identifier") || is_plain_dict(row, /*columns=*/false);
}

/// The statement of the form above.
std::optional<GrownTable> growth(const SourceFile& source, Node statement) {
  const Node assignment =
      statement.is("expression_statement") && !statement.children().empty()
          ? statement.child(0)
          : Node();
  GrownTable found;
  found.statement = statement;
  found.table = assignment.field("left");
  const std::span<const Node> given =
      given_to(source, assignment.field("right"), "concat");
  if (!assignment.is("assignment") || !found.table.is("identifier") ||
      assignment.field("type") || given.size() != 2) {
    return std::nullopt;
  }
  const Node value = given[1].field("value");
  const std::span<const Node> parts = given[0].children();
  if (!given[1].is("keyword_argument") || !value.is("true") ||
      given[1].field("name").text() != "ignore_index" || !given[0].is("list") ||
      parts.size() != 2 || !parts[0].is("identifier") ||
      parts[0].text() != found.table.text()) {
    return std::nullopt;
  }
  if (parts[1].is("identifier")) {
    found.data = parts[1];
    found.part = true;
    return found;
  }
  const std::span<const Node> row = given_to(source, parts[1], "DataFrame");
  if (row.size() != 1 || !is_plain_row(row[0])) return std::nullopt;
  found.data = row[0];
  return found;
}

std::size_t mentions(Node part, std::string_view name) {
  std::size_t times = 0;
  walk(part, [&](Node node) {
    times += node.is("identifier") && node.text() == name &&
             !(node.parent().field("attribute") == node);
    return true;
  });
  return times;
}

/// What runs at another time than where it stands reads the variable.
bool read_at_another_time(Node scope, std::string_view name) {
  bool found = false;
  walk(scope, [&](Node node) {
    const bool later = node.is("function_definition") || node.is("lambda") ||
                       node.is("class_definition") ||
                       node.is("generator_expression");
    if (later && !(node == scope)) {
      found = found || mentions(node, name) > 0;
      return false;
    }
    return !found;
  });
  return found;
}

}  // namespace

std::optional<GrownTable> grown_table(const SourceFile& source, Node loop) {
  if (!loop.is("for_statement") || loop.text().starts_with("async") ||
      !imports_pandas(source) || looks_at_variables(source)) {
    return std::nullopt;
  }
  std::optional<GrownTable> found;
  bool inside = true;
  walk(loop, [&](Node node) {
    auto one = growth(source, node);
    if (one && found) inside = false;
    if (one) found = one;
    return inside;
  });
  if (!found || !inside) return std::nullopt;
  const std::string_view name = found->table.text();
  const Node scope = enclosing(
      loop, {"function_definition", "class_definition", "lambda", "module"});
  const bool own =
      scope.is("module") || (scope.is("function_definition") &&
                             scope_names(scope).locals.contains(name));
  if (!own || mentions(loop, name) != 2 || mentions(found->data, name) != 0 ||
      read_at_another_time(scope, name)) {
    return std::nullopt;
  }
  return found;
}

}  // namespace ppp::advisor
