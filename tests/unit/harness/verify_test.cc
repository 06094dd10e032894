// SPDX-License-Identifier: Apache-2.0
// The course of a verification, with programs that only pretend to run.
#include "harness/verify.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <limits>
#include <random>

#include "tests/unit/harness/live.h"

namespace ppp::harness {
namespace {

/// What a run of the pretended program gives.
struct Play {
  ExitStatus status;
  std::string out;
  std::string err;
};

class FakeChild final : public Child {
 public:
  FakeChild(ExitStatus status, double& clock)
      : status_(status), clock_(clock) {}
  int pid() const override { return 1; }
  int pidfd() const override { return -1; }
  Result<std::optional<ExitStatus>> wait(double seconds) override {
    if (!killed_ && seconds > 0 && status_.wall_s > seconds) {
      status_.wall_s = seconds;
      clock_ += seconds;
      return std::optional<ExitStatus>();
    }
    if (!killed_) clock_ += status_.wall_s;
    return std::optional<ExitStatus>(status_);
  }
  void kill() override { killed_ = true; }

 private:
  ExitStatus status_;
  double& clock_;
  bool killed_ = false;
};

class FakeRunner final : public ProcessRunner {
 public:
  Result<std::unique_ptr<Child>> start(const Command& command) override {
    auto source = read_file(command.directory + "/main.py");
    PPP_CHECK(source.ok());
    bool changed = *source == "changed\n";
    log += changed ? 'B' : 'A';
    for (const auto& [name, value] : command.environment) {
      if (name == "PYTHONHASHSEED") seeds.push_back(value.value_or(""));
    }
    if (interrupted) return Error{Error::Kind::kInterrupted, "", ""};
    Play play = behave(changed);
    PPP_CHECK(write_file(command.stdout_path, play.out).ok());
    PPP_CHECK(write_file(command.stderr_path, play.err).ok());
    clock += setting_up;
    return std::unique_ptr<Child>(new FakeChild(play.status, clock));
  }

  std::function<Play(bool changed)> behave;
  std::string log;  ///< 'A': the original, 'B': the changed version
  std::vector<std::string> seeds;
  bool interrupted = false;
  double clock = 0;       ///< goes on only while something runs
  double setting_up = 0;  ///< before each run
};

Play lasting(double seconds, std::string out = "same\n") {
  Play play;
  play.status.wall_s = seconds;
  play.status.max_rss_kb = 1000;
  play.out = std::move(out);
  return play;
}

class VerifyTest : public ::testing::Test {
 protected:
  VerifyTest() {
    ::unsetenv("PYTHONHASHSEED");
    project_.write("main.py", "original\n");
  }

  void measure() {
    Surroundings surroundings;
    surroundings.runner = &runner_;
    surroundings.isolation = Isolation::kCopy;
    surroundings.now = [this] { return runner_.clock; };
    auto baseline =
        measure_in(unprofiled(surroundings), project_.program(), {}, options_);
    ASSERT_TRUE(baseline.ok()) << baseline.error().what;
    baseline_ = std::move(*baseline);
  }

  Verdict verify() {
    measure();
    return again();
  }

  Verdict again() {
    auto verdict = baseline_->verify({{project_.path("main.py"), "changed\n"}},
                                     clock_, options_);
    EXPECT_TRUE(verdict.ok()) << verdict.error().what;
    return verdict.ok() ? *verdict : Verdict{};
  }

