// SPDX-License-Identifier: Apache-2.0
// mutation_test --python EXE [--known FILE] [--memory FILE] [--only EXPRESSION]
//               [--plain] [--programs DIR] …
//
// Switches off one rule of the analysis after the other (instrument.py finds
// them) and, for each, asks all golden cases and traps that reach it, and the
// unit tests: at least one must come out wrong, or nobody would notice if the
// rule were lost. So for each category of effect in the library's tables. With
// --plain the plain answers and operands are tried instead.
//
// Each mutant is tried in a child of its own: it may crash or run for ever,
// which counts as noticed. A trap of which only the text of an offer changes is
// run to see whether it behaves.
//
// The known FILE lists the mutants that nobody notices yet, by name; '#' begins
// a comment. One that is noticed, or is no longer there, must be struck from
// it. The memory FILE is written: who noticed a mutant is asked first next
// time. Of what nobody notices, the programs below DIR that are then offered
// otherwise are named: each shows how a test could notice.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
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

constexpr unsigned kSeconds = 60;            // for one program of a mutant
constexpr rlim_t kMemory = rlim_t{6} << 30;  // for a mutant: it may not end

constexpr double kLongest = 2;     // seconds, of a program without expectation
constexpr std::size_t kNamed = 5;  // programs that would notice

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Prints a line at once, so that a run that takes long shows how far it is.
template <typename... Args>
void say(fmt::format_string<Args...> format, Args&&... args) {
  fmt::print(format, std::forward<Args>(args)...);
  std::putchar('\n');
  std::fflush(stdout);
}

/// A program with an expectation, and what it reaches.
struct Program {
  std::string name;
  Project project;
  std::optional<golden::Case> golden;
  std::optional<traps::Trap> trap;
  /// A trap's diffs without any mutation, for each of its judgements.
  std::vector<std::vector<std::string>> offers;
  Reached reached;
  double seconds = 0;  // to judge it

  bool declines() const {
    return golden ? golden->declined : trap->judgements.front().declined;
  }
};

/// What a trap is offered, for each of its judgements.
std::vector<std::vector<std::string>> diffs(const Project& project,
                                            const traps::Trap& trap) {
  advisor::Plan plan =
      must(advisor::advise({}, project, {.min_share = 0, .every_loop = true}),
           "advise");
  std::vector<std::vector<std::string>> all;
  for (const traps::Trap::Judgement& judgement : trap.judgements) {
    std::vector<std::string>& one = all.emplace_back();
    for (const traps::Offer& offer :
         traps::offers_for(judgement, plan, project, trap.outermost)) {
      one.push_back(offer.patch.diff);
    }
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
  std::vector<std::vector<std::string>> offers =
      diffs(program.project, *program.trap);
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (program.trap->judgements[i].declined && !offers[i].empty()) {
      return "offered";
    }
    for (const std::string& offer : offers[i]) {
      const std::vector<std::string>& before = program.offers[i];
      changed |= std::find(before.begin(), before.end(), offer) == before.end();
    }
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
    program.trap->timeout = 20;
    program.trap->one_failure = true;
    program.project =
        must(advisor::load_project("before.py", entry.path().string()),
             program.name);
    all.push_back(std::move(program));
  }
  return all;
}

/// What stands below the folder: any programs, asked about as traps are. Those
/// that cannot be read or take long are left out.
std::vector<Program> load_others(const std::string& folder) {
  std::vector<Program> all;
  if (folder.empty()) return all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".py") continue;
    Result<Project> project = advisor::load_project(
        entry.path().filename().string(), entry.path().parent_path().string());
    if (!project.ok()) continue;
    Program program;
    program.name = fs::relative(entry.path(), folder).string();
    program.project = std::move(project).value();
    program.trap.emplace();
    program.trap->judgements.resize(3);
    program.trap->judgements[1].waits = true;
    program.trap->judgements[2].tiny_items = true;
    const Clock::time_point begin = Clock::now();
    take_reached();
    program.offers = diffs(program.project, *program.trap);
    program.reached = take_reached();
    program.seconds = seconds_since(begin);
    if (program.seconds < kLongest) all.push_back(std::move(program));
  }
  return all;
}

