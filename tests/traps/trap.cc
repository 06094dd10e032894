// SPDX-License-Identifier: Apache-2.0
#include "tests/traps/trap.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "tests/small_items.h"
#include "tests/untested.h"

namespace ppp::traps {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string last_line(const std::string& text) {
  std::size_t end = text.find_last_not_of("\n");
  if (end == std::string::npos) return "";
  std::size_t begin = text.rfind('\n', end);
  begin = begin == std::string::npos ? 0 : begin + 1;
  return text.substr(begin, end - begin + 1);
}

/// Without the numbers of lines, which a rewrite may move.
std::string without_lines(const std::string& text) {
  static const std::regex number("\\.py:[0-9]+");
  return std::regex_replace(text, number, ".py");
}

/// What it warns of, without places, and its last line. A warning's second line
/// is that of the source, which a rewrite may write otherwise.
std::string warnings_and_last_line(const std::string& text) {
  static const std::regex warning("^.*\\.py:[0-9]+: (\\w*Warning: .*)$");
  std::string said;
  std::string last;
  bool source = false;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::smatch parts;
    const bool warns = std::regex_match(line, parts, warning);
    if (warns) said += parts[1].str() + "\n";
    last = warns || (source && line.starts_with("  ")) ? "" : line;
    source = warns;
  }
  return said + last;
}

std::string shown(const Seen& seen) {
  std::string out = fmt::format(
      "exit {}{}{}\nstdout: {}\nstderr: {}\nfiles:", seen.code,
      seen.signal ? " signal " : "",
      seen.signal ? std::to_string(seen.signal) : "", seen.out, seen.errors);
  for (const auto& [name, bytes] : seen.files) {
    out += fmt::format(" {} ({} bytes)", name, bytes.size());
  }
  return out + (seen.timed_out ? "\ntimed out\n" : "\n");
}

/// One set of loops rewritten together.
using Choice = std::vector<rewrite::Option>;

/// Every option alone, and the first of every loop that is in no other.
std::vector<Choice> choices(const advisor::Project& project,
                            const advisor::Plan& plan,
                            const std::vector<rewrite::Option>& options) {
  std::vector<Choice> out;
  Choice together;
  for (const rewrite::Option& option : options) {
    if (option.refused) continue;
    out.push_back({option});
    const auto& loop = plan.candidates[option.candidate].loop;
    bool free = std::none_of(
        together.begin(), together.end(), [&](const rewrite::Option& other) {
          const auto& chosen = plan.candidates[other.candidate].loop;
          auto in = [](const auto& inner, const auto& outer) {
            return std::find(inner.inside.begin(), inner.inside.end(),
                             outer.span) != inner.inside.end();
          };
          return other.candidate == option.candidate || in(loop, chosen) ||
                 in(chosen, loop) || option.whole_program ||
                 other.whole_program ||
                 rewrite::collide(plan, project, option, other);
        });
    if (free) together.push_back(option);
  }
  if (together.size() > 1) out.push_back(together);
  return out;
}

// One alone shows what only another loop's rewrite hides.
void keep_sample(std::vector<Offer>& all) {
  constexpr int kOneOf = 4;
  int place = 0;
  std::erase_if(all, [&](const Offer& offer) {
    return offer.repeated && place++ % kOneOf != 0;
  });
}

std::string title(const advisor::Plan& plan, const Choice& choice) {
  std::string out;
  for (const rewrite::Option& option : choice) {
    const Span& span = plan.candidates[option.candidate].loop.span;
    out += fmt::format("{}{} on {}:{}", out.empty() ? "" : " and ",
                       option.strategy, span.file, span.line);
  }
  return out;
}

int minor_of(const std::string& python) {
  static std::map<std::string, int> known;
  auto at = known.find(python);
  if (at == known.end()) {
    Command ask;
    ask.argv = {python, "-c", "import sys; print(sys.version_info[1])"};
    const Captured said =
        must(capture(system_processes(), ask, kTimeout), python);
    at = known.emplace(python, std::stoi(said.out)).first;
  }
  return at->second;
}

