// SPDX-License-Identifier: Apache-2.0
// pyprof-parallel run: measure, decide, rewrite, verify, report.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/files.h"
#include "base/machine.h"
#include "base/process_tree.h"
#include "cli/commands/subcommand.h"
#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/target.h"
#include "cli/transform_options.h"
#include "rewrite/cost.h"

namespace ppp::cli {
namespace {

namespace fs = std::filesystem;
using Outcome = harness::Outcome;

class Run final : public Subcommand {
 public:
  const char* name() const override { return "run"; }
  const char* summary() const override {
    return "find the hot loops of a program, run in parallel what is safe, "
           "verify and measure it";
  }
  const char* examples() const override {
    return "Examples:\n"
           "  pyprof-parallel run script.py 120\n"
           "  pyprof-parallel run --workers 4 --json run.json -m package.tool\n"
           "  pyprof-parallel run --in-place --min-speedup 1.3 script.py\n"
           "\n"
           "Words after the script belong to the script.\n"
           "Exit codes: 0 done, 1 --min-speedup not reached, 2 usage, 4 the "
           "program itself failed, 130 interrupted.";
  }
  Rest rest() const override { return Rest::kProgram; }
  void declare(CLI::App& app) override;
  Result<int> execute(const std::vector<std::string>& rest) override;

 private:
  Request request(const Target& target, const Machine& machine) const;
  bool may_need_aiohttp(const Target& target) const;
  std::string patch_path(const std::vector<std::string>& words) const;
  Status write_patch(const std::string& path, const std::string& diff) const;
  Result<int> finish(const Job& job, const std::vector<std::string>& words);
  int gate(const Outcome& outcome) const;

  TargetOptions target_;
  TransformOptions transforms_;
  OutputOptions output_;
  std::string patch_;
  bool in_place_ = false;
  bool explain_ = false;
  std::string allow_;
  double min_speedup_ = 0;
  double min_share_ = advisor::AdviseOptions().min_share;
  double budget_s_ = 0;
  double tolerance_ = 0;
  double max_memory_growth_ = 4;
};

void Run::declare(CLI::App& app) {
  target_.declare(app);
  transforms_.declare(app);
  app.add_option("--allow", allow_,
                 "`tested`: offer loops that passed tests, too, marked as not "
                 "proven")
      ->type_name("tested")
      ->check(CLI::IsMember({"tested"}));
  app.add_option("--min-share", min_share_,
                 "ignore loops below this share of the run's time")
      ->type_name("X")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 1.0));
  app.add_option("--min-speedup", min_speedup_,
                 "exit 1 if the verified speed-up is below")
      ->type_name("X")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--budget", budget_s_,
                 "time for reruns (default: the whole job takes at most 8 "
                 "times the program's own time + 3 s)")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber);
  declare_tolerance(app, tolerance_);
  app.add_option("--max-memory-growth", max_memory_growth_,
                 "leave out what takes more than X times the memory of the "
                 "original")
      ->type_name("X")
      ->capture_default_str()
      ->check(CLI::Range(1.0, 1e6));
  output_.declare(app);
  app.add_option("--patch", patch_,
                 "write the accepted rewrite (default, without other output "
                 "options: <script>.parallel.diff)")
      ->type_name("FILE");
  app.add_flag("--in-place", in_place_, "apply the accepted rewrite");
  app.add_flag("--explain", explain_, "every loop's reasoning");
}

/// The machine must stay usable.
harness::MemoryBound memory_bound(double growth, const Machine& machine,
                                  int workers) {
  harness::MemoryBound bound;
  bound.growth = growth;
  bound.always = rewrite::kMemoryPerCpu * static_cast<std::uint64_t>(workers);
  bound.most = machine.memory / 5 * 4;
  return bound;
}

bool Run::may_need_aiohttp(const Target& target) const {
  const auto& files = target.project.files;
  return transforms_.asks_for("asyncio") &&
         std::any_of(files.begin(), files.end(), [](const auto& file) {
           return file.text().find("requests") != std::string::npos;
         });
}

Request Run::request(const Target& target, const Machine& machine) const {
  Request request;
  request.program = target.program;
  request.record = {.rate_hz = target_.rate_hz, .timeout_s = target_.timeout_s};
  request.advise.min_share = min_share_;
  request.advise.tolerant = tolerance_ > 0;
  request.advise.large = transforms_.asks_for("dask");
  request.rewrite = transforms_.rewrite_options(target.python, machine);
  request.rewrite.tolerant = tolerance_ > 0;
  request.allow_tested = request.rewrite.allow_tested = allow_ == "tested";
  if (request.allow_tested && may_need_aiohttp(target)) {
    request.rewrite.aiohttp_import_s =
        aiohttp_import_s(system_processes(), target.python);
  }
  request.verify.timeout_s = target_.timeout_s;
  request.verify.budget_s = budget_s_;
  request.verify.tolerance = tolerance_;
  request.verify.spent_s = process_age_s(::getpid());
  request.verify.memory =
      memory_bound(max_memory_growth_, machine, request.rewrite.workers);
  return request;
}

