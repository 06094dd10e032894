// SPDX-License-Identifier: Apache-2.0
// Reading and setting attributes.

#include <algorithm>
#include <set>
#include <unordered_set>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

bool shows_frames(std::string_view name) {
  static const std::unordered_set<std::string_view> names = {
      "__traceback__", "tb_frame", "tb_next",  "tb_lineno",
      "f_back",        "f_locals", "gi_frame", "cr_frame"};
  return names.contains(name);
}

// What every object or class has without the program's doing, and that gives
// away or changes what the analysis follows by name.
bool reaches_inside(std::string_view name) {
  static const std::set<std::string_view> names = {
      "__annotations__",  "__base__",     "__bases__",         "__call__",
      "__class__",        "__delattr__",  "__dict__",          "__dir__",
      "__getattribute__", "__getstate__", "__instancecheck__", "__mro__",
      "__new__",          "__prepare__",  "__reduce__",        "__reduce_ex__",
      "__setattr__",      "__slots__",    "__subclasscheck__", "__subclasses__",
      "__weakref__",      "mro"};
  return names.contains(name);
}

bool is_special(std::string_view name) {
  return name.starts_with("__") && name.ends_with("__");
}

// @dataclass writes it for a class that does not, whatever the bases have.
bool of_dataclass(std::string_view name) {
  static const std::set<std::string_view> names = {
      "__init__",    "__eq__",        "__lt__",       "__le__",
      "__gt__",      "__ge__",        "__hash__",     "__repr__",
      "__setattr__", "__delattr__",   "__getstate__", "__setstate__",
      "__replace__", "__match_args__"};
  return names.contains(name);
}

// Assigned to, these change what an object is or where it is found.
bool changes_nature(std::string_view name) {
  static const std::set<std::string_view> names = {
      "__class__",    "__dict__",       "__bases__",        "__code__",
      "__defaults__", "__kwdefaults__", "__getattribute__", "__module__",
      "__qualname__", "__slots__"};
  return names.contains(name);
}

bool is_place(const std::vector<std::string>& places, std::string_view name) {
  return std::find(places.begin(), places.end(), name) != places.end();
}

}  // namespace

Value Interpreter::get_attribute(const Value& value, std::string_view name,
                                 const Frame& frame, Node node) {
  if (shows_frames(name)) {
    note(frame, Effect::Kind::kOutside, -1, "introspect-traceback", node);
  } else if (name == "__cause__" || name == "__context__" ||
             name == "__suppress_context__" ||
             ((name == "name" || name == "obj") &&
              std::any_of(value.begin(), value.end(), [&](ObjectId id) {
                const Object& object = heap_.at(id);
                return object.kind == Kind::kLibraryInstance &&
                       library_.derives(object.name, "BaseException");
              }))) {
    note(frame, Effect::Kind::kOutside, -1, "exception-origin", node);
  }
  Value result;
  for (ObjectId id : value) result.add(attribute_of(id, name, frame, node));
  return result;
}

Value Interpreter::attribute_of(ObjectId id, std::string_view name,
                                const Frame& frame, Node node) {
  const Object& object = heap_.at(id);
  switch (object.kind) {
    case Kind::kInstance:
      return instance_attribute(id, name, frame, node);
    case Kind::kClass:
      return attribute_of_class(id, name, frame, node);
    case Kind::kSuper:
      return super_attribute(id, name, frame, node);
    case Kind::kModule:
      return module_attribute(id, name, frame, node);
    case Kind::kLibraryModule: {
      auto found = library_name(object.name, name, frame);
      return found ? *found : unknown_value();
    }
    case Kind::kFunction:
    case Kind::kBoundMethod:
      return function_attribute(id, name, frame, node);
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
    case Kind::kCoroutine:
      return library_attribute(id, name, frame, node);
    default:
      unknown(frame, node, "an attribute of an object that may be any");
      return unknown_value();
  }
}

