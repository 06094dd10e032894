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

using rewrite::PoolCosts;

/// All that is in seconds, by the name that the script gives it.
constexpr std::pair<std::string_view, double PoolCosts::*> kSeconds[] = {
    {"process_import", &PoolCosts::process_import_s},
    {"process_start", &PoolCosts::process_start_s},
    {"process_task", &PoolCosts::process_task_s},
    {"process_item", &PoolCosts::process_item_s},
    {"byte", &PoolCosts::byte_s},
    {"thread_start", &PoolCosts::thread_start_s},
    {"thread_task", &PoolCosts::thread_task_s},
    {"importing_start", &PoolCosts::importing_start_s},
    {"interpreter_start", &PoolCosts::interpreter_start_s},
    {"interpreter_task", &PoolCosts::interpreter_task_s}};

}  // namespace

PoolCosts pool_costs_of(std::string_view output) {
  PoolCosts costs;
  std::istringstream lines{std::string(output)};
  std::string name;
  double value = 0;
  while (lines >> name >> value) {
    for (auto [of, field] : kSeconds) {
      if (name != of) continue;
      double& cost = costs.*field;
      cost = std::clamp(value, cost / kBeyond, cost * kBeyond);
    }
    if (name == "worker_yield") {
      costs.worker_yield = std::clamp(value, kLeastYield, 1.0);
    }
  }
  return costs;
}

PoolCosts least_of(const PoolCosts& one, const PoolCosts& other) {
  PoolCosts least;
  for (auto [name, field] : kSeconds) {
    least.*field = std::min(one.*field, other.*field);
  }
  least.worker_yield = std::max(one.worker_yield, other.worker_yield);
  return least;
}

Result<PoolCosts> measure_pool_costs(ProcessRunner& runner,
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
  if (answer.ok()) return pool_costs_of(answer->out);
  if (answer.error().kind == Error::Kind::kInterrupted) return answer.error();
  return PoolCosts{};
}

}  // namespace ppp::cli
