// SPDX-License-Identifier: Apache-2.0
#include "advisor/isolation.h"

#include <algorithm>
#include <map>
#include <variant>

#include "advisor/assumption.h"
#include "advisor/back_off.h"
#include "advisor/connection.h"
#include "advisor/kept_records.h"
#include "advisor/linear_algebra.h"
#include "advisor/log_records.h"
#include "advisor/memo.h"
#include "advisor/other_files.h"
#include "advisor/outside.h"
#include "advisor/process_files.h"
#include "advisor/told_warnings.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

Reason at(std::string id, std::string message, const Place& place) {
  Reason reason{std::move(id), std::move(message), {}};
  if (place.source) reason.spans.push_back(place.span());
  return reason;
}

Reason unknown_effect(const Effect& effect, const Place& place) {
  Reason reason = at("unknown-effect", effect.name + on_line(place), place);
  if (place.source) {
    reason.subject = place.source->slice(place.range);
    reason.assumption = harmless_assumption(place);
  }
  return reason;
}

bool fields_meet(const Name& a, const Name& b) {
  return a == b || a == "*" || b == "*";
}

/// A logger was told something: that comes in order, whoever tells it.
bool is_record(const Interpreter& interpreter, const Effect& write) {
  return write.name == "[]" &&
         interpreter.heap().at(write.subject).name == "logging.Logger";
}

bool in_guard(const Piece& piece, Node part) {
  return std::any_of(piece.guards.begin(), piece.guards.end(),
                     [&](const GuardNode& guard) {
                       return guard.condition.range().contains(part.range());
                     });
}

/// The name of an attribute or of an argument, or a variable that is assigned.
bool is_no_read(Node name) {
  const Node holder = name.parent();
  return (holder.is("attribute") && holder.field("attribute") == name) ||
         (holder.is("keyword_argument") && holder.field("name") == name) ||
         (holder.is("assignment") && holder.field("left") == name);
}

}  // namespace

bool Piece::covers(Node node) const {
  if (std::find(additions.begin(), additions.end(), node) != additions.end()) {
    return false;
  }
  return std::any_of(nodes.begin(), nodes.end(), [&](Node mine) {
    return mine.range().contains(node.range());
  });
}

Isolation::Isolation(const Interpreter& interpreter, const SourceFile& source,
                     const std::vector<Node>& parts, const Piece& piece,
                     const Names& target)
    : interpreter_(interpreter),
      source_(source),
      piece_(piece),
      target_(target) {
  for (Node part : parts) {
    bool mine = piece.covers(part);
    const Effects& effects = interpreter.effects_of_part(part);
    (mine ? work_ : rest_).add(effects);
    if (!mine) continue;
    if (!in_guard(piece, part)) firm_.add(effects);
    // The function of an item call runs in no iteration of the loop's body.
    const Effects& called =
        piece.applies ? effects : interpreter.effects_of_callees(part);
    callees_.add(called);
  }
  older_ = older_objects(parts);
  if (!piece.has_prelude()) return;
  Value made;
  for (const std::string& name : piece.use.written) {
    made.add(interpreter.variable(interpreter.loop_scope(), name));
  }
  while (add_closures(interpreter.heap().reachable(made), made)) {
  }
}

// The script may use the variable for other things before the loop and behind
// it: what counts is what the loop's own text sees, at its `places`.
Value Isolation::value_read(const Effect& read,
                            std::span<const Node> places) const {
  const Value whole = interpreter_.variable(read.subject, read.name);
  if (read.subject != interpreter_.loop_scope() || callees_.contains(read)) {
    return whole;
  }
  Value seen;
  for (Node place : places) {
    const Value value = interpreter_.value_of(place);
    if (value.empty()) return whole;
    seen.add(value);
  }
  return seen.empty() ? whole : seen;
}

