// SPDX-License-Identifier: Apache-2.0
#include "cli/probe.h"

#include <algorithm>
#include <string>

#include "advisor/assumption.h"
#include "advisor/probe.h"
#include "cli/choice.h"
#include "cli/search.h"

namespace ppp::cli {
namespace {

using advisor::Candidate;

// Of the time that is left for reruns: measuring is worth less than what it
// measures for; a loop that is not proven stands and falls with the tests.
constexpr double kForMeasuring = 0.1;
constexpr double kForTests = 0.35;
// Of the program's own time, with a second for starting: no need for more.
constexpr double kMeasuringOfOwn = 0.5;
constexpr double kTestsOfOwn = 3;
// Shorter, and no interpreter has even started.
constexpr double kShortest = 0.05;
// Of the run: the rest is for getting to the loops. What was found by the end
// counts, so tests that are needed may take more of it.
constexpr double kForLoops = 0.5;
constexpr double kForNeededLoops = 0.8;
// Of one loop's tests: the sequence, each iteration alone, two other orders.
constexpr double kForSequence = 0.15;
constexpr double kForNeededSequence = 0.2;  // all of it in order, too

/// Why nothing would be tried if `candidate` were all there is; "": something
/// would. Servers are spared the requests of tests that are not needed.
std::string not_worthwhile(const Request& request,
                           const advisor::Project& project,
                           const advisor::Plan& plan,
                           const Candidate& candidate, const Stages& stages) {
  const bool proven = candidate.assumptions.empty();
  if (advisor::tested_by_rewriting(candidate.assumptions) ||
      (proven && candidate.loop.time_class == advisor::TimeClass::kIoNetwork)) {
    return "each test would be seen by a server";
  }
  if (proven && !candidate.split.empty()) {
    return "the copy is of the program with its functions as they are";
  }
  advisor::Plan alone;
  alone.candidates = {candidate};
  alone.sources = plan.sources;
  std::string why;
  for (const auto& option : stages.options(alone, project, request.rewrite)) {
    if (option.refused) {
      if (why.empty()) why = option.refused->message;
    } else if (option.predicted_speedup >= kWorthTrying) {
      return "";
    } else {
      return "it would gain too little";
    }
  }
  return why.empty() ? "no transform fits it" : why;
}

advisor::ProbeLimits limits_for(double seconds, std::size_t loops,
                                bool tested) {
  advisor::ProbeLimits limits;
  limits.seconds = (tested ? kForNeededLoops : kForLoops) * seconds /
                   static_cast<double>(loops);
  limits.window_s =
      (tested ? kForNeededSequence : kForSequence) * limits.seconds;
  if (tested) {
    limits.alone = 2 * advisor::kLeastTested;
    limits.entries = 4 * advisor::kLeastTested;
    limits.enough = advisor::kLeastTested;
  }
  return limits;
}

/// What a run of the copy tells, at most `seconds` long; nothing if it cannot
/// be run or was ended before it wrote.
Result<std::vector<advisor::ProbeFacts>> observed(
    const advisor::Instrumented& copy, const advisor::Project& project,
    const std::vector<const Candidate*>& subjects, harness::Baseline& baseline,
    double seconds) {
  auto text = baseline.observe(copy, advisor::kProbeVariable, seconds);
  if (!text.ok() && text.error().kind == Error::Kind::kInterrupted) {
    return text.error();
  }
  std::vector<advisor::ProbeFacts> none(subjects.size());
  if (!text.ok()) return none;
  auto facts = advisor::read_facts(*text, project, subjects);
  return facts.ok() ? std::move(*facts) : none;
}

}  // namespace

Result<advisor::Plan> probed(const Request& request,
                             const advisor::Project& project,
                             advisor::Plan plan, harness::Baseline& baseline,
                             const Stages& stages) {
  const bool tested = request.allow_tested;
  std::vector<const Candidate*> subjects =
      advisor::probe_subjects(plan, tested);
  std::vector<advisor::ProbeFacts> facts(subjects.size());
  std::size_t loops = 0;
  bool unproven = false;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    facts[i].skipped =
        not_worthwhile(request, project, plan, *subjects[i], stages);
    if (!facts[i].skipped.empty()) {
      subjects[i] = nullptr;
      continue;
    }
    ++loops;
    unproven = unproven || !subjects[i]->assumptions.empty();
  }
  const double own = baseline.profile().wall_s;
  const double seconds = std::min(
      (unproven ? kForTests : kForMeasuring) * baseline.budget_left_s(),
      (unproven ? kTestsOfOwn : kMeasuringOfOwn) * own + 1);
  advisor::Instrumented copy;
  if (loops > 0 && seconds >= kShortest) {
    copy = advisor::instrument(project, subjects,
                               limits_for(seconds, loops, unproven));
  }
  if (!copy.empty()) {
    request.progress("probing the hot loops");
    auto found = observed(copy, project, subjects, baseline, seconds);
    if (!found.ok()) return found.error();
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (subjects[i]) facts[i] = std::move((*found)[i]);
    }
  }
  return advisor::with_facts(std::move(plan), facts, tested);
}

}  // namespace ppp::cli
