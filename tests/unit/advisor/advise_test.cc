// SPDX-License-Identifier: Apache-2.0
#include "advisor/advise.h"

#include <gtest/gtest.h>

#include <map>

namespace ppp::advisor {
namespace {

constexpr const char* kTwoLoops = R"(
def work(n):
    return n * n

def main():
    squares = []
    for n in range(10):
        squares.append(work(n))
    cubes = [n * work(n) for n in range(10)]
    print(squares, cubes)

main()
)";

Plan plan_of(std::function<bool()> stop) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", kTwoLoops));
  AdviseOptions options;
  options.every_loop = true;
  options.stop = std::move(stop);
  Result<Plan> plan = advise({}, project, options);
  EXPECT_TRUE(plan.ok());
  return std::move(*plan);
}

TEST(Advise, ALoopThatIsNotAnalysedIsDeclined) {
  EXPECT_EQ(plan_of({}).candidates.size(), 2u);
  const Plan none = plan_of([] { return true; });
  EXPECT_TRUE(none.candidates.empty());
  ASSERT_EQ(none.declines.size(), 2u);
  EXPECT_EQ(none.declines[0].reasons.at(0).id, "not-analysed");
}

TEST(Advise, ALoopThatAwaitsIsGivenTheTimeInTheEventLoop) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", R"(
import asyncio

async def main():
    for n in range(10):
        await asyncio.sleep(1)
    for n in range(10):
        print(n)

asyncio.run(main())
)"));
  profiler::Profile profile;
  profile.threads = {{1, true}};
  profile.frames = {
      {"main.py", "<module>", 10, 1},
      {"/lib/asyncio/base_events.py", "BaseEventLoop.run_forever", 600, 590},
      {"/lib/selectors.py", "EpollSelector.select", 468, 450}};
  profiler::Stack waiting;
  waiting.frames = {0, 1, 2};
  waiting.cost.wall_s = 2;
  waiting.cost.wait_s[static_cast<std::size_t>(profiler::Wait::kSleep)] = 2;
  profile.stacks = {waiting};
  Result<Plan> plan = advise(profile, project);
  ASSERT_TRUE(plan.ok());
  ASSERT_EQ(plan->candidates.size() + plan->declines.size(), 1u);
  const HotLoop& loop = plan->candidates.empty() ? plan->declines[0].loop
                                                 : plan->candidates[0].loop;
  EXPECT_EQ(loop.span.line, 5);
  EXPECT_EQ(loop.share, 1);
  EXPECT_EQ(loop.time_class, TimeClass::kIoSleep);
}

TEST(Advise, WhereTasksAreToldOnlyFunctionsThatWaitedAreGivenTime) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", R"(
import asyncio

async def quick():
    for n in range(10):
        await asyncio.sleep(0)

async def main():
    await quick()
    for n in range(10):
        await asyncio.sleep(1)

asyncio.run(main())
)"));
  profiler::Profile profile;
  profile.threads = {{1, true}};
  profile.frames = {
      {"main.py", "<module>", 13, 1},
      {"/lib/asyncio/base_events.py", "BaseEventLoop.run_forever", 600, 590},
      {"/lib/selectors.py", "EpollSelector.select", 468, 450},
      {"main.py", "main", 11, 8},
      {"/lib/asyncio/tasks.py", "sleep", 700, 690}};
  profiler::Stack waiting;
  waiting.frames = {0, 1, 2};
  waiting.cost.wall_s = 2;
  waiting.cost.wait_s[static_cast<std::size_t>(profiler::Wait::kSleep)] = 2;
  profile.stacks = {waiting};
  auto loops = [&] {
    Result<Plan> plan = advise(profile, project);
    return plan.ok() ? plan->candidates.size() + plan->declines.size() : 0;
  };
  EXPECT_EQ(loops(), 2u);
  profile.tasks.told = true;
  profile.tasks.idle_s = 2;
  profile.tasks.awaits = {{{3, 4}, 2, 1}};
  EXPECT_EQ(loops(), 1u);
  // Of a part of them nothing follows for the others.
  profile.tasks.cut_s = 0.1;
  EXPECT_EQ(loops(), 2u);
  profile.tasks.cut_s = 0;
  profile.tasks.untold_s = 0.5;
  EXPECT_EQ(loops(), 2u);
}

