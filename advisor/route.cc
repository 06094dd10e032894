// SPDX-License-Identifier: Apache-2.0
#include "advisor/route.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "advisor/between.h"
#include "advisor/candidate.h"
#include "advisor/connection.h"
#include "advisor/maker.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// Something decorates the class that may make copies differ: anything but a
/// `@dataclass` without arguments, whose methods only read the fields.
bool is_altered(const Object& cls) {
  const Node decorated = cls.site.parent();
  if (!decorated.is("decorated_definition")) return false;
  return !cls.fields.contains("<dataclass>") ||
         decorated.children().size() != 2 ||
         decorated.child(0).child(0).is("call");
}

class Seeker {
 public:
  Seeker(const Trial& trial, const Piece& piece, const Isolation& isolation,
         ObjectId id)
      : trial_(trial),
        interpreter_(trial.interpreter),
        heap_(trial.interpreter.heap()),
        piece_(piece),
        isolation_(isolation),
        id_(id) {}

  std::variant<Route, Reason> route();

 private:
  using Variable = std::pair<int, std::string>;  // scope, name

  std::set<Variable> variables() const;
  bool makes_itself(const Effect& read) const;
  std::optional<Place> read_by_callee() const;
  std::optional<Reason> find_readers(const Place& read);
  std::vector<Node> mentions_of_any(const SourceFile& file) const;
  bool only_reads_global(Node mention) const;
  std::optional<Reason> go_through(const Value& instances);
  std::optional<Reason> refuse_copy(ObjectId cls) const;
  std::optional<Reason> refuse_holders() const;
  bool gives_code() const;
  bool leads(const Value& from) const {
    return heap_.reachable(from).contains(id_);
  }
  Reason refuse(const std::string& why) const {
    const std::string name =
        route_.name.empty() ? isolation_.variable_of(id_) : route_.text();
    if (!name.empty()) {
      return one_thread_only(*trial_.loop.source, name, why, trial_.loop.node);
    }
    return {"one-thread-only",
            isolation_.describe(id_) +
                " belongs to one thread at a time, and " + why,
            {trial_.loop.hot.span},
            ""};
  }

  const Trial& trial_;
  const Interpreter& interpreter_;
  const Heap& heap_;
  const Piece& piece_;
  const Isolation& isolation_;
  const ObjectId id_;
  Route route_;
};

/// It reads what the same iteration has bound: a cursor, say.
bool Seeker::makes_itself(const Effect& read) const {
  const Scope& scope = interpreter_.scope_at(read.subject);
  return interpreter_.inside(scope.context) ||
         (read.subject == interpreter_.loop_scope() &&
          piece_.use.written.contains(read.name) &&
          !piece_.use.exposed.contains(read.name));
}

/// Those that the work reads and that lead to the object.
std::set<Seeker::Variable> Seeker::variables() const {
  std::set<Variable> found;
  for (const auto& [effect, place] : isolation_.work()) {
    if (effect.kind != Effect::Kind::kReadName || makes_itself(effect)) {
      continue;
    }
    if (!leads(interpreter_.variable(effect.subject, effect.name))) continue;
    found.emplace(interpreter_.canonical(effect.subject), effect.name);
  }
  return found;
}

/// A function that the work calls may read the variable by its name.
std::optional<Place> Seeker::read_by_callee() const {
  for (Node part : trial_.parts) {
    if (!piece_.covers(part)) continue;
    for (const auto& [effect, place] : interpreter_.effects_of_callees(part)) {
      const bool read =
          effect.kind == Effect::Kind::kReadName &&
          interpreter_.canonical(effect.subject) == route_.holder &&
          effect.name == route_.name;
      if (read) return place;
    }
  }
  return std::nullopt;
}

