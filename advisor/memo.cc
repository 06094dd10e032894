// SPDX-License-Identifier: Apache-2.0
#include "advisor/memo.h"

#include <set>

#include "advisor/definite.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// The names of plain parameters; nullopt: there are others (*args, …).
std::optional<Names> parameters_of(Node function) {
  Names names;
  for (Node parameter : function.field("parameters").children()) {
    Node name = parameter;
    if (parameter.is("typed_parameter")) name = parameter.child(0);
    if (parameter.is("default_parameter") ||
        parameter.is("typed_default_parameter")) {
      name = parameter.field("name");
    }
    if (!name.is("identifier")) return std::nullopt;
    names.emplace(name.text());
  }
  return names;
}

/// How often `name` is bound below `scope`, in any way.
int times_bound(Node scope, std::string_view name) {
  int count = 0;
  walk(scope, [&](Node node) {
    if (!node.is("identifier") || node.text() != name) return true;
    Node above = node.parent();
    Node child = node;
    while (above.is("pattern_list") || above.is("tuple_pattern") ||
           above.is("list_pattern") || above.is("list_splat_pattern")) {
      child = above;
      above = above.parent();
    }
    const bool binds =
        above.field("left") == child || above.field("alias") == child ||
        above.is("named_expression") || above.is("as_pattern_target") ||
        above.is("delete_statement") || above.is("global_statement") ||
        above.is("nonlocal_statement") || above.is("dotted_name") ||
        (above.is("function_definition") && above.field("name") == child) ||
        (above.is("class_definition") && above.field("name") == child);
    // `left` is an operand's name, too.
    const bool operand = above.is("binary_operator") ||
                         above.is("boolean_operator") ||
                         above.is("comparison_operator");
    count += binds && !operand;
    return true;
  });
  return count;
}

/// Of a number, text or None, or a tuple of those.
bool plain_data(const Heap& heap, const Value& values, Names& atoms) {
  for (ObjectId id : heap.reachable(values)) {
    const Object& object = heap.at(id);
    const bool tuple = object.kind == Kind::kContainer &&
                       object.name == "tuple" && object.of < 0;
    if (object.kind == Kind::kAtom) {
      atoms.insert(object.name);
    } else if (!tuple) {
      return false;
    }
  }
  return true;
}

std::optional<std::string> unequal_keys(const Interpreter& interpreter,
                                        int index) {
  static const Names kKeys = {"int", "bool", "str", "bytes", "none"};
  const auto parameters = parameters_of(interpreter.scope_at(index).node);
  if (!parameters) return "takes more than plain parameters";
  for (const std::string& parameter : *parameters) {
    Names atoms;
    Value given;  // in the loop and elsewhere: they may share a result
    for (int i = 0; i < interpreter.scope_count(); ++i) {
      if (interpreter.scope_at(i).node != interpreter.scope_at(index).node) {
        continue;
      }
      given.add(interpreter.variable(i, parameter));
    }
    const bool plain = plain_data(interpreter.heap(), given, atoms);
    for (const std::string& atom : atoms) {
      if (plain && kKeys.contains(atom)) continue;
      return "`" + parameter + "` may be a " + atom +
             ", which may equal an argument of another call without being "
             "the same";
    }
    if (!plain || (atoms.contains("int") && atoms.contains("bool"))) {
      return "`" + parameter +
             "` may equal an argument of another call "
             "without being the same";
    }
  }
  return std::nullopt;
}

/// Nothing gives the variable of the module another value later on.
bool bound_once(const Project& project, Node module, const std::string& name) {
  if (times_bound(module, name) > 1) return false;
  bool set = false;
  for (const SourceFile& file : project.files) {
    if (file.text().find("." + name) == std::string::npos) continue;
    walk(file.root(), [&](Node node) {
      Node target = node.field("left");
      set |= target.is("attribute") && target.field("attribute").text() == name;
      return !set;
    });
  }
  return !set;
}

/// What the function reads that may be another at another time.
std::optional<Reason> changing_read(const Interpreter& interpreter,
                                    const Scope& scope) {
  const std::string function(scope.node.field("name").text());
  const std::set<int> own = interpreter.units_from({scope.unit});
  auto reason = [&](const std::string& what, const Place& place) {
    return Reason{"memo-of-changing-state",
                  "`" + function + "` remembers its results, and reads " +
                      what + " on line " + std::to_string(place.span().line),
                  {place.span()}};
  };
  for (const auto& [effect, place] : interpreter.effects_of_units(own)) {
    if (effect.kind == Effect::Kind::kReadName) {
      const Scope& subject = interpreter.scope_at(effect.subject);
      const bool module = subject.names->kind == ScopeNames::Kind::kModule;
      const bool steady =
          module ? bound_once(interpreter.project(), subject.node, effect.name)
                 : own.contains(subject.unit);
      if (!steady) {
        return reason("`" + effect.name + "`, which may change", place);
      }
    } else if (effect.kind == Effect::Kind::kReadField) {
      const Object& object = interpreter.heap().at(effect.subject);
      const bool changes = !interpreter.inside(object.context) &&
                           (interpreter.may_change(effect) ||
                            ((object.kind == Kind::kContainer ||
                              object.kind == Kind::kInstance ||
                              object.kind == Kind::kLibraryInstance) &&
                             object.name != "tuple"));
      if (changes) {
        return reason("a " + object.name + " that may change", place);
      }
    } else if (effect.kind == Effect::Kind::kAdvance) {
      return reason("a generator", place);
    } else if (effect.kind == Effect::Kind::kOutside &&
               effect.name != "memoize" && effect.name != "sleep") {
      return reason("what is outside the program", place);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Reason> history_matters(const Interpreter& interpreter,
                                      int index) {
  const Scope& scope = interpreter.scope_at(index);
  const std::string name(scope.node.field("name").text());
  auto reason = [&](std::string id, const std::string& why) {
    return Reason{std::move(id),
                  "`" + name + "` remembers its results, and " + why,
                  {scope.source->span(scope.node.field("name").range())}};
  };
  if (interpreter.runs_itself(index)) {
    return reason("memo-of-recursion",
                  "calls itself: with the empty memo of a worker it would "
                  "recurse deeper");
  }
  if (auto why = unequal_keys(interpreter, index)) {
    return reason("memo-of-equal-keys", *why);
  }
  Names atoms;
  if (scope.names->generator ||
      !plain_data(interpreter.heap(), scope.returns, atoms)) {
    return reason("memo-of-objects", "gives the same object again");
  }
  return changing_read(interpreter, scope);
}

}  // namespace ppp::advisor
