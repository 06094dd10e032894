// SPDX-License-Identifier: Apache-2.0
// Every case of golden_case.h is rewritten, compared with its after files, and
// run.
//
// PPP_UPDATE=1 writes the after files anew: review the diff.
// PPP_PYTHON=… runs the programs under another interpreter.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "advisor/advise.h"
#include "base/files.h"
#include "base/process.h"
#include "rewrite/rewrite.h"
#include "tests/golden/golden_case.h"

namespace ppp::golden {
namespace {

namespace fs = std::filesystem;
using advisor::HotLoop;
using advisor::Plan;
using advisor::Project;
using rewrite::FilePatch;
using rewrite::Option;

/// "" when the case needs a Python that is not here.
std::string python(const Case& expected) {
  if (expected.packages) {
    const fs::path python = expected.options.dask_import_s
                                ? PPP_DASK_PYTHON
                                : PPP_PACKAGES_PYTHON;
    const fs::path done = python.parent_path().parent_path() / "installed.txt";
    return fs::exists(done) ? python.string() : "";
  }
  if (expected.options.python_minor == 14) return PPP_PYTHON3_14;
  const char* asked = std::getenv("PPP_PYTHON");
  return asked != nullptr ? asked : PPP_PYTHON3;
}

struct Ran {
  int code = 0;
  std::string out;
  std::string last_error_line;

  bool operator==(const Ran&) const = default;
};

std::string last_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

/// Runs before.py in a copy of the case's directory, `changed` files replaced.
/// `drivers`: where stand-ins for packages lie, or "".
Ran run_program(const std::string& python, const std::string& drivers,
                const fs::path& directory,
                const std::vector<FilePatch>& changed) {
  Result<TempDir> scratch = TempDir::create("golden-");
  EXPECT_TRUE(scratch.ok());
  fs::path work = fs::path(scratch->path()) / "case";
  fs::copy(directory, work, fs::copy_options::recursive);
  for (const FilePatch& file : changed) {
    EXPECT_TRUE(write_file((work / file.file).string(), file.after).ok());
  }
  Command command;
  command.argv = {python, "before.py"};
  command.directory = work.string();
  command.environment = {{"PYTHONDONTWRITEBYTECODE", "1"},
                         {"PYTHONHASHSEED", "0"},
                         {"PYTHONPATH", drivers}};
  Result<Captured> done = capture(system_processes(), command, 60);
  EXPECT_TRUE(done.ok());
  if (!done.ok()) return {};
  EXPECT_FALSE(done->status.timed_out);
  return {done->status.code + 1000 * done->status.signal, done->out,
          last_line(done->err)};
}

void compare_with_golden(const fs::path& directory, const FilePatch& file) {
  std::string path = after_path(directory, file.file).string();
  if (std::getenv("PPP_UPDATE") != nullptr) {
    ASSERT_TRUE(write_file(path, file.after).ok());
  }
  Result<std::string> golden = read_file(path);
  ASSERT_TRUE(golden.ok()) << path << " is missing: PPP_UPDATE=1 writes it\n"
                           << file.after;
  EXPECT_EQ(file.after, *golden) << path;
}

/// Loops over a pool's results are not candidates again.
void expect_settled(const Project& project, const Case& expected) {
  Result<Plan> plan = plan_for(project, expected);
  ASSERT_TRUE(plan.ok());
  for (const Option& option :
       rewrite::options_for(*plan, project, expected.options)) {
    if (option.refused || option.strategy != expected.strategy) continue;
    const HotLoop& loop = plan->candidates[option.candidate].loop;
    std::string text(project.find(loop.span.file)->slice(loop.range));
    for (const char* taken : {"pool.map(", "computed_ahead("}) {
      EXPECT_EQ(text.find(taken), std::string::npos)
          << "a second pass would change line " << loop.span.line;
    }
  }
}

Project reparsed(const Project& project, const std::vector<FilePatch>& files) {
  Project result;
  for (const advisor::SourceFile& source : project.files) {
    std::string text = source.text();
    for (const FilePatch& file : files) {
      if (file.file == source.file()) text = file.after;
    }
    result.files.push_back(advisor::SourceFile::parse(
        source.file(), source.path(), source.module(), text));
  }
  return result;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, Case) {
  fs::path directory = fs::path(PPP_TRANSFORM_TESTS) / GetParam();
  Result<golden::Case> expected = read_case(directory);
  ASSERT_TRUE(expected.ok());
  Result<Project> project =
      advisor::load_project("before.py", directory.string());
  ASSERT_TRUE(project.ok());
  Outcome outcome = judge(*expected, *project);
  ASSERT_EQ(outcome.unexpected, "") << outcome.reasons;
  if (!outcome.patch) return;
  for (const FilePatch& file : outcome.patch->files) {
    compare_with_golden(directory, file);
  }
  EXPECT_FALSE(outcome.patch->diff.empty());
  expect_settled(reparsed(*project, outcome.patch->files), *expected);
  const std::string interpreter = python(*expected);
  if (interpreter.empty()) return;
  const std::string drivers = expected->packages ? "" : PPP_DRIVERS;
  Ran before = run_program(interpreter, drivers, directory, {});
  Ran after =
      run_program(interpreter, drivers, directory, outcome.patch->files);
  EXPECT_EQ(before.code, after.code);
  EXPECT_EQ(before.out, after.out);
  EXPECT_EQ(before.last_error_line, after.last_error_line);
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '/', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Transforms, Golden,
                         testing::ValuesIn(all_cases(PPP_TRANSFORM_TESTS)),
                         test_name);

}  // namespace
}  // namespace ppp::golden
