// SPDX-License-Identifier: Apache-2.0
// Classes that are mostly data: named tuples, dataclasses and enumerations.

#include <algorithm>

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  std::string name;
  for (char c : text) {
    const bool gap = c == ' ' || c == ',' || c == '\n' || c == '\t';
    if (!gap) {
      name += c;
    } else if (!name.empty()) {
      names.push_back(std::move(name));
      name.clear();
    }
  }
  if (!name.empty()) names.push_back(std::move(name));
  return names;
}

/// "x y", "x, y" or ["x", "y"]; nothing when the names are not written there.
std::optional<std::vector<std::string>> literal_names(Node node) {
  if (auto text = plain_literal(node)) return split_names(*text);
  if (!node.is("list") && !node.is("tuple")) return std::nullopt;
  std::vector<std::string> names;
  for (Node item : node.children()) {
    auto text = plain_literal(item);
    if (!text) return std::nullopt;
    names.emplace_back(*text);
  }
  return names;
}

/// The annotated names of a class body, in order.
std::vector<Node> annotated(Node class_definition) {
  std::vector<Node> found;
  for (Node line : class_definition.field("body").children()) {
    Node field = line.child(0);
    bool fits = line.is("expression_statement") && field.is("assignment") &&
                field.field("type") && field.field("left").is("identifier");
    if (fits) found.push_back(field);
  }
  return found;
}

bool dunder(std::string_view name) {
  return name.starts_with("__") && name.ends_with("__");
}

std::string position(std::size_t index) {
  return "[" + std::to_string(index) + "]";
}

}  // namespace

// namedtuple("Point", "x y", defaults=(0,))
Value Interpreter::named_tuple_class(const Arguments& given, const Frame& frame,
                                     Node node) {
  std::vector<Node> plain;
  bool known = true;
  for (Node argument : given.node.field("arguments").children()) {
    if (argument.is("keyword_argument")) {
      known = known && argument.field("name").text() == "defaults";
    } else {
      known = known && !argument.is("list_splat") &&
              !argument.is("dictionary_splat");
      plain.push_back(argument);
    }
  }
  known = known && plain.size() == 2 && given.positional.size() == 2;
  auto name = known ? plain_literal(plain[0]) : std::nullopt;
  auto places = known ? literal_names(plain[1]) : std::nullopt;
  if (!name || !places || places->empty()) {
    unknown(frame, node, "a named tuple whose fields are not written here");
    escape(given, frame, node);
    return unknown_value();
  }
  ObjectId id = heap_.make(Kind::kClass, *name, frame.context, frame.source,
                           node, std::to_string(frame.scope));
  Object& made = heap_.at(id);
  made.scope = frame.scope;
  made.places.set(std::move(*places));
  auto defaults = given.keywords.find("defaults");
  if (defaults != given.keywords.end()) {
    merge(made.fields["<defaults>"], iterate(defaults->second, frame, node));
  }
  return Value(id);
}

// class Point(typing.NamedTuple): the places are the annotated names.
void Interpreter::name_places(ObjectId cls) {
  Object& object = heap_.at(cls);
  const Value others = object.other;
  const bool named =
      std::any_of(others.begin(), others.end(), [&](ObjectId base) {
        return heap_.at(base).kind == Kind::kLibraryType &&
               heap_.at(base).name == "typing.NamedTuple";
      });
  if (!named) return;
  std::vector<std::string> places;
  for (Node field : annotated(object.site)) {
    places.emplace_back(field.field("left").text());
  }
  object.places.set(std::move(places));
}

const std::vector<std::string>& Interpreter::places_of(ObjectId cls) const {
  static const std::vector<std::string> none;
  for (ObjectId id : mro(cls)) {
    const std::vector<std::string>& places = heap_.at(id).places.get();
    if (!places.empty()) return places;
  }
  return none;
}