TEST(Advise, AnAnalysisThatIsCutShortProvesNothing) {
  int asked = 0;
  plan_of([&] { return ++asked < 0; });
  ASSERT_GT(asked, 5);
  for (int limit = 1; limit < asked; ++limit) {
    int again = 0;
    const Plan plan = plan_of([&] { return ++again > limit; });
    ASSERT_EQ(plan.candidates.size() + plan.declines.size(), 2u);
    ASSERT_FALSE(plan.declines.empty());
    const std::string& id = plan.declines.back().reasons.at(0).id;
    EXPECT_TRUE(id == "not-analysed" || id == "too-complex") << id;
  }
}

TEST(Advise, WhatTheWorkTakesOfItsLoopIsMeasured) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", R"(
def work(n):
    return n * n

def main():
    squares = []
    for n in sorted(range(10)):
        squares.append(work(n))
        squares.append(n)
    print(squares)

main()
)"));
  profiler::Profile profile;
  profile.threads.push_back({1, true});
  // Of the loop's line, the work and the rest.
  for (auto [line, seconds] : {std::pair{7, 0.5}, {8, 6.0}, {9, 1.5}}) {
    profile.frames.push_back({"main.py", "main", line, 5});
    profiler::Stack stack;
    stack.frames = {static_cast<int>(profile.stacks.size())};
    stack.cost.wall_s = stack.cost.cpu_s = stack.cost.python_s = seconds;
    profile.stacks.push_back(stack);
  }
  Result<Plan> plan = advise(profile, project);
  ASSERT_TRUE(plan.ok());
  ASSERT_EQ(plan->candidates.size(), 1u);
  EXPECT_DOUBLE_EQ(plan->candidates[0].work_share, 0.75);
}

TEST(Advise, AnAnswerThatTakesNoTimeGoesWithItsQuestion) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", R"(
import psycopg

def main():
    totals = {}
    with psycopg.connect("dbname=shop") as conn, conn.cursor() as cur:
        for uid in range(60):
            cur.execute("SELECT total FROM sums WHERE uid = %s", (uid,))
            totals[uid] = cur.fetchone()
    print(totals)

main()
)"));
  profiler::Profile profile;
  profile.threads.push_back({1, true});
  profile.frames = {{"main.py", "main", 8, 4}};
  profiler::Stack asking;
  asking.frames = {0};
  asking.cost.wall_s = 2;
  asking.cost.wait_s[static_cast<std::size_t>(profiler::Wait::kNetwork)] = 2;
  profile.stacks = {asking};
  Result<Plan> plan = advise(profile, project);
  ASSERT_TRUE(plan.ok());
  ASSERT_EQ(plan->declines.size(), 1u);
  ASSERT_TRUE(plan->declines[0].unproven.has_value());
  const Candidate& made = *plan->declines[0].unproven;
  EXPECT_EQ(made.work.prelude.size(), 1u);
  EXPECT_EQ(made.work.per_worker.size(), 2u);
  EXPECT_EQ(made.work.most_workers, kMostSessions);
  std::vector<std::string> assumed;
  for (const Reason& one : made.assumptions) assumed.push_back(one.id);
  EXPECT_EQ(assumed, (std::vector<std::string>{"assumed-same-answers",
                                               "assumed-more-sessions"}));
}

TEST(Advise, WhatAFunctionTakesIsNotItsArguments) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", R"(
import os
import subprocess

def check(path):
    return subprocess.call(["check", path])

def main():
    failed = 0
    for name in sorted(os.listdir("sources")):
        failed += check(os.path.join("sources", name))
    print(failed)

main()
)"));
  profiler::Profile profile;
  profile.threads.push_back({1, true});
  profile.frames = {{"main.py", "check", 6, 5}, {"main.py", "main", 11, 8}};
  profiler::Stack stack;
  stack.frames = {1, 0};
  stack.cost.wall_s = 6;
  profile.stacks.push_back(stack);
  Result<Plan> plan = advise(profile, project);
  ASSERT_TRUE(plan.ok());
  EXPECT_TRUE(plan->candidates.empty());
  ASSERT_EQ(plan->declines.size(), 1u);
  EXPECT_EQ(plan->declines[0].reasons.at(0).id, "effect-child-process");
}

