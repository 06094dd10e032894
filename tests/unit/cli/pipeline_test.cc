// SPDX-License-Identifier: Apache-2.0
// The pipeline's decisions, with fakes for all four stages.
#include "cli/pipeline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "cli/search.h"

namespace ppp::cli {
namespace {

using harness::Outcome;
using harness::Proposal;
using harness::Verdict;
using PResult = Proposal::Result;

/// Answers by the set of loops that are rewritten: "a", "a+b", …
class FakeBaseline : public harness::Baseline {
 public:
  const profiler::Profile& profile() const override { return profile_; }
  std::optional<Verdict> unusable(const advisor::ClockUse&) const override {
    return unusable_;
  }
  Result<Verdict> verify(const harness::Overrides& changed,
                         const advisor::ClockUse&,
                         const harness::VerifyOptions& options) override {
    std::string key = changed.at(0).second;
    tried.push_back(key);
    full.push_back(options.max_pairs > 1);
    for_memory.push_back(options.less_memory);
    if (interrupt) return Error{Error::Kind::kInterrupted, "interrupted", ""};
    bool final_run = full.back() && in_full.count(key);
    return final_run ? in_full.at(key) : verdicts.at(key);
  }
  Result<std::string> observe(const harness::Overrides& changed,
                              const std::string&, double limit_s) override {
    observed.push_back(changed);
    observed_for_s = limit_s;
    return facts;
  }
  std::string failed_with() const override { return failed_with_; }
  std::string isolation() const override { return "overlay"; }
  std::uint64_t peak_memory() const override { return memory; }
  double budget_left_s() const override { return left_s; }

  profiler::Profile profile_;
  std::optional<Verdict> unusable_;
  std::string failed_with_;
  std::map<std::string, Verdict> verdicts;
  std::map<std::string, Verdict> in_full;  ///< where that differs
  std::vector<std::string> tried;
  std::vector<bool> full;
  std::vector<bool> for_memory;
  bool interrupt = false;
  double left_s = 100;
  std::uint64_t memory = 0;
  std::string facts;  ///< what the instrumented copy writes
  std::vector<harness::Overrides> observed;
  double observed_for_s = 0;
};

/// Borrows a FakeBaseline, because the pipeline owns its own.
class BorrowedBaseline : public harness::Baseline {
 public:
  explicit BorrowedBaseline(FakeBaseline& real) : real_(real) {}
  const profiler::Profile& profile() const override { return real_.profile(); }
  std::optional<Verdict> unusable(const advisor::ClockUse& c) const override {
    return real_.unusable(c);
  }
  Result<Verdict> verify(const harness::Overrides& changed,
                         const advisor::ClockUse& clock,
                         const harness::VerifyOptions& options) override {
    return real_.verify(changed, clock, options);
  }
  Result<std::string> observe(const harness::Overrides& changed,
                              const std::string& variable,
                              double limit_s) override {
    return real_.observe(changed, variable, limit_s);
  }
  std::string failed_with() const override { return real_.failed_with(); }
  std::string isolation() const override { return real_.isolation(); }
  std::uint64_t peak_memory() const override { return real_.peak_memory(); }
  double budget_left_s() const override { return real_.budget_left_s(); }

 private:
  FakeBaseline& real_;
};

Verdict verdict(Verdict::Status status, double speedup = 1) {
  Verdict out;
  out.status = status;
  out.speedup = {speedup, speedup - 0.02, speedup + 0.02, 5};
  out.checks = {{"stdout", harness::Check::Result::kIdentical, ""},
                {"stderr", harness::Check::Result::kIdentical, ""},
                {"exit-status", harness::Check::Result::kIdentical, ""}};
  out.why = status == Verdict::Status::kFaster ? "" : "because";
  return out;
}
Verdict faster(double speedup) {
  return verdict(Verdict::Status::kFaster, speedup);
}

class PipelineTest : public testing::Test {
 protected:
  PipelineTest() {
    baseline_.profile_.wall_s = 10;
    baseline_.profile_.samples = 10000;
    request_.progress = [](const std::string&) {};
    stages_.measure =
        [this](const Request&) -> Result<std::unique_ptr<harness::Baseline>> {
      return std::unique_ptr<harness::Baseline>(
          new BorrowedBaseline(baseline_));
    };
    stages_.advise = [this](auto&...) -> Result<advisor::Plan> {
      return plan_;
    };
    stages_.costs = [](const rewrite::RewriteOptions& options) {
      rewrite::PoolCosts costs;
      costs.worker_yield = 1.0 / options.workers;
      return costs;
    };
    stages_.options = [this](auto&...) { return options_; };
    stages_.rewrite = [this](const auto& plan, auto&, const auto& chosen,
                             auto&) { return rewritten(plan, chosen); };
    stages_.compiles = [this](const rewrite::Patch& patch) -> Status {
      if (broken_.count(patch.files[0].after)) {
        return Error{Error::Kind::kUsage, "x.py:1: SyntaxError", ""};
      }
      return Done{};
    };
  }

