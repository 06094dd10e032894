// SPDX-License-Identifier: Apache-2.0
// What the analysis makes of one loop, for tests that are tables of programs.

#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "advisor/advise.h"

namespace ppp::advisor {

/// A candidate, or why there is none.
struct Judged {
  std::optional<Candidate> candidate;
  std::optional<Candidate> unproven;
  std::string reasons;  // "id: message\n" for each
};

inline std::string lines_of(const std::vector<Reason>& reasons) {
  std::string lines;
  for (const Reason& reason : reasons) {
    lines += reason.id + ": " + reason.message + "\n";
  }
  return lines;
}

/// A further module beside the script.
struct Module {
  std::string name;
  std::string text;
};

/// Every loop of the script `text` and of `modules`.
inline Plan plan_of_script(const std::string& text,
                           const std::vector<Module>& modules = {}) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", text));
  for (const Module& module : modules) {
    project.files.push_back(SourceFile::parse(module.name + ".py",
                                              "/" + module.name + ".py",
                                              module.name, module.text));
  }
  AdviseOptions options;
  options.every_loop = true;
  Result<Plan> plan = advise({}, project, options);
  EXPECT_TRUE(plan.ok());
  return std::move(*plan);
}

/// The loop on the first line of the script that has `loop`.
inline Judged judged(const std::string& text, const std::string& loop,
                     const std::vector<Module>& modules = {}) {
  const std::string before = text.substr(0, text.find(loop));
  const auto line =
      static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  auto meant = [&](const HotLoop& one) {
    return one.span.file == "main.py" && one.span.line == line;
  };
  Plan plan = plan_of_script(text, modules);
  Judged found;
  for (Candidate& one : plan.candidates) {
    if (meant(one.loop)) found.candidate = std::move(one);
  }
  for (Decline& decline : plan.declines) {
    if (!meant(decline.loop)) continue;
    found.reasons += lines_of(decline.reasons);
    found.unproven = std::move(decline.unproven);
  }
  return found;
}

}  // namespace ppp::advisor