TEST(Advise, AClockThatIsNotFollowedSteers) {
  Project project;
  project.files.push_back(SourceFile::parse("main.py", "/main.py", "__main__",
                                            "import time\nt = time.time()\n" +
                                                std::string(2000, '\n') +
                                                "print(t)\n"));
  for (int i = 0; i < 100; ++i) {
    project.files.push_back(SourceFile::parse(
        "m.py", "/m.py", "m", "def f(x):\n    return x + 1\nprint(f(2))\n"));
  }
  AdviseOptions options;
  EXPECT_FALSE(advise({}, project, options)->clock.steers.has_value());
  options.stop = [] { return true; };
  EXPECT_TRUE(advise({}, project, options)->clock.steers.has_value());
}

Plan plan_of_text(const std::string& text) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", text));
  AdviseOptions options;
  options.every_loop = true;
  return *advise({}, project, options);
}

// Each time that it goes on after a wait looks like another entry.
TEST(Advise, EntriesOfALoopThatAwaitsAreNotKnown) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__",
                        "import asyncio\n"
                        "async def main():\n"
                        "    for n in range(9):\n"
                        "        print(await asyncio.sleep(n, n))\n"
                        "    for n in range(9):\n"
                        "        print(n)\n"
                        "asyncio.run(main())\n"));
  profiler::Profile profile;
  for (int line : {3, 5}) {
    profiler::LoopFact fact;
    fact.file = "main.py";
    fact.line = line;
    fact.entries = 7;
    fact.iterations = 9;
    profile.loops.push_back(fact);
  }
  Result<Plan> plan = advise(profile, project, {.min_share = 0});
  ASSERT_TRUE(plan.ok());
  std::map<int, double> entries;
  for (const Decline& one : plan->declines) {
    entries[one.loop.span.line] = one.loop.entries;
    EXPECT_EQ(one.loop.iterations, 9);
  }
  EXPECT_EQ(entries, (std::map<int, double>{{3, 0}, {5, 7}}));
}

/// A loop over rows, and one on line 8 that takes `seconds` of 100.
Plan plan_beside_rows(double seconds, const char* rows) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__",
                        std::string("import pandas as pd\n"
                                    "df = pd.read_csv('sales.csv')\n"
                                    "out = []\n") +
                            rows +
                            "    out.append(row.price * row.pieces)\n"
                            "df['value'] = out\n"
                            "total = 0.0\n"
                            "for row in df.itertuples():\n"
                            "    total += row.value\n"
                            "print(total)\n"));
  profiler::Profile profile;
  profile.threads = {{1, true}};
  for (const auto& [line, wall_s] :
       std::map<int, double>{{2, 10 - seconds}, {5, 90}, {9, seconds}}) {
    profile.frames.push_back({"main.py", "<module>", line, 1});
    profiler::Stack stack;
    stack.frames = {static_cast<int>(profile.frames.size()) - 1};
    stack.cost.wall_s = stack.cost.cpu_s = wall_s;
    profile.stacks.push_back(stack);
  }
  return *advise(profile, project);
}

