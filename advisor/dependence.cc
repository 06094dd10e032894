// SPDX-License-Identifier: Apache-2.0
#include "advisor/dependence.h"

#include <algorithm>
#include <deque>
#include <set>

#include "advisor/assumption.h"
#include "advisor/candidate.h"
#include "advisor/caught.h"
#include "advisor/changed_tables.h"
#include "advisor/client.h"
#include "advisor/consumer.h"
#include "advisor/counted_while.h"
#include "advisor/early_exit.h"
#include "advisor/interpreter.h"
#include "advisor/isolation.h"
#include "advisor/log_set_up.h"
#include "advisor/loop_shape.h"
#include "advisor/loop_source.h"
#include "advisor/outside.h"
#include "advisor/own_code.h"
#include "advisor/patching.h"
#include "advisor/per_worker.h"
#include "advisor/pieces.h"
#include "advisor/quiet.h"
#include "advisor/read_paths.h"
#include "advisor/rows.h"
#include "advisor/taken_source.h"
#include "advisor/told_warnings.h"
#include "advisor/transfer.h"
#include "advisor/vectorize.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

constexpr double kNearlyAll = 0.95;  // of the best weight: prefer simplicity
constexpr double kWorthwhile = 0.5;  // of the loop's weight
constexpr double kEnough = 0.8;  // of the best weight: prefer what is easier

Reason refuse_unseen(const Place& place) {
  return {.id = "dynamic-code",
          .message =
              quoted_place(place) + " runs or changes code that cannot be seen",
          .spans = {place.span()},
          .assumption = harmless_assumption(place)};
}

// No dependence was seen, only what might hide one.
bool only_unseen(const std::vector<Reason>& problems) {
  return std::none_of(problems.begin(), problems.end(),
                      [](const Reason& one) { return one.assumption.empty(); });
}

/// Statements of the loop itself log.
bool logs_itself(const Trial& trial, const Isolation& isolation) {
  return std::any_of(isolation.work().begin(), isolation.work().end(),
                     [&](const auto& one) {
                       const auto& [effect, place] = one;
                       return effect.kind == Effect::Kind::kOutside &&
                              effect.name == "log-record" &&
                              place.source == trial.loop.source &&
                              trial.loop.node.range().contains(place.range);
                     });
}

/// Nothing but a record is made by it.
bool only_logs(const Piece& piece, const Isolation& isolation) {
  Node call = piece.tail();
  if (call.is("expression_statement")) call = call.child(0);
  return std::any_of(
      isolation.work().begin(), isolation.work().end(), [&](const auto& one) {
        const auto& [effect, place] = one;
        return piece.nodes.size() == 1 && effect.name == "log-record" &&
               place.range == call.range();
      });
}

/// A piece, and what was found out about it.
struct Examined {
  const Piece* piece = nullptr;
  std::vector<Reason> problems;
  bool prints = false;
  bool logs = false;
  bool tells = false;  ///< it logs itself, which could stay in the loop
  /// It may warn, which is no problem as long as it may be done twice.
  std::optional<Reason> warning;
};

