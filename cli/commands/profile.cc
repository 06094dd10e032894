// SPDX-License-Identifier: Apache-2.0
// pyprof-parallel profile: watch a program that runs as it is and say where its
// time goes.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <limits>

#include "base/machine.h"
#include "cli/commands/subcommand.h"
#include "cli/exit_codes.h"
#include "cli/live_view.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/target.h"
#include "harness/report/profile_diff.h"
#include "profiler/formats/formats.h"
#include "profiler/record.h"

namespace ppp::cli {
namespace {

struct Format {
  const char* name;
  std::string (*write)(const profiler::Profile&);
};
constexpr Format kFormats[] = {
    {"speedscope", profiler::to_speedscope},
    {"collapsed", profiler::to_collapsed},
    {"chrome", profiler::to_chrome_trace},
    {"pprof", profiler::to_pprof},
    {"pstats", profiler::to_pstats},
    {"html", profiler::to_flame_graph},
};
constexpr const char* kFormatNames =
    "speedscope, collapsed, chrome, pprof, pstats or html";

// Each snapshot costs the program some 10 µs.
constexpr double kNativeHz = 250;

class Profile final : public Subcommand {
 public:
  const char* name() const override { return "profile"; }
  const char* summary() const override {
    return "watch a program that runs as it is and say where its time goes";
  }
  const char* examples() const override {
    return "Examples:\n"
           "  pyprof-parallel profile script.py 120\n"
           "  pyprof-parallel profile --json p.json script.py 120\n"
           "  pyprof-parallel profile --format speedscope --output p.json "
           "script.py\n"
           "  pyprof-parallel profile --pid 4711 --duration 10\n"
           "  pyprof-parallel profile --live --pid 4711\n"
           "  pyprof-parallel profile --diff base.json head.json\n"
           "\n"
           "The program runs in place, with its effects; what it prints goes "
           "to stdout, or to\nstderr when stdout carries data of ours. Ctrl-C "
           "is passed on to it, a second one ends\nit; what was seen is "
           "written in either case.\n"
           "With --pid the program is only watched, and Ctrl-C ends the "
           "watching.\n"
           "\n"
           "Exit codes: 0 done, 2 usage or our failure, 4 the program was "
           "ended by a signal, 130\ninterrupted (0 with --pid).";
  }
  Rest rest() const override { return Rest::kProgram; }
  void declare(CLI::App& app) override;
  Result<int> execute(const std::vector<std::string>& rest) override;

 private:
  void declare_format(CLI::App& app);
  Status check(const std::vector<std::string>& rest);
  bool stdout_taken() const {
    return output_.data_on_stdout() || format_path_ == "-";
  }
  Result<profiler::Recording> watch(const std::vector<std::string>& rest,
                                    profiler::RecordOptions options);
  Status write_files(const profiler::Profile& profile) const;
  Result<int> compare_files() const;

