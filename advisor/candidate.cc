// SPDX-License-Identifier: Apache-2.0
#include "advisor/candidate.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <variant>

#include "advisor/additions.h"
#include "advisor/assumption.h"
#include "advisor/begins.h"
#include "advisor/closing.h"
#include "advisor/consumer.h"
#include "advisor/early_exit.h"
#include "advisor/given_arrays.h"
#include "advisor/kept_records.h"
#include "advisor/linear_algebra.h"
#include "advisor/loop_source.h"
#include "advisor/per_worker.h"
#include "advisor/pieces.h"
#include "advisor/read_paths.h"
#include "advisor/reimport.h"
#include "advisor/scopes.h"
#include "advisor/script_order.h"
#include "advisor/slices.h"
#include "advisor/stale_guards.h"
#include "advisor/task_obstacles.h"
#include "advisor/transfer.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool all_lists(const Trial& trial, Node node) {
  Value value = trial.interpreter.value_of(node);
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           const Object& object = trial.interpreter.heap().at(id);
           return object.kind == Kind::kContainer && object.name == "list";
         });
}

Capture::Kind capture_kind(const Trial& trial, const Value& value) {
  bool small = true;
  for (ObjectId id : value) {
    const Object& object = trial.interpreter.heap().at(id);
    bool local = object.kind == Kind::kFunction &&
                 trial.interpreter.scope_at(object.scope).names->kind !=
                     ScopeNames::Kind::kModule;
    if (local) return Capture::Kind::kSelf;
    small = small && object.kind == Kind::kAtom;
  }
  return small ? Capture::Kind::kSmall : Capture::Kind::kObject;
}

std::vector<Capture> captures(const Trial& trial, const Piece& piece) {
  std::vector<Capture> found;
  Names exposed = piece.use.exposed;
  if (piece.stale_guards) exposed = use_of(trial, firm_nodes(piece)).exposed;
  for (const std::string& name : exposed) {
    if (trial.target.contains(name)) continue;
    int scope = trial.interpreter.resolve(name, trial.interpreter.loop_scope());
    if (scope < 0) continue;  // a builtin
    const Scope& holder = trial.interpreter.scope_at(scope);
    Capture capture{name, Capture::Kind::kGlobal};
    if (holder.names->kind != ScopeNames::Kind::kModule) {
      capture.kind =
          capture_kind(trial, trial.interpreter.variable(scope, name));
    }
    found.push_back(std::move(capture));
  }
  return found;
}

std::vector<std::string> results(const Trial& trial, const Piece& piece) {
  std::vector<std::pair<std::uint32_t, std::string>> bound;
  for (const std::string& name : piece.use.bound) {
    if (!read_elsewhere(trial, name, piece)) continue;
    std::uint32_t first = UINT32_MAX;
    for (Node node : piece.nodes) {
      walk(node, [&](Node inner) {
        if (inner.is("identifier") && inner.text() == name) {
          first = std::min(first, inner.range().begin);
        }
        return true;
      });
    }
    bound.emplace_back(first, name);
  }
  std::sort(bound.begin(), bound.end());
  std::vector<std::string> names;
  for (auto& [place, name] : bound) names.push_back(std::move(name));
  return names;
}

/// What a worker gives, one by one.
struct Outputs {
  std::vector<Value> values;
  Value appended;  ///< by its statements, which it gives in a list
};

Outputs outputs_of(const Trial& trial, const Piece& piece, const Work& work) {
  if (piece.applies) return {{trial.interpreter.item_results()}, {}};
  if (piece.expression) return {{trial.interpreter.value_of(piece.tail())}, {}};
  Outputs outputs;
  for (const std::string& name : work.results) {
    outputs.values.push_back(trial.interpreter.variable_after(
        trial.interpreter.loop_scope(), name, piece.nodes));
  }
  for (Node statement : piece.nodes) {
    for (const Addition& addition : additions_in(statement)) {
      // All others add numbers.
      if (addition.form != Addition::Form::kAppend) continue;
      outputs.appended.add(trial.interpreter.value_of(addition.value));
    }
  }
  outputs.values.resize(work.results.size() + work.accumulators.size());
  return outputs;
}

Value result_value(const Trial& trial, const Piece& piece, const Work& work) {
  Outputs outputs = outputs_of(trial, piece, work);
  Value value = std::move(outputs.appended);
  for (const Value& output : outputs.values) value.add(output);
  return value;
}

