// SPDX-License-Identifier: Apache-2.0
// The values that a table entry speaks of.

#include <algorithm>
#include <map>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// What copying leaves as it is.
bool copied_as_is(const Object& object) {
  return object.kind == Kind::kAtom || object.kind == Kind::kFunction ||
         object.kind == Kind::kClass || object.kind == Kind::kLibraryType ||
         object.kind == Kind::kLibraryFunction;
}

bool copied_by_fields(const Object& object) {
  return object.kind == Kind::kInstance ||
         object.kind == Kind::kLibraryInstance ||
         (object.kind == Kind::kContainer && object.name != "iterator");
}

}  // namespace

Value Interpreter::materialise(const TypeExpr& type, const Value& self,
                               const Arguments& given, const CallEntry& entry,
                               const Frame& frame, Node node,
                               const std::string& key) {
  std::vector<Value> parts;
  if (type.kind != TypeExpr::Kind::kResult) {
    for (std::size_t i = 0; i < type.args.size(); ++i) {
      parts.push_back(materialise(type.args[i], self, given, entry, frame, node,
                                  key + "." + std::to_string(i)));
    }
  }
  Value result;
  switch (type.kind) {
    case TypeExpr::Kind::kAtom:
      return atom(type.name);
    case TypeExpr::Kind::kAlias:
      return argument(type.name, self, given, entry);
    case TypeExpr::Kind::kElement:
      return iterate_quietly(parts[0]);
    case TypeExpr::Kind::kHeld:
    case TypeExpr::Kind::kKey:
      for (ObjectId id : parts[0]) result.add(elements(id));
      return result;
    case TypeExpr::Kind::kValue:
      for (ObjectId id : parts[0]) {
        const Object& object = heap_.at(id);
        const bool mapping =
            object.kind != Kind::kContainer || object.name == "dict";
        if (mapping) result.add(dict_values(id));
      }
      return result;
    case TypeExpr::Kind::kContainer:
      return fresh_container(type.name, parts, frame, node, key);
    case TypeExpr::Kind::kInstance:
      return fresh_instance(type.name, parts, frame, node, key);
    case TypeExpr::Kind::kShared:
      return Value(heap_.make(Kind::kLibraryInstance, type.name,
                              Context::kOutside, nullptr, Node(), "shared"));
    case TypeExpr::Kind::kResult:
      return results_of(type.args[0], frame, node);
    case TypeExpr::Kind::kArith:
    case TypeExpr::Kind::kRing:
      return arithmetic(parts[0], type.kind == TypeExpr::Kind::kRing, frame,
                        node, key);
    case TypeExpr::Kind::kCopy:
    case TypeExpr::Kind::kDeepCopy:
      return copied(parts[0], type.kind == TypeExpr::Kind::kDeepCopy, frame,
                    node, key);
    case TypeExpr::Kind::kReach:
      return heap_.reachable(parts[0]);
    case TypeExpr::Kind::kData:
      return data(frame, node, key);
    case TypeExpr::Kind::kUnion:
      for (const Value& part : parts) result.add(part);
      return result;
    case TypeExpr::Kind::kClass:
    case TypeExpr::Kind::kAny:
      break;
  }
  return unknown_value();
}

Value Interpreter::fresh_container(std::string_view kind,
                                   const std::vector<Value>& parts,
                                   const Frame& frame, Node node,
                                   const std::string& key) {
  ObjectId id = container(kind, frame, node, key + ":" + std::string(kind));
  if (kind == "dict" && parts.size() == 2) {
    merge(heap_.at(id).fields["[k]"], parts[0]);
    merge(heap_.at(id).fields["[]"], parts[1]);
    return Value(id);
  }
  const bool fixed = kind == "tuple" && parts.size() > 1;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string field = fixed ? "[" + std::to_string(i) + "]" : "[]";
    merge(heap_.at(id).fields[field], parts[i]);
  }
  return Value(id);
}

Value Interpreter::fresh_instance(std::string_view type,
                                  const std::vector<Value>& parts,
                                  const Frame& frame, Node node,
                                  const std::string& key) {
  ObjectId id = heap_.make(Kind::kLibraryInstance, type, frame.context,
                           frame.source, node, key);
  const bool pairs = parts.size() == 2;
  if (pairs) merge(heap_.at(id).fields["[k]"], parts[0]);
  if (!parts.empty()) merge(heap_.at(id).fields["[]"], parts[pairs ? 1 : 0]);
  return Value(id);
}

