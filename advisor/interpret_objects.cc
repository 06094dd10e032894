// SPDX-License-Identifier: Apache-2.0
// Attributes, items, iteration and special methods.

#include <algorithm>
#include <unordered_map>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

const std::vector<std::string_view>& special_names(std::string_view group) {
  static const std::unordered_map<std::string_view,
                                  std::vector<std::string_view>>
      groups = {
          {"str",
           {"__str__", "__repr__", "__format__", "__bytes__", "__fspath__"}},
          {"compare",
           {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"}},
          {"hash", {"__hash__", "__eq__"}},
          {"number", {"__index__", "__int__",   "__float__",  "__complex__",
                      "__round__", "__trunc__", "__floor__",  "__ceil__",
                      "__abs__",   "__neg__",   "__pos__",    "__invert__",
                      "__add__",   "__radd__",  "__divmod__", "__rdivmod__",
                      "__pow__",   "__rpow__",  "__mul__",    "__rmul__"}},
          {"len", {"__len__", "__length_hint__"}},
          {"bool", {"__bool__", "__len__"}},
          {"iter", {"__iter__", "__next__", "__reversed__", "__getitem__"}},
          {"copy",
           {"__copy__", "__deepcopy__", "__reduce__", "__reduce_ex__",
            "__getstate__", "__setstate__"}},
          {"pickle",
           {"__reduce__", "__reduce_ex__", "__getstate__", "__setstate__",
            "__getnewargs__", "__getnewargs_ex__"}},
          {"enter", {"__enter__", "__exit__"}},
          {"class",
           {"__instancecheck__", "__subclasscheck__", "__subclasshook__"}},
      };
  static const std::vector<std::string_view> none;
  auto found = groups.find(group);
  return found == groups.end() ? none : found->second;
}

bool plain_exception(std::string_view name) {
  return name.ends_with("Error") || name.ends_with("Exception") ||
         name.ends_with("Warning") || name == "StopIteration" ||
         name == "KeyboardInterrupt" || name == "SystemExit" ||
         name == "GeneratorExit";
}

bool inert_base(std::string_view name) {
  return name == "object" || name == "abc.ABC" || name == "typing.Generic" ||
         name == "typing.Protocol";
}

}  // namespace

std::vector<ObjectId> Interpreter::mro(ObjectId cls) const {
  std::vector<ObjectId> order;
  std::vector<ObjectId> todo = {cls};
  while (!todo.empty()) {
    ObjectId id = todo.front();
    todo.erase(todo.begin());
    if (id < 0 || heap_.at(id).kind != Kind::kClass) continue;
    if (std::find(order.begin(), order.end(), id) != order.end()) continue;
    order.push_back(id);
    const Value& bases = heap_.at(id).other;
    todo.insert(todo.end(), bases.begin(), bases.end());
  }
  return order;
}

std::string Interpreter::library_base(ObjectId cls) const {
  for (ObjectId id : mro(cls)) {
    for (ObjectId base : heap_.at(id).other) {
      const Object& object = heap_.at(base);
      if (object.kind == Kind::kLibraryType && plain_exception(object.name)) {
        return object.name;
      }
    }
  }
  return "";
}

bool Interpreter::strange_class(ObjectId cls) const {
  for (ObjectId id : mro(cls)) {
    const Object& object = heap_.at(id);
    for (std::string_view name :
         {"<strange>", "__new__", "__init_subclass__", "__getattribute__",
          "__setattr__", "__delattr__", "__del__", "__class_getitem__",
          "__prepare__", "__set_name__"}) {
      if (object.fields.contains(name)) return true;
    }
    for (ObjectId base : object.other) {
      const Object& b = heap_.at(base);
      bool fine = b.kind == Kind::kClass ||
                  (b.kind == Kind::kLibraryType &&
                   (inert_base(b.name) || plain_exception(b.name)));
      if (!fine) return true;
    }
    for (const auto& [name, value] : object.fields) {
      for (ObjectId member : value) {
        const Object& m = heap_.at(member);
        if (m.kind == Kind::kInstance &&
            !class_attribute(m.of, "__get__").empty()) {
          return true;
        }
      }
    }
  }
  return false;
}

bool Interpreter::has_property(ObjectId cls, std::string_view name) const {
  for (ObjectId id : class_attribute(cls, name)) {
    if (heap_.at(id).kind == Kind::kProperty) return true;
  }
  return !class_attribute(cls, "__getattr__").empty();
}

std::string Interpreter::instance_pickle_problem(ObjectId cls) const {
  const Object& object = heap_.at(cls);
  const Scope& body = scope_at(object.scope);
  if (body.parent < 0 ||
      scope_at(body.parent).names->kind != ScopeNames::Kind::kModule) {
    return "an instance of a class made inside a function";
  }
  for (std::string_view name :
       {"__reduce__", "__reduce_ex__", "__getstate__", "__setstate__",
        "__getnewargs__", "__getnewargs_ex__", "__getattr__"}) {
    if (!class_attribute(cls, name).empty()) {
      return "a `" + object.name + "`, which customises pickling";
    }
  }
  if (!library_base(cls).empty() && !class_attribute(cls, "__init__").empty()) {
    return "a `" + object.name + "`, an exception with its own __init__";
  }
  return "";
}

Value Interpreter::class_attribute(ObjectId cls, std::string_view name) const {
  for (ObjectId id : mro(cls)) {
    const auto& fields = heap_.at(id).fields;
    auto found = fields.find(name);
    if (found != fields.end() && !found->second.empty()) return found->second;
  }
  return {};
}

// What reading `member` of a class through `self` gives.
Value Interpreter::bind_member(const Value& member, ObjectId self, ObjectId cls,
                               const Frame& frame, Node node) {
  Value result;
  Arguments none;
  none.node = node;
  for (ObjectId id : member) {
    const Object& object = heap_.at(id);
    auto bind = [&](const Value& functions, ObjectId to) {
      ObjectId bound =
          heap_.make(Kind::kBoundMethod, "", heap_.at(to).context, nullptr,
                     Node(), std::to_string(id) + ":" + std::to_string(to));
      heap_.at(bound).function.add(functions);
      heap_.at(bound).self.add(to);
      result.add(bound);
    };
    if (object.kind == Kind::kFunction) {
      bind(Value(id), self);
    } else if (object.kind == Kind::kClassMethod) {
      bind(object.function, cls);
    } else if (object.kind == Kind::kStaticMethod) {
      result.add(object.function);
    } else if (object.kind == Kind::kProperty) {
      Value one(self);
      for (ObjectId getter : object.function) {
        if (heap_.at(getter).kind == Kind::kFunction) {
          result.add(enter(getter, none, frame, node, &one));
        } else {
          unknown(frame, node, "a property whose getter is not a function");
          result.add(heap_.unknown());
        }
      }
    } else {
      result.add(id);
    }
  }
  return result;
}

Value Interpreter::get_attribute(const Value& value, std::string_view name,
                                 const Frame& frame, Node node) {
  Value result;
  for (ObjectId id : value) result.add(attribute_of(id, name, frame, node));
  return result;
}

Value Interpreter::attribute_of(ObjectId id, std::string_view name,
                                const Frame& frame, Node node) {
  const Object& object = heap_.at(id);
  Value result;
  auto own = [&] {
    note(frame, Effect::Kind::kReadField, id, name, node);
    auto found = object.fields.find(name);
    if (found != object.fields.end()) result.add(found->second);
  };
  switch (object.kind) {
    case Kind::kInstance: {
      own();
      Value member = class_attribute(object.of, name);
      for (ObjectId cls : mro(object.of)) {
        note(frame, Effect::Kind::kReadField, cls, name, node);
      }
      result.add(bind_member(member, id, object.of, frame, node));
      if (name == "__class__") result.add(object.of);
      if (name == "__dict__") {
        unknown(frame, node, "the dictionary of an object's attributes");
        result.add(heap_.unknown());
      }
      if (member.empty() &&
          !class_attribute(object.of, "__getattr__").empty()) {
        Arguments one;
        one.positional = {atom("str")};
        result.add(special_call(id, "__getattr__", one, frame, node));
      }
      return result;
    }
    case Kind::kClass: {
      own();
      for (ObjectId cls : mro(id)) {
        note(frame, Effect::Kind::kReadField, cls, name, node);
      }
      for (ObjectId member : class_attribute(id, name)) {
        const Object& m = heap_.at(member);
        if (m.kind == Kind::kFunction) {
          result.add(member);
        } else {
          result.add(bind_member(Value(member), id, id, frame, node));
        }
      }
      if (name == "__name__" || name == "__qualname__" || name == "__doc__") {
        result.add(heap_.atom("str"));
      } else if (result.empty() && name == "__init__") {
        return {};
      }
      if (strange_class(id)) {
        unknown(frame, node, "its class customises how it behaves");
        result.add(heap_.unknown());
      }
      return result;
    }
    case Kind::kSuper: {
      for (ObjectId self : object.self) {
        const Object& s = heap_.at(self);
        ObjectId cls = s.kind == Kind::kClass ? self : s.of;
        for (ObjectId base : mro(cls)) {
          if (base == object.of) continue;
          auto found = heap_.at(base).fields.find(name);
          if (found == heap_.at(base).fields.end()) continue;
          result.add(bind_member(found->second, self, cls, frame, node));
        }
      }
      if (result.empty() && !name.starts_with("__")) {
        unknown(frame, node, "a base class that is not known");
        result.add(heap_.unknown());
      }
      return result;
    }
    case Kind::kModule: {
      const Scope& module = scope_at(object.scope);
      note(frame, Effect::Kind::kReadName, object.scope, name, node);
      auto found = module.variables.find(name);
      if (found != module.variables.end()) result.add(found->second);
      for (const SourceFile& source : project_.files) {
        if (source.module() == object.name + "." + std::string(name)) {
          result.add(import_module(source.module(), frame, node));
        }
      }
      return result;
    }
    case Kind::kLibraryModule: {
      auto found = library_name(object.name, name, frame);
      return found ? *found : unknown_value();
    }
    case Kind::kFunction:
    case Kind::kBoundMethod: {
      own();
      if (name.starts_with("cache_")) {
        note(frame, Effect::Kind::kOutside, -1, "cache-statistics", node);
        result.add(heap_.unknown());
      } else if (name == "__name__" || name == "__qualname__" ||
                 name == "__doc__" || name == "__module__") {
        result.add(heap_.atom("str"));
      } else if (name.starts_with("__")) {
        unknown(frame, node, "the inside of a function object");
        result.add(heap_.unknown());
      }
      return result;
    }
    case Kind::kProperty:
      if (name == "setter" || name == "deleter" || name == "getter") {
        ObjectId setter =
            heap_.make(Kind::kPropertySetter, name, object.context, nullptr,
                       Node(), std::to_string(id));
        heap_.at(setter).self.add(id);
        return Value(setter);
      }
      return unknown_value();
    case Kind::kLibraryType:
    case Kind::kLibraryInstance:
    case Kind::kContainer:
    case Kind::kAtom:
    case Kind::kGenerator:
      return library_attribute(id, name, frame, node);
    default:
      unknown(frame, node, "an attribute of an object that may be any");
      return unknown_value();
  }
}

Value Interpreter::library_attribute(ObjectId id, std::string_view name,
                                     const Frame& frame, Node node) {
  const Object& object = heap_.at(id);
  std::string type = object.name;
  if (object.kind == Kind::kContainer && type == "iterator") type = "generator";
  if (const CallEntry* entry = library_.method(type, name)) {
    // Through the class: the first argument is the object itself.
    bool unbound = object.kind == Kind::kLibraryType;
    ObjectId method = heap_.make(
        Kind::kLibraryMethod, type + "." + std::string(name), object.context,
        nullptr, Node(), unbound ? "unbound" : std::to_string(id));
    heap_.at(method).entry = entry;
    if (!unbound) heap_.at(method).self.add(id);
    return Value(method);
  }
  if (object.kind != Kind::kLibraryType) {
    note(frame, Effect::Kind::kReadField, id, "[]", node);
  }
  const TypeEntry* entry = library_.type(type);
  for (int depth = 0; entry && depth < 16; ++depth) {
    auto found = entry->attributes.find(name);
    if (found == entry->attributes.end()) found = entry->attributes.find("*");
    if (found != entry->attributes.end()) {
      return materialise(found->second, Value(id), Arguments(), CallEntry(),
                         frame, node, "attr:" + std::to_string(id));
    }
    entry = entry->like.empty() ? nullptr : library_.type(entry->like);
  }
  if (name == "__name__" || name == "__doc__") return atom("str");
  // The tables list every public method of the builtin types, so this is an
  // AttributeError: `match.group()` where match may be None.
  const bool builtin =
      object.kind == Kind::kAtom ||
      (object.kind == Kind::kContainer && object.name != "iterator");
  if (builtin && object.name != "type" && !name.starts_with('_')) return {};
  return unknown_value();
}

// No property and no hook that runs when an attribute or item is read.
bool Interpreter::class_is_plain(ObjectId cls) const {
  for (std::string_view name : {"__getattr__", "__getattribute__",
                                "__getitem__", "__missing__", "utcoffset"}) {
    if (!class_attribute(cls, name).empty()) return false;
  }
  for (ObjectId base : mro(cls)) {
    for (const auto& [name, members] : heap_.at(base).fields) {
      for (ObjectId member : members) {
        if (heap_.at(member).kind == Kind::kProperty) return false;
      }
    }
  }
  return true;
}

void Interpreter::set_attribute(const Value& value, std::string_view name,
                                const Value& item, const Frame& frame,
                                Node node) {
  for (ObjectId id : value) {
    Object& object = heap_.at(id);
    note(frame, Effect::Kind::kWriteField, id, name, node);
    if (object.kind == Kind::kInstance) {
      Value one(id);
      for (ObjectId member : class_attribute(object.of, name)) {
        const Object& m = heap_.at(member);
        if (m.kind != Kind::kProperty) continue;
        Arguments argument;
        argument.positional = {item};
        for (ObjectId setter : m.other) {
          if (heap_.at(setter).kind == Kind::kFunction) {
            enter(setter, argument, frame, node, &one);
          }
        }
      }
      merge(object.fields[std::string(name)], item);
    } else if (object.kind == Kind::kModule) {
      merge(scope_at(object.scope).variables[std::string(name)], item);
      note(frame, Effect::Kind::kWriteName, object.scope, name, node);
    } else if (object.kind == Kind::kClass || object.kind == Kind::kFunction) {
      merge(object.fields[std::string(name)], item);
    } else if (object.kind == Kind::kLibraryModule ||
               object.kind == Kind::kLibraryType) {
      note(frame, Effect::Kind::kOutside, -1, "dynamic", node);
      escape(item, frame, node);
    } else if (object.kind == Kind::kUnknown) {
      unknown(frame, node, "sets an attribute of an object that may be any");
      escape(item, frame, node);
    } else if (object.kind == Kind::kLibraryInstance) {
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
      escape(item, frame, node);
    }
  }
}

Value Interpreter::get_item(const Value& value, const Value& index,
                            Node index_node, const Frame& frame, Node node) {
  Value result;
  bool slice = false;
  for (ObjectId id : index) slice |= heap_.at(id).name == "slice";
  std::string position;
  if (index_node.is("integer"))
    position = "[" + std::string(index_node.text()) + "]";
  Arguments one;
  one.positional = {index};
  for (ObjectId id : value) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kAtom) {
      if (object.name == "str") result.add(id);
      if (object.name == "bytes") result.add(heap_.atom("int"));
      if (object.name == "bytes" && slice) result.add(id);
      if (object.name == "range")
        result.add(heap_.atom(slice ? "range" : "int"));
    } else if (object.kind == Kind::kContainer) {
      note(frame, Effect::Kind::kReadField, id, "[]", node);
      if (object.name == "dict") {
        special(index, "hash", true, frame, node);
        result.add(dict_values(id));
      } else if (slice) {
        ObjectId made = container(object.name, frame, node, "slice");
        merge(heap_.at(made).fields["[]"], elements(id));
        result.add(made);
      }
      if (object.name == "dict") continue;
      bool only_slice = slice && index.size() == 1;
      auto fixed = object.fields.find(position);
      if (!position.empty() && fixed != object.fields.end()) {
        result.add(fixed->second);
        auto rest = object.fields.find("[]");
        if (rest != object.fields.end()) result.add(rest->second);
      } else if (!only_slice) {
        result.add(elements(id));
      }
      special(index, "number", false, frame, node);
    } else if (object.kind == Kind::kInstance) {
      result.add(special_call(id, "__getitem__", one, frame, node));
    } else if (object.kind == Kind::kLibraryInstance) {
      if (const CallEntry* entry =
              library_.method(object.name, "__getitem__")) {
        result.add(apply(*entry, object.name + ".__getitem__", Value(id), one,
                         frame, node));
      } else {
        unknown(frame, node, "no entry for taking an item of it");
        result.add(heap_.unknown());
      }
    } else if (object.kind == Kind::kLibraryType) {
      result.add(id);  // list[int]
    } else if (object.kind == Kind::kClass) {
      result.add(id);  // a generic class, parametrised
    } else {
      unknown(frame, node, "takes an item of an object that may be any");
      result.add(heap_.unknown());
    }
  }
  return result;
}

