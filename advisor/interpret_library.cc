// SPDX-License-Identifier: Apache-2.0
// What the library tables say beyond effects: which calls an entry speaks of,
// callbacks, copies and views.

#include <algorithm>
#include <map>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// Where "arg1.write" splits into an argument and a method of it; npos for a
/// plain argument or slot.
std::size_t method_dot(std::string_view callee) {
  const std::size_t dot = callee.rfind('.');
  const bool slot = dot == 4 && callee.starts_with("self.");
  return slot ? std::string_view::npos : dot;
}

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

bool Interpreter::fits(ObjectId id, const TypeExpr& type) const {
  const Object& object = heap_.at(id);
  switch (type.kind) {
    case TypeExpr::Kind::kAny:
      return true;
    case TypeExpr::Kind::kAtom:
      return object.kind == Kind::kAtom && object.name == type.name;
    case TypeExpr::Kind::kContainer: {
      if (object.kind != Kind::kContainer || object.name != type.name) {
        return false;
      }
      const Value items = elements(id);
      return std::all_of(items.begin(), items.end(), [&](ObjectId item) {
        return fits(item, type.args.back());
      });
    }
    case TypeExpr::Kind::kInstance: {
      if (object.kind != Kind::kLibraryInstance) return false;
      std::string name = object.name;
      for (int depth = 0; depth < 16 && !name.empty(); ++depth) {
        if (name == type.name) return true;
        const TypeEntry* entry = library_.type(name);
        name = entry ? entry->like : "";
      }
      return false;
    }
    case TypeExpr::Kind::kUnion:
      return std::any_of(type.args.begin(), type.args.end(),
                         [&](const TypeExpr& part) { return fits(id, part); });
    default:
      return false;
  }
}

bool Interpreter::speaks_of(const CallEntry& entry, const Value& self,
                            const Arguments& given) const {
  const int count = static_cast<int>(given.positional.size());
  if (!entry.takes_positional(count)) return false;
  if (given.has_splat && entry.max_args >= 0) return false;
  if (given.has_keyword_splat && !entry.takes_keyword("*")) return false;
  for (const auto& [keyword, value] : given.keywords) {
    if (!entry.takes_keyword(keyword)) return false;
  }
  for (const auto& [name, type] : entry.requires_types) {
    for (ObjectId id : argument(name, self, given, entry)) {
      if (!fits(id, type)) return false;
    }
  }
  return true;
}

// A literal mode tells text files from binary ones.
Value Interpreter::opened(const Value& files,
                          std::optional<std::string_view> mode) const {
  if (!mode) return files;
  const bool text = mode->find('b') == std::string_view::npos;
  Value fitting;
  for (ObjectId id : files) {
    if ((heap_.at(id).name == "io.TextIOWrapper") == text) fitting.add(id);
  }
  return fitting;
}

bool Interpreter::first_is_missing(const CallEntry& entry, const Value& self,
                                   const Arguments& given) const {
  const std::string name = entry.params.empty() ? "" : entry.params[0];
  if (given.positional.empty() && !given.keywords.contains(name)) return true;
  Value first = argument("arg0", self, given, entry);
  first.add(argument("kw:" + name, self, given, entry));
  for (ObjectId id : first) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kUnknown || object.name == "none") return true;
  }
  return false;
}

Value Interpreter::callees(std::string_view callee, const Value& self,
                           const Arguments& given, const CallEntry& entry,
                           const Frame& frame, Node node) {
  const std::size_t dot = method_dot(callee);
  if (dot == std::string_view::npos) {
    return argument(callee, self, given, entry);
  }
  Value methods;
  for (ObjectId id : argument(callee.substr(0, dot), self, given, entry)) {
    const Kind kind = heap_.at(id).kind;
    // print(file=None); a list has no `write`, so that is a TypeError.
    if (kind == Kind::kAtom || kind == Kind::kContainer) continue;
    methods.add(get_attribute(Value(id), callee.substr(dot + 1), frame, node));
  }
  return methods;
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

Value Interpreter::arithmetic(const Value& operands, const Frame& frame,
                              Node node, const std::string& key) {
  Value result;
  for (ObjectId id : operands) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kAtom) {
      result.add(id);
      if (object.name == "int" || object.name == "bool") {
        result.add(heap_.atom("int"));
        result.add(heap_.atom("float"));
      }
    } else if (object.kind == Kind::kLibraryInstance &&
               (object.name == "decimal.Decimal" ||
                object.name == "fractions.Fraction")) {
      result.add(heap_.make(Kind::kLibraryInstance, object.name, frame.context,
                            frame.source, node, key + ":" + object.name));
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
    const Object object = heap_.at(id);
    // A logger's copy is that logger; what cannot be pickled has no copy.
    const TypeEntry* type = object.kind == Kind::kLibraryInstance
                                ? library_.type(object.name)
                                : nullptr;
    if (copied_as_is(object) || (type && !type->picklable)) {
      copies[id] = id;
      continue;
    }
    if (!copied_by_fields(object)) return unknown_value();
    if (object.kind == Kind::kInstance) {
      // Such a method may return anything, the object itself too.
      for (std::string_view hook :
           {"__copy__", "__deepcopy__", "__reduce__", "__reduce_ex__",
            "__getnewargs__", "__getnewargs_ex__", "__new__"}) {
        if (!class_attribute(object.of, hook).empty()) return unknown_value();
      }
    }
    const std::string part =
        key + (deep ? ":deep:" : ":copy:") + std::to_string(object.of);
    const ObjectId copy = heap_.make(object.kind, object.name, frame.context,
                                     frame.source, node, part);
    heap_.at(copy).of = object.of;
    copies[id] = copy;
  }
  for (const auto& [from, to] : copies) {
    if (from == to) continue;
    const auto fields = heap_.at(from).fields;
    for (const auto& [name, items] : fields) {
      Value moved;
      for (ObjectId item : items) {
        const auto found = copies.find(item);
        moved.add(found == copies.end() ? item : found->second);
      }
      merge(heap_.at(to).fields[name], moved);
    }
  }
  Value result;
  for (ObjectId id : values) result.add(copies.at(id));
  return result;
}

void Interpreter::look_through(const Value& result, const CallEntry& entry,
                               const Value& self, const Arguments& given) {
  Value seen;
  for (const std::string& name : entry.views) {
    for (ObjectId id : argument(name, self, given, entry)) {
      if (heap_.at(id).kind != Kind::kAtom) seen.add(id);
    }
  }
  for (ObjectId id : result) {
    const Kind kind = heap_.at(id).kind;
    if (kind != Kind::kContainer && kind != Kind::kLibraryInstance) continue;
    if (!seen.contains(id)) merge(heap_.at(id).lazy_sources, seen);
  }
}

void Interpreter::special_entries(ObjectId id,
                                  const std::vector<std::string_view>& names,
                                  const Frame& frame, Node node) {
  for (std::string_view name : names) {
    const CallEntry* entry = library_.method(heap_.at(id).name, name);
    if (!entry) continue;
    for (const std::string& effect : entry->effects) {
      note(frame, Effect::Kind::kOutside, -1, effect, node);
    }
    if (!entry->mutates.empty()) {
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
    }
  }
}

}  // namespace ppp::advisor
