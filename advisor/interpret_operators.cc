// SPDX-License-Identifier: Apache-2.0
// Operators and comparisons.

#include <algorithm>
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
    } else if (object.kind == Kind::kUnknown ||
               (object.kind == Kind::kClass && has_metaclass(id))) {
      unknown(frame, node, "an operand may be any object");
      result.add(heap_.unknown());
    }
  };
  for (ObjectId id : left) operand(id, names.method, one);
  // A text that is formatted answers itself.
  const bool formats =
      op == "%" && std::all_of(left.begin(), left.end(), [&](ObjectId id) {
        return heap_.at(id).name == "str" || heap_.at(id).name == "bytes";
      });
  for (ObjectId id : right) {
    const bool library = heap_.at(id).kind == Kind::kLibraryInstance;
    if (!formats || !library) operand(id, names.reflected, other);
  }
  for (ObjectId l : left) {
    for (ObjectId r : right) {
      if (makes_container(op, l, r)) continue;
      result.add(builtin_binary(op, l, r, frame, node));
    }
  }
  result.add(joined(op, left, right, frame, node));
  if (op == "%") {
    for (ObjectId l : left) {
      const std::string& text = heap_.at(l).name;
      if (text != "str" && text != "bytes") continue;
      special(right, "str", true, frame, node);
      special(right, "number", true, frame, node);
      special(right, "iter", false, frame, node);  // "%(key)s" % mapping
    }
  }
  if (op == "*") {  // how often a text or list is repeated
    Value counts = left;
    counts.add(right);
    for (ObjectId id : counts) {
      if (heap_.at(id).kind != Kind::kInstance) continue;
      if (class_attribute(heap_.at(id).of, "__index__").empty()) continue;
      special_call(id, "__index__", Arguments(), frame, node);
    }
  }
  return result;
}

bool Interpreter::makes_container(std::string_view op, ObjectId left,
                                  ObjectId right) const {
  const Kind l = heap_.at(left).kind;
  if (l == Kind::kAtom && op == "%") return false;  // formats a text
  return l == Kind::kContainer || heap_.at(right).kind == Kind::kContainer;
}

// The table lists all that an instance has.
bool Interpreter::is_complete(const Object& object) const {
  const TypeEntry* type = object.kind == Kind::kLibraryInstance
                              ? library_.type(object.name)
                              : nullptr;
  return type && type->complete;
}

// Atoms; everything else has been asked for its methods.
Value Interpreter::builtin_binary(std::string_view op, ObjectId left,
                                  ObjectId right, const Frame& frame,
                                  Node node) {
  const Object& l = heap_.at(left);
  const Object& r = heap_.at(right);
  Value result;
  if (l.kind == Kind::kAtom && (r.kind == Kind::kAtom || op == "%")) {
    const std::string other = r.kind == Kind::kAtom ? r.name : "str";
    const bool whole = op == "**" && node.field("right").is("integer") &&
                       (l.name == "int" || l.name == "bool");
    if (whole) return Value(heap_.atom("int"));
    // The names may be parts of these.
    for (std::string_view name : atom_result(op, l.name, other)) {
      result.add(heap_.atom(name));
    }
    return result;
  }
  // Two library objects, or one and an atom, without an entry.
  const bool of_left = l.kind == Kind::kLibraryInstance;
  const bool of_right = r.kind == Kind::kLibraryInstance;
  bool answered =
      (of_left && library_.method(l.name, operators().at(op).method)) ||
      (of_right && library_.method(r.name, operators().at(op).reflected));
  const bool raises =
      (!of_left || is_complete(l)) && (!of_right || is_complete(r)) &&
      (of_left || l.kind == Kind::kAtom) && (of_right || r.kind == Kind::kAtom);
  if ((of_left || of_right) && !answered && !raises) {
    unknown(frame, node, "no entry for this operator");
    result.add(heap_.unknown());
  }
  return result;
}

// Fresh containers, one of each kind, that hold what two operands hold.
Value Interpreter::joined(std::string_view op, const Value& left,
                          const Value& right, const Frame& frame, Node node) {
  Value right_containers;
  for (ObjectId id : right) {
    if (heap_.at(id).kind == Kind::kContainer) right_containers.add(id);
  }
  std::map<std::string_view, Value> sources;  // by kind of what is made
  for (ObjectId l : left) {
    if (heap_.at(l).kind == Kind::kContainer) {
      if (!right.empty()) sources[heap_.at(l).name].add(l);
      continue;
    }
    for (ObjectId r : right_containers) {  // as in 2 * [x]
      if (makes_container(op, l, r)) sources[heap_.at(r).name].add(r);
    }
  }
  Value result;
  for (auto& [kind, held] : sources) {
    held.add(right_containers);
    ObjectId made = container(kind, frame, node, kind);
    for (ObjectId source : held) {
      note(frame, Effect::Kind::kReadField, source, "[]", node);
      merge(heap_.at(made).fields[kind == "dict" ? "[k]" : "[]"],
            elements(source));
      if (kind != "dict") continue;
      merge(heap_.at(made).fields["[]"], dict_values(source));
    }
    hash_elements(made, frame, node);
    result.add(made);
  }
  return result;
}

