// SPDX-License-Identifier: Apache-2.0
// The methods that Python calls by itself.

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
          {"number",
           {"__index__",   "__int__",      "__float__",    "__complex__",
            "__round__",   "__trunc__",    "__floor__",    "__ceil__",
            "__abs__",     "__neg__",      "__pos__",      "__invert__",
            "__add__",     "__radd__",     "__divmod__",   "__rdivmod__",
            "__pow__",     "__rpow__",     "__mul__",      "__rmul__",
            "__sub__",     "__rsub__",     "__mod__",      "__rmod__",
            "__and__",     "__rand__",     "__or__",       "__ror__",
            "__xor__",     "__rxor__",     "__lshift__",   "__rlshift__",
            "__rshift__",  "__rrshift__",  "__matmul__",   "__rmatmul__",
            "__truediv__", "__rtruediv__", "__floordiv__", "__rfloordiv__",
            "__iadd__",    "__imul__"}},
          {"len", {"__len__", "__length_hint__"}},
          {"bool", {"__bool__", "__len__"}},
          {"iter",
           {"__iter__", "__next__", "__reversed__", "__getitem__",
            "__contains__", "__getattr__"}},
          {"copy",
           {"__copy__", "__deepcopy__", "__reduce__", "__reduce_ex__",
            "__getstate__", "__setstate__", "__getattr__"}},
          {"pickle",
           {"__reduce__", "__reduce_ex__", "__getstate__", "__setstate__",
            "__getnewargs__", "__getnewargs_ex__", "__getattr__"}},
          {"enter", {"__enter__", "__exit__"}},
          {"attribute", {"__getitem__"}},
          {"class",
           {"__instancecheck__", "__subclasscheck__", "__subclasshook__"}},
      };
  static const std::vector<std::string_view> none;
  auto found = groups.find(group);
  return found == groups.end() ? none : found->second;
}

}  // namespace

// An instance that has only the methods that its classes in the program write:
// what it holds is asked by those alone. A copy is made of all that it holds.
bool Interpreter::answers_itself(const Object& object,
                                 std::string_view group) const {
  const bool copied =
      group == "copy" || group == "pickle" || group == "attribute";
  if (copied || object.kind != Kind::kInstance) return false;
  const std::vector<ObjectId>& classes = mro(object.of);
  return std::none_of(classes.begin(), classes.end(), [&](ObjectId id) {
    return partly_unseen(id) || heap_.at(id).fields.contains("<strange>");
  });
}

// Nothing but itself is equal to it: then a copy is not.
bool Interpreter::equal_by_identity(const Object& object) const {
  if (object.kind == Kind::kPartial) return true;
  if (object.kind == Kind::kLibraryInstance) {
    const TypeEntry* type = library_.type(object.name);
    return !type || !type->by_value;
  }
  if (object.kind != Kind::kInstance || is_enum(object.of)) return false;
  const std::vector<ObjectId>& classes = mro(object.of);
  const bool written =
      std::any_of(classes.begin(), classes.end(), [&](ObjectId cls) {
        return heap_.at(cls).fields.contains("<dataclass>") &&
               !heap_.at(cls).fields.contains("<eq>");
      });
  return !written && class_attribute(object.of, "__eq__").empty();
}

// It is compared or hashed.
void Interpreter::note_identity(ObjectId id, const Frame& frame, Node node) {
  const Object& object = heap_.at(id);
  if (!frame.context.inside_any()) return;
  if (equal_by_identity(object)) {
    note(frame, Effect::Kind::kTellsApart, id, "", node);
  } else if (object.kind == Kind::kBoundMethod) {
    for (ObjectId self : object.self.get()) {
      note(frame, Effect::Kind::kTellsApart, self, "", node);
    }
  }
}

