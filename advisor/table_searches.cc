// SPDX-License-Identifier: Apache-2.0
#include "advisor/table_searches.h"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>

#include "advisor/item_uses.h"
#include "advisor/named_function.h"
#include "advisor/row_call.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using Words = std::set<std::string_view>;
using Variables = std::set<std::string, std::less<>>;

Node without_parentheses(Node node) {
  while (node.is("parenthesized_expression") && node.children().size() == 1) {
    node = node.child(0);
  }
  return node;
}

/// The label that `subscript` reads of the variable `table`, as an item.
std::optional<std::string> item_label(Node whole, std::string_view table) {
  const std::vector<Node> given = whole.fields("subscript");
  const Node object = whole.field("value");
  if (!whole.is("subscript") || given.size() != 1 || !object.is("identifier") ||
      object.text() != table) {
    return std::nullopt;
  }
  return label_text(given[0]);
}

/// `orders["customer"] == customer`: fills in what is compared.
bool is_comparison(Node mask, TableSearch& found) {
  mask = without_parentheses(mask);
  const std::span<const Node> sides = mask.children();
  const std::span<const Node> all = mask.all_children();
  const bool equal = mask.is("comparison_operator") && sides.size() == 2 &&
                     std::any_of(all.begin(), all.end(),
                                 [](Node one) { return one.text() == "=="; });
  if (!equal) return false;
  const Node column = sides[0];
  if (auto label = item_label(column, found.table.text())) {
    found.label = *label;
  } else if (column.is("attribute") &&
             column.field("object").is("identifier") &&
             column.field("object").text() == found.table.text()) {
    found.label = std::string(column.field("attribute").text());
    found.attribute = true;
  }
  found.key = sides[1];
  return !found.label.empty();
}

/// `orders[…]`, `orders.loc[…]`, `orders.loc[…, "price"]`, `orders["price"][…]`
std::optional<TableSearch> search_of(Node node) {
  const std::vector<Node> given = node.fields("subscript");
  if (!node.is("subscript") || given.empty() || is_target(node)) {
    return std::nullopt;
  }
  TableSearch found;
  found.expression = node;
  const Node object = node.field("value");
  const bool by_loc =
      object.is("attribute") && object.field("attribute").text() == "loc";
  found.table = by_loc ? object.field("object") : object;
  if (given.size() == 2) {
    const auto label = by_loc ? label_text(given[1]) : std::nullopt;
    if (!label) return std::nullopt;
    found.column = *label;
  } else if (object.is("subscript")) {
    found.table = object.field("value");
    const auto label = item_label(object, found.table.text());
    if (!label) return std::nullopt;
    found.column = *label;
  }
  if (!found.table.is("identifier") || given.size() > 2 ||
      !is_comparison(given[0], found)) {
    return std::nullopt;
  }
  return found;
}

/// `visits["user"].iloc[i]`, `visits["user"][i]`, `visits.at[i, "user"]`
std::optional<TableCell> cell_of(Node node) {
  static const Words of_column = {"at", "iat", "iloc", "loc", "values"};
  const std::vector<Node> given = node.fields("subscript");
  if (!node.is("subscript") || given.empty() || is_target(node) ||
      given[0].is("slice")) {
    return std::nullopt;
  }
  TableCell found;
  found.expression = node;
  found.place = given[0];
  Node object = node.field("value");
  std::string_view way = object.field("attribute").text();
  if (given.size() == 2) {
    const auto label = label_text(given[1]);
    found.table = object.field("object");
    if (!label || (way != "at" && way != "loc")) return std::nullopt;
    found.label = *label;
    found.by_label = true;
    found.form = "table." + std::string(way) + "[place, label]";
  } else if (given.size() == 1) {
    if (of_column.contains(way)) {
      object = object.field("object");
    } else if (object.is("attribute")) {
      return std::nullopt;
    }
    found.table = object.field("value");
    const auto label = item_label(object, found.table.text());
    if (!label) return std::nullopt;
    found.label = *label;
    found.by_label = way != "iloc" && way != "iat" && way != "values";
    found.form = "table[label]" + (way.empty() ? "" : "." + std::string(way)) +
                 "[place]";
  }
  // Else `table["c"]["x"]`: a label of an index of texts.
  if (!found.table.is("identifier") || given.size() > 2 ||
      found.place.is("string") || found.place.is("comparison_operator")) {
    return std::nullopt;
  }
  return found;
}

