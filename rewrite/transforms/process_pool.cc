// SPDX-License-Identifier: Apache-2.0
// process_pool
//
//   before   for x in xs: out.append(f(x))
//   after    with ProcessPoolExecutor(…) as pool:
//                out.extend(pool.map(f, xs, chunksize=chunksize))
//
// The work of all items is handed out ahead; the loop stays and takes the
// results in order. Workers are forked at that moment, so they see the module's
// state as the loop would, and the script is not run again; where they cannot
// be forked they import it again, guarded, and are sent what they read
// (start_method.h). Sound when the work writes nothing that outlives it and
// what it is given and gives can be copied (the plan's proof). A loop that
// hardly computes is left to threads where these can do it; one that mostly
// waits gets several workers for each CPU. Linear algebra of NumPy is done by
// forked workers only, and by libraries that are known to come out the same
// there. Not proven: that no C extension minds a fork. Hence kChecked.

#include "rewrite/algebra_threads.h"
#include "rewrite/cost.h"
#include "rewrite/pool_forms.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {

Proposal process_pool(const Request& request) {
  using advisor::TimeClass;
  const advisor::Candidate& candidate = request.candidate;
  if (!candidate.process_obstacles.empty()) {
    return candidate.process_obstacles.front();
  }
  TimeClass time = candidate.loop.time_class;
  if (time == TimeClass::kIoLock) {
    return advisor::Reason{"waits-for-lock",
                           "the loop waits for a lock: processes would, too",
                           {candidate.loop.span}};
  }
  const bool waits = time != TimeClass::kCpuPython &&
                     time != TimeClass::kCpuNative && time != TimeClass::kMixed;
  if (waits && candidate.thread_obstacles.empty() && !candidate.early_exit &&
      hardly_computes(candidate.loop)) {
    return advisor::Reason{"waits",
                           "the loop waits more than it computes: threads do",
                           {candidate.loop.span}};
  }
  auto start = start_of(request);
  if (auto* refused = std::get_if<advisor::Reason>(&start)) return *refused;
  if (!candidate.work.loggers.empty() && std::get<Start>(start).imports_again) {
    return refusal(request, "logs",
                   "the work logs, and a worker that imports the script again "
                   "has other levels");
  }
  if (candidate.work.items_by_place && std::get<Start>(start).imports_again) {
    return refusal(request, "not-picklable",
                   "an item may hold an array, which only a forked worker has");
  }
  if (candidate.work.warns && std::get<Start>(start).imports_again) {
    return refusal(request, "effect-warnings",
                   "the work may warn, and a worker that imports the script "
                   "again may have other filters of warnings");
  }
  if (candidate.work.linear_algebra) {
    const auto& library = request.options.algebra_library;
    if (!library || !library->refused.empty()) {
      return refusal(
          request, "linear-algebra",
          "the work multiplies or solves matrices, and " +
              (library ? library->refused : "by which library is not known"));
    }
  }
  PoolKind kind = {"ProcessPoolExecutor", true, true, false, "process pool", 1,
                   std::get<Start>(start)};
  kind.per_cpu = workers_per_cpu(candidate.loop, request.options,
                                 kind.start.imports_again);
  Proposal made = use_pool(request, kind);
  if (auto* rewrite = std::get_if<Rewrite>(&made)) {
    bound_algebra_threads(request, *rewrite);
  }
  return made;
}

double process_pool_loop_speedup(const advisor::Candidate& candidate,
                                 const Rewrite& rewrite,
                                 const RewriteOptions& options) {
  if (rewrite.ahead > 0) {
    return ahead_speedup(candidate, rewrite.ahead, options);
  }
  return process_pool_speedup(candidate, rewrite.task_per_item, options,
                              rewrite.imports_again, rewrite.one_pool);
}

}  // namespace ppp::rewrite
