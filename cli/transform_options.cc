// SPDX-License-Identifier: Apache-2.0
#include "cli/transform_options.h"

#include <algorithm>
#include <filesystem>

#include "rewrite/transform.h"

namespace ppp::cli {

void TransformOptions::declare(CLI::App& app) {
  app.add_option("--workers", workers,
                 "upper bound on worker processes (default: usable CPUs)")
      ->type_name("N")
      ->check(CLI::Range(1, 4096));
  app.add_option("--strategy", strategies, "only these transforms")
      ->type_name("ID[,ID…]")
      ->delimiter(',');
  app.add_option("--start-method", start_method,
                 "how a pool's processes are started (auto: fork, or "
                 "forkserver where threads forbid it)")
      ->type_name("NAME")
      ->capture_default_str()
      ->check(CLI::IsMember({"auto", "fork", "forkserver", "spawn"}));
}

Status TransformOptions::check() const {
  std::string known;
  for (const rewrite::Transform& transform : rewrite::transforms()) {
    known += (known.empty() ? "" : ", ") + std::string(transform.strategy);
  }
  for (const std::string& id : strategies) {
    bool found = std::any_of(
        rewrite::transforms().begin(), rewrite::transforms().end(),
        [&](const rewrite::Transform& one) { return one.strategy == id; });
    if (!found) {
      return Error{Error::Kind::kUsage, "no transform is called " + id,
                   "--strategy takes " + known};
    }
  }
  return Done{};
}

bool TransformOptions::asks_for(std::string_view strategy) const {
  return std::find(strategies.begin(), strategies.end(), strategy) !=
         strategies.end();
}

rewrite::RewriteOptions TransformOptions::rewrite_options(
    const Interpreter& python, const Machine& machine) const {
  rewrite::RewriteOptions options;
  options.workers = workers > 0 ? workers : machine.cpus;
  options.strategies = strategies;
  options.start_method = rewrite::start_method_named(start_method)
                             .value_or(rewrite::StartMethod::kAuto);
  options.python_minor = minor_version(python);
  options.free_threaded = python.free_threaded;
  options.cuda_device = std::filesystem::exists("/proc/driver/nvidia/gpus");
  return options;
}

}  // namespace ppp::cli
