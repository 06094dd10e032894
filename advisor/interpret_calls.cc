// SPDX-License-Identifier: Apache-2.0
// Calls: project functions and classes, and library entries.

#include <algorithm>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// The text of a plain string literal, or nothing.
std::optional<std::string_view> literal_text(Node node) {
  if (!node.is("string")) return std::nullopt;
  std::string_view content;
  for (Node child : node.children()) {
    if (child.is("interpolation")) return std::nullopt;
    if (child.is("string_content")) content = child.text();
  }
  return content;
}

bool may_be_any(const TypeExpr& type) {
  if (type.kind == TypeExpr::Kind::kAny) return true;
  return type.kind == TypeExpr::Kind::kUnion &&
         std::any_of(type.args.begin(), type.args.end(), may_be_any);
}

/// The mode of a call of `open`: nothing when it is not written there.
std::optional<std::string_view> open_mode(Node call) {
  Node mode;
  int position = 0;
  for (Node argument : call.field("arguments").children()) {
    if (argument.is("list_splat") || argument.is("dictionary_splat")) {
      return std::nullopt;
    }
    if (argument.is("keyword_argument")) {
      if (argument.field("name").text() == "mode") {
        mode = argument.field("value");
      }
    } else if (position++ == 1) {
      mode = argument;
    }
  }
  return mode ? literal_text(mode) : "r";
}

/// What `open` with this mode may do to files.
std::vector<std::string> open_effects(std::optional<std::string_view> mode) {
  const bool reads_only =
      mode && mode->find_first_not_of("rbtU") == std::string_view::npos;
  if (reads_only) return {"file-read"};
  return {"file-read", "file-write"};
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
      result.has_splat = true;
      result.splat.add(
          iterate(eval(argument.child(0), frame), frame, argument));
    } else if (argument.is("dictionary_splat")) {
      result.has_keyword_splat = true;
      Value mapping = eval(argument.child(0), frame);
      iterate(mapping, frame, argument);
      for (ObjectId id : mapping) result.keyword_splat.add(dict_values(id));
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
  bool named = callee.is("identifier") &&
               (callee.text() == "getattr" || callee.text() == "hasattr");
  if (named && resolve(callee.text(), frame.scope) < 0) {
    std::span<const Node> nodes = node.field("arguments").children();
    auto text = nodes.size() >= 2 ? literal_text(nodes[1]) : std::nullopt;
    if (text && given.positional.size() >= 2) {
      Value value = get_attribute(given.positional[0], *text, frame, node);
      if (callee.text() == "hasattr") return atom("bool");
      if (given.positional.size() > 2) value.add(given.positional[2]);
      return value;
    }
    unknown(frame, node, "the attribute's name is only known when it runs");
    return unknown_value();
  }
  return call(function, given, frame, node);
}

Value Interpreter::super_object(const Frame& frame, Node node) {
  for (int scope = frame.scope; scope >= 0; scope = scope_at(scope).parent) {
    if (scope_at(scope).owner < 0 || scope_at(scope).self.empty()) continue;
    ObjectId id = heap_.make(Kind::kSuper, "super", frame.context, frame.source,
                             node, std::to_string(scope));
    heap_.at(id).of = scope_at(scope).owner;
    merge(heap_.at(id).self, scope_at(scope).self);
    return Value(id);
  }
  return {};
}

Value Interpreter::call(const Value& function, const Arguments& given,
                        const Frame& frame, Node node) {
  Value result;
  for (ObjectId id : function) {
    result.add(call_object(id, given, frame, node));
  }
  return result;
}

