// SPDX-License-Identifier: Apache-2.0
// trap_runner FOLDER PYTHON…
//
// Rewrites the folder's program in every way that the tool would offer, with
// every loop taken as hot, and runs each version against the original on all
// inputs of expect.json: any difference is a failure. A program that must be
// declined must get no offer.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "advisor/advise.h"
#include "base/files.h"
#include "base/process.h"
#include "rewrite/rewrite.h"

namespace ppp {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Words = std::vector<std::string>;

constexpr double kTimeout = 60;

/// What a run left behind.
struct Seen {
  int code = 0;
  int signal = 0;
  bool timed_out = false;
  std::string out;
  std::string last_error_line;
  std::map<std::string, std::string> files;

  bool operator==(const Seen&) const = default;
};

struct Trap {
  fs::path folder;
  std::vector<Words> inputs;  // the first one is what the tool sees
  std::string stdin_text;
  bool declined = false;
  bool volatile_output = false;
};

template <typename T>
T must(Result<T> result, const std::string& doing) {
  if (result.ok()) return std::move(result).value();
  fmt::print(stderr, "{}: {}\n", doing, result.error().what);
  std::exit(2);
}

Trap read_trap(const fs::path& folder) {
  std::string text = must(read_file(folder / "expect.json"), "expect.json");
  Json json = Json::parse(text);
  Trap trap;
  trap.folder = folder;
  trap.inputs.push_back(json["argv"].get<Words>());
  for (const Json& more : json["other_inputs"]) {
    trap.inputs.push_back(more.get<Words>());
  }
  trap.stdin_text = json.value("stdin", "");
  trap.declined = json["expect"] == "declined";
  trap.volatile_output = json.value("volatile", false);
  return trap;
}

std::string last_line(const std::string& text) {
  std::size_t end = text.find_last_not_of("\n");
  if (end == std::string::npos) return "";
  std::size_t begin = text.rfind('\n', end);
  begin = begin == std::string::npos ? 0 : begin + 1;
  return text.substr(begin, end - begin + 1);
}

/// Runs the trap's program in a place that is always called the same, since
/// programs show their paths.
class Arena {
 public:
  explicit Arena(const Trap& trap)
      : trap_(trap), dir_(must(TempDir::create("trap-"), "arena")) {}

  fs::path place() const { return fs::path(dir_.path()) / "run"; }

  /// A fresh copy of the folder with `changed` files (absolute paths below
  /// place()) in it.
  void reset(const std::vector<rewrite::FilePatch>& changed) {
    fs::remove_all(place());
    fs::copy(trap_.folder, place(), fs::copy_options::recursive);
    fs::remove(place() / "expect.json");
    for (const rewrite::FilePatch& file : changed) {
      must(write_file(file.path, file.after), "rewritten file");
    }
  }

  Seen run(const std::string& python, const Words& input,
           const std::vector<rewrite::FilePatch>& changed) {
    reset(changed);
    std::map<std::string, std::string> before = files();
    must(write_file(stdin_path(), trap_.stdin_text), "stdin");
    Command command;
    command.argv = {python, "before.py"};
    command.argv.insert(command.argv.end(), input.begin(), input.end());
    command.directory = place();
    command.environment = {{"PYTHONHASHSEED", "0"},
                           {"PYTHONDONTWRITEBYTECODE", "1"}};
    command.stdin_path = stdin_path();
    command.stdout_path = dir_.path() + "/out";
    command.stderr_path = dir_.path() + "/err";
    ExitStatus status =
        must(run_to_end(system_processes(), command, kTimeout), python);
    Seen seen{status.code,
              status.signal,
              status.timed_out,
              must(read_file(command.stdout_path), "out"),
              last_line(must(read_file(command.stderr_path), "err")),
              files()};
    // What the program did not touch, the rewritten sources among it.
    std::erase_if(seen.files, [&](const auto& file) {
      auto old = before.find(file.first);
      return old != before.end() && old->second == file.second;
    });
    return seen;
  }