void Interpreter::set_item(const Value& value, const Value& index,
                           const Value& item, const Frame& frame, Node node) {
  bool slice = false;
  for (ObjectId id : index) slice |= heap_.at(id).name == "slice";
  Value stored = item;
  if (slice) stored.add(iterate(item, frame, node));
  Arguments two;
  two.positional = {index, item};
  for (ObjectId id : value) {
    Object& object = heap_.at(id);
    note(frame, Effect::Kind::kWriteField, id, "[]", node);
    if (object.kind == Kind::kContainer) {
      if (object.name == "dict") {
        special(index, "hash", true, frame, node);
        merge(object.fields["[k]"], index);
      }
      merge(object.fields["[]"], stored);
    } else if (object.kind == Kind::kInstance) {
      special_call(id, "__setitem__", two, frame, node);
    } else if (object.kind == Kind::kLibraryInstance) {
      if (const CallEntry* entry =
              library_.method(object.name, "__setitem__")) {
        apply(*entry, object.name + ".__setitem__", Value(id), two, frame,
              node);
      } else {
        unknown(frame, node, "no entry for storing an item in it");
        escape(item, frame, node);
      }
    } else if (object.kind != Kind::kAtom) {
      unknown(frame, node, "stores an item in an object that may be any");
      escape(item, frame, node);
    }
  }
}