  Result<rewrite::Patch> rewritten(const advisor::Plan& plan,
                                   const std::vector<rewrite::Option>& chosen) {
    std::string key;
    for (const rewrite::Option& option : chosen) {
      key += (key.empty() ? "" : "+") + names_[option.candidate];
      if (option.strategy != "process-pool") key += "/" + option.strategy;
      const int most = plan.candidates[option.candidate].work.most_workers;
      if (most > 0) key += ":" + std::to_string(most);
    }
    rewrite::Patch patch;
    patch.files.push_back({"/x.py", "x.py", "before", key});
    patch.diff = diff_;
    return patch;
  }

  /// A candidate on line `line` with one process-pool option.
  std::size_t candidate(const std::string& name, int line, double share,
                        double predicted, std::vector<Span> inside = {}) {
    advisor::Candidate one;
    one.loop.span = {"x.py", line, line + 1};
    one.loop.share = share;
    one.loop.inside = std::move(inside);
    plan_.candidates.push_back(one);
    names_.push_back(name);
    std::size_t index = plan_.candidates.size() - 1;
    options_.push_back({index, "process-pool", predicted, std::nullopt});
    return index;
  }

  Job run() {
    auto job = run_pipeline(request_, project_, stages_);
    EXPECT_TRUE(job.ok());
    return std::move(job).value();
  }

  FakeBaseline baseline_;
  advisor::Plan plan_;
  advisor::Project project_;
  std::vector<rewrite::Option> options_;
  std::vector<std::string> names_;
  std::set<std::string> broken_;
  std::string diff_ = "+with ProcessPoolExecutor(max_workers=2) as pool:\n";
  Request request_;
  Stages stages_;
};

TEST_F(PipelineTest, AnAcceptedLoopIsOffered) {
  candidate("a", 1, 0.9, 1.8);
  baseline_.verdicts["a"] = faster(1.7);
  Job job = run();
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kFaster);
  EXPECT_DOUBLE_EQ(job.report.outcome.speedup.median, 1.7);
  EXPECT_EQ(job.report.outcome.strategies,
            std::vector<std::string>{"process-pool"});
  EXPECT_EQ(job.patch.files[0].after, "a");
  EXPECT_EQ(job.report.hotspots[0].proposals[0].result, PResult::kAccepted);
  EXPECT_FALSE(job.report.outcome.diff.empty());
}

class WaitingTest : public PipelineTest {
 protected:
  /// A loop that only waits, with threads that gain little.
  WaitingTest() {
    candidate("a", 1, 1, 20);
    options_[0].strategy = "thread-pool";
    plan_.candidates[0].loop.time_class = advisor::TimeClass::kIoNetwork;
    plan_.candidates[0].loop.cost.wall_s = 10;
    baseline_.verdicts["a/thread-pool"] = faster(4);
  }
};

TEST_F(WaitingTest, FewerWorkersAreKeptThatAreAsFast) {
  baseline_.verdicts["a/thread-pool:8"] = faster(4.1);
  const Job job = run();
  EXPECT_EQ(job.patch.files[0].after, "a/thread-pool:8");
  EXPECT_DOUBLE_EQ(job.report.outcome.speedup.median, 4.1);
  EXPECT_DOUBLE_EQ(job.report.hotspots[0].proposals[0].measured->median, 4.1);
  const auto& all = job.report.outcome.assurances;
  const auto bounded = std::find_if(all.begin(), all.end(), [](auto& one) {
    return one.id == "workers-bounded";
  });
  EXPECT_NE(bounded->detail.find("8 threads for x.py:1-2"), std::string::npos);
  EXPECT_NE(bounded->detail.find(": 32 were no faster (4.00×)"),
            std::string::npos);
}

TEST_F(WaitingTest, FewerWorkersThatAreSlowerOrDifferAreNot) {
  for (const Verdict& worse :
       {faster(3.5), verdict(Verdict::Status::kDiffers)}) {
    baseline_.verdicts["a/thread-pool:8"] = worse;
    const Job job = run();
    EXPECT_EQ(job.patch.files[0].after, "a/thread-pool");
    EXPECT_DOUBLE_EQ(job.report.outcome.speedup.median, 4);
  }
}

TEST_F(WaitingTest, WhatCameTrueIsNotTriedWithFewer) {
  baseline_.verdicts["a/thread-pool"] = faster(15);
  EXPECT_EQ(run().patch.files[0].after, "a/thread-pool");
  EXPECT_EQ(baseline_.tried.size(), 1u);
}

TEST_F(PipelineTest, EveryAssuranceIsAnswered) {
  candidate("a", 1, 0.9, 1.8);
  baseline_.verdicts["a"] = faster(1.7);
  baseline_.verdicts["a"].after_s = {6, 6, 6};
  baseline_.verdicts["a"].before_memory = 100 << 20;
  baseline_.verdicts["a"].after_memory = 150 << 20;
  const std::string pool = "+pool = ProcessPoolExecutor(max_workers=2)\n";
  for (const std::string& diff :
       {diff_, pool + "+    pool.shutdown(cancel_futures=True)\n",
        std::string("+    count = min(2, 4)\n+  process = context.Process()\n"
                    "+  process.kill()\n+  process.join()\n"),
        std::string("+tasks = [aio.create_task(f(x)) for x in xs]\n"
                    "+limit = aio.Semaphore(64)\n+a_task = "
                    "aio.create_task(f(y))\n+b_task = aio.create_task(g(y))\n"
                    "+task.cancel()\n+aio.gather(return_exceptions=True)\n"
                    "+task.cancel()\n+aio.gather(return_exceptions=True)\n")}) {
    diff_ = diff;
    Job job = run();
    ASSERT_EQ(job.report.outcome.assurances.size(), 7u);
    for (const harness::Assurance& item : job.report.outcome.assurances) {
      EXPECT_EQ(item.result, harness::Assurance::Result::kPass) << item.id;
    }
  }
  diff_ = pool;
  for (const harness::Assurance& item : run().report.outcome.assurances) {
    EXPECT_EQ(item.result == harness::Assurance::Result::kPass,
              item.id != "resources")
        << item.id;
  }
}

constexpr const char* kUnseen = R"(import engine
out = []
for n in range(100):
    out.append(engine.work(n))
)";

