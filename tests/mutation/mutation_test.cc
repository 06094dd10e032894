// SPDX-License-Identifier: Apache-2.0
// mutation_test --python EXE [--known FILE] [--sample N] [--only TEXT] [--jobs
// N]
//
// Switches off one rule of the analysis after the other (instrument.py finds
// them) and, for each, asks all golden cases and traps that reach it, and the
// unit tests: at least one must come out wrong, or nobody would notice if the
// rule were lost. So for each category of effect in the library's tables.
//
// Each mutant is tried in a child of its own: it may crash or run for ever,
// which counts as noticed. A trap of which only the text of an offer changes is
// run to see whether it behaves.
//
// FILE lists the mutants that nobody notices yet, by name; '#' begins a
// comment. One that is noticed, or is no longer there, must be struck from it.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "advisor/effect_files.h"
#include "base/files.h"
#include "tests/golden/golden_case.h"
#include "tests/mutation/rules.h"
#include "tests/traps/trap.h"

namespace ppp::mutation {
namespace {

namespace fs = std::filesystem;
using advisor::Project;
using traps::must;

constexpr unsigned kSeconds = 120;  // for one mutant

/// A program with an expectation, and what it reaches.
struct Program {
  std::string name;
  Project project;
  std::optional<golden::Case> golden;
  std::optional<traps::Trap> trap;
  std::vector<std::string> offers;  // a trap's diffs without any mutation
  Reached reached;
};

std::vector<std::string> diffs(const Project& project,
                               const traps::Trap& trap) {
  advisor::Plan plan =
      must(advisor::advise({}, project, {.min_share = 0, .every_loop = true}),
           "advise");
  std::vector<std::string> all;
  for (const traps::Offer& offer :
       traps::offers(plan, project, false, trap.judgements.front().options)) {
    all.push_back(offer.patch.diff);
  }
  return all;
}

/// In what a golden case comes out wrong, or "".
std::string wrong(const golden::Case& expected, const Project& project) {
  golden::Outcome outcome = golden::judge(expected, project);
  if (!outcome.unexpected.empty()) return outcome.unexpected;
  if (!outcome.patch) return "";
  for (const rewrite::FilePatch& file : outcome.patch->files) {
    Result<std::string> right =
        read_file(golden::after_path(expected.directory, file.file).string());
    if (!right.ok() || *right != file.after) return "rewritten differently";
  }
  return "";
}

/// In what a program comes out wrong without being run, or "". `changed`: it is
/// offered in another way than before.
std::string wrong(const Program& program, bool& changed) {
  if (program.golden) return wrong(*program.golden, program.project);
  std::vector<std::string> offers = diffs(program.project, *program.trap);
  if (program.trap->judgements.front().declined)
    return offers.empty() ? "" : "offered";
  for (const std::string& offer : offers) {
    changed |= std::find(program.offers.begin(), program.offers.end(), offer) ==
               program.offers.end();
  }
  return "";
}

std::vector<Program> load_programs() {
  std::vector<Program> all;
  const fs::path cases = PPP_TRANSFORM_TESTS;
  for (const std::string& name : golden::all_cases(cases)) {
    Program program;
    program.name = name;
    program.golden = must(golden::read_case(cases / name), name);
    program.project =
        must(advisor::load_project("before.py", (cases / name).string()), name);
    all.push_back(std::move(program));
  }
  for (const auto& entry : fs::directory_iterator(PPP_TRAPS)) {
    if (!fs::exists(entry.path() / "expect.json")) continue;
    Program program;
    program.name = "traps/" + entry.path().filename().string();
    program.trap = traps::read_trap(entry.path());
    if (program.trap->volatile_output) continue;
    program.project =
        must(advisor::load_project("before.py", entry.path().string()),
             program.name);
    all.push_back(std::move(program));
  }
  std::sort(all.begin(), all.end(),
            [](const Program& a, const Program& b) { return a.name < b.name; });
  return all;
}

/// Drops what comes out wrong by itself: its own test says so.
void try_unchanged(std::vector<Program>& programs) {
  std::erase_if(programs, [](Program& program) {
    take_reached();
    bool changed = false;
    std::string problem = wrong(program, changed);
    if (program.trap) program.offers = diffs(program.project, *program.trap);
    program.reached = take_reached();
    if (!problem.empty()) fmt::print("{}: {}\n", program.name, problem);
    return !problem.empty();
  });
}

void collect(const nlohmann::json& json, std::set<std::string>& categories) {
  for (const auto& [key, value] : json.items()) {
    bool list = key == "effects";
    if (list && value.is_array()) {
      for (const auto& one : value) categories.insert(one);
    } else if (key == "effects_with" || key == "effects_without") {
      for (const auto& [argument, more] : value.items()) {
        for (const auto& one : more) categories.insert(one);
      }
    } else if (value.is_structured()) {
      collect(value, categories);
    }
  }
}

/// A mutant with its name, which does not depend on lines, and its place.
struct Named {
  Mutant mutant;
  std::string name;
  std::string place;
};

std::vector<Named> all_mutants() {
  std::vector<Named> all;
  for (std::size_t i = 0; i < rules().size(); ++i) {
    const Rule& rule = rules()[i];
    all.push_back(
        {{static_cast<int>(i), ""},
         fmt::format("{} {}(): {}", rule.file, rule.function, rule.text),
         fmt::format("{}:{}", rule.file, rule.line)});
  }
  std::set<std::string> categories;
  for (const EmbeddedFile& file : advisor::effect_files()) {
    collect(nlohmann::json::parse(file.text), categories);
  }
  for (const std::string& category : categories) {
    all.push_back(
        {{-1, category}, "the tables' effect \"" + category + '"', ""});
  }
  return all;
}

/// A fixed choice, which other rules that come and go hardly change.
std::vector<Named> sample(std::vector<Named> all, std::size_t count) {
  auto mixed = [](const Named& named) {
    std::uint32_t hash = 2166136261U;
    for (char byte : named.name) {
      hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    }
    return hash;
  };
  std::stable_sort(all.begin(), all.end(), [&](const Named& a, const Named& b) {
    return mixed(a) < mixed(b);
  });
  if (all.size() > count) all.resize(count);
  return all;
}

bool reaches(const Program& program, const Mutant& mutant) {
  return mutant.rule >= 0
             ? program.reached.rules.contains(mutant.rule)
             : program.reached.categories.contains(mutant.category);
}

/// Remembers the first unit test that fails.
class FirstFailure : public testing::EmptyTestEventListener {
 public:
  explicit FirstFailure(std::string& name) : name_(name) {}