// What stands in the object itself.
Value Interpreter::own_attribute(ObjectId id, std::string_view name,
                                 const Frame& frame, Node node) {
  note(frame, Effect::Kind::kReadField, id, name, node);
  const auto& fields = heap_.at(id).fields;
  auto found = fields.find(name);
  return found == fields.end() ? Value() : found->second;
}

// The library's exception class `base` has it: `code`, `with_traceback`, …
bool Interpreter::of_exception(std::string base, std::string_view name) const {
  if (base.empty()) return false;
  if (name == "__traceback__" || name == "__notes__") return true;
  if (library_.method(base, name)) return true;
  while (const TypeEntry* type = library_.type(base)) {
    if (type->attributes.contains(name)) return true;
    base = type->like;
  }
  return false;
}

Value Interpreter::instance_attribute(ObjectId id, std::string_view name,
                                      const Frame& frame, Node node) {
  const ObjectId of = heap_.at(id).of;
  Value result = own_attribute(id, name, frame, node);
  Value member = class_attribute(of, name);
  for (ObjectId cls : mro(of)) {
    note(frame, Effect::Kind::kReadField, cls, name, node);
  }
  result.add(bind_member(member, id, of, frame, node));
  const bool fallback = !class_attribute(of, "__getattr__").empty();
  if (name == "__class__") {
    result.add(of);
  } else if (name == "__dict__") {
    unknown(frame, node, "the dictionary of an object's attributes");
    result.add(heap_.unknown());
  } else if (is_generated(of, name)) {
    unknown(frame, node, "a method that a decorator writes");
    result.add(heap_.unknown());
  } else if (result.empty() &&
             ((!fallback && name != "mro" && reaches_inside(name)) ||
              (is_special(name) && (name != "__init__" || has_more(of))))) {
    unknown(frame, node, "the inside of an object");
    result.add(heap_.unknown());
  } else if (name != "args" && of_exception(library_base(of), name)) {
    result.add(heap_.unknown());
  }
  if (result.empty() && !fallback && has_more(of)) {
    result.add(heap_.unknown());  // set by a method that nobody wrote
  }
  if (member.empty() && fallback) {
    Arguments one;
    one.positional = {atom("str")};
    result.add(special_call(id, "__getattr__", one, frame, node));
  }
  return result;
}

// Not all of its methods have a text in the program.
bool Interpreter::partly_unseen(ObjectId cls) const {
  const Object& object = heap_.at(cls);
  if (object.fields.contains("<dataclass>")) return true;
  const Value bases = object.other;
  return std::any_of(bases.begin(), bases.end(), [&](ObjectId base) {
    const Object& b = heap_.at(base);
    return b.kind != Kind::kClass && b.name != "object";
  });
}

// The class or a base has members that no text of the program defines.
bool Interpreter::has_more(ObjectId cls) const {
  const std::vector<ObjectId>& classes = mro(cls);
  return std::any_of(classes.begin(), classes.end(), [&](ObjectId id) {
    return partly_unseen(id) || heap_.at(id).fields.contains("__slots__");
  });
}

// What the class has under that name was written by @dataclass.
bool Interpreter::is_generated(ObjectId cls, std::string_view name) const {
  if (!of_dataclass(name)) return false;
  for (ObjectId id : mro(cls)) {
    const auto& fields = heap_.at(id).fields;
    auto found = fields.find(name);
    if (found != fields.end() && !found->second.empty()) return false;
    if (fields.contains("<dataclass>")) return true;
  }
  return false;
}