// A named tuple is a tuple of known length that knows its class.
Value Interpreter::make_named_tuple(ObjectId cls, const Arguments& given,
                                    const Frame& frame, Node node) {
  ObjectId id = container("tuple", frame, node, "named:" + std::to_string(cls));
  heap_.at(id).of = cls;
  const std::vector<std::string>& places = places_of(cls);
  for (std::size_t i = 0; i < places.size(); ++i) {
    Value value;
    auto named = given.keywords.find(places[i]);
    Value fallback = class_attribute(cls, "<defaults>");
    fallback.add(class_attribute(cls, places[i]));
    if (i < given.positional.size()) {
      value.add(given.positional[i]);
    } else if (named != given.keywords.end()) {
      value.add(named->second);
    } else if (given.has_splat || given.has_keyword_splat) {
      value.add(given.splat);
      value.add(given.keyword_splat);
      value.add(fallback);
    } else if (!fallback.empty()) {
      value.add(fallback);
    } else {
      value.add(heap_.unknown());  // a default that was set in another way
    }
    merge(heap_.at(id).fields[position(i)], value);
  }
  return Value(id);
}

Value Interpreter::named_tuple_attribute(ObjectId id, std::string_view name,
                                         const Frame& frame, Node node) {
  const ObjectId cls = heap_.at(id).of;
  for (ObjectId base : mro(cls)) {
    note(frame, Effect::Kind::kReadField, base, name, node);
  }
  Value result = bind_member(class_attribute(cls, name), id, cls, frame, node);
  const std::vector<std::string>& places = places_of(cls);
  auto place = std::find(places.begin(), places.end(), name);
  if (place != places.end()) {
    const auto index = static_cast<std::size_t>(place - places.begin());
    result.add(heap_.at(id).fields[position(index)]);
  } else if (name == "__class__") {
    result.add(cls);
  } else if (result.empty()) {
    return library_member(id, "collections.namedtuple_", name, frame, node);
  }
  return result;
}

// `_make` of a class and the like. What reads a field's descriptor, or changes
// how instances are made, is not understood.
Value Interpreter::named_tuple_class_attribute(ObjectId cls,
                                               std::string_view name,
                                               const Frame& frame, Node node) {
  if (name == "_make") {
    ObjectId method =
        heap_.make(Kind::kLibraryMethod, "collections.namedtuple_._make",
                   heap_.at(cls).context, nullptr, Node(), std::to_string(cls));
    heap_.at(method).entry =
        library_.method("collections.namedtuple_", "_make");
    heap_.at(method).self.add(cls);
    return Value(method);
  }
  if (name == "_fields") {
    return fresh_container("tuple", {atom("str")}, frame, node, "_fields");
  }
  unknown(frame, node, "an attribute of a named tuple's class");
  return unknown_value();
}

// The calls whose entry has a word for it because no type expression can say
// what they give.
std::optional<Value> Interpreter::record_call(const Object& function,
                                              const Value& self,
                                              const Arguments& given,
                                              const Frame& frame, Node node) {
  const std::string& role = function.entry->decorator;
  if (role == "namedtuple") return named_tuple_class(given, frame, node);
  if (role == "partial") return make_partial(given, frame, node);
  if (role == "named-make") {
    apply(*function.entry, function.name, self, given, frame, node);
    Arguments items;
    items.has_splat = true;
    for (const Value& source : given.positional) {
      items.splat.add(iterate_quietly(source));
    }
    Value result;
    for (ObjectId cls : self) {
      result.add(make_named_tuple(cls, items, frame, node));
    }
    return result;
  }
  if (role == "named-replace") {
    return replaced(function, self, given, frame, node);
  }
  return std::nullopt;
}

// point._replace(x=1)
Value Interpreter::replaced(const Object& function, const Value& self,
                            const Arguments& given, const Frame& frame,
                            Node node) {
  Value result =
      apply(*function.entry, function.name, self, given, frame, node);
  for (ObjectId id : result) {
    if (heap_.at(id).of < 0) continue;
    const std::vector<std::string>& places = places_of(heap_.at(id).of);
    for (std::size_t i = 0; i < places.size(); ++i) {
      Value changed = given.keyword_splat;
      auto named = given.keywords.find(places[i]);
      if (named != given.keywords.end()) changed.add(named->second);
      merge(heap_.at(id).fields[position(i)], changed);
    }
  }
  return result;
}

