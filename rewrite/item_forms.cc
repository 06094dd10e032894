// SPDX-License-Identifier: Apache-2.0
#include "rewrite/item_forms.h"

#include <algorithm>
#include <optional>

#include "rewrite/kept_records.h"
#include "rewrite/pool_source.h"

namespace ppp::rewrite {
namespace {

using advisor::ItemCall;
using advisor::Node;
using advisor::Reason;

bool dotted_name(Node node) {
  while (node.is("attribute")) node = node.field("object");
  return node.is("identifier");
}

/// The worker's parameters, and in `shape` how it calls the function.
std::variant<Parameters, Reason> parameters_of(const Request& request,
                                               LoopShape& shape) {
  const ItemCall& call = *shape.applied;
  const bool rows = call.kind == ItemCall::Kind::kStarmap;
  Parameters parameters;
  if (!call.function.is("lambda")) {
    if (!dotted_name(call.function)) {
      return refusal(request, "computed-function",
                     "the function is not given by its name");
    }
    for (std::size_t i = 0; i < call.sources.size(); ++i) {
      std::string number = i == 0 ? "" : "_" + std::to_string(i + 1);
      parameters.names.push_back(request.names.local({"item" + number}));
    }
    shape.call_suffix = (rows ? "(*" : "(") + joined(parameters.names) + ")";
    return parameters;
  }
  std::vector<std::string> names;
  for (Node parameter : call.function.field("parameters").children()) {
    if (!parameter.is("identifier")) names.clear();
    if (!parameter.is("identifier")) break;
    names.emplace_back(parameter.text());
  }
  const bool fits =
      rows ? names.size() > 1 : names.size() == call.sources.size();
  if (!fits) {
    return refusal(request, "lambda-parameters",
                   "the parameters of the lambda are more than plain names");
  }
  if (rows) {
    parameters.names = {request.names.local({"item", "row"})};
    parameters.unpack = joined(names) + " = " + parameters.names[0];
  } else {
    parameters.names = names;
  }
  return parameters;
}

/// Evaluating it has no effect and takes part in none: names, literals, and
/// ranges and lengths of these.
bool plain(const LoopShape& shape, Node node) {
  static constexpr std::string_view kKinds[] = {
      "identifier", "integer",          "float",        "true", "false",
      "none",       "keyword_argument", "argument_list"};
  std::string_view name = builtin_call(shape, node);
  if (name == "range" || name == "len") {
    return plain(shape, node.field("arguments"));
  }
  if (node.is("string")) {
    std::span<const Node> parts = node.children();
    return std::none_of(parts.begin(), parts.end(),
                        [](Node part) { return part.is("interpolation"); });
  }
  std::span<const Node> parts = node.children();
  return std::find(std::begin(kKinds), std::end(kKinds), node.kind()) !=
             std::end(kKinds) &&
         std::all_of(parts.begin(), parts.end(),
                     [&](Node part) { return plain(shape, part); });
}

/// Where the call stands in its statement.
struct Position {
  bool certain = true;      ///< it is evaluated whenever the statement runs
  bool first = true;        ///< before everything else
  bool after_plain = true;  ///< before everything that may have an effect
};

Position position_of(const LoopShape& shape) {
  Position position;
  for (Node child = shape.loop; !(child == shape.statement);
       child = child.parent()) {
    Node node = child.parent();
    // Their targets come last.
    if (node.is("assignment") || node.is("for_statement")) continue;
    if (node.is("conditional_expression")) {
      position.certain &= node.child(1) == child;
      continue;
    }
    for (Node before : node.children()) {
      if (before == child) break;
      if (node.is("boolean_operator") || node.is("comparison_operator")) {
        position.certain = false;
      }
      const bool callee = node.is("call") && dotted_name(before);
      position.first &= callee && before.is("identifier");
      position.after_plain &= callee || plain(shape, before);
    }
  }
  return position;
}

/// The sources may be evaluated in front of the statement.
bool may_move(const Request& request, const LoopShape& shape) {
  if (!shape.loop.is("call")) return true;  // nothing stands before them
  const Position position = position_of(shape);
  if (!position.certain) return false;
  std::vector<Node> moved = shape.applied->sources;
  return position.first ||
         (position.after_plain &&
          std::all_of(moved.begin(), moved.end(), [&](Node source) {
            return plain(shape, source) ||
                   (source.is("attribute") &&
                    request.candidate.source_repeatable);
          }));
}

std::optional<Reason> hidden_builtin(const Request& request,
                                     const LoopShape& shape,
                                     const std::vector<std::string>& needed) {
  for (const std::string& name : needed) {
    if (!rebound(shape, name)) continue;
    return refusal(request, "hidden-builtin",
                   "`" + name + "` is not the builtin here");
  }
  return std::nullopt;
}

std::vector<std::string> builtins_of(const PoolSource& source, bool keys,
                                     const PoolKind& kind, bool chunked) {
  std::vector<std::string> needed;
  if (kind.computes) needed = {"min", "len"};
  if (chunked) needed.emplace_back("max");
  if (!source.binding.empty()) needed.emplace_back("list");
  if (keys) needed.emplace_back("next");
  return needed;
}

/// "pool.map(f, xs)" in the place of the call.
std::string written_call(const Request& request, const LoopShape& shape,
                         const PoolSource& source, PoolText& text) {
  const Node call = shape.applied->call;
  std::string mapped = text.mapped();
  if (shape.applied->kind == ItemCall::Kind::kFilter) {
    mapped = request.imports.symbol("itertools", "compress") + "(" +
             source.around + ", " + mapped + ")";
  }
  return text.broken(mapped, call.column() + text.unit().size(),
                     text.indent() + text.unit());
}

}  // namespace

Proposal use_pool_for_items(const Request& request, LoopShape shape,
                            const PoolKind& kind) {
  const ItemCall& call = *shape.applied;
  auto named = parameters_of(request, shape);
  if (auto* refused = std::get_if<Reason>(&named)) return *refused;
  const bool keys = !call.lazy();
  const bool movable = may_move(request, shape);
  const bool hidden = shape.loop.is("call") ? request.candidate.failure_unseen
                                            : failure_hidden(shape);
  const bool chunked =
      kind.processes && !kind.interpreters && hidden && movable;
  SourceUse use;
  use.length = chunked;
  use.twice = keys || call.kind == ItemCall::Kind::kFilter;
  PoolSource source =
      item_source(request, shape, use, std::get<Parameters>(std::move(named)));
  const bool moves = keys || shape.in_head || !source.binding.empty();
  if (moves && !movable) {
    return refusal(request, "evaluated-between",
                   "other parts of the statement are evaluated before it");
  }
  const bool copied =
      !source.binding.empty() &&
      !(request.candidate.source_repeatable && request.candidate.source_sized);
  if (call.kind == ItemCall::Kind::kSort && copied) {
    return refusal(request, "sorts-in-place",
                   "the list is not given by a name that can be written twice");
  }
  if (auto refused = hidden_builtin(request, shape,
                                    builtins_of(source, keys, kind, chunked))) {
    return *refused;
  }
  auto outlined =
      kind.processes
          ? process_worker(request, shape, source.parameters, kind.start)
          : thread_worker(request, shape, source.parameters);
  if (auto* refused = std::get_if<Reason>(&outlined)) return *refused;
  Worker worker = std::get<Worker>(std::move(outlined));
  keep_records(request, shape, source.parameters, kind.processes, worker);
  PoolText text(request, shape, kind, source, std::move(worker), chunked);
  std::string results;
  std::vector<Edit> edits;
  if (keys) {
    results = request.names.local({"keys", "results"});
    if (!source.binding.empty()) {
      edits.push_back({call.sources[0].range(), source.around});
    }
    edits.push_back({call.function.range(), "lambda _: next(" + results + ")"});
  } else {
    edits.push_back(
        {call.call.range(), written_call(request, shape, source, text)});
  }
  if (!shape.in_head) return text.around_statement(std::move(edits), results);
  const Node taken = advisor::consumer_of(shape.loop);
  const std::string name = request.names.local(
      {taken.field("function").text() == "sorted" ? "ordered" : "result",
       "value"});
  return text.before_statement(taken, std::move(edits), name, results);
}

}  // namespace ppp::rewrite