/// Says in the plan where arrays may be in what a worker gives, and why they
/// may not be sent.
std::vector<Reason> look_for_arrays(const Trial& trial, const Piece& piece,
                                    Work& work) {
  const Heap& heap = trial.interpreter.heap();
  const Outputs outputs = outputs_of(trial, piece, work);
  const auto given = given_arrays(heap, outputs.values);
  const bool simple =
      !piece.applies && work.repeatable && given &&
      given_arrays(heap, {outputs.appended}) == GivenArrays::kNone;
  if (!simple || given == GivenArrays::kNone) return {};
  work.arrays = *given;
  if (auto seen = looks_at_memory(trial.project)) return {std::move(*seen)};
  return {};
}

/// The statement that holds the work's expression begins with it.
bool begins_statement(const Trial& trial, const Piece& piece) {
  if (!piece.expression || piece.applies) return false;
  const Node statement = statement_of(piece.tail());
  return statement && trial.loop.node.range().contains(statement.range()) &&
         begins_with(trial, statement, piece.tail());
}

/// NAME, where all that the loop does beside its work is `NAME.append(work)`,
/// and NAME is a list.
std::string append_target(const Trial& trial, const Piece& piece) {
  if (!piece.expression || piece.applies || !piece.guards.empty()) return "";
  const Node arguments = piece.tail().parent();
  const Node call = arguments.parent();
  const Node callee = call.field("function");
  const bool append =
      arguments.is("argument_list") && arguments.children().size() == 1 &&
      call.is("call") && call.parent().is("expression_statement") &&
      callee.is("attribute") && callee.field("attribute").text() == "append" &&
      callee.field("object").is("identifier") &&
      all_lists(trial, callee.field("object")) &&
      bound_at_first(trial, callee.field("object").text());
  if (!append) return "";
  bool leaves = piece.has_prelude() && !prelude_stays(trial, piece);
  std::size_t gone = leaves ? piece.prelude : 0;
  const bool all = trial.shape.body.size() == 1 + gone &&
                   trial.shape.body.back() == call.parent();
  return all ? std::string(callee.field("object").text()) : "";
}

bool bulky(const Heap& heap, const Value& results) {
  static const std::set<std::string_view> small = {"int", "float", "complex",
                                                   "bool", "none"};
  const Value all = heap.reachable(results);
  return std::any_of(all.begin(), all.end(), [&](ObjectId id) {
    const Object& object = heap.at(id);
    if (object.kind == Kind::kContainer) return object.name != "tuple";
    return object.kind != Kind::kAtom || !small.contains(object.name);
  });
}

bool gives_answers(const Interpreter& interpreter, const Value& results) {
  const Value all = interpreter.heap().reachable(results);
  return std::any_of(all.begin(), all.end(), [&](ObjectId id) {
    const Object& object = interpreter.heap().at(id);
    const TypeEntry* type = object.kind == Kind::kLibraryInstance
                                ? interpreter.library().type(object.name)
                                : nullptr;
    return type && (type->in_memory || type->after_exit);
  });
}

/// What goes along is read where the loop starts, even if no item needs it.
std::vector<Reason> unbound_obstacles(const Trial& trial, const Work& work) {
  std::vector<Reason> reasons;
  auto add = [&](const std::string& name) {
    reasons.push_back(
        {"maybe-unbound",
         "`" + name + "` may not be bound yet when the loop starts",
         {trial.loop.hot.span}});
  };
  for (const Capture& capture : work.captures) {
    const bool sent = capture.kind == Capture::Kind::kSmall ||
                      capture.kind == Capture::Kind::kObject;
    if (sent && !bound_before(trial, capture.name)) add(capture.name);
  }
  return reasons;
}

/// Its items have the places in which they are iterated over: no class of the
/// project says otherwise.
bool has_places(const Trial& trial) {
  bool plain = !trial.shape.applied;
  for (Node source : trial.shape.sources()) {
    walk(source, [&](Node node) {
      for (ObjectId id : trial.interpreter.value_of(node)) {
        const Object& object = trial.interpreter.heap().at(id);
        plain = plain && object.kind != Kind::kUnknown &&
                (object.kind != Kind::kContainer || object.of < 0);
      }
      return plain;
    });
    for (ObjectId id : trial.interpreter.value_of(source)) {
      const Kind kind = trial.interpreter.heap().at(id).kind;
      plain = plain && kind != Kind::kInstance && kind != Kind::kClass;
    }
  }
  return plain;
}