/// What the copy says about the loop of kUnseen.
std::string passed(const std::string& conflict = "null") {
  return R"({"sites": [{"site": 0, "entries": 1, "trips": 100, "sampled": 32,
    "seconds_per_iteration": 0.1, "item_bytes": 5, "result_bytes": 5,
    "capture_bytes": 0, "alone": 16, "ordered": 32, "skipped": "",
    "changes": [], "unpicklable": null, "conflict": )" +
         conflict + "}]}";
}

class TestedPipelineTest : public PipelineTest {
 protected:
  TestedPipelineTest() {
    project_.files.push_back(
        advisor::SourceFile::parse("x.py", "/x.py", "__main__", kUnseen));
    advisor::AdviseOptions options;
    options.every_loop = true;
    plan_ = *advisor::advise({}, project_, options);
    names_ = {"a"};
    options_ = {{0, "process-pool", 1.8, std::nullopt}};
    stages_.options = [this](const advisor::Plan& plan, auto&, auto&) {
      return plan.candidates.empty() ? std::vector<rewrite::Option>{}
                                     : options_;
    };
    baseline_.verdicts["a"] = faster(1.7);
    baseline_.facts = passed();
    request_.allow_tested = true;
  }
};

TEST_F(TestedPipelineTest, ALoopThatPassedIsOfferedAndMarked) {
  Job job = run();
  ASSERT_EQ(baseline_.observed.size(), 1u);
  EXPECT_EQ(baseline_.observed[0].at(0).first, "/x.py");
  EXPECT_LT(baseline_.observed_for_s, baseline_.left_s / 2);
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kFaster);
  ASSERT_EQ(job.report.hotspots.size(), 1u);
  EXPECT_FALSE(job.report.hotspots[0].assumptions.empty());
  const harness::Assurance& race = job.report.outcome.assurances.at(1);
  EXPECT_EQ(race.id, "no-race");
  EXPECT_EQ(race.result, harness::Assurance::Result::kNotChecked);
  EXPECT_NE(race.detail.find("tested, not proven"), std::string::npos);
}

TEST_F(TestedPipelineTest, WithoutTheWordOfTheUserItIsNotEvenTested) {
  request_.allow_tested = false;
  Job job = run();
  EXPECT_TRUE(baseline_.observed.empty());
  EXPECT_TRUE(baseline_.tried.empty());
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kDeclined);
  const auto& reasons = job.report.hotspots.at(0).reasons;
  EXPECT_EQ(reasons.front().id, "unknown-effect");
  EXPECT_EQ(reasons.back().id, "not-proven");
  EXPECT_NE(reasons.back().message.find("--allow tested"), std::string::npos);
}

TEST_F(TestedPipelineTest, AConflictOrNoAnswerDeclinesIt) {
  const std::string conflict = R"({"kind": "carried", "what": "`total`",
      "write": [0, 4], "read": [0, 4], "iterations": [0, 1]})";
  for (const std::string& facts : {passed(conflict), std::string()}) {
    baseline_.facts = facts;
    Job job = run();
    EXPECT_TRUE(baseline_.tried.empty());
    EXPECT_EQ(job.report.outcome.status, Outcome::Status::kDeclined);
    EXPECT_EQ(job.report.hotspots.at(0).reasons.front().id,
              facts.empty() ? "tested-too-little" : "probe-conflict");
  }
}

TEST_F(TestedPipelineTest, NothingIsProbedThatIsNotWorthTrying) {
  options_[0].predicted_speedup = 1.05;
  run();
  EXPECT_TRUE(baseline_.observed.empty());
}

TEST_F(PipelineTest, LaterLoopsAreTriedOnTopOfAcceptedOnes) {
  candidate("a", 1, 0.6, 1.4);
  candidate("b", 5, 0.3, 1.2);
  baseline_.verdicts["a"] = faster(1.4);
  baseline_.verdicts["a+b"] = faster(1.8);
  Job job = run();
  EXPECT_EQ(baseline_.tried, (std::vector<std::string>{"a", "a+b", "a+b"}));
  EXPECT_EQ(job.patch.files[0].after, "a+b");
}