/// It can ask for the worker's own where it reads that of the module.
std::optional<Reason> Seeker::find_readers(const Place& read) {
  const SourceFile& source = *trial_.loop.source;
  const Scope& holder = interpreter_.scope_at(route_.holder);
  const std::string where = "a function that the work calls reads `" +
                            route_.name + "` on line " +
                            std::to_string(read.span().line);
  if (holder.parent >= 0 || holder.source != &source) {
    return refuse(where + ": it would have to be passed as an argument");
  }
  for (const SourceFile& file : trial_.project.files) {
    if (&file == &source || mentions_of_any(file).empty()) continue;
    return refuse(where + ", and " + file.file() + " speaks of it, too");
  }
  std::set<std::string_view> names;
  for (Node node : piece_.nodes) add_identifiers(node, names);
  for (const NamedFunction& one :
       functions_named(trial_.project, std::move(names))) {
    const bool around = one.node.range().contains(trial_.loop.hot.range);
    if (one.source != &source || around) continue;
    for (Node mention : mentions_of(one.node, route_.name)) {
      if (!only_reads_global(mention)) {
        return refuse(where + ", and line " + std::to_string(mention.line()) +
                      " may mean another one by this name");
      }
      route_.readers.push_back(mention.range());
    }
  }
  std::sort(route_.readers.begin(), route_.readers.end(),
            [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  route_.readers.erase(
      std::unique(route_.readers.begin(), route_.readers.end()),
      route_.readers.end());
  if (!route_.readers.empty()) return std::nullopt;
  return refuse(where + ": it would have to be passed as an argument");
}

/// Attributes of this name included.
std::vector<Node> Seeker::mentions_of_any(const SourceFile& file) const {
  std::vector<Node> found;
  walk(file.root(), [&](Node node) {
    if (node.is("identifier") && node.text() == route_.name) {
      found.push_back(node);
    }
    return true;
  });
  return found;
}

/// A function reads the module's variable there, when it runs, and does nothing
/// else by that name.
bool Seeker::only_reads_global(Node mention) const {
  for (Node at = function_of(mention); at; at = function_of(at)) {
    for (const NameBinding& binding : name_bindings(at)) {
      if (binding.name == route_.name) return false;
    }
  }
  const Node parent = mention.parent();
  const bool other =
      parent.is("global_statement") || parent.is("delete_statement") ||
      (parent.is("keyword_argument") && parent.field("name") == mention) ||
      enclosing(mention, {"parameters", "lambda_parameters", "decorator"}) ||
      enclosing(mention, {"function_definition", "class_definition"})
          .is("class_definition");
  return !other;
}

std::variant<Route, Reason> Seeker::route() {
  if (leads(trial_.items())) return refuse("the items lead to it, too");
  const std::set<Variable> known = variables();
  if (known.empty() || piece_.applies) {
    return refuse("the work does not get it by a variable");
  }
  route_.holder = known.begin()->first;
  route_.name = known.begin()->second;
  if (known.size() > 1) {
    return refuse("`" + known.rbegin()->second + "` leads to it, too");
  }
  if (const auto read = read_by_callee()) {
    if (auto refused = find_readers(*read)) return *refused;
  } else if (!piece_.use.exposed.contains(route_.name)) {
    return refuse("the work does not get it by this name");
  }
  const Value held = interpreter_.variable(route_.holder, route_.name);
  if (!held.contains(id_)) {
    if (auto refused = go_through(held)) return *refused;
  }
  for (ObjectId one : held) {
    if (heap_.at(one).kind == Kind::kInstance && held.contains(id_)) {
      return refuse("`" + route_.name + "` may be something else");
    }
  }
  if (auto refused = refuse_holders()) return *refused;
  if (gives_code()) {
    return refuse(
        "a result may run code that asks by it when the workers are done");
  }
  return route_;
}

/// A function or class that the iteration has made sees what belongs to its
/// thread.
bool Seeker::gives_code() const {
  const Value given = heap_.reachable(given_by(trial_, piece_));
  return std::any_of(given.begin(), given.end(), [&](ObjectId id) {
    const Object& object = heap_.at(id);
    const Object& made =
        object.kind == Kind::kInstance ? heap_.at(object.of) : object;
    const bool code = made.kind == Kind::kFunction || made.kind == Kind::kClass;
    return code && interpreter_.inside(made.context);
  });
}

/// All of `instances` have it as the same attribute, and nowhere else.
std::optional<Reason> Seeker::go_through(const Value& instances) {
  Value others;
  for (ObjectId instance : instances) {
    const Object& object = heap_.at(instance);
    if (object.kind != Kind::kInstance) {
      return refuse("`" + route_.name + "` leads to it by way of others");
    }
    for (const auto& [field, value] : object.fields) {
      const bool known = route_.attribute.empty() || route_.attribute == field;
      if (!value.get().contains(id_) || !known) {
        others.add(value);
        continue;
      }
      route_.attribute = field;
    }
  }
  const Value reached = heap_.reachable(others);
  const bool again =
      reached.contains(id_) ||
      std::any_of(instances.begin(), instances.end(),
                  [&](ObjectId one) { return reached.contains(one); });
  if (route_.attribute.empty() || again) {
    return refuse("`" + route_.name + "` leads to it by way of others");
  }
  for (ObjectId instance : instances) {
    if (auto refused = refuse_copy(heap_.at(instance).of)) return refused;
    if (isolation_.work().contains({Effect::Kind::kTellsApart, instance, ""})) {
      return refuse("the work tells `" + route_.name + "` from a copy");
    }
    if (heap_.reachable(trial_.items()).contains(instance)) {
      return refuse("the items lead to it, too");
    }
  }
  if (isolation_.work().contains({Effect::Kind::kOutside, -1, "memoize"})) {
    return refuse("a memoized function tells `" + route_.name +
                  "` from a copy");
  }
  return std::nullopt;
}

/// copy.copy() of an instance has its attributes and runs nothing, and the
/// attribute is set as any other.
std::optional<Reason> Seeker::refuse_copy(ObjectId cls) const {
  static constexpr std::array<std::string_view, 12> kHooks = {
      "__copy__",    "__reduce__",   "__reduce_ex__",     "__getnewargs__",
      "__new__",     "__getstate__", "__getnewargs_ex__", "__setstate__",
      "__setattr__", "__getattr__",  "__getattribute__",  "__slots__"};
  const std::string name = "`" + heap_.at(cls).name + "`";
  for (std::string_view hook : kHooks) {
    if (interpreter_.class_attribute(cls, hook).empty()) continue;
    return refuse(name + " has `" + std::string(hook) + "`: a copy may differ");
  }
  if (!interpreter_.class_attribute(cls, route_.attribute).empty()) {
    return refuse(name + " has an attribute of this name, too");
  }
  for (ObjectId one : interpreter_.mro(cls)) {
    const Object& object = heap_.at(one);
    if (!object.site.is("class_definition") || is_altered(object)) {
      return refuse("what decorates `" + object.name +
                    "` may make copies differ");
    }
    for (ObjectId base : object.other.get()) {
      const Object& of = heap_.at(base);
      if (of.kind == Kind::kClass || of.name == "object" ||
          of.name == "abc.ABC") {
        continue;
      }
      return refuse(name + " is derived from `" + of.name +
                    "`: a copy may differ");
    }
  }
  return std::nullopt;
}

/// Nothing else that the work reads has it: a default argument, a class.
std::optional<Reason> Seeker::refuse_holders() const {
  const Value own = interpreter_.variable(route_.holder, route_.name);
  for (const auto& [effect, place] : isolation_.work()) {
    if (effect.kind != Effect::Kind::kReadField || effect.subject == id_ ||
        isolation_.is_private(effect.subject)) {
      continue;
    }
    const Object& object = heap_.at(effect.subject);
    const bool mine =
        own.contains(effect.subject) && effect.name == route_.attribute;
    if (mine) continue;
    const auto field = object.fields.find(effect.name);
    const bool holds =
        effect.name == "*"
            ? leads(Value(effect.subject))
            : field != object.fields.end() && field->second.get().contains(id_);
    if (!holds) continue;
    Reason reason = refuse(
        isolation_.describe(effect.subject) + ", which is read on line " +
        std::to_string(place.span().line) + ", leads to it, too");
    if (place.source) reason.spans.push_back(place.span());
    return reason;
  }
  return std::nullopt;
}

}  // namespace

Value values_of(const Interpreter& interpreter, const Route& route) {
  const Value held = interpreter.variable(route.holder, route.name);
  if (route.attribute.empty()) return held;
  Value all;
  for (ObjectId id : held) {
    const auto& fields = interpreter.heap().at(id).fields;
    const auto found = fields.find(route.attribute);
    if (found != fields.end()) all.add(found->second);
  }
  return all;
}

std::variant<Route, Reason> route_to(const Trial& trial, const Piece& piece,
                                     const Isolation& isolation, ObjectId id) {
  return Seeker(trial, piece, isolation, id).route();
}

}  // namespace ppp::advisor
