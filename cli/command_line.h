// SPDX-License-Identifier: Apache-2.0
// Which words of the command line are ours and which belong to the user's
// program, and what a project's pyproject.toml adds.

#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/commands/subcommand.h"

namespace ppp::cli {

struct Words {
  std::vector<std::string> ours;
  std::vector<std::string> rest;

  bool operator==(const Words&) const = default;
};

/// Splits the words after the command's name. For kProgram our part ends at the
/// first word that is neither an option of `app` nor its value, or at `-m`.
Words split_words(const CLI::App& app, Rest rest,
                  const std::vector<std::string>& words);

/// `[tool.pyprof-parallel]` of a pyproject.toml as words for `app`; keys that
/// only another command of `all` knows are left out. Fails on a key that no
/// command knows and on text that is not TOML.
Result<std::vector<std::string>> config_words(
    const CLI::App& app, const std::vector<const CLI::App*>& all,
    std::string_view toml, const std::string& path);

/// The pyproject.toml of `directory` or its nearest parent that has one, or "".
std::string find_config(const std::string& directory);

}  // namespace ppp::cli
