// SPDX-License-Identifier: Apache-2.0
// Expressions for the interpreter.

#include <functional>
#include <unordered_map>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

struct Operator {
  std::string_view method;     // "__add__"
  std::string_view reflected;  // "__radd__"
  std::string_view in_place;   // "__iadd__"
};

const std::unordered_map<std::string_view, Operator>& operators() {
  static const std::unordered_map<std::string_view, Operator> table = {
      {"+", {"__add__", "__radd__", "__iadd__"}},
      {"-", {"__sub__", "__rsub__", "__isub__"}},
      {"*", {"__mul__", "__rmul__", "__imul__"}},
      {"/", {"__truediv__", "__rtruediv__", "__itruediv__"}},
      {"//", {"__floordiv__", "__rfloordiv__", "__ifloordiv__"}},
      {"%", {"__mod__", "__rmod__", "__imod__"}},
      {"**", {"__pow__", "__rpow__", "__ipow__"}},
      {"@", {"__matmul__", "__rmatmul__", "__imatmul__"}},
      {"&", {"__and__", "__rand__", "__iand__"}},
      {"|", {"__or__", "__ror__", "__ior__"}},
      {"^", {"__xor__", "__rxor__", "__ixor__"}},
      {"<<", {"__lshift__", "__rlshift__", "__ilshift__"}},
      {">>", {"__rshift__", "__rrshift__", "__irshift__"}},
  };
  return table;
}

bool is_number(std::string_view name) {
  return name == "int" || name == "bool" || name == "float" ||
         name == "complex";
}

/// What an operator gives for two atoms; empty: a TypeError.
std::vector<std::string_view> atom_result(std::string_view op,
                                          std::string_view left,
                                          std::string_view right) {
  if (is_number(left) && is_number(right)) {
    if (left == "complex" || right == "complex") return {"complex"};
    bool real = left == "float" || right == "float";
    if (op == "/") return {"float"};
    if (op == "**") {
      return real ? std::vector<std::string_view>{"float", "complex"}
                  : std::vector<std::string_view>{"int", "float"};
    }
    if (real) return {"float"};
    bool bits = op == "&" || op == "|" || op == "^";
    if (bits && left == "bool" && right == "bool") return {"bool"};
    return {"int"};
  }
  bool text = left == "str" || left == "bytes";
  if (text && (op == "%" || (op == "+" && left == right))) return {left};
  if (op == "*") {
    if (text && is_number(right)) return {left};
    if (is_number(left) && (right == "str" || right == "bytes")) return {right};
  }
  if (left == "type" && op == "|") return {"type"};
  return {};
}

}  // namespace

Value Interpreter::eval(Node node, const Frame& outer) {
  if (node.null()) return {};
  Frame frame = outer;
  if (frame.context == Context::kInside) {
    auto part = part_units_.find(node.id());
    if (part != part_units_.end() && frame.scope == loop_scope_) {
      frame.unit = part->second;
    }
  }
  Value value = expression(node, frame);
  if (question_.loop && frame.source == question_.source &&
      question_.loop.range().contains(node.range())) {
    values_[node.id()].add(value);
  }
  return value;
}

