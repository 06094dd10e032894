// SPDX-License-Identifier: Apache-2.0
#include "advisor/taken_source.h"

#include <algorithm>
#include <set>
#include <string>

#include "advisor/log_records.h"
#include "advisor/pieces.h"
#include "advisor/scopes.h"
#include "advisor/stdin_first.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// What the source does, against all that an iteration does.
struct Sides {
  Effects source;
  Effects body;
};

Sides sides_of(const Trial& trial) {
  Sides sides;
  for (Node part : trial.parts) {
    const Effects effects = trial.interpreter.effects_of_part(part);
    Effects& side = part == trial.shape.source ? sides.source : sides.body;
    side.add(effects);
  }
  return sides;
}

Reason refusal(std::string message, const Place& place) {
  Reason reason{"lazy-source", std::move(message), {}};
  if (place.source) reason.spans.push_back(place.span());
  return reason;
}

bool same_field(const Name& a, const Name& b) {
  return a == b || a == "*" || b == "*";
}

/// The first of `writes` to something that `reads` reads or writes.
std::optional<Place> meets(const Heap& heap, const Effects& writes,
                           const Effects& reads) {
  for (const auto& [write, place] : writes) {
    if (write.kind == Effect::Kind::kWriteName) {
      for (auto kind : {Effect::Kind::kReadName, Effect::Kind::kWriteName}) {
        if (reads.contains({kind, write.subject, write.name})) return place;
      }
    }
    if (write.kind != Effect::Kind::kWriteField) continue;
    for (const auto& [read, unused] : reads) {
      const bool field = read.kind == Effect::Kind::kReadField ||
                         read.kind == Effect::Kind::kWriteField;
      if (!field) continue;
      const bool all =
          read.kind == Effect::Kind::kReadField && read.name == "*";
      const bool same =
          read.subject == write.subject && same_field(read.name, write.name);
      if (same ||
          (all &&
           heap.reachable(Value(read.subject)).contains(write.subject))) {
        return place;
      }
    }
  }
  return std::nullopt;
}

std::optional<Reason> refuse_effects(const Trial& trial, const Sides& sides) {
  bool reads_files = false;
  for (const auto& [effect, place] : sides.source) {
    switch (effect.kind) {
      case Effect::Kind::kUnknown:
        return refusal("its source: " + effect.name + on_line(place), place);
      case Effect::Kind::kWriteName:
      case Effect::Kind::kRaises:
        return refusal(
            "its source does more than to give items" + on_line(place), place);
      case Effect::Kind::kOutside:
        reads_files |= effect.name == "file-read";
        if (effect.name == "stdin" && stdin_read_first(trial)) break;
        if (effect.name == "file-read" || effect.name == "environment-read") {
          break;
        }
        return refusal(
            "its source has the effect " + effect.name + on_line(place), place);
      case Effect::Kind::kReadName:
        if (effect.subject == trial.interpreter.loop_scope() &&
            trial.target.contains(effect.name)) {
          return refusal("its source reads `" + effect.name + "`" +
                             on_line(place) + ", which the loop assigns",
                         place);
        }
        break;
      default:
        break;
    }
  }
  for (const auto& [effect, place] : sides.body) {
    if (effect.kind != Effect::Kind::kOutside) continue;
    const bool files = effect.name == "file-write" ||
                       effect.name == "child-process" ||
                       effect.name == "program";
    const bool state =
        effect.name == "process-state" || effect.name == "log-setup";
    if (effect.name == "log-record") {
      if (auto odd = record_conflict(trial.interpreter, place, reads_files)) {
        return odd;
      }
    }
    if (!state && !(files && reads_files)) continue;
    return refusal("the loop has the effect " + effect.name + on_line(place) +
                       " while its source reads on",
                   place);
  }
  const Heap& heap = trial.interpreter.heap();
  if (auto place = meets(heap, sides.source, sides.body)) {
    return refusal("its source changes what the loop uses" + on_line(*place),
                   *place);
  }
  if (auto place = meets(heap, sides.body, sides.source)) {
    for (const auto& [effect, where] : sides.body) {
      const bool guessed = effect.kind == Effect::Kind::kUnknown &&
                           where.source == place->source &&
                           where.range == place->range;
      if (!guessed) continue;
      return refusal("the loop may change what its source reads: " +
                         effect.name + on_line(where),
                     where);
    }
    return refusal("the loop changes what its source reads" + on_line(*place),
                   *place);
  }
  return std::nullopt;
}

