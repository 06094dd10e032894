// SPDX-License-Identifier: Apache-2.0
#include "advisor/additions.h"

#include <algorithm>
#include <optional>
#include <span>

namespace ppp::advisor {
namespace {

struct Slot {
  Node holder;
  std::vector<Node> keys;  ///< several: the parts of a tuple
};

std::vector<Node> parts_of_key(std::vector<Node> parts) {
  if (parts.size() != 1 || !parts.front().is("tuple")) return parts;
  std::span<const Node> inner = parts.front().children();
  if (inner.size() < 2) return parts;
  return {inner.begin(), inner.end()};
}

std::vector<Node> all_of(std::initializer_list<std::vector<Node>> keys) {
  std::vector<Node> all;
  for (const std::vector<Node>& one : keys) {
    all.insert(all.end(), one.begin(), one.end());
  }
  return all;
}

/// `name[key]`
std::optional<Slot> slot_of(Node node) {
  std::span<const Node> parts = node.children();
  if (!node.is("subscript") || parts.size() < 2 || !parts[0].is("identifier")) {
    return std::nullopt;
  }
  const bool odd = std::any_of(parts.begin(), parts.end(), [](Node part) {
    return part.is("slice") || part.is("list_splat");
  });
  const bool single = parts.size() == 2;
  if (odd || (single && takes_tuple(node))) return std::nullopt;
  return Slot{parts[0], parts_of_key({parts.begin() + 1, parts.end()})};
}

bool same_texts(const std::vector<Node>& a, const std::vector<Node>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](Node x, Node y) { return x.text() == y.text(); });
}

bool same_slot(const Slot& a, const Slot& b) {
  return a.holder.text() == b.holder.text() && same_texts(a.keys, b.keys);
}

/// The arguments of `name.method(…)`, all of them positional; empty: it is
/// another call.
std::vector<Node> arguments_of(Node call, std::string_view method) {
  Node callee = call.field("function");
  Node list = call.field("arguments");
  if (!call.is("call") || !callee.is("attribute") ||
      !callee.field("object").is("identifier") ||
      callee.field("attribute").text() != method || !list.is("argument_list")) {
    return {};
  }
  std::vector<Node> arguments;
  for (Node argument : list.children()) {
    if (argument.is("list_splat") || argument.is("dictionary_splat") ||
        argument.is("keyword_argument")) {
      return {};
    }
    arguments.push_back(argument);
  }
  return arguments;
}

Node holder_of(Node call) { return call.field("function").field("object"); }

Addition named(Addition::Form form, Node holder, Node node, Node value) {
  Addition addition;
  addition.form = form;
  addition.name = std::string(holder.text());
  addition.node = node;
  addition.value = value;
  return addition;
}

/// The only statement of a block, as an expression; null: there are others.
Node only_expression(Node block) {
  std::span<const Node> body = block.children();
  return body.size() == 1 && body[0].is("expression_statement")
             ? body[0].child(0)
             : Node();
}

bool adds(Node node) {
  std::string_view sign = node.field("operator").text();
  return node.is("augmented_assignment") && (sign == "+=" || sign == "-=");
}

bool assigns(Node node) {
  return node.is("assignment") && node.field("right") && !node.field("type");
}

/// Of `key in name` or `key not in name`.
struct Membership {
  Slot slot;
  bool absent = false;
};

std::optional<Membership> membership_of(Node condition) {
  std::span<const Node> parts = condition.children();
  if (!condition.is("comparison_operator") || parts.size() != 2 ||
      !parts[1].is("identifier")) {
    return std::nullopt;
  }
  const std::string_view all = condition.text();
  const std::size_t begin = parts[0].range().end - condition.range().begin;
  const std::size_t end = parts[1].range().begin - condition.range().begin;
  std::string sign;
  for (char c : all.substr(begin, end - begin)) {
    if (c == ' ' && (sign.empty() || sign.back() == ' ')) continue;
    sign += c;
  }
  if (sign != "in " && sign != "not in ") return std::nullopt;
  return Membership{{parts[1], parts_of_key({parts[0]})}, sign != "in "};
}

/// `if key not in name: name[key] = 0`
std::optional<Addition> set_when_absent(Node statement) {
  const std::optional<Membership> asked =
      membership_of(statement.field("condition"));
  const Node set = only_expression(statement.field("consequence"));
  if (!asked || !asked->absent || statement.field("alternative") ||
      !assigns(set) || set.field("right").text() != "0") {
    return std::nullopt;
  }
  const std::optional<Slot> slot = slot_of(set.field("left"));
  if (!slot || !same_slot(*slot, asked->slot)) return std::nullopt;
  Addition found = named(Addition::Form::kEmpty, slot->holder, statement, {});
  found.keys = all_of({asked->slot.keys, slot->keys});
  found.mentions = 2;
  return found;
}

/// `name.setdefault(key, 0)`
std::optional<Addition> set_by_default(Node call) {
  const std::vector<Node> arguments = arguments_of(call, "setdefault");
  if (arguments.size() != 2 || arguments[1].text() != "0") return std::nullopt;
  Addition found = named(Addition::Form::kEmpty, holder_of(call), call, {});
  found.keys = parts_of_key({arguments[0]});
  return found;
}

