// SPDX-License-Identifier: Apache-2.0
#include "advisor/grown_table.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "advisor/definite.h"
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

void add_once(std::vector<std::string>& all, Node name) {
  const std::string one(name.text());
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

/// Arithmetic on variables and constants, and texts made of such.
bool is_computed(Node node, GrownTable& found) {
  if (node.is("identifier")) {
    add_once(found.operands, node);
    return true;
  }
  if (is_plain(node)) return true;
  static const std::vector<GrammarName> known = {
      "binary_operator", "unary_operator",      "parenthesized_expression",
      "not_operator",    "comparison_operator", "string",
      "interpolation"};
  const bool fits = std::any_of(known.begin(), known.end(),
                                [&](auto kind) { return node.is(kind); });
  if (!fits) return false;
  // What Python warns of, or leaves to others.
  for (Node one : node.all_children()) {
    const std::string_view text = one.text();
    if (text == "@" || text == "~" || text == "is" || text == "is not" ||
        (node.is("string") && text.find('\\') != std::string_view::npos)) {
      return false;
    }
  }
  const std::span<const Node> parts = node.children();
  // Of three the last one may not be read.
  if (node.is("comparison_operator") && parts.size() != 2) return false;
  return std::all_of(parts.begin(), parts.end(), [&](Node part) {
    const bool text = part.is("string_start") || part.is("string_content") ||
                      part.is("string_end") || part.is("format_specifier") ||
                      part.is("type_conversion");
    if (part.is("format_specifier")) return part.children().empty();
    return text || is_computed(part, found);
  });
}

/// `name`, `price * 2`, `row["price"]`
bool is_item(Node node, GrownTable& found) {
  if (is_plain(node)) return true;
  const std::vector<Node> given = node.fields("subscript");
  if (node.is("subscript") && given.size() == 1 &&
      node.field("value").is("identifier") && label_text(given[0])) {
    add_once(found.mappings, node.field("value"));
    return true;
  }
  return is_computed(node, found);
}

/// `report.loc[len(report)] = [name, size]`
std::optional<GrownTable> growth_in_place(const SourceFile& source,
                                          Node statement) {
  const Node assignment =
      statement.is("expression_statement") && statement.children().size() == 1
          ? statement.child(0)
          : Node();
  const Node target = assignment.field("left");
  const Node loc = target.field("value");
  const std::vector<Node> place = target.fields("subscript");
  GrownTable found;
  found.statement = statement;
  found.table = loc.field("object");
  found.data = assignment.field("right");
  found.in_place = true;
  if (!assignment.is("assignment") || assignment.field("type") ||
      !target.is("subscript") || place.size() != 1 || !loc.is("attribute") ||
      loc.field("attribute").text() != "loc" || !found.table.is("identifier") ||
      !found.data.is("list")) {
    return std::nullopt;
  }
  const Node callee = place[0].field("function");
  const std::span<const Node> counted = place[0].field("arguments").children();
  const bool behind = place[0].is("call") && callee.text() == "len" &&
                      is_builtin(source, callee) && counted.size() == 1 &&
                      counted[0].is("identifier") &&
                      counted[0].text() == found.table.text();
  const std::span<const Node> items = found.data.children();
  if (!behind || items.empty() ||
      !std::all_of(items.begin(), items.end(),
                   [&](Node item) { return is_item(item, found); })) {
    return std::nullopt;
  }
  return found;
}

/// The statement of one of the forms above.
std::optional<GrownTable> growth(const SourceFile& source, Node statement) {
  if (auto found = growth_in_place(source, statement)) return found;
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

/// `report = pd.DataFrame(…)` stands in front of what the loop is in, and until
/// that is over nothing else names the variable: nobody else has the table.
bool is_only_name(const SourceFile& source, Node loop, std::string_view name) {
  for (Node at = loop; !at.is("function_definition") && at.parent();
       at = at.parent()) {
    if (mentions(at, name) != 2) return false;
    const std::span<const Node> all = at.parent().children();
    for (std::size_t i = all.size(); i > 0; --i) {
      const Node before = all[i - 1];
      if (before.range().end > at.range().begin) continue;
      const Node assignment =
          before.is("expression_statement") && before.children().size() == 1
              ? before.child(0)
              : Node();
      const Node value = assignment.field("right");
      const Node callee = value.field("function");
      const bool made = assignment.is("assignment") &&
                        !assignment.field("type") &&
                        assignment.field("left").is("identifier") &&
                        assignment.field("left").text() == name &&
                        value.is("call") && callee.is("attribute") &&
                        callee.field("attribute").text() == "DataFrame" &&
                        names_module(source, callee.field("object"), "pandas");
      if (made) return mentions(value, name) == 0;
      if (mentions(before, name) > 0) return false;
    }
  }
  return false;
}

void add_identifiers(Node target, Names& names) {
  walk(target, [&](Node node) {
    if (node.is("identifier")) names.insert(std::string(node.text()));
    return true;
  });
}

/// What has a value wherever the statement is reached, by the loop alone.
Names bound_in(Node loop, Node statement) {
  Names names;
  for (Node at = statement; !(at == loop); at = at.parent()) {
    const Node parent = at.parent();
    if (parent.is("for_statement") && parent.field("body") == at) {
      add_identifiers(parent.field("left"), names);
    }
    if (!at.parent().is("block")) continue;
    std::vector<Node> before;
    for (Node one : parent.children()) {
      if (one.range().end <= at.range().begin && !one.is("comment")) {
        before.push_back(one);
      }
    }
    const NameUse use = name_use(before, [](Node) { return false; });
    names.insert(use.bound.begin(), use.bound.end());
  }
  walk(loop, [&](Node node) {
    if (node.is("delete_statement")) names.clear();
    if (node.is("as_pattern_target")) names.erase(std::string(node.text()));
    return true;
  });
  return names;
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
  if (!found->in_place) return found;
  if (!is_only_name(source, loop, name)) return std::nullopt;
  const Names bound = bound_in(loop, found->statement);
  for (const auto* names : {&found->operands, &found->mappings}) {
    for (const std::string& one : *names) {
      if (!bound.contains(one)) found->unbound.push_back(one);
    }
  }
  return found;
}

}  // namespace ppp::advisor