Trap::Judgement judgement_of(const Json& given, bool declined) {
  Trap::Judgement one;
  one.options.python_minor = given.value("python_minor", 0);
  one.options.free_threaded = given.value("free_threaded", false);
  if (given.contains("strategy")) {
    one.options.strategies = {given["strategy"]};
  }
  one.options.allow_tested = given.value("allow_tested", false);
  if (given.value("aiohttp", false)) one.options.aiohttp_import_s = 0.2;
  if (given.value("numpy", false)) one.options.numpy_import_s = 0.1;
  if (given.value("numba", false)) one.options.numba_import_s = 0.4;
  if (given.value("algebra", false)) {
    one.options.algebra_library = rewrite::AlgebraLibrary{
        "OpenBLAS", given.value("algebra_threads", 1), ""};
  }
  if (given.value("dask", false)) one.options.dask_import_s = 0.4;
  one.options.start_method =
      rewrite::start_method_named(given.value("start_method", "auto")).value();
  one.small_items = given.value("small_items", false);
  one.tiny_items = given.value("tiny_items", false);
  one.tested = given.value("tested", false);
  one.waits = given.value("waits", false);
  // Threads may do what is declined for processes only.
  one.declined = given.contains("expect")
                     ? given["expect"] == "declined"
                     : declined && !one.options.free_threaded && !one.waits;
  return one;
}

/// One trap being tried.
class Run {
 public:
  Run(const Trap& trap, const Words& pythons, std::string& log)
      : trap_(trap), pythons_(pythons), log_(log), arena_(trap) {}

  bool holds() {
    read();
    std::set<int> minors;
    for (const std::string& python : pythons_) minors.insert(minor_of(python));
    bool good = true;
    for (Trap::Judgement judgement : trap_.judgements) {
      const int only = judgement.options.python_minor;
      for (int minor : minors) {
        if (only != 0 && only != minor) continue;
        judgement.options.python_minor = minor;
        good = holds(judgement) && good;
        if (!good && trap_.one_failure) return false;
      }
    }
    return good;
  }

  void write(const fs::path& to) {
    read();
    for (Trap::Judgement judgement : trap_.judgements) {
      const int minor = minor_of(pythons_.front());
      const int only = judgement.options.python_minor;
      if (only != 0 && only != minor) continue;
      judgement.options.python_minor = minor;
      for (const Offer& offer : offers_of(judgement)) {
        const fs::path place = to / std::to_string(++written_);
        fs::create_directories(to);
        fs::copy(trap_.folder, place, fs::copy_options::recursive);
        for (const rewrite::FilePatch& file : offer.patch.files) {
          must(write_file(place / file.file, file.after), "rewritten file");
        }
        log_ += fmt::format("{} {}\n", written_, offer.title);
      }
    }
  }

 private:
  void read() {
    arena_.reset({});
    project_ = must(advisor::load_project("before.py", arena_.place()), "load");
    profiler::Profile profile;
    profile.command = {"before.py"};
    const bool large = std::any_of(
        trap_.judgements.begin(), trap_.judgements.end(),
        [](const auto& one) { return one.options.dask_import_s.has_value(); });
    plan_ = must(advisor::advise(profile, project_,
                                 {.min_share = 0,
                                  .every_loop = true,
                                  .tolerant = trap_.tolerant,
                                  .large = large}),
                 "advise");
    for (const advisor::Decline& decline : plan_.declines) {
      log_ +=
          fmt::format("declined {}:{}: {}\n", decline.loop.span.file,
                      decline.loop.span.line, decline.reasons.at(0).message);
    }
  }

