// SPDX-License-Identifier: Apache-2.0
#include "advisor/loop_shape.h"

#include <algorithm>
#include <set>

#include "advisor/counted_while.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

bool opens_scope(Node node) {
  return node.is("function_definition") || node.is("lambda") ||
         node.is("class_definition");
}

bool is_loop_statement(Node node) {
  return node.is("for_statement") || node.is("while_statement");
}

/// `break`, `return`, `yield` … below `node` that leave the loop.
void add_exits(Node node, bool inner_loop, std::vector<Node>& found) {
  if (opens_scope(node)) return;
  if (node.is("break_statement") && !inner_loop) found.push_back(node);
  if (node.is("return_statement")) found.push_back(node);
  if (node.is("yield")) found.push_back(node);
  bool deeper = inner_loop || is_loop_statement(node);
  for (Node child : node.children()) {
    // The else of an inner loop belongs to this loop again.
    bool inside = deeper && !(is_loop_statement(node) &&
                              child.is("else_clause") && !inner_loop);
    add_exits(child, inside, found);
  }
}

bool plain_target(Node target) {
  if (target.is("identifier")) return true;
  if (target.is("list_splat_pattern")) return target.child(0).is("identifier");
  bool nested = target.is("pattern_list") || target.is("tuple_pattern") ||
                target.is("list_pattern") ||
                target.is("parenthesized_expression");
  if (!nested) return false;
  std::span<const Node> parts = target.children();
  return std::all_of(parts.begin(), parts.end(), plain_target);
}

Reason reason(const Loop& loop, std::string id, std::string message, Node at) {
  return Reason{
      std::move(id), std::move(message), {loop.source->span(at.range())}};
}

std::optional<Reason> refuse_yield(const Loop& loop) {
  for (Node exit : exits_in(loop.node.field("body"))) {
    if (!exit.is("yield")) continue;
    return reason(loop, "early-exit",
                  "`yield` on line " + std::to_string(exit.line()) +
                      " leaves the loop, which may never go on",
                  exit);
  }
  return std::nullopt;
}

std::optional<Reason> refuse_for(const Loop& loop) {
  Node node = loop.node;
  if (node.all_children().front().text() == "async") {
    return reason(loop, "async-loop", "an `async for` loop", node);
  }
  if (auto refused = refuse_yield(loop)) return refused;
  if (!plain_target(node.field("left"))) {
    return reason(loop, "odd-target",
                  "the loop assigns to `" +
                      std::string(node.field("left").text()) +
                      "`, which is more than plain names",
                  node.field("left"));
  }
  return std::nullopt;
}

std::optional<Reason> refuse_comprehension(const Loop& loop) {
  for (Node child : loop.node.children()) {
    if (!child.is("for_in_clause")) continue;
    if (child.all_children().front().text() == "async") {
      return reason(loop, "async-loop", "an asynchronous comprehension", child);
    }
    if (!plain_target(child.field("left"))) {
      return reason(loop, "odd-target", "the target is more than plain names",
                    child);
    }
  }
  return std::nullopt;
}

std::optional<Reason> refuse_place(const Loop& loop) {
  if (loop.function.is("class_definition")) {
    return reason(loop, "class-body", "the loop runs in a class body",
                  loop.node);
  }
  if (loop.function.is("lambda")) {
    return reason(loop, "in-lambda", "the loop stands inside a lambda",
                  loop.node);
  }
  if (!loop.function) return std::nullopt;
  const ScopeNames names = scope_names(loop.function);
  if (names.async && names.generator) {
    return reason(loop, "async-function",
                  "the loop stands inside an asynchronous generator",
                  loop.function);
  }
  return std::nullopt;
}

void while_shape(const Loop& loop, LoopShape& shape) {
  std::span<const Node> body = loop.node.field("body").children();
  shape.body.assign(body.begin(), body.end());
  const auto counted = counted_while(loop);
  if (const auto* counts = std::get_if<CountedWhile>(&counted)) {
    shape.target = counts->name;
    shape.source = counts->stop;
    shape.counter = counts->counter;
    shape.body.pop_back();
  }
  shape.exits = exits_in(loop.node.field("body"));
}

