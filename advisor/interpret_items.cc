// SPDX-License-Identifier: Apache-2.0
// Items and iteration.

#include <algorithm>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

}  // namespace

Value Interpreter::get_item(const Value& value, const Value& index,
                            Node index_node, const Frame& frame, Node node) {
  Value result;
  Arguments one;
  one.positional = {index};
  for (ObjectId id : value) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kAtom) {
      use_as_index(id, index, frame, node);
      result.add(atom_item(object, index));
    } else if (object.kind == Kind::kContainer) {
      result.add(container_item(id, index, index_node, frame, node));
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
    } else if (object.kind == Kind::kClass && is_enum(id)) {
      result.add(members_of(id));
    } else if (object.kind == Kind::kLibraryType ||
               (object.kind == Kind::kClass && !strange_class(id))) {
      result.add(id);  // list[int], or a generic class, parametrised
    } else {
      unknown(frame, node, "takes an item of an object that may be any");
      result.add(heap_.unknown());
    }
  }
  return result;
}

// Python hashes a key and asks a place for its __index__.
void Interpreter::use_as_index(ObjectId holder, const Value& index,
                               const Frame& frame, Node node) {
  const bool dict = heap_.at(holder).name == "dict";
  special(index, dict ? "hash" : "number", dict, frame, node);
}

bool Interpreter::may_be_slice(const Value& index) const {
  return std::any_of(index.begin(), index.end(),
                     [&](ObjectId id) { return heap_.at(id).name == "slice"; });
}

Value Interpreter::atom_item(const Object& text, const Value& index) {
  const bool slice = may_be_slice(index);
  if (text.name == "str") return atom("str");
  if (text.name == "range") return atom(slice ? "range" : "int");
  if (text.name != "bytes") return {};
  Value result = atom("int");
  if (slice) result.add(heap_.atom("bytes"));
  return result;
}

Value Interpreter::container_item(ObjectId id, const Value& index,
                                  Node index_node, const Frame& frame,
                                  Node node) {
  const Object& object = heap_.at(id);
  note(frame, Effect::Kind::kReadField, id, "[]", node);
  use_as_index(id, index, frame, node);
  if (object.name == "dict") {
    auto known = object.fields.find(key_field(index_node));
    if (known == object.fields.end() || known->first == "[]") {
      return dict_values(id);
    }
    Value item = known->second;
    auto other = object.fields.find("[]");
    if (other != object.fields.end()) item.add(other->second);
    return item;
  }
  Value result;
  const bool slice = may_be_slice(index);
  if (slice) {
    ObjectId made = container(object.name, frame, node, "slice");
    merge(heap_.at(made).fields["[]"], elements(id));
    result.add(made);
  }
  auto fixed = object.fields.end();
  if (index_node.is("integer")) {
    fixed = object.fields.find("[" + std::string(index_node.text()) + "]");
  }
  if (fixed != object.fields.end()) {
    result.add(fixed->second);
    auto rest = object.fields.find("[]");
    if (rest != object.fields.end()) result.add(rest->second);
  } else if (!slice || index.size() > 1) {
    result.add(elements(id));
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
      use_as_index(id, index, frame, node);
      if (object.name == "dict") merge(object.fields["[k]"], index);
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
      // It may be a table of a library, which calls what stands in it.
      if (may_be_method(item)) {
        note(frame, Effect::Kind::kOutside, -1, "dynamic", node);
      }
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
  Value values;
  for (const auto& [name, value] : object.fields) {
    if (name == "[]" || name.starts_with("[=")) values.add(value);
  }
  return values;
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
        if (runs_program(Value(id))) result.add(heap_.unknown());
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
      case Kind::kClass:
        if (is_enum(id)) {
          result.add(members_of(id));
          break;
        }
        [[fallthrough]];
      case Kind::kLibraryType:
        result.add(heap_.unknown());
        break;
      default:
        break;
    }
  }
  return result;
}

