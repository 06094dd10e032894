// SPDX-License-Identifier: Apache-2.0
// What the loops of a kernel go through.
#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "advisor/kernel_reader.h"

namespace ppp::advisor {
namespace {

std::optional<std::int64_t> small_literal(Node node) {
  if (node.is("unary_operator") && node.field("operator").text() == "-") {
    const auto positive = small_literal(node.field("argument"));
    return positive ? std::optional(-*positive) : std::nullopt;
  }
  if (!node.is("integer") || node.text().size() > 9) return std::nullopt;
  std::int64_t value = 0;
  const std::string_view text = node.text();
  const auto parsed =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Only names, numbers and len(), by operators that cannot fail.
bool surely_computed(const KernelExpr& value) {
  if (value.kind == KernelExpr::Kind::kOperation) {
    const bool divides = value.text == "//" || value.text == "%";
    if (divides &&
        (value.parts[1].kind != KernelExpr::Kind::kLiteral ||
         value.parts[1].text.find_first_not_of("0") == std::string::npos)) {
      return false;
    }
    if (!divides && value.text != "+" && value.text != "-" &&
        value.text != "*") {
      return false;
    }
  }
  return value.kind != KernelExpr::Kind::kRead && value.axes == 0 &&
         std::all_of(value.parts.begin(), value.parts.end(), surely_computed);
}

/// `len(xs)`
std::string listed_length(const KernelExpr& value) {
  if (value.kind != KernelExpr::Kind::kLiteral ||
      !value.text.starts_with("len(")) {
    return "";
  }
  return value.text.substr(4, value.text.size() - 5);
}

std::string text_of_bound(const KernelBound& bound) {
  if (bound.text.empty()) return std::to_string(bound.offset);
  if (bound.offset == 0) return bound.text;
  return bound.text + (bound.offset > 0 ? " + " : " - ") +
         std::to_string(std::abs(bound.offset));
}

/// The variable of loops over the items of a row.
constexpr const char* kColumn = "column";

bool mentions_column(Node loop) {
  bool found = false;
  walk(loop, [&](Node node) {
    found |= node.is("identifier") && node.text() == kColumn;
    return !found;
  });
  return found;
}

}  // namespace

// What is not known to be a number is asked to be an int.
KernelReader::Expr KernelReader::whole_number(Node node) {
  Expr value = expression(node);
  if (!value || !arrayed_ || value->kind != KernelExpr::Kind::kName ||
      value->type != NumberType::kNumber || !input(value->text)) {
    return value;
  }
  input(value->text)->type = NumberType::kInteger;
  value->type = NumberType::kInteger;
  value->maker = NumberMaker::kPython;
  return value;
}

std::optional<KernelBound> KernelReader::bound(Node node) {
  if (node.is("parenthesized_expression")) return bound(node.child(0));
  if (const auto literal = small_literal(node)) {
    return KernelBound{"", *literal, {}};
  }
  if (const std::string frame = measured_frame(node); !frame.empty()) {
    add_frame(frame);
    return KernelBound{"len(" + frame + ")", 0, {frame}};
  }
  if (node.is("binary_operator")) {
    const std::string_view op = node.field("operator").text();
    const auto literal = small_literal(node.field("right"));
    if (literal && (op == "+" || op == "-")) {
      auto made = bound(node.field("left"));
      if (!made) return std::nullopt;
      made->offset += op == "+" ? *literal : -*literal;
      return made;
    }
  }
  Expr value = whole_number(node);
  if (!value) return std::nullopt;
  if (value->type != NumberType::kInteger || !surely_computed(*value)) {
    not_understood(node);
    return std::nullopt;
  }
  const std::string list = listed_length(*value);
  if (!list.empty()) return KernelBound{value->text, 0, {list}};
  // Rows have no names where the arrays are computed.
  if (names_a_row(node)) {
    not_understood(node);
    return std::nullopt;
  }
  KernelBound made;
  made.text = std::string(node.text());
  if (node.is("binary_operator") || node.is("unary_operator")) {
    made.text = "(" + made.text + ")";
  }
  return made;
}

bool KernelReader::count_head(Node target, Node call, KernelLoop& loop) {
  const std::span<const Node> given = call.field("arguments").children();
  if (!target.is("identifier") || given.empty() || given.size() > 2) {
    return not_understood(call);
  }
  if (given.size() == 2) {
    auto start = bound(given[0]);
    if (!start) return false;
    loop.start = std::move(*start);
  }
  auto stop = bound(given.back());
  if (!stop) return false;
  loop.stop = std::move(*stop);
  loop.index = std::string(target.text());
  walk(call, [&](Node node) {
    // All rows are asked to be of one length.
    const bool row = node.is("call") && !kernel_.in_order &&
                     library_name(node.field("function")) == "builtins.len" &&
                     node.field("arguments").child(0).is("subscript");
    if (row) return false;
    const bool changes = node.is("identifier") &&
                         (counting_.contains(node.text()) ||
                          (locals_.contains(node.text()) && !is_row(node)));
    if (changes) uneven_.insert(loop.index);
    return true;
  });
  if (loop.axis < 0 && names_a_row(call)) {
    loop.header = "for " + loop.index + " in range(" +
                  (given.size() == 2 ? text_of_bound(loop.start) + ", " : "") +
                  text_of_bound(loop.stop) + ")";
  }
  return true;
}

bool KernelReader::names_a_row(Node expression) const {
  bool found = false;
  walk(expression, [&](Node node) {
    found = found || node.is("subscript") || is_row(node);
    return !found;
  });
  return found;
}

bool KernelReader::is_row(Node node) const {
  const auto local = locals_.find(node.text());
  return node.is("identifier") && local != locals_.end() &&
         local->second.kind == Local::Kind::kRow;
}

// `xs`, `enumerate(xs)`, `zip(xs, ys)`, `enumerate(zip(xs, ys))`
bool KernelReader::item_head(Node target, Node source, KernelLoop& loop) {
  if (target.is("parenthesized_expression")) {
    return item_head(target.child(0), source, loop);
  }
  const std::string function =
      source.is("call") ? library_name(source.field("function")) : "";
  const std::span<const Node> parts = target.children();
  if (function == "builtins.enumerate") {
    const std::span<const Node> given = source.field("arguments").children();
    if (given.size() != 1 || parts.size() != 2 || !parts[0].is("identifier")) {
      return not_understood(source);
    }
    loop.index = std::string(parts[0].text());
    return goes_through_rows(given[0]) ? rows_head(parts[1], given[0], loop)
                                       : item_head(parts[1], given[0], loop);
  }
  std::vector<Node> targets = {target};
  std::vector<Node> lists = {source};
  if (function == "builtins.zip") {
    const std::span<const Node> given = source.field("arguments").children();
    if (target.is("identifier") || given.size() != parts.size()) {
      return not_understood(source);
    }
    targets.assign(parts.begin(), parts.end());
    lists.assign(given.begin(), given.end());
  }
  const bool by_rows = std::any_of(lists.begin(), lists.end(),
                                   [&](Node list) { return is_row(list); });
  const bool indexed = loop.axis >= 0 || by_rows;
  if (by_rows && loop.axis < 0) {
    if (loop.index.empty() && mentions_column(trial_.loop.node)) {
      return not_understood(source);
    }
    if (loop.index.empty()) loop.index = kColumn;
    if (in_order_ > 0) return not_understood(source);
  }
  if (loop.index.empty()) loop.index = "#" + std::to_string(unnamed_++);
  for (std::size_t i = 0; i < lists.size(); ++i) {
    std::string length;
    if (!bind_item(targets[i], lists[i], loop, indexed, length)) return false;
    std::vector<std::string>& lengths = loop.stop.lengths;
    if (std::find(lengths.begin(), lengths.end(), length) != lengths.end()) {
      continue;
    }
    loop.stop.text += (lengths.empty() ? "len(" : ", len(") + length + ")";
    lengths.push_back(length);
  }
  if (loop.stop.lengths.size() > 1) {
    loop.stop.text = "min(" + loop.stop.text + ")";
  }
  if (by_rows && loop.axis < 0) {
    loop.header = "for " + loop.index + " in range(" + loop.stop.text + ")";
  }
  return true;
}

bool KernelReader::bind_item(Node target, Node list, const KernelLoop& loop,
                             bool indexed, std::string& length) {
  if (list.is("subscript")) return bind_column(target, list, loop, length);
  if (holds_tuples(list)) {
    return bind_tuple(target, list, loop, indexed, length);
  }
  if (!target.is("identifier") || !list.is("identifier")) {
    return not_understood(list);
  }
  if (may_be_array(list)) {
    return bind_array_item(target, list, loop, indexed, length);
  }
  const std::uint32_t axes =
      loop.axis < 0 ? 0 : 1U << static_cast<unsigned>(loop.axis);
  const KernelExpr at{
      KernelExpr::Kind::kName, loop.index, NumberType::kInteger, axes, {}};
  Local made;
  made.kind = Local::Kind::kElement;
  if (is_row(list)) {
    made.value = locals_.find(list.text())->second.value;
    made.value.parts.push_back(at);
    made.value.axes |= axes;
    length = made.value.text + "[0]";
    locals_[std::string(target.text())] = made;
    return true;
  }
  const bool rows = only_lists(
      items_of(trial_.interpreter.heap(), trial_.interpreter.value_of(list)));
  // Rows of a loop that stays would be other ones in each of its turns.
  if (rows && loop.axis != 0) return not_understood(list);
  if (!add_list(list,
                rows ? KernelInput::Kind::kRows : KernelInput::Kind::kList,
                true)) {
    return false;
  }
  length = std::string(list.text());
  const NumberType type = input(length)->type;
  if (!indexed) {  // the variable of a loop that stays
    made.kind = Local::Kind::kNumber;
    made.value.type = type;
  } else {
    if (rows) made.kind = Local::Kind::kRow;
    made.value = {KernelExpr::Kind::kRead, length, type, axes, {at}};
  }
  locals_[std::string(target.text())] = made;
  return true;
}

bool KernelReader::head(Node target, Node source, int axis, KernelLoop& loop) {
  loop.axis = axis;
  const bool counts =
      source.is("call") &&
      library_name(source.field("function")) == "builtins.range";
  if (source.is("call") && !source.field("arguments").is("argument_list")) {
    return not_understood(source);
  }
  if (counts                      ? !count_head(target, source, loop)
      : goes_through_rows(source) ? !rows_head(target, source, loop)
      : is_index(source)          ? !labels_head(target, source, loop)
      : goes_through_items(source)
          ? !items_head(target, source.field("function").field("object"), loop)
          : !item_head(target, source, loop)) {
    return false;
  }
  if (counting_.contains(loop.index) || locals_.contains(loop.index)) {
    return not_understood(target);
  }
  if (axis < 0 && !counts && loop.header.empty()) {
    loop.lists = loop.stop.lengths;
    // Each turn of the loops around it goes through all that is there then.
    for (const std::string& list : loop.lists) {
      reads_.push_back({list, source, {}, source.range().begin});
    }
  }
  counting_[loop.index] = loop;
  if (loop.index.starts_with("#")) return true;
  Local made;
  made.value.type = NumberType::kInteger;
  made.value.axes = axis < 0 ? 0 : 1U << static_cast<unsigned>(axis);
  locals_[loop.index] = made;
  return true;
}

}  // namespace ppp::advisor