// Everything that the work can reach without having made it.
Value Isolation::older_objects(const std::vector<Node>& parts) {
  std::map<std::string_view, std::vector<Node>> places;
  for (Node part : parts) {
    walk(part, [&](Node node) {
      if (node.is("identifier") && !is_no_read(node)) {
        places[node.text()].push_back(node);
      }
      return true;
    });
  }
  Value roots = interpreter_.items();
  std::vector<ObjectId> read;
  for (const auto& [effect, place] : work_) {
    if (effect.kind == Effect::Kind::kReadName) {
      const Scope& scope = interpreter_.scope_at(effect.subject);
      if (interpreter_.inside(scope.context)) continue;  // see add_closures()
      bool own = effect.subject == interpreter_.loop_scope() &&
                 piece_.use.written.contains(effect.name) &&
                 !piece_.use.exposed.contains(effect.name);
      if (!own) roots.add(value_read(effect, places[effect.name]));
    } else if (effect.kind == Effect::Kind::kReadField) {
      const Object& object = interpreter_.heap().at(effect.subject);
      if (!interpreter_.inside(object.context)) read.push_back(effect.subject);
    }
  }
  roots.add(Value(std::move(read)));
  Value all = interpreter_.heap().reachable(roots);
  while (add_closures(all, roots)) all = interpreter_.heap().reachable(roots);
  return all;
}

// Adds what the functions among `objects` see of the iteration that made them.
bool Isolation::add_closures(const Value& objects, Value& roots) {
  bool grown = false;
  for (ObjectId id : objects) {
    const Object& object = interpreter_.heap().at(id);
    if (object.kind != Kind::kFunction) continue;
    for (int scope = object.scope; scope >= 0;
         scope = interpreter_.scope_at(scope).parent) {
      const Scope& around = interpreter_.scope_at(scope);
      if (!interpreter_.inside(around.context)) continue;
      for (const auto& [name, value] : around.variables) {
        grown = roots.add(value) || grown;
      }
      older_scopes_.insert(interpreter_.canonical(scope));
    }
  }
  return grown;
}

// A variable of a call that this iteration has made, and that nothing older
// sees, nor what stands behind a prelude.
bool Isolation::is_private_scope(const Effect& access) const {
  return interpreter_.inside(interpreter_.scope_at(access.subject).context) &&
         !older_scopes_.contains(access.subject);
}

bool Isolation::is_private(ObjectId id) const {
  const Object& object = interpreter_.heap().at(id);
  return interpreter_.inside(object.context) && !older_.contains(id);
}

bool Isolation::repeatable() const {
  return repeatable_with_files() && !reads_files();
}

bool Isolation::repeatable_with_files() const {
  static const std::set<std::string_view> harmless = {
      "environment-read", "sleep",  "memoize",        "identity", "context",
      "warnings",         "pickle", "linear-algebra", "file-read"};
  return std::all_of(work_.begin(), work_.end(), [](const auto& one) {
    if (one.first.kind == Effect::Kind::kFile) {
      return one.first.name != kOtherwise;
    }
    return one.first.kind != Effect::Kind::kOutside ||
           harmless.contains(one.first.name);
  });
}

std::string Isolation::variable_of(ObjectId id) const {
  for (int scope = interpreter_.loop_scope(); scope >= 0;
       scope = interpreter_.scope_at(scope).parent) {
    for (const auto& [name, value] : interpreter_.scope_at(scope).variables) {
      if (value.contains(id)) return name;
    }
    for (const auto& [key, value] : interpreter_.scope_at(scope).unshared) {
      if (value.contains(id)) return key.substr(0, key.find('@'));
    }
  }
  for (int scope = 0; scope < interpreter_.scope_count(); ++scope) {
    if (interpreter_.scope_at(scope).parent >= 0) continue;
    for (const auto& [name, value] : interpreter_.scope_at(scope).variables) {
      if (value.contains(id)) return name;
    }
  }
  return "";
}

