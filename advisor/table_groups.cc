// SPDX-License-Identifier: Apache-2.0
#include "advisor/table_groups.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "advisor/item_uses.h"
#include "advisor/named_function.h"
#include "advisor/row_call.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

/// Reads what is done with a group, there and in functions that are given it.
class GroupReader {
 public:
  GroupReader(const SourceFile& source, TableGroups& groups)
      : source_(source), groups_(groups) {}

  /// Adds what `part` reads. False: it does more with the group, or, if
  /// `items`, with the items of a column that it is.
  bool only_reads(Node part, std::string_view group, bool items) {
    bool fits = true;
    walk(part, [&](Node node) {
      const bool mentions = node.is("identifier") && node.text() == group &&
                            !(node.parent().field("attribute") == node) &&
                            !(node.parent().is("keyword_argument") &&
                              node.parent().field("name") == node);
      if (fits && mentions)
        fits = (items ? answered(node) || calculated(node)
                      : counted(node) || column(node)) ||
               handed_on(node, items);
      if (!fits && !groups_.more) groups_.more = node;
      return fits;
    });
    return fits;
  }

  /// The same of a function's parameter.
  bool function_only_reads(Node function, std::size_t place, bool items) {
    const std::span<const Node> all = function.field("parameters").children();
    if (place >= all.size()) return false;
    for (std::size_t i = 0; i <= place; ++i) {
      if (!all[i].is("identifier")) return false;
    }
    const std::string_view group = all[place].text();
    const std::string key =
        std::to_string(function.range().begin) + " " + std::string(group);
    if (!read_.insert(key).second) return true;
    return only_reads(function.field("body"), group, items);
  }

  /// What the function gives may be numbers made of a group's items.
  void may_calculate(Node function) { calculates_ = function; }

 private:
  /// `shops - shops.mean()`, where that is what the function gives.
  bool calculated(Node items) {
    if (!calculates_ ||
        !(enclosing(items, {"lambda", "function_definition"}) == calculates_)) {
      return false;
    }
    std::set<std::string> operations;
    Node at = items;
    const Node callee = items.parent();
    const Node call = callee.parent();
    if (callee.is("attribute") && callee.field("object") == items &&
        callee.field("attribute").text() == "fillna" &&
        call.field("function") == callee && gives_one(call)) {
      operations.insert("fillna");
      at = call;
    }
    for (Node parent = at.parent();; at = parent, parent = at.parent()) {
      if (parent.is("parenthesized_expression")) continue;
      if (parent.is("conditional_expression")) {
        if (parent.child(1) == at) return false;
        continue;
      }
      if (!parent.is("binary_operator")) break;
      const std::string_view operation = parent.field("operator").text();
      static const std::set<std::string_view> known = {"*", "+", "-", "/"};
      // What stands in front may know better what to do with its operand.
      if (!known.contains(operation) ||
          (parent.field("right") == at &&
           !is_number(parent.field("left"), items.text()))) {
        return false;
      }
      operations.emplace(operation);
    }
    const bool given =
        at.parent() == calculates_ ||
        (at.parent().is("return_statement") && !calculates_.is("lambda"));
    if (!given || operations.empty()) return false;
    groups_.calculated.merge(operations);
    return true;
  }

  /// `(x)`
  static bool gives_one(Node call) {
    const Node given = call.field("arguments");
    return given.is("argument_list") && given.children().size() == 1 &&
           !given.child(0).is("keyword_argument") &&
           !given.child(0).is("list_splat") &&
           !given.child(0).is("dictionary_splat");
  }

  /// A number, or made of numbers and of the group.
  bool is_number(Node node, std::string_view group) const {
    if (node.is("parenthesized_expression") || node.is("unary_operator")) {
      return is_number(node.children().back(), group);
    }
    if (node.is("binary_operator")) {
      return is_number(node.field("left"), group) &&
             is_number(node.field("right"), group);
    }
    if (node.is("call") && node.field("function").is("attribute")) {
      node = node.field("function").field("object");
    }
    if (node.is("subscript") && node.field("value").is("attribute")) {
      node = node.field("value").field("object");
    }
    const Node callee = node.field("function");
    return node.is("integer") || node.is("float") || node.text() == group ||
           (node.is("call") && callee.text() == "len" &&
            is_builtin(source_, callee));
  }

  /// `len(shops)`, `shops.empty`, `shops.shape[0]`
  bool counted(Node node) {
    if (counts_rows(node)) {
      groups_.asked.insert("shape");
      return true;
    }
    if (!is_measured(source_, node)) return false;
    groups_.asked.insert(node.parent().is("attribute") ? "empty" : "len");
    return true;
  }