 private:
  std::string stdin_path() const { return dir_.path() + "/stdin"; }

  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(place())) {
      if (!entry.is_regular_file()) continue;
      std::string name = entry.path().lexically_relative(place());
      out[name] = must(read_file(entry.path()), "a file of the run");
    }
    return out;
  }

  const Trap& trap_;
  TempDir dir_;
};

std::string shown(const Seen& seen) {
  std::string out =
      fmt::format("exit {}{}{}\nstdout: {}\nstderr: {}\nfiles:", seen.code,
                  seen.signal ? " signal " : "",
                  seen.signal ? std::to_string(seen.signal) : "", seen.out,
                  seen.last_error_line);
  for (const auto& [name, bytes] : seen.files) {
    out += fmt::format(" {} ({} bytes)", name, bytes.size());
  }
  return out + (seen.timed_out ? "\ntimed out\n" : "\n");
}

/// One set of loops rewritten together.
using Choice = std::vector<rewrite::Option>;

/// Every option alone, and the first of every loop that is in no other.
std::vector<Choice> choices(const advisor::Plan& plan,
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
                 in(chosen, loop);
        });
    if (free) together.push_back(option);
  }
  if (together.size() > 1) out.push_back(together);
  return out;
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

class Runner {
 public:
  Runner(Trap trap, Words pythons)
      : trap_(std::move(trap)), pythons_(std::move(pythons)), arena_(trap_) {}

  int run() {
    arena_.reset({});
    advisor::Project project =
        must(advisor::load_project("before.py", arena_.place()), "load");
    profiler::Profile profile;
    profile.command = {"before.py"};
    advisor::Plan plan = must(
        advisor::advise(profile, project, {.min_share = 0, .every_loop = true}),
        "advise");
    rewrite::RewriteOptions options;
    std::vector<Choice> offers =
        choices(plan, rewrite::options_for(plan, project, options));
    for (const advisor::Decline& decline : plan.declines) {
      fmt::print("declined {}:{}: {}\n", decline.loop.span.file,
                 decline.loop.span.line, decline.reasons.at(0).message);
    }
    for (const Choice& choice : offers) {
      fmt::print("offered {}\n", title(plan, choice));
    }
    // A program that changes by itself is declined by the harness.
    if (trap_.volatile_output) return 0;
    if (trap_.declined && !offers.empty()) {
      fmt::print("FAIL: must be declined\n");
      return 1;
    }
    for (const Choice& choice : offers) {
      compare(choice, plan,
              must(rewrite::rewrite(plan, project, choice, options),
                   "rewrite: " + title(plan, choice)));
    }
    return failures_ ? 1 : 0;
  }

 private:
  void compare(const Choice& choice, const advisor::Plan& plan,
               const rewrite::Patch& patch) {
    for (const std::string& python : pythons_) {
      for (std::size_t i = 0; i < trap_.inputs.size(); ++i) {
        const Seen& expected = original(python, i);
        Seen got = arena_.run(python, trap_.inputs[i], patch.files);
        if (got == expected) continue;
        ++failures_;
        fmt::print("FAIL: {} with input {} under {}\n{}\n", title(plan, choice),
                   Json(trap_.inputs[i]).dump(), python, patch.diff);
        fmt::print("original: {}rewritten: {}\n", shown(expected), shown(got));
      }
    }
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

  Trap trap_;
  Words pythons_;
  Arena arena_;
  std::map<std::pair<std::string, std::size_t>, Seen> originals_;
  int failures_ = 0;
};

}  // namespace
}  // namespace ppp

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: trap_runner FOLDER PYTHON…\n");
    return 2;
  }
  std::vector<std::string> pythons(argv + 2, argv + argc);
  return ppp::Runner(ppp::read_trap(std::filesystem::absolute(argv[1])),
                     pythons)
      .run();
}