std::string Isolation::describe(ObjectId id) const {
  const Object& object = interpreter_.heap().at(id);
  const std::string variable = variable_of(id);
  if (!variable.empty()) return "`" + variable + "`";
  std::string what = object.name;
  if (object.kind == Kind::kInstance) what = "`" + object.name + "` object";
  if (object.kind == Kind::kClass) what = "class `" + object.name + "`";
  if (object.kind == Kind::kFunction) what = "function `" + object.name + "`";
  if (object.source && object.site) {
    return "the " + what + " made on line " +
           std::to_string(object.source->line_of(object.site.range().begin));
  }
  return "the " + what;
}

std::vector<Reason> Isolation::conflicts(const Value& own) const {
  const bool reads = work_.contains({Effect::Kind::kOutside, -1, "file-read"});
  std::vector<Reason> reasons = record_conflicts(interpreter_, work_, reads);
  const auto others = record_conflicts(interpreter_, rest_, reads);
  reasons.insert(reasons.end(), others.begin(), others.end());
  if (piece_.may_log && logs()) {
    const auto kept = kept_loggers(interpreter_, work_);
    if (auto* refused = std::get_if<Reason>(&kept)) reasons.push_back(*refused);
  }
  check_outside(reasons);
  check_names(reasons);
  check_fields(reasons);
  check_uses(own, reasons);
  check_rest(reasons);
  return reasons;
}

// It asks for a page over every connection that it opens, and for nothing else.
bool Isolation::asks_over_each() const {
  if (work_.find_outside("talk") != work_.end()) return false;
  for (ObjectId id = 0; id < interpreter_.heap().size(); ++id) {
    const Object& object = interpreter_.heap().at(id);
    if (object.name == "asyncio.StreamWriter" &&
        interpreter_.inside(object.context) &&
        !object.fields.contains("<asks>")) {
      return false;
    }
  }
  return true;
}

// A loop that only pauses may stand in one that sends.
bool Isolation::sends_requests() const {
  const Effects& all = interpreter_.all_effects();
  return std::any_of(all.begin(), all.end(), [](const auto& one) {
    return one.first.kind == Effect::Kind::kOutside &&
           (is_request(one.first.name) || one.first.name == "network" ||
            one.first.name == "connect" || one.first.name == "talk");
  });
}

// Over connections that the work itself opens, of which it is said that they
// are opened; it changes none that is older.
bool Isolation::talks_apart() const {
  return work_.find_outside("conversation") != work_.end() ||
         work_.find_outside("connect") != work_.end();
}

// The loop in question may be what repeats the tries, or one around it. A
// program that servers tell to slow down backs off before it asks for anything
// else, too.
bool Isolation::between_items(const Effect& effect, const Place& place) const {
  if (effect.name != "back-off") return false;
  const Node repeats =
      repeating_loop(node_at(place.source->root(), place.range));
  const Question& loop = interpreter_.question();
  return !repeats || heeds_limits(interpreter_.project()) ||
         (place.source == loop.source && repeats.range().contains(loop.range));
}