// What comes into a set or a dict is hashed and compared.
void Interpreter::hash_elements(ObjectId made, const Frame& frame, Node node) {
  const std::string& kind = heap_.at(made).name;
  if (kind == "set" || kind == "frozenset" || kind == "dict") {
    special(elements(made), "hash", true, frame, node);
  }
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
    const TypeEntry* type = object.kind == Kind::kLibraryInstance
                                ? library_.type(object.name)
                                : nullptr;
    if (grows) {
      grow(id, op, right, frame, node);
      result.add(id);
    } else if (object.kind == Kind::kInstance &&
               !class_attribute(object.of, operators().at(op).in_place)
                    .empty()) {
      Arguments one;
      one.positional = {right};
      result.add(
          special_call(id, operators().at(op).in_place, one, frame, node));
    } else if (const CallEntry* entry =
                   type ? library_.method(object.name,
                                          operators().at(op).in_place)
                        : nullptr) {
      Arguments one;
      one.positional = {right};
      const std::string name =
          object.name + "." + std::string(operators().at(op).in_place);
      result.add(apply(*entry, name, Value(id), one, frame, node));
    } else if (type && !type->immutable) {
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
      merge(heap_.at(id).fields["[]"], iterate_quietly(right));
      result.add(id);
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

// `+=`, `|=` and the like on a builtin container.
void Interpreter::grow(ObjectId id, std::string_view op, const Value& added,
                       const Frame& frame, Node node) {
  note(frame, Effect::Kind::kWriteField, id, "[]", node);
  const bool dict = heap_.at(id).name == "dict";
  if (op == "+" || op == "|") {
    merge(heap_.at(id).fields[dict ? "[k]" : "[]"],
          iterate(added, frame, node));
  }
  hash_elements(id, frame, node);
  if (!dict) return;
  for (ObjectId other : added) {
    merge(heap_.at(id).fields["[]"], dict_values(other));
  }
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
  // A column of a table answers with a column, or raises.
  const bool answers =
      ops.size() == 1 && !values[0].empty() &&
      std::all_of(values[0].begin(), values[0].end(), [&](ObjectId id) {
        const TypeEntry* type =
            heap_.at(id).kind == Kind::kLibraryInstance
                ? library_.type(heap_.at(id).name)
                : nullptr;
        return type && type->unsettled &&
               library_.method(heap_.at(id).name, "__lt__") &&
               ops[0].text().find_first_of("<>=") != std::string_view::npos;
      });
  Value result = answers ? Value() : atom("bool");
  for (std::size_t i = 0; i + 1 < operands.size() && i < ops.size(); ++i) {
    std::string_view op = ops[i].text();
    bool singleton = false;
    for (Node side : {operands[i], operands[i + 1]}) {
      singleton |= side.is("none") || side.is("true") || side.is("false") ||
                   side.is("ellipsis");
    }
    if (op.starts_with("is")) {
      if (!singleton && !same_everywhere(values[i]) &&
          !same_everywhere(values[i + 1])) {
        note(frame, Effect::Kind::kOutside, -1, "same-object", node);
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
    result.add(compared(values[i], values[i + 1], frame, node));
    if (!answers) result.add(compared(values[i + 1], values[i], frame, node));
  }
  return result;
}

// What those of `one` give that have an entry for it, such as arrays.
Value Interpreter::compared(const Value& one, const Value& other,
                            const Frame& frame, Node node) {
  Value result;
  Arguments given;
  given.positional = {other};
  for (ObjectId id : one) {
    const Object& object = heap_.at(id);
    if (object.kind != Kind::kLibraryInstance) continue;
    const CallEntry* entry = library_.method(object.name, "__lt__");
    if (!entry) continue;
    result.add(apply(*entry, std::string(object.name) + ".__lt__", Value(id),
                     given, frame, node));
  }
  return result;
}

// Objects that pickle finds by name: no copy of them ever exists.
bool Interpreter::same_everywhere(const Value& value) const {
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           const Kind kind = heap_.at(id).kind;
           return kind == Kind::kClass || kind == Kind::kLibraryType ||
                  is_member(id);
         });
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

}  // namespace ppp::advisor