void comprehension_shape(const Loop& loop, LoopShape& shape) {
  for (Node child : loop.node.children()) {
    if (!child.is("for_in_clause") && !child.is("if_clause")) continue;
    if (shape.target) {
      shape.clauses.push_back(child);
    } else {
      shape.target = child.field("left");
      shape.source = child.field("right");
    }
  }
  if (shape.clauses.size() == 1 && shape.clauses[0].is("if_clause")) {
    shape.condition = shape.clauses[0].child(0);
  }
  shape.element = loop.node.field("body");
  if (loop.node.is("dictionary_comprehension")) {
    shape.key = shape.element.field("key");
    shape.element = shape.element.field("value");
  }
  if (loop.node.is("generator_expression")) {
    shape.consumer = consumer_of(loop.node);
  }
}

}  // namespace

std::optional<Reason> refuse_form(const Loop& loop) {
  if (!loop.source->well_formed()) {
    return reason(loop, "syntax-not-understood",
                  loop.source->file() + " is not fully understood", loop.node);
  }
  if (auto refused = refuse_place(loop)) return refused;
  if (loop.node.is("while_statement")) {
    auto counted = counted_while(loop);
    if (auto* refused = std::get_if<Reason>(&counted)) return *refused;
    return refuse_yield(loop);
  }
  if (loop.hot.kind == LoopKind::kRowCall) return std::nullopt;
  if (loop.node.is("call")) {
    if (consumer_of(loop.node)) return std::nullopt;
    return reason(loop, "lazy-consumer",
                  "what it gives is not used up at once by a known function",
                  loop.node);
  }
  return loop.node.is("for_statement") ? refuse_for(loop)
                                       : refuse_comprehension(loop);
}

bool only_in_order(const Loop& loop) {
  return loop.node.is("while_statement") && loop.source->well_formed() &&
         !refuse_place(loop) && !refuse_yield(loop) &&
         std::holds_alternative<Reason>(counted_while(loop));
}

LoopShape shape_of(const Loop& loop) {
  LoopShape shape;
  if (!loop.sequence.empty()) {
    shape.body = loop.sequence;
    return shape;
  }
  if (loop.hot.kind == LoopKind::kRowCall) return shape;
  if (loop.node.is("call")) {
    shape.applied = item_call(loop.node);
    shape.source = shape.applied->sources[0];
    shape.consumer = consumer_of(loop.node);
    return shape;
  }
  if (loop.node.is("while_statement")) {
    while_shape(loop, shape);
    return shape;
  }
  if (loop.node.is("for_statement")) {
    shape.target = loop.node.field("left");
    shape.source = loop.node.field("right");
    std::span<const Node> body = loop.node.field("body").children();
    shape.body.assign(body.begin(), body.end());
    shape.exits = exits_in(loop.node.field("body"));
  } else {
    comprehension_shape(loop, shape);
  }
  if ((shape.applied = feeding_call(shape.source))) {
    shape.source = shape.applied->sources[0];
  }
  return shape;
}

std::vector<Node> LoopShape::targets() const {
  if (!target) return {};
  std::vector<Node> found = {target};
  for (Node clause : clauses) {
    if (Node left = clause.field("left")) found.push_back(left);
  }
  return found;
}

std::vector<Node> LoopShape::sources() const {
  std::vector<Node> found;
  if (source) found.push_back(source);
  if (applied) {
    found = applied->sources;
    found.insert(found.end(), applied->beside.begin(), applied->beside.end());
  }
  for (Node clause : clauses) {
    if (Node right = clause.field("right")) found.push_back(right);
  }
  return found;
}

