// SPDX-License-Identifier: Apache-2.0
// asyncio
//
//   before   for url in urls: pages.append(await fetch(url))
//   after    tasks = [asyncio.create_task(fetch_limited(url)) for url in urls]
//            try:
//                for task in tasks: pages.append(await task)
//            finally: (cancel what is left, and await it)
//
// For loops in coroutines that await. The work of all items begins at once, at
// most so many at a time; the loop stays and awaits the results in order. Sound
// when the work writes nothing that outlives it and no other task of the
// program may run while the loop awaits (the plan's proof; docs/safety.md). Not
// proven: that what it waits for does not mind several at a time. Hence
// kChecked.
//
// A synchronous loop, if it is asked for by name: the functions down to what it
// waits for become coroutines first (asynchronous.h).

#include "advisor/scopes.h"
#include "rewrite/asynchronous.h"
#include "rewrite/blocking_calls.h"
#include "rewrite/cost.h"
#include "rewrite/sequence_form.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {
namespace {

/// By name: threads do for a synchronous program, and change less of it.
bool is_asked_for(const Request& request) {
  return !request.options.strategies.empty();
}

bool in_coroutine(const Request& request) {
  const advisor::Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  const advisor::Node function =
      advisor::enclosing(loop, {"function_definition", "lambda"});
  return function && advisor::scope_names(function).async;
}

}  // namespace

Proposal asyncio(const Request& request) {
  const advisor::Candidate& candidate = request.candidate;
  const bool sequence = !candidate.sequence.empty();
  if (!sequence && is_asked_for(request) && !in_coroutine(request)) {
    if (!candidate.work.loggers.empty()) {
      return refusal(request, "logs", "its work logs in several functions");
    }
    return make_asynchronous(request);
  }
  Proposal proposal = sequence ? use_tasks_for_sequence(request)
                               : use_tasks_and_threads(request);
  if (std::holds_alternative<advisor::Reason>(proposal)) return proposal;
  for (const auto* obstacles :
       {&candidate.task_obstacles, &candidate.thread_obstacles}) {
    if (!obstacles->empty()) return obstacles->front();
  }
  return proposal;
}

double asyncio_loop_speedup(const advisor::Candidate& candidate,
                            const Rewrite& rewrite,
                            const RewriteOptions& options) {
  const double import_s =
      rewrite.needs_aiohttp ? options.aiohttp_import_s.value_or(0) : 0;
  return tasks_speedup(candidate, import_s, options);
}

}  // namespace ppp::rewrite
