// SPDX-License-Identifier: Apache-2.0
// pyprof-parallel advise: what could run in parallel, what not, and why.
// Writes no code.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <limits>
#include <optional>
#include <string_view>

#include "advisor/adopt.h"
#include "base/files.h"
#include "base/machine.h"
#include "base/process.h"
#include "cli/commands/subcommand.h"
#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/recorded_script.h"
#include "cli/target.h"
#include "harness/sandbox.h"
#include "profiler/formats/read.h"

namespace ppp::cli {
namespace {

class Advise final : public Subcommand {
 public:
  const char* name() const override { return "advise"; }
  const char* summary() const override {
    return "say of every hot loop whether it may run in parallel, and why";
  }
  const char* examples() const override {
    return "Examples:\n"
           "  pyprof-parallel advise script.py 120\n"
           "  pyprof-parallel profile --json p.json script.py 120 &&\n"
           "    pyprof-parallel advise p.json\n"
           "  pyprof-parallel advise production.txt [script.py]\n"
           "\n"
           "The script is run once, in isolation; a profile is not run at all. "
           "It may also be\none of another tool: a speedscope file, collapsed "
           "stacks (py-spy --format raw,\nAustin, perf) or what cProfile "
           "dumps; "
           "the program is looked for below the\ncurrent directory.";
  }
  Rest rest() const override { return Rest::kProgram; }
  void declare(CLI::App& app) override {
    target_.declare(app);
    app.add_option("--min-share", min_share_,
                   "ignore loops below this share of the run's time")
        ->type_name("X")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1.0));
    app.add_option("--recorded-in", recorded_in_,
                   "directory of the program where the profile was recorded, "
                   "if that cannot be told")
        ->type_name("DIR");
    output_.declare_json(app);
    app.add_flag("--explain", explain_, "every loop's reasoning");
  }
  Result<int> execute(const std::vector<std::string>& rest) override;

 private:
  /// A profile and the sources that it speaks of.
  struct Measured {
    profiler::Profile profile;
    advisor::Project project;
    std::vector<std::string> notes = {};
  };
  Result<Measured> read_profile(const std::vector<std::string>& words) const;
  Result<Measured> adopt(profiler::Profile profile,
                         std::vector<std::string> program) const;
  Result<Measured> run_script(const std::vector<std::string>& words) const;

  TargetOptions target_;
  OutputOptions output_;
  std::string recorded_in_;
  double min_share_ = advisor::AdviseOptions().min_share;
  bool explain_ = false;
};

bool too_large(const std::string& path) {
  std::error_code code;
  return std::filesystem::file_size(path, code) > profiler::kLargestProfile &&
         !code;
}

/// The words begin with a profile rather than with a program.
bool names_profile(const std::vector<std::string>& words) {
  if (words.empty() || words[0] == "-m") return false;
  const std::string_view path = words[0];
  if (path.ends_with(".py") || path.ends_with(".pyw")) return false;
  std::error_code code;
  if (path.ends_with(".json")) return true;
  if (!std::filesystem::is_regular_file(words[0], code)) return false;
  if (too_large(words[0])) return true;
  auto bytes = read_file(words[0]);
  return bytes.ok() && !bytes->starts_with("#!") &&
         profiler::is_profile(*bytes);
}

/// Errors of a file's reader speak of the file.
Error about(const std::string& path, Error error) {
  error.what = path + ": " + error.what;
  return error;
}

Result<Advise::Measured> Advise::adopt(profiler::Profile profile,
                                       std::vector<std::string> program) const {
  if (program.empty()) {
    auto directory = working_directory();
    if (!directory.ok()) return directory.error();
    auto found = recorded_script(profile, *directory);
    if (!found.ok()) return found.error();
    program = std::move(*found);
  }
  profile.command = program;
  auto project = project_of(program);
  if (!project.ok()) return project.error();
  auto adopted = advisor::adopt(std::move(profile), *project, recorded_in_);
  if (!adopted.ok()) return adopted.error();
  return Measured{std::move(adopted->profile), std::move(*project),
                  std::move(adopted->notes)};
}

