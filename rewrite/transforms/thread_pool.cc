// SPDX-License-Identifier: Apache-2.0
// thread_pool
//
//   before   for url in urls: pages.append(fetch(url))
//   after    with ThreadPoolExecutor(max_workers=32) as pool:
//                pages.extend(pool.map(fetch, urls))
//
// For loops that wait, and for those that compute without the interpreter lock:
// in native code that lets it go, by measurement, or in an interpreter that has
// none. The work of all items is handed out ahead; the loop stays and takes the
// results in order. Sound when the work writes nothing that outlives it and
// uses nothing that belongs to one thread (the plan's proof; docs/safety.md).
// Not proven: that what it waits for does not mind several at a time. Hence
// kChecked. After Ctrl-C the program ends when the items under way have ended.

#include "rewrite/cost.h"
#include "rewrite/pool_forms.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {

Proposal thread_pool(const Request& request) {
  using advisor::TimeClass;
  const advisor::Candidate& candidate = request.candidate;
  if (!candidate.thread_obstacles.empty()) {
    return candidate.thread_obstacles.front();
  }
  TimeClass time = candidate.loop.time_class;
  const bool computes = threads_compute(candidate.loop);
  if (computes && !threads_run_at_once(candidate.loop, request.options)) {
    return advisor::Reason{"gil-bound",
                           "the loop computes with the interpreter lock held: "
                           "threads would take turns",
                           {candidate.loop.span}};
  }
  if (time == TimeClass::kIoLock) {
    return advisor::Reason{"waits-for-lock",
                           "the loop waits for a lock: threads would, too",
                           {candidate.loop.span}};
  }
  return use_pool(
      request,
      {"ThreadPoolExecutor", false, computes, false, "thread pool", 1, {}});
}

double thread_pool_loop_speedup(const advisor::Candidate& candidate,
                                const Rewrite& rewrite,
                                const RewriteOptions& options) {
  return thread_pool_speedup(candidate, rewrite.task_per_item, options);
}

}  // namespace ppp::rewrite
