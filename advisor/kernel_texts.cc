// SPDX-License-Identifier: Apache-2.0
// Texts of a table's rows: `row.name.strip().lower()`, `first + " " + last`,
// `len(row.name)`, `"@" in row.mail`. Only what cannot fail on a `str`, so it
// may be computed for all rows; that they hold nothing else is asked when the
// program runs.
#include <map>
#include <span>

#include "advisor/kernel_reader.h"
#include "advisor/row_call.h"

namespace ppp::advisor {
namespace {

struct Method {
  NumberType gives = NumberType::kText;
  std::size_t least = 0;  ///< arguments, all of them literals
  std::size_t most = 0;
};

std::optional<Method> method_of(Node call) {
  using enum NumberType;
  static const std::map<std::string_view, Method> known = {
      {"strip", {kText, 0, 1}},      {"lstrip", {kText, 0, 1}},
      {"rstrip", {kText, 0, 1}},     {"lower", {kText, 0, 0}},
      {"upper", {kText, 0, 0}},      {"title", {kText, 0, 0}},
      {"capitalize", {kText, 0, 0}}, {"casefold", {kText, 0, 0}},
      {"swapcase", {kText, 0, 0}},   {"replace", {kText, 2, 2}},
      {"startswith", {kFlag, 1, 1}}, {"endswith", {kFlag, 1, 1}},
      {"isalpha", {kFlag, 0, 0}},    {"isdigit", {kFlag, 0, 0}},
      {"isalnum", {kFlag, 0, 0}},    {"isspace", {kFlag, 0, 0}},
      {"isupper", {kFlag, 0, 0}},    {"islower", {kFlag, 0, 0}},
      {"count", {kInteger, 1, 1}},   {"find", {kInteger, 1, 1}}};
  const Node callee = call.field("function");
  if (!call.is("call") || !callee.is("attribute")) return std::nullopt;
  const auto found = known.find(callee.field("attribute").text());
  if (found == known.end()) return std::nullopt;
  return found->second;
}

/// `text[:3]`, `text[2:-1]`: with literals.
bool is_slice(Node subscript) {
  const std::vector<Node> given = subscript.fields("subscript");
  return subscript.is("subscript") && given.size() == 1 &&
         given[0].is("slice") &&
         given[0].text().find_first_not_of("0123456789-:") ==
             std::string_view::npos &&
         given[0].text().find("::") == std::string_view::npos &&
         given[0].children().size() <= 2;
}

/// The first or last part of `text.split(",")`: it always has one.
bool is_part(Node subscript) {
  const std::vector<Node> given = subscript.fields("subscript");
  const Node call = subscript.field("value");
  const Node callee = call.field("function");
  const std::string_view name = callee.field("attribute").text();
  if (!subscript.is("subscript") || given.size() != 1 || !call.is("call") ||
      !callee.is("attribute") || (name != "split" && name != "rsplit") ||
      (given[0].text() != "0" && given[0].text() != "-1")) {
    return false;
  }
  const std::span<const Node> by = call.field("arguments").children();
  return call.field("arguments").is("argument_list") && by.size() == 1 &&
         !label_text(by[0]).value_or("").empty();
}

/// `("a", "b")`, as it stands; "": it is something else.
std::string listed_texts(Node node) {
  const bool fits = (node.is("tuple") || node.is("list") || node.is("set")) &&
                    !node.children().empty();
  std::string texts;
  for (Node one : fits ? node.children() : std::span<const Node>()) {
    if (!label_text(one)) return "";
    texts += std::string(one.text()) + ", ";
  }
  if (texts.empty()) return "";
  return "(" +
         texts.substr(0, texts.size() - (node.children().size() > 1 ? 2 : 1)) +
         ")";
}

}  // namespace

/// Nothing but a `str`, unless it fails.
bool KernelReader::makes_text(Node node) const {
  while (node.is("parenthesized_expression")) node = node.child(0);
  if (node.is("string")) return true;
  if (node.is("identifier")) {
    const auto local = locals_.find(node.text());
    return local != locals_.end() &&
           (local->second.kind == Local::Kind::kNumber ||
            local->second.kind == Local::Kind::kValue) &&
           local->second.value.type == NumberType::kText;
  }
  if (node.is("binary_operator")) {
    return node.field("operator").text() == "+" &&
           (makes_text(node.field("left")) || makes_text(node.field("right")));
  }
  if (is_slice(node)) return may_be_text(node.field("value"));
  if (is_part(node)) {
    return may_be_text(node.field("value").field("function").field("object"));
  }
  const auto method = method_of(node);
  return method && method->gives == NumberType::kText &&
         may_be_text(node.field("function").field("object"));
}

bool KernelReader::may_be_text(Node node) const {
  while (node.is("parenthesized_expression")) node = node.child(0);
  return column_read(node) || makes_text(node);
}

KernelReader::Expr KernelReader::text_value(Node node) {
  while (node.is("parenthesized_expression")) node = node.child(0);
  Expr value =
      column_read(node) ? column(node, NumberType::kText) : expression(node);
  if (value && value->type == NumberType::kText) return value;
  not_understood(node);
  return std::nullopt;
}

KernelReader::Expr KernelReader::text_operation(Node node, std::string name,
                                                NumberType type,
                                                std::vector<Node> of) {
  KernelExpr made{KernelExpr::Kind::kOperation, std::move(name), type, 0, {}};
  for (Node part : of) {
    Expr value = text_value(part);
    if (!value) return std::nullopt;
    // A variable may be the same text for all rows.
    if (value->axes == 0 && value->kind != KernelExpr::Kind::kLiteral) break;
    made.axes |= value->axes;
    made.parts.push_back(std::move(*value));
  }
  if (made.parts.size() == of.size() && made.axes == 1 && !columns_around()) {
    return made;
  }
  not_understood(node);
  return std::nullopt;
}

/// What may be text, and what is done with it; nothing: it is something else.
bool KernelReader::is_of_text(Node node) const {
  if (kernel_.in_order || !framed()) return false;
  const bool method =
      method_of(node) && may_be_text(node.field("function").field("object"));
  const bool sum = node.is("binary_operator") && makes_text(node);
  return method || sum || (node.is("subscript") && makes_text(node));
}

KernelReader::Expr KernelReader::of_text(Node node) {
  if (node.is("binary_operator")) {
    return text_operation(node, "joined", NumberType::kText,
                          {node.field("left"), node.field("right")});
  }
  if (is_part(node)) {
    const Node call = node.field("value");
    const Node callee = call.field("function");
    return text_operation(
        node,
        "." + std::string(callee.field("attribute").text()) + "(" +
            std::string(call.field("arguments").child(0).text()) + ")[" +
            std::string(node.fields("subscript")[0].text()) + "]",
        NumberType::kText, {callee.field("object")});
  }
  if (is_slice(node)) {
    return text_operation(
        node, "[" + std::string(node.fields("subscript")[0].text()) + "]",
        NumberType::kText, {node.field("value")});
  }
  return text_method(node);
}

KernelReader::Expr KernelReader::text_method(Node call) {
  const Method method = *method_of(call);
  const Node given = call.field("arguments");
  const std::span<const Node> arguments = given.children();
  bool understood = given.is("argument_list") &&
                    arguments.size() >= method.least &&
                    arguments.size() <= method.most;
  const Node callee = call.field("function");
  std::string text = "." + std::string(callee.field("attribute").text()) + "(";
  for (Node one : arguments) {
    understood = understood && label_text(one);
    text += (text.ends_with("(") ? "" : ", ") + std::string(one.text());
  }
  if (!understood) {
    not_understood(call);
    return std::nullopt;
  }
  return text_operation(call, text + ")", method.gives,
                        {callee.field("object")});
}

// `len(row.name)`
bool KernelReader::is_text_length(Node call) const {
  const std::span<const Node> given = call.field("arguments").children();
  return framed() && !kernel_.in_order && given.size() == 1 &&
         call.field("arguments").is("argument_list") && may_be_text(given[0]);
}

KernelReader::Expr KernelReader::text_length(Node call) {
  return text_operation(call, "length", NumberType::kInteger,
                        {call.field("arguments").child(0)});
}

// `row.state == "open"`, `"@" in row.mail`, `row.kind.lower() in ("a", "b")`;
// nothing: it compares no text.
std::optional<KernelExpr> KernelReader::text_comparison(Node node) {
  if (auto found = listed(node)) return found;
  if (auto found = found_in(node)) return found;
  const std::span<const Node> sides = node.children();
  const std::vector<Node> ops = node.fields("operators");
  if (sides.size() != 2 || ops.size() != 1 || kernel_.in_order) {
    return std::nullopt;
  }
  const std::string op(ops[0].text());
  const bool in = op == "in" || op == "not in";
  if (in && label_text(sides[0]) && framed() && may_be_text(sides[1])) {
    return text_operation(node, op, NumberType::kFlag, {sides[0], sides[1]});
  }
  const std::string listed = in && framed() ? listed_texts(sides[1]) : "";
  if (!listed.empty() && makes_text(sides[0])) {
    return text_operation(node, op + " " + listed, NumberType::kFlag,
                          {sides[0]});
  }
  // What is missing equals nothing, not even itself: not of two columns.
  const bool texts = (makes_text(sides[0]) && may_be_text(sides[1])) ||
                     (makes_text(sides[1]) && may_be_text(sides[0]));
  if ((op != "==" && op != "!=") || !texts) return std::nullopt;
  Expr left = text_value(sides[0]);
  if (!left) return std::nullopt;
  Expr right = text_value(sides[1]);
  if (!right) return std::nullopt;
  if ((left->axes | right->axes) == 0) return std::nullopt;
  return KernelExpr{KernelExpr::Kind::kOperation,
                    op,
                    NumberType::kFlag,
                    left->axes | right->axes,
                    {*left, *right}};
}

}  // namespace ppp::advisor