Examined examine(const Trial& trial, const Piece& piece) {
  Isolation isolation(trial.interpreter, *trial.loop.source, trial.parts, piece,
                      trial.target);
  PerWorkers own;
  if (piece.guards.empty()) own = per_workers(trial, piece, isolation);
  std::vector<Reason> reasons = std::move(own.reasons);
  std::vector<Reason> conflicts = isolation.conflicts(own.objects);
  reasons.insert(reasons.end(), conflicts.begin(), conflicts.end());
  if (isolation.warns() && reasons.empty()) {
    if (auto changed = refuse_own_tables(trial)) {
      reasons.push_back(std::move(*changed));
    }
    const auto paths = read_paths(trial, piece, isolation);
    if (auto* unknown = std::get_if<Reason>(&paths)) {
      reasons.push_back(*unknown);
    }
  }
  std::vector<Reason> source;
  const bool sorts =
      trial.shape.applied && trial.shape.applied->kind == ItemCall::Kind::kSort;
  // A list is changed by sort() only when all keys are there; of a source that
  // is apart, refuse_taking() has seen more.
  if (!sorts && !trial.source_apart()) {
    source = source_conflicts(trial.interpreter, isolation, trial.shape);
  }
  reasons.insert(reasons.end(), source.begin(), source.end());
  std::vector<Reason> bindings = binding_conflicts(trial, piece);
  reasons.insert(reasons.end(), bindings.begin(), bindings.end());
  if (auto conflict = handler_conflict(trial, piece)) {
    reasons.push_back(std::move(*conflict));
  }
  std::optional<Span> unsure;  // where it may turn out that nobody wants it
  if (const std::optional<EarlyExit> exit = early_exit(trial)) {
    unsure = exit->places.front();
  } else if (piece.stale_guards) {
    unsure = trial.loop.source->span(piece.guards.front().condition.range());
  }
  if (unsure) {
    std::vector<Reason> ahead = speculation_conflicts(*unsure, isolation);
    reasons.insert(reasons.end(), ahead.begin(), ahead.end());
  }
  if (only_logs(piece, isolation)) {
    reasons.push_back({"no-work",
                       "what it tells a logger is nothing to run elsewhere",
                       {trial.loop.source->span(piece.tail().range())}});
  }
  std::optional<Reason> warning;
  const auto warned = isolation.work().find_outside("warnings");
  if (piece.may_warn && isolation.repeatable_with_files() &&
      warned != isolation.work().end()) {
    warning = outside_conflict(warned->first.name, warned->second);
  }
  return {&piece,
          std::move(reasons),
          isolation.prints(),
          isolation.logs(),
          logs_itself(trial, isolation),
          std::move(warning)};
}

using Choices = std::vector<const Examined*>;

// It gives an open file or connection to the rest of the loop.
bool gives_resource(const Trial& trial, const Piece& piece) {
  const Value all = trial.interpreter.heap().reachable(given_by(trial, piece));
  return std::any_of(all.begin(), all.end(), [&](ObjectId id) {
    return holds_resource(trial.interpreter, trial.interpreter.heap().at(id));
  });
}

int rank(const Trial& trial, const Piece& piece) {
  if (gives_resource(trial, piece)) return 100;
  const int size = static_cast<int>(piece.nodes.size());
  if (piece.stale_guards) return 50 + size;
  if (piece.has_prelude()) return 3 + size;
  if (piece.expression) return is_plain_call(trial, piece) ? 0 : 1;
  return 1 + size + 2 * static_cast<int>(piece.accumulators.size());
}

double heaviest_of(const Choices& pieces) {
  double most = 0;
  for (const Examined* one : pieces) most = std::max(most, one->piece->weight);
  return most;
}

/// Leaves out those that `worse` holds for, if the others do nearly as much.
template <typename Predicate>
void prefer_others(Choices& pieces, const Predicate& worse) {
  Choices others;
  for (const Examined* one : pieces) {
    if (!worse(*one)) others.push_back(one);
  }
  if (heaviest_of(others) >= kEnough * heaviest_of(pieces)) {
    pieces = std::move(others);
  }
}

/// Threads can do work that does not print, too; and a loop that keeps its
/// `continue` is easier to read.
void prefer_easy(const Trial& trial, Choices& pieces) {
  prefer_others(pieces,
                [](const Examined& one) { return one.piece->stale_guards; });
  prefer_others(pieces, [](const Examined& one) { return one.piece->skips; });
  prefer_others(pieces, [](const Examined& one) {
    return one.prints && (one.piece->may_print || one.piece->may_print_errors);
  });
  prefer_others(pieces, [](const Examined& one) { return one.logs; });
  prefer_others(pieces,
                [](const Examined& one) { return one.warning.has_value(); });
  prefer_others(pieces, [](const Examined& one) { return one.tells; });
  // Threads can do work that handles its own failures, too.
  prefer_others(pieces, [](const Examined& one) { return one.piece->caught; });
  // Processes cannot send arrays that nobody has looked at.
  if (pieces.size() < 2) return;
  prefer_others(pieces, [&](const Examined& one) {
    return gives_hidden_arrays(trial, *one.piece);
  });
}