std::string Run::patch_path(const std::vector<std::string>& words) const {
  if (!patch_.empty()) return patch_;
  bool other_output = !output_.json.empty() || !output_.markdown.empty() ||
                      !output_.html.empty() || in_place_;
  if (other_output) return "";
  std::string script = words[0] == "-m" ? words[1] : words[0];
  return fs::path(script).filename().string() + ".parallel.diff";
}

Status Run::write_patch(const std::string& path,
                        const std::string& diff) const {
  std::error_code code;
  // An old patch must not be taken for the answer of this run.
  if (diff.empty() && !fs::exists(path, code)) return Done{};
  return write_output(path, diff);
}

/// Writes the changed files; on failure those already written are put back.
Status apply_in_place(const rewrite::Patch& patch) {
  for (const rewrite::FilePatch& file : patch.files) {
    auto now = read_file(file.path);
    if (!now.ok()) return now.error();
    if (*now != file.before) {
      return Error{Error::Kind::kUsage,
                   file.file + " was changed while it was examined",
                   "run pyprof-parallel again"};
    }
  }
  for (std::size_t i = 0; i < patch.files.size(); ++i) {
    Status written = write_file(patch.files[i].path, patch.files[i].after);
    if (written.ok()) continue;
    while (i-- > 0) {
      Status undone = write_file(patch.files[i].path, patch.files[i].before);
      if (!undone.ok()) return undone;
    }
    return written;
  }
  return Done{};
}

Error target_error(const Outcome& outcome) {
  return Error{Error::Kind::kTarget, "the program failed: " + outcome.why,
               "make it run by itself first; --timeout SECONDS sets the limit"};
}

int Run::gate(const Outcome& outcome) const {
  if (min_speedup_ <= 0) return kDone;
  double reached =
      outcome.status == Outcome::Status::kFaster ? outcome.speedup.median : 1;
  return reached < min_speedup_ ? kGateFailed : kDone;
}

Result<int> Run::finish(const Job& job, const std::vector<std::string>& words) {
  std::string path = patch_path(words);
  const harness::Report& report = job.report;
  for (Status written :
       {write_patch(path, report.outcome.diff),
        write_output(output_.json, report_json(report)),
        write_output(output_.markdown, markdown_report(report)),
        write_output(output_.html, html_report(report))}) {
    if (!written.ok()) return written.error();
  }
  if (report.outcome.status == Outcome::Status::kTargetFailed) {
    return target_error(report.outcome);
  }
  if (in_place_) {
    Status applied = apply_in_place(job.patch);
    if (!applied.ok()) return applied.error();
  }
  bool taken = output_.data_on_stdout() || path == "-";
  harness::TerminalStyle style = terminal_style(taken, explain_);
  style.patch_path = report.outcome.diff.empty() || path == "-" ? "" : path;
  style.in_place = in_place_;
  print_for_people(terminal_summary(report, style), taken);
  int code = gate(report.outcome);
  if (code == kGateFailed) {
    print_error({Error::Kind::kTarget,
                 "the verified speed-up is below --min-speedup", ""});
  }
  return code;
}

Result<int> Run::execute(const std::vector<std::string>& rest) {
  for (Status good :
       {transforms_.check(), output_.check(), check_writable(patch_)}) {
    if (!good.ok()) return good.error();
  }
  Progress progress(stderr_is_terminal());
  progress.say("looking at the program");
  auto target = find_target(system_processes(), rest, target_.python);
  if (!target.ok()) return target.error();
  Machine machine = this_machine();
  Request wanted = request(*target, machine);
  wanted.progress = [&](const std::string& what) { progress.say(what); };
  wanted.verify.progress = wanted.progress;
  auto job = run_pipeline(wanted, target->project,
                          real_stages(system_processes(), target->python));
  if (!job.ok()) return job.error();
  job->report.machine = std::move(machine);
  if (target->input.was_terminal()) {
    job->report.notes.push_back(
        "stdin is a terminal: the program was run with an empty one; "
        "redirect a file to give it input");
  }
  progress.clear();
  return finish(*job, rest);
}

}  // namespace

std::unique_ptr<Subcommand> run_command() { return std::make_unique<Run>(); }

}  // namespace ppp::cli