void Isolation::check_outside(std::vector<Reason>& reasons) const {
  bool sleeps = false;
  bool requests = false;
  for (const auto& [effect, place] : work_) {
    if (effect.kind == Effect::Kind::kUnknown) {
      reasons.push_back(unknown_effect(effect, place));
    } else if (effect.kind == Effect::Kind::kRaises &&
               effect.name == "StopIteration") {
      reasons.push_back(at("raises-stop-iteration",
                           "may raise StopIteration" + on_line(place), place));
    } else if (effect.kind == Effect::Kind::kOutside) {
      sleeps |= effect.name == "sleep" || between_items(effect, place);
      requests |= is_request(effect.name) || effect.name == "connect";
      if (effect.name == "connect" && asks_over_each()) continue;
      if (effect.name == "talk" && talks_apart()) continue;
      const bool print =
          (effect.name == "print" && piece_.may_print) ||
          (effect.name == "print-error" && piece_.may_print_errors);
      const bool record = effect.name == "log-record";
      const bool warning = effect.name == "warnings";
      if (harmless_outside(effect.name) || print ||
          (record && piece_.may_log) ||
          (warning && piece_.may_warn && repeatable_with_files())) {
        continue;
      }
      reasons.push_back(outside_conflict(effect.name, place));
    }
  }
  if (work_.find_outside("query") != work_.end()) {
    if (auto conflict = own_driver(interpreter_.project())) {
      reasons.push_back(std::move(*conflict));
    }
  }
  const auto told = work_.find_outside("print-error");
  if (told != work_.end() && work_.find_outside("print") != work_.end()) {
    reasons.push_back(at("effect-stderr",
                         "writes to stdout, and to stderr" +
                             on_line(told->second) +
                             ": which comes first may be seen",
                         told->second));
  }
  const bool reads_files = work_.find_outside("file-read") != work_.end() ||
                           rest_.find_outside("file-read") != rest_.end();
  if (reads_files) {
    if (auto conflict = names_process_files(interpreter_.project())) {
      reasons.push_back(std::move(*conflict));
    }
  }
  if (warns()) {
    if (auto conflict = tells_of_warnings(interpreter_.project())) {
      reasons.push_back(std::move(*conflict));
    }
  }
  if (algebra_of(*this)) {
    if (auto conflict = counts_algebra_threads(interpreter_.project())) {
      reasons.push_back(std::move(*conflict));
    }
  }
  check_memoized(reasons);
  const bool rest_sleeps =
      std::any_of(rest_.begin(), rest_.end(), [](const Effects::Entry& entry) {
        return entry.first.kind == Effect::Kind::kOutside &&
               (entry.first.name == "sleep" || entry.first.name == "back-off");
      });
  if ((sleeps && sends_requests()) || (requests && rest_sleeps)) {
    reasons.push_back({"rate-limited",
                       "pauses between requests: running them at once would "
                       "defeat that",
                       {}});
  }
}

void Isolation::check_memoized(std::vector<Reason>& reasons) const {
  if (!work_.contains({Effect::Kind::kOutside, -1, "memoize"})) return;
  if (prints() || logs()) {
    reasons.push_back({"effect-stdout",
                       "calls a memoized function, and whether that prints "
                       "depends on the calls before",
                       {}});
  }
  for (const auto& [effect, place] : interpreter_.all_effects()) {
    bool counts = effect.kind == Effect::Kind::kOutside &&
                  effect.name == "cache-statistics";
    if (!counts) continue;
    reasons.push_back(at(
        "reads-changing-state",
        "calls a memoized function, whose cache is looked at" + on_line(place),
        place));
  }
  for (int scope : interpreter_.memoized()) {
    if (auto reason = history_matters(interpreter_, scope)) {
      reasons.push_back(std::move(*reason));
    }
  }
}