// Of the nearly heaviest ones: a plain call, an expression, few statements.
const Examined& simplest(const Trial& trial, const Choices& good) {
  const double best = heaviest_of(good);
  const Examined* chosen = nullptr;
  for (const Examined* one : good) {
    if (one->piece->weight < kNearlyAll * best) continue;
    const bool better =
        !chosen || rank(trial, *one->piece) < rank(trial, *chosen->piece);
    if (better) chosen = one;
  }
  return *chosen;
}

// The heaviest piece without problems; among nearly as heavy ones the simplest.
std::optional<Piece> choose(const Trial& trial,
                            const std::vector<Examined>& pieces,
                            std::vector<Reason>& reasons) {
  Choices good;
  const Examined* heaviest = nullptr;
  for (const Examined& one : pieces) {
    const Piece& piece = *one.piece;
    bool simpler = heaviest && piece.weight >= heaviest->piece->weight &&
                   piece.nodes.size() <= heaviest->piece->nodes.size();
    if (!heaviest || piece.weight > heaviest->piece->weight || simpler) {
      heaviest = &one;
    }
    if (one.problems.empty()) good.push_back(&one);
  }
  prefer_easy(trial, good);
  const double best = heaviest_of(good);
  if (pieces.empty() && !trial.shape.applied && !trial.shape.clauses.empty() &&
      !quiet_clauses(trial)) {
    reasons = {{"order-of-conditions",
                "its conditions and further sources may raise, and would be "
                "evaluated for all items before the first one's work",
                {trial.loop.hot.span}}};
    return std::nullopt;
  }
  if (!heaviest) {
    reasons = {{"no-work",
                "the body holds nothing worth running elsewhere",
                {trial.loop.hot.span}}};
    return std::nullopt;
  }
  if (good.empty() ||
      (trial.profile && best < kWorthwhile * loop_weight(trial))) {
    reasons = heaviest->problems;
    if (reasons.empty()) {
      reasons = {{"no-work",
                  "no part of the body is worth running elsewhere",
                  {trial.loop.hot.span}}};
    }
    return std::nullopt;
  }
  return *simplest(trial, good).piece;
}

// Whether a database stays as it is while workers open it again cannot be read
// off the program: what it drops may flush, close or remove a file.
Reason unchanged_database(const Trial& trial, const PerWorker& own) {
  if (own.copied) return unchanged_cookies(trial, own);
  const std::string made =
      "`" + own.text() + "`, made on line " +
      std::to_string(trial.loop.source->line_of(own.made.begin));
  if (own.session) {
    return {"assumed-more-sessions",
            "assumes that the server lets in up to " +
                std::to_string(kMostSessions) + " sessions beside that of " +
                made + ", and that they are set up as that one is",
            {trial.loop.source->span(own.made)},
            own.name};
  }
  return {"assumed-unchanged",
          "assumes that nothing changes the database of " + made +
              ", or puts another in its place, until the loop has ended",
          {trial.loop.source->span(own.made)},
          own.name};
}

// Of loops that ask a database server: each worker has a session.
void assume_sessions(const Trial& trial, Candidate& made) {
  const auto& own = made.work.per_worker;
  const bool said = std::any_of(
      own.begin(), own.end(), [](const PerWorker& one) { return one.session; });
  if (made.work.most_workers == 0 || said) return;
  made.assumptions.push_back(
      {"assumed-more-sessions",
       "assumes that the database server lets in up to " +
           std::to_string(made.work.most_workers) + " sessions at once",
       {trial.loop.hot.span}});
}

void assume_unchanged(const Trial& trial, Candidate& made) {
  for (const PerWorker& own : made.work.per_worker) {
    if (own.close == PerWorker::Close::kNever) continue;
    made.assumptions.push_back(unchanged_database(trial, own));
  }
}