Value Interpreter::call_object(ObjectId id, const Arguments& given,
                               const Frame& frame, Node node) {
  const Object& object = heap_.at(id);
  switch (object.kind) {
    case Kind::kFunction:
      return enter(id, given, frame, node, nullptr);
    case Kind::kBoundMethod: {
      Value result;
      for (ObjectId function : object.function) {
        if (heap_.at(function).kind == Kind::kFunction) {
          result.add(enter(function, given, frame, node, &object.self));
        } else {
          result.add(call_object(function, given, frame, node));
        }
      }
      return result;
    }
    case Kind::kStaticMethod:
      return call(object.function, given, frame, node);
    case Kind::kClass:
      return instantiate(id, given, frame, node);
    case Kind::kInstance:
      return special_call(id, "__call__", given, frame, node);
    case Kind::kLibraryFunction:
    case Kind::kLibraryMethod: {
      if (object.kind == Kind::kLibraryFunction || !object.self.empty() ||
          object.entry->is_static || given.positional.empty()) {
        return apply(*object.entry, object.name, object.self, given, frame,
                     node);
      }
      Arguments rest = given;  // str.lower(x): the first argument is the object
      rest.positional.erase(rest.positional.begin());
      return apply(*object.entry, object.name, given.positional[0], rest, frame,
                   node);
    }
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
    case Kind::kGenerator:
      return {};  // a TypeError
    default:
      break;
  }
  unknown(frame, node, "cannot tell what this call runs");
  for (const Value& value : given.positional) escape(value, frame, node);
  for (const auto& [name, value] : given.keywords) escape(value, frame, node);
  escape(given.splat, frame, node);
  escape(given.keyword_splat, frame, node);
  return unknown_value();
}

