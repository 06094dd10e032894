// SPDX-License-Identifier: Apache-2.0
#include "advisor/lasting_pool.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "advisor/caught.h"
#include "advisor/loop_source.h"
#include "advisor/scopes.h"
#include "advisor/transfer.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// What goes to another process is a copy of it, not its name.
bool is_data(const Interpreter& interpreter, ObjectId id) {
  const Kind kind = interpreter.heap().at(id).kind;
  return kind == Kind::kAtom || kind == Kind::kContainer ||
         (kind == Kind::kInstance && !interpreter.is_member(id));
}

/// The workers get all but the variables of modules with every item.
bool all_else_is_sent(const Candidate& made) {
  return std::all_of(made.work.captures.begin(), made.work.captures.end(),
                     [](const Capture& capture) {
                       return capture.kind == Capture::Kind::kGlobal ||
                              capture.kind == Capture::Kind::kSmall;
                     });
}

bool plain_form(const Trial& trial, const Candidate& made) {
  if (!trial.loop.function.is("function_definition")) return false;
  const ScopeNames names = scope_names(trial.loop.function);
  return !names.async && !names.generator && !made.work.applies &&
         !made.work.prints && !made.work.leaves_items() &&
         made.work.loggers.empty() && made.work.per_worker.empty() &&
         !made.early_exit && !made.work.stale_guards &&
         made.assumptions.empty() && made.process_obstacles.empty() &&
         made.fork_obstacles.empty();
}

/// Callees see the variables of the function that the loop stands in.
bool callees_look_in(const Trial& trial, const Piece& piece) {
  for (Node part : trial.parts) {
    if (!piece.covers(part)) continue;
    for (const auto& [effect, place] :
         trial.interpreter.effects_of_callees(part)) {
      if (effect.kind == Effect::Kind::kReadName &&
          effect.subject == trial.interpreter.loop_scope()) {
        return true;
      }
    }
  }
  return false;
}

/// Whoever changes it changes what everybody runs.
bool is_code(const Object& object) {
  return object.kind == Kind::kFunction || object.kind == Kind::kClass ||
         object.kind == Kind::kModule || object.kind == Kind::kLibraryModule ||
         object.kind == Kind::kLibraryFunction ||
         object.kind == Kind::kLibraryType || object.kind == Kind::kUnknown;
}

/// What is sent by name, or may be: classes and the like, objects of the
/// library, and the classes of instances.
Value named_by(const Interpreter& interpreter, const Value& sent) {
  Value names;
  for (ObjectId id : sent) {
    const Object& object = interpreter.heap().at(id);
    if (!is_data(interpreter, id)) names.add(id);
    if (object.of >= 0) names.add(object.of);
  }
  return names;
}

/// Beside the workers the program may do this.
bool may_go_on(std::string_view outside) {
  static const std::set<std::string_view> harmless = {
      "print", "clock", "random", "sleep", "memoize"};
  return harmless.contains(outside);
}

/// Somewhere in the program: it may come at any time, or concerns processes.
bool concerns_processes(std::string_view outside) {
  static const std::set<std::string_view> all = {
      "thread",  "worker-thread", "task",          "event-loop",
      "hook",    "process-state", "child-process", "program",
      "dynamic", "own-source",    "import",        "log-setup"};
  return all.contains(outside);
}

/// What workers would keep open, so that its other end does not notice.
bool holds_connections(const Heap& heap) {
  for (ObjectId id = 0; id < heap.size(); ++id) {
    if (is_connected(heap.at(id))) return true;
  }
  return false;
}

/// Going from item to item runs no code and binds variables of the function.
bool steps_quietly(const Trial& around) {
  const Interpreter& interpreter = around.interpreter;
  const Node target = around.shape.target;
  bool names = true;
  walk(target, [&](Node node) {
    names &= !node.is("attribute") && !node.is("subscript");
    return names;
  });
  return names && interpreter.unpacks_quietly(target) &&
         source_sized(interpreter, around.shape.source) &&
         std::all_of(around.target.begin(), around.target.end(),
                     [&](const std::string& name) {
                       return interpreter.resolve(name,
                                                  interpreter.loop_scope()) ==
                              interpreter.loop_scope();
                     });
}