// With what could not be seen taken for harmless.
std::optional<Candidate> choose_unproven(const Trial& trial,
                                         const std::vector<Examined>& pieces,
                                         const std::vector<Place>& unseen) {
  Choices good;
  for (const Examined& one : pieces) {
    // No test shows what a guard says that knows too little.
    if (!one.piece->stale_guards && only_unseen(one.problems)) {
      good.push_back(&one);
    }
  }
  prefer_easy(trial, good);
  const double best = heaviest_of(good);
  if (good.empty() ||
      (trial.profile && best < kWorthwhile * loop_weight(trial))) {
    return std::nullopt;
  }
  const Examined& chosen = simplest(trial, good);
  std::vector<Reason> problems;
  for (const Place& place : unseen) problems.push_back(refuse_unseen(place));
  problems.insert(problems.end(), chosen.problems.begin(),
                  chosen.problems.end());
  if (chosen.warning) problems.push_back(*chosen.warning);
  std::vector<Reason> assumptions;
  for (const Reason& problem : problems) {
    Reason one = *assumption_under(problem);
    bool known = std::find(assumptions.begin(), assumptions.end(), one) !=
                 assumptions.end();
    if (!known) assumptions.push_back(std::move(one));
  }
  if (assumptions.empty()) return std::nullopt;
  std::vector<Reason> ignored;
  std::optional<Candidate> made =
      make_candidate(trial, *chosen.piece, std::move(assumptions), ignored);
  if (made) {
    assume_unchanged(trial, *made);
    assume_sessions(trial, *made);
  }
  return made;
}

void demote_unproven(const Trial& trial, Judgement& judgement) {
  Candidate made = std::move(*judgement.candidate);
  judgement.candidate.reset();
  assume_unchanged(trial, made);
  std::erase_if(made.evidence, [](const Reason& reason) {
    return reason.id == "static-proof";
  });
  judgement.reasons = made.assumptions;
  judgement.unproven = std::move(made);
}

void decide(const Trial& trial, const std::vector<Place>& unseen,
            Judgement& judgement) {
  if (trial.loop.hot.kind == LoopKind::kRowCall) {
    judgement.reasons = {{"library-loop",
                          "pandas itself calls the function for each row",
                          {trial.loop.hot.span}}};
    return;
  }
  for (const auto& refused : {refuse_consumer(trial), refuse_between(trial)}) {
    if (!refused) continue;
    judgement.reasons = {*refused};
    return;
  }
  const std::optional<EarlyExit> early = early_exit(trial);
  if (early && trial.shape.applied) {
    judgement.reasons = {
        {"early-exit",
         "the loop may end before `" +
             std::string(trial.shape.applied->call.field("function").text()) +
             "()` has run for all items",
         early->places}};
    return;
  }
  if (trial.shape.counter) {
    judgement.reasons = counting_conflicts(trial);
  } else if (early || !trial.source_apart()) {
    // What may end early is read as it goes, and never taken ahead.
    judgement.reasons = check_source(trial, early.has_value());
  } else if (auto refused = refuse_taking(trial)) {
    judgement.reasons = {*refused};
  }
  if (!judgement.reasons.empty()) return;
  const std::vector<Piece> pieces = find_pieces(trial);
  std::vector<Examined> examined;
  for (const Piece& piece : pieces) examined.push_back(examine(trial, piece));
  std::optional<Piece> best = choose(trial, examined, judgement.reasons);
  if (best && unseen.empty()) {
    judgement.candidate = make_candidate(trial, *best, {}, judgement.reasons);
    const bool own =
        judgement.candidate && !judgement.candidate->work.per_worker.empty();
    if (own) demote_unproven(trial, judgement);
    if (judgement.candidate) {
      judgement.inherited = inherited(trial, *best, *judgement.candidate);
    }
  } else if (!early) {  // no test shows what lies behind an early end
    judgement.unproven = choose_unproven(trial, examined, unseen);
  }
  for (auto* made : {&judgement.candidate, &judgement.unproven}) {
    if (*made) (*made)->source_taken = trial.source_apart();
  }
}

