// SPDX-License-Identifier: Apache-2.0
// Calls of the project's functions and classes.

#include <algorithm>

#include "advisor/interpreter.h"
#include "advisor/written_options.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// The items by their places, of tuples that all have as many; empty: it may be
/// anything else.
std::vector<Value> places_in(const Heap& heap, const Value& tuples) {
  std::vector<Value> places;
  for (ObjectId id : tuples) {
    const Object& object = heap.at(id);
    std::size_t count = 0;
    while (object.fields.contains("[" + std::to_string(count) + "]")) ++count;
    const bool known = object.kind == Kind::kContainer &&
                       object.name == "tuple" && object.of < 0 &&
                       !object.fields.contains("[]") && count > 0;
    if (!known || (!places.empty() && places.size() != count)) return {};
    places.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      places[i].add(object.fields.find("[" + std::to_string(i) + "]")->second);
    }
  }
  return places;
}

}  // namespace

Arguments Interpreter::arguments(Node call, const Frame& frame) {
  Arguments result;
  result.node = call;
  Node list = call.field("arguments");
  if (list.is("generator_expression")) {
    result.positional.push_back(eval(list, frame));
    return result;
  }
  for (Node argument : list.children()) {
    if (argument.is("keyword_argument")) {
      result.keywords[std::string(argument.field("name").text())] =
          eval(argument.field("value"), frame);
    } else if (argument.is("list_splat")) {
      const Value given = eval(argument.child(0), frame);
      const Value items = iterate(given, frame, argument);
      std::vector<Value> places = places_in(heap_, given);
      if (places.empty() || result.has_splat) {
        result.splat.add(items);
      } else {
        result.positional.insert(result.positional.end(),
                                 std::make_move_iterator(places.begin()),
                                 std::make_move_iterator(places.end()));
      }
      result.has_splat = true;
    } else if (argument.is("dictionary_splat")) {
      const Value mapping = eval(argument.child(0), frame);
      iterate(mapping, frame, argument);
      Value values;
      for (ObjectId id : mapping) values.add(dict_values(id));
      const auto known = written_options(project_, *frame.source, argument);
      for (Node item : known) {
        result.keywords.emplace(*plain_literal(item.field("key")), values);
      }
      if (!known.empty()) continue;
      result.has_keyword_splat = true;
      result.keyword_splat.add(values);
    } else if (result.has_splat) {
      result.splat.add(eval(argument, frame));  // its position is not known
    } else {
      result.positional.push_back(eval(argument, frame));
    }
  }
  return result;
}

Value Interpreter::call_node(Node node, const Frame& frame) {
  Node callee = node.field("function");
  Value function = eval(callee, frame);
  if (callee.is("identifier") && callee.text() == "super") {
    return super_object(frame, node);
  }
  Arguments given = arguments(node, frame);
  given.as_written = true;
  note_items(node, frame);
  bool named = callee.is("identifier") &&
               (callee.text() == "getattr" || callee.text() == "hasattr");
  if (named && resolve(callee.text(), frame.scope) < 0) {
    std::span<const Node> nodes = node.field("arguments").children();
    auto text = nodes.size() >= 2 ? plain_literal(nodes[1]) : std::nullopt;
    if (text && given.positional.size() >= 2) {
      Value value = get_attribute(given.positional[0], *text, frame, node);
      if (callee.text() == "hasattr") return atom("bool");
      if (given.positional.size() > 2) value.add(given.positional[2]);
      return value;
    }
    unknown(frame, node, "the attribute's name is only known when it runs");
    return unknown_value();
  }
  if (function.empty() && callee.field("attribute").text() == "__init__") {
    keep_arguments(eval(callee.field("object"), frame), given, frame);
  }
  return call(function, given, consuming(node, frame), node);
}

Value Interpreter::super_object(const Frame& frame, Node node) {
  Node first = node.field("arguments").child(0);
  const Value named = eval(first, frame);
  for (int scope = frame.scope; scope >= 0; scope = scope_at(scope).parent) {
    const ObjectId owner = scope_at(scope).owner;
    if (owner < 0 || scope_at(scope).self.empty()) continue;
    if (first && !(named.size() == 1 && named.contains(owner))) break;
    ObjectId id = heap_.make(Kind::kSuper, "super", frame.context, frame.source,
                             node, std::to_string(scope));
    heap_.at(id).of = scope_at(scope).owner;
    merge(heap_.at(id).self, scope_at(scope).self);
    return Value(id);
  }
  unknown(frame, node, "cannot tell whose methods it finds");
  return unknown_value();
}

