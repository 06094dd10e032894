// SPDX-License-Identifier: Apache-2.0
// What the probe's facts mean for a plan.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "advisor/assumption.h"
#include "advisor/loops.h"
#include "advisor/probe.h"

namespace ppp::advisor {
namespace {

/// People count from 1.
std::string iteration(std::int64_t index) {
  return fmt::format("iteration {}", index + 1);
}

std::string on_line(const std::optional<Span>& span) {
  return span ? fmt::format(" on line {}", span->line) : "";
}

std::string words(const ProbeConflict& conflict) {
  const std::string second = iteration(conflict.second);
  switch (conflict.kind) {
    case ProbeConflict::Kind::kSource:
      return "the item of " + second + " depends on what the loop does";
    case ProbeConflict::Kind::kEffect:
      return fmt::format("{} {}{}", second, conflict.what,
                         on_line(conflict.write));
    case ProbeConflict::Kind::kUnstable:
      return second + " gives another result each time that it is run";
    case ProbeConflict::Kind::kCarried:
      break;
  }
  if (conflict.first == conflict.second) {
    return second + " gives another result alone than in the loop";
  }
  if (conflict.what.empty()) {
    return fmt::format("{} gives another result behind {} than without it",
                       second, iteration(conflict.first));
  }
  return fmt::format("{} reads {}{}, which {} changes{}", second, conflict.what,
                     on_line(conflict.read), iteration(conflict.first),
                     on_line(conflict.write));
}

Reason refusal(const ProbeConflict& conflict, const Candidate& candidate) {
  Reason reason{"probe-conflict", words(conflict) + ", in a test run", {}};
  if (candidate.assumptions.empty()) {
    reason.message =
        "a test run refutes the proof (a fault of "
        "pyprof-parallel, please report it): " +
        words(conflict);
  }
  for (const auto& span : {conflict.read, conflict.write}) {
    if (span) reason.spans.push_back(*span);
  }
  if (reason.spans.empty()) reason.spans = {candidate.loop.span};
  return reason;
}

Reason change_seen(const ProbeChange& change) {
  Reason reason{"probe-conflict",
                fmt::format("{} changes {}{}, which outlives it, in a test "
                            "run",
                            iteration(change.iteration), change.variable,
                            on_line(change.write)),
                {}};
  if (change.write) reason.spans.push_back(*change.write);
  return reason;
}

Reason cannot_send(const ProbeObstacle& obstacle, const Candidate& candidate) {
  std::string what = "the result";
  if (!obstacle.expression.empty()) {
    what = fmt::format("{} `{}`",
                       obstacle.what == "item" ? "the item" : "the variable",
                       obstacle.expression);
  }
  return {"not-picklable",
          fmt::format("{} holds {}, in a test run", what, obstacle.obstacle),
          {candidate.loop.span}};
}

std::string times(int number) {
  return fmt::format("{} iteration{}", number, number == 1 ? "" : "s");
}

void add_evidence(const ProbeFacts& facts, Candidate& candidate) {
  if (facts.alone > 0) {
    candidate.evidence.push_back(
        {"isolation-test",
         times(facts.alone) +
             " run alone from the state before the loop gave what they give "
             "in it",
         {}});
  }
  if (facts.ordered > 0) {
    candidate.evidence.push_back(
        {"order-test",
         times(facts.ordered) +
             " gave the same in reversed and in shuffled order",
         {}});
  }
}

void take_up(const ProbeFacts& facts, Candidate& candidate) {
  if (facts.unpicklable) {
    candidate.process_obstacles.push_back(
        cannot_send(*facts.unpicklable, candidate));
  }
  add_evidence(facts, candidate);
}

/// Why a loop that is not proven stays declined.
std::optional<Reason> not_passed(const ProbeFacts& facts,
                                 const Candidate& candidate) {
  if (facts.conflict) return refusal(*facts.conflict, candidate);
  if (!facts.changes.empty()) return change_seen(facts.changes.front());
  // Threads send nothing.
  if (facts.unpicklable && !only_about_outside(candidate.assumptions)) {
    return cannot_send(*facts.unpicklable, candidate);
  }
  if (std::min(facts.alone, facts.ordered) >= kLeastTested) return std::nullopt;
  if (tested_by_rewriting(candidate.assumptions)) return std::nullopt;
  std::string why = facts.skipped.empty() ? "the test run did not get further"
                                          : facts.skipped;
  return Reason{
      "tested-too-little",
      fmt::format("only {} tested alone and {} in another order, of "
                  "{} that are asked for: {}",
                  times(facts.alone), facts.ordered, kLeastTested, why),
      {candidate.loop.span}};
}

/// In the order of a plan.
void insert(Candidate candidate, std::vector<Candidate>& into) {
  auto place =
      std::find_if(into.begin(), into.end(), [&](const Candidate& other) {
        return precedes(candidate.loop, other.loop);
      });
  into.insert(place, std::move(candidate));
}

void insert(Decline decline, std::vector<Decline>& into) {
  auto place = std::find_if(into.begin(), into.end(), [&](const Decline& one) {
    return precedes(decline.loop, one.loop);
  });
  into.insert(place, std::move(decline));
}

}  // namespace

std::vector<const Candidate*> probe_subjects(const Plan& plan, bool tested) {
  std::vector<const Candidate*> subjects;
  for (const Candidate& one : plan.candidates) subjects.push_back(&one);
  for (const Decline& one : plan.declines) {
    if (tested && one.unproven) subjects.push_back(&*one.unproven);
  }
  return subjects;
}

Plan with_facts(Plan plan, const std::vector<ProbeFacts>& facts, bool tested) {
  std::vector<Candidate> candidates = std::exchange(plan.candidates, {});
  std::vector<Decline> declines = std::exchange(plan.declines, {});
  std::size_t at = 0;
  std::vector<Decline> refuted;
  for (Candidate& candidate : candidates) {
    const ProbeFacts& found = facts.at(at++);
    candidate.loop.measure = found.measure;
    if (found.conflict) {
      refuted.push_back(
          {candidate.loop, {refusal(*found.conflict, candidate)}});
      continue;
    }
    take_up(found, candidate);
    plan.candidates.push_back(std::move(candidate));
  }
  for (Decline& decline : declines) {
    if (!tested || !decline.unproven) {
      plan.declines.push_back(std::move(decline));
      continue;
    }
    const ProbeFacts& found = facts.at(at++);
    Candidate unproven = *std::exchange(decline.unproven, std::nullopt);
    unproven.loop.measure = decline.loop.measure = found.measure;
    if (auto why = not_passed(found, unproven)) {
      decline.reasons.insert(decline.reasons.begin(), *why);
      plan.declines.push_back(std::move(decline));
      continue;
    }
    take_up(found, unproven);
    insert(std::move(unproven), plan.candidates);
  }
  for (Decline& decline : refuted) insert(std::move(decline), plan.declines);
  return plan;
}

}  // namespace ppp::advisor