  std::vector<Offer> offers_of(const Trap::Judgement& judgement) const {
    std::vector<Offer> all =
        offers_for(judgement, plan_, project_, trap_.outermost);
    if (trap_.together && all.size() > 1) all = {std::move(all.back())};
    if (trap_.sampled) keep_sample(all);
    return all;
  }

  bool holds(const Trap::Judgement& judgement) {
    const std::vector<Offer> all = offers_of(judgement);
    for (const Offer& offer : all) log_ += "offered " + offer.title + "\n";
    // A program that changes by itself is declined by the harness.
    if (trap_.volatile_output) return true;
    if (judgement.declined && !all.empty()) {
      log_ += "FAIL: must be declined\n";
      return false;
    }
    bool same = true;
    for (const Offer& offer : all) {
      same = behaves(offer, judgement.options.python_minor) && same;
      if (!same && trap_.one_failure) return false;
    }
    return same;
  }

  /// Under the Pythons of that version, which it was written for.
  bool behaves(const Offer& offer, int minor) {
    bool same = true;
    for (const std::string& python : pythons_) {
      if (minor_of(python) != minor) continue;
      for (std::size_t i = 0; i < trap_.inputs.size(); ++i) {
        const Seen& expected = original(python, i);
        Seen got = arena_.run(python, trap_.inputs[i], offer.patch.files);
        if (got == expected) continue;
        same = false;
        log_ +=
            fmt::format("FAIL: {} with input {} under {}\n{}\n", offer.title,
                        Json(trap_.inputs[i]).dump(), python, offer.patch.diff);
        log_ += fmt::format("original: {}rewritten: {}\n", shown(expected),
                            shown(got));
        if (trap_.one_failure) return false;
      }
    }
    return same;
  }

  const Seen& original(const std::string& python, std::size_t input) {
    auto key = std::make_pair(python, input);
    auto it = originals_.find(key);
    if (it == originals_.end()) {
      Seen seen = arena_.run(python, trap_.inputs[input], {});
      it = originals_.emplace(key, std::move(seen)).first;
    }
    return it->second;
  }

  const Trap& trap_;
  const Words& pythons_;
  std::string& log_;
  Arena arena_;
  advisor::Project project_;
  advisor::Plan plan_;
  int written_ = 0;
  std::map<std::pair<std::string, std::size_t>, Seen> originals_;
};

}  // namespace

Trap read_trap(const fs::path& folder, const std::string& options) {
  std::string text = must(read_file(folder / "expect.json"), "expect.json");
  Json json = Json::parse(text);
  Trap trap;
  trap.folder = folder;
  trap.inputs.push_back(json["argv"].get<Words>());
  for (const Json& more : json["other_inputs"]) {
    trap.inputs.push_back(more.get<Words>());
  }
  trap.stdin_text = json.value("stdin", "");
  Json sets = json.value("options", Json::array({Json::object()}));
  const Json more = options.empty() ? Json::object() : Json::parse(options);
  for (Json& one : sets) {
    // What is expected of a set of options says nothing of others.
    const Json own = one;
    one.update(more);
    if (one != own) one.erase("expect");
    trap.judgements.push_back(judgement_of(one, json["expect"] == "declined"));
  }
  trap.outermost = json.value("outermost", false);
  trap.together = json.value("together", false);
  trap.tolerant = json.value("tolerant", false);
  const Json errors = json.value("stderr", Json(false));
  trap.warnings = errors == "warnings";
  trap.all_errors = errors == true;
  trap.volatile_output = json.value("volatile", false);
  trap.probe = json.value("probe", "");
  return trap;
}

Arena::Arena(const Trap& trap)
    : trap_(trap), dir_(must(TempDir::create("trap-"), "arena")) {}

fs::path Arena::place() const { return fs::path(dir_.path()) / "run"; }

void Arena::reset(const std::vector<rewrite::FilePatch>& changed) {
  fs::remove_all(place());
  fs::copy(trap_.folder, place(), fs::copy_options::recursive);
  fs::remove(place() / "expect.json");
  for (const rewrite::FilePatch& file : changed) {
    must(write_file(file.path, file.after), "rewritten file");
  }
}