void add_obstacles(const Trial& trial, Candidate& made, const Piece& piece,
                   const Isolation& isolation) {
  auto add = [&](std::vector<Reason> more) {
    for (Reason& reason : more) {
      made.process_obstacles.push_back(std::move(reason));
    }
  };
  const Value items = trial.items();
  // Processes that are forked where the loop begins have the items, and where
  // the work raises, the program does it itself.
  const bool forked = made.early_exit || made.work.stale_guards;
  made.work.items_by_place = !forked && has_places(trial) &&
                             made.work.repeatable &&
                             holds_arrays(trial.interpreter.heap(), items);
  if (!forked && !made.work.items_by_place) {
    add(sending_obstacles(trial.interpreter, isolation, items, false,
                          "an item"));
  }
  Value reached = trial.interpreter.heap().reachable(items);
  if (auto conflict = isolation.rest_writes_to(reached, "*")) {
    conflict->id = "item-changes";
    add({*conflict});
  }
  Value back = result_value(trial, piece, made.work);
  made.work.bulky = bulky(trial.interpreter.heap(), back);
  made.work.gives_answers = gives_answers(trial.interpreter, back);
  add(look_for_arrays(trial, piece, made.work));
  add(sending_obstacles(trial.interpreter, isolation, back, true, "a result",
                        made.work.arrays != GivenArrays::kNone));
  add(process_obstacles(trial.interpreter, isolation, !forked));
  made.fork_obstacles = fork_obstacles(trial.interpreter, trial.profile);
  const std::vector<Reason> unbound = unbound_obstacles(trial, made.work);
  add(unbound);
  Value sent = items;
  sent.add(back);
  for (const Capture& capture : made.work.captures) {
    if (capture.kind != Capture::Kind::kObject) continue;
    sent.add(trial.interpreter.variable(
        trial.interpreter.resolve(capture.name, trial.interpreter.loop_scope()),
        capture.name));
  }
  add(copy_obstacles(trial.interpreter, isolation, sent));
  if (const SourceFile* module = runs_at_import(trial.loop, trial.project)) {
    add({{"runs-at-import",
          "importing " + module->file() +
              " may run the loop: a pool waits for the import, and the import "
              "for the pool",
          {trial.loop.hot.span}}});
  }
  made.reimport = reimport(trial, piece, isolation, sent);
  made.interpreter_obstacles =
      interpreter_obstacles(trial, piece, isolation, sent);
  const Names closed = names_closed(trial, piece.nodes);
  Work still_open = made.work;
  std::erase_if(still_open.results,
                [&](const std::string& name) { return closed.contains(name); });
  made.thread_obstacles = thread_obstacles(
      trial.interpreter, isolation, result_value(trial, piece, still_open));
  made.thread_obstacles.insert(made.thread_obstacles.end(), unbound.begin(),
                               unbound.end());
  if (made.work.warns) {
    const Reason shared = {"effect-warnings",
                           "the work may warn, and what has been warned of is "
                           "known to all threads",
                           {trial.loop.hot.span}};
    made.thread_obstacles.push_back(shared);
    made.interpreter_obstacles.push_back(shared);
  }
  add_algebra_obstacles(isolation, made);
  if (trial.loop.function && scope_names(trial.loop.function).async) {
    made.task_obstacles = task_obstacles(trial.project, trial.interpreter);
  }
}

void assume(const Trial& trial, Candidate& made) {
  const Reason apart = {"not-proven",
                        "not proven, and what is assumed is not assumed of "
                        "another interpreter",
                        {trial.loop.hot.span}};
  if (only_about_outside(made.assumptions)) {
    made.interpreter_obstacles.push_back(apart);
    return;
  }
  std::vector<Reason> known;
  for (Reason& obstacle : made.process_obstacles) {
    if (obstacle.id != "unknown-type") {
      known.push_back(std::move(obstacle));
      continue;
    }
    made.assumptions.push_back(
        {"assumed-fresh",
         "assumes that a copy does as well: " + obstacle.message,
         {trial.loop.hot.span}});
  }
  made.process_obstacles = std::move(known);
  const Reason shared = {
      "not-proven",
      "not proven, and threads would share what could not be seen",
      {trial.loop.hot.span}};
  made.thread_obstacles.push_back(shared);
  made.interpreter_obstacles.push_back(shared);
  made.reimport.obstacles.push_back(
      {"not-proven",
       "not proven, and what could not be seen may need the program's state",
       {trial.loop.hot.span}});
}

