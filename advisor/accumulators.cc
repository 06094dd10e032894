// SPDX-License-Identifier: Apache-2.0
#include "advisor/accumulators.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "advisor/additions.h"
#include "advisor/pieces.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

bool is_variable(Node node) {
  Node parent = node.parent();
  bool attribute = parent.is("attribute") && parent.field("attribute") == node;
  bool keyword = parent.is("keyword_argument") && parent.field("name") == node;
  return node.is("identifier") && !attribute && !keyword;
}

int mentions(std::span<const Node> nodes, std::string_view name) {
  int count = 0;
  for (Node root : nodes) {
    walk(root, [&](Node node) {
      count += is_variable(node) && node.text() == name;
      return true;
    });
  }
  return count;
}

// One kind for all that the variable may hold.
template <typename Predicate>
bool all_objects(const Trial& trial, std::string_view name, Predicate is) {
  Value value =
      trial.interpreter.variable(trial.interpreter.loop_scope(), name);
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           return is(trial.interpreter.heap().at(id));
         });
}

bool is_atom(const Object& object, std::string_view name) {
  return object.kind == Kind::kAtom && object.name == name;
}

bool is_library_type(const Heap& heap, const Value& value,
                     std::string_view name) {
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           const Object& object = heap.at(id);
           return object.kind == Kind::kLibraryType && object.name == name;
         });
}

// Found again under an equal key that was made elsewhere. A float may be NaN,
// which is only found as the same object. What has no hash is no key.
bool is_plain_key(const Heap& heap, ObjectId id) {
  const Object& object = heap.at(id);
  static constexpr std::array kUnhashable =
      std::to_array<std::string_view>({"list", "dict", "set"});
  if (object.kind == Kind::kContainer &&
      std::find(kUnhashable.begin(), kUnhashable.end(), object.name) !=
          kUnhashable.end()) {
    return true;
  }
  if (object.kind == Kind::kContainer && object.name == "tuple") {
    const Value parts = heap.parts(id);
    return object.of < 0 &&
           std::all_of(parts.begin(), parts.end(), [&](ObjectId part) {
             return heap.at(part).kind == Kind::kAtom &&
                    is_plain_key(heap, part);
           });
  }
  static constexpr std::array kPlain =
      std::to_array<std::string_view>({"str", "int", "bool", "bytes", "none"});
  return object.kind == Kind::kAtom &&
         std::find(kPlain.begin(), kPlain.end(), object.name) != kPlain.end();
}

bool holds_integers(const Heap& heap, const Object& object) {
  const auto number = [&](ObjectId id) { return is_atom(heap.at(id), "int"); };
  const auto key = [&](ObjectId id) { return is_plain_key(heap, id); };
  return !object.escaped &&
         std::all_of(object.fields.begin(), object.fields.end(),
                     [&](const auto& field) {
                       const Value value = field.second;
                       if (field.first == "default_factory") {
                         return is_library_type(heap, value, "int");
                       }
                       if (field.first == "[k]") {
                         return std::all_of(value.begin(), value.end(), key);
                       }
                       return field.first.starts_with("[") &&
                              std::all_of(value.begin(), value.end(), number);
                     });
}

// The text by which the loop's scope knows a type of collections: "Counter",
// "collections.Counter", as in the call that made `object`; or "".
std::string type_text(const Trial& trial, const Object& object) {
  const Interpreter& interpreter = trial.interpreter;
  const Node callee = object.site.field("function");
  const Node module = callee.field("object");
  const Node root = module ? module : callee;
  if (!root.is("identifier")) return "";
  const int scope = interpreter.resolve(root.text(), interpreter.loop_scope());
  if (scope < 0) return "";
  const Value value = interpreter.variable(scope, root.text());
  if (!module) {
    return is_library_type(interpreter.heap(), value, object.name)
               ? std::string(callee.text())
               : "";
  }
  const bool found =
      !value.empty() &&
      std::all_of(value.begin(), value.end(), [&](ObjectId id) {
        const Object& one = interpreter.heap().at(id);
        return one.kind == Kind::kLibraryModule &&
               one.name + "." + std::string(callee.field("attribute").text()) ==
                   object.name;
      });
  return found ? std::string(callee.text()) : "";
}