  /// `shops["turnover"].sum()`
  bool column(Node group) {
    const Node items = items_of(group);
    const auto label =
        items ? label_text(items.fields("subscript")[0]) : std::nullopt;
    if (!label) return false;
    auto& labels = groups_.labels;
    if (std::find(labels.begin(), labels.end(), *label) == labels.end()) {
      labels.push_back(*label);
    }
    return answered(items);
  }

  /// `items.sum()`
  bool answered(Node items) {
    if (!counts_rows(items) && counted(items)) return true;
    std::string_view way = end_asked(items);
    if (way.empty() && gone_through(items)) way = "iter";
    if (way.empty() && known_of_items().contains(asked_method(items))) {
      way = asked_method(items);
    }
    if (way.empty()) way = asked_with_number(items);
    if (way.empty()) return false;
    groups_.asked.emplace(way);
    return true;
  }

  /// "std": `items.std(ddof=0)`, "quantile": `items.quantile(0.9)`
  static std::string_view asked_with_number(Node items) {
    const Node callee = items.parent();
    const Node call = callee.parent();
    const std::string_view method = callee.field("attribute").text();
    const bool asks = callee.is("attribute") &&
                      callee.field("object") == items &&
                      call.field("function") == callee &&
                      call.field("arguments").is("argument_list") &&
                      call.field("arguments").children().size() == 1;
    if (!asks) return {};
    const Node given = call.field("arguments").child(0);
    const bool degrees = (method == "std" || method == "var") &&
                         given.is("keyword_argument") &&
                         given.field("name").text() == "ddof" &&
                         (given.field("value").text() == "0" ||
                          given.field("value").text() == "1");
    const bool share = method == "quantile" && given.is("float");
    return degrees || share ? method : std::string_view();
  }

  /// `for x in shops["turnover"]`, `sum(shops["turnover"])`
  bool gone_through(Node items) const {
    static const std::set<std::string_view> takers = {
        "all", "any", "list", "max", "min", "set", "sorted", "sum", "tuple"};
    const Node parent = items.parent();
    if (parent.is("for_statement") || parent.is("for_in_clause")) {
      return parent.field("right") == items;
    }
    const Node callee = parent.parent().field("function");
    return parent.is("argument_list") && parent.children().size() == 1 &&
           takers.contains(callee.text()) && is_builtin(source_, callee);
  }

  /// `report(shops, 3)`, a function that only reads it, too.
  bool handed_on(Node name, bool items) {
    const Node call = name.parent().parent();
    if (!name.parent().is("argument_list") || !call.is("call")) return false;
    const std::span<const Node> given = name.parent().children();
    std::size_t place = 0;
    while (!(given[place] == name)) {
      if (given[place].is("list_splat")) return false;
      ++place;
    }
    const Node callee = call.field("function");
    const Node function = named_function(source_, callee);
    // What one gives that calculates is not for others.
    if (!function || function == calculates_) return false;
    groups_.called.push_back(callee);
    return function_only_reads(function, place, items);
  }

  const SourceFile& source_;
  TableGroups& groups_;
  Node calculates_;
  std::set<std::string> read_;
};

/// `"city"`, `["city", "kind"]`; none: something else.
std::vector<std::string> keys_of(Node by) {
  std::vector<std::string> keys;
  const std::vector<Node> one = {by};
  for (Node key : by.is("list") ? by.children() : std::span<const Node>(one)) {
    const auto label = label_text(key);
    if (!label || label->empty() ||
        std::find(keys.begin(), keys.end(), *label) != keys.end()) {
      return {};
    }
    keys.push_back(*label);
  }
  return keys;
}

/// `table.groupby("city")`, `table.groupby("city", sort=False)`
bool is_grouping(Node call, TableGroups& found) {
  const Node callee = call.field("function");
  const std::span<const Node> given = call.field("arguments").children();
  if (!call.is("call") || !callee.is("attribute") ||
      callee.field("attribute").text() != "groupby" ||
      !call.field("arguments").is("argument_list") || given.empty() ||
      given.size() > 3) {
    return false;
  }
  found.keys = keys_of(given[0]);
  found.listed = given[0].is("list");
  if (found.keys.empty()) return false;
  found.source = call;
  found.frame = callee.field("object");
  return std::all_of(given.begin() + 1, given.end(), [&](Node word) {
    const std::string_view name = word.field("name").text();
    const Node value = word.field("value");
    if (!word.is("keyword_argument") ||
        (!value.is("true") && !value.is("false"))) {
      return false;
    }
    if (name == "sort") found.sorted = value.is("true");
    if (name == "observed") found.observed = std::string(value.text());
    return name == "sort" || name == "observed";
  });
}

