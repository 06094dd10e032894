// SPDX-License-Identifier: Apache-2.0
// What programs do with a clock, for the tests of it.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "advisor/clock.h"

namespace ppp::advisor {

/// Files by module name; the first is the script.
inline ClockUse use_of(std::vector<std::pair<std::string, std::string>> files) {
  Project project;
  for (auto& [module, text] : files) {
    std::string file = (module == "__main__" ? "main" : module) + ".py";
    project.files.push_back(
        SourceFile::parse(file, "/p/" + file, module, std::move(text)));
  }
  return clock_use(project);
}

inline ClockUse use_of(std::string text) {
  return use_of({{"__main__", std::move(text)}});
}

}  // namespace ppp::advisor