TEST_F(PipelineTest, ADifferingLoopDoesNotSinkTheOthers) {
  candidate("a", 1, 0.6, 1.4);
  candidate("b", 5, 0.3, 1.2);
  baseline_.verdicts["a"] = verdict(Verdict::Status::kDiffers);
  baseline_.verdicts["b"] = faster(1.2);
  Job job = run();
  EXPECT_EQ(job.patch.files[0].after, "b");
  EXPECT_EQ(job.report.hotspots[0].proposals[0].result, PResult::kDiffers);
  EXPECT_EQ(job.report.hotspots[0].proposals[0].why, "because");
  EXPECT_EQ(job.report.hotspots[1].proposals[0].result, PResult::kAccepted);
}

TEST_F(PipelineTest, AFurtherLoopMustAddToTheSpeedup) {
  candidate("a", 1, 0.6, 1.4);
  candidate("b", 5, 0.3, 1.2);
  baseline_.verdicts["a"] = faster(1.4);
  baseline_.verdicts["a+b"] = faster(1.42);
  Job job = run();
  EXPECT_EQ(job.patch.files[0].after, "a");
  EXPECT_DOUBLE_EQ(job.report.outcome.speedup.median, 1.4);
  EXPECT_EQ(job.report.hotspots[1].proposals[0].result, PResult::kSlower);
}

TEST_F(PipelineTest, InnerLoopsOfAnAcceptedLoopAreNotTried) {
  candidate("outer", 1, 0.9, 1.8);
  candidate("inner", 2, 0.8, 1.6, {{"x.py", 1, 2}});
  baseline_.verdicts["outer"] = faster(1.7);
  Job job = run();
  EXPECT_EQ(baseline_.tried, std::vector<std::string>{"outer"});
  EXPECT_EQ(baseline_.full, std::vector<bool>{true});
  EXPECT_EQ(job.report.hotspots[1].proposals[0].result, PResult::kNotTried);
  EXPECT_NE(job.report.hotspots[1].proposals[0].why.find("x.py:1-2"),
            std::string::npos);
}

TEST_F(PipelineTest, OfArraysNothingIsSaidThatIsTrueOfPools) {
  candidate("loop", 1, 0.9, 1.8);
  options_[0].strategy = "vectorize-numpy";
  baseline_.verdicts["loop/vectorize-numpy"] = faster(2.5);
  diff_ = "+values = np.array(values)\n";
  const Job job = run();
  ASSERT_EQ(job.report.outcome.assurances.size(), 7u);
  for (const harness::Assurance& item : job.report.outcome.assurances) {
    if (item.id == "memory-bounded") continue;  // is measured
    EXPECT_EQ(item.result, harness::Assurance::Result::kPass) << item.id;
    EXPECT_EQ(item.detail.find("executor"), std::string::npos) << item.detail;
    EXPECT_EQ(item.detail.find("in order"), std::string::npos) << item.detail;
  }
}

TEST_F(PipelineTest, ArraysOfAnInnerLoopComeFirstIfTheyPromiseMore) {
  candidate("outer", 1, 0.9, 1.8);
  candidate("inner", 2, 0.8, 3.0, {{"x.py", 1, 2}});
  options_[1].strategy = "vectorize-numpy";
  baseline_.verdicts["inner/vectorize-numpy"] = faster(2.5);
  EXPECT_EQ(run().patch.files[0].after, "inner/vectorize-numpy");
  EXPECT_EQ(baseline_.tried.front(), "inner/vectorize-numpy");
}

TEST_F(PipelineTest, ArraysOfAnInnerLoopComeLaterIfTheyPromiseLess) {
  candidate("outer", 1, 0.9, 1.8);
  candidate("inner", 2, 0.8, 1.7, {{"x.py", 1, 2}});
  options_[1].strategy = "vectorize-numpy";
  baseline_.verdicts["outer"] = faster(1.7);
  EXPECT_EQ(run().patch.files[0].after, "outer");
}

TEST_F(PipelineTest, InnerLoopsAreWeighedTogetherAgainstTheLoopAroundThem) {
  candidate("outer", 1, 0.9, 1.8);
  candidate("first", 2, 0.45, 1.6, {{"x.py", 1, 2}});
  candidate("second", 5, 0.45, 1.6, {{"x.py", 1, 2}});
  options_[1].strategy = options_[2].strategy = "numba";
  baseline_.verdicts["first/numba+second/numba"] = faster(3.5);
  EXPECT_EQ(run().patch.files[0].after, "first/numba+second/numba");
}

TEST_F(PipelineTest, ArraysAreTriedAtOnceWhateverTheTime) {
  candidate("a", 1, 0.5, 1.9);
  candidate("b", 5, 0.3, 1.4);
  options_[0].strategy = "vectorize-numpy";
  options_[1].strategy = "numba";
  baseline_.verdicts["a/vectorize-numpy+b/numba"] = faster(4);
  EXPECT_EQ(run().patch.files[0].after, "a/vectorize-numpy+b/numba");
  EXPECT_EQ(baseline_.full, (std::vector<bool>{false, true}));
}

TEST_F(PipelineTest, ArraysThatGainLessAtOnceThanOneShouldGoStepByStep) {
  candidate("a", 1, 0.5, 1.9);
  candidate("b", 5, 0.3, 1.4);
  options_[0].strategy = options_[1].strategy = "vectorize-numpy";
  baseline_.verdicts["a/vectorize-numpy+b/vectorize-numpy"] = faster(1.5);
  baseline_.verdicts["a/vectorize-numpy"] = faster(1.8);
  const Job job = run();
  EXPECT_EQ(job.patch.files[0].after, "a/vectorize-numpy");
  EXPECT_EQ(job.report.hotspots[1].proposals[0].result, PResult::kSlower);
}