Value Interpreter::elements(ObjectId id) const {
  const Object& object = heap_.at(id);
  Value result;
  auto add = [&](std::string_view field) {
    auto found = object.fields.find(field);
    if (found != object.fields.end()) result.add(found->second);
  };
  if (object.name == "dict" || like_dict(object)) {
    add("[k]");
    return result;
  }
  for (const auto& [name, value] : object.fields) {
    if (name.starts_with('[') && name != "[k]") result.add(value);
  }
  return result;
}

bool Interpreter::like_dict(const Object& object) const {
  if (object.kind != Kind::kLibraryInstance) return false;
  std::string name = object.name;
  while (const TypeEntry* type = library_.type(name)) {
    if (name == "dict" || type->like == "dict") return true;
    if (type->like.empty()) return false;
    name = type->like;
  }
  return false;
}

Value Interpreter::dict_values(ObjectId id) const {
  const Object& object = heap_.at(id);
  if (object.kind == Kind::kUnknown) return Value(id);
  auto found = object.fields.find("[]");
  return found == object.fields.end() ? Value() : found->second;
}

Value Interpreter::iterate_quietly(const Value& value) {
  Value result;
  for (ObjectId id : value) {
    const Object& object = heap_.at(id);
    switch (object.kind) {
      case Kind::kAtom:
        if (object.name == "str") result.add(id);
        if (object.name == "bytes" || object.name == "range") {
          result.add(heap_.atom("int"));
        }
        break;
      case Kind::kContainer:
        result.add(elements(id));
        break;
      case Kind::kGenerator:
        result.add(scope_at(object.scope).yields);
        break;
      case Kind::kLibraryInstance: {
        result.add(elements(id));
        const TypeEntry* type = library_.type(object.name);
        if (type && type->iterable) {
          Frame outside{0, object.context, scope_at(0).unit, object.source};
          result.add(materialise(type->iterates, Value(id), Arguments(),
                                 CallEntry(), outside, object.site,
                                 "item:" + std::to_string(id)));
        }
        break;
      }
      case Kind::kInstance: {
        Frame quiet{0, Context::kOutside, scope_at(0).unit, &project_.files[0]};
        result.add(iterate(Value(id), quiet, object.site));
        break;
      }
      case Kind::kUnknown:
        result.add(id);
        break;
      default:
        break;
    }
  }
  return result;
}