  void OnTestPartResult(const testing::TestPartResult& result) override {
    const testing::TestInfo* test =
        testing::UnitTest::GetInstance()->current_test_info();
    if (!result.failed() || !test || !name_.empty()) return;
    name_ = fmt::format("{}.{}", test->test_suite_name(), test->name());
  }

 private:
  std::string& name_;
};

/// The first unit test that fails, or "". Can be asked once in a process.
std::string failing_unit_test() {
  std::string name;
  testing::TestEventListeners& listeners =
      testing::UnitTest::GetInstance()->listeners();
  delete listeners.Release(listeners.default_result_printer());
  listeners.Append(new FirstFailure(name));  // gtest's from here on
  const bool failed = RUN_ALL_TESTS() != 0;
  return failed && name.empty() ? "a unit test" : name;
}

/// Who notices the mutant, and how; or "". Runs in a child.
std::string noticed(const Mutant& mutant, const std::vector<Program>& programs,
                    const std::string& python) {
  switch_off(mutant);
  std::vector<const Program*> to_run;
  for (const Program& program : programs) {
    if (!reaches(program, mutant)) continue;
    bool changed = false;
    std::string problem = wrong(program, changed);
    if (!problem.empty()) return program.name + ": " + problem;
    if (changed) to_run.push_back(&program);
  }
  for (const Program* program : to_run) {
    std::string log;
    if (!traps::holds(*program->trap, {python}, log)) {
      return program->name + ": behaves differently";
    }
  }
  return failing_unit_test();
}

/// The mutants at work.
class Children {
 public:
  Children(const std::vector<Program>& programs, std::string python)
      : programs_(programs), python_(std::move(python)) {}

  std::size_t count() const { return running_.size(); }