void Isolation::check_names(std::vector<Reason>& reasons) const {
  int loop_scope = interpreter_.loop_scope();
  auto variable_of_loop = [&](const Effect& effect) {
    return (target_.contains(effect.name) ||
            piece_.use.written.contains(effect.name)) &&
           effect.subject == interpreter_.resolve(effect.name, loop_scope);
  };
  for (const auto& [effect, place] : work_) {
    const bool name = effect.kind == Effect::Kind::kWriteName ||
                      effect.kind == Effect::Kind::kReadName;
    if (name && is_private_scope(effect)) continue;
    if (effect.kind == Effect::Kind::kWriteName) {
      bool own = effect.subject == loop_scope &&
                 (!piece_.expression || piece_.has_prelude()) &&
                 piece_.use.written.contains(effect.name);
      if (!own) {
        reasons.push_back(at("writes-shared-state",
                             "assigns `" + effect.name + "`" + on_line(place) +
                                 ", which outlives the iteration",
                             place));
        reasons.back().subject = effect.name;
      }
    } else if (effect.kind == Effect::Kind::kReadName) {
      if (may_be_stale(effect)) continue;
      auto written =
          rest_.find({Effect::Kind::kWriteName, effect.subject, effect.name});
      if (written == rest_.end()) continue;
      Reason reason =
          at("carried-dependence",
             "reads `" + effect.name + "`" + on_line(place) +
                 ", which the loop assigns" + on_line(written->second),
             place);
      reason.spans.push_back(written->second.span());
      reason.subject = effect.name;
      reasons.push_back(std::move(reason));
    }
  }
  for (const auto& [effect, place] : callees_) {
    bool access = effect.kind == Effect::Kind::kReadName ||
                  effect.kind == Effect::Kind::kWriteName;
    if (!access || !variable_of_loop(effect)) continue;
    reasons.push_back(at("reads-loop-variable",
                         "a function that it calls uses `" + effect.name + "`" +
                             on_line(place) + ", which the loop assigns",
                         place));
  }
  for (const std::string& name : piece_.use.written) {
    // The loop binds its own variables anew (see binding_conflicts()).
    if (!piece_.use.exposed.contains(name) || target_.contains(name)) continue;
    auto place = work_.find({Effect::Kind::kWriteName, loop_scope, name});
    Place where = place == work_.end() ? Place{} : place->second;
    auto read = work_.find({Effect::Kind::kReadName, loop_scope, name});
    std::string reads = read == work_.end() ? "" : on_line(read->second);
    Reason reason =
        at("carried-dependence",
           "`" + name + "` is assigned" + on_line(where) +
               " and its value from the iteration before may be read" + reads,
           where);
    if (read != work_.end()) reason.spans.push_back(read->second.span());
    reason.subject = name;
    reasons.push_back(std::move(reason));
  }
}

std::optional<Reason> Isolation::rest_writes_to(const Value& objects,
                                                const Name& field) const {
  for (const auto& [effect, place] : rest_) {
    if (effect.kind != Effect::Kind::kWriteField) continue;
    if (!objects.contains(effect.subject)) continue;
    if (!fields_meet(effect.name, field) || is_record(interpreter_, effect)) {
      continue;
    }
    Reason reason =
        at("reads-changing-state",
           describe(effect.subject) + " is changed" + on_line(place) +
               " while later iterations still read it",
           place);
    reason.subject = variable_of(effect.subject);
    return reason;
  }
  return std::nullopt;
}

Reason Isolation::changes_shared(ObjectId id, const Place& place) const {
  const Object& object = interpreter_.heap().at(id);
  const TypeEntry* type = object.kind == Kind::kLibraryInstance
                              ? interpreter_.library().type(object.name)
                              : nullptr;
  const std::string why = type && !type->state.empty()
                              ? ", which " + type->state
                              : ", which other iterations share";
  const std::string conflict =
      type && !type->conflict.empty() ? type->conflict : "writes-shared-state";
  Reason reason =
      at(conflict, "changes " + describe(id) + on_line(place) + why, place);
  reason.subject = variable_of(id);
  if (!type) return reason;
  reason.remedy = type->remedy;
  if (!type->assumption.empty() && place.source) {
    reason.assumption =
        "assumes of " + quoted_place(place) + " that " + type->assumption;
  }
  return reason;
}

// What the iteration has made may hold what others share: `[shared] == x`.
void Isolation::check_inside(std::vector<Reason>& reasons) const {
  Value mine;
  Place first;
  for (const auto& [effect, place] : work_) {
    const bool deep =
        effect.kind == Effect::Kind::kReadField && effect.name == "*";
    if (!deep || !is_private(effect.subject) || may_be_stale(effect)) continue;
    if (mine.empty()) first = place;
    mine.add(effect.subject);
  }
  Value shared;
  for (ObjectId id : interpreter_.heap().reachable(mine)) {
    if (!is_private(id)) shared.add(id);
  }
  if (auto conflict = rest_writes_to(shared, "*")) {
    if (first.source) conflict->spans.push_back(first.span());
    reasons.push_back(std::move(*conflict));
  }
}