Value Interpreter::iterate(const Value& value, const Frame& frame, Node node) {
  Value result;
  Arguments none;
  none.node = node;
  for (ObjectId id : value) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kContainer) {
      note(frame, Effect::Kind::kReadField, id, "[]", node);
      if (object.name == "iterator") {
        note(frame, Effect::Kind::kWriteField, id, "[]", node);
        std::vector<Callback> lazy = object.lazy;
        for (const Callback& callback : lazy) {
          Arguments passed;
          passed.positional = callback.arguments;
          passed.node = node;
          call(callback.function, passed, frame, node);
        }
        Value sources = object.lazy_sources;
        if (!sources.empty() && !sources.contains(id)) {
          iterate(sources, frame, node);
        }
      }
      result.add(elements(id));
    } else if (object.kind == Kind::kGenerator) {
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
      if (frame.context != object.context) {
        unknown(frame, node, "advances a generator made outside the loop");
      }
      call_unit(frame, scope_at(object.scope).unit);
      result.add(scope_at(object.scope).yields);
    } else if (object.kind == Kind::kInstance) {
      if (!class_attribute(object.of, "__iter__").empty()) {
        Value iterator = special_call(id, "__iter__", none, frame, node);
        for (ObjectId it : iterator) {
          if (heap_.at(it).kind == Kind::kInstance) {
            result.add(special_call(it, "__next__", none, frame, node));
          } else if (it != id) {
            result.add(iterate(Value(it), frame, node));
          }
        }
      } else {
        Arguments one;
        one.positional = {atom("int")};
        result.add(special_call(id, "__getitem__", one, frame, node));
      }
    } else if (object.kind == Kind::kLibraryInstance) {
      const TypeEntry* type = library_.type(object.name);
      const CallEntry* entry = library_.method(object.name, "__next__");
      if (!entry) entry = library_.method(object.name, "__iter__");
      if (entry) {
        apply(*entry, object.name + ".__next__", Value(id), none, frame, node);
      }
      note(frame, Effect::Kind::kReadField, id, "[]", node);
      for (ObjectId seen : Value(object.lazy_sources)) {
        note(frame, Effect::Kind::kReadField, seen, "*", node);
      }
      bool known = (type && type->iterable) || entry || like_dict(object);
      result.add(iterate_quietly(Value(id)));
      if (!known && elements(id).empty()) {
        unknown(frame, node, "no entry for iterating over it");
        result.add(heap_.unknown());
      }
    } else if (object.kind == Kind::kUnknown || object.kind == Kind::kClass ||
               object.kind == Kind::kLibraryType) {
      unknown(frame, node, "iterates over an object that may be any");
      result.add(heap_.unknown());
    } else {
      result.add(iterate_quietly(Value(id)));
    }
  }
  return result;
}

