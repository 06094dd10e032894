// SPDX-License-Identifier: Apache-2.0
// Classes: order of bases, members and what reading one gives.

#include <algorithm>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

bool plain_exception(std::string_view name) {
  return name.ends_with("Error") || name.ends_with("Exception") ||
         name.ends_with("Warning") || name == "StopIteration" ||
         name == "KeyboardInterrupt" || name == "SystemExit" ||
         name == "GeneratorExit";
}

bool is_root_exception(std::string_view name) {
  return name == "Exception" || name == "BaseException";
}

// `_missing_` and the like, which the enumeration calls by itself.
bool hook_of_enum(std::string_view name) {
  return name == "__init__" || name == "__call__" ||
         (name.size() > 2 && name.front() == '_' && name.back() == '_' &&
          !name.starts_with("__"));
}

bool inert_base(std::string_view name) {
  return name == "object" || name == "abc.ABC" || name == "typing.Generic" ||
         name == "typing.Protocol" || name == "typing.NamedTuple" ||
         name == "enum.Enum";
}

/// A member of a class that is a property or, as `property(get, put)` where
/// only decorators are understood, may be one.
bool property(const Object& member) {
  return member.kind == Kind::kProperty || member.kind == Kind::kUnknown;
}

}  // namespace

// The class and its bases in the order in which Python asks them (C3). Asked
// all the time, so kept until a base is added. Lists once given stay as
// they are.
const std::vector<ObjectId>& Interpreter::mro(ObjectId cls) const {
  auto bases_of = [&](const std::vector<ObjectId>& classes) {
    std::size_t count = 0;
    for (ObjectId id : classes) count += heap_.at(id).other.size();
    return count;
  };
  Order& known = orders_[cls];
  if (known.classes && bases_of(*known.classes) == known.bases) {
    return *known.classes;
  }
  std::vector<ObjectId> around;
  std::vector<ObjectId> order = linear_bases(cls, around);
  known.bases = bases_of(order);
  known.classes = &all_orders_.emplace_back(std::move(order));
  return *known.classes;
}

// `around`: classes that are being asked, should one be its own base.
std::vector<ObjectId> Interpreter::linear_bases(
    ObjectId cls, std::vector<ObjectId>& around) const {
  const bool again =
      std::find(around.begin(), around.end(), cls) != around.end();
  if (cls < 0 || heap_.at(cls).kind != Kind::kClass || again) return {};
  std::vector<ObjectId> order = {cls};
  if (heap_.at(cls).other.empty()) return order;
  std::vector<std::vector<ObjectId>> lists;
  std::vector<ObjectId> direct;
  around.push_back(cls);
  for (ObjectId base : heap_.at(cls).bases) {
    std::vector<ObjectId> list = linear_bases(base, around);
    if (list.empty()) continue;
    direct.push_back(base);
    lists.push_back(std::move(list));
  }
  around.pop_back();
  lists.push_back(std::move(direct));
  for (;;) {
    std::erase_if(lists, [](const auto& list) { return list.empty(); });
    if (lists.empty()) return order;
    auto next = std::find_if(lists.begin(), lists.end(), [&](const auto& list) {
      return std::none_of(lists.begin(), lists.end(), [&](const auto& other) {
        return std::find(other.begin() + 1, other.end(), list[0]) !=
               other.end();
      });
    });
    // Without such an order it is a TypeError when it runs.
    const ObjectId id = next == lists.end() ? lists[0][0] : (*next)[0];
    order.push_back(id);
    for (auto& list : lists) std::erase(list, id);
  }
}

// One expression among its bases may give several classes.
bool Interpreter::bases_unclear(ObjectId cls) const {
  std::size_t written = 0;
  for (Node base : heap_.at(cls).site.field("superclasses").children()) {
    written += !base.is("keyword_argument");
  }
  return heap_.at(cls).bases.size() > written;
}

std::string Interpreter::library_base(ObjectId cls) const {
  for (ObjectId id : mro(cls)) {
    for (ObjectId base : heap_.at(id).other.get()) {
      const Object& object = heap_.at(base);
      if (object.kind == Kind::kLibraryType && plain_exception(object.name)) {
        return object.name;
      }
    }
  }
  return "";
}

// For the handlers that may catch it.
void Interpreter::keep_exception(ObjectId instance) {
  const ObjectId cls = heap_.at(instance).of;
  if (library_base(cls).empty()) return;
  merge(exceptions_, Value(instance));
  for (ObjectId base : mro(cls)) {
    merge(heap_.at(base).instances, Value(instance));
  }
}