Value Interpreter::call(const Value& function, const Arguments& given,
                        const Frame& frame, Node node) {
  if (function.size() == 1) {
    return call_object(*function.begin(), given, frame, node);
  }
  Value result;
  // One method of many objects is called once, with all of them as its self.
  std::map<std::string_view, std::vector<ObjectId>> of_library;
  std::map<ObjectId, std::vector<ObjectId>> bound;
  for (ObjectId id : function) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kLibraryMethod && !object.self.empty()) {
      of_library[object.name].push_back(id);
    } else if (object.kind == Kind::kBoundMethod) {
      for (ObjectId method : object.function.get()) bound[method].push_back(id);
    } else {
      result.add(call_object(id, given, frame, node));
    }
  }
  for (const auto& [name, methods] : of_library) {
    result.add(call_library(heap_.at(methods.front()), selves_of(methods),
                            given, frame, node));
  }
  for (const auto& [method, all] : bound) {
    result.add(call_bound(method, selves_of(all), given, frame, node));
  }
  return result;
}

Value Interpreter::selves_of(const std::vector<ObjectId>& methods) const {
  std::vector<ObjectId> selves;
  for (ObjectId id : methods) {
    const Value self = heap_.at(id).self;
    selves.insert(selves.end(), self.begin(), self.end());
  }
  return Value(std::move(selves));
}

Value Interpreter::call_object(ObjectId id, const Arguments& given,
                               const Frame& frame, Node node) {
  const Object& object = heap_.at(id);
  switch (object.kind) {
    case Kind::kFunction:
      return enter(id, given, frame, node, nullptr);
    case Kind::kBoundMethod:
      return call_method(object, given, frame, node);
    case Kind::kStaticMethod:
      return call(object.function, given, frame, node);
    case Kind::kClass:
      return instantiate(id, given, frame, node);
    case Kind::kInstance:
      return special_call(id, "__call__", given, frame, node);
    case Kind::kPartial:
      return call_partial(id, given, frame, node);
    case Kind::kLibraryFunction:
    case Kind::kLibraryMethod:
      return call_library(object, object.self, given, frame, node);
    case Kind::kLibraryType:
      return construct_library(object.name, given, frame, node);
    case Kind::kLibraryInstance:
      if (const CallEntry* entry = library_.method(object.name, "__call__")) {
        return apply(*entry, object.name + ".__call__", Value(id), given, frame,
                     node);
      }
      break;
    case Kind::kAtom:
      if (object.name != "type") return {};
      break;
    case Kind::kContainer:
    case Kind::kModule:
    case Kind::kCoroutine:
      return {};            // a TypeError
    case Kind::kGenerator:  // @contextmanager makes decorators, too
    default:
      break;
  }
  unknown(frame, node, "cannot tell what this call runs");
  if (fills_table(given, node)) {
    note(frame, Effect::Kind::kOutside, -1, "dynamic", node);
  }
  escape(given, frame, node);
  return unknown_value();
}

Value Interpreter::call_method(const Object& method, const Arguments& given,
                               const Frame& frame, Node node) {
  Value result;
  for (ObjectId function : method.function.get()) {
    result.add(call_bound(function, method.self, given, frame, node));
  }
  return result;
}

Value Interpreter::call_bound(ObjectId function, const Value& self,
                              const Arguments& given, const Frame& frame,
                              Node node) {
  return heap_.at(function).kind == Kind::kFunction
             ? enter(function, given, frame, node, &self)
             : call_object(function, given, frame, node);
}

Value Interpreter::call_library(const Object& function, const Value& self,
                                const Arguments& given, const Frame& frame,
                                Node node) {
  if (auto run = call_asyncio(function, given, frame, node)) return *run;
  if (auto made = record_call(function, self, given, frame, node)) return *made;
  if (function.kind == Kind::kLibraryFunction || !self.empty() ||
      function.entry->is_static || given.positional.empty()) {
    return apply(*function.entry, function.name, self, given, frame, node);
  }
  Arguments rest = given;  // str.lower(x): the first argument is the object
  rest.positional.erase(rest.positional.begin());
  const Value& object = given.positional[0];
  Value result =
      apply(*function.entry, function.name, object, rest, frame, node);
  // dict.__getitem__(x, key) asks a derived type for what is missing.
  const std::string name = function.name.substr(function.name.rfind('.') + 1);
  for (ObjectId id : object) {
    if (heap_.at(id).kind != Kind::kLibraryInstance) continue;
    const CallEntry* own = library_.method(heap_.at(id).name, name);
    if (!own || own == function.entry) continue;
    result.add(apply(*own, function.name, Value(id), rest, frame, node));
  }
  return result;
}

