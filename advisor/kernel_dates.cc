// SPDX-License-Identifier: Apache-2.0
// Dates in a table's rows: `row["day"].month`, `row.day.weekday()`,
// `(row["due"] - row["day"]).days`. What is read of a date is an int of Python
// however the row is read. That a column holds dates, and that none is
// missing, is asked when the program runs.
#include <set>
#include <span>

#include "advisor/kernel_reader.h"
#include "advisor/row_call.h"

namespace ppp::advisor {

namespace {

Node without_parentheses(Node node) {
  while (node.is("parenthesized_expression") && node.children().size() == 1) {
    node = node.child(0);
  }
  return node;
}

/// `df["day"].values[i]` is one of NumPy.
bool is_timestamp(Node node) {
  return node.text().find("values") == std::string_view::npos;
}

/// What `.dt` has of what a Timestamp is asked for; "" for anything else.
std::string field_of_date(Node node) {
  // `dayofweek` and others like it warn in pandas 3.1.
  static const std::set<std::string_view> fields = {
      "day",    "day_of_week", "day_of_year", "days_in_month", "hour",
      "minute", "month",       "quarter",     "second",        "year"};
  if (node.is("attribute")) {
    const std::string_view name = node.field("attribute").text();
    return fields.contains(name) ? std::string(name) : "";
  }
  const Node callee = node.field("function");
  const bool plain = node.is("call") && callee.is("attribute") &&
                     callee.field("attribute").text() == "weekday" &&
                     node.field("arguments").is("argument_list") &&
                     node.field("arguments").children().empty();
  return plain ? "day_of_week" : "";
}

}  // namespace

// Nothing: it reads something else.
std::optional<KernelReader::DateRead> KernelReader::date_read(Node node) const {
  if (kernel_.in_order || !framed()) return std::nullopt;
  const auto is_read = [&](Node one) {
    return column_read(one) && is_timestamp(one);
  };
  const std::string field = field_of_date(node);
  if (!field.empty()) {
    const Node attribute = node.is("call") ? node.field("function") : node;
    const Node date = without_parentheses(attribute.field("object"));
    if (!is_read(date)) return std::nullopt;
    return DateRead{date, Node(), field};
  }
  const Node between = without_parentheses(node.field("object"));
  if (!node.is("attribute") || node.field("attribute").text() != "days" ||
      !between.is("binary_operator") ||
      between.field("operator").text() != "-") {
    return std::nullopt;
  }
  const DateRead read = {without_parentheses(between.field("left")),
                         without_parentheses(between.field("right")), "days"};
  if (!is_read(read.date) || !is_read(read.minus)) return std::nullopt;
  return read;
}

KernelReader::Expr KernelReader::date_field(const DateRead& read, Node node) {
  const ColumnRead of = *column_read(read.date);
  std::string items = of.frame + "[\"" + of.label + "\"]";
  std::optional<ColumnRead> minus;
  if (read.minus) {
    minus = column_read(read.minus);
    if (minus->frame != of.frame || !(minus->at == of.at)) {
      not_understood(node);
      return std::nullopt;
    }
    items = "(" + items + " - " + minus->frame + "[\"" + minus->label + "\"])";
  }
  const std::string key = items + ".dt." + read.field;
  if (!input(key)) {
    kernel_.inputs.push_back({key, KernelInput::Kind::kColumn,
                              NumberType::kInteger, true, true, of.frame,
                              of.label});
    kernel_.inputs.back().of_date = read.field;
    if (minus) kernel_.inputs.back().minus = minus->label;
  }
  for (const auto& one : {std::optional(of), minus}) {
    if (!one) continue;
    note_cell(*one);
    wanted_.emplace_back(one->frame, one->label);
    if (!one->attribute_of.empty()) attributes_[one->label] = one->attribute_of;
  }
  const std::uint32_t begin = function_ ? called_at_ : node.range().begin;
  reads_.push_back({key, node, of.at, begin});
  return KernelExpr{KernelExpr::Kind::kRead, key, NumberType::kInteger, 1,
                    of.at};
}

// `row["day"].month in (12, 1, 2)`; nothing: it asks something else.
std::optional<KernelExpr> KernelReader::listed_numbers(Node node) {
  const std::span<const Node> sides = node.children();
  const std::vector<Node> ops = node.fields("operators");
  if (sides.size() != 2 || ops.size() != 1 || kernel_.in_order) {
    return std::nullopt;
  }
  const bool in = ops[0].text() == "in";
  const bool all =
      (in || ops[0].text() == "not in") &&
      (sides[1].is("tuple") || sides[1].is("list") || sides[1].is("set")) &&
      !sides[1].children().empty();
  const Node value = without_parentheses(sides[0]);
  const auto local = locals_.find(value.text());
  const bool number = value.is("identifier") && local != locals_.end() &&
                      (local->second.kind == Local::Kind::kNumber ||
                       local->second.kind == Local::Kind::kValue) &&
                      local->second.value.type == NumberType::kInteger;
  if (!all || (!number && !date_read(value))) return std::nullopt;
  Expr found;
  for (Node one : sides[1].children()) {
    if (!one.is("integer")) return std::nullopt;
    Expr left = expression(value);
    Expr right = left ? expression(one) : std::nullopt;
    if (!right) return std::nullopt;
    KernelExpr same{KernelExpr::Kind::kOperation,
                    in ? "==" : "!=",
                    NumberType::kFlag,
                    left->axes,
                    {*left, *right}};
    found = found ? KernelExpr{KernelExpr::Kind::kOperation,
                               in ? "or" : "and",
                               NumberType::kFlag,
                               left->axes,
                               {*found, same}}
                  : same;
  }
  return found;
}

}  // namespace ppp::advisor
