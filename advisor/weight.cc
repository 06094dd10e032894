// SPDX-License-Identifier: Apache-2.0
#include "advisor/weight.h"

#include <algorithm>

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

int project_functions(const Trial& trial, Node callee) {
  int count = 0;
  for (ObjectId id : trial.interpreter.value_of(callee)) {
    Kind kind = trial.interpreter.heap().at(id).kind;
    count += kind == Kind::kFunction || kind == Kind::kBoundMethod;
  }
  return count;
}

int project_calls(const Trial& trial, Node node) {
  int count = 0;
  walk(node, [&](Node inner) {
    if (inner.is("call")) {
      count += project_functions(trial, inner.field("function"));
    }
    return true;
  });
  return count;
}

/// The project's functions that are called below `node`, on its lines
/// `from` to `to`.
Value functions_called(const Trial& trial, Node node, int from, int to) {
  Value functions;
  walk(node, [&](Node call) {
    const Span lines = trial.loop.source->span(call.range());
    if (!call.is("call") || lines.end_line < from || lines.line > to) {
      return true;
    }
    for (ObjectId id : trial.interpreter.value_of(call.field("function"))) {
      const Object& object = trial.interpreter.heap().at(id);
      if (object.kind == Kind::kFunction) functions.add(id);
      if (object.kind == Kind::kBoundMethod) functions.add(object.function);
    }
    return true;
  });
  return functions;
}

}  // namespace

double weight(const Trial& trial, Node node) {
  if (static_weight(node) <= 0) return 0;
  if (!trial.profile)
    return static_weight(node) + 10 * project_calls(trial, node);
  return cost_of_lines(*trial.profile, trial.loop.source->span(node.range()))
      .wall_s;
}

double weight_of_expression(const Trial& trial, Node expression,
                            Node statement) {
  const double total = weight(trial, expression);
  if (!trial.profile || project_calls(trial, expression) > 0) return total;
  const Span here = trial.loop.source->span(expression.range());
  double others = 0;
  for (ObjectId id :
       functions_called(trial, statement, here.line, here.end_line)) {
    const Object& function = trial.interpreter.heap().at(id);
    if (!function.source) continue;
    const Span lines = function.source->span(function.site.range());
    others += cost_of_lines(*trial.profile, lines).wall_s;
  }
  return std::max(0.0, total - others);
}

double applied_weight(const Trial& trial, Node function) {
  if (function.is("lambda") && static_weight(function) < 1) return 0;
  if (trial.profile) {
    const Span lines = trial.loop.source->span(function.range());
    return cost_of_lines(*trial.profile, lines).wall_s;
  }
  if (function.is("lambda")) {
    return static_weight(function) + 10 * project_calls(trial, function);
  }
  double total = 10 * project_functions(trial, function);
  for (ObjectId id : trial.interpreter.value_of(function)) {
    Kind kind = trial.interpreter.heap().at(id).kind;
    total += kind == Kind::kLibraryFunction || kind == Kind::kLibraryMethod;
  }
  return total;
}

}  // namespace ppp::advisor
