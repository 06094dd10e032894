// SPDX-License-Identifier: Apache-2.0
// Whole verifications of small real programs. No times are expected, only what
// is said about behaviour.
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include "tests/unit/harness/live.h"

namespace ppp::harness {
namespace {

class VerifyLive : public ::testing::Test {
 protected:
  // Setting up may take longer than these programs.
  VerifyLive() { options_.budget_s = 600; }

  /// The verdict on `after` in place of `before`.
  Verdict verify(const std::string& before, const std::string& after,
                 const advisor::ClockUse& clock = {}) {
    project_.write("main.py", before);
    auto baseline = measure_in(live(), project_.program(), {}, options_);
    if (!baseline) {
      ADD_FAILURE() << baseline.error().what;
      return {};
    }
    auto verdict = (*baseline)->verify({{project_.path("main.py"), after}},
                                       clock, options_);
    EXPECT_TRUE(verdict.ok()) << verdict.error().what;
    EXPECT_EQ(project_.read("main.py"), before);
    return verdict.ok() ? *verdict : Verdict{};
  }

  static bool same(const Verdict& verdict) {
    return verdict.status == Verdict::Status::kFaster ||
           verdict.status == Verdict::Status::kSlower;
  }

  Project project_;
  VerifyOptions options_;
};

TEST_F(VerifyLive, TheSameProgramIsTheSame) {
  Verdict verdict = verify("print('a')\n", "x = 1\nprint('a')\n");
  EXPECT_TRUE(same(verdict)) << verdict.why;
}

TEST_F(VerifyLive, ARunThatIsObservedLeavesNothingElse) {
  project_.write("main.py", "print('a')\n");
  auto baseline = measure_in(live(), project_.program(), {}, options_);
  ASSERT_TRUE(baseline.ok());
  const std::string writes =
      "import os\n"
      "open('left.txt', 'w').write('x')\n"
      "os.write(int(os.environ['WHERE']), b'found')\n"
      "while True: pass\n";
  auto text =
      (*baseline)->observe({{project_.path("main.py"), writes}}, "WHERE", 2);
  ASSERT_TRUE(text.ok()) << text.error().what;
  EXPECT_EQ(*text, "found");
  EXPECT_FALSE(project_.has("left.txt"));
  auto nothing = (*baseline)->observe({}, "WHERE", 10);
  ASSERT_TRUE(nothing.ok());
  EXPECT_EQ(*nothing, "");
}

TEST_F(VerifyLive, SeesOtherFiles) {
  const std::string write = "open('out.txt', 'w').write(";
  EXPECT_TRUE(same(verify(write + "'a')\n", write + "'a')\n#\n")));
  Verdict verdict = verify(write + "'a')\n", write + "'b')\n");
  EXPECT_EQ(verdict.status, Verdict::Status::kDiffers);
  EXPECT_NE(verdict.why.find("out.txt"), std::string::npos) << verdict.why;
  EXPECT_FALSE(project_.has("out.txt"));
}

TEST_F(VerifyLive, AnExceptionInAPoolIsThatOfTheLoop) {
  const std::string head =
      "def f(x):\n"
      "    if x == 3: raise ValueError('bad item 3')\n"
      "    return x\n";
  Verdict verdict =
      verify(head + "for x in range(5): print(f(x))\n",
             "from concurrent.futures import ProcessPoolExecutor\n" + head +
                 "if __name__ == '__main__':\n"
                 "    with ProcessPoolExecutor(2) as pool:\n"
                 "        for y in pool.map(f, range(5)): print(y)\n");
  EXPECT_TRUE(same(verdict)) << verdict.why;
}

constexpr const char* kPause = "import time\ntime.sleep(0.5)\n";

TEST_F(VerifyLive, MeasuresTheMemoryOfAllProcesses) {
  Verdict verdict =
      verify(std::string("block = b'x' * 60_000_000\n") + kPause,
             std::string("import os\nif os.fork(): block = b'x' * 30_000_000\n"
                         "else: block = b'x' * 90_000_000\n") +
                 kPause);
  EXPECT_TRUE(same(verdict)) << verdict.why;
  EXPECT_GT(verdict.before_memory, 60'000'000);
  EXPECT_LT(verdict.before_memory, 90'000'000);
  EXPECT_GT(verdict.after_memory, 120'000'000);
  EXPECT_LT(verdict.after_memory, 180'000'000);
}

TEST_F(VerifyLive, LessMemoryIsAGainWhereItIsWanted) {
  options_.min_pairs = options_.max_pairs = 1;
  const std::string block = "x = b'x' * 90_000_000\n";
  const std::string longer = "import time\ntime.sleep(0.8)\n";
  EXPECT_EQ(verify(block + kPause, longer).status, Verdict::Status::kSlower);
  options_.less_memory = true;
  const Verdict verdict = verify(block + kPause, longer);
  EXPECT_EQ(verdict.status, Verdict::Status::kSmaller) << verdict.why;
  EXPECT_TRUE(verdict.why.starts_with(in_mebibytes(verdict.after_memory)))
      << verdict.why;
  EXPECT_EQ(verify(block + kPause, block + longer).status,
            Verdict::Status::kSlower);
}

TEST_F(VerifyLive, StopsWhatTakesTooMuchMemory) {
  options_.memory.growth = 3;
  const std::string before = std::string("x = b'x' * 40_000_000\n") + kPause;
  const std::string fork = "import os\nos.fork()\nos.fork()\n";
  Verdict enough = verify(before, before + "#\n");
  EXPECT_TRUE(same(enough)) << enough.why;
  Verdict verdict = verify(before, fork + "x = b'x' * 50_000_000\n" +
                                       "import time\ntime.sleep(60)\n");
  EXPECT_EQ(verdict.status, Verdict::Status::kTooLarge);
  EXPECT_TRUE(verdict.after_s.empty());
  EXPECT_NE(verdict.why.find(in_mebibytes(verdict.before_memory)),
            std::string::npos)
      << verdict.why;
  EXPECT_NE(verdict.why.find(in_mebibytes(verdict.after_memory)),
            std::string::npos)
      << verdict.why;
}

TEST(MemoryBoundTest, TheLargestAllowanceCountsButNeverMoreThanTheMost) {
  EXPECT_EQ(MemoryBound{}.for_original(1000), 0);
  EXPECT_EQ((MemoryBound{4, 0, 0}.for_original(1000)), 4000);
  EXPECT_EQ((MemoryBound{4, 5000, 0}.for_original(1000)), 6000);
  EXPECT_EQ((MemoryBound{4, 5000, 3000}.for_original(1000)), 3000);
  // Not less than the original has.
  EXPECT_EQ((MemoryBound{4, 0, 500}.for_original(1000)), 1000);
}

TEST_F(VerifyLive, HashOrderIsFoundOut) {
  Verdict verdict =
      verify("print({str(i) for i in range(20)})\n", "print(1)\n");
  EXPECT_EQ(verdict.status, Verdict::Status::kUnverifiable);
  EXPECT_NE(verdict.why.find("the order of a set"), std::string::npos)
      << verdict.why;
}

TEST_F(VerifyLive, ProcessIdsAndRandomNumbersAreFoundOut) {
  for (const char* source :
       {"import os\nprint(os.getpid())\n",
        "import random\nprint(random.random())\n",
        "import tempfile\ntempfile.mkstemp()\n",
        "import time\nopen('log', 'w').write(str(time.time()))\n"}) {
    Verdict verdict = verify(source, source);
    EXPECT_EQ(verdict.status, Verdict::Status::kUnverifiable) << source;
  }
}

TEST_F(VerifyLive, ElapsedTimesAreMasked) {
  advisor::ClockUse clock;
  clock.reads_clock = true;
  clock.outputs.push_back({Span{"main.py", 3, 3}, {"took ", " s\n"}, {true}});
  const std::string source =
      "import time\n"
      "t = time.perf_counter()\n"
      "print(f'took {time.perf_counter() - t:.9f} s')\n";
  Verdict verdict = verify(source, source + "#\n", clock);
  EXPECT_TRUE(same(verdict)) << verdict.why;
  EXPECT_EQ(verdict.checks.at(1).result, Check::Result::kMasked);
}

TEST_F(VerifyLive, ACrashNamesTheSignal) {
  Verdict verdict =
      verify("import os, signal\nos.kill(os.getpid(), signal.SIGABRT)\n", "");
  EXPECT_EQ(verdict.status, Verdict::Status::kTargetFailed);
  EXPECT_NE(verdict.why.find("SIGABRT"), std::string::npos) << verdict.why;
}

TEST_F(VerifyLive, AHangIsEnded) {
  options_.timeout_s = 1;
  Verdict verdict = verify("import time\ntime.sleep(1000)\n", "");
  EXPECT_EQ(verdict.status, Verdict::Status::kTargetFailed);
}

TEST_F(VerifyLive, NoDaemonStays) {
  const std::string source =
      "import os, sys, time\n"
      "if os.fork() == 0:\n"
      "    os.setsid()\n"
      "    if os.fork() == 0:\n"
      "        time.sleep(1000)\n"
      "    os._exit(0)\n"
      "os.wait()\n"
      "print('started')\n";
  const std::string mark = "harness-test-daemon-" + std::to_string(::getpid());
  project_.write("main.py", source);
  auto baseline =
      measure_in(live(), project_.program({"main.py", mark}), {}, options_);
  ASSERT_TRUE(baseline.ok()) << baseline.error().what;
  EXPECT_FALSE((*baseline)->unusable({}));
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    auto line = read_file(entry.path() / "cmdline");
    EXPECT_FALSE(line && line->find(mark) != std::string::npos) << entry.path();
  }
}

TEST_F(VerifyLive, TwoProgramsOnDisk) {
  project_.write("before.py", "import sys\nprint(sys.argv[1:])\n");
  project_.write("after.py", "import sys\nprint(list(sys.argv[1:]))\n");
  project_.write("wrong.py", "print([])\n");
  auto of = [&](const char* script) {
    return project_.program({script, "a", "b"});
  };
  auto verdict =
      verify_programs_in(live(), of("before.py"), of("after.py"), {}, options_);
  ASSERT_TRUE(verdict.ok());
  EXPECT_TRUE(same(*verdict)) << verdict->why;
  verdict =
      verify_programs_in(live(), of("before.py"), of("wrong.py"), {}, options_);
  ASSERT_TRUE(verdict.ok());
  EXPECT_EQ(verdict->status, Verdict::Status::kDiffers);
}

TEST_F(VerifyLive, ADirectoryThatIsTooLargeIsRefusedByName) {
  // A sparse file: nothing is written.
  project_.write("main.py", "print(1)\n");
  project_.write("huge", "");
  ASSERT_EQ(::truncate(project_.path("huge").c_str(), 3'000'000'000), 0);
  auto baseline =
      measure_in(live(Isolation::kCopy), project_.program(), {}, options_);
  ASSERT_FALSE(baseline.ok());
  EXPECT_NE(baseline.error().what.find(project_.directory()),
            std::string::npos);
  EXPECT_FALSE(baseline.error().hint.empty());
}

}  // namespace
}  // namespace ppp::harness
