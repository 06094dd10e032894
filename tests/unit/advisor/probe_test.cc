// SPDX-License-Identifier: Apache-2.0
// What goes into the instrumented copy, what is read of it, and what that means
// for a plan. tests/live/probe_test.cc runs such copies.
#include "advisor/probe.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "advisor/advise.h"

namespace ppp::advisor {
namespace {

Project project_of(const std::string& text) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/home/main.py", "__main__", text));
  return project;
}

Plan plan_of(const Project& project) {
  AdviseOptions options;
  options.every_loop = true;
  return *advise({}, project, options);
}

constexpr const char* kProven = R"(
def work(n):
    return n * n

squares = []
for n in range(10):
    squares.append(work(n))
)";

constexpr const char* kUnseen = R"(
import engine

squares = []
for n in range(10):
    squares.append(engine.work(n))
)";

/// A site as the copy writes it.
std::string facts_json(const std::string& conflict = "null",
                       const std::string& unpicklable = "null",
                       const std::string& changes = "[]") {
  return R"({"sites": [{"site": 0, "entries": 1, "trips": 40, "sampled": 16,
    "seconds_per_iteration": 0.5, "item_bytes": 5, "result_bytes": 7.5,
    "capture_bytes": 0, "alone": 12, "ordered": 16, "skipped": "",
    "changes": )" +
         changes + R"(, "unpicklable": )" + unpicklable + R"(, "conflict": )" +
         conflict + "}]}";
}

ProbeFacts facts_of(const std::string& json) {
  const Project project = project_of(kProven);
  auto facts = read_facts(json, project, {nullptr});
  EXPECT_TRUE(facts.ok()) << facts.error().what;
  return facts.ok() ? facts->at(0) : ProbeFacts{};
}

constexpr const char* kCarried = R"({"kind": "carried", "what": "`total`",
    "write": [0, 10], "read": [0, 8], "iterations": [14, 15]})";

TEST(Instrument, TellsTheCopyOfACoroutine) {
  const Project project = project_of(R"(
import asyncio

async def main():
    for n in range(10):
        print(await asyncio.sleep(0, n))

asyncio.run(main())
)");
  const Plan plan = plan_of(project);
  ASSERT_EQ(plan.candidates.size(), 1u);
  const Instrumented copy = instrument(project, probe_subjects(plan, false));
  ASSERT_EQ(copy.size(), 1u);
  const std::string& text = copy[0].second;
  EXPECT_NE(text.find(R"(\"coroutine\":true)"), std::string::npos);
  EXPECT_NE(text.find("class OwnLoop"), std::string::npos);
}

TEST(Instrument, HoldsTheOriginalTextAndTheRuntime) {
  const Project project = project_of(kProven);
  const Plan plan = plan_of(project);
  const Instrumented copy = instrument(project, probe_subjects(plan, false));
  ASSERT_EQ(copy.size(), 1u);
  EXPECT_EQ(copy[0].first, "/home/main.py");
  const std::string& text = copy[0].second;
  EXPECT_NE(text.find(R"(squares.append(work(n))\n)"), std::string::npos);
  EXPECT_NE(text.find("class Examination"), std::string::npos);
  // One logical line: nothing of the original is at its own place.
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
}

TEST(Instrument, LeavesOutWhatItCannotProbe) {
  const Project project = project_of(kProven);
  const Plan plan = plan_of(project);
  EXPECT_TRUE(instrument(project, {}).empty());
  EXPECT_TRUE(instrument(project, {nullptr}).empty());
  Candidate odd = plan.candidates.at(0);
  odd.loop.kind = LoopKind::kWhile;
  EXPECT_TRUE(instrument(project, {&odd}).empty());
  odd = plan.candidates.at(0);
  odd.loop.span.file = "other.py";
  EXPECT_TRUE(instrument(project, {&odd}).empty());
  const Project latin = project_of(std::string(kProven) + "# \xe9\n");
  EXPECT_TRUE(instrument(latin, {&plan.candidates.at(0)}).empty());
}

