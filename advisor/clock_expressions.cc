// SPDX-License-Identifier: Apache-2.0
// Expressions of the clock analysis, calls apart.
#include "advisor/clock_flow.h"
#include "advisor/clock_tables.h"

namespace ppp::advisor::clock {
namespace {

// A chain of this many operators is no program that a person wrote, and each
// level costs stack.
constexpr int kDeepest = 250;
// Large values cost more than small ones.
constexpr std::size_t kSizeOfStep = 16;

Taint text_taint(Taint taint) { return tainted(taint) ? Taint::kMixed : taint; }

bool is_literal(Node node) {
  return node.is("integer") || node.is("float") || node.is("true") ||
         node.is("false") || node.is("none") || node.is("ellipsis") ||
         node.is("comment") || node.is("line_continuation");
}

bool hides_names(std::string_view attribute) {
  return attribute == "__dict__" || attribute == "__globals__" ||
         attribute == "__code__" || attribute == "__closure__" ||
         attribute == "__builtins__" || attribute == "f_locals";
}

}  // namespace

Value Flow::eval(Node node, Scope& scope) {
  if (too_much()) return {};
  if (depth_ > kDeepest) {
    steer(node, scope, "cannot be followed through deeply nested code");
    return Value::of(Taint::kMixed);
  }
  ++depth_;
  Value value = eval_kind(node, scope);
  --depth_;
  steps_ += static_cast<long>(value.size() / kSizeOfStep);
  return value;
}

Value Flow::eval_kind(Node node, Scope& scope) {
  if (node.null() || is_literal(node)) return {};
  if (node.is("identifier")) {
    Value value = read_name(node.text(), scope);
    for (const std::string& path : value.paths) {
      if (!is_dynamic(path)) continue;
      steer(node, scope,
            "may be reached through `" + std::string(node.text()) + "`");
    }
    return value;
  }
  if (node.is("string") || node.is("concatenated_string")) {
    return eval_string(node, scope);
  }
  if (node.is("call")) return eval_call(node, scope);
  if (node.is("attribute")) return eval_attribute(node, scope);
  if (node.is("subscript")) return eval_subscript(node, scope);
  if (node.is("binary_operator")) return eval_binary(node, scope);
  if (node.is("comparison_operator")) return eval_comparison(node, scope);
  if (node.is("lambda")) return define_function(node, scope);
  if (node.is("list") || node.is("tuple") || node.is("set") ||
      node.is("expression_list") || node.is("pattern_list")) {
    return eval_display(node, scope);
  }
  if (node.is("dictionary")) return eval_dictionary(node, scope);
  if (is_comprehension(node)) return eval_comprehension(node, scope);
  return eval_other(node, scope);
}

Value Flow::eval_other(Node node, Scope& scope) {
  if (node.is("parenthesized_expression") || node.is("await")) {
    return eval(node.child(0), scope);
  }
  if (node.is("assignment")) {
    Node right = node.field("right");
    if (!right) return {};
    Value value = eval(right, scope);
    Node source = right;
    while (source.is("assignment")) source = source.field("right");
    bind(node.field("left"), value, source, scope);
    return value;
  }
  if (node.is("augmented_assignment")) {
    Node left = node.field("left");
    Value before = eval(left, scope);
    Value right = eval(node.field("right"), scope);
    std::string_view op = node.field("operator").text();
    for (Object* one : before.objects) add(one->elements, elements_of(right));
    Value value =
        operate(before, op.substr(0, op.size() - 1), right, node, scope);
    value.objects.insert(before.objects);
    bind(left, value, {}, scope);
    return value;
  }
  if (node.is("named_expression")) {
    Value value = eval(node.field("value"), scope);
    bind(node.field("name"), value, node.field("value"), scope);
    return value;
  }
  if (node.is("conditional_expression")) {
    condition(node.child(1), scope, "decides a conditional expression");
    Value value = eval(node.child(0), scope);
    value.add(eval(node.child(2), scope));
    return value;
  }
  if (node.is("boolean_operator")) {
    condition(node.field("left"), scope, "decides an `and` or `or`");
    Value value = eval(node.field("left"), scope);
    value.add(eval(node.field("right"), scope));
    return value;
  }
  if (node.is("not_operator") || node.is("unary_operator")) {
    return Value::of(eval(node.field("argument"), scope).operand());
  }
  if (node.is("yield")) {
    Scope* at = &scope;
    while (at->function == nullptr && at->parent != nullptr) at = at->parent;
    bool all = node.all_children().size() > 1 &&
               node.all_children()[1].text() == "from";
    Value value = eval(node.child(0), scope);
    if (at->function != nullptr) {
      add(at->function->yields, all ? elements_of(value) : value);
    }
    return Value::plain();
  }
  if (node.is("type")) return {};
  // Not understood: a clock value below it is lost.
  for (Node child : node.children()) {
    if (tainted(deep(eval(child, scope)))) {
      steer(child, scope, "reaches code that is not followed");
    }
  }
  return Value::plain();
}

Value Flow::eval_string(Node node, Scope& scope) {
  Taint taint = Taint::kNone;
  std::size_t parts = 0;
  for (Node child : node.children()) {
    if (child.is("string")) {
      taint = combine(taint, eval_string(child, scope).self);
      parts += 2;
    } else if (child.is("string_content")) {
      ++parts;
    } else if (child.is("interpolation")) {
      Value value = eval(child.field("expression"), scope);
      Taint own = deep(value);
      taint = combine(taint, value.clock_only() ? own : text_taint(own));
      if (taint == Taint::kNone) taint = Taint::kPlain;
      ++parts;
      walk(child.field("format_specifier"), [&](Node part) {
        if (!part.is("format_expression")) return true;
        Value inner = eval(part.field("expression"), scope);
        taint = combine(taint, text_taint(inner.operand()));
        return false;
      });
    }
  }
  return Value::of(parts > 1 ? text_taint(taint) : taint, true);
}

Value Flow::operate(const Value& left, std::string_view op, const Value& right,
                    Node node, Scope& scope) {
  if (left.nothing() && right.nothing()) return {};
  bool text = (left.text && (op == "%" || op == "+" || op == "*")) ||
              (right.text && (op == "+" || op == "*"));
  Taint taint = combine(left.operand(), right.operand());
  if (text) {
    Taint all = combine(taint, join(deep(left), deep(right)));
    return Value::of(text_taint(all), true);
  }
  if (!left.instances.empty() || !right.instances.empty()) {
    if (tainted(join(deep(left), deep(right)))) {
      steer(node, scope, "is an operand of a class of the program");
    }
    return Value::plain();
  }
  if (left.objects.empty() && right.objects.empty()) return Value::of(taint);
  if (tainted(taint)) steer(node, scope, "decides the length of a sequence");
  if (op != "+" && op != "*" && op != "|" &&
      tainted(join(deep(left), deep(right)))) {
    steer(node, scope, "is compared as part of a set");
  }
  Value items = left.objects.empty() ? Value() : elements_of(left);
  if (!right.objects.empty()) items.add(elements_of(right));
  Value value = container(node.id(), items);
  value.self = taint;
  return value;
}

Value Flow::eval_binary(Node node, Scope& scope) {
  Value left = eval(node.field("left"), scope);
  Value right = eval(node.field("right"), scope);
  return operate(left, node.field("operator").text(), right, node, scope);
}

Value Flow::eval_comparison(Node node, Scope& scope) {
  std::span<const Node> operands = node.children();
  Taint taint = Taint::kNone;
  for (Node operand : operands) {
    taint = join(taint, deep(eval(operand, scope)));
  }
  // Whether a variable is set yet is no clock value.
  bool identity = !node.fields("operators").empty();
  for (Node op : node.fields("operators")) {
    identity = identity && op.text().starts_with("is");
  }
  bool with_none = operands.size() == 2 &&
                   (operands[0].is("none") || operands[1].is("none"));
  if (identity && with_none) return Value::plain();
  return Value::of(tainted(taint) ? Taint::kMixed : Taint::kPlain);
}

Value Flow::eval_attribute(Node node, Scope& scope) {
  return attribute_of(eval(node.field("object"), scope), node, scope);
}

Value Flow::attribute_of(const Value& base, Node node, Scope& scope) {
  std::string name(node.field("attribute").text());
  if (hides_names(name)) {
    steer(node, scope, "may be reached through `" + name + "`");
  }
  if (name.starts_with("__") && name.ends_with("__") &&
      base.instances.empty() && base.classes.empty()) {
    return Value::plain();
  }
  Value value = read_attribute(base, name);
  for (const std::string& path : value.paths) {
    if (!is_dynamic(path)) continue;
    steer(node, scope, "may be reached through `" + path + "`");
  }
  return value;
}

Value Flow::eval_subscript(Node node, Scope& scope) {
  Value base = eval(node.field("value"), scope);
  std::vector<Node> indices = node.fields("subscript");
  for (Node index : indices) {
    if (index.is("slice")) {
      for (Node part : index.children()) {
        must_be_clean(part, scope, "a slice");
      }
    } else {
      must_be_clean(index, scope, "an index");
    }
  }
  if (indices.size() == 1 && indices[0].is("slice")) {
    if (base.objects.empty()) return Value::of(base.self, base.text);
    Value copy = container(node.id(), elements_of(base));
    copy.self = base.self;
    return copy;
  }
  auto key = indices.size() == 1 ? literal_text(indices[0]) : std::nullopt;
  bool number = indices.size() == 1 && indices[0].is("integer");
  Value value = Value::of(base.operand(), base.text);
  if (key) {
    value.add(held_by(base.objects, "'" + *key));
  } else if (!number) {
    value.add(held_by(base.objects));
  }
  for (const Object* one : base.objects) {
    if (key || !number) break;
    value.add(one->tuple_size > 0 ? one->at(std::string(indices[0].text()))
                                  : one->any());
  }
  return value;
}

Value Flow::eval_display(Node node, Scope& scope) {
  std::span<const Node> items = node.children();
  bool fixed = node.is("tuple") || node.is("expression_list");
  for (Node item : items) fixed = fixed && !item.is("list_splat");
  Object& made = object(node.id());
  made.tuple_size = fixed ? items.size() : 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (node.is("set")) must_be_clean(items[i], scope, "a set");
    if (items[i].is("list_splat")) {
      add(made.elements, elements_of(eval(items[i].child(0), scope)));
      continue;
    }
    add(fixed ? made.slots[std::to_string(i)] : made.elements,
        eval(items[i], scope));
  }
  Value value;
  value.objects.insert(&made);
  return value;
}

