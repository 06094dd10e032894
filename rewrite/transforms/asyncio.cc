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

#include "rewrite/cost.h"
#include "rewrite/task_form.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {

Proposal asyncio(const Request& request) {
  const advisor::Candidate& candidate = request.candidate;
  if (!candidate.sequence.empty()) {
    return advisor::Reason{"unsupported-shape",
                           "is not a loop whose work a task can do",
                           {candidate.loop.span}};
  }
  Proposal proposal = use_tasks(request);
  if (std::holds_alternative<advisor::Reason>(proposal)) return proposal;
  for (const auto* obstacles :
       {&candidate.task_obstacles, &candidate.thread_obstacles}) {
    if (!obstacles->empty()) return obstacles->front();
  }
  return proposal;
}

double asyncio_loop_speedup(const advisor::Candidate& candidate,
                            const Rewrite&, const RewriteOptions& options) {
  return tasks_speedup(candidate, options);
}

}  // namespace ppp::rewrite
