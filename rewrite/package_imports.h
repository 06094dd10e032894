// SPDX-License-Identifier: Apache-2.0
// Packages that rewrites import, each once for the whole program, however many
// loops use it.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/source_file.h"
#include "rewrite/rewrite.h"

namespace ppp::rewrite {

/// Those of "numpy" and "numba" that a module of the program imports when it
/// is imported itself.
std::set<std::string> imported_by(const advisor::Project& project);

/// What a rewrite of `strategy` imports; a package follows those that it
/// imports itself.
std::vector<std::string> packages_of(std::string_view strategy);

/// Seconds that importing NumPy, or Numba, takes beside what is imported
/// anyway; `guess`: where it was not measured.
double numpy_start_s(const RewriteOptions& options, double guess = 0);
double numba_start_s(const RewriteOptions& options, double guess);

}  // namespace ppp::rewrite