void add_evidence(const Trial& trial, Candidate& made,
                  const Isolation& isolation) {
  if (made.assumptions.empty()) {
    made.evidence.push_back(
        {"static-proof",
         "an iteration's work writes nothing that outlives it and reads "
         "nothing that the loop changes",
         {trial.loop.hot.span}});
  }
  if (made.work.stale_guards) {
    made.evidence.push_back(
        {"asked-again",
         "the loop asks the conditions before the work again when an item's "
         "turn comes: a worker may be wrong about them",
         {trial.loop.source->span(made.work.guards.front().condition)}});
  }
  if (!made.work.loggers.empty()) {
    made.evidence.push_back(
        {"kept-records",
         "what the work logs is kept until the loop comes to its item",
         {trial.loop.hot.span}});
  }
  for (const PerWorker& own : made.work.per_worker) {
    if (own.copied) {
      made.evidence.push_back(
          {"one-per-worker",
           "`" + own.text() +
               "` is reached by no other way, and nothing in the loop changes "
               "how it asks: a copy does as well",
           {trial.loop.hot.span}});
      continue;
    }
    made.evidence.push_back(
        {"one-per-worker",
         "`" + own.text() + "` can be made again as on line " +
             std::to_string(trial.loop.source->line_of(own.made.begin)) +
             ", nobody changes it, and what an iteration does with it leaves "
             "nothing behind",
         {trial.loop.source->span(own.made)}});
  }
  for (const auto& [effect, place] : isolation.work()) {
    if (effect.kind != Effect::Kind::kOutside) continue;
    if (effect.name == "linear-algebra") {
      made.evidence.push_back(
          {"linear-algebra",
           "forked workers multiply and solve matrices with as many threads "
           "as the program, hence to the same last digit",
           {place.span()}});
      continue;
    }
    if (effect.name == "hidden-state" || effect.name == "talk" ||
        effect.name == "log-record" ||
        !outside_assumption(effect.name, place).empty()) {
      continue;
    }
    made.evidence.push_back(
        {"harmless-effect",
         "its only contact with the outside: " + effect.name,
         {place.span()}});
  }
}

/// What the worker does first, the statements and the conditions.
void add_prelude(const Piece& piece, Work& work) {
  for (std::size_t i = 0; i < piece.prelude; ++i) {
    const auto guard = std::find_if(
        piece.guards.begin(), piece.guards.end(),
        [&](const GuardNode& one) { return one.condition == piece.nodes[i]; });
    if (guard == piece.guards.end()) {
      work.prelude.push_back(piece.nodes[i].range());
    } else {
      work.guards.push_back({piece.nodes[i].range(), guard->wanted});
    }
  }
}

TimeClass static_class(const Isolation& isolation) {
  auto has = [&](std::string_view name) {
    return isolation.work().find_outside(name) != isolation.work().end();
  };
  if (has("program")) return TimeClass::kIoChild;
  if (has("network-safe") || has("conversation") || has("connect")) {
    return TimeClass::kIoNetwork;
  }
  if (has("sleep")) return TimeClass::kIoSleep;
  if (has("file-read")) return TimeClass::kIoDisk;
  return TimeClass::kCpuPython;
}

/// `callee` is the name itself, or that name in a module: "engine.score".
bool calls_something_named(const Trial& trial, Node callee,
                           std::string_view name) {
  if (callee.is("identifier")) return callee.text() == name;
  Value modules = trial.interpreter.value_of(callee.field("object"));
  const bool module =
      !modules.empty() &&
      std::all_of(modules.begin(), modules.end(), [&](ObjectId id) {
        return trial.interpreter.heap().at(id).kind == Kind::kModule;
      });
  return module && callee.field("attribute").text() == name;
}

}  // namespace