Value Interpreter::enter(ObjectId function, const Arguments& given,
                         const Frame& frame, Node node, const Value* self) {
  const Object& object = heap_.at(function);
  int index = activate(object.site, object.source, object.scope, frame.context);
  Scope& scope = scope_at(index);
  scope.owner = object.of;
  if (self) merge(scope.self, *self);
  // Base.method(x): for super(), the first argument is the object itself.
  if (!self && object.of >= 0 && !given.positional.empty()) {
    merge(scope.self, given.positional[0]);
  }
  call_unit(frame, scope.unit);
  Frame inner{index, frame.context, scope.unit, object.source};
  bind_parameters(object.site.field("parameters"), given, self, object, inner);
  run_now(index);
  const bool once_for_each = object.fields.contains("<cached_property>");
  const bool older = once_for_each && self &&
                     std::any_of(self->begin(), self->end(), [&](ObjectId id) {
                       return !heap_.at(id).context.covers(frame.context);
                     });
  if (object.fields.contains("<memoize>") || older) {
    scope.memoized = true;
    note(frame, Effect::Kind::kOutside, -1, "memoize", node);
    Value keys = given.splat;
    for (const Value& value : given.positional) keys.add(value);
    for (const auto& [keyword, value] : given.keywords) keys.add(value);
    special(keys, "hash", true, frame, node);
    for (ObjectId id : scope.returns.get()) {
      if (heap_.at(id).kind == Kind::kAtom) continue;
      unknown(frame, node, "a memoized result is shared between calls");
    }
    if (frame.context.inside_any()) memoized_.insert(index);
  }
  if (scope.names->async && !scope.names->generator) {
    return make_coroutine(function, index, given, frame, node);
  }
  if (scope.names->generator) {
    ObjectId id = heap_.make(Kind::kGenerator, "generator", frame.context,
                             object.source, object.site, std::to_string(index));
    heap_.at(id).scope = index;
    return Value(id);
  }
  return scope.returns;
}

void Interpreter::bind_parameters(Node parameters, const Arguments& given,
                                  const Value* self, const Object& function,
                                  const Frame& inner) {
  std::vector<Value> positional;
  if (self) positional.push_back(*self);
  positional.insert(positional.end(), given.positional.begin(),
                    given.positional.end());
  auto bind = [&](std::string_view name, const Value& value) {
    merge(scope_at(inner.scope).variables[name], value);
    const Node function_node = scope_at(inner.scope).node;
    if (definitions_.several(name, function_node)) {
      define(inner.scope, name, value, function_node);
    }
  };
  std::size_t position = 0;
  bool keyword_only = false;
  Names named;
  for (Node parameter : parameters.children()) {
    Node inside =
        parameter.is("typed_parameter") ? parameter.child(0) : parameter;
    if (inside.is("keyword_separator")) keyword_only = true;
    if (inside.is("list_splat_pattern")) {
      bind(inside.child(0).text(),
           further_positional(positional, position, given, inner, parameter));
      position = positional.size();
      keyword_only = true;
    } else if (inside.is("dictionary_splat_pattern")) {
      bind(inside.child(0).text(),
           further_keywords(named, given, inner, parameter));
    } else if (inside.is("identifier") || inside.is("default_parameter") ||
               inside.is("typed_default_parameter")) {
      std::string name(inside.is("identifier") ? inside.text()
                                               : inside.field("name").text());
      named.insert(name);
      Value value;
      if (!keyword_only && position < positional.size()) {
        value.add(positional[position++]);
      } else if (!keyword_only) {
        value.add(given.splat);
      }
      auto keyword = given.keywords.find(name);
      if (keyword != given.keywords.end()) value.add(keyword->second);
      value.add(given.keyword_splat);
      auto fallback = function.fields.find("default:" + name);
      if (fallback != function.fields.end()) value.add(fallback->second);
      bind(name, value);
    }
  }
}

// What `*args` holds.
Value Interpreter::further_positional(const std::vector<Value>& positional,
                                      std::size_t from, const Arguments& given,
                                      const Frame& inner, Node parameter) {
  ObjectId tuple = container("tuple", inner, parameter);
  for (std::size_t i = from; i < positional.size(); ++i) {
    merge(heap_.at(tuple).fields["[]"], positional[i]);
  }
  merge(heap_.at(tuple).fields["[]"], given.splat);
  return Value(tuple);
}

// What `**kwargs` holds.
Value Interpreter::further_keywords(const Names& named, const Arguments& given,
                                    const Frame& inner, Node parameter) {
  ObjectId dict = container("dict", inner, parameter);
  for (const auto& [name, value] : given.keywords) {
    if (!named.contains(name)) merge(heap_.at(dict).fields["[]"], value);
  }
  merge(heap_.at(dict).fields["[]"], given.keyword_splat);
  merge(heap_.at(dict).fields["[k]"], atom("str"));
  return Value(dict);
}

