// SPDX-License-Identifier: Apache-2.0
// Only what has read something that grew is evaluated again. Here everything is
// evaluated once more, for every loop of every golden and trap program: nothing
// may change.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "advisor/library.h"
#include "advisor/loop_shape.h"
#include "advisor/loops.h"
#include "advisor/pieces.h"

namespace ppp::advisor {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> programs() {
  std::vector<std::string> scripts;
  for (const char* folder : {PPP_TRANSFORM_TESTS, PPP_TRAP_TESTS}) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.path().filename() == "before.py") {
        scripts.push_back(entry.path().string());
      }
    }
  }
  std::sort(scripts.begin(), scripts.end());
  return scripts;
}

void check(const std::string& script) {
  auto project = load_project(script, fs::path(script).parent_path().string());
  ASSERT_TRUE(project.ok()) << script;
  for (const SourceFile& source : project->files) {
    for (const Loop& loop : find_loops(source)) {
      if (refuse_form(loop)) continue;
      Trial trial(*project, builtin_library(), loop, nullptr);
      if (!trial.interpreter.run()) continue;
      EXPECT_TRUE(trial.interpreter.is_fixpoint())
          << script << ", the loop on line " << loop.hot.span.line;
    }
  }
}

TEST(Fixpoint, OneMoreEvaluationOfEverythingChangesNothing) {
  const std::vector<std::string> scripts = programs();
  EXPECT_GT(scripts.size(), 100U);
  for (const std::string& script : scripts) check(script);
}

}  // namespace
}  // namespace ppp::advisor