  void start(const Named& named) {
    int ends[2];
    if (pipe(ends) != 0) std::exit(2);
    const pid_t child = fork();
    if (child == 0) {
      alarm(kSeconds);
      std::string line = noticed(named.mutant, programs_, python_);
      const bool written = write(ends[1], line.data(), line.size()) >= 0;
      _exit(written ? 0 : 2);
    }
    close(ends[1]);
    running_[child] = {&named, ends[0]};
  }

  /// Waits for one; it, and who noticed it or "".
  std::pair<const Named*, std::string> finish() {
    int status = 0;
    const pid_t child = wait(&status);
    auto [named, out] = running_.at(child);
    running_.erase(child);
    std::string line(4096, '\0');
    const ssize_t length = read(out, line.data(), line.size());
    close(out);
    line.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
    if (WIFSIGNALED(status)) {
      line = WTERMSIG(status) == SIGALRM ? "runs for ever" : "crashes";
    } else if (WEXITSTATUS(status) != 0) {
      line = "fails";
    }
    return {named, line};
  }

 private:
  struct Child {
    const Named* named;
    int out;
  };
  const std::vector<Program>& programs_;
  std::string python_;
  std::map<pid_t, Child> running_;
};

struct Options {
  std::string python = "python3";
  std::string known;
  std::size_t sample = 0;
  std::string only;
  std::size_t jobs = 2;
  bool verbose = false;
};

std::set<std::string> names_in(const std::string& path) {
  std::set<std::string> names;
  if (path.empty()) return names;
  std::istringstream lines(must(read_file(path), path));
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line[0] != '#') names.insert(line);
  }
  return names;
}

/// Mutant -> who notices it, or "".
std::map<std::string, std::string> try_all(const std::vector<Named>& mutants,
                                           const std::vector<Program>& programs,
                                           const Options& options) {
  std::map<std::string, std::string> found;
  Children children(programs, options.python);
  auto finish = [&] {
    auto [named, who] = children.finish();
    if (options.verbose) {
      fmt::print("{} {}\n    {}\n", named->place, named->name, who);
    }
    std::string& others = found[named->name];
    if (others.empty()) others = who;
  };
  for (const Named& named : mutants) {
    if (children.count() >= options.jobs) finish();
    children.start(named);
  }
  while (children.count() > 0) finish();
  return found;
}

int run(const Options& options) {
  std::vector<Program> programs = load_programs();
  try_unchanged(programs);
  std::vector<Named> mutants = all_mutants();
  const std::set<std::string> known = names_in(options.known);
  const bool all = options.sample == 0 && options.only.empty();
  std::erase_if(mutants, [&](const Named& named) {
    return named.name.find(options.only) == std::string::npos ||
           (options.sample > 0 && known.contains(named.name));
  });
  if (options.sample > 0) mutants = sample(std::move(mutants), options.sample);
  int unnoticed = 0;
  int unlisted = 0;
  auto found = try_all(mutants, programs, options);
  for (const auto& [name, who] : found) {
    const bool listed = known.contains(name);
    unnoticed += who.empty();
    unlisted += who.empty() && !listed;
    if (who.empty() && !listed) fmt::print("nobody notices without {}\n", name);
    if (!who.empty() && listed) fmt::print("noticed, strike: {}\n", name);
  }
  for (const std::string& name : known) {
    if (!all || found.contains(name)) continue;
    fmt::print("no longer there, strike: {}\n", name);
  }
  fmt::print("{} programs, {} mutants, {} unnoticed, {} of them not listed\n",
             programs.size(), found.size(), unnoticed, unlisted);
  return unlisted > 0 ? 1 : 0;
}

}  // namespace
}  // namespace ppp::mutation

int main(int argc, char** argv) {
  CLI::App app("switch off one rule after the other; some test must notice");
  ppp::mutation::Options options;
  app.add_option("--python", options.python, "runs the traps");
  app.add_option("--known", options.known, "mutants that nobody notices yet");
  app.add_option("--sample", options.sample, "try only so many mutants");
  app.add_option("--only", options.only, "mutants whose name has this text");
  app.add_option("--jobs", options.jobs);
  app.add_flag("--verbose", options.verbose, "say who noticed what");
  CLI11_PARSE(app, argc, argv);
  testing::InitGoogleTest();
  return ppp::mutation::run(options);
}