/// Drops what comes out wrong by itself: its own test says so. Those that
/// notice most, in the least time, come first.
void try_unchanged(std::vector<Program>& programs) {
  std::erase_if(programs, [](Program& program) {
    const Clock::time_point begin = Clock::now();
    take_reached();
    if (program.trap) program.offers = diffs(program.project, *program.trap);
    bool changed = false;
    std::string problem = wrong(program, changed);
    program.reached = take_reached();
    program.seconds = seconds_since(begin);
    if (!problem.empty()) say("{}: {}", program.name, problem);
    return !problem.empty();
  });
  std::stable_sort(programs.begin(), programs.end(),
                   [](const Program& a, const Program& b) {
                     return std::pair(!a.declines(), a.seconds) <
                            std::pair(!b.declines(), b.seconds);
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
  bool plain = false;
};

std::vector<Named> all_mutants() {
  std::vector<Named> all;
  std::map<std::string, int> count;
  for (std::size_t i = 0; i < rules().size(); ++i) {
    const Rule& rule = rules()[i];
    std::string name =
        fmt::format("{} {}(): {}", rule.file, rule.function, rule.text);
    const int number = ++count[name];
    if (number > 1) name += fmt::format(" #{}", number);
    all.push_back({{static_cast<int>(i), ""},
                   std::move(name),
                   fmt::format("{}:{}", rule.file, rule.line),
                   rule.plain});
  }
  std::set<std::string> categories;
  for (const EmbeddedFile& file : advisor::effect_files()) {
    collect(nlohmann::json::parse(file.text), categories);
  }
  for (const std::string& category : categories) {
    all.push_back(
        {{-1, category}, "the tables' effect \"" + category + '"', "", false});
  }
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

  void OnTestEnd(const testing::TestInfo& test) override {
    if (!test.result()->Failed() || !name_.empty()) return;
    name_ = fmt::format("{}.{}", test.test_suite_name(), test.name());
  }

 private:
  std::string& name_;
};

/// The first unit test of those that `filter` chooses that fails, or "".
std::string failing_unit_test(const std::string& filter) {
  std::string name;
  testing::TestEventListeners& listeners =
      testing::UnitTest::GetInstance()->listeners();
  delete listeners.Release(listeners.default_result_printer());
  auto* listener = new FirstFailure(name);
  listeners.Append(listener);  // gtest's from here on
  testing::GTEST_FLAG(filter) = filter;
  const bool failed = RUN_ALL_TESTS() != 0;
  delete listeners.Release(listener);
  return failed && name.empty() ? "a unit test" : name;
}

/// Who of the programs comes out wrong without being run; or "". `changed`:
/// traps that are offered in another way.
std::string judged_wrong(const std::vector<const Program*>& programs,
                         std::vector<const Program*>& changed) {
  for (const Program* program : programs) {
    alarm(kSeconds);
    bool other = false;
    std::string problem = wrong(*program, other);
    if (!problem.empty()) return program->name + ": " + problem;
    if (other) changed.push_back(program);
  }
  return "";
}

/// Which of the traps shows a difference when it runs; or "".
std::string misbehaving(const std::vector<const Program*>& programs,
                        const std::string& python) {
  alarm(0);  // a run has an end of its own
  for (const Program* program : programs) {
    std::string log;
    if (!traps::holds(*program->trap, {python}, log)) {
      return program->name + ": behaves differently";
    }
  }
  return "";
}

/// Who notices the mutant, and how; or "". `last`: who noticed it last time, or
/// "". Runs in a child. What takes longest comes last.
std::string noticed(const Mutant& mutant, const std::vector<Program>& programs,
                    const std::string& last, const std::string& python) {
  std::vector<const Program*> first;
  std::vector<const Program*> others;
  for (const Program& program : programs) {
    if (!reaches(program, mutant)) continue;
    const bool again = last.rfind(program.name + ':', 0) == 0;
    (again ? first : others).push_back(&program);
  }
  switch_off(mutant);
  std::vector<const Program*> changed;
  std::string who = judged_wrong(first, changed);
  if (who.empty()) who = misbehaving(changed, python);
  alarm(kSeconds);
  const bool unit_test = first.empty() && last.find('/') == std::string::npos;
  if (who.empty() && unit_test && !last.empty()) who = failing_unit_test(last);
  changed.clear();
  if (who.empty()) who = judged_wrong(others, changed);
  alarm(kSeconds);
  if (who.empty()) who = failing_unit_test("*");
  return who.empty() ? misbehaving(changed, python) : who;
}

/// Said of what nobody notices, before the programs that would.
constexpr std::string_view kNobody = "NOBODY";

/// Which of the others would notice the mutant that is switched off.
std::string noticed_by_others(const Mutant& mutant,
                              const std::vector<Program>& others) {
  std::string line;
  std::size_t found = 0;
  for (const Program& program : others) {
    if (found == kNamed) break;
    if (!reaches(program, mutant)) continue;
    alarm(kSeconds);
    const auto now = diffs(program.project, *program.trap);
    if (now == program.offers) continue;
    const bool more = std::ranges::any_of(now, [&](const auto& offers) {
      return offers.size() > program.offers[&offers - now.data()].size();
    });
    line += fmt::format("; {} {}", program.name,
                        more ? "is offered more" : "changes");
    ++found;
  }
  return line;
}

/// The mutants at work.
class Children {
 public:
  Children(const std::vector<Program>& programs,
           const std::vector<Program>& others, std::string python)
      : programs_(programs), others_(others), python_(std::move(python)) {}

  std::size_t count() const { return running_.size(); }

  void start(const Named& named, const std::string& last) {
    int ends[2];
    if (pipe(ends) != 0) std::exit(2);
    const pid_t child = fork();
    if (child == 0) {
      const rlimit bound = {kMemory, kMemory};
      setrlimit(RLIMIT_AS, &bound);
      const std::string line = noticed(named.mutant, programs_, last, python_);
      bool written = send(ends[1], line.empty() ? kNobody : line);
      if (line.empty()) {
        written &= send(ends[1], noticed_by_others(named.mutant, others_));
      }
      _exit(written ? 0 : 2);
    }
    close(ends[1]);
    running_[child] = {&named, ends[0]};
  }

  /// Waits for one; it, and who noticed it, or nobody.
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
      if (!line.empty()) line += "; another ";
      line += WTERMSIG(status) == SIGALRM ? "runs for ever" : "crashes";
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

  static bool send(int out, std::string_view text) {
    return write(out, text.data(), text.size()) >= 0;
  }

  const std::vector<Program>& programs_;
  const std::vector<Program>& others_;
  std::string python_;
  std::map<pid_t, Child> running_;
};

struct Options {
  std::string python = "python3";
  std::string known;
  bool only_known = false;
  bool plain = false;
  std::string memory;
  std::string programs;
  std::string only;
  std::size_t from = 1;
  std::size_t jobs = 2;
};

/// Mutant -> who noticed it last time.
using Memory = std::map<std::string, std::string>;

std::vector<std::string> lines_of(const std::string& path) {
  std::vector<std::string> lines;
  if (path.empty()) return lines;
  std::istringstream text(must(read_file(path), path));
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

std::set<std::string> known_mutants(const std::string& path) {
  std::set<std::string> names;
  for (const std::string& line : lines_of(path)) {
    if (!line.empty() && line[0] != '#') names.insert(line);
  }
  return names;
}

/// Lines of a mutant, a tab, and who noticed it.
Memory read_memory(const std::string& path) {
  Memory memory;
  if (!std::filesystem::exists(path)) return memory;
  for (const std::string& line : lines_of(path)) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) {
      memory[line.substr(0, tab)] = line.substr(tab + 1);
    }
  }
  return memory;
}

/// Mutant -> who notices it, or "".
std::map<std::string, std::string> try_all(const std::vector<Named>& mutants,
                                           const std::vector<Program>& programs,
                                           const std::vector<Program>& others,
                                           const Options& options) {
  std::map<std::string, std::string> found;
  Memory memory = read_memory(options.memory);
  std::ofstream remembered;
  if (!options.memory.empty()) remembered.open(options.memory, std::ios::app);
  Children children(programs, others, options.python);
  auto finish = [&] {
    auto [named, who] = children.finish();
    say("{}/{} {} {}\n    {}", named - mutants.data() + 1, mutants.size(),
        named->place, named->name, who);
    if (who.starts_with(kNobody)) who.clear();
    if (!who.empty()) remembered << named->name << '\t' << who << std::endl;
    found[named->name] = who;
  };
  for (std::size_t i = options.from - 1; i < mutants.size(); ++i) {
    if (children.count() >= options.jobs) finish();
    children.start(mutants[i], memory[mutants[i].name]);
  }
  while (children.count() > 0) finish();
  return found;
}

int run(const Options& options) {
  std::vector<Program> programs = load_programs();
  try_unchanged(programs);
  const std::vector<Program> others = load_others(options.programs);
  std::vector<Named> mutants = all_mutants();
  const std::set<std::string> known = known_mutants(options.known);
  std::set<std::string> gone = known;
  for (const Named& named : mutants) gone.erase(named.name);
  const std::regex only(options.only);
  std::erase_if(mutants, [&](const Named& named) {
    return named.plain != options.plain ||
           !std::regex_search(named.name, only) ||
           (options.only_known && !known.contains(named.name));
  });
  say("{} programs, {} others, {} mutants", programs.size(), others.size(),
      mutants.size());
  int unnoticed = 0;
  int wrong_list = static_cast<int>(gone.size());
  for (const auto& [name, who] : try_all(mutants, programs, others, options)) {
    const bool listed = known.contains(name);
    unnoticed += who.empty();
    wrong_list += who.empty() != listed;
    if (who.empty() && !listed) say("nobody notices without {}", name);
    if (!who.empty() && listed) say("noticed, strike: {}", name);
  }
  for (const std::string& name : gone) say("no longer there, strike: {}", name);
  say("{} unnoticed", unnoticed);
  return wrong_list > 0 ? 1 : 0;
}

}  // namespace
}  // namespace ppp::mutation

int main(int argc, char** argv) {
  CLI::App app("switch off one rule after the other; some test must notice");
  ppp::mutation::Options options;
  app.add_option("--python", options.python, "runs the traps");
  app.add_option("--known", options.known, "mutants that nobody notices yet");
  app.add_flag("--only-known", options.only_known, "try only these");
  app.add_flag("--plain", options.plain, "try the plain answers and operands");
  app.add_option("--memory", options.memory, "who noticed what last time");
  app.add_option("--programs", options.programs,
                 "programs that may show how a test could notice");
  app.add_option("--only", options.only,
                 "mutants whose name this expression fits");
  app.add_option("--from", options.from, "begin at this one of them")
      ->check(CLI::PositiveNumber);
  app.add_option("--jobs", options.jobs)->check(CLI::PositiveNumber);
  CLI11_PARSE(app, argc, argv);
  testing::InitGoogleTest();
  return ppp::mutation::run(options);
}