std::optional<Addition> empty_of(Node statement) {
  return statement.is("if_statement")
             ? set_when_absent(statement)
             : set_by_default(statement.is("expression_statement")
                                  ? statement.child(0)
                                  : Node());
}

/// `if key in name: name[key] += value`, `else: name[key] = value`
std::optional<Addition> either_way(Node statement) {
  const std::optional<Membership> asked =
      membership_of(statement.field("condition"));
  const Node otherwise = statement.field("alternative");
  if (!asked || !otherwise.is("else_clause")) return std::nullopt;
  Node more = only_expression(statement.field("consequence"));
  Node first = only_expression(otherwise.field("body"));
  if (asked->absent) std::swap(more, first);
  if (!adds(more) || more.field("operator").text() != "+=" || !assigns(first)) {
    return std::nullopt;
  }
  const std::optional<Slot> again = slot_of(more.field("left"));
  const std::optional<Slot> begun = slot_of(first.field("left"));
  if (!again || !begun || !same_slot(*again, asked->slot) ||
      !same_slot(*begun, asked->slot) ||
      more.field("right").text() != first.field("right").text()) {
    return std::nullopt;
  }
  Addition found = named(Addition::Form::kPerhaps, begun->holder, statement,
                         more.field("right"));
  found.keys = all_of({asked->slot.keys, again->keys, begun->keys});
  found.repeated = {first.field("right")};
  found.mentions = 3;
  return found;
}

/// `name.get(key, 0)`
std::optional<Slot> number_of(Node call) {
  const std::vector<Node> arguments = arguments_of(call, "get");
  if (arguments.size() != 2 || arguments[1].text() != "0") return std::nullopt;
  return Slot{holder_of(call), parts_of_key({arguments[0]})};
}

/// `name[key] = name.get(key, 0) + value`
std::optional<Addition> number_and_more(Node assignment) {
  const std::optional<Slot> slot = slot_of(assignment.field("left"));
  const Node sum = assignment.field("right");
  if (!slot || !sum.is("binary_operator") ||
      sum.field("operator").text() != "+") {
    return std::nullopt;
  }
  const Node left = sum.field("left");
  const Node right = sum.field("right");
  for (bool before : {true, false}) {
    const std::optional<Slot> asked = number_of(before ? left : right);
    if (!asked || !same_slot(*asked, *slot)) continue;
    Addition found = named(Addition::Form::kPerhaps, slot->holder, assignment,
                           before ? right : left);
    found.keys = all_of({slot->keys, asked->keys});
    found.mentions = 2;
    return found;
  }
  return std::nullopt;
}

std::optional<Addition> called(Node call) {
  for (Addition::Form form :
       {Addition::Form::kAppend, Addition::Form::kUpdate}) {
    const std::vector<Node> arguments = arguments_of(
        call, form == Addition::Form::kAppend ? "append" : "update");
    if (arguments.size() == 1) {
      return named(form, holder_of(call), call, arguments[0]);
    }
  }
  return std::nullopt;
}

std::optional<Addition> augmented(Node statement) {
  const Node inner = statement.child(0);
  const Node left = inner.field("left");
  if (left.is("identifier")) {
    return named(Addition::Form::kSum, left, inner, inner.field("right"));
  }
  const std::optional<Slot> slot = slot_of(left);
  if (!slot) return std::nullopt;
  Addition found =
      named(Addition::Form::kUnder, slot->holder, inner, inner.field("right"));
  found.keys = slot->keys;
  const std::optional<Addition> before = empty_of(statement.previous_sibling());
  if (before && before->name == found.name &&
      same_texts(before->key(), slot->keys)) {
    found.form = Addition::Form::kPresent;
  }
  return found;
}

std::optional<Addition> addition_of(Node statement) {
  if (std::optional<Addition> found = empty_of(statement)) return found;
  if (statement.is("if_statement")) return either_way(statement);
  if (!statement.is("expression_statement")) return std::nullopt;
  const Node inner = statement.child(0);
  if (inner.is("call")) return called(inner);
  if (assigns(inner)) return number_and_more(inner);
  return adds(inner) ? augmented(statement) : std::nullopt;
}

}  // namespace

std::vector<Node> Addition::key() const {
  const auto evaluated = static_cast<std::ptrdiff_t>(keys.size()) / mentions;
  return {keys.begin(), keys.begin() + evaluated};
}

std::vector<Node> Addition::parts() const {
  std::vector<Node> all = keys;
  if (value) all.push_back(value);
  all.insert(all.end(), repeated.begin(), repeated.end());
  return all;
}

std::vector<Addition> additions_in(Node statement) {
  std::vector<Addition> found;
  walk(statement, [&](Node node) {
    if (node.is("function_definition") || node.is("class_definition") ||
        node.is("lambda")) {
      return false;
    }
    std::optional<Addition> addition = addition_of(node);
    if (!addition) return !node.is("expression_statement");
    found.push_back(std::move(*addition));
    return false;
  });
  return found;
}

}  // namespace ppp::advisor