Value Interpreter::iterate(const Value& value, const Frame& frame, Node node) {
  Value result;
  for (ObjectId id : value) {
    const Object& object = heap_.at(id);
    iterated_.emplace(id, frame.unit);
    if (object.kind == Kind::kContainer) {
      note(frame, Effect::Kind::kReadField, id, "[]", node);
      if (object.name == "iterator") advance(id, frame, node);
      result.add(elements(id));
    } else if (object.kind == Kind::kGenerator) {
      // One that is written where the library uses it up, nobody else can.
      const bool own = item_calls_.contains(node.id()) &&
                       object.site.parent().parent() == node;
      if (!own) {
        note(frame, Effect::Kind::kWriteField, id, "[]", node);
        if (frame.context != object.context) advance_foreign(frame, id, node);
      }
      call_unit(frame, scope_at(object.scope).unit);
      result.add(scope_at(object.scope).yields);
    } else if (object.kind == Kind::kInstance) {
      result.add(iterate_instance(id, frame, node));
    } else if (object.kind == Kind::kLibraryInstance) {
      result.add(iterate_library(id, frame, node));
    } else if (object.kind == Kind::kClass && is_enum(id)) {
      result.add(members_of(id));
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

// An iterator changes when it is iterated, runs its callbacks and iterates its
// sources.
void Interpreter::advance(ObjectId iterator, const Frame& frame, Node node) {
  note(frame, Effect::Kind::kWriteField, iterator, "[]", node);
  const std::vector<Callback> lazy = heap_.at(iterator).lazy.get();
  for (const Callback& callback : lazy) {
    Arguments passed;
    passed.positional = callback.arguments;
    passed.node = node;
    const Value returned = call(callback.function, passed,
                                for_item(heap_.at(iterator).site, frame), node);
    use_returned(returned, callback.special, frame, node);
  }
  const Value sources = heap_.at(iterator).lazy_sources;
  if (!sources.empty() && !sources.contains(iterator)) {
    iterate(sources, frame, node);
  }
}

// What happens at once when the items are only asked for later: iter().
void Interpreter::begin_iteration(const Value& value, const Frame& frame,
                                  Node node) {
  for (ObjectId id : value) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kUnknown) {
      unknown(frame, node, "iterates over an object that may be any");
    } else if (object.kind == Kind::kInstance &&
               !class_attribute(object.of, "__iter__").empty()) {
      special_call(id, "__iter__", Arguments(), frame, node);
    }
  }
}

Value Interpreter::iterate_instance(ObjectId id, const Frame& frame,
                                    Node node) {
  Arguments none;
  none.node = node;
  special(Value(id), "len", false, frame, node);  // list(x) asks for it, too
  const ObjectId of = heap_.at(id).of;
  if (!class_attribute(of, "__getattr__").empty()) {
    Arguments name;  // dict() and others ask whether it is a mapping
    name.positional = {atom("str")};
    special_call(id, "__getattr__", name, frame, node);
  }
  special_call(id, "items", none, frame, node);
  if (!class_attribute(of, "keys").empty()) {
    Arguments key;  // ** and dict() take it for a mapping
    key.positional = {
        iterate(special_call(id, "keys", none, frame, node), frame, node)};
    special_call(id, "__getitem__", key, frame, node);
  }
  if (class_attribute(of, "__iter__").empty()) {
    Arguments one;
    one.positional = {atom("int")};
    return special_call(id, "__getitem__", one, frame, node);
  }
  Value result;
  for (ObjectId it : special_call(id, "__iter__", none, frame, node)) {
    if (heap_.at(it).kind == Kind::kInstance) {
      special(Value(it), "len", false, frame, node);
      result.add(special_call(it, "__next__", none, frame, node));
    } else if (it != id) {
      result.add(iterate(Value(it), frame, node));
    }
  }
  return result;
}

Value Interpreter::iterate_library(ObjectId id, const Frame& frame, Node node) {
  const Object& object = heap_.at(id);
  const TypeEntry* type = library_.type(object.name);
  const CallEntry* entry = library_.method(object.name, "__next__");
  if (!entry) entry = library_.method(object.name, "__iter__");
  Arguments none;
  none.node = node;
  if (entry) {
    apply(*entry, object.name + ".__next__", Value(id), none, frame, node);
  }
  const bool looks_further = !Value(object.lazy_sources).empty();
  note(frame, Effect::Kind::kReadField, id, looks_further ? "*" : "[]", node);
  bool known = (type && type->iterable) || entry || like_dict(object);
  Value result = iterate_quietly(Value(id));
  if (!known && elements(id).empty()) {
    unknown(frame, node, "no entry for iterating over it");
    result.add(heap_.unknown());
  }
  return result;
}

}  // namespace ppp::advisor