/// A loop of which something is known as a whole is a candidate for that,
/// whatever else it is.
Candidate& candidate_as_whole(const Trial& trial, Judgement& judgement,
                              Reason known) {
  if (!judgement.candidate) {
    Candidate made;
    made.loop = trial.loop.hot;
    made.work_obstacles = std::move(judgement.reasons);
    made.evidence = {std::move(known)};
    judgement.candidate = std::move(made);
    judgement.unproven.reset();
    judgement.reasons.clear();
  }
  return *judgement.candidate;
}

/// A loop that is arithmetic.
Candidate& arithmetic_candidate(const Trial& trial, Judgement& judgement,
                                const char* order) {
  return candidate_as_whole(
      trial, judgement,
      {"arithmetic",
       std::string("every statement of the loop is arithmetic on numbers, ") +
           order,
       {trial.loop.hot.span}});
}

bool names(const std::vector<Reason>& reasons, const Reason& reason) {
  return std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
}

/// Rows of a table of which only items are read may be dicts.
void add_table_rows(const Trial& trial, Judgement& judgement) {
  if (!rows_may_be_dicts(trial)) return;
  const Reason known = {"table-rows",
                        "of a row of the table nothing but items is read",
                        {trial.loop.hot.span}};
  Candidate& made = candidate_as_whole(trial, judgement, known);
  if (!names(made.evidence, known)) made.evidence.push_back(known);
  if (rows_stay(trial)) {
    made.evidence.push_back({"steady-tables",
                             "no table changes while the loop runs",
                             {trial.loop.hot.span}});
  }
}

/// Groups of a table of which only numbers and items are read need be none.
void add_table_groups(const Trial& trial, Judgement& judgement) {
  const auto found = read_groups(trial);
  if (!found) return;
  if (const auto* refused = std::get_if<Reason>(&*found)) {
    if (!judgement.candidate) {
      judgement.reasons.insert(judgement.reasons.begin(), *refused);
    }
    return;
  }
  const Reason known = {"table-groups",
                        "of a group of rows nothing but numbers and items of "
                        "its columns is read",
                        {trial.loop.hot.span}};
  Candidate& made = candidate_as_whole(trial, judgement, known);
  if (!names(made.evidence, known)) made.evidence.push_back(known);
}

/// Rows of a table that nobody looks at yet may be added all at once.
void add_grown_table(const Trial& trial, Judgement& judgement) {
  if (!table_may_wait(trial)) return;
  const Reason known = {"grown-table",
                        "nobody looks at the table before the loop is over",
                        {trial.loop.hot.span}};
  Candidate& made = candidate_as_whole(trial, judgement, known);
  if (!names(made.evidence, known)) made.evidence.push_back(known);
}

/// Tables that stay as they are may have an index.
void add_searches(const Trial& trial, Judgement& judgement) {
  const auto found = searched_tables(trial);
  if (!found) return;
  if (const auto* refused = std::get_if<Reason>(&*found)) {
    if (!judgement.candidate) {
      judgement.reasons.insert(judgement.reasons.begin(), *refused);
    }
    return;
  }
  const Reason known = {"searched-tables",
                        "tables that are searched stay as they are",
                        {trial.loop.hot.span}};
  Candidate& made = candidate_as_whole(trial, judgement, known);
  if (!names(made.evidence, known)) made.evidence.push_back(known);
}

/// Tables that are only reduced need not be in memory.
void add_files(const Trial& trial, Judgement& judgement) {
  const auto found = reduced_files(trial);
  if (const auto* refused = std::get_if<Reason>(&found)) {
    if (judgement.candidate) {
      judgement.candidate->table_obstacles = {*refused};
    } else {
      judgement.reasons.insert(judgement.reasons.begin(), *refused);
    }
  }
  const auto* table = std::get_if<FileTable>(&found);
  if (!table) return;
  const Reason known = {"file-table",
                        "of the table that the files make nothing but counts, "
                        "sums and extremes is asked",
                        {trial.loop.hot.span}};
  Candidate& made = candidate_as_whole(trial, judgement, known);
  if (!names(made.evidence, known)) made.evidence.push_back(known);
  if (!table->inexact.empty()) {
    made.evidence.push_back({"inexact-sums",
                             "floats are added in another order, which the "
                             "tolerance allows",
                             {trial.loop.hot.span}});
  }
}