Value Interpreter::expression(Node node, const Frame& frame) {
  using Method = Value (Interpreter::*)(Node, const Frame&);
  static const std::unordered_map<std::string_view, Method> methods = {
      {"call", &Interpreter::call_node},
      {"binary_operator", &Interpreter::binary},
      {"unary_operator", &Interpreter::unary},
      {"not_operator", &Interpreter::unary},
      {"comparison_operator", &Interpreter::comparison},
      {"subscript", &Interpreter::subscript},
      {"lambda", &Interpreter::lambda},
      {"yield", &Interpreter::yield},
      {"string", &Interpreter::string},
      {"concatenated_string", &Interpreter::string},
      {"list", &Interpreter::display},
      {"tuple", &Interpreter::display},
      {"set", &Interpreter::display},
      {"expression_list", &Interpreter::display},
      {"pattern_list", &Interpreter::display},
      {"dictionary", &Interpreter::dictionary},
      {"list_comprehension", &Interpreter::comprehension},
      {"set_comprehension", &Interpreter::comprehension},
      {"dictionary_comprehension", &Interpreter::comprehension},
      {"generator_expression", &Interpreter::comprehension},
      {"augmented_assignment", &Interpreter::augmented},
  };
  std::string_view kind = node.kind();
  auto method = methods.find(kind);
  if (method != methods.end()) return (this->*method->second)(node, frame);
  if (kind == "identifier") return read_name(node.text(), frame, node);
  if (kind == "integer") {
    return atom(node.text().find_first_of("jJ") != std::string_view::npos
                    ? "complex"
                    : "int");
  }
  if (kind == "float") {
    return atom(node.text().find_first_of("jJ") != std::string_view::npos
                    ? "complex"
                    : "float");
  }
  if (kind == "true" || kind == "false") return atom("bool");
  if (kind == "none") return atom("none");
  if (kind == "ellipsis") return atom("ellipsis");
  if (kind == "attribute") {
    return get_attribute(eval(node.field("object"), frame),
                         node.field("attribute").text(), frame, node);
  }
  if (kind == "parenthesized_expression") return eval(node.child(0), frame);
  if (kind == "assignment") {
    Value value = eval(node.field("right"), frame);
    if (node.field("right")) assign(node.field("left"), value, frame);
    return value;
  }
  if (kind == "named_expression") {
    Value value = eval(node.field("value"), frame);
    assign(node.field("name"), value, frame);
    return value;
  }
  if (kind == "boolean_operator") {
    Value value = eval(node.field("left"), frame);
    truth(value, frame, node);
    value.add(eval(node.field("right"), frame));
    return value;
  }
  if (kind == "conditional_expression") {
    Value value = eval(node.child(0), frame);
    truth(eval(node.child(1), frame), frame, node);
    value.add(eval(node.child(2), frame));
    return value;
  }
  if (kind == "as_pattern") return eval(node.child(0), frame);
  if (kind == "slice") {
    for (Node part : node.children()) eval(part, frame);
    return atom("slice");
  }
  if (kind == "list_splat" || kind == "dictionary_splat") {
    return iterate(eval(node.child(0), frame), frame, node);
  }
  if (kind == "type" || kind == "comment") return atom("type");
  if (kind == "keyword_identifier") return read_name(node.text(), frame, node);
  for (Node child : node.children()) eval(child, frame);
  unknown(frame, node, "not understood");
  return unknown_value();
}

void Interpreter::truth(const Value& value, const Frame& frame, Node node) {
  special(value, "bool", false, frame, node);
}

Value Interpreter::string(Node node, const Frame& frame) {
  bool bytes = false;
  walk(node, [&](Node inner) {
    if (inner.is("interpolation")) {
      special(eval(inner.field("expression"), frame), "str", true, frame,
              inner);
      if (Node format = inner.field("format_specifier")) {
        for (Node part : format.children()) {
          if (part.is("format_expression")) {
            special(eval(part.field("expression"), frame), "str", true, frame,
                    part);
          }
        }
      }
      return false;
    }
    if (inner.is("string")) {
      std::string_view text = inner.text();
      std::string_view prefix = text.substr(0, text.find_first_of("\"'"));
      bytes |= prefix.find_first_of("bB") != std::string_view::npos;
      if (prefix.find_first_of("tT") != std::string_view::npos) {
        unknown(frame, inner, "template strings are not understood");
      }
    }
    return true;
  });
  return atom(bytes ? "bytes" : "str");
}

Value Interpreter::display(Node node, const Frame& frame) {
  std::string_view kind =
      node.is("list") || node.is("set") ? node.kind() : "tuple";
  ObjectId id = container(kind, frame, node);
  std::span<const Node> items = node.children();
  bool splat = false;
  for (Node item : items) splat |= item.is("list_splat");
  int position = 0;
  for (Node item : items) {
    Value value = eval(item, frame);
    std::string field = "[]";
    if (kind == "tuple" && !splat) {
      field = "[" + std::to_string(position++) + "]";
    }
    merge(heap_.at(id).fields[field], value);
    if (kind == "set") special(value, "hash", true, frame, item);
  }
  return Value(id);
}