/// The names by which `file` knows itertools.
std::set<std::string_view> itertools_names(const SourceFile& file) {
  std::set<std::string_view> names = {"itertools"};
  walk(file.root(), [&](Node node) {
    if (node.is("aliased_import") && node.field("name").text() == "itertools") {
      names.insert(node.field("alias").text());
    }
    return true;
  });
  return names;
}

/// Why iterating over what `node` makes might have no end, or "".
std::string endless(Node node, const std::set<std::string_view>& itertools) {
  static const std::set<std::string_view> names = {"count", "cycle", "repeat"};
  if (node.is("import_from_statement") &&
      node.field("module_name").text() == "itertools") {
    for (Node name : node.fields("name")) {
      Node plain = name.is("aliased_import") ? name.field("name") : name;
      if (names.contains(plain.text())) return std::string(plain.text());
    }
  }
  const bool member = node.is("attribute") &&
                      itertools.contains(node.field("object").text()) &&
                      names.contains(node.field("attribute").text());
  if (member) return std::string(node.text());
  if (node.is("call") && node.field("function").text() == "iter" &&
      node.field("arguments").children().size() > 1) {
    return "iter";
  }
  if (node.is("while_statement")) {
    Node function = enclosing(node, {"function_definition"});
    const bool yields = function && scope_names(function).generator;
    return yields ? std::string(function.field("name").text()) : "";
  }
  if (node.is("function_definition")) {
    std::string_view name = node.field("name").text();
    if (name == "__next__" || name == "__getitem__") return std::string(name);
  }
  return "";
}

/// An exception that is no Exception, or "". What only catches it is left out.
std::string leaves_at_once(Node node) {
  static const std::set<std::string_view> names = {
      "BaseException", "BaseExceptionGroup", "CancelledError",
      "GeneratorExit", "KeyboardInterrupt",  "SystemExit"};
  if (!node.is("identifier") || !names.contains(node.text())) return "";
  for (Node at = node; at.parent() && !at.is("block"); at = at.parent()) {
    if (at.is("except_clause")) return "";
  }
  return std::string(node.text());
}

/// The taking keeps an Exception of the source until the items before it are
/// done; any other would come too early.
std::optional<Reason> refuse_exits(const Trial& trial) {
  std::optional<Reason> found;
  for (const SourceFile& file : trial.project.files) {
    walk(file.root(), [&](Node node) {
      const std::string what = found ? "" : leaves_at_once(node);
      if (!what.empty()) {
        found = Reason{"lazy-source",
                       "its source may end with `" + what +
                           "`, named on line " + std::to_string(node.line()) +
                           ", before its earlier items are done",
                       {file.span(node.range())}};
      }
      return !found;
    });
  }
  return found;
}

/// Anything in the project that may make an iterator without an end: whether
/// the source reaches it is not asked.
std::optional<Reason> refuse_endless(const Trial& trial) {
  std::optional<Reason> found;
  for (const SourceFile& file : trial.project.files) {
    const std::set<std::string_view> itertools = itertools_names(file);
    walk(file.root(), [&](Node node) {
      if (found) return false;
      const std::string what = endless(node, itertools);
      if (!what.empty()) {
        found = Reason{"lazy-source",
                       "its source may have no end: `" + what + "` on line " +
                           std::to_string(node.line()),
                       {file.span(node.range())}};
      }
      return true;
    });
  }
  const Effects& all = trial.interpreter.all_effects();
  for (const char* category : {"child-process", "program"}) {
    const auto child = all.find_outside(category);
    if (found || child == all.end()) continue;
    found =
        refusal("its source may be what a child process writes", child->second);
  }
  return found;
}

/// A list that grows while its items are taken may never end, unless an
/// exception of the body ends the loop.
std::optional<Reason> refuse_growing(const Trial& trial, const Sides& sides) {
  static const std::set<std::string_view> growing = {
      "list", "bytearray", "array.array", "collections.UserList"};
  for (const auto& [effect, place] : sides.source) {
    if (effect.kind != Effect::Kind::kWriteField) continue;
    const Object& object = trial.interpreter.heap().at(effect.subject);
    if (growing.contains(object.name) &&
        trial.interpreter.iterates(trial.shape.source, effect.subject)) {
      return refusal(
          "its source may have no end: it changes what it iterates "
          "over" +
              on_line(place),
          place);
    }
  }
  return std::nullopt;
}