// Whether a project exception may be one of the library's class `type`. What
// derives from nothing but Exception is no ValueError.
bool Interpreter::may_derive_from(ObjectId cls, std::string_view type) const {
  if (is_root_exception(type)) return true;
  for (ObjectId id : mro(cls)) {
    for (ObjectId base : heap_.at(id).other.get()) {
      const Object& object = heap_.at(base);
      const bool root =
          object.kind == Kind::kClass ||
          (object.kind == Kind::kLibraryType && is_root_exception(object.name));
      if (!root) return true;
    }
  }
  return false;
}

// What a named tuple or an enumeration may not define: methods that Python
// calls by itself on tuples, and what changes how members are made.
bool Interpreter::strange_record(ObjectId cls) const {
  static const std::set<std::string_view> plain = {
      "__doc__", "__slots__", "__module__", "__annotations__"};
  const bool record = !places_of(cls).empty();
  const bool members = is_enum(cls);
  for (ObjectId id : mro(cls)) {
    const Object& object = heap_.at(id);
    for (const auto& [name, value] : object.fields) {
      if (members && hook_of_enum(name)) return true;
      if (!record || plain.contains(name)) continue;
      if (name.starts_with("__") || name == "_make" || name == "_fields") {
        return true;
      }
    }
    for (ObjectId base : object.other.get()) {
      const Object& b = heap_.at(base);
      if (b.kind != Kind::kLibraryType) continue;
      if (b.name == "typing.NamedTuple" && object.places.get().empty())
        return true;
      if (b.name == "enum.Enum" && object.other.size() > 1) return true;
    }
    if (record && object.other.size() > 1) return true;
  }
  return false;
}

bool Interpreter::strange_class(ObjectId cls) const {
  if (strange_record(cls)) return true;
  for (ObjectId id : mro(cls)) {
    const Object& object = heap_.at(id);
    for (std::string_view name :
         {"<strange>", "__new__", "__init_subclass__", "__getattribute__",
          "__setattr__", "__delattr__", "__del__", "__class_getitem__",
          "__prepare__", "__set_name__"}) {
      if (object.fields.contains(name)) return true;
    }
    for (ObjectId base : object.other.get()) {
      const Object& b = heap_.at(base);
      bool fine = b.kind == Kind::kClass ||
                  (b.kind == Kind::kLibraryType &&
                   (inert_base(b.name) || plain_exception(b.name)));
      if (!fine) return true;
    }
    for (const auto& [name, value] : object.fields) {
      for (ObjectId member : value.get()) {
        const Object& m = heap_.at(member);
        if (m.kind != Kind::kInstance) continue;
        for (std::string_view method : {"__get__", "__set__", "__delete__"}) {
          if (!class_attribute(m.of, method).empty()) return true;
        }
      }
    }
  }
  return false;
}

// `class C(metaclass=M)`, or a base that the tables do not call harmless.
bool Interpreter::has_metaclass(ObjectId cls) const {
  for (ObjectId id : mro(cls)) {
    if (heap_.at(id).fields.contains("<strange>")) return true;
    for (ObjectId base : heap_.at(id).other.get()) {
      const Object& b = heap_.at(base);
      const bool known = b.kind == Kind::kLibraryType &&
                         (inert_base(b.name) || plain_exception(b.name));
      if (b.kind != Kind::kClass && !known) return true;
    }
  }
  return false;
}

// What runs when a class statement has been executed.
void Interpreter::announce_class(ObjectId cls, const Frame& frame, Node node) {
  if (has_metaclass(cls)) {
    unknown(frame, node.field("name"),
            "its metaclass or base says what making a class does");
  }
  for (ObjectId base : mro(cls)) {
    if (base == cls) continue;
    const auto& fields = heap_.at(base).fields;
    if (fields.contains("__init_subclass__")) {
      unknown(frame, node.field("name"), "runs __init_subclass__");
    }
  }
  for (const auto& [name, value] : heap_.at(cls).fields) {
    for (ObjectId member : value.get()) {
      const Object& object = heap_.at(member);
      const bool told = object.kind == Kind::kUnknown ||
                        (object.kind == Kind::kInstance &&
                         !class_attribute(object.of, "__set_name__").empty());
      if (!told) continue;
      unknown(frame, node.field("name"), "a member of it may run __set_name__");
    }
  }
}

bool Interpreter::has_property(ObjectId cls, std::string_view name) const {
  const Value members = class_attribute(cls, name);
  return std::any_of(members.begin(), members.end(),
                     [&](ObjectId id) { return property(heap_.at(id)); }) ||
         !class_attribute(cls, "__getattr__").empty();
}

