// SPDX-License-Identifier: Apache-2.0
#include "advisor/counted_while.h"

#include <algorithm>

#include "advisor/definite.h"
#include "advisor/loop_shape.h"
#include "advisor/loop_source.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

Reason uncounted(const Loop& loop, const std::string& why, Node at) {
  return {
      "while-loop", "a `while` loop: " + why, {loop.source->span(at.range())}};
}

bool positive(Node node) {
  return node.is("integer") &&
         node.text().find_first_not_of("0123456789") ==
             std::string_view::npos &&
         node.text().find_first_not_of('0') != std::string_view::npos &&
         node.text().size() <= 9;
}

/// `i += 2`, `i -= 2`, `i = i + 2`: the name and the signed step.
struct CountStep {
  Node name;
  Node amount;
  bool down = false;
};

std::optional<CountStep> step_of(Node statement) {
  Node inner = statement.child(0);
  if (!statement.is("expression_statement")) return std::nullopt;
  Node left = inner.field("left");
  Node right = inner.field("right");
  std::string_view sign = inner.field("operator").text();
  if (inner.is("assignment")) {
    if (!right.is("binary_operator") || inner.field("type") ||
        right.field("left").text() != left.text()) {
      return std::nullopt;
    }
    sign = right.field("operator").text();
    right = right.field("right");
  } else if (!inner.is("augmented_assignment")) {
    return std::nullopt;
  }
  const bool down = sign == "-=" || sign == "-";
  if (!left.is("identifier") || !positive(right)) return std::nullopt;
  if (!down && sign != "+=" && sign != "+") return std::nullopt;
  return CountStep{left, right, down};
}

/// An expression of names, numbers, len(name), + - * and //.
bool plain_stop(Node node) {
  if (node.is("identifier") || node.is("integer")) return true;
  if (node.is("parenthesized_expression")) return plain_stop(node.child(0));
  if (node.is("call")) {
    std::span<const Node> arguments = node.field("arguments").children();
    return node.field("function").text() == "len" &&
           node.field("arguments").is("argument_list") &&
           arguments.size() == 1 && arguments[0].is("identifier");
  }
  if (!node.is("binary_operator")) return false;
  std::string_view sign = node.field("operator").text();
  return (sign == "+" || sign == "-" || sign == "*" || sign == "//") &&
         plain_stop(node.field("left")) && plain_stop(node.field("right"));
}

/// range()'s stop for `name < stop` and its like; "" for another comparison.
std::string stop_text(std::string_view sign, bool down, Node stop) {
  std::string text(stop.text());
  if (text.find('\n') != std::string::npos) return "";
  if (sign == (down ? ">" : "<")) return text;
  if (sign != (down ? ">=" : "<=")) return "";
  if (positive(stop) || text == "0") {
    return std::to_string(std::stol(text) + (down ? -1 : 1));
  }
  return text + (down ? " - 1" : " + 1");
}

std::string_view mirrored(std::string_view sign) {
  if (sign == "<") return ">";
  if (sign == ">") return "<";
  if (sign == "<=") return ">=";
  return sign == ">=" ? "<=" : "";
}

bool always_true(Node condition) {
  return condition.is("true") || condition.text() == "1";
}

// Reads the condition; false: it is none that counts.
bool read_condition(Node condition, bool down, CountedWhile& found) {
  while (condition.is("parenthesized_expression")) {
    condition = condition.child(0);
  }
  if (always_true(condition)) return true;
  std::span<const Node> sides = condition.children();
  std::vector<Node> signs = condition.fields("operators");
  if (!condition.is("comparison_operator") || sides.size() != 2 ||
      signs.size() != 1) {
    return false;
  }
  std::string_view sign = signs[0].text();
  Node left = sides[0];
  Node right = sides[1];
  if (!left.is("identifier") || left.text() != found.counter.name) {
    std::swap(left, right);
    sign = mirrored(sign);
  }
  if (!left.is("identifier") || left.text() != found.counter.name ||
      !plain_stop(right)) {
    return false;
  }
  found.stop = right;
  found.counter.stop = stop_text(sign, down, right);
  return !found.counter.stop.empty();
}

// Every len() in `stop` is the builtin, of something with a length of its own.
bool plain_lengths(const Interpreter& interpreter, Node stop) {
  bool plain = true;
  walk(stop, [&](Node node) {
    if (!node.is("call")) return true;
    const Value callee = interpreter.value_of(node.field("function"));
    plain &= callee.size() == 1 &&
             interpreter.heap().at(*callee.begin()).name == "builtins.len" &&
             source_sized(interpreter, node.field("arguments").child(0));
    return false;
  });
  return plain;
}

Node first_continue(Node body) {
  for (Node statement : body.children()) {
    if (may_skip_rest(statement)) return statement;
  }
  return {};
}

}  // namespace

std::variant<CountedWhile, Reason> counted_while(const Loop& loop) {
  Node body = loop.node.field("body");
  std::span<const Node> statements = body.children();
  std::optional<CountStep> step;
  if (!statements.empty()) step = step_of(statements.back());
  if (!step) {
    return uncounted(loop,
                     "how often it runs is only known by running it, as its "
                     "last statement counts nothing",
                     loop.node);
  }
  CountedWhile found{step->name, {}, statements.back(), {}};
  found.counter.name = step->name.text();
  found.counter.step =
      (step->down ? "-" : "") + std::string(step->amount.text());
  if (!read_condition(loop.node.field("condition"), step->down, found)) {
    return uncounted(loop,
                     "its condition does not compare `" + found.counter.name +
                         "` with a number that is known ahead",
                     loop.node.field("condition"));
  }
  if (!found.stop && exits_in(body).empty() && endings_in(body).empty()) {
    return uncounted(loop, "it never ends", loop.node);
  }
  if (Node skips = first_continue(body)) {
    return uncounted(loop,
                     "`continue` on line " + std::to_string(skips.line()) +
                         " goes on without counting",
                     skips);
  }
  return found;
}

std::vector<Reason> counting_conflicts(const Trial& trial) {
  const Interpreter& interpreter = trial.interpreter;
  const std::string& name = trial.shape.counter->name;
  auto uncounted_here = [&](const std::string& why, Node at) {
    return std::vector<Reason>{uncounted(trial.loop, why, at)};
  };
  const int holder = interpreter.resolve(name, interpreter.loop_scope());
  if (holder < 0 ||
      !only_integers(interpreter, interpreter.variable(holder, name))) {
    return uncounted_here("`" + name + "` may be no integer",
                          trial.shape.target);
  }
  Names fixed = {name};
  if (Node stop = trial.shape.source) {
    if (!only_integers(interpreter, interpreter.value_of(stop)) ||
        !plain_lengths(interpreter, stop)) {
      return uncounted_here(
          "`" + std::string(stop.text()) + "` may be no integer", stop);
    }
    names_read(stop, fixed);
  }
  for (Node part : trial.parts) {
    for (const auto& [effect, place] : interpreter.effects_of_part(part)) {
      if (effect.kind != Effect::Kind::kWriteName) continue;
      if (!fixed.contains(effect.name)) continue;
      if (interpreter.resolve(effect.name, interpreter.loop_scope()) !=
          effect.subject) {
        continue;
      }
      Reason reason = uncounted(trial.loop,
                                "`" + effect.name + "` is assigned on line " +
                                    std::to_string(place.span().line),
                                trial.loop.node.field("condition"));
      reason.spans.push_back(place.span());
      return {reason};
    }
  }
  return {};
}

}  // namespace ppp::advisor
