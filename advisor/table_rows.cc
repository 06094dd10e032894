// SPDX-License-Identifier: Apache-2.0
#include "advisor/table_rows.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>

#include "advisor/row_call.h"

namespace ppp::advisor {
namespace {

/// It may look at variables by name.
bool looks_at_variables(const SourceFile& source) {
  static const std::set<std::string_view> ways = {"locals",  "globals",  "vars",
                                                  "eval",    "exec",     "dir",
                                                  "inspect", "_getframe"};
  bool found = false;
  walk(source.root(), [&](Node node) {
    found = found || (node.is("identifier") && ways.contains(node.text()));
    return !found;
  });
  return found;
}

/// `row["price"]`
std::optional<std::string> read_label(Node name) {
  const Node subscript = name.parent();
  const std::vector<Node> given = subscript.fields("subscript");
  if (!subscript.is("subscript") || !(subscript.field("value") == name) ||
      given.size() != 1 || is_target(subscript)) {
    return std::nullopt;
  }
  return label_text(given[0]);
}

/// Adds the labels that `part` reads. False: it does more with the row.
bool only_reads(Node part, std::string_view row,
                std::vector<std::string>& labels) {
  bool fits = true;
  walk(part, [&](Node node) {
    const Node parent = node.parent();
    if (!fits || !node.is("identifier") || node.text() != row ||
        parent.field("attribute") == node) {
      return fits;
    }
    const auto label = read_label(node);
    fits = label.has_value();
    if (fits &&
        std::find(labels.begin(), labels.end(), *label) == labels.end()) {
      labels.push_back(*label);
    }
    return fits;
  });
  return fits;
}

}  // namespace

std::optional<TableRows> table_rows(const SourceFile& source, Node loop) {
  TableRows found;
  found.source = loop.field("right");
  const Node callee = found.source.field("function");
  found.frame = callee.field("object");
  const Node target = loop.field("left");
  const std::span<const Node> names = target.children();
  const bool fits = loop.is("for_statement") && found.source.is("call") &&
                    callee.is("attribute") &&
                    callee.field("attribute").text() == "iterrows" &&
                    found.source.field("arguments").is("argument_list") &&
                    found.source.field("arguments").children().empty() &&
                    found.frame.is("identifier") &&
                    (target.is("pattern_list") || target.is("tuple_pattern")) &&
                    names.size() == 2 && names[0].is("identifier") &&
                    names[1].is("identifier") &&
                    names[0].text() != names[1].text() &&
                    imports_pandas(source) && !loop.text().starts_with("async");
  if (!fits || looks_at_variables(source)) return std::nullopt;
  found.row = std::string(names[1].text());
  bool reads = only_reads(loop.field("body"), found.row, found.labels);
  for (Node other : loop.fields("alternative")) {
    reads = reads && only_reads(other, found.row, found.labels);
  }
  if (!reads || found.labels.empty()) return std::nullopt;
  return found;
}

}  // namespace ppp::advisor