// Pickle finds a class by its name in its module.
bool Interpreter::found_by_name(ObjectId id, int scope) const {
  const std::string& name = heap_.at(id).name;
  const Value named = variable(scope, name);
  // One that is made in a loop is many; one whose name is deleted has none.
  const auto sites = scope_at(scope).sites.find(name);
  const bool once =
      sites != scope_at(scope).sites.end() && sites->second.size() == 1;
  return named.size() == 1 && named.contains(id) && once &&
         !rebound_later(scope, name);
}

std::string Interpreter::class_pickle_problem(ObjectId cls) const {
  const Object& object = heap_.at(cls);
  const bool written = object.site.is("class_definition");
  const int scope = written ? scope_at(object.scope).parent : object.scope;
  if (scope < 0 || scope_at(scope).names->kind != ScopeNames::Kind::kModule) {
    return "a class made inside a function";
  }
  return found_by_name(cls, scope) ? ""
                                   : "a class that is not found by its name";
}

std::string Interpreter::instance_pickle_problem(ObjectId cls) const {
  if (std::string problem = class_pickle_problem(cls); !problem.empty()) {
    return "an instance of " + problem;
  }
  const Object& object = heap_.at(cls);
  for (std::string_view name :
       {"__reduce__", "__reduce_ex__", "__getstate__", "__setstate__",
        "__getnewargs__", "__getnewargs_ex__", "__getattr__"}) {
    if (!class_attribute(cls, name).empty()) {
      return "a `" + object.name + "`, which customises pickling";
    }
  }
  const bool slots = !class_attribute(cls, "__slots__").empty();
  const bool dataclass = std::any_of(
      mro(cls).begin(), mro(cls).end(),
      [&](ObjectId id) { return heap_.at(id).fields.contains("<dataclass>"); });
  if (slots && dataclass) {
    return "a `" + object.name + "`, whose __slots__ cannot be set if frozen";
  }
  if (library_base(cls).empty()) return "";
  if (!class_attribute(cls, "__init__").empty()) {
    return "a `" + object.name + "`, an exception with its own __init__";
  }
  if (slots) {
    return "a `" + object.name + "`, an exception whose __slots__ stay behind";
  }
  return "";
}

Value Interpreter::class_attribute(ObjectId cls, std::string_view name) const {
  Value any;
  bool unclear = false;
  for (ObjectId id : mro(cls)) {
    unclear = unclear || bases_unclear(id);
    const auto& fields = heap_.at(id).fields;
    // A dataclass takes such a field out of the class again.
    const bool gone = fields.contains("<dataclass>") &&
                      fields.contains("<factory>" + std::string(name));
    auto found = fields.find(name);
    if (gone || found == fields.end()) continue;
    any.add(found->second);
    if (!any.empty() && !unclear) return any;
  }
  return any;
}

// No property and no hook that runs when an attribute or item is read.
bool Interpreter::class_is_plain(ObjectId cls) const {
  for (std::string_view name : {"__getattr__", "__getattribute__",
                                "__getitem__", "__missing__", "utcoffset"}) {
    if (!class_attribute(cls, name).empty()) return false;
  }
  for (ObjectId base : mro(cls)) {
    for (const auto& [name, members] : heap_.at(base).fields) {
      for (ObjectId member : members.get()) {
        if (property(heap_.at(member))) return false;
      }
    }
  }
  return true;
}

// The __init__ that a project class has or inherits; nothing when a dataclass
// decorator writes one.
Value Interpreter::initializer(ObjectId cls) const {
  for (ObjectId id : mro(cls)) {
    const auto& fields = heap_.at(id).fields;
    auto found = fields.find("__init__");
    if (found != fields.end() && !found->second.empty()) return found->second;
    if (fields.contains("<dataclass>")) break;
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
      merge(heap_.at(bound).function, functions);
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
      for (ObjectId getter : object.function.get()) {
        if (heap_.at(getter).kind == Kind::kFunction) {
          result.add(enter(getter, none, frame, node, &one));
        } else {
          unknown(frame, node, "a property whose getter is not a function");
          result.add(heap_.unknown());
        }
      }
    } else {
      if (object.kind == Kind::kUnknown) {
        unknown(frame, node, "a member of its class that may run code");
      } else if (object.kind == Kind::kPartial && self != cls) {
        unknown(frame, node, "a partial call, a method from Python 3.14 on");
      }
      result.add(id);
    }
  }
  return result;
}

}  // namespace ppp::advisor