/// The class may say how long its objects are, by what the project or a library
/// has written for it.
bool has_length(const Trial& trial, ObjectId cls) {
  const Heap& heap = trial.interpreter.heap();
  for (ObjectId one : trial.interpreter.mro(cls)) {
    const Object& object = heap.at(one);
    if (object.kind != Kind::kClass && object.name != "builtins.object") {
      return true;
    }
  }
  bool found = false;
  for (const SourceFile& file : trial.project.files) {
    walk(file.root(), [&](Node node) {
      found |= node.text() == "__len__" || node.text() == "__length_hint__";
      return !found;
    });
  }
  return found;
}

/// A list asks what it takes in for its length, which a loop does not.
std::optional<Reason> refuse_measured(const Trial& trial) {
  const Heap& heap = trial.interpreter.heap();
  for (ObjectId id : trial.interpreter.value_of(trial.shape.source)) {
    if (heap.at(id).kind == Kind::kGenerator) continue;
    for (ObjectId inner : heap.reachable(Value(id))) {
      const Object& object = heap.at(inner);
      if (object.kind != Kind::kInstance || !has_length(trial, object.of)) {
        continue;
      }
      return Reason{"lazy-source",
                    "its source would be asked for its length, which `" +
                        heap.at(object.of).name + "` may say",
                    {trial.loop.source->span(trial.shape.source.range())}};
    }
  }
  return std::nullopt;
}

bool inside_try(const Trial& trial) {
  if (!managers_pass(trial)) return true;
  for (Node node = trial.loop.node.parent(); node; node = node.parent()) {
    if (node.is("try_statement")) return true;
    if (node.is("function_definition")) return false;
  }
  return trial.loop.source->module() != "__main__";
}

/// Where the source's own variables stand: a comprehension's are not among
/// them.
int scope_around(const Trial& trial) {
  const int scope = trial.interpreter.loop_scope();
  return is_comprehension(trial.loop.node)
             ? trial.interpreter.scope_at(scope).parent
             : scope;
}

/// Whoever holds the iterator after an exception of an iteration sees that it
/// is further than it was.
std::optional<Reason> refuse_holders(const Trial& trial, const Sides& sides) {
  const Interpreter& interpreter = trial.interpreter;
  const bool caught = inside_try(trial);
  const int around = scope_around(trial);
  auto refused = [&](const std::string& holder) {
    return Reason{"lazy-source",
                  "its source is still held by " + holder +
                      ", which would see it used up",
                  {trial.loop.source->span(trial.shape.source.range())}};
  };
  for (const auto& [effect, place] : sides.source) {
    if (effect.kind != Effect::Kind::kWriteField) continue;
    const ObjectId id = effect.subject;
    if (interpreter.inside(interpreter.heap().at(id).context)) continue;
    for (int scope = 0; scope < interpreter.scope_count(); ++scope) {
      for (const auto& [name, value] : interpreter.scope_at(scope).variables) {
        if (!value.contains(id)) continue;
        const bool own = scope == around;
        if (own && (!caught || !trial.live_after(name))) continue;
        return refused("`" + name + "`");
      }
    }
    for (ObjectId other = 0; other < interpreter.heap().size(); ++other) {
      const Object& object = interpreter.heap().at(other);
      if (object.kind != Kind::kInstance && object.kind != Kind::kContainer) {
        continue;
      }
      for (const auto& [name, value] : object.fields) {
        if (value.contains(id)) return refused("an object");
      }
    }
  }
  return std::nullopt;
}

}  // namespace

bool could_be_taken(const Loop& loop) {
  if (!loop.node.is("for_statement") && !is_comprehension(loop.node)) {
    return false;
  }
  const LoopShape shape = shape_of(loop);
  return !shape.applied && shape.sources().size() == 1;
}

std::optional<Reason> refuse_taking(const Trial& trial) {
  if (trial.interpreter.value_of(trial.shape.source).empty()) {
    return refusal("what it iterates over is not known", {});
  }
  const Sides sides = sides_of(trial);
  if (auto refused = refuse_effects(trial, sides)) return refused;
  if (auto refused = refuse_endless(trial)) return refused;
  if (auto refused = refuse_growing(trial, sides)) return refused;
  if (auto refused = refuse_exits(trial)) return refused;
  if (auto refused = refuse_measured(trial)) return refused;
  return refuse_holders(trial, sides);
}

}  // namespace ppp::advisor
