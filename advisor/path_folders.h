// SPDX-License-Identifier: Apache-2.0
// Folders that a program may put on sys.path: a module there may hide one of
// the standard library, or an installed one.

#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "advisor/source_file.h"

namespace ppp::advisor {

/// The names of modules in folders below `root`, and in the two above it, if
/// the program speaks of sys.path; none, if it does not. What is in `root`
/// itself Python finds anyway. Folders elsewhere are not looked at
/// (docs/safety.md).
std::set<std::string, std::less<>> modules_on_changed_path(
    const Project& project, const std::filesystem::path& root);

}  // namespace ppp::advisor