/// `prices["price"].iloc[i - 20 : i]`
std::optional<TableSlice> column_slice(Node node) {
  const std::vector<Node> given = node.fields("subscript");
  const Node column = node.field("value").field("object");
  TableSlice found;
  found.expression = node;
  found.table = column.field("value");
  if (!node.is("subscript") || given.size() != 1 || !given[0].is("slice") ||
      !node.field("value").is("attribute") || is_target(node) ||
      node.field("value").field("attribute").text() != "iloc") {
    return std::nullopt;
  }
  const auto label = item_label(column, found.table.text());
  if (!label) return std::nullopt;
  found.label = *label;
  int colons = 0;
  for (Node part : given[0].all_children()) {
    if (part.text() == ":") {
      ++colons;
    } else if (!part.is("comment")) {
      (colons == 0 ? found.start : found.stop) = part;
    }
  }
  if (colons != 1) return std::nullopt;
  return found;
}

/// It runs here and now, and its table is the variable of that name around the
/// loop.
bool runs_in(Node region, Node expression, std::string_view table) {
  for (Node at = expression; !(at == region); at = at.parent()) {
    if (at.is("lambda") || at.is("generator_expression") ||
        at.is("function_definition") || at.is("class_definition")) {
      return false;
    }
    if (is_comprehension(at) && scope_names(at).locals.contains(table)) {
      return false;
    }
  }
  return true;
}

/// What rows, or items of a column, are asked for (FoundRows, FoundItems in
/// rewrite/found_rows.cc).
class Uses {
 public:
  explicit Uses(const SourceFile& source) : source_(source) {}

  bool of_rows(Node rows) const {
    if (is_measured(source_, rows) || counts_rows(rows)) return true;
    const Node items = items_of(rows);
    return items && of_items(items);
  }

  bool of_items(Node items) const {
    static const Words answers = {"item", "max", "mean",
                                  "min",  "sum", "tolist"};
    return is_measured(source_, items) ||
           answers.contains(asked_method(items)) || !end_asked(items).empty();
  }

 private:
  const SourceFile& source_;
};

/// The variable that the search is assigned to, and nothing else.
Node only_name(Node scope, Node search) {
  const Node assignment = search.parent();
  const Node name = assignment.field("left");
  if (!assignment.is("assignment") || !name.is("identifier") ||
      assignment.field("type") || !(assignment.field("right") == search) ||
      !assignment.parent().is("expression_statement")) {
    return Node();
  }
  int bindings = 0;
  for (const NameBinding& one : name_bindings(scope)) {
    bindings += one.name == name.text();
  }
  return bindings == 1 ? name : Node();
}

/// Nothing but the text of the module reads its variables.
bool is_alone(const Project& project, const SourceFile& source) {
  static const auto ways = {"import __main__", "import_module", "__import__",
                            "modules"};
  return &source == &project.files[0] &&
         std::none_of(project.files.begin(), project.files.end(),
                      [](const SourceFile& file) {
                        return std::any_of(
                            ways.begin(), ways.end(), [&](const char* way) {
                              return file.text().find(way) != std::string::npos;
                            });
                      });
}

/// Of what the expression finds, rows or `items`, in the region.
bool only_read(const Project& project, const SourceFile& source, Node region,
               Node scope, Node expression, bool items) {
  const Uses uses(source);
  const auto read = [&](Node node) {
    return items ? uses.of_items(node) : uses.of_rows(node);
  };
  Node whole = expression;
  while (whole.parent().is("parenthesized_expression")) whole = whole.parent();
  if (read(whole)) return true;
  const Node name = only_name(scope, whole);
  if (!name || declared(source, name.text()) ||
      (scope.is("module") && !is_alone(project, source))) {
    return false;
  }
  bool fits = true;
  walk(scope, [&](Node node) {
    const bool mentions = node.is("identifier") && node.text() == name.text() &&
                          !(node == name) &&
                          !(node.parent().field("attribute") == node) &&
                          !(node.parent().is("keyword_argument") &&
                            node.parent().field("name") == node);
    if (mentions)
      fits = fits && region.range().contains(node.range()) && read(node);
    return fits;
  });
  return fits;
}