bool is_builtin_name(const Trial& trial, std::string_view name) {
  return trial.interpreter.resolve(name, trial.interpreter.loop_scope()) < 0;
}

// What makes an empty one like `object`, or "".
std::string empty_like(const Trial& trial, const Object& object,
                       Accumulator::Kind kind) {
  switch (kind) {
    case Accumulator::Kind::kInteger:
      return is_atom(object, "int") ? "0" : "";
    case Accumulator::Kind::kList:
      return object.kind == Kind::kContainer && object.name == "list" ? "[]"
                                                                      : "";
    case Accumulator::Kind::kCounter:
    case Accumulator::Kind::kDefaultDict: {
      const bool counter = kind == Accumulator::Kind::kCounter;
      const std::string_view name =
          counter ? "collections.Counter" : "collections.defaultdict";
      if (object.kind != Kind::kLibraryInstance || object.name != name ||
          !holds_integers(trial.interpreter.heap(), object) ||
          (!counter && (!is_builtin_name(trial, "int") ||
                        !object.fields.contains("default_factory")))) {
        return "";
      }
      const std::string text = type_text(trial, object);
      return text.empty() ? "" : text + (counter ? "()" : "(int)");
    }
    case Accumulator::Kind::kDict:
      return object.kind == Kind::kContainer && object.name == "dict" &&
                     holds_integers(trial.interpreter.heap(), object)
                 ? "{}"
                 : "";
  }
  return "";
}

// What `form` adds to.
std::vector<Accumulator::Kind> kinds_of(Addition::Form form) {
  using Form = Addition::Form;
  using To = Accumulator::Kind;
  switch (form) {
    case Form::kSum:
      return {To::kInteger};
    case Form::kAppend:
      return {To::kList};
    case Form::kUpdate:
      return {To::kCounter};
    case Form::kUnder:
      return {To::kCounter, To::kDefaultDict};
    case Form::kPresent:
    case Form::kPerhaps:
    case Form::kEmpty:
      return {To::kCounter, To::kDefaultDict, To::kDict};
  }
  return {};
}

std::optional<Accumulator> accumulator_of(
    const Trial& trial, const std::vector<Addition>& additions) {
  const std::string& name = additions.front().name;
  for (Accumulator::Kind kind : kinds_of(additions.front().form)) {
    const bool fits = std::all_of(
        additions.begin(), additions.end(), [&](const Addition& addition) {
          const std::vector<Accumulator::Kind> kinds = kinds_of(addition.form);
          return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
        });
    if (!fits) continue;
    std::string empty;
    const bool alike = all_objects(trial, name, [&](const Object& object) {
      const std::string own = empty_like(trial, object, kind);
      if (empty.empty()) empty = own;
      return !own.empty() && own == empty;
    });
    if (alike) return Accumulator{name, kind, empty};
  }
  return std::nullopt;
}

// Two names of one object would mix what they add.
bool shared(const Trial& trial, const Accumulator& accumulator,
            const Piece& piece) {
  if (accumulator.kind == Accumulator::Kind::kInteger) return false;
  int scope = trial.interpreter.loop_scope();
  Value mine = trial.interpreter.variable(scope, accumulator.name);
  return std::any_of(
      piece.accumulators.begin(), piece.accumulators.end(),
      [&](const Accumulator& other) {
        Value its = trial.interpreter.variable(scope, other.name);
        return std::any_of(mine.begin(), mine.end(), [&](ObjectId id) {
          const Kind kind = trial.interpreter.heap().at(id).kind;
          return (kind == Kind::kContainer || kind == Kind::kLibraryInstance) &&
                 its.contains(id);
        });
      });
}