// functools.partial(function, *arguments, **keywords)
Value Interpreter::make_partial(const Arguments& given, const Frame& frame,
                                Node node) {
  if (given.positional.empty() || given.has_splat || given.has_keyword_splat) {
    unknown(frame, node, "a partial call whose arguments are not written here");
    escape(given, frame, node);
    return unknown_value();
  }
  ObjectId id =
      heap_.make(Kind::kPartial, "partial", frame.context, frame.source, node);
  merge(heap_.at(id).function, given.positional[0]);
  for (std::size_t i = 1; i < given.positional.size(); ++i) {
    // functools.Placeholder (3.14) gives its place to a later argument.
    if (given.positional[i].contains(heap_.unknown())) {
      unknown(frame, node, "a partial call with an argument that is not known");
    }
    merge(heap_.at(id).fields[position(i - 1)], given.positional[i]);
  }
  for (const auto& [name, value] : given.keywords) {
    merge(heap_.at(id).fields["=" + name], value);
  }
  return Value(id);
}

Value Interpreter::call_partial(ObjectId id, const Arguments& given,
                                const Frame& frame, Node node) {
  const Object& partial = heap_.at(id);
  const Value function = partial.function;
  if (heap_.reachable(function).contains(id)) {
    unknown(frame, node, "a partial call of itself");
    return unknown_value();
  }
  Arguments all = given;
  all.node = node;
  all.positional.clear();
  for (std::size_t i = 0;; ++i) {
    auto kept = partial.fields.find(position(i));
    if (kept == partial.fields.end()) break;
    all.positional.push_back(kept->second);
  }
  all.positional.insert(all.positional.end(), given.positional.begin(),
                        given.positional.end());
  for (const auto& [name, value] : partial.fields) {
    if (name.starts_with('=')) all.keywords[name.substr(1)].add(value);
  }
  return call(function, all, frame, node);
}

// What `dataclasses.field(default_factory=f)` makes is made anew for every
// instance.
void Interpreter::keep_factories(ObjectId cls, const Frame& frame) {
  for (Node field : annotated(heap_.at(cls).site)) {
    Node factory = keyword(field.field("right"), "default_factory");
    if (!field.field("right").is("call") || !factory) continue;
    for (ObjectId id : eval(field.field("right").field("function"), frame)) {
      if (heap_.at(id).name != "dataclasses.field") return;
    }
    std::string name(field.field("left").text());
    merge(heap_.at(cls).fields["<factory>" + name], eval(factory, frame));
  }
}

// The fields of a dataclass in order, bases first; a name keeps its place.
std::vector<Interpreter::Field> Interpreter::fields_of(ObjectId cls) const {
  std::vector<ObjectId> order = mro(cls);
  std::reverse(order.begin(), order.end());
  std::vector<Field> fields;
  for (ObjectId id : order) {
    if (!heap_.at(id).fields.contains("<dataclass>")) continue;
    for (Node line : annotated(heap_.at(id).site)) {
      if (line.field("type").text().find("ClassVar") != std::string::npos) {
        continue;
      }
      Field field{std::string(line.field("left").text()), id, line};
      field.takes_place = !keyword(line.field("right"), "init").is("false");
      auto known = std::find_if(
          fields.begin(), fields.end(),
          [&](const Field& other) { return other.name == field.name; });
      if (known == fields.end()) {
        fields.push_back(std::move(field));
      } else {
        *known = std::move(field);
      }
    }
  }
  return fields;
}

/// InitVar, KW_ONLY, several bases: then any argument may be any field's.
bool Interpreter::places_unclear(ObjectId cls) const {
  for (ObjectId id : mro(cls)) {
    if (heap_.at(id).other.size() > 1) return true;
    for (Node line : annotated(heap_.at(id).site)) {
      std::string_view type = line.field("type").text();
      Node only = keyword(line.field("right"), "kw_only");
      Node init = keyword(line.field("right"), "init");
      if (type.find("InitVar") != std::string_view::npos ||
          type.find("KW_ONLY") != std::string_view::npos || only ||
          (init && !init.is("true") && !init.is("false"))) {
        return true;
      }
    }
  }
  return false;
}

Value Interpreter::field_default(const Field& field, const Frame& frame,
                                 Node node) {
  Value value;
  const auto& fields = heap_.at(field.cls).fields;
  auto factory = fields.find("<factory>" + field.name);
  if (factory != fields.end()) {
    Arguments none;
    none.node = node;
    return call(Value(factory->second), none, frame, node);
  }
  auto fallback = fields.find(mangled(field.name, field.at));
  if (fallback == fields.end()) return value;
  for (ObjectId object : fallback->second.get()) {
    const bool odd = heap_.at(object).kind == Kind::kLibraryInstance;
    value.add(odd ? heap_.unknown() : object);
  }
  return value;
}