Value Interpreter::instantiate(ObjectId cls, const Arguments& given,
                               const Frame& frame, Node node) {
  if (strange_class(cls)) {
    unknown(frame, node, "its class customises how instances behave");
    escape(given, frame, node);
    return unknown_value();
  }
  if (is_enum(cls)) {
    for (const Value& value : given.positional) {
      special(value, "hash", true, frame, node);
    }
    return members_of(cls);
  }
  if (!places_of(cls).empty()) {
    return make_named_tuple(cls, given, frame, node);
  }
  // There are many exceptions, each met by many handlers: one object stands for
  // all of a class.
  const Object& made = heap_.at(cls);
  const bool exception = !library_base(cls).empty();
  ObjectId id = heap_.make(Kind::kInstance, made.name, frame.context,
                           exception ? made.source : frame.source,
                           exception ? made.site : node, std::to_string(cls));
  heap_.at(id).of = cls;
  keep_exception(id);
  Value init = initializer(cls);
  for (ObjectId member : init) {
    call(bind_member(Value(member), id, cls, frame, node), given, frame, node);
  }
  if (exception) keep_arguments(Value(id), given, frame);
  if (init.empty()) bind_fields(id, given, frame, node);
  return Value(id);
}

// The `args` of exceptions, or of what `super()` stands for.
void Interpreter::keep_arguments(const Value& exceptions,
                                 const Arguments& given, const Frame& frame) {
  for (ObjectId id : exceptions) {
    const Object& object = heap_.at(id);
    if (object.kind == Kind::kSuper) {
      keep_arguments(Value(object.self), given, frame);
    } else if (object.kind == Kind::kInstance &&
               !library_base(object.of).empty()) {
      const Object& cls = heap_.at(object.of);
      ObjectId tuple = heap_.make(Kind::kContainer, "tuple", frame.context,
                                  cls.source, cls.site, "args");
      for (const Value& value : given.positional) {
        merge(heap_.at(tuple).fields["[]"], value);
      }
      merge(heap_.at(tuple).fields["[]"], given.splat);
      merge(heap_.at(id).fields["args"], Value(tuple));
    }
  }
}

void Interpreter::escape(const Arguments& given, const Frame& frame,
                         Node node) {
  for (const Value& value : given.positional) escape(value, frame, node);
  for (const auto& [name, value] : given.keywords) escape(value, frame, node);
  escape(given.splat, frame, node);
  escape(given.keyword_splat, frame, node);
}

// Unknown code gets hold of it, and of all that can be reached from it.
void Interpreter::escape(const Value& value, const Frame& frame, Node node) {
  for (ObjectId id : value) let_go(id);
  if (!frame.context.inside_any()) return;
  for (ObjectId id : heap_.reachable(value)) {
    const Object& object = heap_.at(id);
    const TypeEntry* type = object.kind == Kind::kLibraryInstance
                                ? library_.type(object.name)
                                : nullptr;
    if (type && type->immutable) continue;
    note(frame, Effect::Kind::kWriteField, id, "*", node);
  }
}

void Interpreter::let_go(ObjectId id) {
  Object& object = heap_.at(id);
  if (object.escaped) return;
  object.escaped = true;
  if (object.kind == Kind::kAtom || object.kind == Kind::kUnknown) return;
  note_altered(object);
  escaped_.emplace_back(id, tracker_.add_task());
}

// No entry describes what was done to it.
void Interpreter::note_altered(Object& object) {
  if (object.kind != Kind::kLibraryInstance) return;
  merge(object.fields["<altered>"], atom("bool"));
}

// Unknown code may change what it has got hold of, and call it with anything,
// at any time.
void Interpreter::use_escaped(ObjectId id) {
  for (ObjectId part : heap_.parts(id)) let_go(part);
  Object& object = heap_.at(id);
  if (object.kind == Kind::kContainer) {
    merge(object.fields["[]"], unknown_value());
  }
  if (object.kind == Kind::kInstance || object.kind == Kind::kPartial) {
    for (auto& [name, field] : object.fields) merge(field, unknown_value());
  }
  if (object.kind == Kind::kInstance || object.kind == Kind::kPartial ||
      object.kind == Kind::kFunction || object.kind == Kind::kBoundMethod) {
    call_escaped(id);
  }
  if (object.kind == Kind::kCoroutine) run_escaped(id);
}

}  // namespace ppp::advisor
