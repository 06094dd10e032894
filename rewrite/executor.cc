// SPDX-License-Identifier: Apache-2.0
#include "rewrite/executor.h"

#include <algorithm>
#include <vector>

#include "rewrite/cost.h"
#include "rewrite/program_end.h"

namespace ppp::rewrite {
namespace {

/// "(a, b)", "(a,)".
std::string tuple_of(const std::vector<std::string>& items) {
  std::string text = "(";
  for (const std::string& item : items) {
    text += (text.size() > 1 ? ", " : "") + item;
  }
  return text + (items.size() == 1 ? ",)" : ")");
}

/// What every new worker process does first. One without objects to keep only
/// learns when to end.
std::vector<std::string> start_arguments(const Request& request,
                                         const Worker& worker) {
  const bool keeps = !worker.initializer.empty();
  std::vector<std::string> all = {
      "initializer=" +
      (keeps ? worker.initializer : program_end_name(request))};
  if (!worker.shared.empty()) {
    all.push_back("initargs=" + tuple_of(worker.shared));
  }
  return all;
}

}  // namespace

std::string usable_workers(const Request& request, const PoolKind& kind) {
  const std::string each =
      kind.per_cpu > 1 ? std::to_string(kind.per_cpu) + " * " : "";
  return each + "min(" + std::to_string(std::max(1, request.options.workers)) +
         ", len(" + request.imports.module("os") + ".sched_getaffinity(0)))";
}

std::string executor_call(const Request& request, const PoolKind& kind,
                          const Worker& worker, const std::string& workers,
                          const Layout& layout) {
  std::string call =
      request.imports.symbol("concurrent.futures", kind.executor) + "(";
  const std::string bound =
      "max_workers=" + (kind.computes
                            ? workers
                            : std::to_string(waiting_threads(
                                  request.candidate.loop, request.options)));
  std::vector<std::string> more;
  if (kind.processes && !kind.interpreters) {
    more = start_arguments(request, worker);
    more.insert(more.begin(),
                "mp_context=" + request.imports.module("multiprocessing") +
                    ".get_context(\"" + kind.start.method + "\")");
  } else if (!worker.initializer.empty()) {
    more = {"initializer=" + worker.initializer};
  }
  if (!kind.computes && more.empty()) return call + bound + ")";
  const std::string inner = layout.newline + layout.indent + layout.unit;
  call += inner + bound + (more.empty() ? "" : ",");
  for (const std::string& argument : more) call += inner + argument + ",";
  return call + layout.newline + layout.indent + ")";
}

}  // namespace ppp::rewrite