Value Interpreter::attribute_of_class(ObjectId id, std::string_view name,
                                      const Frame& frame, Node node) {
  Value result;
  for (ObjectId cls : mro(id)) {
    note(frame, Effect::Kind::kReadField, cls, name, node);
  }
  for (ObjectId member : class_attribute(id, name)) {
    const Object& m = heap_.at(member);
    if (m.kind == Kind::kFunction || m.kind == Kind::kProperty) {
      result.add(member);
    } else {
      result.add(bind_member(Value(member), id, id, frame, node));
    }
  }
  if (name == "__name__" || name == "__qualname__" || name == "__doc__") {
    result.add(heap_.atom("str"));
  } else if (result.empty() && name == "__init__" && !has_more(id)) {
    return {};
  } else if (!places_of(id).empty() &&
             (result.empty() || is_place(places_of(id), name))) {
    result.add(named_tuple_class_attribute(id, name, frame, node));
  } else if (result.empty() && is_enum(id)) {
    unknown(frame, node, "the inside of an enumeration");
    result.add(heap_.unknown());
  }
  const bool unseen = reaches_inside(name) || is_special(name) || has_more(id);
  if (is_generated(id, name) || (result.empty() && unseen)) {
    unknown(frame, node, "the inside of a class");
    result.add(heap_.unknown());
  }
  if (strange_class(id)) {
    unknown(frame, node, "its class customises how it behaves");
    result.add(heap_.unknown());
  }
  return result;
}

Value Interpreter::super_attribute(ObjectId id, std::string_view name,
                                   const Frame& frame, Node node) {
  const Object& object = heap_.at(id);
  Value result;
  bool generated = false;
  for (ObjectId self : object.self.get()) {
    const Object& s = heap_.at(self);
    ObjectId cls = s.kind == Kind::kClass ? self : s.of;
    for (ObjectId base : mro(cls)) {
      if (base == object.of) continue;
      generated |=
          of_dataclass(name) && heap_.at(base).fields.contains("<dataclass>");
      auto found = heap_.at(base).fields.find(name);
      if (found == heap_.at(base).fields.end()) continue;
      result.add(bind_member(found->second, self, cls, frame, node));
    }
  }
  const bool by_identity =
      name == "__eq__" || name == "__ne__" || name == "__hash__";
  const bool missing = result.empty() && (!name.starts_with("__") ||
                                          reaches_inside(name) || by_identity);
  if (missing || generated) {
    unknown(frame, node, "a base class that is not known");
    result.add(heap_.unknown());
  }
  return result;
}

Value Interpreter::module_attribute(ObjectId id, std::string_view name,
                                    const Frame& frame, Node node) {
  const Object& object = heap_.at(id);
  note(frame, Effect::Kind::kReadName, object.scope, name, node);
  Value result = own_variable(object.scope, name);
  if (name == "__dict__") {
    unknown(frame, node, "the dictionary of a module's names");
    return unknown_value();
  }
  if (result.empty()) {
    Arguments one;
    one.positional = {atom("str")};
    one.node = node;
    result.add(
        call(own_variable(object.scope, "__getattr__"), one, frame, node));
  }
  const std::string inner = object.name + "." + std::string(name);
  if (module_named(inner)) result.add(import_module(inner, frame, node));
  return result;
}