Seen Arena::run(const std::string& python, const Words& input,
                const std::vector<rewrite::FilePatch>& changed) {
  reset(changed);
  std::map<std::string, std::string> before = files();
  const Command command = command_for(python, input);
  ExitStatus status =
      must(run_to_end(system_processes(), command, trap_.timeout), python);
  const std::string errors = must(read_file(command.stderr_path), "err");
  Seen seen{status.code,
            status.signal,
            status.timed_out,
            must(read_file(command.stdout_path), "out"),
            trap_.warnings     ? warnings_and_last_line(errors)
            : trap_.all_errors ? without_lines(errors)
                               : last_line(errors),
            files()};
  // What the program did not touch, the rewritten sources among it.
  std::erase_if(seen.files, [&](const auto& file) {
    auto old = before.find(file.first);
    return old != before.end() && old->second == file.second;
  });
  return seen;
}

Command Arena::command_for(const std::string& python,
                           const Words& input) const {
  must(write_file(stdin_path(), trap_.stdin_text), "stdin");
  Command command;
  command.argv = {python, "before.py"};
  command.argv.insert(command.argv.end(), input.begin(), input.end());
  command.directory = place();
  command.environment = {{"PYTHONHASHSEED", "0"},
                         {"PYTHONDONTWRITEBYTECODE", "1"},
                         {"PYTHONPATH", PPP_DRIVERS}};
  command.stdin_path = stdin_path();
  command.stdout_path = dir_.path() + "/out";
  command.stderr_path = dir_.path() + "/err";
  return command;
}

std::string Arena::stdin_path() const { return dir_.path() + "/stdin"; }

std::map<std::string, std::string> Arena::files() const {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(place())) {
    if (!entry.is_regular_file()) continue;
    std::string name = entry.path().lexically_relative(place());
    if (name.starts_with("__pycache__")) continue;  // nor does the harness
    out[name] = must(read_file(entry.path()), "a file of the run");
  }
  return out;
}

std::vector<Offer> offers(const advisor::Plan& plan,
                          const advisor::Project& project, bool outermost,
                          const rewrite::RewriteOptions& options) {
  std::vector<rewrite::Option> possible =
      rewrite::options_for(plan, project, options);
  std::erase_if(possible, [&](const rewrite::Option& option) {
    return outermost && !plan.candidates[option.candidate].loop.inside.empty();
  });
  std::vector<Offer> out;
  const std::vector<Choice> all = choices(project, plan, possible);
  for (const Choice& choice : all) {
    std::string name = title(plan, choice);
    rewrite::Patch patch = must(
        rewrite::rewrite(plan, project, choice, options), "rewrite: " + name);
    const bool repeated =
        choice.size() == 1 && all.back().size() > 1 &&
        std::any_of(all.back().begin(), all.back().end(), [&](const auto& one) {
          return one.candidate == choice[0].candidate &&
                 one.strategy == choice[0].strategy;
        });
    out.push_back({std::move(name), std::move(patch), repeated});
  }
  return out;
}

std::vector<Offer> offers_for(const Trap::Judgement& judgement,
                              advisor::Plan plan,
                              const advisor::Project& project, bool outermost) {
  if (judgement.tested) take_untested(plan);
  if (judgement.tested || judgement.waits) make_waiting(plan);
  if (judgement.small_items) make_items_small(plan);
  if (judgement.tiny_items) make_items_tiny(project, plan);
  return offers(plan, project, outermost, judgement.options);
}

bool holds(const Trap& trap, const Words& pythons, std::string& log) {
  return Run(trap, pythons, log).holds();
}

void write_offers(const Trap& trap, const std::string& python,
                  const std::filesystem::path& to, std::string& log) {
  Run(trap, {python}, log).write(to);
}

}  // namespace ppp::traps
