// SPDX-License-Identifier: Apache-2.0
// pyprof-parallel advise: what could run in parallel, what not, and why.
// Writes no code.
#include <CLI/CLI.hpp>
#include <limits>
#include <optional>
#include <string_view>

#include "base/files.h"
#include "base/machine.h"
#include "base/process.h"
#include "cli/commands/subcommand.h"
#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/target.h"
#include "harness/sandbox.h"
#include "profiler/profile_json.h"

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
           "\n"
           "The script is run once, in isolation; a profile is not run at all.";
  }
  Rest rest() const override { return Rest::kProgram; }
  void declare(CLI::App& app) override {
    target_.declare(app);
    app.add_option("--min-share", min_share_,
                   "ignore loops below this share of the run's time")
        ->type_name("X")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1.0));
    output_.declare_json(app);
    app.add_flag("--explain", explain_, "every loop's reasoning");
  }
  Result<int> execute(const std::vector<std::string>& rest) override;

 private:
  /// A profile and the sources that it speaks of.
  struct Measured {
    profiler::Profile profile;
    advisor::Project project;
    bool stdin_was_terminal = false;
  };
  Result<Measured> read_profile(const std::string& path) const;
  Result<Measured> run_script(const std::vector<std::string>& words) const;

  TargetOptions target_;
  OutputOptions output_;
  double min_share_ = advisor::AdviseOptions().min_share;
  bool explain_ = false;
};

Result<Advise::Measured> Advise::read_profile(const std::string& path) const {
  auto text = read_file(path);
  if (!text.ok()) return text.error();
  auto profile = profiler::profile_from_json(*text);
  if (!profile.ok()) return profile.error();
  auto project = project_of(profile->command);
  if (!project.ok()) return project.error();
  return Measured{std::move(*profile), std::move(*project), false};
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
  measured.stdin_was_terminal = target->input.was_terminal();
  return measured;
}

Result<int> Advise::execute(const std::vector<std::string>& rest) {
  Status writable = output_.check();
  if (!writable.ok()) return writable.error();
  Progress progress(stderr_is_terminal());
  bool from_file =
      !rest.empty() && std::string_view(rest[0]).ends_with(".json");
  if (from_file && rest.size() > 1) {
    return Error{Error::Kind::kUsage,
                 "unexpected word after the profile: " + rest[1],
                 "options stand before the profile's name"};
  }
  progress.say(from_file ? "reading the profile"
                         : "running the program, watched");
  auto measured = from_file ? read_profile(rest[0]) : run_script(rest);
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
  report.hotspots = hotspots_of(*plan, options).spots;
  if (measured->stdin_was_terminal) {
    report.notes.push_back(
        "stdin is a terminal: the program was run with an "
        "empty one");
  }
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
