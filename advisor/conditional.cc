// SPDX-License-Identifier: Apache-2.0
#include "advisor/conditional.h"

#include <algorithm>
#include <optional>
#include <set>

#include "advisor/begins.h"
#include "advisor/candidate.h"
#include "advisor/quiet.h"
#include "advisor/stale_guards.h"
#include "advisor/weight.h"

namespace ppp::advisor {
namespace {

/// A condition of an `if` statement, and what it leads to.
struct Branch {
  Node condition;  ///< null: of `else`
  Node block;
};

std::vector<Branch> branches_of(Node statement) {
  std::vector<Branch> found = {
      {statement.field("condition"), statement.field("consequence")}};
  for (Node other : statement.fields("alternative")) {
    const bool last = other.is("else_clause");
    found.push_back(
        last ? Branch{Node(), other.field("body")}
             : Branch{other.field("condition"), other.field("consequence")});
  }
  return found;
}

/// No iteration goes on behind the block.
bool ends_iteration(Node block) {
  const Node last = block.children().back();
  return last.is("continue_statement") || last.is("break_statement") ||
         last.is("return_statement") || last.is("raise_statement");
}

/// An iteration goes on behind it where none of its conditions holds.
bool only_leaves(Node statement) {
  if (!statement.is("if_statement")) return false;
  const std::vector<Branch> branches = branches_of(statement);
  return std::all_of(branches.begin(), branches.end(), [](const Branch& one) {
    return one.condition && ends_iteration(one.block);
  });
}

class Ways {
 public:
  /// `behind`: not every iteration comes here.
  void follow(std::span<const Node> statements, std::vector<Step> steps,
              bool behind) {
    for (Node statement : statements) {
      if (behind) found.push_back({statement, steps});
      if (statement.is("if_statement")) below(statement, steps);
      if (only_leaves(statement)) {
        for (const Branch& one : branches_of(statement)) {
          steps.push_back({one.condition, true, false});
        }
        behind |= may_skip_rest(statement);
      } else if (may_skip_rest(statement)) {
        return;
      } else {
        steps.push_back({statement});
      }
    }
  }

  std::vector<Way> found;

