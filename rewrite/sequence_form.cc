// SPDX-License-Identifier: Apache-2.0
#include "rewrite/sequence_form.h"

#include <algorithm>

#include "rewrite/layout.h"
#include "rewrite/raises.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;

Reason refusal(const Request& request, std::string id, std::string message) {
  return {std::move(id), std::move(message), {request.candidate.loop.span}};
}

std::vector<Node> calls_of(const Request& request) {
  std::vector<Node> calls;
  for (ByteRange range : request.candidate.sequence) {
    calls.push_back(advisor::node_at(request.source.root(), range));
  }
  return calls;
}

std::optional<Reason> refuse_calls(const Request& request, LoopShape shape,
                                   const std::vector<Node>& calls,
                                   const PoolKind& kind) {
  for (Node call : calls) {
    if (!call.is("call")) {
      return refusal(request, "unsupported-shape", "is not a row of calls");
    }
    shape.expression = call;
    shape.work = call.range();
    if (auto odd = raises_oddly(request, shape, kind.processes)) return odd;
  }
  const ByteRange all = request.candidate.loop.range;
  if (!begins_line(request.source, all.begin) ||
      !ends_line(request.source, all.end)) {
    return refusal(request, "no-place-for-a-pool",
                   "shares its line with other statements");
  }
  for (const char* name : {"min", "len"}) {
    if (!kind.computes || !rebound(shape, name)) continue;
    return refusal(request, "hidden-builtin",
                   "`" + std::string(name) + "` is not the builtin here");
  }
  return std::nullopt;
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

/// A variable for the task behind the call, other than those of `taken`.
std::string task_name(const Request& request, Node call,
                      const std::vector<std::string>& taken) {
  Node left = call.parent().field("left");
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
  for (Node call : calls) {
    const std::string name(call.field("function").text());
    if (!worker.function.empty()) worker.function += "(), ";
    worker.function += name;
  }
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

}  // namespace ppp::rewrite