bool leaves_alone(const Heap& heap, const Effect& effect,
                  const Inherited& inherited) {
  switch (effect.kind) {
    case Effect::Kind::kUnknown:
    case Effect::Kind::kUses:
      return false;
    case Effect::Kind::kOutside:
      return may_go_on(effect.name);
    case Effect::Kind::kWriteName:
      return !inherited.variables.contains({effect.subject, effect.name});
    case Effect::Kind::kWriteField:
      return heap.at(effect.subject).kind == Kind::kAtom ||
             (!is_code(heap.at(effect.subject)) &&
              !inherited.objects.contains(effect.subject));
    default:
      return true;
  }
}

/// Workers that wait for the next entry die of a Ctrl-C. So must the program.
bool outlives_interrupt(const Project& project) {
  bool found = false;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      found = found || !outlives_exit(node).empty();
      return !found;
    });
  }
  return found;
}

/// `around` is of a `for` loop of the same function, in which the loop runs:
/// its iterations change nothing of `inherited`, and nothing of the process
/// that workers would not notice, or should not keep.
bool lets_pool_last(const Trial& around, const Inherited& inherited) {
  const Interpreter& interpreter = around.interpreter;
  const Node loop = around.loop.node;
  if (!loop.is("for_statement") || loop.field("alternative") ||
      interpreter.ambiguous() || interpreter.loop_scope() < 0 ||
      interpreter.runs_inside(loop) || holds_connections(interpreter.heap()) ||
      outlives_interrupt(around.project) || !steps_quietly(around)) {
    return false;
  }
  for (const auto& [effect, place] : interpreter.all_effects()) {
    if (effect.kind == Effect::Kind::kOutside &&
        concerns_processes(effect.name)) {
      return false;
    }
  }
  return std::all_of(around.parts.begin(), around.parts.end(), [&](Node part) {
    const Effects& effects = interpreter.effects_of_part(part);
    return std::all_of(effects.begin(), effects.end(), [&](const auto& one) {
      return leaves_alone(interpreter.heap(), one.first, inherited);
    });
  });
}

}  // namespace

std::optional<Inherited> inherited(const Trial& trial, const Piece& piece,
                                   const Candidate& made) {
  if (!plain_form(trial, made) || !all_else_is_sent(made) ||
      callees_look_in(trial, piece)) {
    return std::nullopt;
  }
  const Interpreter& interpreter = trial.interpreter;
  const Heap& heap = interpreter.heap();
  const Isolation isolation(interpreter, *trial.loop.source, trial.parts, piece,
                            trial.target);
  const Value sent = heap.reachable(trial.items());
  Inherited found;
  Value roots = named_by(interpreter, sent);
  for (const auto& [effect, place] : isolation.work()) {
    if (effect.kind == Effect::Kind::kOutside ||
        effect.kind == Effect::Kind::kUses) {
      return std::nullopt;
    }
    if (effect.kind == Effect::Kind::kReadName) {
      const Scope& scope = interpreter.scope_at(effect.subject);
      if (interpreter.inside(scope.context) ||
          effect.subject == interpreter.loop_scope()) {
        continue;
      }
      if (scope.parent >= 0) return std::nullopt;
      found.variables.emplace(effect.subject, effect.name);
      roots.add(interpreter.variable(effect.subject, effect.name));
    } else if (effect.kind == Effect::Kind::kReadField &&
               !isolation.is_private(effect.subject) &&
               !(sent.contains(effect.subject) &&
                 is_data(interpreter, effect.subject))) {
      roots.add(Value(effect.subject));
    }
  }
  found.objects = heap.reachable(roots);
  while (roots.add(named_by(interpreter, found.objects))) {
    found.objects = heap.reachable(roots);
  }
  if (found.objects.contains(heap.unknown())) return std::nullopt;
  return found;
}

std::optional<ByteRange> place_of_pool(
    const Loop& loop, const Inherited& inherited,
    const std::function<std::optional<Trial>(Node)>& trial_of) {
  static const std::set<std::string_view> between = {
      "block",       "if_statement",         "elif_clause",
      "else_clause", "expression_statement", "assignment"};
  std::optional<ByteRange> place;
  for (Node node = loop.node.parent(); node && node != loop.function;
       node = node.parent()) {
    if (between.contains(node.kind())) continue;
    if (!node.is("for_statement")) break;
    const std::optional<Trial> around = trial_of(node);
    if (!around || !lets_pool_last(*around, inherited)) break;
    place = node.range();
  }
  return place;
}

}  // namespace ppp::advisor