void Isolation::check_fields(std::vector<Reason>& reasons) const {
  const Heap& heap = interpreter_.heap();
  check_inside(reasons);
  for (const auto& [effect, place] : work_) {
    if (effect.kind == Effect::Kind::kWriteField) {
      if (is_private(effect.subject)) continue;
      if (heap.at(effect.subject).kind == Kind::kUnknown) continue;
      if (heap.at(effect.subject).kind == Kind::kAtom) continue;
      if (is_record(interpreter_, effect)) continue;
      reasons.push_back(changes_shared(effect.subject, place));
    } else if (effect.kind == Effect::Kind::kReadField) {
      if (may_be_stale(effect)) continue;
      // What a prelude makes, the statements behind it may still change.
      if (is_private(effect.subject) && !piece_.has_prelude()) continue;
      Value read(effect.subject);
      if (effect.name == "*") read = heap.reachable(read);
      if (auto conflict = rest_writes_to(read, effect.name)) {
        if (place.source) conflict->spans.push_back(place.span());
        reasons.push_back(std::move(*conflict));
      }
    }
  }
}

void Isolation::check_uses(const Value& own,
                           std::vector<Reason>& reasons) const {
  for (const auto& [effect, place] : work_) {
    const bool shared = effect.kind == Effect::Kind::kUses &&
                        !is_private(effect.subject) &&
                        !own.contains(effect.subject);
    if (!shared) continue;
    reasons.push_back(at("one-thread-only",
                         "uses " + describe(effect.subject) + on_line(place) +
                             ", which only one thread at a time may do",
                         place));
    reasons.back().subject = variable_of(effect.subject);
  }
}

std::optional<Reason> Isolation::changes_files() const {
  for (const Effects* effects : {&work_, &rest_}) {
    for (const auto& [effect, place] : *effects) {
      if (effect.kind != Effect::Kind::kOutside) continue;
      if (effect.name != "file-write" && effect.name != "child-process" &&
          effect.name != "program") {
        continue;
      }
      return outside_conflict(effect.name, place, "the loop ");
    }
  }
  return std::nullopt;
}

// What the rest of the loop may not do beside any work at all.
void Isolation::check_rest(std::vector<Reason>& reasons) const {
  bool reads_files = work_.contains({Effect::Kind::kOutside, -1, "file-read"});
  bool context = work_.contains({Effect::Kind::kOutside, -1, "context"});
  const bool starts = work_.find_outside("program") != work_.end();
  const bool requests =
      std::any_of(work_.begin(), work_.end(), [](const auto& one) {
        return one.first.kind == Effect::Kind::kOutside &&
               is_request(one.first.name);
      });
  const std::vector<Reason> others =
      reads_files ? other_files(interpreter_, piece_, work_, rest_)
                  : std::vector<Reason>();
  reasons.insert(reasons.end(), others.begin(), others.end());
  for (const auto& [effect, place] : rest_) {
    if (context && effect.kind == Effect::Kind::kWriteField &&
        interpreter_.heap().at(effect.subject).name == "decimal.Context") {
      reasons.push_back(
          at("reads-changing-state",
             "the loop changes the context that the work computes with" +
                 on_line(place),
             place));
    } else if (effect.kind == Effect::Kind::kUnknown) {
      reasons.push_back(unknown_effect(effect, place));
    } else if (effect.kind == Effect::Kind::kOutside) {
      const Name& name = effect.name;
      bool global = name == "process-state" || name == "thread" ||
                    name == "import" || name == "dynamic" || name == "task" ||
                    name == "event-loop" || name == "log-setup";
      const bool files =
          (reads_files && (name == "file-write" || name == "program")) ||
          ((reads_files || starts) && name == "child-process");
      // What is sent may change what later requests are answered.
      const bool sends =
          requests && (name == "network" || name == "talk" ||
                       name == "conversation" || name == "database");
      if (!global && !files && !sends) continue;
      if (name == "file-write" && !others.empty()) continue;
      reasons.push_back(outside_conflict(name, place, "the loop "));
      // Of that in the rest nothing is assumed.
      if (sends) reasons.back().assumption.clear();
    }
  }
}

}  // namespace ppp::advisor