bool calls_by_name(const Trial& trial, Node call) {
  Node callee = call.field("function");
  if (!call.is("call")) return false;
  if (!callee.is("identifier") && !callee.is("attribute")) return false;
  if (!call.field("arguments").is("argument_list")) return false;
  Value functions = trial.interpreter.value_of(callee);
  if (functions.size() != 1) return false;
  const Object& object = trial.interpreter.heap().at(*functions.begin());
  if (object.kind == Kind::kLibraryFunction) return true;
  if (object.kind != Kind::kFunction) return false;
  const Scope& scope = trial.interpreter.scope_at(object.scope);
  return scope.names->kind == ScopeNames::Kind::kModule &&
         object.site.is("function_definition") &&
         calls_something_named(trial, callee,
                               object.site.field("name").text()) &&
         !object.site.parent().is("decorated_definition");
}

bool is_plain_call(const Trial& trial, const Piece& piece) {
  if (!piece.expression || piece.applies || piece.has_prelude()) return false;
  if (!calls_by_name(trial, piece.tail())) return false;
  std::span<const Node> given = piece.tail().field("arguments").children();
  return std::all_of(given.begin(), given.end(),
                     [](Node argument) { return argument.is("identifier"); });
}

/// See Work::found_ahead.
bool found_ahead(const Trial& trial, const Piece& piece) {
  if (!piece.expression) return false;
  if (piece.applies) return true;  // the program asks for it then, too
  const Node call = piece.tail();
  if (!call.is("call") || !found_at_first(trial, call.field("function"))) {
    return false;
  }
  const std::span<const Node> given = call.field("arguments").children();
  return std::all_of(given.begin(), given.end(), [&](Node argument) {
    return !argument.is("identifier") ||
           trial.target.contains(argument.text()) ||
           bound_at_first(trial, argument.text());
  });
}

double work_share(const Trial& trial, std::span<const Node> parts) {
  if (!trial.profile) return 1;
  double work = 0;
  for (Node part : parts) {
    const Span lines = trial.loop.source->span(part.range());
    work += cost_of_lines(*trial.profile, lines).wall_s;
  }
  const double whole =
      cost_of_lines(*trial.profile, trial.loop.hot.span).wall_s;
  return whole > 0 ? std::min(1.0, work / whole) : 1;
}

bool leads(const Trial& trial, const Piece& piece) {
  const bool statement = trial.loop.hot.kind == LoopKind::kFor ||
                         trial.loop.hot.kind == LoopKind::kWhile;
  if (!statement || piece.applies) {
    return true;  // a dict's key is checked apart
  }
  if (!piece.guards.empty()) return piece.comes_first;
  if (piece.caught && !piece.expression) {
    const ByteRange first = trial.shape.body.front().range();
    return first.contains(piece.nodes.front().range());
  }
  std::size_t at = 0;
  while (at < piece.nodes.size() && trial.shape.body[at] == piece.nodes[at])
    ++at;
  if (at == piece.nodes.size()) return true;
  Node next = trial.shape.body[at];
  return at + 1 == piece.nodes.size() && piece.expression &&
         next.range().contains(piece.tail().range()) &&
         begins_with(trial, next, piece.tail());
}

Value given_by(const Trial& trial, const Piece& piece) {
  Value given = trial.interpreter.value_of(piece.tail());
  if (piece.expression) return given;
  for (const std::string& name : piece.use.bound) {
    if (!read_elsewhere(trial, name, piece)) continue;
    given.add(trial.interpreter.variable(trial.interpreter.loop_scope(), name));
  }
  return given;
}

bool gives_hidden_arrays(const Trial& trial, const Piece& piece) {
  Work work;
  if (!piece.expression) {
    work.results = results(trial, piece);
    work.accumulators = piece.accumulators;
  }
  const Heap& heap = trial.interpreter.heap();
  const Outputs outputs = outputs_of(trial, piece, work);
  return !given_arrays(heap, outputs.values) ||
         given_arrays(heap, {outputs.appended}) != GivenArrays::kNone;
}

