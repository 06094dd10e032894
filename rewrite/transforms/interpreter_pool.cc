// SPDX-License-Identifier: Apache-2.0
// interpreter_pool
//
//   before   for x in xs: out.append(engine.score(x))
//   after    with InterpreterPoolExecutor(max_workers=…) as pool:
//                out.extend(pool.map(engine.score, xs))
//
// From Python 3.14 on: every worker is an interpreter of its own, with a lock
// of its own, in a thread of this process. It imports modules but never the
// script, so the work must be the call of a function of a module. Sound when
// the work writes nothing that outlives it, what it is given and gives can be
// copied, and its modules are as their import left them (the plan's proof).
// Not proven: that every module can be imported by another interpreter. Hence
// kChecked.

#include "rewrite/cost.h"
#include "rewrite/pool_forms.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {

Proposal interpreter_pool(const Request& request) {
  const advisor::Candidate& candidate = request.candidate;
  auto refused = [&](std::string id, std::string message) {
    return advisor::Reason{
        std::move(id), std::move(message), {candidate.loop.span}};
  };
  if (request.options.python_minor < kInterpreterPools) {
    return refused("python-too-old",
                   "pools of interpreters came with Python 3.14");
  }
  if (!threads_compute(candidate.loop)) {
    return refused("waits", "the loop waits more than it computes: threads do");
  }
  for (const auto* obstacles :
       {&candidate.process_obstacles, &candidate.interpreter_obstacles}) {
    if (!obstacles->empty()) return obstacles->front();
  }
  if (candidate.work.prints || !candidate.work.loggers.empty() ||
      !candidate.work.plain_call || !candidate.work.found_ahead) {
    return refused("not-a-plain-call",
                   "another interpreter can only run the call of a function of "
                   "a module, with the items and small values, all of which "
                   "are there before an item is");
  }
  if (auto late = late_import(request)) return *late;
  return use_pool(request, {"InterpreterPoolExecutor",
                            true,
                            true,
                            true,
                            "pool of interpreters",
                            1,
                            {}});
}

double interpreter_pool_loop_speedup(const advisor::Candidate& candidate,
                                     const Rewrite&,
                                     const RewriteOptions& options) {
  return interpreter_pool_speedup(candidate, options);
}

}  // namespace ppp::rewrite