Result<Advise::Measured> Advise::read_profile(
    const std::vector<std::string>& words) const {
  const std::string& path = words[0];
  if (too_large(path)) {
    return Error{Error::Kind::kUsage,
                 path + " is larger than " +
                     std::to_string(profiler::kLargestProfile >> 20) + " MiB",
                 "record for a shorter time, or less often"};
  }
  auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.error();
  auto profile = profiler::read_profile(*bytes);
  if (!profile.ok()) return about(path, profile.error());
  if (!profile->origin.format.empty() && profile->command.empty()) {
    auto measured =
        adopt(std::move(*profile), {words.begin() + 1, words.end()});
    if (!measured.ok()) return about(path, measured.error());
    return measured;
  }
  if (words.size() > 1) {
    return Error{Error::Kind::kUsage,
                 "unexpected word after the profile: " + words[1],
                 "options stand before the profile's name"};
  }
  auto project = project_of(profile->command);
  if (!project.ok()) return project.error();
  return Measured{std::move(*profile), std::move(*project)};
}

Result<Advise::Measured> Advise::run_script(
    const std::vector<std::string>& words) const {
  auto target = find_target(system_processes(), words, target_.python);
  if (!target.ok()) return target.error();
  auto sandbox = harness::Sandbox::create(system_processes(), target->program);
  if (!sandbox.ok()) return sandbox.error();
  Measured measured;
  profiler::RecordOptions options{.rate_hz = target_.rate_hz,
                                  .timeout_s = target_.timeout_s};
  auto start = [&](const ppp::Command& command) -> Result<ExitStatus> {
    auto recording = profiler::record(command, options);
    if (!recording.ok()) return recording.error();
    measured.profile = std::move(recording->profile);
    return recording->status;
  };
  auto run = (*sandbox)->run(target->program, {}, "", start);
  if (!run.ok()) return run.error();
  if (run->status.timed_out || run->status.signal != 0) {
    return Error{Error::Kind::kTarget,
                 run->status.timed_out ? "the program did not end in time"
                                       : "the program was ended by signal " +
                                             std::to_string(run->status.signal),
                 "make it run by itself first; --timeout SECONDS sets the "
                 "limit"};
  }
  measured.project = std::move(target->project);
  if (target->input.was_terminal()) {
    measured.notes.push_back(
        "stdin is a terminal: the program was run with an empty one");
  }
  return measured;
}

Result<int> Advise::execute(const std::vector<std::string>& rest) {
  Status writable = output_.check();
  if (!writable.ok()) return writable.error();
  Progress progress(stderr_is_terminal());
  const bool from_file = names_profile(rest);
  progress.say(from_file ? "reading the profile"
                         : "running the program, watched");
  auto measured = from_file ? read_profile(rest) : run_script(rest);
  if (!measured.ok()) return measured.error();
  auto plan = advisor::advise(
      measured->profile, measured->project,
      {.min_share = min_share_,
       .stop = stop_after(std::numeric_limits<double>::infinity())});
  if (!plan.ok()) return plan.error();
  if (interrupt_requested()) return interrupt_error();

  harness::Report report;
  report.machine = this_machine();
  report.profile = std::move(measured->profile);
  rewrite::RewriteOptions options;
  options.workers = report.machine.cpus;
  report.hotspots = long_enough(hotspots_of(*plan, options).spots, min_share_);
  report.notes = std::move(measured->notes);
  progress.clear();
  Status written = write_output(output_.json, advice_json(report, *plan));
  if (!written.ok()) return written.error();
  bool taken = output_.data_on_stdout();
  print_for_people(terminal_advice(report, terminal_style(taken, explain_)),
                   taken);
  return kDone;
}

}  // namespace

std::unique_ptr<Subcommand> advise_command() {
  return std::make_unique<Advise>();
}

}  // namespace ppp::cli