TEST(ReadFacts, EveryFieldArrives) {
  const ProbeFacts facts = facts_of(facts_json(
      kCarried,
      R"({"what": "item", "expression": "x", "obstacle": "a `generator`"})",
      R"([{"what": "`memo`", "write": [0, 5], "iteration": 1}])"));
  EXPECT_EQ(facts.entries, 1);
  EXPECT_EQ(facts.trips, 40);
  EXPECT_EQ(facts.measure, (LoopMeasure{16, 0.5, 5, 7.5, 0}));
  EXPECT_EQ(facts.alone, 12);
  EXPECT_EQ(facts.ordered, 16);
  const Span write = {"main.py", 10, 10}, read = {"main.py", 8, 8};
  EXPECT_EQ(facts.conflict, (ProbeConflict{ProbeConflict::Kind::kCarried,
                                           "`total`", write, read, 14, 15}));
  EXPECT_EQ(facts.unpicklable, (ProbeObstacle{"item", "x", "a `generator`"}));
  EXPECT_EQ(facts.changes,
            (std::vector<ProbeChange>{{"`memo`", Span{"main.py", 5, 5}, 1}}));
}

TEST(ReadFacts, ALoopThatWasNotReachedHasNone) {
  const Project project = project_of(kProven);
  auto facts = read_facts(facts_json(), project, {nullptr, nullptr, nullptr});
  ASSERT_TRUE(facts.ok());
  EXPECT_TRUE(facts->at(0).measure.has_value());
  EXPECT_EQ(facts->at(1), ProbeFacts{});
  EXPECT_EQ(facts->at(2), ProbeFacts{});
}

TEST(ReadFacts, RefusesWhatTheCopyDoesNotWrite) {
  const Project project = project_of(kProven);
  for (const std::string& text :
       {std::string(), std::string("[]"), std::string("{\"sites\": [{}]}"),
        facts_json(R"({"kind": "odd"})"), facts_json("3"),
        facts_json(R"({"kind": "carried", "what": "", "write": [0],
                       "read": null, "iterations": [1, 2]})")}) {
    EXPECT_FALSE(read_facts(text, project, {nullptr}).ok()) << text;
  }
  EXPECT_FALSE(read_facts(facts_json(), project, {}).ok());
}

TEST(WithFacts, AConflictIsFinalAlsoForWhatWasProved) {
  const Plan before = plan_of(project_of(kProven));
  ASSERT_EQ(before.candidates.size(), 1u);
  const Plan plan = with_facts(before, {facts_of(facts_json(kCarried))}, false);
  EXPECT_TRUE(plan.candidates.empty());
  ASSERT_EQ(plan.declines.size(), 1u);
  const Reason& reason = plan.declines[0].reasons.at(0);
  EXPECT_EQ(reason.id, "probe-conflict");
  EXPECT_NE(reason.message.find("a fault of pyprof-parallel"),
            std::string::npos);
  EXPECT_NE(reason.message.find("iteration 16 reads `total` on line 8, which "
                                "iteration 15 changes on line 10"),
            std::string::npos)
      << reason.message;
  EXPECT_EQ(reason.spans,
            (std::vector<Span>{{"main.py", 8, 8}, {"main.py", 10, 10}}));
}

TEST(WithFacts, MeasuresAndTestsStandByTheProof) {
  const Plan plan =
      with_facts(plan_of(project_of(kProven)), {facts_of(facts_json())}, false);
  ASSERT_EQ(plan.candidates.size(), 1u);
  const Candidate& one = plan.candidates[0];
  ASSERT_TRUE(one.loop.measure.has_value());
  EXPECT_EQ(one.loop.measure->sampled, 16);
  std::vector<std::string> ids;
  for (const Reason& reason : one.evidence) ids.push_back(reason.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"static-proof", "isolation-test",
                                           "order-test"}));
}

