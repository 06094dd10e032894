// SPDX-License-Identifier: Apache-2.0
#include "advisor/sequence.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "advisor/begins.h"
#include "advisor/candidate.h"
#include "advisor/linear_algebra.h"
#include "advisor/loop_shape.h"
#include "advisor/pieces.h"
#include "advisor/reimport.h"
#include "advisor/scopes.h"
#include "advisor/task_obstacles.h"
#include "advisor/transfer.h"

namespace ppp::advisor {
namespace {

/// The call in `f(…)` or `await f(…)`.
Node called_in(Node value) {
  return value.is("await") ? value.child(0) : value;
}

/// `names = f(…)` or `names = await f(…)` with a plain target: what is
/// assigned; else null.
Node stored_value(Node statement) {
  Node assignment = statement.child(0);
  Node left = assignment.field("left");
  Node right = assignment.field("right");
  const Node call = called_in(right);
  if (!statement.is("expression_statement") || !assignment.is("assignment") ||
      !call.is("call") || !call.field("arguments").is("argument_list")) {
    return {};
  }
  bool plain = left.is("identifier");
  if (left.is("pattern_list")) {
    std::span<const Node> parts = left.children();
    plain = std::all_of(parts.begin(), parts.end(),
                        [](Node part) { return part.is("identifier"); });
  }
  return plain ? right : Node();
}

bool within_loop(Node node) {
  for (Node at = node.parent(); at; at = at.parent()) {
    if (at.is("for_statement") || at.is("while_statement")) return true;
    if (at.is("function_definition")) return false;
  }
  return false;
}

void narrow(Loop& run, std::vector<Node> statements) {
  run.node = statements.front();
  run.hot.range = {statements.front().range().begin,
                   statements.back().range().end};
  run.hot.span = run.source->span(run.hot.range);
  run.sequence = std::move(statements);
}

void add_run(const SourceFile& source, std::vector<Node> statements,
             std::vector<Loop>& runs) {
  auto stores = [](Node statement) { return bool(stored_value(statement)); };
  while (!statements.empty() && !stores(statements.back())) {
    statements.pop_back();
  }
  auto first = std::find_if(statements.begin(), statements.end(), stores);
  statements.erase(statements.begin(), first);
  if (std::count_if(statements.begin(), statements.end(), stores) < 2) return;
  Loop run;
  run.source = &source;
  run.function = enclosing(statements.front(), {"function_definition",
                                                "class_definition", "lambda"});
  run.hot.kind = LoopKind::kSequence;
  run.hot.function = qualified_name(run.function);
  narrow(run, std::move(statements));
  runs.push_back(std::move(run));
}

bool plain_argument(Node argument) {
  if (argument.is("keyword_argument")) {
    return plain_argument(argument.field("value"));
  }
  return argument.is("identifier") || argument.is("integer") ||
         argument.is("float") || argument.is("true") || argument.is("false") ||
         argument.is("none") || plain_literal(argument).has_value();
}

/// The call of a function of a module with names and literals. What is awaited
/// is the call of a coroutine function of the project.
bool plain_call(const Trial& trial, Node value) {
  const Node call = called_in(value);
  if (!calls_by_name(trial, call)) return false;
  const Value functions = trial.interpreter.value_of(call.field("function"));
  const Object& object = trial.interpreter.heap().at(*functions.begin());
  const bool library = object.kind == Object::Kind::kLibraryFunction;
  if (value.is("await") && (library || !scope_names(object.site).async)) {
    return false;
  }
  const bool always_defined = library || object.site.parent().is("module");
  std::span<const Node> given = call.field("arguments").children();
  return always_defined &&
         std::all_of(given.begin(), given.end(), plain_argument);
}

double measured(const profiler::Profile& profile, const Loop& run,
                Node statement) {
  return cost_of_lines(profile, run.source->span(statement.range())).wall_s;
}

/// Two calls at least are worth a look. Asked before anything is interpreted.
bool promises(const profiler::Profile* profile, const Loop& run,
              double min_wall_s) {
  return !profile ||
         std::count_if(run.sequence.begin(), run.sequence.end(),
                       [&](Node statement) {
                         return stored_value(statement) &&
                                measured(*profile, run, statement) > min_wall_s;
                       }) > 1;
}

/// Awaits, or calls a function of the project that loops: expensive by rule of
/// thumb.
bool looks_heavy(const Trial& trial, Node value) {
  if (value.is("await")) return true;
  bool found = false;
  for (ObjectId id : trial.interpreter.value_of(value.field("function"))) {
    const Object& object = trial.interpreter.heap().at(id);
    if (object.kind != Object::Kind::kFunction) continue;
    walk(object.site, [&](Node node) {
      found |= node.is("for_statement") || node.is("while_statement");
      return !found;
    });
  }
  return found;
}

/// The calls of a sequence that are worth a worker of their own.
struct Call {
  std::size_t statement = 0;
  Piece piece;
};

std::vector<Call> heavy_calls(const Trial& trial, double min_wall_s) {
  std::vector<Call> calls;
  for (std::size_t i = 0; i < trial.shape.body.size(); ++i) {
    Node statement = trial.shape.body[i];
    Node value = stored_value(statement);
    if (!value || !plain_call(trial, value)) continue;
    Call found;
    found.statement = i;
    found.piece.nodes = {value};
    found.piece.expression = true;
    names_read(value, found.piece.use.exposed);
    found.piece.weight = trial.profile
                             ? measured(*trial.profile, trial.loop, statement)
                         : looks_heavy(trial, value) ? 1
                                                     : 0;
    if (found.piece.weight > min_wall_s) calls.push_back(std::move(found));
  }
  return calls;
}

/// The parts of the statements from `first` to `last`.
std::vector<Node> parts_between(const Trial& trial, std::size_t first,
                                std::size_t last) {
  const ByteRange range = {trial.shape.body[first].range().begin,
                           trial.shape.body[last].range().end};
  std::vector<Node> parts;
  for (Node part : trial.parts) {
    if (range.contains(part.range())) parts.push_back(part);
  }
  return parts;
}

/// Some of the heavy calls, in order, and what they weigh.
struct Group {
  std::vector<const Call*> calls;
  double weight = 0;
};

/// What the calls read of the scope's names is there ahead of all of them:
/// else the later ones would fail too early.
bool bound_ahead(const Trial& trial, const std::vector<const Call*>& calls) {
  const std::span<const Node> row = trial.shape.body;
  const Names earlier = name_use(row.first(calls.front()->statement), [](Node) {
                          return false;
                        }).bound;
  return std::all_of(calls.begin(), calls.end(), [&](const Call* call) {
    const Names& read = call->piece.use.exposed;
    return std::all_of(read.begin(), read.end(), [&](const std::string& name) {
      if (bound_at_first(trial, name)) return true;
      return earlier.contains(name) &&
             !may_be_unbound_again(trial.loop.source->root(), name);
    });
  });
}

/// All are awaited, or none.
bool alike(const std::vector<const Call*>& calls) {
  const bool awaited = calls.front()->piece.tail().is("await");
  return std::all_of(calls.begin(), calls.end(), [&](const Call* call) {
    return call->piece.tail().is("await") == awaited;
  });
}

bool independent(const Trial& trial, const std::vector<const Call*>& calls) {
  if (!alike(calls) || !bound_ahead(trial, calls)) return false;
  const std::vector<Node> parts =
      parts_between(trial, calls.front()->statement, calls.back()->statement);
  return std::all_of(calls.begin(), calls.end(), [&](const Call* call) {
    return Isolation(trial.interpreter, *trial.loop.source, parts, call->piece,
                     {})
        .conflicts()
        .empty();
  });
}

Group heaviest_group(const Trial& trial, const std::vector<Call>& calls) {
  Group best;
  for (std::size_t first = 0; first < calls.size(); ++first) {
    Group group;
    for (std::size_t next = first; next < calls.size(); ++next) {
      Group more = group;
      more.calls.push_back(&calls[next]);
      more.weight += calls[next].piece.weight;
      if (!independent(trial, more.calls)) break;
      group = std::move(more);
    }
    if (group.calls.size() > 1 && group.weight > best.weight) {
      best = std::move(group);
    }
  }
  return best;
}

Value arguments_of(const Trial& trial, Node call) {
  Value values;
  for (Node argument : call.field("arguments").children()) {
    Node given =
        argument.is("keyword_argument") ? argument.field("value") : argument;
    values.add(trial.interpreter.value_of(given));
  }
  return values;
}

void add_call_obstacles(const Trial& trial, Candidate& made, const Piece& piece,
                        const Isolation& isolation) {
  auto add = [](std::vector<Reason>& into, std::vector<Reason> more) {
    for (Reason& reason : more) into.push_back(std::move(reason));
  };
  const Node call = called_in(piece.tail());
  const Value sent = arguments_of(trial, call);
  const Value back = trial.interpreter.value_of(piece.tail());
  add(made.process_obstacles, sending_obstacles(trial.interpreter, isolation,
                                                sent, false, "an argument"));
  add(made.process_obstacles,
      sending_obstacles(trial.interpreter, isolation, back, true, "a result"));
  add(made.process_obstacles,
      process_obstacles(trial.interpreter, isolation, true));
  add(made.process_obstacles,
      copy_obstacles(trial.interpreter, isolation, sent));
  const Value reached = trial.interpreter.heap().reachable(sent);
  if (auto conflict = isolation.rest_writes_to(reached, "*")) {
    conflict->id = "item-changes";
    add(made.process_obstacles, {*conflict});
  }
  add(made.thread_obstacles,
      thread_obstacles(trial.interpreter, isolation, back));
  Value values = sent;
  values.add(back);
  values.add(trial.interpreter.value_of(call.field("function")));
  Reimport needed = reimport(trial, piece, isolation, values);
  for (Reimport::Need& need : needed.needs) {
    auto& known = made.reimport.needs;
    auto place = std::lower_bound(
        known.begin(), known.end(), need,
        [](const auto& a, const auto& b) { return a.name < b.name; });
    const bool fresh = place == known.end() || place->name != need.name;
    if (fresh) known.insert(place, std::move(need));
  }
  add(made.reimport.obstacles, std::move(needed.obstacles));
  add_algebra_obstacles(isolation, made);
}

Candidate candidate_of(const Trial& trial, const Group& group, Loop& run) {
  const std::size_t first = group.calls.front()->statement;
  const std::size_t last = group.calls.back()->statement;
  const std::vector<Node> parts = parts_between(trial, first, last);
  const std::vector<Node> body = trial.shape.body;
  Candidate made;
  double heaviest = 0;
  std::vector<Node> called;
  for (const Call* call : group.calls) {
    heaviest = std::max(heaviest, call->piece.weight);
    called.push_back(call->piece.tail());
    made.sequence.push_back(call->piece.tail().range());
    const Isolation isolation(trial.interpreter, *trial.loop.source, parts,
                              call->piece, {});
    add_call_obstacles(trial, made, call->piece, isolation);
  }
  made.fork_obstacles = fork_obstacles(trial.interpreter, trial.profile);
  if (run.function && scope_names(run.function).async) {
    made.task_obstacles = task_obstacles(trial.project, trial.interpreter);
  }
  narrow(run, {body.begin() + static_cast<std::ptrdiff_t>(first),
               body.begin() + static_cast<std::ptrdiff_t>(last) + 1});
  // As many workers as this can be busy.
  run.hot.iterations = std::lround(group.weight / heaviest);
  run.hot.entries = 1;
  made.loop = run.hot;
  made.work_share = work_share(trial, called);
  made.work.expression = made.sequence.front();
  made.evidence.push_back(
      {"static-proof",
       "the calls write nothing that outlives them but their results, and "
       "none reads what another statement between them changes",
       {run.hot.span}});
  return made;
}

}  // namespace

std::vector<Loop> find_sequences(const SourceFile& source) {
  std::vector<Loop> runs;
  walk(source.root(), [&](Node node) {
    if (!node.is("block") && !node.is("module")) return true;
    if (within_loop(node)) return true;
    std::vector<Node> run;
    for (Node statement : node.children()) {
      if (statement.is("expression_statement")) {
        run.push_back(statement);
      } else {
        add_run(source, std::move(run), runs);
        run.clear();
      }
    }
    add_run(source, std::move(run), runs);
    return true;
  });
  return runs;
}

Judgement judge_sequence(const Project& project, const Library& library,
                         Loop& run, const std::vector<Loop>& all_loops,
                         const profiler::Profile* profile, double min_wall_s,
                         const std::function<bool()>& stop) {
  Judgement judgement;
  if ((stop && stop()) || refuse_form(run) ||
      !promises(profile, run, min_wall_s)) {
    return judgement;
  }
  Interpreter interpreter(project, library, {question_of(run, false)});
  const bool settled = interpreter.run(stop) && !interpreter.ambiguous();
  judgement.too_much = interpreter.too_much();
  const Trial trial(project, run, profile, interpreter);
  if (refuse_program(trial, settled) || !unseen_code(trial).empty()) {
    return judgement;
  }
  const std::vector<Call> calls = heavy_calls(trial, min_wall_s);
  const Group group = heaviest_group(trial, calls);
  if (group.calls.empty()) return judgement;
  judgement.candidate = candidate_of(trial, group, run);
  for (const Loop& other : all_loops) {
    if (trial.interpreter.runs_inside(other.node)) {
      judgement.inner_loops.push_back(other.node);
    }
  }
  return judgement;
}

}  // namespace ppp::advisor