TEST_F(PipelineTest, BesideAPoolArraysAreTriedStepByStep) {
  candidate("a", 1, 0.5, 1.9);
  candidate("b", 5, 0.3, 1.4);
  options_[0].strategy = "vectorize-numpy";
  baseline_.verdicts["a/vectorize-numpy"] = faster(1.9);
  baseline_.verdicts["a/vectorize-numpy+b"] = faster(2.6);
  EXPECT_EQ(run().patch.files[0].after, "a/vectorize-numpy+b");
  EXPECT_EQ(baseline_.tried.front(), "a/vectorize-numpy");
}

TEST_F(PipelineTest, InnerLoopsOfARejectedLoopAreTried) {
  candidate("outer", 1, 0.9, 1.8);
  candidate("inner", 2, 0.8, 1.6, {{"x.py", 1, 2}});
  baseline_.verdicts["outer"] = verdict(Verdict::Status::kSlower);
  baseline_.verdicts["inner"] = faster(1.5);
  EXPECT_EQ(run().patch.files[0].after, "inner");
}

TEST_F(PipelineTest, ARewriteThatAssumesIsMarkedWhateverTheLoopIs) {
  candidate("a", 1, 0.9, 1.8);
  options_[0].assumptions = {{"assumed-same-client", "assumes that …", {}}};
  baseline_.verdicts["a"] = faster(1.7);
  Job job = run();
  EXPECT_EQ(job.report.hotspots[0].assumptions, options_[0].assumptions);
  EXPECT_EQ(job.report.outcome.assurances.at(1).result,
            harness::Assurance::Result::kNotChecked);
}

TEST_F(PipelineTest, NothingElseIsTriedBesideAWholeProgram) {
  for (const std::size_t whole : {0, 1}) {
    candidate("a", 1, 0.5, 1.8);
    candidate("b", 5, 0.4, 1.5);
    options_[whole].whole_program = true;
    baseline_.verdicts["a"] = faster(1.7);
    Job job = run();
    EXPECT_EQ(job.patch.files[0].after, "a");
    EXPECT_EQ(job.report.hotspots[1].proposals[0].result, PResult::kNotTried);
    plan_ = {};
    options_.clear();
    names_.clear();
  }
}

TEST_F(PipelineTest, ACallOfUnknownCountIsTriedAfterTheLoopsAroundIt) {
  candidate("inner", 2, 0.9, 1.8, {{"x.py", 1, 2}});
  plan_.candidates.back().loop.kind = advisor::LoopKind::kKeyCall;
  candidate("outer", 1, 0.6, 1.4);
  baseline_.verdicts["inner"] = faster(1.7);
  baseline_.verdicts["outer"] = faster(1.3);
  EXPECT_EQ(run().patch.files[0].after, "outer");
  EXPECT_EQ(baseline_.tried, std::vector<std::string>{"outer"});
}

TEST_F(PipelineTest, TheNextStrategyIsTriedWhenTheFirstFails) {
  candidate("a", 1, 0.9, 1.8);
  options_.push_back({0, "thread-pool", 1.5, std::nullopt});
  baseline_.verdicts["a"] = verdict(Verdict::Status::kSlower);
  baseline_.verdicts["a/thread-pool"] = faster(1.5);
  Job job = run();
  EXPECT_EQ(job.patch.files[0].after, "a/thread-pool");
  EXPECT_EQ(job.report.hotspots[0].proposals.size(), 2u);
}

TEST_F(PipelineTest, SmallPredictionsAreNotTried) {
  candidate("a", 1, 0.1, 1.05);
  Job job = run();
  EXPECT_TRUE(baseline_.tried.empty());
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kNoGain);
  EXPECT_EQ(job.report.hotspots[0].proposals[0].result, PResult::kNotTried);
}

TEST_F(PipelineTest, ASmallLoopWeighsMoreBesideAQuickOne) {
  candidate("a", 1, 0.7, 1.5);
  candidate("b", 5, 0.16, 1.09);
  baseline_.verdicts["a"] = faster(1.5);
  baseline_.verdicts["a+b"] = faster(1.7);
  Job job = run();
  EXPECT_EQ(job.patch.files[0].after, "a+b");
  EXPECT_EQ(baseline_.full, (std::vector<bool>{false, false, true}));
}

TEST_F(PipelineTest, WhatIsImportedAnywayCostsNothingMore) {
  candidate("a", 1, 0.6, 1.4);
  candidate("b", 5, 0.3, 0.9);
  for (rewrite::Option& option : options_) option.strategy = "numba";
  options_[1].imports = {{"numpy", 0.1}, {"numba", 0.3}};
  baseline_.verdicts["a/numba"] = faster(1.4);
  EXPECT_EQ(run().patch.files[0].after, "a/numba");
  options_[0].imports = {{"numpy", 0.2}};
  EXPECT_EQ(run().patch.files[0].after, "a/numba");
  options_[0].imports["numba"] = 0.3;
  baseline_.verdicts["a/numba+b/numba"] = faster(2.2);
  EXPECT_EQ(run().patch.files[0].after, "a/numba+b/numba");
}

