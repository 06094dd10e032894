// SPDX-License-Identifier: Apache-2.0
// pyprof-parallel verify: is a changed version the same program, and faster?
#include "harness/verify.h"

#include <CLI/CLI.hpp>
#include <limits>

#include "advisor/advise.h"
#include "base/machine.h"
#include "cli/commands/subcommand.h"
#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/progress.h"
#include "cli/target.h"

namespace ppp::cli {
namespace {

using Outcome = harness::Outcome;
using Verdict = harness::Verdict;

constexpr double kLongestAnalysis = 10;  // seconds

class Verify final : public Subcommand {
 public:
  const char* name() const override { return "verify"; }
  const char* summary() const override {
    return "compare a changed version of a program with the original: same "
           "behaviour, and how much faster";
  }
  const char* examples() const override {
    return "Examples:\n"
           "  pyprof-parallel verify before.py after.py\n"
           "  pyprof-parallel verify --json - before.py after.py -- 120\n"
           "\n"
           "Both are run with the same arguments and stdin, in isolation.\n"
           "Exit codes: 0 the same, 1 --min-speedup not reached, 2 usage, 3 "
           "outputs differ (also: of the original from run to run), 4 the "
           "original failed.";
  }
  Rest rest() const override { return Rest::kAfterDashes; }
  void declare(CLI::App& app) override {
    target_.declare(app);
    app.add_option("--min-speedup", min_speedup_,
                   "exit 1 if the verified speed-up is below")
        ->type_name("X")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--budget", budget_s_, "time for reruns (default: none)")
        ->type_name("SECONDS")
        ->check(CLI::NonNegativeNumber);
    declare_tolerance(app, tolerance_);
    output_.declare_json(app);
    app.add_option("before.py", before_, "the original")->required();
    app.add_option("after.py", after_, "the changed version")->required();
  }
  Result<int> execute(const std::vector<std::string>& rest) override;

 private:
  Result<Outcome> compare(const Target& target, const harness::Program& after,
                          Progress& progress) const;
  int code(const Outcome& outcome) const;

  TargetOptions target_;
  OutputOptions output_;
  std::string before_;
  std::string after_;
  double min_speedup_ = 0;
  double budget_s_ = 0;
  double tolerance_ = 0;
};

Outcome outcome_for(const Verdict& verdict) {
  Outcome outcome;
  switch (verdict.status) {
    case Verdict::Status::kFaster:
      outcome.status = Outcome::Status::kFaster;
      break;
    case Verdict::Status::kSmaller:
      outcome.status = Outcome::Status::kSmaller;
      break;
    case Verdict::Status::kSlower:
    case Verdict::Status::kTooLarge:
    case Verdict::Status::kDiffers:
      outcome.status = Outcome::Status::kNoGain;
      break;
    case Verdict::Status::kUnverifiable:
      outcome.status = Outcome::Status::kUnverifiable;
      break;
    case Verdict::Status::kTargetFailed:
      outcome.status = Outcome::Status::kTargetFailed;
      break;
  }
  outcome.speedup = verdict.speedup;
  outcome.before_s = verdict.before_s;
  outcome.after_s = verdict.after_s;
  outcome.before_memory = verdict.before_memory;
  outcome.after_memory = verdict.after_memory;
  outcome.checks = verdict.checks;
  outcome.why = verdict.why;
  return outcome;
}

bool differs(const Outcome& outcome) {
  for (const harness::Check& check : outcome.checks) {
    if (check.result == harness::Check::Result::kDiffers) return true;
  }
  return false;
}

Result<Outcome> Verify::compare(const Target& target,
                                const harness::Program& after,
                                Progress& progress) const {
  harness::VerifyOptions options;
  options.timeout_s = target_.timeout_s;
  options.budget_s =
      budget_s_ > 0 ? budget_s_ : std::numeric_limits<double>::infinity();
  options.tolerance = tolerance_;
  options.progress = [&](const std::string& what) { progress.say(what); };
  // Only what the source says about clocks is needed, so no profile either.
  auto plan = advisor::advise({}, target.project,
                              {.stop = stop_after(kLongestAnalysis)});
  if (!plan.ok()) return plan.error();
  auto verdict =
      harness::verify_programs(target.program, after, plan->clock, options);
  if (!verdict.ok()) return verdict.error();
  return outcome_for(*verdict);
}

int Verify::code(const Outcome& outcome) const {
  if (outcome.status == Outcome::Status::kTargetFailed) return kTargetFailed;
  if (outcome.status == Outcome::Status::kUnverifiable) return kOutputDiffers;
  if (differs(outcome)) return kOutputDiffers;
  if (min_speedup_ > 0 && outcome.speedup.median < min_speedup_) {
    return kGateFailed;
  }
  return kDone;
}

Result<int> Verify::execute(const std::vector<std::string>& rest) {
  Status writable = output_.check();
  if (!writable.ok()) return writable.error();
  Progress progress(stderr_is_terminal());
  std::vector<std::string> words = {before_};
  words.insert(words.end(), rest.begin(), rest.end());
  auto target = find_target(system_processes(), words, target_.python);
  if (!target.ok()) return target.error();
  Status readable = check_script(after_);
  if (!readable.ok()) return readable.error();
  Status compiles =
      check_compiles(system_processes(), target->python, after_, after_);
  if (!compiles.ok()) return compiles.error();
  harness::Program after = target->program;
  after.args[0] = after_;

  harness::Report report;
  report.machine = this_machine();
  report.profile.command = words;
  report.profile.python = target->python.version;
  report.profile.executable = target->python.executable;
  auto outcome = compare(*target, after, progress);
  if (!outcome.ok()) return outcome.error();
  report.outcome = std::move(*outcome);
  progress.clear();
  Status written = write_output(output_.json, outcome_json(report));
  if (!written.ok()) return written.error();
  bool taken = output_.data_on_stdout();
  print_for_people(terminal_outcome(report, terminal_style(taken, true)),
                   taken);
  return code(report.outcome);
}

}  // namespace

std::unique_ptr<Subcommand> verify_command() {
  return std::make_unique<Verify>();
}

}  // namespace ppp::cli
