// SPDX-License-Identifier: Apache-2.0
// tests/transforms/<transform>/<case>/
//   before.py    the program; other .py files beside it are its modules
//   expect.json  {"decision": "candidate" | "declined", "strategy":
//   "process-pool",
//                 "reason": "writes-shared-state",   (declined)
//                 "line": 12}                        (which loop, if not the
//                 one
//                                                    that runs most other
//                                                    loops)
//   after.py     what the transform makes of it; after_<module>.py for a module
//
// PPP_UPDATE=1 writes the after files anew: review the diff.
// PPP_PYTHON=… runs the programs under another interpreter.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "advisor/advise.h"
#include "base/files.h"
#include "base/process.h"
#include "rewrite/rewrite.h"

namespace ppp::rewrite {
namespace {

namespace fs = std::filesystem;
using advisor::Candidate;
using advisor::HotLoop;
using advisor::Plan;
using advisor::Project;
using advisor::Reason;

std::vector<std::string> all_cases() {
  std::vector<std::string> cases;
  for (const auto& transform : fs::directory_iterator(PPP_TRANSFORM_TESTS)) {
    if (!transform.is_directory()) continue;
    for (const auto& one : fs::directory_iterator(transform)) {
      if (fs::exists(one.path() / "expect.json")) {
        cases.push_back(fs::relative(one.path(), PPP_TRANSFORM_TESTS).string());
      }
    }
  }
  std::sort(cases.begin(), cases.end());
  return cases;
}

std::string python() {
  const char* asked = std::getenv("PPP_PYTHON");
  return asked != nullptr ? asked : "python3";
}

/// A loop of the plan with what was said about it.
struct Judged {
  const HotLoop* loop = nullptr;
  std::optional<std::size_t> candidate;
  std::vector<Reason> reasons;
};

std::vector<Judged> all_loops(const Plan& plan) {
  std::vector<Judged> all;
  for (std::size_t i = 0; i < plan.candidates.size(); ++i) {
    all.push_back({&plan.candidates[i].loop, i, {}});
  }
  for (const advisor::Decline& decline : plan.declines) {
    all.push_back({&decline.loop, std::nullopt, decline.reasons});
  }
  std::sort(all.begin(), all.end(), [](const Judged& a, const Judged& b) {
    return std::tuple(a.loop->span.file, a.loop->range) <
           std::tuple(b.loop->span.file, b.loop->range);
  });
  return all;
}

/// The program's own functions are called in the loop.
bool calls_project(const Project& project, const HotLoop& loop) {
  std::string text(project.find(loop.span.file)->slice(loop.range));
  for (const advisor::SourceFile& source : project.files) {
    bool found = false;
    advisor::walk(source.root(), [&](advisor::Node node) {
      if (!node.is("function_definition")) return !found;
      std::string name(node.field("name").text());
      found |= text.find(name + "(") != std::string::npos;
      return true;
    });
    if (found) return true;
  }
  return false;
}

/// The loop that a case is about.
std::optional<Judged> loop_of_case(const Plan& plan, const Project& project,
                                   int line) {
  std::optional<Judged> best;
  std::pair<long, bool> best_score = {-1, false};
  for (const Judged& judged : all_loops(plan)) {
    if (line > 0) {
      if (judged.loop->span.line == line &&
          judged.loop->span.file == project.files[0].file()) {
        return judged;
      }
      continue;
    }
    long inner = 0;
    for (const Judged& other : all_loops(plan)) {
      const std::vector<Span>& around = other.loop->inside;
      inner += std::count(around.begin(), around.end(), judged.loop->span);
    }
    std::pair<long, bool> score = {inner, calls_project(project, *judged.loop)};
    if (score <= best_score) continue;
    best_score = score;
    best = judged;
  }
  return best;
}

std::string describe(const std::vector<Reason>& reasons) {
  std::string text;
  for (const Reason& reason : reasons) {
    text += reason.id + ": " + reason.message + "\n";
  }
  return text;
}

bool names_reason(const std::vector<Reason>& reasons, const std::string& id) {
  return std::any_of(reasons.begin(), reasons.end(),
                     [&](const Reason& reason) { return reason.id == id; });
}

/// Treats the loops of a thread-pool case as waiting ones: no profile says so.
void make_wait(Plan& plan, const std::string& strategy) {
  if (strategy != "thread-pool") return;
  for (Candidate& candidate : plan.candidates) {
    candidate.loop.time_class = advisor::TimeClass::kIoSleep;
  }
}

Result<Plan> plan_for(const Project& project, const std::string& strategy) {
  advisor::AdviseOptions options;
  options.every_loop = true;
  Result<Plan> plan = advisor::advise({}, project, options);
  if (plan.ok()) make_wait(*plan, strategy);
  return plan;
}

const Option* option_of(const std::vector<Option>& options,
                        std::size_t candidate, const std::string& strategy) {
  for (const Option& option : options) {
    if (option.candidate == candidate && option.strategy == strategy) {
      return &option;
    }
  }
  return nullptr;
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
Ran run_program(const fs::path& directory,
                const std::vector<FilePatch>& changed) {
  Result<TempDir> scratch = TempDir::create("golden-");
  EXPECT_TRUE(scratch.ok());
  fs::path work = fs::path(scratch->path()) / "case";
  fs::copy(directory, work, fs::copy_options::recursive);
  for (const FilePatch& file : changed) {
    EXPECT_TRUE(write_file((work / file.file).string(), file.after).ok());
  }
  Command command;
  command.argv = {python(), "before.py"};
  command.directory = work.string();
  command.environment = {{"PYTHONDONTWRITEBYTECODE", "1"},
                         {"PYTHONHASHSEED", "0"}};
  Result<Captured> done = capture(system_processes(), command, 60);
  EXPECT_TRUE(done.ok());
  if (!done.ok()) return {};
  EXPECT_FALSE(done->status.timed_out);
  return {done->status.code + 1000 * done->status.signal, done->out,
          last_line(done->err)};
}

fs::path after_path(const fs::path& directory, const std::string& file) {
  return directory / (file == "before.py" ? "after.py" : "after_" + file);
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
void expect_settled(const Project& project, const std::string& strategy) {
  Result<Plan> plan = plan_for(project, strategy);
  ASSERT_TRUE(plan.ok());
  for (const Option& option : options_for(*plan, project)) {
    if (option.refused || option.strategy != strategy) continue;
    const HotLoop& loop = plan->candidates[option.candidate].loop;
    std::string text(project.find(loop.span.file)->slice(loop.range));
    EXPECT_EQ(text.find("pool.map("), std::string::npos)
        << "a second pass would change line " << loop.span.line;
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
  Result<std::string> text = read_file((directory / "expect.json").string());
  ASSERT_TRUE(text.ok());
  nlohmann::json expect = nlohmann::json::parse(*text);
  std::string strategy = expect.at("strategy");
  Result<Project> project =
      advisor::load_project("before.py", directory.string());
  ASSERT_TRUE(project.ok());
  Result<Plan> plan = plan_for(*project, strategy);
  ASSERT_TRUE(plan.ok());
  std::optional<Judged> judged =
      loop_of_case(*plan, *project, expect.value("line", 0));
  ASSERT_TRUE(judged.has_value()) << "no such loop in the plan";

  std::vector<Option> options = options_for(*plan, *project);
  std::vector<Reason> reasons = judged->reasons;
  const Option* option = nullptr;
  if (judged->candidate) {
    option = option_of(options, *judged->candidate, strategy);
    ASSERT_NE(option, nullptr);
    if (option->refused) reasons.push_back(*option->refused);
  }
  SCOPED_TRACE("the loop on line " + std::to_string(judged->loop->span.line) +
               "\n" + describe(reasons));
  if (expect.at("decision") == "declined") {
    ASSERT_FALSE(reasons.empty()) << "not declined";
    std::string wanted = expect.value("reason", "");
    EXPECT_TRUE(wanted.empty() || names_reason(reasons, wanted))
        << "declined, but not as " << wanted;
    return;
  }
  if (!reasons.empty() && expect.contains("gap")) {
    EXPECT_TRUE(names_reason(reasons, expect.at("gap")));
    return;
  }
  ASSERT_TRUE(reasons.empty());
  Result<Patch> patch = rewrite(*plan, *project, {*option});
  ASSERT_TRUE(patch.ok()) << patch.error().what;
  ASSERT_FALSE(patch->files.empty());
  for (const FilePatch& file : patch->files) {
    compare_with_golden(directory, file);
  }
  EXPECT_FALSE(patch->diff.empty());
  Ran before = run_program(directory, {});
  Ran after = run_program(directory, patch->files);
  EXPECT_EQ(before.code, after.code);
  EXPECT_EQ(before.out, after.out);
  EXPECT_EQ(before.last_error_line, after.last_error_line);
  expect_settled(reparsed(*project, patch->files), strategy);
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '/', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Transforms, Golden, testing::ValuesIn(all_cases()),
                         test_name);

}  // namespace
}  // namespace ppp::rewrite