TEST_F(PipelineTest, TimeToVerifyWhatWasKeptIsNotSpentOnMore) {
  candidate("a", 1, 0.6, 1.4);
  candidate("b", 5, 0.3, 1.2);
  baseline_.verdicts["a"] = faster(1.4);
  baseline_.verdicts["a"].before_s = {10};
  baseline_.verdicts["a"].after_s = {9.5};
  baseline_.left_s = 52;  // enough if it were as quick as predicted
  Job job = run();
  EXPECT_EQ(job.patch.files[0].after, "a");
  EXPECT_EQ(baseline_.tried, (std::vector<std::string>{"a", "a"}));
  EXPECT_EQ(baseline_.full, (std::vector<bool>{false, true}));
  EXPECT_NE(job.report.hotspots[1].proposals[0].why.find("--budget"),
            std::string::npos);
}

TEST_F(PipelineTest, AllAreTriedAtOnceWhereTheTimeDoesNotLastForSteps) {
  candidate("a", 1, 0.6, 1.4);
  candidate("b", 5, 0.3, 1.2);
  baseline_.verdicts["a+b"] = faster(1.8);
  baseline_.left_s = 30;
  Job job = run();
  EXPECT_EQ(job.patch.files[0].after, "a+b");
  EXPECT_EQ(baseline_.full, (std::vector<bool>{false, true}));
  for (const harness::Hotspot& spot : job.report.hotspots) {
    EXPECT_EQ(spot.proposals[0].result, PResult::kAccepted);
    EXPECT_DOUBLE_EQ(spot.proposals[0].measured.value().median, 1.8);
  }
}

TEST_F(PipelineTest, StepsFindWhatIsWrongWhereAllAtOnceFail) {
  candidate("a", 1, 0.6, 1.4);
  candidate("b", 5, 0.3, 1.2);
  baseline_.verdicts["a+b"] = verdict(Verdict::Status::kDiffers);
  baseline_.verdicts["a"] = faster(1.4);
  baseline_.left_s = 30;
  Job job = run();
  EXPECT_EQ(job.patch.files[0].after, "a");
  EXPECT_EQ(job.report.hotspots[1].proposals[0].result, PResult::kDiffers);
}

TEST_F(PipelineTest, AllAtOnceMustGainMoreThanOneOfThemPromises) {
  candidate("a", 1, 0.6, 1.4);
  candidate("b", 5, 0.3, 1.2);
  baseline_.verdicts["a+b"] = faster(1.39);
  baseline_.verdicts["a"] = faster(1.38);
  baseline_.left_s = 30;
  Job job = run();
  EXPECT_EQ(job.patch.files[0].after, "a");
  EXPECT_EQ(job.report.hotspots[1].proposals[0].result, PResult::kSlower);
}

TEST_F(PipelineTest, LessMemoryIsAGainOfWhatIsMadeForIt) {
  candidate("a", 1, 0.9, 0.9);
  options_[0].strategy = "dask";
  Verdict smaller = verdict(Verdict::Status::kSmaller, 0.9);
  smaller.why = "250 MiB instead of 1400 MiB";
  baseline_.verdicts["a/dask"] = smaller;
  Job job = run();
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kSmaller);
  EXPECT_EQ(job.report.outcome.why, smaller.why);
  EXPECT_EQ(job.patch.files.at(0).after, "a/dask");
  EXPECT_EQ(baseline_.for_memory, std::vector<bool>{true});
  options_[0].strategy = "process-pool";
  EXPECT_TRUE(run().patch.files.empty());
}

TEST_F(PipelineTest, AProgramThatNearlyFillsTheMemoryIsAskedForItsTables) {
  bool large = false;
  stages_.advise = [&](auto&, auto&,
                       const auto& options) -> Result<advisor::Plan> {
    large = options.large;
    return plan_;
  };
  request_.verify.memory.most = 1000;
  for (const std::uint64_t peak : {0u, 400u, 600u}) {
    baseline_.memory = peak;
    run();
    EXPECT_EQ(large, peak == 600) << peak;
  }
}

TEST_F(PipelineTest, ASmallLoopAloneIsNotWorthTrying) {
  candidate("a", 1, 0.7, 1.5);
  candidate("b", 5, 0.16, 1.09);
  baseline_.verdicts["a"] = verdict(Verdict::Status::kSlower);
  run();
  EXPECT_EQ(baseline_.tried, std::vector<std::string>{"a"});
}

TEST_F(PipelineTest, ARefusedOptionCarriesItsReason) {
  candidate("a", 1, 0.9, 1.8);
  options_[0].refused = advisor::Reason{"x", "cannot be sent", {}};
  Job job = run();
  EXPECT_EQ(job.report.hotspots[0].proposals[0].why, "cannot be sent");
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kDeclined);
}