// Nested lists and dicts of atoms, all fresh.
Value Interpreter::data(const Frame& frame, Node node, const std::string& key) {
  Value value;
  for (std::string_view name : {"none", "bool", "int", "float", "str"}) {
    value.add(heap_.atom(name));
  }
  ObjectId list = container("list", frame, node, key + ":data-list");
  ObjectId dict = container("dict", frame, node, key + ":data-dict");
  value.add(list);
  value.add(dict);
  merge(heap_.at(list).fields["[]"], value);
  merge(heap_.at(dict).fields["[]"], value);
  merge(heap_.at(dict).fields["[k]"], atom("str"));
  return value;
}

Value Interpreter::results_of(const TypeExpr& callee, const Frame& frame,
                              Node node) {
  Value results;
  for (const TypeExpr& part : callee.args) {
    results.add(results_of(part, frame, node));
  }
  if (callee.kind != TypeExpr::Kind::kAlias) return results;
  const ObjectId holder =
      heap_.make(Kind::kContainer, "iterator", frame.context, frame.source,
                 node, "results:" + callee.name);
  results.add(heap_.at(holder).fields["[]"]);
  return results;
}

Value Interpreter::arithmetic(const Value& operands, bool ring,
                              const Frame& frame, Node node,
                              const std::string& key) {
  Value result;
  for (ObjectId id : operands) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kAtom) {
      const bool integer = object.name == "int" || object.name == "bool";
      if (!ring || !integer) result.add(id);
      if (integer) result.add(heap_.atom("int"));
      if (integer && !ring) result.add(heap_.atom("float"));
    } else if (object.kind == Kind::kLibraryInstance &&
               (object.name == "decimal.Decimal" ||
                object.name == "fractions.Fraction" ||
                object.name == "pandas.Scalar" ||
                object.name == "numpy.generic" ||
                object.name == "numpy.ndarray")) {
      if (object.name.starts_with("numpy.") ||
          object.name.starts_with("pandas.")) {
        note_outside(frame, "warnings", node);
      }
      result.add(heap_.make(Kind::kLibraryInstance, object.name, frame.context,
                            frame.source, node, key + ":" + object.name));
    } else if (object.kind == Kind::kContainer &&
               (object.name == "list" || object.name == "tuple")) {
      const ObjectId sum =
          container(object.name, frame, node, key + ":" + object.name);
      result.add(id);
      result.add(sum);
      merge(heap_.at(sum).fields["[]"], elements(id));
    } else if (object.kind == Kind::kContainer && object.name == "dict") {
      result.add(id);  // knows no arithmetic
    } else {
      return unknown_value();
    }
  }
  return result;
}

Value Interpreter::copied(const Value& values, bool deep, const Frame& frame,
                          Node node, const std::string& key) {
  const Value all = deep ? heap_.reachable(values) : values;
  // One copy per kind, class and call: so that copies of copies end.
  std::map<ObjectId, ObjectId> copies;
  for (ObjectId id : all) {
    const Object& object = heap_.at(id);
    // A logger's copy is that logger; what cannot be pickled has no copy.
    const TypeEntry* type = object.kind == Kind::kLibraryInstance
                                ? library_.type(object.name)
                                : nullptr;
    if (copied_as_is(object) || (type && !type->picklable)) {
      copies[id] = id;
      continue;
    }
    if (!copied_by_fields(object) || customises_copying(object)) {
      return unknown_value();
    }
    const std::string part =
        key + (deep ? ":deep:" : ":copy:") + std::to_string(object.of);
    const ObjectId copy = heap_.make(object.kind, object.name, frame.context,
                                     frame.source, node, part);
    heap_.at(copy).of = object.of;
    if (object.kind == Kind::kInstance) keep_exception(copy);
    copies[id] = copy;
  }
  copy_fields(copies);
  Value result;
  for (ObjectId id : values) result.add(copies.at(id));
  return result;
}

// Such a method may return anything, the object itself too.
bool Interpreter::customises_copying(const Object& object) const {
  if (object.kind != Kind::kInstance) return false;
  for (std::string_view hook :
       {"__copy__", "__deepcopy__", "__reduce__", "__reduce_ex__",
        "__getnewargs__", "__getnewargs_ex__", "__new__"}) {
    if (!class_attribute(object.of, hook).empty()) return true;
  }
  return false;
}

void Interpreter::copy_fields(const std::map<ObjectId, ObjectId>& copies) {
  for (const auto& [from, to] : copies) {
    if (from == to) continue;
    for (const auto& [name, items] : heap_.at(from).fields.snapshot()) {
      Value moved;
      for (ObjectId item : items) {
        const auto found = copies.find(item);
        moved.add(found == copies.end() ? item : found->second);
      }
      merge(heap_.at(to).fields[name], moved);
    }
  }
}

}  // namespace ppp::advisor
