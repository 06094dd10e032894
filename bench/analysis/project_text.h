// SPDX-License-Identifier: Apache-2.0
// A Python project of any size, made up for the benchmarks: packages of modules
// that import each other, classes with methods and inheritance, polymorphic
// calls, records that travel through the whole program, and a script.

#pragma once

#include <string>
#include <vector>

#include "profiler/profile.h"

namespace ppp::bench {

struct ProjectFile {
  std::string file;    ///< "pkg_3/mod_31.py"
  std::string module;  ///< "pkg_3.mod_31"; "__main__" for the script
  std::string text;
};

/// The script first. About `lines` lines in all, the same for the same number.
/// The script reaches
/// 78 % of the functions (four of the eighteen in a module are never called).
std::vector<ProjectFile> project_text(int lines);

/// A run of that project in which six loops are hot: two of the script, one
/// inside the other, and four in modules far apart.
profiler::Profile project_profile(const std::vector<ProjectFile>& files);

}  // namespace ppp::bench