Value Interpreter::function_attribute(ObjectId id, std::string_view name,
                                      const Frame& frame, Node node) {
  Value result = own_attribute(id, name, frame, node);
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

Value Interpreter::library_attribute(ObjectId id, std::string_view name,
                                     const Frame& frame, Node node) {
  const Object& object = heap_.at(id);
  if (object.kind == Kind::kContainer && object.of >= 0) {
    return named_tuple_attribute(id, name, frame, node);
  }
  const bool iterator =
      object.kind == Kind::kContainer && object.name == "iterator";
  return library_member(id, iterator ? "generator" : object.name, name, frame,
                        node);
}

// An attribute of `id`, which is of the library type `type`.
Value Interpreter::library_member(ObjectId id, const std::string& type,
                                  std::string_view name, const Frame& frame,
                                  Node node) {
  const Object& object = heap_.at(id);
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
    if (found == entry->attributes.end() && !is_special(name)) {
      found = entry->attributes.find("*");
    }
    if (found != entry->attributes.end()) {
      Value result =
          materialise(found->second, Value(id), Arguments(), CallEntry(), frame,
                      node, "attr:" + std::to_string(id));
      auto set = object.fields.find(name);  // by the program
      if (set != object.fields.end()) result.add(set->second);
      return result;
    }
    entry = entry->like.empty() ? nullptr : library_.type(entry->like);
  }
  if (name == "__name__" || name == "__doc__") return atom("str");
  // The tables list every public method of these types, so this is an
  // AttributeError: `match.group()` where match may be None.
  const bool builtin =
      object.kind == Kind::kAtom || is_complete(object) ||
      (object.kind == Kind::kContainer && object.name != "iterator");
  if (builtin && object.name != "type" && !name.starts_with('_')) return {};
  note(frame, Effect::Kind::kOutside, -1, "hidden-state", node);
  note_altered(heap_.at(id));
  // `__dict__`, `__setattr__`, …: by these all of it may be changed.
  if (object.kind == Kind::kLibraryInstance && is_special(name)) {
    escape(Value(id), frame, node);
  }
  return unknown_value();
}

void Interpreter::set_attribute(const Value& value, std::string_view name,
                                const Value& item, const Frame& frame,
                                Node node) {
  if (changes_nature(name)) {
    note(frame, Effect::Kind::kOutside, -1, "dynamic", node);
  }
  for (ObjectId id : value) {
    Object& object = heap_.at(id);
    note(frame, Effect::Kind::kWriteField, id, name, node);
    if (object.kind == Kind::kInstance) {
      Arguments argument;
      argument.positional = {item};
      run_setters(id, name, argument, frame, node);
      merge(object.fields[std::string(name)], item);
    } else if (object.kind == Kind::kModule) {
      merge(scope_at(object.scope).variables[std::string(name)], item);
      assign_elsewhere(object.scope, name);
      note(frame, Effect::Kind::kWriteName, object.scope, name, node);
      rebound_.emplace(object.scope, std::string(name));
    } else if (object.kind == Kind::kClass || object.kind == Kind::kFunction) {
      if (object.kind == Kind::kClass && has_metaclass(id)) {
        unknown(frame, node, "sets an attribute of a class with a metaclass");
      }
      merge(object.fields[std::string(name)], item);
    } else if (object.kind == Kind::kLibraryModule ||
               object.kind == Kind::kLibraryType) {
      note(frame, Effect::Kind::kOutside, -1, "dynamic", node);
      escape(item, frame, node);
    } else if (object.kind == Kind::kUnknown || object.of >= 0 ||
               object.kind == Kind::kPartial || object.name == "type") {
      unknown(frame, node, "sets an attribute of an object that may be any");
      escape(item, frame, node);
      // It may be a class of a library, whose methods do something else then.
      if (may_be_method(item) ||
          (item.contains(heap_.unknown()) && is_of_library(node, frame))) {
        note(frame, Effect::Kind::kOutside, -1, "dynamic", node);
      }
    } else if (object.kind == Kind::kLibraryInstance) {
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
      const bool code = runs_code(item);
      const bool described = !code && may_be_set(object, name);
      if (code) {
        unknown(frame, node, "sets what the library may call");
        merge(object.fields["<runs>"], atom("bool"));
      }
      if (!described) note_altered(object);
      merge(object.fields[std::string(name)], item);
      if (!described || !is_data(item)) escape(item, frame, node);
    }
  }
}

/// Something that can be called is among them, or stands in a container.
bool Interpreter::may_be_method(const Value& item) const {
  static const std::set<Kind> data = {
      Kind::kAtom,      Kind::kContainer,       Kind::kGenerator,
      Kind::kCoroutine, Kind::kModule,          Kind::kLibraryModule,
      Kind::kInstance,  Kind::kLibraryInstance, Kind::kUnknown};
  const Value all = heap_.reachable(item, [](const Object& object) {
    return object.kind != Kind::kContainer;
  });
  return std::any_of(all.begin(), all.end(), [&](ObjectId id) {
    const Object& object = heap_.at(id);
    const bool called = object.kind == Kind::kInstance &&
                        (!class_attribute(object.of, "__call__").empty() ||
                         !class_attribute(object.of, "__get__").empty());
    return called || !data.contains(object.kind);
  });
}