/// `mine = orders[…]`, `mine = orders[…].copy()`: variables that hold nothing
/// else.
Variables parts_of(const SourceFile& source, Node scope,
                   const std::vector<TableSearch>& searches) {
  Variables parts, others;
  for (const NameBinding& one : name_bindings(scope)) {
    const Node assignment = one.node.parent();
    Node value =
        assignment.is("assignment") && assignment.field("left") == one.node
            ? assignment.field("right")
            : Node();
    const Node callee = value.field("function");
    if (value.is("call") && callee.is("attribute") &&
        callee.field("attribute").text() == "copy" &&
        value.field("arguments").is("argument_list") &&
        value.field("arguments").children().empty()) {
      value = callee.field("object");
    }
    const bool found = std::any_of(
        searches.begin(), searches.end(),
        [&](const TableSearch& search) { return search.expression == value; });
    (found ? parts : others).insert(one.name);
  }
  std::erase_if(parts, [&](const std::string& name) {
    return others.contains(name) || declared(source, name);
  });
  return parts;
}

/// What runs as a whole, with nothing around it that runs again.
Node region_of(Node loop) {
  if (loop.is("for_statement")) {
    return loop.text().starts_with("async") ? Node() : loop;
  }
  if (!loop.is("list_comprehension") && !loop.is("dictionary_comprehension") &&
      !loop.is("set_comprehension")) {
    return Node();
  }
  for (Node at = loop.parent(); at; at = at.parent()) {
    if (at.is("return_statement")) return at;
    if (at.is("expression_statement")) {
      return at.children().size() == 1 ? at : Node();
    }
    if (at.is("lambda") || is_comprehension(at) || at.is("block") ||
        at.is("module") || at.is("augmented_assignment")) {
      return Node();
    }
  }
  return Node();
}

}  // namespace

std::optional<TableSearches> table_searches(const Project& project,
                                            const SourceFile& source,
                                            Node loop) {
  TableSearches found;
  found.region = region_of(loop);
  if (!found.region || !imports_pandas(source) || looks_at_variables(source)) {
    return std::nullopt;
  }
  const Node scope = enclosing(
      loop, {"function_definition", "class_definition", "lambda", "module"});
  if (!scope.is("function_definition") && !scope.is("module")) {
    return std::nullopt;
  }
  Variables bound;
  for (const NameBinding& one : name_bindings(scope)) {
    if (found.region.range().contains(one.node.range())) bound.insert(one.name);
  }
  const auto is_steady = [&](Node expression, Node table) {
    return !bound.contains(table.text()) && !declared(source, table.text()) &&
           !shows_text(expression) &&
           runs_in(found.region, expression, table.text());
  };
  walk(loop, [&](Node node) {
    if (auto search = search_of(node);
        search && is_steady(node, search->table)) {
      search->only_read = only_read(project, source, found.region, scope, node,
                                    /*items=*/!search->column.empty());
      found.all.push_back(std::move(*search));
      return false;  // what is edited must not overlap
    }
    if (auto slice = column_slice(node);
        slice && is_steady(node, slice->table) &&
        only_read(project, source, found.region, scope, node,
                  /*items=*/true)) {
      found.slices.push_back(std::move(*slice));
      return false;
    }
    if (auto cell = cell_of(node); cell && is_steady(node, cell->table)) {
      found.cells.push_back(std::move(*cell));
      return false;
    }
    return true;
  });
  // `sizes["user"][i]` alone may as well be of a dict.
  const bool table = std::any_of(
      found.cells.begin(), found.cells.end(), [](const TableCell& cell) {
        return cell.form.find('.') != std::string::npos;
      });
  if (found.all.empty() && found.slices.empty() && !table) return std::nullopt;
  found.parts = parts_of(source, scope, found.all);
  return found;
}

}  // namespace ppp::advisor