std::optional<Candidate> make_candidate(const Trial& trial, const Piece& piece,
                                        std::vector<Reason> assumptions,
                                        std::vector<Reason>& reasons) {
  Isolation isolation(trial.interpreter, *trial.loop.source, trial.parts, piece,
                      trial.target);
  Candidate made;
  made.loop = trial.loop.hot;
  made.early_exit = early_exit(trial);
  Work& work = made.work;
  work.applies = piece.applies;
  add_prelude(piece, work);
  work.stale_guards = piece.stale_guards;
  if (piece.stale_guards) work.guard_numbers = guard_numbers(trial, piece);
  work.prelude_stays = piece.has_prelude() && prelude_stays(trial, piece);
  Piece moved = piece;  // what leaves the loop
  if (work.prelude_stays) {
    moved.nodes.assign(piece.proper().begin(), piece.proper().end());
    moved.use = use_of(trial, moved.nodes);
  }
  if (piece.expression) {
    work.expression = piece.tail().range();
  } else {
    for (Node node : piece.proper()) work.statements.push_back(node.range());
    work.results = results(trial, moved);
    work.accumulators = piece.accumulators;
  }
  for (Node target : trial.shape.targets()) {
    for (const std::string& name : bound_names(target)) {
      if (contains(work.items, name)) continue;
      if (piece.use.exposed.contains(name)) work.items.push_back(name);
      if (read_elsewhere(trial, name, moved)) {
        made.target_used_elsewhere.push_back(name);
      }
    }
  }
  if (piece.applies && piece.tail().is("lambda")) {
    for (Node parameter : piece.tail().field("parameters").children()) {
      if (parameter.is("identifier")) work.items.emplace_back(parameter.text());
    }
  }
  made.work_share = work_share(
      trial, work.prelude_stays ? piece.proper() : std::span(piece.nodes));
  work.captures = captures(trial, piece);
  PerWorkers own = per_workers(trial, piece, isolation);
  work.per_worker = std::move(own.made);
  if (isolation.work().find_outside("query") != isolation.work().end()) {
    work.most_workers = own.most_workers == 0
                            ? kMostSessions
                            : std::min(kMostSessions, own.most_workers);
  }
  work.prints = isolation.prints();
  work.prints_errors = isolation.prints_errors();
  if (isolation.logs()) {
    work.loggers = std::get<std::vector<std::string>>(
        kept_loggers(trial.interpreter, isolation.work()));
  }
  work.leads = leads(trial, piece);
  work.begins_statement = begins_statement(trial, piece);
  work.caught = piece.caught;
  const bool again = assumptions.empty() && isolation.repeatable_with_files();
  work.warns = again && isolation.warns();
  work.repeatable = again && (work.warns || !isolation.reads_files());
  const auto read = read_paths(trial, piece, isolation);
  if (auto* known = std::get_if<ReadPaths>(&read); known && work.warns) {
    work.paths = known->paths;
    work.path_names = known->names;
  }
  work.plain_call = is_plain_call(trial, piece);
  work.found_ahead = found_ahead(trial, piece);
  made.work_is_condition = trial.shape.condition && piece.expression &&
                           piece.tail() == trial.shape.condition;
  made.counter = trial.shape.counter;
  made.managers_pass = managers_pass(trial);
  const std::vector<Node> sources =
      piece.applies ? trial.shape.applied->sources : trial.shape.sources();
  const bool one = sources.size() == 1 && !made.counter;
  made.source_repeatable =
      made.counter ||
      ((one || piece.applies) &&
       std::all_of(sources.begin(), sources.end(), [&](Node source) {
         return source_repeatable(trial.interpreter, source) &&
                !may_not_iterate(trial.interpreter, source);
       }));
  made.source_sized =
      (one || piece.applies) &&
      std::all_of(sources.begin(), sources.end(), [&](Node source) {
        return source_sized(trial.interpreter, source);
      });
  made.failure_unseen =
      trial.loop.node.is("call")
          ? failure_unseen(trial, isolation)
          : is_comprehension(trial.loop.node) && takes_quietly(trial);
  made.sliceable = one && sliceable(trial);
  made.appends_to = append_target(trial, piece);
  if (trial.shape.key && static_weight(trial.shape.key) > 0) {
    reasons = {{"key-before-value",
                "the key of the dict comprehension is computed before the "
                "value",
                {trial.loop.source->span(trial.shape.key.range())}}};
    return std::nullopt;
  }
  add_obstacles(trial, made, piece, isolation);
  made.assumptions = std::move(assumptions);
  if (!made.assumptions.empty()) assume(trial, made);
  add_evidence(trial, made, isolation);
  if (!trial.profile) made.loop.time_class = static_class(isolation);
  return made;
}

}  // namespace ppp::advisor