Value Interpreter::dictionary(Node node, const Frame& frame) {
  ObjectId id = container("dict", frame, node);
  for (Node item : node.children()) {
    if (item.is("pair")) {
      Value key = eval(item.field("key"), frame);
      special(key, "hash", true, frame, item);
      merge(heap_.at(id).fields["[k]"], key);
      merge(heap_.at(id).fields["[]"], eval(item.field("value"), frame));
    } else if (item.is("dictionary_splat")) {
      Value other = eval(item.child(0), frame);
      merge(heap_.at(id).fields["[k]"], iterate(other, frame, item));
      Value values;
      for (ObjectId source : other) values.add(dict_values(source));
      merge(heap_.at(id).fields["[]"], values);
    }
  }
  return Value(id);
}

Value Interpreter::comprehension(Node node, const Frame& frame) {
  int scope = activate(node, frame.source, frame.scope, frame.context);
  if (frame.context == Context::kInside) loops_inside_.insert(node.id());
  if (node.is("generator_expression")) {
    // The first source is evaluated at once, the rest when iterated.
    Node first = node.child(1);
    eval(first.field("right"), frame);
    ObjectId id = heap_.make(Kind::kGenerator, "generator", frame.context,
                             frame.source, node, std::to_string(frame.scope));
    heap_.at(id).scope = scope;
    return Value(id);
  }
  bool dict = node.is("dictionary_comprehension");
  std::string_view kind = dict                           ? "dict"
                          : node.is("set_comprehension") ? "set"
                                                         : "list";
  ObjectId id = container(kind, frame, node);
  Frame inner = frame;
  inner.scope = scope;
  comprehension_clauses(node, inner, [&](const Frame& at) {
    Node body = node.field("body");
    if (dict) {
      Value key = eval(body.field("key"), at);
      special(key, "hash", true, at, body);
      merge(heap_.at(id).fields["[k]"], key);
      merge(heap_.at(id).fields["[]"], eval(body.field("value"), at));
    } else {
      Value item = eval(body, at);
      if (kind == "set") special(item, "hash", true, at, body);
      merge(heap_.at(id).fields["[]"], item);
    }
  });
  return Value(id);
}

void Interpreter::comprehension_clauses(
    Node node, const Frame& outer,
    const std::function<void(const Frame&)>& emit) {
  Frame frame = outer;
  bool asked = question_.loop && node == question_.loop;
  bool enter = asked && frame.context == Context::kOutside;
  for (Node clause : node.children()) {
    if (clause.is("for_in_clause")) {
      if (clause.all_children().front().text() == "async") {
        unknown(frame, clause, "async");
      }
      Node right = clause.field("right");
      assign(clause.field("left"), iterate(eval(right, frame), frame, right),
             frame);
      if (enter) {
        ambiguous_ |= loop_scope_ >= 0 && loop_scope_ != frame.scope;
        loop_scope_ = frame.scope;
        frame.context = Context::kInside;
      }
    } else if (clause.is("if_clause")) {
      truth(eval(clause.child(0), frame), frame, clause);
    }
  }
  emit(frame);
}

Value Interpreter::binary(Node node, const Frame& frame) {
  Value left = eval(node.field("left"), frame);
  Value right = eval(node.field("right"), frame);
  return binary_values(node.field("operator").text(), left, right, frame, node);
}