// What the __init__ of a dataclass does.
void Interpreter::bind_fields(ObjectId id, const Arguments& given,
                              const Frame& frame, Node node) {
  const ObjectId cls = heap_.at(id).of;
  const std::vector<Field> fields = fields_of(cls);
  if (fields.empty()) return;
  Arguments after;
  after.node = node;
  Value any = given.splat;
  any.add(given.keyword_splat);
  if (places_unclear(cls)) {
    for (const Value& value : given.positional) any.add(value);
    for (const auto& [name, value] : given.keywords) any.add(value);
    after.has_splat = true;
    after.splat = any;
  }
  std::size_t place = 0;
  for (const Field& field : fields) {
    Value value = any;
    if (field.takes_place && place < given.positional.size()) {
      value.add(given.positional[place]);
    }
    if (field.takes_place) ++place;
    auto named = given.keywords.find(field.name);
    if (named != given.keywords.end()) value.add(named->second);
    value.add(field_default(field, frame, node));
    merge(heap_.at(id).fields[mangled(field.name, field.at)], value);
  }
  for (ObjectId member : class_attribute(cls, "__post_init__")) {
    call(bind_member(Value(member), id, cls, frame, node), after, frame, node);
  }
}

bool Interpreter::is_enum(ObjectId cls) const {
  for (ObjectId id : mro(cls)) {
    for (ObjectId base : heap_.at(id).other.get()) {
      if (heap_.at(base).kind == Kind::kLibraryType &&
          heap_.at(base).name == "enum.Enum") {
        return true;
      }
    }
  }
  return false;
}

// Numbers, texts and tuples of them.
bool Interpreter::fixed_data(const Value& value) const {
  const Value all = heap_.reachable(value);
  return !value.empty() &&
         std::all_of(all.begin(), all.end(), [&](ObjectId id) {
           const Object& object = heap_.at(id);
           return (object.kind == Kind::kAtom && object.name != "type") ||
                  (object.kind == Kind::kContainer && object.name == "tuple");
         });
}

// Every value of the body becomes the one member of its name.
void Interpreter::make_members(ObjectId cls) {
  for (const auto& [name, value] :
       scope_at(heap_.at(cls).scope).variables.snapshot()) {
    const bool code = std::all_of(value.begin(), value.end(), [&](ObjectId id) {
      const Kind kind = heap_.at(id).kind;
      return kind == Kind::kFunction || kind == Kind::kProperty ||
             kind == Kind::kStaticMethod || kind == Kind::kClassMethod;
    });
    if (code || dunder(name)) {
      merge(heap_.at(cls).fields[name], value);
      continue;
    }
    if (name.starts_with('_') || !fixed_data(value)) {
      merge(heap_.at(cls).fields["<strange>"], atom("bool"));
    }
    ObjectId id =
        heap_.make(Kind::kInstance, heap_.at(cls).name, Context::kOutside,
                   heap_.at(cls).source, heap_.at(cls).site, "member:" + name);
    heap_.at(id).of = cls;
    for (const char* field : {"value", "_value_"}) {
      merge(heap_.at(id).fields[field], value);
    }
    for (const char* field : {"name", "_name_"}) {
      merge(heap_.at(id).fields[field], atom("str"));
    }
    merge(heap_.at(cls).fields[name], Value(id));
  }
}

Value Interpreter::members_of(ObjectId cls) const {
  Value members;
  for (ObjectId id : mro(cls)) {
    for (const auto& [name, value] : heap_.at(id).fields) {
      for (ObjectId member : value.get()) {
        const Object& object = heap_.at(member);
        if (object.kind == Kind::kInstance && object.of == id) {
          members.add(member);
        }
      }
    }
  }
  return members;
}

bool Interpreter::is_enumeration(ObjectId id) const {
  return heap_.at(id).kind == Kind::kClass && is_enum(id) && !strange_class(id);
}

bool Interpreter::is_member(ObjectId id) const {
  const Object& object = heap_.at(id);
  return object.kind == Kind::kInstance && object.site.is("class_definition") &&
         is_enum(object.of);
}

}  // namespace ppp::advisor