TEST_F(PipelineTest, AFileThatDoesNotCompileIsNeverRun) {
  candidate("a", 1, 0.9, 1.8);
  broken_.insert("a");
  Job job = run();
  EXPECT_TRUE(baseline_.tried.empty());
  EXPECT_EQ(job.report.hotspots[0].proposals[0].result, PResult::kDiffers);
  EXPECT_TRUE(job.report.outcome.diff.empty());
  EXPECT_TRUE(job.patch.files.empty());
}

TEST_F(PipelineTest, ASingleProposalIsVerifiedInFullAtOnce) {
  candidate("a", 1, 0.9, 1.8);
  baseline_.verdicts["a"] = faster(1.7);
  run();
  EXPECT_EQ(baseline_.full, std::vector<bool>{true});
}

TEST_F(PipelineTest, SeveralAreTriedQuicklyAndVerifiedTogether) {
  candidate("a", 1, 0.6, 1.4);
  candidate("b", 5, 0.3, 1.2);
  baseline_.verdicts["a"] = faster(1.4);
  baseline_.verdicts["a+b"] = faster(1.8);
  run();
  EXPECT_EQ(baseline_.full, (std::vector<bool>{false, false, true}));
}

TEST_F(PipelineTest, WhatIsNotConfirmedIsTakenBack) {
  candidate("a", 1, 0.6, 1.4);
  candidate("b", 5, 0.3, 1.2);
  baseline_.verdicts["a"] = faster(1.4);
  baseline_.verdicts["a+b"] = faster(1.8);
  baseline_.in_full["a+b"] = verdict(Verdict::Status::kDiffers);
  Job job = run();
  EXPECT_EQ(job.patch.files[0].after, "a");
  EXPECT_EQ(job.report.hotspots[1].proposals[0].result, PResult::kDiffers);
  EXPECT_EQ(job.report.hotspots[0].proposals[0].result, PResult::kAccepted);
}

TEST_F(PipelineTest, NoTimeLeftIsNotAVerdict) {
  candidate("a", 1, 0.9, 1.8);
  baseline_.verdicts["a"] = verdict(Verdict::Status::kUnverifiable);
  baseline_.verdicts["a"].checks.clear();
  Job job = run();
  EXPECT_EQ(job.report.hotspots[0].proposals[0].result, PResult::kNotTried);
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kNoGain);
}

TEST_F(PipelineTest, AnOriginalThatChangesLateIsUnverifiable) {
  candidate("a", 1, 0.9, 1.8);
  baseline_.verdicts["a"] = verdict(Verdict::Status::kUnverifiable);
  baseline_.verdicts["a"].checks[0].result = harness::Check::Result::kDiffers;
  Job job = run();
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kUnverifiable);
  EXPECT_TRUE(job.patch.files.empty());
}

TEST_F(PipelineTest, AnUnverifiableProgramGetsNoOffer) {
  candidate("a", 1, 0.9, 1.8);
  baseline_.unusable_ = verdict(Verdict::Status::kUnverifiable);
  Job job = run();
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kUnverifiable);
  EXPECT_EQ(job.report.hotspots.size(), 1u);
  EXPECT_TRUE(baseline_.tried.empty());
}

TEST_F(PipelineTest, ACrashedProgramIsAnOutcome) {
  baseline_.unusable_ = verdict(Verdict::Status::kTargetFailed);
  EXPECT_EQ(run().report.outcome.status, Outcome::Status::kTargetFailed);
}

TEST_F(PipelineTest, AFailureOfTheProgramIsNoted) {
  baseline_.failed_with_ = "exit status 1: ValueError: bad";
  EXPECT_EQ(run().report.notes.at(0),
            "the program itself ends with exit status 1: ValueError: bad");
}

TEST_F(PipelineTest, DeclinedLoopsStandInTheReport) {
  advisor::Decline decline;
  decline.loop.share = 0.9;
  decline.reasons = {{"writes-shared-state", "appends to seen", {}}};
  plan_.declines.push_back(decline);
  Job job = run();
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kDeclined);
  EXPECT_EQ(job.report.hotspots[0].reasons[0].id, "writes-shared-state");
}

TEST_F(PipelineTest, PredictionsReckonWithWhatPoolsCostHere) {
  candidate("a", 1, 0.9, 1.8);
  baseline_.verdicts["a"] = faster(1.8);
  request_.rewrite.workers = 4;
  baseline_.profile_.cpu_s = 6;
  baseline_.profile_.stacks.resize(2);
  baseline_.profile_.stacks[0].cost.cpu_s = 7;
  baseline_.profile_.stacks[1].cost.cpu_s = 1;
  rewrite::RewriteOptions used;
  stages_.options = [&](auto&, auto&, const rewrite::RewriteOptions& options) {
    used = options;
    return options_;
  };
  run();
  EXPECT_DOUBLE_EQ(used.costs.worker_yield, 0.25);
  EXPECT_DOUBLE_EQ(used.ran_share, 0.75);
}

