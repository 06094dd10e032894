// SPDX-License-Identifier: Apache-2.0
#include "rewrite/sequence_form.h"

#include <algorithm>

#include "rewrite/layout.h"
#include "rewrite/raises.h"
#include "rewrite/task_form.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;

std::vector<Node> calls_of(const Request& request) {
  std::vector<Node> calls;
  for (ByteRange range : request.candidate.sequence) {
    calls.push_back(advisor::node_at(request.source.root(), range));
  }
  return calls;
}

/// Each could be done somewhere else, as far as its form goes.
std::optional<Reason> refuse_values(const Request& request, LoopShape shape,
                                    const std::vector<Node>& values,
                                    bool processes) {
  for (Node value : values) {
    shape.expression = value;
    shape.work = value.range();
    if (auto odd = raises_oddly(request, shape, processes)) return odd;
  }
  const ByteRange all = request.candidate.loop.range;
  if (begins_line(request.source, all.begin) &&
      ends_line(request.source, all.end)) {
    return std::nullopt;
  }
  return refusal(request, "no-place-for-a-pool",
                 "shares its line with other statements");
}

std::optional<Reason> refuse_awaits(const Request& request,
                                    const LoopShape& shape,
                                    const std::vector<Node>& values) {
  for (Node value : values) {
    if (value.is("await")) continue;
    return refusal(request, "blocks",
                   "its work awaits nothing: tasks would take turns");
  }
  return refuse_values(request, shape, values, false);
}

std::optional<Reason> refuse_calls(const Request& request,
                                   const LoopShape& shape,
                                   const std::vector<Node>& calls,
                                   const PoolKind& kind) {
  for (Node call : calls) {
    if (call.is("call")) continue;
    return refusal(request, "unsupported-shape", "is not a row of calls");
  }
  if (auto odd = refuse_values(request, shape, calls, kind.processes)) {
    return odd;
  }
  for (const char* name : {"min", "len"}) {
    if (!kind.computes || !rebound(shape, name)) continue;
    return refusal(request, "hidden-builtin",
                   "`" + std::string(name) + "` is not the builtin here");
  }
  return std::nullopt;
}

/// "f(), g" for f(x) and await g(y)
std::string functions_in(const std::vector<Node>& values) {
  std::string names;
  for (Node value : values) {
    const Node call = value.is("await") ? value.child(0) : value;
    if (!names.empty()) names += "(), ";
    names += call.field("function").text();
  }
  return names;
}

/// "f, x, y" for f(x, y)
std::string submitted(Node call) {
  std::string text(call.field("function").text());
  const std::string_view list = call.field("arguments").text();
  std::string_view inner = list.substr(1, list.size() - 2);
  const std::size_t begin = inner.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return text;
  const std::size_t end = inner.find_last_not_of(" \t\r\n,");
  return text + ", " + std::string(inner.substr(begin, end - begin + 1));
}

/// A variable for the task behind the call, awaited or not, other than those of
/// `taken`.
std::string task_name(const Request& request, Node value,
                      const std::vector<std::string>& taken) {
  const Node call = value.is("await") ? value.child(0) : value;
  Node left = value.parent().field("left");
  std::string name(left.is("identifier") ? left.text()
                                         : call.field("function").text());
  name = name.substr(name.rfind('.') + 1) + "_task";
  std::string found = request.names.local({name});
  for (int number = 2;
       std::find(taken.begin(), taken.end(), found) != taken.end(); ++number) {
    found = request.names.local({name + "_" + std::to_string(number)});
  }
  return found;
}

}  // namespace

Proposal use_pool_for_sequence(const Request& request, const PoolKind& kind) {
  auto shaped = sequence_shape(request);
  if (auto* refused = std::get_if<Reason>(&shaped)) return *refused;
  const LoopShape& shape = std::get<LoopShape>(shaped);
  if (auto refused = refuse_coroutine(request, shape, kind.processes)) {
    return *refused;
  }
  const std::vector<Node> calls = calls_of(request);
  if (auto refused = refuse_calls(request, shape, calls, kind)) return *refused;
  Worker worker;
  worker.function = functions_in(calls);
  if (kind.start.imports_again) {
    add_initializer(request, shape, kind.start.sent, worker);
  }
  PoolText text(request, shape, kind, {}, std::move(worker), false);
  std::vector<std::string> tasks, submits;
  std::vector<Edit> replaced;
  for (Node call : calls) {
    const std::string task = task_name(request, call, tasks);
    tasks.push_back(task);
    submits.push_back(
        task + " = " +
        text.broken(text.pool() + ".submit(" + submitted(call) + ")",
                    text.indent().size() + text.unit().size() + task.size() + 3,
                    text.indent() + text.unit()));
    replaced.push_back({call.range(), task + ".result()"});
  }
  return text.around(request.candidate.loop.range, submits, std::move(replaced),
                     "");
}

Proposal use_tasks_for_sequence(const Request& request) {
  auto shaped = sequence_shape(request);
  if (auto* refused = std::get_if<Reason>(&shaped)) return *refused;
  const LoopShape& shape = std::get<LoopShape>(shaped);
  const std::vector<Node> values = calls_of(request);
  const ByteRange statements = request.candidate.loop.range;
  if (auto refused = refuse_awaits(request, shape, values)) return *refused;
  const advisor::SourceFile& source = request.source;
  const std::string asyncio = request.imports.module("asyncio");
  const std::string indent = indent_of(source, statements.begin);
  const std::string unit = indent_unit(source, shape.statement);
  const std::string newline = newline_of(source);
  const ByteRange lines = whole_lines(source, statements, false);
  std::vector<std::string> tasks;
  std::vector<Edit> replaced;
  std::string made;
  for (Node value : values) {
    const std::string task = task_name(request, value, tasks);
    made += indent + task + " = " + asyncio + ".create_task(" +
            std::string(value.child(0).text()) + ")" + newline;
    replaced.push_back({value.range(), "await " + task});
    tasks.push_back(task);
  }
  const std::string one = request.names.local({"task", "each_task"});
  Rewrite rewrite;
  rewrite.edits = {
      {{lines.begin, lines.begin}, made + indent + "try:" + newline},
      {{lines.end, lines.end},
       end_of_tasks(request, indent, unit, one, joined(tasks), joined(tasks))}};
  for (Edit& edit : indent_lines(source, statements, unit, replaced)) {
    rewrite.edits.push_back(std::move(edit));
  }
  for (Edit& edit : replaced) rewrite.edits.push_back(std::move(edit));
  rewrite.task_per_item = true;
  rewrite.summary = "runs " + functions_in(values) +
                    "() in tasks of the event loop, results in the original "
                    "order";
  return rewrite;
}

}  // namespace ppp::rewrite