  Project project_;
  FakeRunner runner_;
  VerifyOptions options_;
  advisor::ClockUse clock_;
  std::unique_ptr<Baseline> baseline_;
};

TEST_F(VerifyTest, AcceptsWhatIsFasterAndTheSame) {
  runner_.behave = [](bool changed) { return lasting(changed ? 1 : 2); };
  Verdict verdict = verify();
  EXPECT_EQ(verdict.status, Verdict::Status::kFaster);
  EXPECT_EQ(verdict.speedup.pairs, 3);
  EXPECT_DOUBLE_EQ(verdict.speedup.median, 2);
  // Profiled run, then strict alternation; the second run is the first partner.
  EXPECT_EQ(runner_.log, "AABABAB");
  EXPECT_EQ(runner_.seeds,
            (std::vector<std::string>{"0", "4242424242", "4242424242", "0", "0",
                                      "4242424242", "4242424242"}));
  EXPECT_EQ(verdict.before_s, (std::vector<double>{2, 2, 2}));
  EXPECT_EQ(verdict.after_s, (std::vector<double>{1, 1, 1}));
  EXPECT_EQ(verdict.after_rss_kb, 1000);
  for (const Check& check : verdict.checks) {
    EXPECT_EQ(check.result, Check::Result::kIdentical) << check.id;
  }
}

TEST_F(VerifyTest, GoesOnWhereAShorterVerificationEnded) {
  runner_.behave = [](bool changed) { return lasting(changed ? 1 : 2); };
  options_.min_pairs = options_.max_pairs = 1;
  EXPECT_EQ(verify().status, Verdict::Status::kFaster);
  EXPECT_EQ(runner_.log, "AAB");
  options_ = {};
  Verdict verdict = again();
  EXPECT_EQ(verdict.status, Verdict::Status::kFaster);
  EXPECT_EQ(verdict.speedup.pairs, 3);
  EXPECT_EQ(runner_.log, "AABABAB");
}

TEST_F(VerifyTest, RespectsTheUsersHashSeed) {
  ::setenv("PYTHONHASHSEED", "17", 1);
  runner_.behave = [](bool) { return lasting(0.01); };
  verify();
  ::unsetenv("PYTHONHASHSEED");
  EXPECT_EQ(runner_.seeds, (std::vector<std::string>{"17", "17", "17"}));
}

TEST_F(VerifyTest, StopsAtOnceWhenTheOutputDiffers) {
  runner_.behave = [](bool changed) {
    return lasting(1, changed ? "other\n" : "same\n");
  };
  Verdict verdict = verify();
  EXPECT_EQ(verdict.status, Verdict::Status::kDiffers);
  EXPECT_EQ(verdict.why, "stdout line 1: 'same', then 'other'");
  EXPECT_EQ(runner_.log, "AAB");
}

TEST_F(VerifyTest, FindsADifferenceThatShowsLater) {
  int runs = 0;
  runner_.behave = [&](bool changed) {
    bool odd = changed && ++runs == 3;
    return lasting(changed ? 1 : 2, odd ? "other\n" : "same\n");
  };
  EXPECT_EQ(verify().status, Verdict::Status::kDiffers);
  EXPECT_EQ(runner_.log, "AABABAB");
}

TEST_F(VerifyTest, StopsEarlyWhenSlower) {
  runner_.behave = [](bool changed) { return lasting(changed ? 3 : 2); };
  Verdict verdict = verify();
  EXPECT_EQ(verdict.status, Verdict::Status::kSlower);
  EXPECT_EQ(runner_.log, "AABAB");
  EXPECT_NE(verdict.why.find("0.67 times"), std::string::npos) << verdict.why;
}

TEST_F(VerifyTest, OnlyComparesShortPrograms) {
  runner_.behave = [](bool changed) { return lasting(changed ? 0.01 : 0.02); };
  Verdict verdict = verify();
  EXPECT_EQ(verdict.status, Verdict::Status::kSlower);
  EXPECT_EQ(verdict.why, "the program takes 0.020 s: nothing to gain");
  EXPECT_EQ(runner_.log, "AAB");
}

TEST_F(VerifyTest, KeepsToTheBudget) {
  // 800 s and a little; 200 s are gone before the first pair.
  int runs = 0;
  runner_.behave = [&](bool changed) {
    return lasting(!changed || ++runs == 2 ? 100 : 90);
  };
  Verdict verdict = verify();
  EXPECT_EQ(runner_.log, "AABABAB");
  EXPECT_EQ(verdict.status, Verdict::Status::kSlower);
  EXPECT_NE(verdict.why.find("--budget"), std::string::npos) << verdict.why;
  EXPECT_GT(baseline_->budget_left_s(), 0);
  again();
  EXPECT_GE(baseline_->budget_left_s(), 0);
  Verdict none = again();
  EXPECT_EQ(none.status, Verdict::Status::kUnverifiable);
  EXPECT_EQ(none.checks.at(0).result, Check::Result::kNotChecked);
}

TEST_F(VerifyTest, WhatIsNoRunCountsToo) {
  // 82.5 s; every run of 10 s takes 15.
  runner_.setting_up = 5;
  runner_.behave = [](bool changed) { return lasting(changed ? 9 : 10); };
  Verdict verdict = verify();
  EXPECT_EQ(runner_.log, "AABAB");
  EXPECT_EQ(verdict.status, Verdict::Status::kSlower);
  EXPECT_NE(verdict.why.find("--budget"), std::string::npos) << verdict.why;
  EXPECT_LE(runner_.clock, 8 * 10 + 3);
}

TEST_F(VerifyTest, WhatIsSpentBeforeCountsToo) {
  runner_.behave = [](bool changed) { return lasting(changed ? 5 : 10); };
  options_.spent_s = 70;
  EXPECT_EQ(verify().status, Verdict::Status::kUnverifiable);
  EXPECT_EQ(runner_.log, "AA");
}

TEST_F(VerifyTest, NoBoundIsABoundToo) {
  options_.budget_s = std::numeric_limits<double>::infinity();
  runner_.setting_up = 100;
  runner_.behave = [](bool changed) { return lasting(changed ? 0.5 : 1); };
  for (int i = 0; i < 4; ++i) {
    Verdict verdict = i == 0 ? verify() : again();
    EXPECT_EQ(verdict.status, Verdict::Status::kFaster) << verdict.why;
  }
}

TEST_F(VerifyTest, TheUsersBudgetIsThatOfReruns) {
  runner_.behave = [](bool changed) { return lasting(changed ? 5 : 10); };
  options_.budget_s = 9;
  Verdict none = verify();
  EXPECT_EQ(none.status, Verdict::Status::kUnverifiable);
  EXPECT_NE(none.why.find("the 9.0 s for reruns"), std::string::npos)
      << none.why;
  EXPECT_EQ(runner_.log, "A");
  runner_.log.clear();
  options_.budget_s =
      56;  // two of the original beside the first, three changed
  EXPECT_EQ(verify().status, Verdict::Status::kFaster);
  EXPECT_EQ(runner_.log, "AABABAB");
}

TEST_F(VerifyTest, ARerunOfTheOriginalThatHangsIsNoVerdict) {
  int runs = 0;
  runner_.behave = [&](bool changed) {
    return lasting(!changed && ++runs == 3 ? 1e9 : changed ? 5 : 10);
  };
  Verdict verdict = verify();
  EXPECT_EQ(runner_.log, "AABA");
  EXPECT_EQ(verdict.status, Verdict::Status::kSlower);
  EXPECT_NE(verdict.why.find("1 pairs: not enough"), std::string::npos)
      << verdict.why;
  EXPECT_LE(runner_.clock, 8 * 10 + 3);
}

TEST_F(VerifyTest, NothingThatRunsDoBreaksTheBound) {
  std::minstd_rand random(7);
  auto number = [&](double low, double high) {
    return low + (high - low) * static_cast<double>(random() % 1000) / 1000;
  };
  for (int round = 0; round < 40; ++round) {
    const double own = number(0.06, 30);
    const double hang = number(0, 0.3);
    runner_.clock = 0;
    runner_.setting_up = number(0, 0.2);
    double longest = 0;
    runner_.behave = [&](bool changed) {
      if (runner_.clock > 0 && number(0, 1) < hang) return lasting(1e9);
      double time = own * (changed ? number(0.3, 3) : number(1, 1.1));
      if (!changed) longest = std::max(longest, time);
      return lasting(time);
    };
    verify();
    for (int candidate = 0; candidate < 3; ++candidate) again();
    EXPECT_LE(runner_.clock, 8 * longest + 3) << "round " << round;
  }
}

TEST_F(VerifyTest, TheUserMayGiveMore) {
  options_.budget_s = 10000;
  runner_.behave = [](bool changed) { return lasting(changed ? 90 : 100); };
  for (int i = 0; i < 4; ++i) {
    Verdict verdict = i == 0 ? verify() : again();
    EXPECT_EQ(verdict.status, Verdict::Status::kFaster);
  }
}

TEST_F(VerifyTest, AProgramThatDiffersFromItselfIsUnverifiable) {
  int runs = 0;
  runner_.behave = [&](bool) {
    return lasting(1, "x\nvalue 0." + std::to_string(++runs) + "\n");
  };
  Verdict verdict = verify();
  EXPECT_EQ(verdict.status, Verdict::Status::kUnverifiable);
  EXPECT_EQ(verdict.why,
            "two runs of the program itself differ: stdout line 2: "
            "'value 0.1', then 'value 0.2' (probably random numbers, process "
            "ids or a clock)");
  EXPECT_EQ(runner_.log, "AA");
}

TEST_F(VerifyTest, ItsClockValuesAreMasked) {
  clock_.reads_clock = true;
  clock_.outputs.push_back({Span{"main.py", 3, 3}, {"value ", "\n"}, {true}});
  int runs = 0;
  runner_.behave = [&](bool changed) {
    return lasting(changed ? 1 : 2,
                   "x\nvalue 0." + std::to_string(++runs) + "\n");
  };
  Verdict verdict = verify();
  EXPECT_EQ(verdict.status, Verdict::Status::kFaster) << verdict.why;
  EXPECT_EQ(verdict.checks.at(1).result, Check::Result::kMasked);
  clock_.steers = advisor::Reason{"clock", "`t` decides on line 9", {}};
  auto unusable = baseline_->unusable(clock_);
  ASSERT_TRUE(unusable);
  EXPECT_NE(unusable->why.find("`t` decides on line 9"), std::string::npos);
}

TEST_F(VerifyTest, ACrashIsTheProgramsFailure) {
  runner_.behave = [](bool) {
    Play play = lasting(1);
    play.status.signal = 11;
    return play;
  };
  Verdict verdict = verify();
  EXPECT_EQ(verdict.status, Verdict::Status::kTargetFailed);
  EXPECT_EQ(verdict.why, "the program was ended by signal 11 (SIGSEGV)");
  EXPECT_EQ(runner_.log, "A");
}

TEST_F(VerifyTest, ANormalExitStatusIsNoFailure) {
  runner_.behave = [](bool changed) {
    Play play = lasting(changed ? 1 : 2);
    play.status.code = 3;
    play.err = "Traceback (most recent call last):\nValueError: bad\n";
    return play;
  };
  EXPECT_EQ(verify().status, Verdict::Status::kFaster);
  EXPECT_EQ(baseline_->failed_with(), "exit status 3: ValueError: bad");
}

TEST_F(VerifyTest, ATimeOutIsTheProgramsFailure) {
  options_.timeout_s = 30;
  runner_.behave = [](bool) { return lasting(1e9); };
  Verdict verdict = verify();
  EXPECT_EQ(verdict.status, Verdict::Status::kTargetFailed);
  EXPECT_NE(verdict.why.find("within 30 s"), std::string::npos) << verdict.why;
}

TEST_F(VerifyTest, AChangedVersionThatDoesNotEndDiffers) {
  options_.budget_s = 1000;
  runner_.behave = [](bool changed) { return lasting(changed ? 1e9 : 1); };
  Verdict verdict = verify();
  EXPECT_EQ(verdict.status, Verdict::Status::kDiffers);
  EXPECT_NE(verdict.why.find("does not end: stopped after 20.0 s"),
            std::string::npos)
      << verdict.why;
}

TEST_F(VerifyTest, TheBudgetCutsAChangedVersionThatCannotWin) {
  runner_.behave = [](bool changed) { return lasting(changed ? 1e9 : 10); };
  Verdict verdict = verify();
  EXPECT_EQ(verdict.status, Verdict::Status::kSlower);
  EXPECT_NE(verdict.why.find("needs more than 31.2 s"), std::string::npos)
      << verdict.why;
}

TEST_F(VerifyTest, AnInterruptIsHandedOn) {
  runner_.behave = [](bool) { return lasting(1); };
  measure();
  runner_.interrupted = true;
  auto verdict = baseline_->verify({}, clock_, options_);
  ASSERT_FALSE(verdict.ok());
  EXPECT_EQ(verdict.error().kind, Error::Kind::kInterrupted);
}

}  // namespace
}  // namespace ppp::harness