Value Interpreter::binary_values(std::string_view op, const Value& left,
                                 const Value& right, const Frame& frame,
                                 Node node) {
  const Operator& names = operators().at(op);
  Value result;
  Arguments one;
  one.positional = {right};
  Arguments other;
  other.positional = {left};
  auto operand = [&](ObjectId id, std::string_view method,
                     const Arguments& arguments) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kInstance) {
      result.add(special_call(id, method, arguments, frame, node));
    } else if (object.kind == Kind::kLibraryInstance) {
      if (const CallEntry* entry = library_.method(object.name, method)) {
        result.add(apply(*entry, object.name + "." + std::string(method),
                         Value(id), arguments, frame, node));
      }
    } else if (object.kind == Kind::kUnknown) {
      unknown(frame, node, "an operand may be any object");
      result.add(id);
    }
  };
  for (ObjectId id : left) operand(id, names.method, one);
  for (ObjectId id : right) operand(id, names.reflected, other);
  for (ObjectId l : left) {
    for (ObjectId r : right) {
      result.add(builtin_binary(op, l, r, frame, node));
    }
  }
  if (op == "%") {
    for (ObjectId l : left) {
      if (heap_.at(l).name == "str") special(right, "str", true, frame, node);
    }
  }
  return result;
}

// Containers and atoms; everything else has been asked for its methods.
Value Interpreter::builtin_binary(std::string_view op, ObjectId left,
                                  ObjectId right, const Frame& frame,
                                  Node node) {
  const Object& l = heap_.at(left);
  const Object& r = heap_.at(right);
  Value result;
  if (l.kind == Kind::kAtom && (r.kind == Kind::kAtom || op == "%")) {
    for (std::string_view name :
         atom_result(op, l.name, r.kind == Kind::kAtom ? r.name : "str")) {
      result.add(heap_.atom(name));
    }
    return result;
  }
  bool left_holds = l.kind == Kind::kContainer;
  bool right_holds = r.kind == Kind::kContainer;
  if (!left_holds && !right_holds) {
    // Two library objects, or one and an atom, without an entry.
    bool library =
        l.kind == Kind::kLibraryInstance || r.kind == Kind::kLibraryInstance;
    bool answered = (l.kind == Kind::kLibraryInstance &&
                     library_.method(l.name, operators().at(op).method)) ||
                    (r.kind == Kind::kLibraryInstance &&
                     library_.method(r.name, operators().at(op).reflected));
    if (library && !answered) {
      unknown(frame, node, "no entry for this operator");
      result.add(heap_.unknown());
    }
    return result;
  }
  std::string_view kind = left_holds ? l.name : r.name;
  ObjectId made = container(kind, frame, node, kind);
  for (ObjectId source : {left, right}) {
    if (heap_.at(source).kind != Kind::kContainer) continue;
    note(frame, Effect::Kind::kReadField, source, "[]", node);
    if (kind == "dict") {
      merge(heap_.at(made).fields["[k]"], elements(source));
      merge(heap_.at(made).fields["[]"], dict_values(source));
    } else {
      merge(heap_.at(made).fields["[]"], elements(source));
    }
  }
  if (kind == "set" || kind == "frozenset" || kind == "dict") {
    Value keys = elements(made);
    special(keys, "hash", true, frame, node);
  }
  result.add(made);
  return result;
}

Value Interpreter::augmented(Node node, const Frame& frame) {
  Node target = node.field("left");
  Value left = eval(target, frame);
  Value right = eval(node.field("right"), frame);
  std::string_view text = node.field("operator").text();
  std::string_view op = text.substr(0, text.size() - 1);
  Value result;
  Value plain;
  for (ObjectId id : left) {
    const Object& object = heap_.at(id);
    bool grows = object.kind == Kind::kContainer && object.name != "tuple" &&
                 object.name != "frozenset";
    if (grows) {
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
      if (op == "+" || op == "|") {
        merge(heap_.at(id).fields[object.name == "dict" ? "[k]" : "[]"],
              iterate(right, frame, node));
      }
      if (object.name == "dict") {
        for (ObjectId other : right) {
          merge(heap_.at(id).fields["[]"], dict_values(other));
        }
      }
      result.add(id);
    } else if (object.kind == Kind::kInstance &&
               !class_attribute(object.of, operators().at(op).in_place)
                    .empty()) {
      Arguments one;
      one.positional = {right};
      result.add(
          special_call(id, operators().at(op).in_place, one, frame, node));
    } else if (object.kind == Kind::kLibraryInstance) {
      const TypeEntry* type = library_.type(object.name);
      if (type && !type->immutable) {
        note(frame, Effect::Kind::kWriteField, id, "[]", node);
        merge(heap_.at(id).fields["[]"], iterate_quietly(right));
        result.add(id);
      } else {
        plain.add(id);
      }
    } else {
      plain.add(id);
    }
  }
  if (!plain.empty()) {
    result.add(binary_values(op, plain, right, frame, node));
  }
  assign(target, result, frame);
  return result;
}

