// SPDX-License-Identifier: Apache-2.0
// Options about what may be written.

#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/machine.h"
#include "base/result.h"
#include "cli/interpreter.h"
#include "rewrite/rewrite.h"

namespace ppp::cli {

struct TransformOptions {
  int workers = 0;  ///< 0: as many as there are usable CPUs
  std::vector<std::string> strategies;
  std::string start_method = "auto";

  void declare(CLI::App& app);
  /// Fails on a strategy that there is not.
  Status check() const;
  /// By its name, not just by asking for all.
  bool asks_for(std::string_view strategy) const;
  rewrite::RewriteOptions rewrite_options(const Interpreter& python,
                                          const Machine& machine) const;
};

}  // namespace ppp::cli
