// SPDX-License-Identifier: Apache-2.0
#include "advisor/early_exit.h"

#include <algorithm>
#include <set>
#include <string>

#include "advisor/loop_source.h"
#include "advisor/quiet.h"

namespace ppp::advisor {
namespace {

// A call of a builtin function by its name, and of nothing else.
bool calls_builtin(const Trial& trial, Node call, std::string_view name) {
  Node callee = call.field("function");
  if (!callee.is("identifier") || callee.text() != name) return false;
  const Value callees = trial.interpreter.value_of(callee);
  return callees.size() == 1 &&
         trial.interpreter.heap().at(*callees.begin()).name ==
             "builtins." + std::string(name);
}

}  // namespace

Node short_consumer(const Trial& trial) {
  if (trial.loop.hot.kind != LoopKind::kGeneratorExpression) return {};
  const Node call = trial.shape.consumer;
  if (!call) return {};
  if (calls_builtin(trial, call, "any") || calls_builtin(trial, call, "all")) {
    return plain_truth(trial, trial.shape.element) ? call : Node();
  }
  const bool first = call.field("arguments").child(0) == trial.loop.node;
  return first && calls_builtin(trial, call, "next") ? call : Node();
}

std::optional<EarlyExit> early_exit(const Trial& trial) {
  EarlyExit found;
  for (Node exit : trial.shape.exits) {
    found.places.push_back(trial.loop.source->span(exit.range()));
  }
  if (Node call = short_consumer(trial)) {
    found.places.push_back(trial.loop.source->span(call.range()));
  }
  const Node loop = trial.loop.node;
  const bool statement = loop.is("for_statement") || loop.is("while_statement");
  if (found.places.empty() && statement) {
    // Of so many items not all are meant: an exception ends the loop.
    constexpr double kMany = 1e6;
    constexpr double kTooMany = 1e8;
    const double items = promised_items(trial.interpreter, trial.shape);
    if (items >= kMany) {
      for (Node ending : endings_in(loop.field("body"))) {
        found.places.push_back(trial.loop.source->span(ending.range()));
      }
    }
    const bool endless = endless_source(trial.interpreter, trial.shape);
    if (items >= kTooMany && !endless && found.places.empty()) {
      found.places.push_back(trial.loop.hot.span);
    }
  }
  if (found.places.empty()) return std::nullopt;
  found.endless = endless_source(trial.interpreter, trial.shape);
  return found;
}

std::vector<Reason> speculation_conflicts(const Span& at,
                                          const Isolation& isolation) {
  // Neither leaves a trace; whoever waits is stopped.
  static const std::set<std::string_view> unseen = {
      "environment-read", "sleep", "memoize", "identity", "context"};
  std::vector<Reason> reasons;
  for (const auto& [effect, place] : isolation.work()) {
    if (effect.kind != Effect::Kind::kOutside) continue;
    if (unseen.contains(effect.name)) continue;
    Reason reason{
        "speculative-effect",
        "the loop may not come to it because of line " +
            std::to_string(at.line) +
            ", so work ahead might do what is never reached: " + effect.name,
        {at}};
    if (place.source) reason.spans.push_back(place.span());
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

}  // namespace ppp::advisor
