// SPDX-License-Identifier: Apache-2.0
// pyprof-parallel profile: run a program as it is and say where its time goes.
#include <unistd.h>

#include <CLI/CLI.hpp>

#include "base/machine.h"
#include "cli/commands/subcommand.h"
#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/target.h"
#include "profiler/formats/formats.h"
#include "profiler/record.h"

namespace ppp::cli {
namespace {

constexpr const char* kFormats = "speedscope, collapsed, chrome, pprof or html";

class Profile final : public Subcommand {
 public:
  const char* name() const override { return "profile"; }
  const char* summary() const override {
    return "run a program as it is, watched, and say where its time goes";
  }
  const char* examples() const override {
    return "Examples:\n"
           "  pyprof-parallel profile script.py 120\n"
           "  pyprof-parallel profile --json p.json script.py 120\n"
           "  pyprof-parallel profile --format speedscope --output p.json "
           "script.py\n"
           "\n"
           "The program runs in place, with its effects; what it prints goes "
           "to stdout, or to\nstderr when stdout carries data of ours.";
  }
  Rest rest() const override { return Rest::kProgram; }
  void declare(CLI::App& app) override;
  Result<int> execute(const std::vector<std::string>& rest) override;

 private:
  TargetOptions target_;
  OutputOptions output_;
  std::string format_;
  std::string format_path_;
  bool explain_ = false;
};

using Writer = std::string (*)(const profiler::Profile&);

/// nullptr: no such format.
Writer writer_of(const std::string& format) {
  if (format == "speedscope") return profiler::to_speedscope;
  if (format == "collapsed") return profiler::to_collapsed;
  if (format == "chrome") return profiler::to_chrome_trace;
  if (format == "pprof") return profiler::to_pprof;
  if (format == "html") return profiler::to_flame_graph;
  return nullptr;
}

void Profile::declare(CLI::App& app) {
  target_.declare(app);
  app.add_option("--format", format_,
                 "for another tool: " + std::string(kFormats))
      ->type_name("NAME")
      ->check(CLI::IsMember(
          {"speedscope", "collapsed", "chrome", "pprof", "html"}));
  app.add_option("--output", format_path_, "where that goes (default: stdout)")
      ->type_name("FILE");
  output_.declare_json(app);
  app.add_flag("--explain", explain_, "every line, not only the hottest");
}

Error target_error(const ExitStatus& status) {
  return Error{Error::Kind::kTarget,
               status.timed_out ? "the program did not end in time"
                                : "the program was ended by signal " +
                                      std::to_string(status.signal),
               "make it run by itself first; --timeout SECONDS sets the limit"};
}

Result<int> Profile::execute(const std::vector<std::string>& rest) {
  if (format_.empty() && !format_path_.empty()) {
    return Error{Error::Kind::kUsage, "--output needs a --format",
                 std::string("one of ") + kFormats};
  }
  if (!format_.empty() && format_path_.empty()) format_path_ = "-";
  for (Status good : {output_.check(), check_writable(format_path_)}) {
    if (!good.ok()) return good.error();
  }
  auto target = find_target(system_processes(), rest, target_.python);
  if (!target.ok()) return target.error();
  bool taken = output_.data_on_stdout() || format_path_ == "-";
  ppp::Command command;
  command.argv = {target->python.executable};
  command.argv.insert(command.argv.end(), rest.begin(), rest.end());
  command.stdin_path = target->input.path();
  if (taken) command.in_child = [] { return ::dup2(2, 1) >= 0; };
  auto recording = profiler::record(
      command, {.rate_hz = target_.rate_hz, .timeout_s = target_.timeout_s});
  if (!recording.ok()) return recording.error();

  harness::Report report;
  report.machine = this_machine();
  report.profile = std::move(recording->profile);
  std::string exported;
  if (Writer write = writer_of(format_)) exported = write(report.profile);
  for (Status written : {write_output(output_.json, profile_document(report)),
                         write_output(format_path_, exported)}) {
    if (!written.ok()) return written.error();
  }
  const ExitStatus& status = recording->status;
  if (status.timed_out || status.signal != 0) return target_error(status);
  print_for_people(
      terminal_profile(report.profile, terminal_style(taken, explain_)), taken);
  return kDone;
}

}  // namespace

std::unique_ptr<Subcommand> profile_command() {
  return std::make_unique<Profile>();
}

}  // namespace ppp::cli