/// `city, shops`, `(city, kind), shops`: the last; null: something else.
Node group_of(Node target) {
  const std::span<const Node> names = target.children();
  const bool fits = (target.is("pattern_list") || target.is("tuple_pattern")) &&
                    names.size() == 2 && names[1].is("identifier");
  if (!fits) return Node();
  const std::vector<Node> one = {names[0]};
  for (Node key : names[0].is("tuple_pattern") ? names[0].children()
                                               : std::span<const Node>(one)) {
    if (!key.is("identifier") || key.text() == names[1].text()) return Node();
  }
  return names[1];
}

/// The parts of the loop that run for each group; none: another loop.
std::vector<Node> turns_of(Node loop, TableGroups& found) {
  std::vector<Node> parts;
  Node head = loop;
  if (is_comprehension(loop)) {
    // A generator expression may run later, when the table has changed.
    if (loop.is("generator_expression")) return {};
    for (Node part : loop.children()) {
      if (!part.is("for_in_clause")) {
        parts.push_back(part);
      } else if (head == loop) {
        head = part;
      } else {
        return {};
      }
    }
  } else if (loop.is("for_statement")) {
    parts = {loop.field("body")};
    for (Node other : loop.fields("alternative")) parts.push_back(other);
  }
  const Node group = group_of(head.field("left"));
  if (head.text().starts_with("async") || !group ||
      !is_grouping(head.field("right"), found)) {
    return {};
  }
  found.group = std::string(group.text());
  return parts;
}

/// `table.groupby("city")[["price"]].apply(f)`
std::optional<TableGroups> groups_of_call(const SourceFile& source, Node loop) {
  const auto call = group_call(loop);
  TableGroups found;
  if (!call || looks_at_callers(source) ||
      !is_grouping(call->grouping, found)) {
    return std::nullopt;
  }
  found.function = call->function;
  found.way = call->way;
  found.statement = call->statement;
  found.selection = call->selection;
  found.keyless = call->keyless;
  found.column = call->column;
  Node function = call->function;
  if (function.is("identifier")) function = named_function(source, function);
  // A lambda is evaluated twice where the table turns out to be another.
  const bool more = function.is("lambda") &&
                    (function.text().find(":=") != std::string_view::npos ||
                     function.field("parameters").children().size() != 1);
  const bool named =
      enclosing(loop, {"class_definition", "function_definition", "module"})
          .is("class_definition");
  if (!function || more || named || scope_names(function).generator) {
    return std::nullopt;
  }
  found.group = std::string(function.field("parameters").child(0).text());
  GroupReader reader(source, found);
  const bool items = !found.column.empty();
  if (items) found.labels = {found.column};
  if (found.way == GroupCall::Way::kTransform) reader.may_calculate(function);
  if (!reader.function_only_reads(function, 0, items) && !found.more) {
    return std::nullopt;
  }
  std::set<std::string> chosen = {found.column};
  for (Node one : call->selection.children()) {
    if (!items) chosen.insert(*label_text(one));
  }
  // Else pandas would not find it, or not in all of its versions.
  const bool there = std::all_of(
      found.labels.begin(), found.labels.end(), [&](const std::string& one) {
        const auto& keys = found.keys;
        return call->selection
                   ? chosen.contains(one)
                   : std::find(keys.begin(), keys.end(), one) == keys.end();
      });
  const bool read = !found.asked.empty() || !found.calculated.empty();
  if (!there || (!read && !found.more)) return std::nullopt;
  return found;
}

}  // namespace

const std::set<std::string_view>& known_of_items() {
  static const std::set<std::string_view> names = {
      "all",    "any", "count",   "item",   "max",      "mean",
      "median", "min", "nunique", "prod",   "quantile", "sem",
      "skew",   "std", "sum",     "tolist", "var"};
  return names;
}

std::optional<TableGroups> table_groups(const SourceFile& source, Node loop) {
  if (!imports_pandas(source) || looks_at_variables(source)) {
    return std::nullopt;
  }
  if (loop.is("call")) return groups_of_call(source, loop);
  TableGroups found;
  const std::vector<Node> parts = turns_of(loop, found);
  if (parts.empty() || shows_text(loop) || declared(source, found.group))
    return std::nullopt;
  GroupReader reader(source, found);
  for (Node part : parts) {
    if (!reader.only_reads(part, found.group, /*items=*/false)) break;
  }
  if (found.asked.empty() && !found.more) return std::nullopt;
  return found;
}

}  // namespace ppp::advisor
