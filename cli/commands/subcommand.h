// SPDX-License-Identifier: Apache-2.0
// One command of the program: its options, and what it does with them.

#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace ppp::cli {

/// What follows the options on the command line.
enum class Rest {
  kNothing,
  kProgram,      ///< `script.py [args…]` or `-m module [args…]`, untouched
  kAfterDashes,  ///< positional arguments of ours, then `-- args…`
};

class Subcommand {
 public:
  virtual ~Subcommand() = default;
  virtual const char* name() const = 0;
  virtual const char* summary() const = 0;
  virtual const char* examples() const = 0;
  virtual Rest rest() const = 0;
  /// Adds the options to `app`; they write to members of this object.
  virtual void declare(CLI::App& app) = 0;
  /// Does it. `rest` holds the words that are not ours. The value is the exit
  /// code.
  virtual Result<int> execute(const std::vector<std::string>& rest) = 0;
};

// One per file of this folder.
std::unique_ptr<Subcommand> run_command();
std::unique_ptr<Subcommand> profile_command();
std::unique_ptr<Subcommand> advise_command();
std::unique_ptr<Subcommand> rewrite_command();
std::unique_ptr<Subcommand> verify_command();
std::unique_ptr<Subcommand> compare_command();
std::unique_ptr<Subcommand> report_command();
std::unique_ptr<Subcommand> doctor_command();

}  // namespace ppp::cli