  TargetOptions target_;
  OutputOptions output_;
  int pid_ = 0;
  double duration_s_ = 0;
  std::vector<std::string> diff_;
  std::string format_;
  std::string format_path_;
  bool explain_ = false;
  bool live_ = false;
  bool no_children_ = false;
  bool native_ = false;
};

void Profile::declare(CLI::App& app) {
  target_.declare(app);
  app.add_option("--pid", pid_,
                 "watch this process, which runs already, instead of a script")
      ->type_name("PID")
      ->check(CLI::Range(1, std::numeric_limits<int>::max()))
      ->excludes("--python")
      ->excludes("--timeout");
  app.add_option("--duration", duration_s_,
                 "watch for so long only; the program goes on (default: until "
                 "it ends)")
      ->type_name("SECONDS")
      ->check(CLI::PositiveNumber);
  app.add_flag("--no-children", no_children_,
               "watch the first process only, not the Pythons below it");
  app.add_flag("--native", native_,
               "also say which functions of C, C++ and the like take the CPU "
               "time of a line");
  declare_format(app);
  output_.declare_json(app);
  app.add_flag("--explain", explain_, "every line, not only the hottest");
  app.add_flag("--live", live_,
               "show the hottest lines at the terminal while it runs; what the "
               "program prints there comes when it has ended");
  app.add_option("--diff", diff_,
                 "run nothing: which lines became slower or faster between two "
                 "files of --json")
      ->type_name("BASE HEAD")
      ->expected(2)
      ->excludes("--pid")
      ->excludes("--live")
      ->excludes("--format");
}

void Profile::declare_format(CLI::App& app) {
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  app.add_option("--format", format_,
                 "for another tool: " + std::string(kFormatNames))
      ->type_name("NAME")
      ->check(CLI::IsMember(names));
  app.add_option("--output", format_path_, "where that goes (default: stdout)")
      ->type_name("FILE");
}

Error target_error(const ExitStatus& status) {
  return Error{Error::Kind::kTarget,
               status.timed_out ? "the program did not end in time"
                                : "the program was ended by signal " +
                                      std::to_string(status.signal),
               "make it run by itself first; --timeout SECONDS sets the limit"};
}

Status Profile::check(const std::vector<std::string>& rest) {
  if (pid_ > 0 && !rest.empty()) {
    return Error{Error::Kind::kUsage,
                 "--pid names the program: what is " + rest[0] + " for?",
                 "give either --pid or a script"};
  }
  if (!diff_.empty() && !rest.empty()) {
    return Error{Error::Kind::kUsage,
                 "--diff runs nothing: what is " + rest[0] + " for?",
                 "give --diff BASE HEAD alone"};
  }
  if (format_.empty() && !format_path_.empty()) {
    return Error{Error::Kind::kUsage, "--output needs a --format",
                 std::string("one of ") + kFormatNames};
  }
  if (!format_.empty() && format_path_.empty()) format_path_ = "-";
  for (Status good : {output_.check(), check_writable(format_path_)}) {
    if (!good.ok()) return good;
  }
  return Done{};
}

Result<profiler::Recording> Profile::watch(const std::vector<std::string>& rest,
                                           profiler::RecordOptions options) {
  if (pid_ > 0) {
    auto view = LiveView::open_if(live_, stdout_taken(), options);
    if (!view.ok()) return view.error();
    return profiler::record_running(pid_, options);
  }
  auto target = find_target(system_processes(), rest, target_.python);
  if (!target.ok()) return target.error();
  ppp::Command command;
  command.argv = {target->python.executable};
  command.argv.insert(command.argv.end(), rest.begin(), rest.end());
  command.stdin_path = target->input.path();
  if (stdout_taken()) command.in_child = [] { return ::dup2(2, 1) >= 0; };
  std::optional<HeldOutput> held;
  if (live_) {
    auto taken = HeldOutput::of(command, stdout_taken());
    if (!taken.ok()) return taken.error();
    held.emplace(std::move(*taken));
  }
  auto view = LiveView::open_if(live_, stdout_taken(), options);
  if (!view.ok()) return view.error();
  return profiler::record(command, options);
}

Status Profile::write_files(const profiler::Profile& profile) const {
  harness::Report report;
  report.machine = this_machine();
  report.profile = profile;
  Status written = write_output(output_.json, profile_document(report));
  if (!written.ok()) return written;
  for (const Format& format : kFormats) {
    if (format.name != format_) continue;
    return write_output(format_path_, format.write(profile));
  }
  return Done{};
}

Result<int> Profile::compare_files() const {
  auto base = read_profile_report(diff_.at(0));
  if (!base.ok()) return base.error();
  auto head = read_profile_report(diff_.at(1));
  if (!head.ok()) return head.error();
  const harness::ProfileDiff diff = harness::diff_profiles(*base, *head);
  Status written =
      write_output(output_.json, profile_diff_json(diff, *base, *head));
  if (!written.ok()) return written.error();
  const harness::TerminalStyle style = terminal_style(stdout_taken(), explain_);
  print_for_people(terminal_profile_diff(diff, *base, *head, style),
                   stdout_taken());
  return kDone;
}

Result<int> Profile::execute(const std::vector<std::string>& rest) {
  Status good = check(rest);
  if (!good.ok()) return good.error();
  if (!diff_.empty()) return compare_files();
  std::optional<Status> written;
  profiler::RecordOptions options{.rate_hz = target_.rate_hz,
                                  .timeout_s = target_.timeout_s,
                                  .duration_s = duration_s_,
                                  .keep_interrupted = true,
                                  .children = !no_children_,
                                  .native_hz = native_ ? kNativeHz : 0};
  // The program may go on for hours.
  options.when_watched = [&](const profiler::Profile& profile) {
    written = write_files(profile);
  };
  auto recording = watch(rest, options);
  if (!recording.ok()) return recording.error();
  if (!written) written = write_files(recording->profile);
  if (!written->ok()) return written->error();
  const ExitStatus& status = recording->status;
  if (!recording->interrupted && (status.timed_out || status.signal != 0)) {
    return target_error(status);
  }
  print_for_people(terminal_profile(recording->profile,
                                    terminal_style(stdout_taken(), explain_)),
                   stdout_taken());
  return recording->interrupted && pid_ == 0 ? kInterrupted : kDone;
}

}  // namespace

std::unique_ptr<Subcommand> profile_command() {
  return std::make_unique<Profile>();
}

}  // namespace ppp::cli