void add_kernels(const Trial& trial, Judgement& judgement) {
  std::variant<Kernel, Reason> at_once = find_kernel(trial);
  if (auto* kernel = std::get_if<Kernel>(&at_once)) {
    arithmetic_candidate(trial, judgement,
                         "and no iteration reads what another one sets")
        .kernel = std::move(*kernel);
  }
  std::variant<Kernel, Reason> in_order = find_ordered_kernel(trial);
  if (auto* kernel = std::get_if<Kernel>(&in_order)) {
    arithmetic_candidate(trial, judgement, "done in the order of the source")
        .ordered_kernel = std::move(*kernel);
  }
  if (std::holds_alternative<Reason>(at_once)) {
    add_table_rows(trial, judgement);
    add_table_groups(trial, judgement);
    add_grown_table(trial, judgement);
    add_searches(trial, judgement);
    if (trial.loop.large) add_files(trial, judgement);
  }
  for (auto* made : {&judgement.candidate, &judgement.unproven}) {
    if (!*made) continue;
    if (auto* reason = std::get_if<Reason>(&at_once)) {
      (*made)->kernel_obstacles = {*reason};
    }
    if (auto* reason = std::get_if<Reason>(&in_order)) {
      (*made)->ordered_obstacles = {*reason};
    }
  }
  if (judgement.candidate) return;
  if (goes_through_table(trial.loop.node)) {
    // What may change a table that is searched tells more.
    const bool told = !judgement.reasons.empty() &&
                      judgement.reasons[0].id == "table-may-change";
    judgement.reasons.insert(judgement.reasons.begin() + (told ? 1 : 0),
                             std::get<Reason>(at_once));
    return;
  }
  static const std::set<std::string_view> telling = {
      "carried-element", "flag-arithmetic",    "mixed-types",
      "numba-differs",   "numpy-differs",      "perhaps-unbound",
      "read-afterwards", "read-while-growing", "shared-rows",
      "stores-twice",    "wide-integers"};
  for (const auto* found : {&at_once, &in_order}) {
    const auto* reason = std::get_if<Reason>(found);
    const bool tells = reason && telling.contains(reason->id);
    if (tells && !names(judgement.reasons, *reason)) {
      judgement.reasons.push_back(*reason);
    }
  }
}

}  // namespace

bool may_use_threads(const Judgement& judgement) {
  const auto may = [](const std::optional<Candidate>& made) {
    return made && made->thread_obstacles.empty() &&
           made->work_obstacles.empty();
  };
  return may(judgement.candidate) || may(judgement.unproven);
}

bool has_workers(const Judgement& judgement) {
  const std::optional<Candidate>& made = judgement.candidate;
  return made &&
         (!made->work_obstacles.empty() || made->thread_obstacles.empty() ||
          made->process_obstacles.empty());
}

