// SPDX-License-Identifier: Apache-2.0
#include "cli/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>

#include "base/process.h"
#include "cli/assurances.h"
#include "cli/choice.h"
#include "cli/pool_costs.h"
#include "cli/probe.h"
#include "cli/search.h"
#include "rewrite/cost.h"

namespace ppp::cli {
namespace {

using harness::Outcome;

// The analysis may take this share of the time that is left for the run.
constexpr double kAnalysis = 0.25;
constexpr double kLeastAnalysis = 2.0;  // seconds

Outcome outcome_of(const harness::Verdict& verdict) {
  Outcome outcome;
  outcome.status = verdict.status == harness::Verdict::Status::kTargetFailed
                       ? Outcome::Status::kTargetFailed
                       : Outcome::Status::kUnverifiable;
  outcome.checks = verdict.checks;
  outcome.before_s = verdict.before_s;
  outcome.before_memory = verdict.before_memory;
  outcome.why = verdict.why;
  return outcome;
}

std::string nothing_hot(const Request& request,
                        const profiler::Profile& profile) {
  if (profile.samples == 0) {
    return fmt::format("the run of {:.0f} ms was too short to take a sample",
                       profile.wall_s * 1000);
  }
  return fmt::format("no loop takes {:g} % of the run's time",
                     request.advise.min_share * 100);
}

/// Why nothing is offered although there were hot loops.
Outcome nothing_found(const std::vector<harness::Hotspot>& spots) {
  using Result = harness::Proposal::Result;
  const harness::Hotspot* tried = nullptr;
  const harness::Hotspot* possible = nullptr;
  std::string why;
  std::string too_large;
  for (const harness::Hotspot& spot : spots) {
    for (const harness::Proposal& proposal : spot.proposals) {
      if (proposal.result != Result::kNotTried && !tried) tried = &spot;
      if (proposal.result == Result::kTooLarge && too_large.empty()) {
        too_large = harness::place(spot.loop.span) + ": " + proposal.why;
      }
      // A refused option has no prediction.
      if (proposal.predicted_speedup > 0 && !possible) {
        possible = &spot;
        why = proposal.why;
      }
    }
  }
  Outcome outcome;
  outcome.status =
      possible ? Outcome::Status::kNoGain : Outcome::Status::kDeclined;
  if (!too_large.empty()) {
    outcome.why = too_large;
  } else if (tried) {
    outcome.why = "nothing that was tried is both the same and faster";
  } else if (possible) {
    outcome.why = harness::place(possible->loop.span) + ": " + why;
  } else {
    outcome.why = "the reasons stand at each loop";
  }
  return outcome;
}

Outcome offer(const Found& found, const advisor::Plan& plan,
              const Request& request, const std::string& python) {
  Outcome outcome;
  outcome.status = Outcome::Status::kFaster;
  if (found.verdict.status == harness::Verdict::Status::kSmaller) {
    outcome.status = Outcome::Status::kSmaller;
    outcome.why = found.verdict.why;
  }
  outcome.predicted_speedup = predicted_speedup(found.chosen);
  outcome.speedup = found.verdict.speedup;
  outcome.before_s = found.verdict.before_s;
  outcome.after_s = found.verdict.after_s;
  outcome.before_memory = found.verdict.before_memory;
  outcome.after_memory = found.verdict.after_memory;
  outcome.checks = found.verdict.checks;
  outcome.diff = found.patch.diff;
  for (const rewrite::Option& option : found.chosen) {
    if (std::find(outcome.strategies.begin(), outcome.strategies.end(),
                  option.strategy) == outcome.strategies.end()) {
      outcome.strategies.push_back(option.strategy);
    }
  }
  outcome.assurances =
      assurances(found, plan, request.rewrite, request.verify.memory, python);
  return outcome;
}

/// The program's data hardly fit into this machine's memory.
bool nearly_fills(const Request& request, std::uint64_t peak) {
  constexpr double kNear = 0.5;
  const auto most = static_cast<double>(request.verify.memory.most);
  return most > 0 && static_cast<double>(peak) > kNear * most;
}

double ran_share(const profiler::Profile& profile) {
  double ready = 0;
  for (const profiler::Stack& stack : profile.stacks) {
    ready += stack.cost.cpu_s;
  }
  return ready > 0 ? std::min(1.0, profile.cpu_s / ready) : 1;
}

/// The request, with what pools cost here if there is anything to put in one.
Result<Request> informed_request(Request request, const advisor::Plan& plan,
                                 const profiler::Profile& profile,
                                 const Stages& stages) {
  const bool possible =
      !plan.candidates.empty() ||
      std::any_of(plan.declines.begin(), plan.declines.end(),
                  [](const auto& decline) { return decline.unproven; });
  if (!possible) return request;
  request.progress("measuring what pools cost here");
  auto costs = stages.costs(request.rewrite);
  if (!costs.ok()) return costs.error();
  request.rewrite.costs = *costs;
  request.rewrite = with_packages(std::move(request.rewrite), plan, stages);
  request.rewrite.ran_share = ran_share(profile);
  if (request.rewrite.numba_import_s) {
    std::uint64_t& always = request.verify.memory.always;
    always = std::max(always, rewrite::kCompilerMemory);
  }
  return request;
}

/// Nothing was run, and predictions alone are why.
bool only_predicted(const Found& found) {
  bool predicted = false;
  for (const auto& of_candidate : found.proposals) {
    for (const harness::Proposal& proposal : of_candidate) {
      if (proposal.result != harness::Proposal::Result::kNotTried) return false;
      predicted |= proposal.predicted_speedup > 0;
    }
  }
  return predicted;
}

/// Why processes gain nothing where each of them would compute with as many
/// threads as the program does.
void tell_of_threads(std::vector<harness::Proposal>& proposals,
                     const rewrite::RewriteOptions& options) {
  if (!options.algebra_library || options.algebra_library->threads < 2 ||
      options.tolerant) {
    return;
  }
  const rewrite::AlgebraLibrary& library = *options.algebra_library;
  for (harness::Proposal& one : proposals) {
    if (one.strategy != "process-pool" ||
        one.result != harness::Proposal::Result::kSlower) {
      continue;
    }
    one.why += fmt::format(
        "; {} computes large matrices with {} threads already, and would in "
        "each worker: try OPENBLAS_NUM_THREADS=1, or --tolerance, with which "
        "the "
        "rewritten program sets that; last digits may change",
        library.name, library.threads);
  }
}

advisor::Reason could_be_tested(const advisor::Decline& decline) {
  advisor::Reason reason = {
      "not-proven",
      "no dependence was seen, but not all could be: run --allow tested would "
      "test it, and may offer it as tested, not proven",
      {decline.loop.span}};
  for (const advisor::Reason& one : decline.unproven->assumptions) {
    reason.message += "; it " + one.message;
  }
  return reason;
}

}  // namespace

rewrite::RewriteOptions with_packages(rewrite::RewriteOptions options,
                                      const advisor::Plan& plan,
                                      const Stages& stages) {
  auto any = [&](auto wants) {
    return std::any_of(plan.candidates.begin(), plan.candidates.end(), wants);
  };
  if (stages.numpy_import_s &&
      any([](const auto& one) { return one.kernel.has_value(); })) {
    options.numpy_import_s = stages.numpy_import_s();
  }
  if (stages.numba_import_s &&
      any([](const auto& one) { return one.ordered_kernel.has_value(); })) {
    options.numba_import_s = stages.numba_import_s();
  }
  if (stages.dask_import_s &&
      any([](const auto& one) { return rewrite::reads_files(one); })) {
    options.dask_import_s = stages.dask_import_s();
  }
  if (stages.algebra_library &&
      any([](const auto& one) { return one.work.linear_algebra; })) {
    options.algebra_library = stages.algebra_library();
  }
  return options;
}

Hotspots hotspots_of(const advisor::Plan& plan,
                     const rewrite::RewriteOptions& options) {
  struct Row {
    harness::Hotspot spot;
    std::optional<std::size_t> candidate;
  };
  std::vector<Row> rows;
  for (std::size_t i = 0; i < plan.candidates.size(); ++i) {
    const advisor::Candidate& one = plan.candidates[i];
    rows.push_back(
        {{one.loop, true, {}, one.evidence, one.assumptions, {}}, i});
  }
  for (const advisor::Decline& one : plan.declines) {
    Row row{{one.loop, false, one.reasons, {}, {}, {}}, std::nullopt};
    const bool measured = one.loop.time_class != advisor::TimeClass::kUnknown;
    if (measured && one.loop.cost.wall_s > 0) {
      row.spot.potential_speedup = rewrite::program_speedup(
          one.loop, rewrite::potential_loop_speedup(one.loop, options),
          options);
    }
    if (one.unproven) row.spot.reasons.push_back(could_be_tested(one));
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    const advisor::HotLoop &x = a.spot.loop, &y = b.spot.loop;
    if (x.share != y.share) return x.share > y.share;
    return x.inside.size() < y.inside.size();
  });
  Hotspots out;
  out.candidates.resize(plan.candidates.size());
  for (Row& row : rows) {
    if (row.candidate) out.candidates[*row.candidate] = out.spots.size();
    out.spots.push_back(std::move(row.spot));
  }
  return out;
}

