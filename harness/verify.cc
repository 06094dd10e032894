// SPDX-License-Identifier: Apache-2.0
#include "harness/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "harness/baseline.h"
#include "harness/budget.h"
#include "harness/compare.h"
#include "harness/side_channel.h"
#include "harness/statistics.h"

namespace ppp::harness {
namespace {

/// Below this a program has nothing to gain: starting an interpreter takes
/// about as long.
constexpr double kTooShort = 0.05;

std::array<std::string, 2> hash_seeds() {
  const char* own = std::getenv("PYTHONHASHSEED");
  // Set by the user: the program is meant to run under this one.
  if (own && *own && std::strcmp(own, "random") != 0) return {own, own};
  return {"0", "4242424242"};
}

std::string signal_name(int number) {
  const char* name = ::sigabbrev_np(number);
  return name ? "SIG" + std::string(name) : std::to_string(number);
}

/// Why a run of the original rules out any comparison; nullopt if it does not.
std::optional<Verdict> failure_of(const ProgramRun& run, double limit_s) {
  Verdict verdict;
  verdict.status = Verdict::Status::kTargetFailed;
  if (!run.excess.empty()) {
    verdict.status = Verdict::Status::kUnverifiable;
    verdict.why = "the program " + run.excess +
                  ": too much to keep and compare; give it a smaller input";
  } else if (run.status.timed_out) {
    verdict.why = fmt::format(
        "the program did not end within {:.0f} s: give it a smaller input or "
        "raise --timeout",
        limit_s);
  } else if (run.status.signal != 0) {
    verdict.why =
        fmt::format("the program was ended by signal {} ({})",
                    run.status.signal, signal_name(run.status.signal));
  } else {
    return std::nullopt;
  }
  return verdict;
}

double system_now() {
  return std::chrono::duration<double>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::vector<Check> unchecked() {
  std::vector<Check> checks;
  for (const char* id : {"exit-status", "stdout", "stderr", "files"}) {
    checks.push_back({id, Check::Result::kNotChecked, ""});
  }
  return checks;
}

/// A changed version took `after` bytes where `allowed` are allowed.
std::string too_large(std::uint64_t before, std::uint64_t after,
                      std::uint64_t allowed) {
  return fmt::format(
      "the changed version takes {} of memory in all its processes, the "
      "original {}; {} are allowed (--max-memory-growth)",
      in_mebibytes(after), in_mebibytes(before), in_mebibytes(allowed));
}

std::string_view last_line(std::string_view text) {
  text = text.substr(0, text.find_last_not_of(" \n") + 1);
  return text.substr(text.rfind('\n') + 1);
}

/// Of all its processes; where a run was too short to be seen, of the largest.
std::uint64_t memory_of(const ProgramRun& run) {
  if (run.peak_memory > 0) return run.peak_memory;
  return static_cast<std::uint64_t>(run.status.max_rss_kb) * 1024;
}

class MeasuredBaseline final : public Baseline {
 public:
  MeasuredBaseline(const Surroundings& surroundings, const Program& program,
                   const VerifyOptions& options,
                   std::unique_ptr<Sandbox> sandbox)
      : surroundings_(surroundings),
        program_(program),
        options_(options),
        sandbox_(std::move(sandbox)),
        budget_(options.budget_s, options.spent_s,
                surroundings.now ? surroundings.now : system_now),
        seeds_(hash_seeds()) {
    sandbox_->limits = surroundings.limits;
  }

  Status measure(profiler::RecordOptions record) {
    if (record.timeout_s <= 0) record.timeout_s = options_.timeout_s;
    report("running the original under the profiler");
    auto first = timed_run(
        program_, {}, 0, [&](const Command& command) -> Result<ExitStatus> {
          auto recording = surroundings_.record(command, record);
          if (!recording) return recording.error();
          profile_ = std::move(recording->profile);
          return recording->status;
        });
    if (!first) return first.error();
    first_ = std::move(*first);
    budget_.count_original(first_.status.wall_s);
    failure_ = failure_of(first_, record.timeout_s);
    if (failure_) return Done{};
    // Without a second run nothing can be said, so only the user forbids it.
    if (options_.budget_s > 0 && !budget_.allows(budget_.own())) {
      failure_ = used_up("not run again");
      return Done{};
    }
    report("running the original again");
    auto second = run_original(1, 2 * budget_.own() + 1);
    if (!second) return second.error();
    second_ = std::move(second->run);
    failure_ = rerun_failure(*second);
    return Done{};
  }

  const profiler::Profile& profile() const override { return profile_; }
  std::string failed_with() const override {
    if (first_.status.code == 0) return "";
    const std::string_view line = last_line(first_.err);
    return fmt::format("exit status {}{}{}", first_.status.code,
                       line.empty() ? "" : ": ", line);
  }
  std::string isolation() const override { return sandbox_->description(); }
  double budget_left_s() const override { return budget_.left(); }

  std::optional<Verdict> unusable(
      const advisor::ClockUse& clock) const override {
    if (failure_) return with_before(*failure_);
    Comparison self = compare({&first_}, second_, clock);
    if (self.same) return std::nullopt;
    Verdict verdict;
    verdict.status = Verdict::Status::kUnverifiable;
    verdict.checks = self.checks;
    verdict.why =
        "two runs of the program itself differ: " + self.first_difference;
    if (clock.steers) {
      verdict.why += "; a clock value goes further than to the output: " +
                     clock.steers->message;
    } else if (!self.cause.empty()) {
      verdict.why += " (probably " + self.cause + ")";
    }
    return with_before(verdict);
  }

  Result<Verdict> verify(const Overrides& changed,
                         const advisor::ClockUse& clock,
                         const VerifyOptions& options) override {
    auto verdict = verify_against(program_, changed, clock, options);
    if (verdict && verdict->status == Verdict::Status::kFaster) {
      promising_.emplace_back(changed, *verdict);
    }
    return verdict;
  }

  std::uint64_t peak_memory() const override {
    return std::max(memory_of(first_), memory_of(second_));
  }

  Result<std::string> observe(const Overrides& changed,
                              const std::string& variable,
                              double limit_s) override {
    auto channel = SideChannel::create();
    if (!channel) return channel.error();
    auto run = timed_run(program_, changed, 0, [&](const Command& command) {
      return run_to_end(*surroundings_.runner,
                        channel->attached_to(command, variable), limit_s);
    });
    if (!run) return run.error();
    return channel->text();
  }

  Result<Verdict> verify_against(const Program& program,
                                 const Overrides& changed,
                                 const advisor::ClockUse& clock,
                                 const VerifyOptions& options) {
    if (auto verdict = unusable(clock)) return *verdict;
    if (!budget_.allows(budget_.own() / 2)) return used_up("not run");
    Verdict verdict = begun(changed);
    auto ended = compare_in_pairs(program, changed, clock, options, verdict);
    if (!ended) return ended.error();
    return verdict;
  }

 private:
  struct Rerun {
    ProgramRun run;
    double limit_s = 0;
    bool cut_short = false;  ///< ended by the budget, before it was hopeless
  };

  void report(const std::string& text) const {
    if (options_.progress) options_.progress(text);
  }

  /// How long a rerun may take before it counts as not ending.
  double patience() const {
    return options_.timeout_s > 0 ? options_.timeout_s
                                  : 10 * budget_.own() + 10;
  }

  /// With the pairs that an earlier, shorter verification of the same texts
  /// has measured.
  Verdict begun(const Overrides& changed) const {
    Verdict verdict;
    verdict.before_rss_kb = peak();
    verdict.before_memory = peak_memory();
    for (const auto& [texts, earlier] : promising_) {
      if (texts != changed) continue;
      verdict = earlier;
      verdict.status = Verdict().status;
    }
    return verdict;
  }

  long peak() const {
    return std::max(first_.status.max_rss_kb, second_.status.max_rss_kb);
  }

  Verdict with_before(Verdict verdict) const {
    verdict.before_rss_kb = peak();
    verdict.before_memory = peak_memory();
    if (verdict.checks.empty()) verdict.checks = unchecked();
    for (const ProgramRun* run : {&first_, &second_}) {
      if (run->status.wall_s > 0) {
        verdict.before_s.push_back(run->status.wall_s);
      }
    }
    return verdict;
  }

  /// Nothing more can be run.
  Verdict used_up(const std::string& what) const {
    Verdict verdict;
    verdict.before_rss_kb = peak();
    verdict.before_memory = peak_memory();
    verdict.checks = unchecked();
    verdict.why =
        fmt::format("{}: the {:.1f} s for reruns are used up (--budget)", what,
                    budget_.limit());
    return verdict;
  }

  std::optional<Verdict> rerun_failure(const Rerun& rerun) const {
    if (rerun.run.status.timed_out && rerun.cut_short) {
      return used_up("a further run of the program was stopped");
    }
    return failure_of(rerun.run, rerun.limit_s);
  }

  /// In the sandbox; counts what it costs beside the program's own time.
  Result<ProgramRun> timed_run(const Program& program, const Overrides& changed,
                               int seed, const Starter& start) {
    const double begin = budget_.now();
    auto run = sandbox_->run(program, changed,
                             seeds_[static_cast<std::size_t>(seed)], start);
    if (run) {
      budget_.count_overhead(budget_.now() - begin - run->status.wall_s);
    }
    return run;
  }

  /// Ended after `limit` seconds, or when the budget is used up, but not before
  /// `least`.
  Result<Rerun> rerun(const Program& program, const Overrides& changed,
                      int seed, double limit, double least = 0.1) {
    limit = std::min(limit, std::max(budget_.longest_run(), least));
    auto run = timed_run(program, changed, seed, [&](const Command& command) {
      return run_to_end(*surroundings_.runner, command, limit);
    });
    if (!run) return run.error();
    return Rerun{std::move(*run), limit, limit < patience()};
  }

  /// Runs the original; its time is the partner of the next changed run.
  Result<Rerun> run_original(int seed, double least = 0.1) {
    auto original = rerun(program_, {}, seed, patience(), least);
    if (!original) return original;
    budget_.count_original(original->run.status.wall_s);
    last_original_s_ = original->run.status.wall_s;
    last_seed_ = seed;
    return original;
  }

  /// Under the hash seed of the last run of the original. A version that does
  /// not end leaves half of the time to others.
  Result<Rerun> run_changed(const Program& program, const Overrides& changed) {
    double hopeless = std::max(2 * budget_.own() + 2, budget_.left() / 2);
    return rerun(program, changed, last_seed_, std::min(patience(), hopeless));
  }

  /// False: the verdict is final.
  Result<bool> add_changed_run(const Program& program, const Overrides& changed,
                               const advisor::ClockUse& clock,
                               const VerifyOptions& options, Verdict& verdict) {
    const std::uint64_t allowed =
        options.memory.for_original(verdict.before_memory);
    sandbox_->limits.memory = allowed;
    auto rerun = run_changed(program, changed);
    sandbox_->limits.memory = surroundings_.limits.memory;
    if (!rerun) return rerun.error();
    const ProgramRun& run = rerun->run;
    verdict.after_rss_kb =
        std::max(verdict.after_rss_kb, run.status.max_rss_kb);
    verdict.after_memory = std::max(verdict.after_memory, memory_of(run));
    if (allowed > 0 && run.peak_memory > allowed) {
      verdict.status = Verdict::Status::kTooLarge;
      verdict.why = too_large(verdict.before_memory, run.peak_memory, allowed);
      return false;
    }
    if (!run.excess.empty()) {
      verdict.status = Verdict::Status::kDiffers;
      verdict.why = "the changed version " + run.excess;
      return false;
    }
    if (run.status.timed_out) {
      if (rerun->limit_s < budget_.own()) {
        verdict = used_up("the changed version was stopped");
        return false;
      }
      verdict.status = rerun->cut_short ? Verdict::Status::kSlower
                                        : Verdict::Status::kDiffers;
      verdict.why = fmt::format(
          "the changed version {} {:.1f} s, the original takes {:.1f} s",
          rerun->cut_short ? "needs more than" : "does not end: stopped after",
          run.status.wall_s, budget_.own());
      return false;
    }
    Comparison comparison =
        compare({&first_, &second_}, run, clock, options.tolerance);
    merge(comparison.checks, verdict);
    if (!comparison.same) {
      verdict.status = Verdict::Status::kDiffers;
      verdict.why = comparison.first_difference;
      return false;
    }
    verdict.before_s.push_back(last_original_s_);
    verdict.after_s.push_back(run.status.wall_s);
    return true;
  }

  /// Keeps, of every check, the worst result seen.
  static void merge(const std::vector<Check>& checks, Verdict& verdict) {
    if (verdict.checks.empty()) verdict.checks = checks;
    for (std::size_t i = 0; i < checks.size(); ++i) {
      Check& kept = verdict.checks[i];
      bool worse = checks[i].result == Check::Result::kDiffers ||
                   (checks[i].result == Check::Result::kMasked &&
                    kept.result == Check::Result::kIdentical);
      if (worse) kept = checks[i];
    }
  }

  Status compare_in_pairs(const Program& program, const Overrides& changed,
                          const advisor::ClockUse& clock,
                          const VerifyOptions& options, Verdict& verdict) {
    const DecisionRule rule{options.min_pairs, options.max_pairs,
                            options.min_gain};
    bool resumed = !verdict.after_s.empty();
    while (true) {
      if (options.progress && !resumed) {
        options.progress(fmt::format("running the changed version, pair {}",
                                     verdict.after_s.size() + 1));
      }
      Result<bool> going = true;
      if (!resumed)
        going = add_changed_run(program, changed, clock, options, verdict);
      if (!going) return going.error();
      if (!*going) return Done{};
      resumed = false;
      verdict.speedup = speedup_of(verdict.before_s, verdict.after_s);
      Decision decision = decide(verdict.before_s, verdict.after_s, rule);
      if (decision != Decision::kUndecided || budget_.own() < kTooShort ||
          !budget_.allows(budget_.own() + verdict.after_s.back(), 2)) {
        conclude(decision, options, verdict);
        return Done{};
      }
      going = add_original_run(clock, options, verdict);
      if (!going) return going.error();
      if (!*going) return Done{};
    }
  }

  /// The original's run of a further pair. False: the verdict is final.
  Result<bool> add_original_run(const advisor::ClockUse& clock,
                                const VerifyOptions& options,
                                Verdict& verdict) {
    auto original = run_original(1 - last_seed_);
    if (!original) return original.error();
    const ProgramRun& run = original->run;
    verdict.before_rss_kb =
        std::max(verdict.before_rss_kb, run.status.max_rss_kb);
    verdict.before_memory = std::max(verdict.before_memory, memory_of(run));
    if (run.status.timed_out && original->cut_short) {
      conclude(Decision::kUndecided, options, verdict);
      return false;
    }
    std::optional<Verdict> failed = rerun_failure(*original);
    Comparison self = compare({&first_, &second_}, run, clock);
    if (!failed && self.same) return true;
    verdict.status = Verdict::Status::kUnverifiable;
    verdict.why = "a further run of the program itself differs: " +
                  (failed ? failed->why : self.first_difference);
    if (!failed) verdict.checks = self.checks;
    return false;
  }

  /// A third less memory, and not half as fast.
  static bool takes_less(const Verdict& verdict) {
    return verdict.after_memory > 0 &&
           verdict.after_memory < verdict.before_memory / 3 * 2 &&
           verdict.speedup.median > 0.5;
  }

  void conclude(Decision decision, const VerifyOptions& options,
                Verdict& verdict) const {
    const Speedup& s = verdict.speedup;
    if (decision == Decision::kFaster) {
      verdict.status = Verdict::Status::kFaster;
      return;
    }
    if (options.less_memory && takes_less(verdict)) {
      verdict.status = Verdict::Status::kSmaller;
      verdict.why = fmt::format("{} instead of {}, at {:.2f} times the speed",
                                in_mebibytes(verdict.after_memory),
                                in_mebibytes(verdict.before_memory), s.median);
      return;
    }
    verdict.status = Verdict::Status::kSlower;
    std::string measured =
        fmt::format("{:.2f} times the speed of the original ({:.2f} to {:.2f})",
                    s.median, s.ci_low, s.ci_high);
    if (budget_.own() < kTooShort) {
      verdict.why = fmt::format("the program takes {:.3f} s: nothing to gain",
                                budget_.own());
    } else if (decision == Decision::kNotFaster) {
      verdict.why = fmt::format("{}: not clearly above {:.2f}", measured,
                                options.min_gain);
    } else {
      verdict.why = fmt::format(
          "{} in {} pairs: not enough for a verdict, and the {:.1f} s for "
          "reruns are used up (--budget)",
          measured, s.pairs, budget_.limit());
    }
  }

  Surroundings surroundings_;
  Program program_;
  VerifyOptions options_;
  std::unique_ptr<Sandbox> sandbox_;
  Budget budget_;
  std::array<std::string, 2> seeds_;
  profiler::Profile profile_;
  ProgramRun first_;
  ProgramRun second_;
  std::optional<Verdict> failure_;
  std::vector<std::pair<Overrides, Verdict>> promising_;
  double last_original_s_ = 0;
  int last_seed_ = 0;
};

Result<std::unique_ptr<MeasuredBaseline>> measured(
    const Surroundings& surroundings, const Program& program,
    const profiler::RecordOptions& record, const VerifyOptions& options) {
  auto sandbox =
      Sandbox::create(*surroundings.runner, program, surroundings.isolation);
  if (!sandbox) return sandbox.error();
  auto baseline = std::make_unique<MeasuredBaseline>(
      surroundings, program, options, std::move(*sandbox));
  Status done = baseline->measure(record);
  if (!done) return done.error();
  return baseline;
}

}  // namespace

std::uint64_t MemoryBound::for_original(std::uint64_t before) const {
  if (std::isinf(growth) && most == 0) return 0;
  double bytes = growth * static_cast<double>(before);
  bytes = std::max(bytes, static_cast<double>(before + always));
  if (most > 0) bytes = std::min(bytes, static_cast<double>(most));
  return std::max(before, static_cast<std::uint64_t>(std::min(bytes, 9e18)));
}

Surroundings unprofiled(Surroundings surroundings) {
  surroundings.record = [runner = surroundings.runner](
                            const Command& command,
                            const profiler::RecordOptions& options)
      -> Result<profiler::Recording> {
    auto status = run_to_end(*runner, command, options.timeout_s);
    if (!status) return status.error();
    return profiler::Recording{{}, *status};
  };
  return surroundings;
}

Result<std::unique_ptr<Baseline>> measure_in(
    const Surroundings& surroundings, const Program& program,
    const profiler::RecordOptions& record, const VerifyOptions& options) {
  auto baseline = measured(surroundings, program, record, options);
  if (!baseline) return baseline.error();
  return std::unique_ptr<Baseline>(std::move(*baseline));
}

Result<Verdict> verify_programs_in(const Surroundings& surroundings,
                                   const Program& before, const Program& after,
                                   const advisor::ClockUse& clock,
                                   const VerifyOptions& options) {
  auto baseline = measured(unprofiled(surroundings), before, {}, options);
  if (!baseline) return baseline.error();
  return (*baseline)->verify_against(after, {}, clock, options);
}

}  // namespace ppp::harness