TEST(Advise, AShortLoopIsLookedAtWhereALongOneBecomesQuick) {
  constexpr const char* kQuick = "for row in df.itertuples():\n";
  const Plan plan = plan_beside_rows(2, kQuick);
  ASSERT_EQ(plan.candidates.size(), 2u);
  EXPECT_EQ(plan.candidates[1].loop.span.line, 8);
  EXPECT_NEAR(plan.candidates[1].loop.share, 0.02, 1e-9);
  EXPECT_EQ(plan.candidates[1].work_obstacles.back().id, "short-loop");
  // Of no weight even then.
  EXPECT_EQ(plan_beside_rows(0.9, kQuick).candidates.size(), 1u);
  // The long one stays as it is.
  const Plan slow = plan_beside_rows(2, "for row in map(print, df):\n");
  EXPECT_TRUE(slow.candidates.empty());
  EXPECT_EQ(slow.declines.size(), 1u);
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

TEST(Unproven, ALoopThatOnlyCouldNotBeSeenNamesItsAssumptions) {
  const Plan plan = plan_of_text(kUnseen);
  EXPECT_TRUE(plan.candidates.empty());
  ASSERT_EQ(plan.declines.size(), 1u);
  EXPECT_EQ(plan.declines[0].reasons.at(0).id, "unknown-effect");
  const std::optional<Candidate>& unproven = plan.declines[0].unproven;
  ASSERT_TRUE(unproven.has_value());
  ASSERT_FALSE(unproven->assumptions.empty());
  EXPECT_EQ(unproven->assumptions[0].message,
            "assumes that `engine.work(n)` on line 6 changes nothing that "
            "another iteration reads");
  EXPECT_TRUE(unproven->process_obstacles.empty());
  EXPECT_EQ(unproven->thread_obstacles.at(0).id, "not-proven");
  for (const Reason& reason : unproven->evidence) {
    EXPECT_NE(reason.id, "static-proof");
  }
}

TEST(Unproven, EveryPlaceThatStartsAProgramHasItsAssumption) {
  const Plan plan = plan_of_text(R"(
import subprocess

def size(n):
    return len(subprocess.getoutput("ls"))

def sum_of(n):
    return subprocess.run(["cksum"], input=b"", stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=5).stdout

def both(n):
    return size(n), sum_of(n)

found = []
for n in range(10):
    found.append(both(n))
)");
  ASSERT_EQ(plan.declines.size(), 1u);
  EXPECT_EQ(plan.declines[0].reasons.at(0).id, "effect-child-process");
  const std::optional<Candidate>& unproven = plan.declines[0].unproven;
  ASSERT_TRUE(unproven.has_value());
  ASSERT_EQ(unproven->assumptions.size(), 2u);
  EXPECT_EQ(unproven->assumptions[0].id, "assumed-programs-apart");
  EXPECT_EQ(unproven->assumptions[0].message,
            "assumes that the programs that `subprocess.getoutput(\"ls\")` on "
            "line 5 starts change nothing outside of themselves, read nothing "
            "that the loop changes, and read nothing from stdin");
  EXPECT_EQ(unproven->assumptions[1].spans.at(0).line, 8);
  EXPECT_TRUE(unproven->assumptions[1].message.ends_with(
      "read nothing that the loop changes, and end in time beside each other"))
      << unproven->assumptions[1].message;
  EXPECT_TRUE(unproven->thread_obstacles.empty());
}

TEST(Unproven, NothingIsAssumedOfAnOlderConnection) {
  const Plan plan = plan_of_text(R"(
import socket

connection = socket.create_connection(("127.0.0.1", 9))
found = []
for n in range(10):
    connection.sendall(b"ask")
    found.append(connection.recv(10))
)");
  ASSERT_EQ(plan.declines.size(), 1u);
  EXPECT_FALSE(plan.declines[0].unproven.has_value());
}

TEST(Unproven, ADependenceThatWasSeenIsFinal) {
  const Plan plan = plan_of_text(R"(
import engine

def main():
    total = 0
    out = []
    for n in range(10):
        total = engine.work(n, total)
        out.append(total)
    return out

main()
)");
  ASSERT_EQ(plan.declines.size(), 1u);
  EXPECT_FALSE(plan.declines[0].unproven.has_value());
}

TEST(Unproven, DynamicCodeAnywhereIsAnAssumption) {
  const Plan plan =
      plan_of_text(std::string(kProven) + "exec('print(squares)')\n");
  ASSERT_EQ(plan.declines.size(), 1u);
  EXPECT_EQ(plan.declines[0].reasons.at(0).id, "dynamic-code");
  ASSERT_TRUE(plan.declines[0].unproven.has_value());
  EXPECT_EQ(plan.declines[0].unproven->assumptions.at(0).message,
            "assumes that `exec('print(squares)')` on line 8 changes nothing "
            "that another iteration reads");
}

}  // namespace
}  // namespace ppp::advisor