std::vector<harness::Hotspot> long_enough(std::vector<harness::Hotspot> spots,
                                          double min_share) {
  std::erase_if(spots, [&](const harness::Hotspot& spot) {
    const bool accepted = std::any_of(
        spot.proposals.begin(), spot.proposals.end(), [](const auto& one) {
          return one.result == harness::Proposal::Result::kAccepted;
        });
    return spot.loop.share < min_share && !accepted;
  });
  return spots;
}

std::function<bool()> stop_after(double seconds) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point begin = Clock::now();
  return [begin, seconds] {
    return interrupt_requested() ||
           std::chrono::duration<double>(Clock::now() - begin).count() >
               seconds;
  };
}

Result<Job> run_pipeline(const Request& request,
                         const advisor::Project& project,
                         const Stages& stages) {
  request.progress("running the original, watched");
  auto baseline = stages.measure(request);
  if (!baseline.ok()) return baseline.error();
  const profiler::Profile& profile = (*baseline)->profile();

  request.progress("looking at the hot loops");
  advisor::AdviseOptions advise = request.advise;
  advise.large |= nearly_fills(request, (*baseline)->peak_memory());
  advise.stop = stop_after(
      std::max(kLeastAnalysis, kAnalysis * (*baseline)->budget_left_s()));
  auto plan = stages.advise(profile, project, advise);
  if (!plan.ok()) return plan.error();
  if (interrupt_requested()) return interrupt_error();

  Job job;
  job.report.profile = profile;
  job.report.workers = request.rewrite.workers;
  job.report.isolation = (*baseline)->isolation();
  if (std::string failure = (*baseline)->failed_with(); !failure.empty()) {
    job.report.notes.push_back("the program itself ends with " + failure);
  }
  if (auto verdict = (*baseline)->unusable(plan->clock)) {
    job.report.outcome = outcome_of(*verdict);
    job.report.hotspots = long_enough(hotspots_of(*plan, request.rewrite).spots,
                                      request.advise.min_share);
    return job;
  }
  auto informed = informed_request(request, *plan, profile, stages);
  if (!informed.ok()) return informed.error();
  plan = probed(*informed, project, std::move(*plan), **baseline, stages);
  if (!plan.ok()) return plan.error();
  Hotspots hot = hotspots_of(*plan, informed->rewrite);
  if (hot.spots.empty()) {
    job.report.outcome.why = nothing_hot(request, profile);
    return job;
  }
  auto found = search({*informed, project, *plan, **baseline, stages});
  if (found.ok() && only_predicted(*found)) {
    // Measured in a bad moment of the machine, costs rule out what they should
    // not; they are measured once more before a loop is given up.
    auto again = stages.costs(informed->rewrite);
    if (!again.ok()) return again.error();
    informed->rewrite.costs = least_of(informed->rewrite.costs, *again);
    found = search({*informed, project, *plan, **baseline, stages});
  }
  if (!found.ok()) return found.error();
  for (std::size_t i = 0; i < hot.candidates.size(); ++i) {
    if (plan->candidates[i].work.linear_algebra) {
      tell_of_threads(found->proposals[i], informed->rewrite);
    }
    hot.spots[hot.candidates[i]].proposals = std::move(found->proposals[i]);
  }
  if (const auto& fewer = found->fewer) {
    plan->candidates[fewer->candidate].work.most_workers = fewer->workers;
  }
  for (const rewrite::Option& option : found->chosen) {
    auto& assumed = hot.spots[hot.candidates[option.candidate]].assumptions;
    assumed.insert(assumed.end(), option.assumptions.begin(),
                   option.assumptions.end());
  }
  if (found->unverifiable) {
    job.report.outcome = outcome_of(*found->unverifiable);
    job.report.hotspots =
        long_enough(std::move(hot.spots), request.advise.min_share);
    return job;
  }
  job.report.outcome = found->chosen.empty()
                           ? nothing_found(hot.spots)
                           : offer(*found, *plan, *informed, profile.python);
  job.report.hotspots =
      long_enough(std::move(hot.spots), request.advise.min_share);
  job.patch = std::move(found->patch);
  return job;
}

}  // namespace ppp::cli
