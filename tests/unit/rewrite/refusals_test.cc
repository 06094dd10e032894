// SPDX-License-Identifier: Apache-2.0
// When the pool transforms say no, and with which reason.
#include <gtest/gtest.h>

#include "tests/unit/rewrite/candidates.h"

namespace ppp::rewrite {
namespace {

/// Work is the first `work` behind the loop's start.
advisor::Candidate& add(Program& program, const std::string& loop,
                        const std::string& work) {
  advisor::Candidate& candidate = program.add(loop);
  std::size_t at = program.text().find(work, candidate.loop.range.begin);
  EXPECT_NE(at, std::string::npos);
  auto begin = static_cast<std::uint32_t>(at);
  candidate.work.expression = {begin,
                               begin + static_cast<std::uint32_t>(work.size())};
  candidate.work.items = {"x"};
  candidate.work.plain_call = true;
  return candidate;
}

std::string outcome(const std::string& text, const std::string& loop = "for x",
                    const std::string& work = "f(x)",
                    const std::string& strategy = "process-pool") {
  Program program(text);
  add(program, loop, work);
  std::string after = program.after(strategy);
  return after.starts_with("refused") ? after : "changed";
}

TEST(Refusals, ClassBodyLambdaAsync) {
  EXPECT_EQ(outcome("class A:\n    for x in y:\n        z = f(x)\n"),
            "refused: no-place-for-a-pool");
  EXPECT_EQ(outcome("g = lambda y: [f(x) for x in y]\n", "[f(x)"),
            "refused: no-place-for-a-pool");
  EXPECT_EQ(outcome("async def g(y):\n    for x in y:\n        z = f(x)\n"),
            "refused: async-function");
}

TEST(Refusals, YieldAndLazyGenerators) {
  EXPECT_EQ(outcome("def g(y):\n    for x in y:\n        yield f(x)\n"),
            "refused: yields");
  EXPECT_EQ(outcome("g = (f(x) for x in y)\n", "(f(x)"),
            "refused: lazy-generator");
  EXPECT_EQ(outcome("g(f(x) for x in y)\n", "(f(x)"),
            "refused: lazy-generator");
  EXPECT_EQ(outcome("z = max(f(x) for x in y)\n", "(f(x)"), "changed");
}

TEST(Refusals, NestedPoolsAndComprehensions) {
  EXPECT_EQ(outcome("with ThreadPoolExecutor() as p:\n"
                    "    for x in y:\n        z = f(x)\n"),
            "refused: already-nested");
  EXPECT_EQ(outcome("z = [[f(x) for x in y] for y in ys]\n", "[f(x)"),
            "refused: no-place-for-a-pool");
  EXPECT_EQ(outcome("z = [a for a in [f(x) for x in y]]\n", "[f(x)"),
            "changed");
}

TEST(Refusals, HiddenBuiltins) {
  EXPECT_EQ(outcome("len = 3\nz = [f(x) for x in y]\n", "[f(x)"),
            "refused: hidden-builtin");
  EXPECT_EQ(outcome("def g(list):\n    return [f(x) for x in y]\n", "[f(x)"),
            "refused: hidden-builtin");
  EXPECT_EQ(outcome("def g(list):\n    pass\nz = [f(x) for x in y]\n", "[f(x)"),
            "changed");
  EXPECT_EQ(outcome("from numpy import *\nz = [f(x) for x in y]\n", "[f(x)"),
            "refused: star-import");
}

TEST(Refusals, ProgramsThatLookAtWhatChanges) {
  const std::string loop = "z = [f(x) for x in y]\n";
  for (const char* looks :
       {"import sys\nprint(sys.modules)\n", "from sys import modules\n",
        "import sys as s\nprint(len(s.modules))\n",
        "import sys\ng = getattr(sys, 'getrefcount')\n"}) {
    EXPECT_EQ(outcome(looks + loop, "[f(x)"), "refused: watched") << looks;
  }
  for (const char* waits :
       {"import os\nos.wait()\n", "import os as o\no.wait()\n",
        "from os import wait as w\n", "import os\nprint(os.times())\n"}) {
    EXPECT_EQ(outcome(waits + loop, "[f(x)"), "refused: handles-processes")
        << waits;
  }
  for (const char* other : {"wait = modules = times = 1\n", "p.wait()\n"}) {
    EXPECT_EQ(outcome(other + loop, "[f(x)"), "changed") << other;
  }
}

TEST(Refusals, EvaluationOrderInTheStatement) {
  EXPECT_EQ(outcome("z = g(), [f(x) for x in h()]\n", "[f(x)"),
            "refused: evaluated-between");
  EXPECT_EQ(outcome("z = y and [f(x) for x in y]\n", "[f(x)"),
            "refused: evaluated-between");
  EXPECT_EQ(outcome("print(sum([f(x) for x in h()]))\n", "[f(x)"), "changed");
}

TEST(Refusals, ExceptionsThatDoNotTravel) {
  std::string odd =
      "class Bad(Exception):\n    def __init__(self, a, b):\n        pass\n"
      "def g(x):\n    raise Bad(x, 1)\n"
      "def f(x):\n    return g(x)\nz = [f(x) for x in y]\n";
  EXPECT_EQ(outcome(odd, "[f(x)"), "refused: exception-not-picklable");
  EXPECT_EQ(outcome("class Fine(ValueError):\n    pass\n"
                    "def f(x):\n    raise Fine(x)\nz = [f(x) for x in y]\n",
                    "[f(x)"),
            "changed");
  EXPECT_EQ(outcome("def f(x):\n    return next(x)\nz = [f(x) for x in y]\n",
                    "[f(x)"),
            "refused: raises-stop-iteration");
}

TEST(Refusals, WorkThatCannotMove) {
  Program program(
      "class A:\n    def g(self, y):\n        for x in y:\n"
      "            z = self.__f(x)\n");
  advisor::Candidate& candidate = add(program, "for x", "self.__f(x)");
  candidate.work.plain_call = false;
  candidate.work.captures = {{"self", advisor::Capture::Kind::kObject}};
  EXPECT_EQ(program.after(), "refused: cannot-outline");
}

TEST(Refusals, ResultsThatMayBeUnset) {
  Program program("for x in y:\n    if x:\n        z = f(x)\n    print(z)\n");
  advisor::Candidate& candidate = program.add("for x");
  candidate.work.statements = {program.find("if x:\n        z = f(x)")};
  candidate.work.items = {"x"};
  candidate.work.results = {"z"};
  EXPECT_EQ(program.after(), "refused: maybe-unbound");
}

TEST(Refusals, TimeClassDecidesBetweenTheTwo) {
  using advisor::TimeClass;
  Program program("def f(x): return x\nz = [f(x) for x in y]\n");
  add(program, "[f(x)", "f(x)");
  EXPECT_EQ(program.after("thread-pool"), "refused: gil-bound");
  program.plan().candidates[0].loop.time_class = TimeClass::kIoNetwork;
  EXPECT_EQ(program.after("process-pool"), "refused: waits");
  EXPECT_FALSE(program.after("thread-pool").starts_with("refused"));
  program.plan().candidates[0].loop.time_class = TimeClass::kMixed;
  EXPECT_FALSE(program.after("process-pool").starts_with("refused"));
  program.plan().candidates[0].process_obstacles = {{"identity", "is", {}}};
  EXPECT_EQ(program.after("process-pool"), "refused: identity");
}

TEST(Refusals, StrategiesThatWereNotAskedFor) {
  Program program("z = [f(x) for x in y]\n");
  add(program, "[f(x)", "f(x)");
  RewriteOptions options;
  options.strategies = {"thread-pool"};
  EXPECT_EQ(program.after("process-pool", options),
            "refused: strategy-not-allowed");
}

}  // namespace
}  // namespace ppp::rewrite