TEST_F(PipelineTest, CostsAreMeasuredAgainBeforeALoopIsGivenUp) {
  candidate("a", 1, 0.9, 1);
  int measured = 0;
  stages_.costs = [&](const rewrite::RewriteOptions&) {
    rewrite::PoolCosts costs;
    costs.worker_yield = ++measured == 1 ? 0.1 : 0.9;
    return costs;
  };
  stages_.options = [this](auto&, auto&,
                           const rewrite::RewriteOptions& options) {
    options_[0].predicted_speedup = 1 + options.costs.worker_yield / 2;
    return options_;
  };
  baseline_.verdicts["a"] = faster(1.4);
  Job job = run();
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kFaster);
  EXPECT_EQ(measured, 2);
  // What was tried is measured, not predicted.
  baseline_.verdicts["a"] = verdict(Verdict::Status::kSlower, 0.9);
  measured = 1;
  EXPECT_EQ(run().report.outcome.status, Outcome::Status::kNoGain);
  EXPECT_EQ(measured, 2);
}

TEST_F(PipelineTest, AnInterruptWhileCostsAreMeasuredEndsTheRun) {
  candidate("a", 1, 0.9, 1);
  int left = 0;
  stages_.costs = [&](const auto&) -> Result<rewrite::PoolCosts> {
    if (left-- == 0) return interrupt_error();
    return rewrite::PoolCosts{};
  };
  stages_.options = [this](auto&, auto&, auto&) {
    options_[0].predicted_speedup = 1;
    return options_;
  };
  for (int before : {0, 1}) {
    left = before;
    auto job = run_pipeline(request_, project_, stages_);
    ASSERT_FALSE(job.ok()) << before;
    EXPECT_EQ(job.error().kind, Error::Kind::kInterrupted);
  }
}

TEST_F(PipelineTest, CostsAreMeasuredOnlyWherePoolsArePossible) {
  stages_.costs = [](const rewrite::RewriteOptions&) {
    ADD_FAILURE() << "measured";
    return rewrite::PoolCosts{};
  };
  run();
}

TEST_F(PipelineTest, ThePredictionOfAllThatWasKeptStandsInTheReport) {
  candidate("a", 1, 0.5, 2 / 1.5);
  candidate("b", 5, 0.4, 1 / 0.8);
  candidate("c", 9, 0.4, 1 / 0.8);
  baseline_.verdicts["a"] = faster(1.3);
  baseline_.verdicts["a+b"] = faster(1.8);
  baseline_.verdicts["a+b+c"] = verdict(Verdict::Status::kDiffers);
  baseline_.in_full["a+b"] = faster(1.75);
  Job job = run();
  EXPECT_DOUBLE_EQ(job.report.outcome.predicted_speedup, 1 / (1 - 0.25 - 0.2));
  EXPECT_DOUBLE_EQ(job.report.outcome.speedup.median, 1.75);
}

TEST_F(PipelineTest, NothingHotIsSaid) {
  Job job = run();
  EXPECT_EQ(job.report.outcome.status, Outcome::Status::kNothingHot);
  EXPECT_NE(job.report.outcome.why.find("5 %"), std::string::npos);
}

TEST_F(PipelineTest, AnInterruptEndsTheJob) {
  candidate("a", 1, 0.9, 1.8);
  baseline_.interrupt = true;
  auto job = run_pipeline(request_, project_, stages_);
  ASSERT_FALSE(job.ok());
  EXPECT_EQ(job.error().kind, Error::Kind::kInterrupted);
}

TEST(HotspotsOf, CandidatesAndDeclinesAreMergedByShare) {
  advisor::Plan plan;
  plan.candidates.resize(2);
  plan.candidates[0].loop.share = 0.5;
  plan.candidates[1].loop.share = 0.1;
  plan.declines.resize(1);
  plan.declines[0].loop.share = 0.3;
  Hotspots hot = hotspots_of(plan, {});
  ASSERT_EQ(hot.spots.size(), 3u);
  EXPECT_EQ(hot.spots[1].candidate, false);
  EXPECT_EQ(hot.candidates, (std::vector<std::size_t>{0, 2}));
}

TEST(HotspotsOf, ShorterLoopsAreNotSpokenOf) {
  advisor::Plan plan;
  plan.candidates.resize(2);
  plan.candidates[0].loop.share = 0.5;
  plan.candidates[1].loop.share = 0.03;
  auto all = hotspots_of(plan, {}).spots;
  const auto spots = long_enough(all, 0.05);
  ASSERT_EQ(spots.size(), 1u);
  EXPECT_EQ(spots[0].loop.share, 0.5);
  // Unless something came of it.
  all[1].proposals.resize(1);
  EXPECT_EQ(long_enough(all, 0.05).size(), 1u);
  all[1].proposals[0].result = harness::Proposal::Result::kAccepted;
  EXPECT_EQ(long_enough(all, 0.05).size(), 2u);
}

TEST(HotspotsOf, ADeclineIsToldWhatItWouldGain) {
  advisor::Plan plan;
  plan.candidates.resize(1);
  plan.declines.resize(2);
  plan.declines[0].loop.share = 0.9;
  plan.declines[0].loop.cost.wall_s = 10;
  Hotspots hot = hotspots_of(plan, {});
  EXPECT_GT(hot.spots[0].potential_speedup, 1.5);
  EXPECT_LT(hot.spots[0].potential_speedup, 2);
  // Not measured, or a candidate, whose proposals have predictions.
  EXPECT_EQ(hot.spots[1].potential_speedup, 0);
  EXPECT_EQ(hot.spots[2].potential_speedup, 0);
}

}  // namespace
}  // namespace ppp::cli