TEST(WithFacts, WhatCannotBePickledStaysHere) {
  const std::string obstacle = R"j({"what": "result", "expression": "",
      "obstacle": "a `function` (PicklingError)"})j";
  const Plan plan = with_facts(plan_of(project_of(kProven)),
                               {facts_of(facts_json("null", obstacle))}, false);
  ASSERT_EQ(plan.candidates.size(), 1u);
  ASSERT_EQ(plan.candidates[0].process_obstacles.size(), 1u);
  EXPECT_EQ(plan.candidates[0].process_obstacles[0].message,
            "the result holds a `function` (PicklingError), in a test run");
  EXPECT_TRUE(plan.candidates[0].thread_obstacles.empty());
}

TEST(Unproven, ThatAnswersSetNoCookiesIsTestedByTheRewrittenProgram) {
  const Plan before = plan_of(project_of(R"(
import httpx

sizes = []
with httpx.Client() as client:
    for n in range(10):
        sizes.append(len(client.get(f"http://a.invalid/{n}").text))
)"));
  EXPECT_EQ(with_facts(before, {}, false), before);
  const Plan plan = with_facts(before, {{}}, true);
  ASSERT_EQ(plan.candidates.size(), 1u);
  ASSERT_EQ(plan.candidates[0].assumptions.size(), 1u);
  const Reason& assumed = plan.candidates[0].assumptions[0];
  EXPECT_EQ(assumed.id, "assumed-no-cookies");
  EXPECT_NE(assumed.message.find("none of the answers sets a cookie"),
            std::string::npos);
}

TEST(Unproven, BecomesACandidateOnlyIfAllowedAndTested) {
  const Plan before = plan_of(project_of(kUnseen));
  ProbeFacts good = facts_of(facts_json());
  EXPECT_EQ(with_facts(before, {}, false), before);

  const Plan plan = with_facts(before, {good}, true);
  EXPECT_TRUE(plan.declines.empty());
  ASSERT_EQ(plan.candidates.size(), 1u);
  EXPECT_FALSE(plan.candidates[0].assumptions.empty());

  auto refused = [&](const ProbeFacts& facts) {
    const Plan left = with_facts(before, {facts}, true);
    EXPECT_TRUE(left.candidates.empty());
    EXPECT_EQ(left.declines.at(0).reasons.at(1).id, "unknown-effect");
    EXPECT_FALSE(left.declines.at(0).unproven.has_value());
    return left.declines.at(0).reasons.at(0);
  };
  EXPECT_EQ(refused({}).id, "tested-too-little");
  ProbeFacts few = good;
  few.ordered = kLeastTested - 1;
  EXPECT_EQ(refused(few).id, "tested-too-little");
  few = good;
  few.alone = kLeastTested - 1;
  EXPECT_EQ(refused(few).id, "tested-too-little");
  EXPECT_EQ(refused(facts_of(facts_json(kCarried))).message,
            "iteration 16 reads `total` on line 8, which iteration 15 changes "
            "on line 10, in a test run");
  EXPECT_EQ(
      refused(facts_of(facts_json(
                  "null", "null",
                  R"([{"what": "`memo`", "write": [0, 5], "iteration": 1}])")))
          .message,
      "iteration 2 changes `memo` on line 5, which outlives it, in a test run");
  EXPECT_EQ(refused(facts_of(facts_json("null", R"({"what": "item",
                    "expression": "x", "obstacle": "a `generator`"})")))
                .id,
            "not-picklable");
}

TEST(Unproven, StandsInThePlansOrder) {
  Plan plan = plan_of(project_of(kProven));
  plan.candidates[0].loop.share = 0.4;
  for (double share : {0.9, 0.1}) {
    Plan other = plan_of(project_of(kUnseen));
    other.declines.at(0).unproven->loop.share = share;
    plan.declines.push_back(other.declines[0]);
  }
  const ProbeFacts good = facts_of(facts_json());
  const Plan out = with_facts(plan, {good, good, good}, true);
  std::vector<double> shares;
  for (const Candidate& one : out.candidates) shares.push_back(one.loop.share);
  EXPECT_EQ(shares, (std::vector<double>{0.9, 0.4, 0.1}));
}

}  // namespace
}  // namespace ppp::advisor