namespace {

Judgement judge_one(const Trial& trial, bool settled,
                    const std::vector<Loop>& all_loops) {
  Judgement judgement;
  for (const Loop& other : all_loops) {
    if (trial.interpreter.runs_inside(other.node)) {
      judgement.inner_loops.push_back(other.node);
    }
  }
  const std::vector<Place> unseen = unseen_code(trial);
  if (auto refused = refuse_program(trial, settled)) {
    judgement.reasons = {*refused};
  } else {
    if (auto form = refuse_form(trial.loop)) {
      judgement.reasons = {*form};
    } else {
      decide(trial, unseen, judgement);
      judgement.has_rows = unseen.empty() && has_rows(trial);
    }
    if (unseen.empty()) add_kernels(trial, judgement);
  }
  const bool own_source = !judgement.reasons.empty() &&
                          judgement.reasons[0].id == "reads-own-source";
  if (!unseen.empty() && !own_source) {
    judgement.reasons = {refuse_unseen(unseen.front())};
  } else if (settled && trial.interpreter.loop_scope() >= 0 &&
             !only_in_order(trial.loop) && !trial.shape.body.empty()) {
    if (!judgement.candidate) judgement.cuts = possible_cuts(trial);
    if (!has_workers(judgement)) judgement.storings = possible_storings(trial);
    if (!may_use_threads(judgement)) judgement.tails = movable_tails(trial);
  }
  return judgement;
}

/// Loops by their place in the list of all.
using Batch = std::vector<std::size_t>;

std::deque<Batch> batches(const Batch& loops) {
  std::deque<Batch> result;
  for (std::size_t loop : loops) {
    if (result.empty() || result.back().size() == Interpreter::kMostQuestions) {
      result.emplace_back();
    }
    result.back().push_back(loop);
  }
  return result;
}

/// Everything that is asked, with what it is asked of. Borrowed.
struct Inquiry {
  const Project& project;
  const Library& library;
  const std::vector<Loop>& loops;
  const profiler::Profile* profile;
  const std::function<bool()>& stop;
};

/// Where pools may stand that last for several entries of their loops, which
/// are those of `batch`.
void place_pools(const Inquiry& inquiry, const Batch& batch,
                 Interpreter& interpreter, std::vector<Judgement>& judgements) {
  auto trial_of = [&](Node node) -> std::optional<Trial> {
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const Loop& loop = inquiry.loops[batch[i]];
      if (loop.node != node) continue;
      interpreter.ask(static_cast<int>(i));
      return Trial(inquiry.project, loop, inquiry.profile, interpreter);
    }
    return std::nullopt;
  };
  for (std::size_t i : batch) {
    if (!judgements[i].inherited) continue;
    judgements[i].candidate->pool_around =
        place_of_pool(inquiry.loops[i], *judgements[i].inherited, trial_of);
  }
}

/// The loops of `asked`, all at once where that is not too much.
void judge_batches(const Inquiry& inquiry, const Batch& asked,
                   bool source_apart, std::vector<Judgement>& judgements) {
  const std::vector<Loop>& loops = inquiry.loops;
  std::deque<Batch> todo = batches(asked);
  while (!todo.empty()) {
    const Batch batch = std::move(todo.front());
    todo.pop_front();
    std::vector<Question> questions;
    for (std::size_t i : batch) {
      questions.push_back(question_of(loops[i], source_apart));
    }
    Interpreter interpreter(inquiry.project, inquiry.library,
                            std::move(questions));
    const bool settled = interpreter.run(inquiry.stop);
    if (inquiry.stop && inquiry.stop()) {
      for (std::size_t i : batch) {
        judgements[i].reasons = {
            {"not-analysed",
             "the time for the analysis was used up before",
             {loops[i].hot.span}}};
      }
    } else if (!settled && batch.size() > 1 && !interpreter.too_much()) {
      const auto middle =
          batch.begin() + static_cast<std::ptrdiff_t>(batch.size() / 2);
      todo.emplace_front(middle, batch.end());
      todo.emplace_front(batch.begin(), middle);
    } else {
      for (std::size_t i = 0; i < batch.size(); ++i) {
        interpreter.ask(static_cast<int>(i));
        const Trial trial(inquiry.project, loops[batch[i]], inquiry.profile,
                          interpreter);
        judgements[batch[i]] =
            judge_one(trial, settled && !interpreter.ambiguous(), loops);
        judgements[batch[i]].too_much = interpreter.too_much();
      }
      place_pools(inquiry, batch, interpreter, judgements);
      if (!interpreter.too_much()) continue;
      for (const Batch& other : todo) {
        for (std::size_t i : other) {
          judgements[i] = judgements[batch.front()];
          judgements[i].reasons.front().spans = {loops[i].hot.span};
        }
      }
      return;
    }
  }
}

/// Nothing but its source is known against the loop.
bool waits_for_source(const Loop& loop, const Judgement& judgement) {
  return judgement.reasons.size() == 1 &&
         judgement.reasons[0].id == "lazy-source" && could_be_taken(loop);
}

}  // namespace