namespace {

/// `response.text`, where it is a value and not a method that is called.
bool is_part_of_answer(Node node) {
  const Node parent = node.parent();
  if (!node.is("attribute") || !node.field("object").is("identifier") ||
      parent.is("attribute") ||
      (parent.is("call") && parent.field("function") == node)) {
    return false;
  }
  const Node assigned =
      enclosing(parent, {"assignment", "augmented_assignment"});
  return !assigned || !assigned.field("left").range().contains(node.range());
}

}  // namespace

std::vector<Node> certain_expressions(Node node) {
  std::vector<Node> found;
  auto enter = [&](Node child) {
    std::vector<Node> more = certain_expressions(child);
    found.insert(found.end(), more.begin(), more.end());
  };
  GrammarName kind = node.kind_name();
  if (kind == "call" || kind == "binary_operator" || kind == "await" ||
      (is_comprehension(node) && kind != "generator_expression") ||
      is_part_of_answer(node)) {
    found.push_back(node);
  }
  if (is_comprehension(node) || opens_scope(node)) return found;
  if (kind == "await") {
    // A coroutine is not worth making elsewhere, but what it is given may be.
    for (Node child : node.child(0).children()) enter(child);
  } else if (kind == "if_statement" || kind == "boolean_operator") {
    enter(node.child(0));
  } else if (kind == "for_statement") {
    enter(node.field("right"));
  } else if (kind == "conditional_expression") {
    enter(node.child(1));
  } else if (kind == "comparison_operator") {
    enter(node.child(0));
    enter(node.child(1));
  } else if (kind == "expression_statement" || kind == "assignment" ||
             kind == "augmented_assignment" || kind == "call" ||
             kind == "argument_list" || kind == "keyword_argument" ||
             kind == "binary_operator" || kind == "unary_operator" ||
             kind == "not_operator" || kind == "parenthesized_expression" ||
             kind == "tuple" || kind == "list" || kind == "set" ||
             kind == "dictionary" || kind == "pair" ||
             kind == "expression_list" || kind == "subscript" ||
             kind == "attribute" || kind == "list_splat" || kind == "string" ||
             kind == "concatenated_string" || kind == "interpolation") {
    for (Node child : node.children()) enter(child);
  }
  return found;
}

Node first_in_try(Node statement) {
  if (!statement.is("try_statement")) return {};
  std::span<const Node> body = statement.field("body").children();
  return body.empty() ? Node() : body.front();
}

std::vector<Node> exits_in(Node statement) {
  std::vector<Node> found;
  add_exits(statement, false, found);
  return found;
}

std::vector<Node> endings_in(Node statement) {
  static const std::set<std::string_view> functions = {"sys.exit", "exit",
                                                       "quit"};
  std::vector<Node> found;
  walk(statement, [&](Node node) {
    if (opens_scope(node)) return false;
    const bool call =
        node.is("call") && functions.contains(node.field("function").text());
    if (call || node.is("raise_statement")) found.push_back(node);
    return true;
  });
  return found;
}

bool may_skip_rest(Node statement) {
  if (opens_scope(statement)) return false;
  if (statement.is("continue_statement")) return true;
  if (is_loop_statement(statement)) {
    // A `continue` below belongs to that loop, unless it is in its else.
    Node otherwise = statement.field("alternative");
    return otherwise && may_skip_rest(otherwise);
  }
  std::span<const Node> children = statement.children();
  return std::any_of(children.begin(), children.end(), may_skip_rest);
}

double static_weight(Node node) {
  static const std::set<std::string_view> cheap = {
      "len",    "int",        "float", "str",  "bool", "abs",
      "range",  "isinstance", "ord",   "chr",  "repr", "round",
      "divmod", "enumerate",  "zip",   "print"};
  double weight = 0;
  walk(node, [&](Node inner) {
    if (inner.is("call")) {
      weight += cheap.contains(inner.field("function").text()) ? 0.1 : 1;
    }
    if (is_loop_statement(inner) || is_comprehension(inner)) weight += 3;
    if (inner.is("binary_operator")) weight += 0.1;
    return true;
  });
  return weight;
}

}  // namespace ppp::advisor