 private:
  void below(Node statement, std::vector<Step> steps) {
    for (const Branch& one : branches_of(statement)) {
      std::vector<Step> inside = steps;
      if (one.condition) {
        inside.push_back({one.condition, true, true});
        steps.push_back({one.condition, true, false});
      }
      follow(one.block.children(), std::move(inside), true);
    }
  }
};

bool assigns_inside(Node node) {
  bool found = false;
  walk(node, [&](Node inner) {
    found |= inner.is("named_expression");
    return !found;
  });
  return found;
}

/// The loop and a worker may both run it, and the same comes of it.
bool may_run_twice(const Trial& trial, Node node) {
  static const std::set<std::string_view> harmless = {
      "environment-read", "memoize",      "identity", "same-object",
      "context",          "hidden-state", "pickle"};
  if (!exits_in(node).empty() || assigns_inside(node)) return false;
  for (Node part : trial.parts) {
    if (!node.range().contains(part.range())) continue;
    for (const auto& [effect, place] :
         trial.interpreter.effects_of_part(part)) {
      const bool outside = effect.kind == Effect::Kind::kOutside &&
                           !harmless.contains(effect.name);
      if (outside || effect.kind == Effect::Kind::kUses) return false;
    }
  }
  return true;
}

bool may_run_twice(const Trial& trial, const Step& step) {
  return may_run_twice(trial, step.node) &&
         (!step.condition || plain_truth(trial, step.node));
}

/// `proper` with what stands before it on its way: as far as the first
/// condition all of that, and beyond what it needs. Nothing if that is not so.
std::optional<Piece> guarded(const Trial& trial, const Way& way,
                             std::vector<Node> proper) {
  Names needed = use_of(trial, proper).exposed;
  const auto first =
      std::find_if(way.steps.begin(), way.steps.end(),
                   [](const Step& step) { return step.condition; });
  auto taken = way.steps.end();
  while (taken != way.steps.begin()) {
    const Step& step = *std::prev(taken);
    const NameUse use = use_of(trial, {step.node});
    const bool binds = std::any_of(
        use.written.begin(), use.written.end(),
        [&](const std::string& name) { return needed.contains(name); });
    if (!(step.condition || binds) || !may_run_twice(trial, step)) break;
    needed.insert(use.exposed.begin(), use.exposed.end());
    --taken;
  }
  if (taken > first) return std::nullopt;
  Piece piece;
  piece.comes_first = taken == way.steps.begin();
  for (; taken != way.steps.end(); ++taken) {
    piece.nodes.push_back(taken->node);
    if (taken->condition) piece.guards.push_back({taken->node, taken->wanted});
  }
  piece.prelude = piece.nodes.size();
  piece.nodes.insert(piece.nodes.end(), proper.begin(), proper.end());
  piece.use = use_of(trial, piece.nodes);
  return piece;
}

/// `proper` with what it needs of what stands before it, and the conditions
/// that a worker may ask, too, though it knows less than the loop. All else
/// happens in the loop, before the result is taken in the work's own place.
std::optional<Piece> guarded_by_guess(const Trial& trial, const Way& way,
                                      std::vector<Node> proper) {
  Names needed = use_of(trial, proper).exposed;
  std::vector<const Step*> taken;
  for (auto at = way.steps.rbegin(); at != way.steps.rend(); ++at) {
    const NameUse use = use_of(trial, {at->node});
    const bool binds = std::any_of(
        use.written.begin(), use.written.end(),
        [&](const std::string& name) { return needed.contains(name); });
    const bool twice = may_run_twice(trial, *at);
    if (binds && !twice) return std::nullopt;
    if (!twice || !(binds || at->condition)) continue;
    needed.insert(use.exposed.begin(), use.exposed.end());
    taken.push_back(&*at);
  }
  Piece piece;
  piece.stale_guards = true;
  for (auto at = taken.rbegin(); at != taken.rend(); ++at) {
    piece.nodes.push_back((*at)->node);
    if ((*at)->condition) piece.guards.push_back({(*at)->node, (*at)->wanted});
  }
  if (piece.guards.empty()) return std::nullopt;
  piece.prelude = piece.nodes.size();
  piece.nodes.insert(piece.nodes.end(), proper.begin(), proper.end());
  piece.use = use_of(trial, piece.nodes);
  // Without numbers the workers would never know more than at the beginning.
  if (guard_numbers(trial, piece).empty()) return std::nullopt;
  return piece;
}

void add_weighed(std::optional<Piece> piece, double weight, bool expression,
                 std::vector<Piece>& pieces) {
  if (!piece) return;
  piece->expression = expression;
  piece->weight = weight;
  pieces.push_back(std::move(*piece));
}

void add_expressions(const Trial& trial, const Way& way,
                     std::vector<Piece>& pieces) {
  for (Node expression : certain_expressions(way.statement)) {
    const double own = weight_of_expression(trial, expression, way.statement);
    if (own <= 0 || static_weight(expression) < 1) continue;
    if (assigns_inside(expression)) continue;
    if (begins_with(trial, way.statement, expression)) {
      add_weighed(guarded(trial, way, {expression}), own, true, pieces);
    }
    add_weighed(guarded_by_guess(trial, way, {expression}), own, true, pieces);
  }
}

/// Runs of statements of the loop's body itself.
void add_runs(const Trial& trial, const Way& way, std::vector<Piece>& pieces) {
  const std::vector<Node>& body = trial.shape.body;
  std::vector<Node> run;
  double total = 0;
  for (auto at = std::find(body.begin(), body.end(), way.statement);
       at != body.end(); ++at) {
    if (!exits_in(*at).empty() || may_skip_rest(*at) || assigns_inside(*at)) {
      return;
    }
    run.push_back(*at);
    total += weight(trial, *at);
    if (total <= 0) continue;
    add_weighed(guarded(trial, way, run), total, false, pieces);
    add_weighed(guarded_by_guess(trial, way, run), total, false, pieces);
  }
}

/// Something that an iteration makes and `name` reaches is in `given`, or is
/// changed by `work`.
bool meets(const Trial& trial, const std::string& name, const Value& given,
           const std::vector<Node>& work) {
  const Interpreter& interpreter = trial.interpreter;
  const Value made = interpreter.heap().reachable(
      interpreter.variable(interpreter.loop_scope(), name));
  Value touched = interpreter.heap().reachable(given);
  for (Node part : trial.parts) {
    const bool mine = std::any_of(work.begin(), work.end(), [&](Node node) {
      return node.range().contains(part.range());
    });
    if (!mine) continue;
    for (const auto& [effect, place] : interpreter.effects_of_part(part)) {
      if (effect.kind == Effect::Kind::kWriteField) touched.add(effect.subject);
    }
  }
  return std::any_of(made.begin(), made.end(), [&](ObjectId id) {
    const Object& object = interpreter.heap().at(id);
    return object.kind != Object::Kind::kAtom &&
           interpreter.inside(object.context) && touched.contains(id);
  });
}

}  // namespace

std::vector<Way> conditional_ways(const LoopShape& shape) {
  Ways ways;
  ways.follow(shape.body, {}, false);
  return std::move(ways.found);
}

std::vector<Piece> conditional_pieces(const Trial& trial) {
  std::vector<Piece> pieces;
  for (const Way& way : conditional_ways(trial.shape)) {
    add_expressions(trial, way, pieces);
    add_runs(trial, way, pieces);
  }
  return pieces;
}

std::vector<Reason> conditional_conflicts(const Trial& trial,
                                          const Piece& piece) {
  std::vector<Reason> reasons;
  const bool fails = piece.caught && !piece.expression;
  const bool asked = !piece.guards.empty() || fails;
  const bool twice = piece.has_prelude() && prelude_stays(trial, piece);
  if (!asked && !twice) return reasons;
  const std::vector<Node> proper(piece.proper().begin(), piece.proper().end());
  const std::vector<Node> before(
      piece.nodes.begin(),
      piece.nodes.begin() + static_cast<std::ptrdiff_t>(piece.prelude));
  const NameUse own = use_of(trial, proper);
  const NameUse prelude = use_of(trial, before);
  const NameUse whole = use_of(trial, trial.shape.body);
  auto conflict = [&](std::string id, std::string message,
                      std::string subject) {
    reasons.push_back({std::move(id),
                       std::move(message),
                       {trial.loop.source->span(proper.front().range())},
                       std::move(subject)});
  };
  Value given = trial.interpreter.value_of(piece.tail());
  for (const std::string& name : own.written) {
    if (!read_elsewhere(trial, name, piece)) continue;
    given.add(trial.interpreter.variable(trial.interpreter.loop_scope(), name));
    // There it is assigned in its own place.
    if (piece.stale_guards || !asked) continue;
    if (own.bound.contains(name) && !prelude.written.contains(name) &&
        !whole.exposed.contains(name) && !trial.live_after(name)) {
      continue;
    }
    conflict(
        "carried-dependence",
        "`" + name +
            "` is not assigned in every iteration, so a value from an earlier "
            "one may remain",
        name);
  }
  for (const std::string& name : prelude.written) {
    if (!meets(trial, name, given, proper)) continue;
    conflict("result-aliases",
             "the work may change what `" + name +
                 "` holds, or give it back: the loop has a copy of it",
             name);
  }
  return reasons;
}

}  // namespace ppp::advisor