std::vector<Place> unseen_code(const Trial& trial) {
  std::vector<Place> places;
  for (const auto& [effect, place] : trial.interpreter.all_effects()) {
    if (effect.kind != Effect::Kind::kOutside) continue;
    if (effect.name == "dynamic" || effect.name == "hook") {
      places.push_back(place);
    }
  }
  return places;
}

// Code that runs when the program has failed, or when the collector comes by,
// sees what was done until then.
std::optional<Reason> refuse_late_code(const Project& project) {
  static const std::set<std::string_view> late = {
      "atexit",   "excepthook", "unraisablehook", "__del__",
      "finalize", "_exit",      "abort"};
  for (const SourceFile& file : project.files) {
    const bool named =
        std::any_of(late.begin(), late.end(), [&](std::string_view word) {
          return file.text().find(word) != std::string::npos;
        });
    if (!named) continue;  // nearly always, and much faster than a walk
    std::optional<Reason> found;
    walk(file.root(), [&](Node node) {
      if (!found && node.is("identifier") && late.contains(node.text())) {
        found =
            Reason{"late-code",
                   "`" + std::string(node.text()) + "` on line " +
                       std::to_string(node.line()) +
                       ": what runs or is left at the end, or at a moment that "
                       "nobody chooses, shows what was done until then",
                   {file.span(node.range())}};
      }
      return !found;
    });
    if (found) return found;
  }
  return std::nullopt;
}

std::optional<Reason> refuse_program(const Trial& trial, bool settled) {
  if (auto refused = refuse_patching(trial.project)) return refused;
  auto here = [&](std::string id, std::string message) {
    return Reason{std::move(id), std::move(message), {trial.loop.hot.span}};
  };
  const Effects& all = trial.interpreter.all_effects();
  auto own_source = all.find({Effect::Kind::kOutside, -1, "own-source"});
  const bool reads = all.find_outside("file-read") != all.end() ||
                     all.find_outside("program") != all.end();
  if (own_source != all.end() && reads) {
    Span span = own_source->second.span();
    return Reason{"reads-own-source",
                  "the program may read its own text: `" +
                      std::string(own_source->second.source->slice(
                          own_source->second.range)) +
                      "` on line " + std::to_string(span.line),
                  {span}};
  }
  for (const SourceFile& file : trial.project.files) {
    if (!file.well_formed()) {
      return here("syntax-not-understood",
                  file.file() + " is not fully understood");
    }
  }
  if (auto refused = refuse_late_code(trial.project)) return refused;
  if (auto refused = shows_lines(trial.project)) return refused;
  if (auto refused = tells_lines_of_warnings(trial.project)) return refused;
  if (auto refused = looks_at_own_code(trial.project)) return refused;
  if (!settled) {
    std::string message = "the program is too complex to be analysed";
    if (trial.interpreter.too_much()) {
      message += ": " + trial.interpreter.widest_variable();
    }
    return here("too-complex", std::move(message));
  }
  if (trial.interpreter.loop_scope() < 0) {
    return here("unreached", "nothing in the sources shows how this is called");
  }
  if (trial.interpreter.runs_inside(trial.loop.node)) {
    return here("runs-itself",
                "an iteration may run the loop again: pools within pools");
  }
  return std::nullopt;
}

std::vector<Judgement> judge(const Project& project, const Library& library,
                             const std::vector<Loop>& loops,
                             const profiler::Profile* profile,
                             const std::function<bool()>& stop) {
  std::vector<Judgement> judgements(loops.size());
  const Inquiry inquiry{project, library, loops, profile, stop};
  Batch asked;
  for (std::size_t i = 0; i < loops.size(); ++i) {
    if (auto refused = refuse_form(loops[i])) {
      judgements[i].reasons = {*refused};
      if (!only_in_order(loops[i])) continue;
    }
    asked.push_back(i);
  }
  judge_batches(inquiry, asked, false, judgements);
  Batch again;
  for (std::size_t i : asked) {
    if (waits_for_source(loops[i], judgements[i])) again.push_back(i);
  }
  judge_batches(inquiry, again, true, judgements);
  return judgements;
}

}  // namespace ppp::advisor
