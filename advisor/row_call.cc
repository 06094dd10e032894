// SPDX-License-Identifier: Apache-2.0
#include "advisor/row_call.h"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace ppp::advisor {
namespace {

bool is_pandas(Node name) {
  if (name.field("name")) name = name.field("name");
  return name.text() == "pandas";
}

/// The expression around it of which it is what Python evaluates first, and
/// once: `df.apply(f, axis=1).round(2) / 3`.
Node begun_by(Node call) {
  Node at = call;
  while (true) {
    const Node parent = at.parent();
    const bool first =
        parent.is("parenthesized_expression") ||
        (parent.is("attribute") && parent.field("object") == at) ||
        (parent.is("subscript") && parent.field("value") == at) ||
        (parent.is("binary_operator") && parent.field("left") == at) ||
        (parent.is("call") && parent.field("function") == at);
    if (!first) return at;
    at = parent;
  }
}

/// The statement that keeps or returns the call, or what is made of it.
Node keeping_statement(Node call) {
  const Node whole = begun_by(call);
  const Node parent = whole.parent();
  if (parent.is("return_statement")) return parent;
  const bool assigned = parent.is("assignment") &&
                        parent.field("right") == whole &&
                        parent.parent().is("expression_statement");
  return assigned ? parent.parent() : Node();
}

bool by_rows(Node argument) {
  const Node value = argument.field("value");
  return argument.is("keyword_argument") &&
         argument.field("name").text() == "axis" &&
         (value.text() == "1" || label_text(value) == "columns");
}

}  // namespace

std::optional<std::string> label_text(Node node) {
  const std::string_view text = node.text();
  if (!node.is("string") || text.size() < 2 ||
      (text.front() != '"' && text.front() != '\'') ||
      text.find_first_of("\\{}\"'\n", 1) != text.size() - 1) {
    return std::nullopt;
  }
  return std::string(text.substr(1, text.size() - 2));
}

bool imports_pandas(const SourceFile& source) {
  const std::span<const Node> top = source.root().children();
  return std::any_of(top.begin(), top.end(), [](Node node) {
    if (node.is("import_from_statement")) {
      return node.field("module_name").text() == "pandas";
    }
    const std::vector<Node> names = node.fields("name");
    return node.is("import_statement") &&
           std::any_of(names.begin(), names.end(), is_pandas);
  });
}

std::optional<RowCall> row_call(Node call) {
  const Node callee = call.field("function");
  const std::string_view name = callee.field("attribute").text();
  if (!call.is("call") || !callee.is("attribute") ||
      (name != "apply" && name != "map") ||
      !call.field("arguments").is("argument_list")) {
    return std::nullopt;
  }
  const std::span<const Node> given = call.field("arguments").children();
  RowCall found;
  found.call = call;
  found.statement = keeping_statement(call);
  if (!found.statement || given.empty() ||
      (!given[0].is("lambda") && !given[0].is("identifier"))) {
    return std::nullopt;
  }
  found.function = given[0];
  const Node object = callee.field("object");
  if (object.is("identifier") && name == "apply" && given.size() == 2 &&
      by_rows(given[1])) {
    found.frame = object;
    return found;
  }
  const std::vector<Node> subscript = object.fields("subscript");
  if (!object.is("subscript") || subscript.size() != 1 || given.size() != 1 ||
      !object.field("value").is("identifier")) {
    return std::nullopt;
  }
  const auto label = label_text(subscript[0]);
  if (!label || label->empty()) return std::nullopt;
  found.frame = object.field("value");
  found.label = *label;
  return found;
}

std::optional<GroupCall> group_call(Node call) {
  using Way = GroupCall::Way;
  static const std::map<std::string_view, Way> ways = {
      {"agg", Way::kAggregate},
      {"aggregate", Way::kAggregate},
      {"apply", Way::kApply},
      {"transform", Way::kTransform}};
  const Node callee = call.field("function");
  const auto way = ways.find(callee.field("attribute").text());
  const Node arguments = call.field("arguments");
  const Node chosen = callee.field("object");
  const std::vector<Node> subscript = chosen.fields("subscript");
  if (!call.is("call") || !callee.is("attribute") || way == ways.end() ||
      !arguments.is("argument_list") || arguments.children().empty() ||
      subscript.size() > 1) {
    return std::nullopt;
  }
  GroupCall found;
  found.call = call;
  found.way = way->second;
  found.statement = keeping_statement(call);
  found.function = arguments.child(0);
  found.grouping = subscript.empty() ? chosen : chosen.field("value");
  if (!subscript.empty()) found.selection = subscript[0];
  if (arguments.children().size() > 1) {
    const Node more = arguments.child(1);
    found.keyless = more.is("keyword_argument") &&
                    more.field("name").text() == "include_groups" &&
                    more.field("value").is("false") && !found.selection;
    if (!found.keyless || arguments.children().size() > 2) return std::nullopt;
  }
  const Node grouped = found.grouping.field("function");
  found.frame = grouped.field("object");
  const bool fits =
      found.statement &&
      (found.function.is("lambda") || found.function.is("identifier")) &&
      found.grouping.is("call") && grouped.is("attribute") &&
      grouped.field("attribute").text() == "groupby" &&
      found.frame.is("identifier");
  // Else agg() and transform() give the function one column after the other.
  const bool whole = found.way == Way::kApply;
  if (!fits || (!whole && arguments.children().size() > 1)) return std::nullopt;
  if (!found.selection) return whole ? std::optional(found) : std::nullopt;
  if (const auto label = label_text(found.selection)) {
    found.column = *label;
    if (!label->empty()) return found;
    return std::nullopt;
  }
  const std::span<const Node> labels = found.selection.children();
  const bool rows = whole && found.selection.is("list") && !labels.empty() &&
                    std::all_of(labels.begin(), labels.end(), [](Node one) {
                      return label_text(one).has_value();
                    });
  if (!rows) return std::nullopt;
  return found;
}

bool is_target(Node node) {
  Node at = node;
  while (at.parent().is("pattern_list") || at.parent().is("tuple_pattern") ||
         at.parent().is("list_pattern") || at.parent().is("expression_list") ||
         at.parent().is("list_splat_pattern") || at.parent().is("tuple") ||
         at.parent().is("list") || at.parent().is("parenthesized_expression")) {
    at = at.parent();
  }
  const Node parent = at.parent();
  const bool binds = parent.is("assignment") ||
                     parent.is("augmented_assignment") ||
                     parent.is("for_statement") || parent.is("for_in_clause");
  return (binds && parent.field("left") == at) ||
         parent.is("delete_statement") || parent.is("as_pattern_target") ||
         parent.is("with_item");
}

}  // namespace ppp::advisor