Value Interpreter::enter(ObjectId function, const Arguments& given,
                         const Frame& frame, Node node, const Value* self) {
  const Object& object = heap_.at(function);
  int index = activate(object.site, object.source, object.scope, frame.context);
  Scope& scope = scope_at(index);
  scope.owner = object.of;
  if (self) merge(scope.self, *self);
  call_unit(frame, scope.unit);
  Frame inner{index, frame.context, scope.unit, object.source};
  bind_parameters(object.site.field("parameters"), given, self, object, inner);
  if (object.fields.contains("<memoize>")) {
    note(frame, Effect::Kind::kOutside, -1, "memoize", node);
    for (ObjectId id : scope.returns) {
      if (heap_.at(id).kind == Kind::kAtom) continue;
      unknown(frame, node, "a memoized result is shared between calls");
    }
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
    merge(scope_at(inner.scope).variables[std::string(name)], value);
  };
  std::size_t position = 0;
  bool keyword_only = false;
  std::set<std::string, std::less<>> named;
  for (Node parameter : parameters.children()) {
    Node inside =
        parameter.is("typed_parameter") ? parameter.child(0) : parameter;
    if (inside.is("keyword_separator")) keyword_only = true;
    if (inside.is("list_splat_pattern")) {
      ObjectId tuple = container("tuple", inner, parameter);
      for (; position < positional.size(); ++position) {
        merge(heap_.at(tuple).fields["[]"], positional[position]);
      }
      merge(heap_.at(tuple).fields["[]"], given.splat);
      bind(inside.child(0).text(), Value(tuple));
      keyword_only = true;
    } else if (inside.is("dictionary_splat_pattern")) {
      ObjectId dict = container("dict", inner, parameter);
      for (const auto& [name, value] : given.keywords) {
        if (!named.contains(name)) merge(heap_.at(dict).fields["[]"], value);
      }
      merge(heap_.at(dict).fields["[]"], given.keyword_splat);
      merge(heap_.at(dict).fields["[k]"], atom("str"));
      bind(inside.child(0).text(), Value(dict));
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

Value Interpreter::instantiate(ObjectId cls, const Arguments& given,
                               const Frame& frame, Node node) {
  if (strange_class(cls)) {
    unknown(frame, node, "its class customises how instances behave");
    for (const Value& value : given.positional) escape(value, frame, node);
    for (const auto& [name, value] : given.keywords) escape(value, frame, node);
    return unknown_value();
  }
  ObjectId id = heap_.make(Kind::kInstance, heap_.at(cls).name, frame.context,
                           frame.source, node, std::to_string(cls));
  heap_.at(id).of = cls;
  Value init = class_attribute(cls, "__init__");
  for (ObjectId member : init) {
    call(bind_member(Value(member), id, cls, frame, node), given, frame, node);
  }
  if (!init.empty()) return Value(id);
  bind_fields(id, given);
  if (!library_base(cls).empty()) {
    ObjectId tuple = container("tuple", frame, node, "args");
    for (const Value& value : given.positional) {
      merge(heap_.at(tuple).fields["[]"], value);
    }
    merge(heap_.at(id).fields["args"], Value(tuple));
  }
  Arguments none;
  for (ObjectId member : class_attribute(cls, "__post_init__")) {
    call(bind_member(Value(member), id, cls, frame, node), none, frame, node);
  }
  return Value(id);
}

// Dataclasses and named tuples: annotated names in order, bases first.
void Interpreter::bind_fields(ObjectId id, const Arguments& given) {
  std::vector<ObjectId> order = mro(heap_.at(id).of);
  std::reverse(order.begin(), order.end());
  std::size_t position = 0;
  for (ObjectId cls : order) {
    if (!heap_.at(cls).fields.contains("<dataclass>")) continue;
    for (Node line : heap_.at(cls).site.field("body").children()) {
      Node field = line.child(0);
      if (!field.is("assignment") || !field.field("type")) continue;
      std::string name(field.field("left").text());
      Value value;
      if (position < given.positional.size()) {
        value.add(given.positional[position]);
      }
      ++position;
      auto keyword = given.keywords.find(name);
      if (keyword != given.keywords.end()) value.add(keyword->second);
      value.add(given.splat);
      value.add(given.keyword_splat);
      auto fallback = heap_.at(cls).fields.find(name);
      if (fallback != heap_.at(cls).fields.end()) {
        for (ObjectId object : fallback->second) {
          // dataclasses.field(default_factory=…) and the like
          if (heap_.at(object).kind == Kind::kLibraryInstance) {
            value.add(heap_.unknown());
          } else {
            value.add(object);
          }
        }
      }
      merge(heap_.at(id).fields[name], value);
    }
  }
}

Value Interpreter::argument(std::string_view name, const Value& self,
                            const Arguments& given,
                            const CallEntry& /*entry*/) const {
  Value value;
  if (name == "self") return self;
  auto positional = [&] {
    for (const Value& item : given.positional) value.add(item);
    value.add(given.splat);
  };
  if (name.starts_with("self.")) {  // a hidden slot
    for (ObjectId id : self) {
      auto slot = heap_.at(id).fields.find(name.substr(5));
      if (slot != heap_.at(id).fields.end()) value.add(slot->second);
    }
  } else if (name == "args") {
    positional();
  } else if (name == "several") {
    if (given.positional.size() > 1 || given.has_splat) positional();
  } else if (name == "kwargs") {
    for (const auto& [keyword, item] : given.keywords) value.add(item);
    value.add(given.keyword_splat);
  } else if (name.starts_with("arg")) {
    std::size_t index = static_cast<std::size_t>(
        std::atoi(std::string(name.substr(3)).c_str()));
    if (index < given.positional.size()) return given.positional[index];
    value.add(given.splat);
  } else if (name.starts_with("kw:")) {
    auto keyword = given.keywords.find(name.substr(3));
    if (keyword != given.keywords.end()) value.add(keyword->second);
    value.add(given.keyword_splat);
  }
  return value;
}

// Closing or leaving such a file writes nothing.
bool Interpreter::opened_for_reading(const Value& files) const {
  return !files.empty() &&
         std::all_of(files.begin(), files.end(), [&](ObjectId id) {
           return heap_.at(id).fields.contains("<reads>");
         });
}

Value Interpreter::apply(const CallEntry& entry, std::string_view name,
                         const Value& self, const Arguments& given,
                         const Frame& frame, Node node) {
  if (!speaks_of(entry, self, given)) {
    unknown(frame, node, "no entry for calling it with these arguments");
    for (const std::string& effect : entry.effects) {
      note(frame, Effect::Kind::kOutside, -1, effect, node);
    }
    escape(self, frame, node);
    for (const Value& value : given.positional) escape(value, frame, node);
    for (const auto& [keyword, value] : given.keywords) {
      escape(value, frame, node);
    }
    escape(given.splat, frame, node);
    escape(given.keyword_splat, frame, node);
    return unknown_value();
  }
  std::vector<std::string> effects = entry.effects;
  const bool opens = name == "builtins.open" || name == "io.open";
  if (opens) effects = open_effects(open_mode(given.node));
  if (opened_for_reading(self)) std::erase(effects, "file-write");
  if (first_is_missing(entry, self, given)) {
    effects.insert(effects.end(), entry.effects_without_arg0.begin(),
                   entry.effects_without_arg0.end());
  }
  for (const std::string& effect : effects) {
    note(frame, Effect::Kind::kOutside, -1, effect, node);
  }
  // A loop ends when its iterator does; only next() lets that through.
  const bool asked =
      name == "builtins.next" ||
      node.field("function").field("attribute").text() == "__next__";
  if (entry.raises_stop_iteration && asked && given.positional.size() < 2) {
    note(frame, Effect::Kind::kRaises, -1, "StopIteration", node);
  }
  for (const std::string& target : entry.mutates) {
    for (ObjectId id : argument(target, self, given, entry)) {
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
      if (heap_.at(id).kind == Kind::kUnknown) {
        unknown(frame, node, "changes an object that may be any");
      }
    }
  }
  Value all = self;
  all.add(argument("args", self, given, entry));
  for (const auto& [keyword, value] : given.keywords) all.add(value);
  for (ObjectId id : all) {
    note(frame, Effect::Kind::kReadField, id, "*", node);
    for (ObjectId seen : Value(heap_.at(id).lazy_sources)) {
      note(frame, Effect::Kind::kReadField, seen, "*", node);
    }
    bool callable = heap_.at(id).kind == Kind::kFunction ||
                    heap_.at(id).kind == Kind::kBoundMethod;
    if (callable && entry.calls.empty()) {
      escape(Value(id), frame, node);
    }
  }
  for (const std::string& group : entry.special) {
    bool deep = group == "str" || group == "compare" || group == "hash" ||
                group == "copy" || group == "pickle";
    Value subjects = all;
    if (!deep) {
      for (const std::string& source : entry.consumes) {
        subjects.add(iterate_quietly(argument(source, self, given, entry)));
      }
      for (ObjectId id : self) {
        if (heap_.at(id).kind == Kind::kLibraryInstance) {
          subjects.add(heap_.reachable(Value(id)));
        }
      }
    }
    special(subjects, group, deep, frame, node);
  }
  Value lazy_sources;
  for (const std::string& source : entry.consumes) {
    Value value = argument(source, self, given, entry);
    lazy_sources.add(value);
    if (!entry.lazy) iterate(value, frame, node);
  }
  std::vector<Callback> callbacks;
  for (const auto& [callback, inputs] : entry.calls) {
    Callback made;
    made.function = callees(callback, self, given, entry, frame, node);
    for (const TypeExpr& input : inputs) {
      made.arguments.push_back(
          materialise(input, self, given, entry, frame, node, "in"));
    }
    if (made.function.empty()) continue;
    Arguments passed;
    passed.positional = made.arguments;
    passed.node = node;
    Value returned = call(made.function, passed, frame, node);
    ObjectId holder = heap_.make(Kind::kContainer, "iterator", frame.context,
                                 frame.source, node, "results:" + callback);
    merge(heap_.at(holder).fields["[]"], returned);
    callbacks.push_back(std::move(made));
  }
  for (const auto& [what, holder] : entry.stores) {
    store(what, holder, self, given, entry, frame, node);
  }
  Value result =
      materialise(entry.returns, self, given, entry, frame, node, "");
  // What may be anything may also be, or hold, what was passed.
  if (result.contains(heap_.unknown()) && may_be_any(entry.returns)) {
    escape(all, frame, node);
  }
  if (opens) {
    result = opened(result, open_mode(given.node));
    const bool reads = std::find(effects.begin(), effects.end(),
                                 "file-write") == effects.end();
    for (ObjectId id : result) {
      if (reads) heap_.at(id).fields["<reads>"].add(heap_.atom("bool"));
    }
  }
  if (entry.lazy) {
    for (ObjectId id : result) {
      Object& object = heap_.at(id);
      if (object.kind != Kind::kContainer) continue;
      object.lazy = callbacks;
      merge(object.lazy_sources, lazy_sources);
    }
  }
  if (!entry.views.empty()) look_through(result, entry, self, given);
  return result;
}

void Interpreter::store(const std::string& what, const std::string& holder,
                        const Value& self, const Arguments& given,
                        const CallEntry& entry, const Frame& frame, Node node) {
  std::string_view text = what;
  std::string field = "[]";
  if (text.starts_with("key:")) field = "[k]";
  if (text.starts_with("key:") || text.starts_with("value:")) {
    text.remove_prefix(text.find(':') + 1);
  }
  auto parsed = parse_type_expr(text);
  if (!parsed.ok()) return unknown(frame, node, "bad table entry");
  Value stored = materialise(*parsed, self, given, entry, frame, node, "st");
  std::string_view where = holder;
  if (where.starts_with("self.")) {  // a hidden slot
    field = where.substr(5);
    where = "self";
  }
  for (ObjectId id : argument(where, self, given, entry)) {
    note(frame, Effect::Kind::kWriteField, id, "[]", node);
    merge(heap_.at(id).fields[field], stored);
  }
}

Value Interpreter::materialise(const TypeExpr& type, const Value& self,
                               const Arguments& given, const CallEntry& entry,
                               const Frame& frame, Node node,
                               const std::string& key) {
  auto part = [&](std::size_t index) {
    return materialise(type.args[index], self, given, entry, frame, node,
                       key + "." + std::to_string(index));
  };
  switch (type.kind) {
    case TypeExpr::Kind::kAtom:
      return atom(type.name);
    case TypeExpr::Kind::kAlias: {
      return argument(type.name, self, given, entry);
    }
    case TypeExpr::Kind::kElement:
      return iterate_quietly(part(0));
    case TypeExpr::Kind::kKey: {
      Value keys;
      for (ObjectId id : part(0)) keys.add(elements(id));
      return keys;
    }
    case TypeExpr::Kind::kValue: {
      Value values;
      for (ObjectId id : part(0)) values.add(dict_values(id));
      return values;
    }
    case TypeExpr::Kind::kContainer: {
      ObjectId id = container(type.name, frame, node, key + ":" + type.name);
      if (type.name == "dict" && type.args.size() == 2) {
        merge(heap_.at(id).fields["[k]"], part(0));
        merge(heap_.at(id).fields["[]"], part(1));
      } else {
        for (std::size_t i = 0; i < type.args.size(); ++i) {
          bool fixed = type.name == "tuple" && type.args.size() > 1;
          std::string field = fixed ? "[" + std::to_string(i) + "]" : "[]";
          merge(heap_.at(id).fields[field], part(i));
        }
      }
      return Value(id);
    }
    case TypeExpr::Kind::kInstance: {
      ObjectId id = heap_.make(Kind::kLibraryInstance, type.name, frame.context,
                               frame.source, node, key);
      const bool pairs = type.args.size() == 2;
      if (pairs) merge(heap_.at(id).fields["[k]"], part(0));
      if (!type.args.empty()) {
        merge(heap_.at(id).fields["[]"], part(pairs ? 1 : 0));
      }
      return Value(id);
    }
    case TypeExpr::Kind::kShared:
      return Value(heap_.make(Kind::kLibraryInstance, type.name,
                              Context::kOutside, nullptr, Node(), "shared"));
    case TypeExpr::Kind::kResult:
      return results_of(type.args[0], frame, node);
    case TypeExpr::Kind::kArith:
      return arithmetic(part(0), frame, node, key);
    case TypeExpr::Kind::kCopy:
    case TypeExpr::Kind::kDeepCopy:
      return copied(part(0), type.kind == TypeExpr::Kind::kDeepCopy, frame,
                    node, key);
    case TypeExpr::Kind::kReach:
      return heap_.reachable(part(0));
    case TypeExpr::Kind::kData:
      return data(frame, node, key);
    case TypeExpr::Kind::kUnion: {
      Value all;
      for (std::size_t i = 0; i < type.args.size(); ++i) all.add(part(i));
      return all;
    }
    case TypeExpr::Kind::kAny:
      break;
  }
  return unknown_value();
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

Value Interpreter::construct_library(std::string_view type,
                                     const Arguments& given, const Frame& frame,
                                     Node node) {
  const TypeEntry* entry = library_.type(type);
  if (!entry || !entry->constructible) {
    unknown(frame, node, "no entry for constructing it");
    for (const Value& value : given.positional) escape(value, frame, node);
    return unknown_value();
  }
  Value made =
      apply(entry->construct, std::string(type), Value(), given, frame, node);
  for (const auto& [what, holder] : entry->construct.stores) {
    if (!holder.starts_with("self")) continue;
    store(what, holder, made, given, entry->construct, frame, node);
  }
  return made;
}

void Interpreter::escape(const Value& value, const Frame& frame, Node node) {
  for (ObjectId id : heap_.reachable(value)) {
    Object& object = heap_.at(id);
    switch (object.kind) {
      case Kind::kFunction:
      case Kind::kBoundMethod:
      case Kind::kInstance:
        if (!object.escaped) escaped_.push_back(id);
        break;
      case Kind::kContainer:
        merge(object.fields["[]"], unknown_value());
        break;
      default:
        break;
    }
    if (object.kind == Kind::kInstance) {
      for (auto& [name, field] : object.fields) merge(field, unknown_value());
    }
    object.escaped = true;
    note(frame, Effect::Kind::kWriteField, id, "*", node);
  }
}

}  // namespace ppp::advisor