// Does nothing but add: no special method of the value runs.
bool only_adds(const Trial& trial, const Addition& addition) {
  int scope = trial.interpreter.loop_scope();
  Value holders = trial.interpreter.variable(scope, addition.name);
  Effects effects = trial.interpreter.effects_of_part(addition.node);
  return std::all_of(effects.begin(), effects.end(), [&](const auto& entry) {
    const Effect& effect = entry.first;
    switch (effect.kind) {
      case Effect::Kind::kReadName:
      case Effect::Kind::kWriteName:
        // Or of a call that the work makes.
        return (effect.subject == scope && effect.name == addition.name) ||
               trial.interpreter.inside(
                   trial.interpreter.scope_at(effect.subject).context);
      case Effect::Kind::kWriteField:
        return holders.contains(effect.subject);
      case Effect::Kind::kReadField:  // the work writes only what it made
      case Effect::Kind::kRaises:
        return true;
      default:
        return false;
    }
  });
}

// The key is the same each time that it is evaluated.
bool keys_stay(const Trial& trial, const Addition& addition) {
  using Form = Addition::Form;
  if (addition.form != Form::kPresent && addition.form != Form::kPerhaps &&
      addition.form != Form::kEmpty) {
    return true;
  }
  const std::vector<Node> parts = addition.parts();
  return std::all_of(parts.begin(), parts.end(), [&](Node part) {
    const Effects& effects = trial.interpreter.effects_of_part(part);
    return std::all_of(effects.begin(), effects.end(), [](const auto& entry) {
      const Effect::Kind kind = entry.first.kind;
      return kind == Effect::Kind::kReadName ||
             kind == Effect::Kind::kReadField || kind == Effect::Kind::kRaises;
    });
  });
}

// A statement of the loop's own body: what it adds is better taken as the
// result of an expression.
bool nested(const Piece& piece, const Addition& addition) {
  return std::none_of(piece.nodes.begin(), piece.nodes.end(), [&](Node node) {
    return node == addition.node || node == addition.node.parent();
  });
}

std::optional<Accumulator> accumulates(const Trial& trial, const Piece& piece,
                                       const std::vector<Addition>& additions) {
  const std::string& name = additions.front().name;
  const int scope = trial.interpreter.loop_scope();
  int expected = 0;
  bool below = piece.skips;
  for (const Addition& addition : additions) {
    if (!only_adds(trial, addition) || !keys_stay(trial, addition)) {
      return std::nullopt;
    }
    expected += addition.mentions;
    below = below || nested(piece, addition);
  }
  if (!below || trial.target.contains(name) ||
      mentions(piece.nodes, name) != expected ||
      trial.interpreter.resolve(name, scope) != scope ||
      !bound_before(trial, name)) {
    return std::nullopt;
  }
  std::optional<Accumulator> found = accumulator_of(trial, additions);
  return found && !shared(trial, *found, piece) ? found : std::nullopt;
}

}  // namespace

void accumulate(const Trial& trial, Piece& piece) {
  std::map<std::string, std::vector<Addition>> by_name;
  std::vector<std::string> order;
  for (Node statement : piece.nodes) {
    for (Addition& addition : additions_in(statement)) {
      if (!by_name.contains(addition.name)) order.push_back(addition.name);
      by_name[addition.name].push_back(std::move(addition));
    }
  }
  for (const std::string& name : order) {
    const std::vector<Addition>& additions = by_name[name];
    if (!piece.use.exposed.contains(name)) continue;  // begins anew each time
    const std::optional<Accumulator> found =
        accumulates(trial, piece, additions);
    if (!found) continue;
    piece.accumulators.push_back(*found);
    for (const Addition& addition : additions) {
      piece.additions.push_back(addition.node);
    }
    piece.use.exposed.erase(name);
    piece.use.written.erase(name);
    piece.use.bound.erase(name);
  }
  // What makes the empty ones.
  for (const Accumulator& one : piece.accumulators) {
    if (one.kind == Accumulator::Kind::kCounter ||
        one.kind == Accumulator::Kind::kDefaultDict) {
      piece.use.exposed.insert(
          one.empty.substr(0, one.empty.find_first_of(".(")));
    }
  }
}

}  // namespace ppp::advisor