Value Flow::eval_dictionary(Node node, Scope& scope) {
  Object& made = object(node.id());
  for (Node item : node.children()) {
    if (item.is("dictionary_splat")) {
      Value source = eval(item.child(0), scope);
      add(made.elements, elements_of(source));
      for (const Object* one : source.objects) {
        for (const auto& [key, slot] : one->slots) add(made.slots[key], slot);
      }
      continue;
    }
    must_be_clean(item.field("key"), scope, "a key");
    auto key = literal_text(item.field("key"));
    add(key ? made.slots["'" + *key] : made.elements,
        eval(item.field("value"), scope));
  }
  Value value;
  value.objects.insert(&made);
  return value;
}

Value Flow::eval_comprehension(Node node, Scope& scope) {
  Scope& inner = new_scope(node, &scope);
  for (Node clause : node.children()) {
    if (clause.is("for_in_clause")) {
      Value source;
      for (Node right : clause.fields("right")) {
        source.add(eval(right, inner));
      }
      if (tainted(source.self)) {
        steer(clause, inner, "decides a comprehension");
      }
      bind(clause.field("left"), elements_of(source), {}, inner);
    } else if (clause.is("if_clause")) {
      condition(clause.child(0), inner, "decides a comprehension's `if`");
    }
  }
  Node body = node.field("body");
  if (node.is("set_comprehension")) must_be_clean(body, inner, "a set");
  if (body.is("pair")) {
    must_be_clean(body.field("key"), inner, "a key");
    body = body.field("value");
  }
  return container(node.id(), eval(body, inner));
}

}  // namespace ppp::advisor::clock
