// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/golden_case.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "base/files.h"
#include "tests/small_items.h"
#include "tests/untested.h"

namespace ppp::golden {
namespace {

namespace fs = std::filesystem;
using advisor::Candidate;
using advisor::HotLoop;
using advisor::Plan;
using advisor::Project;
using advisor::Reason;
using rewrite::Option;
using rewrite::Patch;

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
  const advisor::SourceFile& home = *project.find(loop.span.file);
  // Ranges of a candidate that is made two functions are those of that text.
  ByteRange range = {home.line_begin(loop.span.line),
                     home.line_begin(loop.span.end_line + 1)};
  if (range.contains(loop.range)) range = loop.range;
  const std::string text(home.slice(range));
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

/// Treats the loops of a thread-pool case as waiting ones, or as such that
/// compute without the lock, and those of a case of small items as such: no
/// profile says so.
void make_measured(const advisor::Project& project, Plan& plan,
                   const Case& expected) {
  if (expected.allow_tested) take_untested(plan);
  if (expected.small_items) make_items_small(plan);
  if (expected.tiny_items) make_items_tiny(project, plan);
  if (expected.waits) make_waiting(plan);
  if (expected.strategy != "thread-pool") return;
  if (!expected.unlocked && expected.options.free_threaded) return;
  for (Candidate& candidate : plan.candidates) {
    HotLoop& loop = candidate.loop;
    if (loop.time_class != advisor::TimeClass::kIoChild) {
      loop.time_class = advisor::TimeClass::kIoSleep;
    }
    if (!expected.unlocked) continue;
    loop.time_class = advisor::TimeClass::kCpuNative;
    loop.cost.wall_s = loop.cost.cpu_s = 1;
    loop.cost.nogil_s = 0.9;
  }
}

rewrite::RewriteOptions options_of(const nlohmann::json& given, bool tolerant) {
  rewrite::RewriteOptions options;
  options.tolerant = tolerant;
  options.free_threaded = given.value("free_threaded", false);
  options.python_minor = given.value("python_minor", 11);
  options.allow_tested = given.value("allow_tested", false);
  if (given.value("aiohttp", false)) options.aiohttp_import_s = 0.2;
  if (given.value("numpy", false)) options.numpy_import_s = 0.1;
  if (given.value("numba", false)) options.numba_import_s = 0.4;
  if (given.value("algebra", false)) {
    options.algebra_library = rewrite::AlgebraLibrary{
        "OpenBLAS", given.value("algebra_threads", 1), ""};
  }
  if (given.value("dask", false)) options.dask_import_s = 0.4;
  if (given.contains("strategy")) options.strategies = {given.at("strategy")};
  options.start_method =
      rewrite::start_method_named(given.value("start_method", "auto")).value();
  return options;
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

const Option* option_of(const std::vector<Option>& options,
                        std::size_t candidate, const std::string& strategy) {
  for (const Option& option : options) {
    if (option.candidate == candidate && option.strategy == strategy) {
      return &option;
    }
  }
  return nullptr;
}

}  // namespace

std::vector<std::string> all_cases(const fs::path& root) {
  std::vector<std::string> cases;
  for (const auto& transform : fs::directory_iterator(root)) {
    if (!transform.is_directory()) continue;
    for (const auto& one : fs::directory_iterator(transform)) {
      if (fs::exists(one.path() / "expect.json")) {
        cases.push_back(fs::relative(one.path(), root).string());
      }
    }
  }
  std::sort(cases.begin(), cases.end());
  return cases;
}

Result<Plan> plan_for(const Project& project, const Case& expected) {
  advisor::AdviseOptions options;
  options.every_loop = true;
  options.tolerant = expected.tolerant;
  options.large = expected.options.dask_import_s.has_value();
  Result<Plan> plan = advisor::advise({}, project, options);
  if (plan.ok()) make_measured(project, *plan, expected);
  return plan;
}

Result<Case> read_case(const fs::path& directory) {
  Result<std::string> text = read_file((directory / "expect.json").string());
  if (!text.ok()) return text.error();
  const nlohmann::json json = nlohmann::json::parse(*text);
  return Case{directory,
              json.at("strategy"),
              json.at("decision") == "declined",
              json.value("reason", ""),
              json.value("gap", ""),
              json.value("line", 0),
              options_of(json.value("options", nlohmann::json::object()),
                         json.value("tolerant", false)),
              json.value("unlocked", false),
              json.value("waits", false),
              json.value("small_items", false),
              json.value("tiny_items", false),
              json.value("packages", false),
              json.value("allow_tested", false),
              json.value("tolerant", false)};
}

Outcome judge(const Case& expected, const Project& project) {
  Result<Plan> plan = plan_for(project, expected);
  if (!plan.ok()) return {plan.error().what, "", {}};
  std::optional<Judged> judged = loop_of_case(*plan, project, expected.line);
  if (!judged) return {"no such loop in the plan", "", {}};
  const std::vector<Option> options =
      rewrite::options_for(*plan, project, expected.options);
  const Option* option = nullptr;
  if (judged->candidate) {
    option = option_of(options, *judged->candidate, expected.strategy);
    if (!option) return {"no such strategy", "", {}};
    if (option->refused) judged->reasons.push_back(*option->refused);
  }
  const std::vector<Reason>& reasons = judged->reasons;
  Outcome outcome{"", describe(reasons), {}};
  if (expected.declined) {
    if (reasons.empty()) {
      outcome.unexpected = "not declined";
    } else if (!expected.reason.empty() &&
               !names_reason(reasons, expected.reason)) {
      outcome.unexpected = "declined, but not as " + expected.reason;
    }
  } else if (!reasons.empty()) {
    bool gap = !expected.gap.empty() && names_reason(reasons, expected.gap);
    if (!gap) outcome.unexpected = "declined";
  } else {
    Result<Patch> patch =
        rewrite::rewrite(*plan, project, {*option}, expected.options);
    if (!patch.ok()) return {patch.error().what, "", {}};
    if (patch->files.empty()) outcome.unexpected = "nothing is changed";
    outcome.patch = std::move(*patch);
  }
  return outcome;
}

fs::path after_path(const fs::path& directory, const std::string& file) {
  return directory / (file == "before.py" ? "after.py" : "after_" + file);
}

}  // namespace ppp::golden
