// SPDX-License-Identifier: Apache-2.0
#include "cli/pool_costs.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

#include "cli/script_files.h"

namespace ppp::cli {
namespace {

constexpr double kTimeout = 15;
// A busy moment must not decide: further off the usual nothing is believed.
constexpr double kBeyond = 4;
constexpr double kLeastYield = 0.1;

}  // namespace

rewrite::PoolCosts pool_costs_of(std::string_view output) {
  rewrite::PoolCosts costs;
  const std::pair<std::string_view, double*> known[] = {
      {"process_import", &costs.process_import_s},
      {"process_start", &costs.process_start_s},
      {"process_task", &costs.process_task_s},
      {"process_item", &costs.process_item_s},
      {"byte", &costs.byte_s},
      {"thread_start", &costs.thread_start_s},
      {"thread_task", &costs.thread_task_s},
      {"importing_start", &costs.importing_start_s},
      {"interpreter_start", &costs.interpreter_start_s},
      {"interpreter_task", &costs.interpreter_task_s}};
  std::istringstream lines{std::string(output)};
  std::string name;
  double value = 0;
  while (lines >> name >> value) {
    for (auto [of, cost] : known) {
      if (name != of) continue;
      *cost = std::clamp(value, *cost / kBeyond, *cost * kBeyond);
    }
    if (name == "worker_yield") {
      costs.worker_yield = std::clamp(value, kLeastYield, 1.0);
    }
  }
  return costs;
}

rewrite::PoolCosts measure_pool_costs(ProcessRunner& runner,
                                      const Interpreter& python,
                                      const rewrite::RewriteOptions& options) {
  using rewrite::StartMethod;
  Command command;
  // Isolated: nothing of the working directory is imported.
  command.argv = {python.executable, "-I", "-c",
                  std::string(script_files().front().text),
                  std::to_string(options.workers)};
  if (options.start_method == StartMethod::kForkserver ||
      options.start_method == StartMethod::kSpawn) {
    command.argv.emplace_back("importing");
  }
  if (options.python_minor >= rewrite::kInterpreterPools) {
    command.argv.emplace_back("interpreters");
  }
  auto answer = capture(runner, command, kTimeout);
  return answer.ok() ? pool_costs_of(answer->out) : rewrite::PoolCosts{};
}

}  // namespace ppp::cli