// Runs the methods that Python calls by itself for `group`.
void Interpreter::special(const Value& value, std::string_view group, bool deep,
                          const Frame& frame, Node node) {
  Value subjects = deep ? heap_.reachable(value) : value;
  Arguments other;
  other.positional = {value};
  other.node = node;
  Arguments none;
  none.node = node;
  for (ObjectId id : subjects) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kUnknown) {
      unknown(frame, node,
              "runs a special method of an object that may be any");
      continue;
    }
    if (deep && object.kind != Kind::kAtom) {
      note(frame, Effect::Kind::kReadField, id, "*", node);
    }
    if (object.kind == Kind::kLibraryInstance) {
      special_entries(id, special_names(group), frame, node);
    }
    if (object.kind != Kind::kInstance) continue;
    if (group == "attribute" && !class_is_plain(object.of)) {
      unknown(frame, node, "reads an attribute by a name in a string");
    }
    bool binary = group == "compare" || group == "hash" || group == "number";
    for (std::string_view name : special_names(group)) {
      if (class_attribute(object.of, name).empty()) continue;
      bool takes_other = binary && name != "__hash__" && name != "__index__" &&
                         name != "__int__" && name != "__float__" &&
                         name != "__neg__" && name != "__abs__" &&
                         name != "__pos__";
      special_call(id, name, takes_other || name == "__format__" ? other : none,
                   frame, node);
    }
  }
}

Value Interpreter::special_call(ObjectId instance, std::string_view name,
                                const Arguments& given, const Frame& frame,
                                Node node) {
  ObjectId cls = heap_.at(instance).of;
  Value member = class_attribute(cls, name);
  for (ObjectId base : mro(cls)) {
    note(frame, Effect::Kind::kReadField, base, name, node);
  }
  return call(bind_member(member, instance, cls, frame, node), given, frame,
              node);
}

}  // namespace ppp::advisor
