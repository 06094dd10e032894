// SPDX-License-Identifier: Apache-2.0
// When which scope is evaluated, until nothing grows or it is too much.

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

constexpr int kMaxRounds = 1000;
constexpr int kMaxObjects = 2'000'000;
// For each question. Loops that run in each other in many ways are better
// asked about one by one.
constexpr std::size_t kMaxContexts = 4;

}  // namespace

bool Interpreter::run(std::function<bool()> stop,
                      std::uint64_t reads_per_scope) {
  stop_ = std::move(stop);
  reads_per_scope_ = reads_per_scope;
  activate(project_.files[0].root(), &project_.files[0], -1, Context::kOutside);
  std::uint64_t before = 0;
  int rounds = 0;
  do {
    if (++rounds > kMaxRounds) return false;
    before = tracker_.changes();
    // Scopes activated on the way are evaluated in the same round.
    for (std::size_t i = 0; i < scopes_.size(); ++i) {
      if (!tracker_.begin(scopes_[i].task)) continue;
      if (stopped()) return false;
      evaluate(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < escaped_.size(); ++i) {
      const auto [id, task] = escaped_[i];
      if (stopped()) return false;
      if (tracker_.begin(task)) use_escaped(id);
    }
    if (heap_.size() >= kMaxObjects) return false;
    if (contexts_.size() > kMaxContexts * (questions_.size() + 1)) return false;
  } while (tracker_.changes() != before);
  tracker_.end();
  return true;
}

// A program of 100,000 lines takes 400 reads for each scope; one in which
// nearly every object may be any other takes more than it is worth.
bool Interpreter::too_much() const {
  constexpr std::size_t kFew = 1000;  // scopes of a small program
  return tracker_.reads() > reads_per_scope_ * (kFew + scopes_.size());
}

bool Interpreter::stopped() const { return (stop_ && stop_()) || too_much(); }

std::string Interpreter::widest_variable() const {
  const Scope* holder = nullptr;
  std::string variable;
  std::size_t most = 0;
  for (const Scope& scope : scopes_) {
    for (const auto& [name, cell] : scope.variables) {
      if (cell.size() <= most) continue;
      holder = &scope;
      variable = name;
      most = cell.size();
    }
  }
  if (!holder) return "nothing";
  return "`" + variable + "` of the code on line " +
         std::to_string(holder->node.line()) + " of " + holder->source->file() +
         " may be any of " + std::to_string(most) + " objects";
}

// What is called for the first time runs at once, so that its caller sees what
// it gives; otherwise the caller would have to be evaluated twice.
void Interpreter::run_now(int index) {
  constexpr int kDeepest = 200;  // for the sake of the C++ stack
  const Scope& scope = scope_at(index);
  if (scope.evaluated || depth_ >= kDeepest || stopped()) return;
  Tracker::Pause pause(tracker_);
  if (!tracker_.begin(scope.task)) return;
  evaluate(index);
}

bool Interpreter::is_fixpoint() {
  auto effects = [&] {
    std::size_t count = 0;
    for (const Unit& unit : units_) {
      count += unit.effects.size() + unit.callees.size() + unit.parts.size();
    }
    return count;
  };
  const std::uint64_t changes = tracker_.changes();
  const std::size_t known = effects();
  for (std::size_t i = 0; i < scopes_.size(); ++i) {
    evaluate(static_cast<int>(i));
  }
  for (std::size_t i = 0; i < escaped_.size(); ++i) {
    use_escaped(escaped_[i].first);
  }
  return tracker_.changes() == changes && effects() == known;
}

}  // namespace ppp::advisor