/// `copy._deepcopy_dispatch.update({Odd: copied})`, by whatever name: what may
/// be a table of a library is given something that can be called.
bool Interpreter::fills_table(const Arguments& given, Node call) const {
  static const std::set<std::string_view> methods = {
      "__ior__", "__setitem__", "add",        "append", "appendleft",
      "extend",  "insert",      "setdefault", "update"};
  const Node method = call.field("function").field("attribute");
  if (!call.is("call") || !methods.contains(method.text())) return false;
  const auto& plain = given.positional;
  return std::any_of(plain.begin(), plain.end(),
                     [&](const Value& one) { return may_be_method(one); }) ||
         std::any_of(
             given.keywords.begin(), given.keywords.end(),
             [&](const auto& one) { return may_be_method(one.second); });
}

/// `target` is found by the name of a library's module, or by one that was
/// imported from it.
bool Interpreter::is_of_library(Node target, const Frame& frame) {
  Node root = target.is("assignment") ? target.field("left") : target;
  while (root.is("attribute")) root = root.field("object");
  if (!root.is("identifier")) return false;
  for (ObjectId id : eval(root, frame)) {
    if (heap_.at(id).kind == Kind::kLibraryModule) return true;
  }
  bool imported = false;
  walk(frame.source->root(), [&](Node node) {
    imported =
        imported || (node.is("identifier") && node.text() == root.text() &&
                     enclosing(node, {"import_from_statement"}));
    return !imported;
  });
  return imported;
}

/// What the tables say of the object holds nevertheless.
bool Interpreter::may_be_set(const Object& object,
                             std::string_view name) const {
  const TypeEntry* type = library_.type(object.name);
  return type && std::find(type->settable.begin(), type->settable.end(),
                           name) != type->settable.end();
}

/// It could be called, and runs code of the program or code that is not known.
bool Interpreter::runs_code(const Value& value) const {
  return std::any_of(value.begin(), value.end(), [&](ObjectId id) {
    const Kind kind = heap_.at(id).kind;
    return kind == Kind::kFunction || kind == Kind::kBoundMethod ||
           kind == Kind::kPartial || kind == Kind::kClass ||
           kind == Kind::kUnknown;
  });
}

/// Nothing of it has code of the program.
bool Interpreter::is_data(const Value& value) const {
  const Value all = heap_.reachable(value);
  return std::all_of(all.begin(), all.end(), [&](ObjectId id) {
    const Object& object = heap_.at(id);
    return is_immutable_atom(object) || object.kind == Kind::kLibraryInstance ||
           (object.kind == Kind::kContainer && object.name != "iterator");
  });
}

// The setters and deleters of a property.
void Interpreter::run_setters(ObjectId instance, std::string_view name,
                              const Arguments& given, const Frame& frame,
                              Node node) {
  const Value self(instance);
  const Value members = class_attribute(heap_.at(instance).of, name);
  for (ObjectId member : members) {
    if (heap_.at(member).kind == Kind::kUnknown) {
      unknown(frame, node, "a member of its class that may run code");
      escape(given, frame, node);
    }
    if (heap_.at(member).kind != Kind::kProperty) continue;
    const Value setters = heap_.at(member).other;
    for (ObjectId setter : setters) {
      if (heap_.at(setter).kind == Kind::kFunction) {
        enter(setter, given, frame, node, &self);
      } else {
        unknown(frame, node, "a property whose setter is not a function");
      }
    }
  }
}

}  // namespace ppp::advisor