// Runs the methods that Python calls by itself for `group`.
void Interpreter::special(const Value& value, std::string_view group, bool deep,
                          const Frame& frame, Node node) {
  auto closed = [&](const Object& object) {
    return answers_itself(object, group);
  };
  Value subjects = deep ? heap_.reachable(value, closed) : value;
  Arguments other;
  other.positional = {value};
  other.node = node;
  Arguments none;
  none.node = node;
  if (group == "class") ask_classes(value, frame, node);
  std::map<ObjectId, std::vector<ObjectId>> instances;  // by class
  for (ObjectId id : subjects) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kClass && object.fields.contains("<strange>")) {
      unknown(frame, node, "runs a method of a metaclass");
    }
    if (object.kind == Kind::kUnknown) {
      unknown(frame, node,
              "runs a special method of an object that may be any");
      continue;
    }
    if (object.kind == Kind::kClass && has_metaclass(id)) {
      unknown(frame, node, "runs a special method of a class's class");
    }
    if (deep && object.kind != Kind::kAtom && !closed(object)) {
      note(frame, Effect::Kind::kReadField, id, "*", node);
    }
    // Whether a container is true is how much it holds.
    if ((group == "bool" || group == "len") &&
        (object.kind == Kind::kContainer ||
         object.kind == Kind::kLibraryInstance)) {
      note(frame, Effect::Kind::kReadField, id, "[]", node);
    }
    if (group == "compare" || group == "hash") note_identity(id, frame, node);
    if (object.kind == Kind::kLibraryInstance) {
      special_entries(id, special_names(group), frame, node);
    }
    const bool named = object.kind == Kind::kContainer && object.of >= 0;
    if (group == "attribute" && named && !class_is_plain(object.of)) {
      unknown(frame, node, "reads attributes, which runs code of its class");
    }
    if (object.kind == Kind::kInstance) instances[object.of].push_back(id);
  }
  for (auto& [cls, ids] : instances) {
    if (group == "attribute" && !class_is_plain(cls)) {
      unknown(frame, node, "reads attributes, which runs code of its class");
    }
    const Value selves(std::move(ids));
    bool binary = group == "compare" || group == "hash" || group == "number";
    for (std::string_view name : special_names(group)) {
      if (class_attribute(cls, name).empty()) continue;
      bool takes_other = binary && name != "__hash__" && name != "__index__" &&
                         name != "__int__" && name != "__float__" &&
                         name != "__neg__" && name != "__abs__" &&
                         name != "__pos__";
      special_calls(selves, cls, name,
                    takes_other || name == "__format__" ? other : none, frame,
                    node);
    }
  }
}

// isinstance() and the like, also with a tuple of classes.
void Interpreter::ask_classes(const Value& value, const Frame& frame,
                              Node node) {
  for (ObjectId id : heap_.reachable(value)) {
    if (heap_.at(id).kind != Kind::kClass) continue;
    if (strange_class(id) || !class_attribute(id, "__subclasshook__").empty()) {
      unknown(frame, node, "its class customises what an instance is");
    }
  }
}

// Any method that Python or a library calls by itself, but for constructors.
bool Interpreter::has_special(ObjectId cls) const {
  for (ObjectId id : mro(cls)) {
    for (const auto& [name, members] : heap_.at(id).fields) {
      const bool special = name.size() > 4 && name.starts_with("__") &&
                           name.ends_with("__") && name != "__init__" &&
                           name != "__post_init__" && name != "__slots__" &&
                           name != "__doc__" && name != "__module__";
      if (special && !members.empty()) return true;
    }
  }
  return false;
}

Value Interpreter::special_call(ObjectId instance, std::string_view name,
                                const Arguments& given, const Frame& frame,
                                Node node) {
  return special_calls(Value(instance), heap_.at(instance).of, name, given,
                       frame, node);
}

// All `instances` are of the class `cls`.
Value Interpreter::special_calls(const Value& instances, ObjectId cls,
                                 std::string_view name, const Arguments& given,
                                 const Frame& frame, Node node) {
  for (ObjectId base : mro(cls)) {
    note(frame, Effect::Kind::kReadField, base, name, node);
  }
  Value result;
  for (ObjectId member : class_attribute(cls, name)) {
    if (heap_.at(member).kind == Kind::kFunction) {
      result.add(enter(member, given, frame, node, &instances));
      continue;
    }
    for (ObjectId id : instances) {
      result.add(call(bind_member(Value(member), id, cls, frame, node), given,
                      frame, node));
    }
  }
  return result;
}

void Interpreter::special_entries(ObjectId id,
                                  const std::vector<std::string_view>& names,
                                  const Frame& frame, Node node) {
  for (std::string_view name : names) {
    const CallEntry* entry = library_.method(heap_.at(id).name, name);
    // Of what asks for numbers only operator.matmul() multiplies matrices, and
    // its entry says so.
    if (!entry || name == "__matmul__" || name == "__rmatmul__") continue;
    settle(id, frame, node);
    for (const std::string& effect : entry->effects) {
      note(frame, Effect::Kind::kOutside, -1, effect, node);
      if (effect == "file-read") {
        note(frame, Effect::Kind::kFile, -1, kOtherwise, node);
      }
    }
    if (!entry->mutates.empty()) {
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
    }
  }
}

}  // namespace ppp::advisor