Value Interpreter::unary(Node node, const Frame& frame) {
  Value value = eval(node.field("argument"), frame);
  if (node.is("not_operator")) {
    truth(value, frame, node);
    return atom("bool");
  }
  special(value, "number", false, frame, node);
  Value result;
  for (ObjectId id : value) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kAtom) {
      result.add(object.name == "bool" ? heap_.atom("int") : id);
    } else if (object.kind == Kind::kLibraryInstance) {
      result.add(heap_.make(Kind::kLibraryInstance, object.name, frame.context,
                            frame.source, node));
    } else {
      result.add(heap_.unknown());
    }
  }
  return result;
}

Value Interpreter::comparison(Node node, const Frame& frame) {
  std::span<const Node> operands = node.children();
  std::vector<Value> values;
  for (Node operand : operands) values.push_back(eval(operand, frame));
  std::vector<Node> ops = node.fields("operators");
  Value result = atom("bool");
  for (std::size_t i = 0; i + 1 < operands.size() && i < ops.size(); ++i) {
    std::string_view op = ops[i].text();
    bool singleton = false;
    for (Node side : {operands[i], operands[i + 1]}) {
      singleton |= side.is("none") || side.is("true") || side.is("false") ||
                   side.is("ellipsis");
    }
    if (op.starts_with("is")) {
      if (!singleton) {
        note(frame, Effect::Kind::kOutside, -1, "identity", node);
      }
      continue;
    }
    if (op == "in" || op.starts_with("not")) {
      result.add(contains(values[i + 1], values[i], frame, node));
      continue;
    }
    Value both = values[i];
    both.add(values[i + 1]);
    special(both, "compare", true, frame, node);
    for (ObjectId id : both) {
      const Object& object = heap_.at(id);
      if (object.kind == Kind::kLibraryInstance &&
          library_.method(object.name, "__lt__")) {
        result.add(heap_.make(Kind::kLibraryInstance, object.name,
                              frame.context, frame.source, node));
      }
    }
  }
  return result;
}

Value Interpreter::contains(const Value& holder, const Value& item,
                            const Frame& frame, Node node) {
  Value scanned;
  for (ObjectId id : holder) {
    const Object& object = heap_.at(id);
    Arguments one;
    one.positional = {item};
    if (object.kind == Kind::kInstance &&
        !class_attribute(object.of, "__contains__").empty()) {
      special_call(id, "__contains__", one, frame, node);
    } else {
      scanned.add(id);
    }
  }
  Value both = iterate(scanned, frame, node);
  both.add(item);
  special(both, "compare", true, frame, node);
  special(both, "hash", true, frame, node);
  return atom("bool");
}

Value Interpreter::subscript(Node node, const Frame& frame) {
  Value holder = eval(node.field("value"), frame);
  std::vector<Node> parts = node.fields("subscript");
  Value index;
  for (Node part : parts) index.add(eval(part, frame));
  if (parts.size() > 1) index.add(heap_.atom("slice"));
  return get_item(holder, index, parts.size() == 1 ? parts[0] : Node(), frame,
                  node);
}

Value Interpreter::lambda(Node node, const Frame& frame) {
  return define_function(node, frame);
}

Value Interpreter::yield(Node node, const Frame& frame) {
  Value value = atom("none");
  bool from = false;
  for (Node child : node.all_children()) from |= child.text() == "from";
  if (Node given = node.child(0)) {
    value = eval(given, frame);
    if (from) value = iterate(value, frame, node);
  }
  merge(scope_at(frame.scope).yields, value);
  return unknown_value();  // what send() passes in
}

}  // namespace ppp::advisor
