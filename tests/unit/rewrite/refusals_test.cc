// SPDX-License-Identifier: Apache-2.0
// When the pool transforms say no, and with which reason.
#include <gtest/gtest.h>

#include <functional>

#include "rewrite/watched.h"
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
  candidate.work.found_ahead = true;
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

TEST(Refusals, LoopsThatNobodyMeasured) {
  Program program("for x in y:\n    z = f(x)\n");
  add(program, "for x", "f(x)").loop.time_class = advisor::TimeClass::kUnknown;
  EXPECT_EQ(program.after(), "refused: not-measured");
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

TEST(Refusals, ProgramsThatWarnForgetWhatTheyWarnedOf) {
  for (const char* warns :
       {"import warnings\nwarnings.warn('old')\n",
        "from warnings import warn as w\n",
        "import warnings\nwarnings.simplefilter('error')\n"}) {
    advisor::Project project;
    project.files.push_back(
        advisor::SourceFile::parse("x.py", "/x.py", "__main__", warns));
    for (const char* strategy : {"numba", "dask"}) {
      EXPECT_TRUE(refuse_watched(project, strategy)) << warns;
    }
    EXPECT_FALSE(refuse_watched(project, "process-pool")) << warns;
  }
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

TEST(Refusals, WhatStaysInItsPlaceNeedsAMeasuredChunk) {
  const std::string text = "def g(y):\n    return y and sum(f(x) for x in y)\n";
  EXPECT_EQ(outcome(text, "(f(x)"), "refused: evaluated-between");
  Program program(text);
  add(program, "(f(x)", "f(x)").loop.iterations = 6400;
  RewriteOptions options;
  options.workers = 4;
  const std::string after = program.after("process-pool", options);
  EXPECT_NE(after.find("return y and sum(pool.map(f_for_x, y, chunksize=100))"),
            std::string::npos)
      << after;
  EXPECT_EQ(after.find("len(y)"), std::string::npos) << after;
}

TEST(Refusals, TheOneThatSaysMostComesFirst) {
  const auto first = [](double cpu_s, bool arithmetic) {
    Program program("class A:\n    for x in y:\n        z = f(x)\n");
    advisor::Candidate& candidate = add(program, "for x", "f(x)");
    candidate.loop.time_class = advisor::TimeClass::kCpuPython;
    candidate.loop.cost.wall_s = 1;
    candidate.loop.cost.cpu_s = cpu_s;
    if (arithmetic) {
      candidate.work_obstacles = {
          {"carried", "it carries", {candidate.loop.span}}};
    }
    return options_for(program.plan(), program.project(), {}).front().strategy;
  };
  EXPECT_EQ(first(1, false), "process-pool");
  EXPECT_EQ(first(0.01, false), "thread-pool");
  EXPECT_EQ(first(1, true), "numba");
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

/// "id: message", or "changed".
std::string said(const Program& program, const std::string& strategy,
                 const RewriteOptions& options = {}) {
  for (const Option& option :
       options_for(program.plan(), program.project(), options)) {
    if (option.strategy != strategy) continue;
    if (!option.refused) return "changed";
    return option.refused->id + ": " + option.refused->message;
  }
  return "";
}

/// Of the loop that begins with `loop`, for its `f(x)`.
std::string said_of(const std::string& text, const std::string& loop,
                    const std::string& strategy = "process-pool") {
  Program program(text);
  add(program, loop, "f(x)");
  return said(program, strategy);
}

TEST(Refusals, FormsThatAPoolDoesNotFit) {
  EXPECT_EQ(said_of("async def g(y):\n    async for x in y:\n"
                    "        z = f(x)\n",
                    "async for"),
            "async-function: iterates asynchronously");
  EXPECT_EQ(
      said_of("async def g(y):\n    z = [f(x) async for x in y]\n", "[f(x)"),
      "async-function: iterates asynchronously");
  EXPECT_EQ(said_of("for a.b in y:\n    z = f(x)\n", "for a.b"),
            "odd-target: its target is more than names and tuples of names");
  EXPECT_EQ(said_of("a = 1; z = [f(x) for x in y]\n", "[f(x)"),
            "no-place-for-a-pool: shares its line with other statements");
  EXPECT_EQ(said_of("z = [f(x) for x in y], (a := 3)\n", "[f(x)"),
            "no-place-for-a-pool: assigns with := in the same statement");
}

TEST(Refusals, CoroutinesAndLocks) {
  using advisor::TimeClass;
  Program awaits("async def g(y):\n    for x in y:\n        await f(x)\n");
  add(awaits, "for x", "await f(x)").loop.time_class = TimeClass::kIoSleep;
  EXPECT_EQ(said(awaits, "thread-pool"),
            "async-function: awaits: a thread has no loop");
  Program locks("z = [f(x) for x in y]\n");
  add(locks, "[f(x)", "f(x)").loop.time_class = TimeClass::kIoLock;
  EXPECT_EQ(locks.after("thread-pool"), "refused: waits-for-lock");
  EXPECT_EQ(locks.after("process-pool"), "refused: waits-for-lock");
}

TEST(Refusals, ARowOfCallsBehindAStarImport) {
  for (const std::string& import :
       {std::string(), std::string("from other import *\n")}) {
    Program program(import + "def f(x): return x\na = f(1)\nb = f(2)\n");
    advisor::Candidate candidate;
    candidate.sequence = {program.find("f(1)"), program.find("f(2)")};
    candidate.loop.range = program.find("a = f(1)\nb = f(2)");
    candidate.loop.span = program.project().files[0].span(candidate.loop.range);
    candidate.work.expression = candidate.sequence.front();
    candidate.work.plain_call = true;
    program.plan().candidates.push_back(candidate);
    EXPECT_EQ(program.after().starts_with("refused: star-import"),
              !import.empty())
        << program.after();
  }
}

TEST(Refusals, OutputAndConditionsOutOfOrder) {
  Program prints("z = [f(x) for x in y]\n");
  add(prints, "[f(x)", "f(x)").work.prints = true;
  EXPECT_EQ(prints.after(), "refused: output-of-work");
  Program behind("z = [f(x) for x in y if x]\n");
  add(behind, "[f(x)", "f(x)").work.leads = false;
  EXPECT_EQ(behind.after(), "refused: order-of-conditions");
}

TEST(Refusals, PoolsOfInterpreters) {
  RewriteOptions options;
  options.python_minor = 14;
  Program plain("from engine import f\nz = [f(x) for x in y]\n");
  advisor::Candidate& candidate = add(plain, "[f(x)", "f(x)");
  EXPECT_EQ(said(plain, "interpreter-pool", options), "changed");
  candidate.loop.time_class = advisor::TimeClass::kIoSleep;
  EXPECT_EQ(said(plain, "interpreter-pool", options),
            "waits: the loop waits more than it computes: threads do");
  candidate.loop.time_class = advisor::TimeClass::kCpuPython;
  candidate.work.plain_call = false;
  EXPECT_EQ(said(plain, "interpreter-pool", options).substr(0, 50),
            "not-a-plain-call: another interpreter can only run");
  candidate.work.plain_call = true;
  candidate.work.captures = {{"k", advisor::Capture::Kind::kObject}};
  Program captures("from engine import f\nz = [f(x, k) for x in y]\n");
  add(captures, "[f(x", "f(x, k)").work.captures = candidate.work.captures;
  EXPECT_EQ(said(captures, "interpreter-pool", options).substr(0, 47),
            "not-a-plain-call: the work needs a function of ");
}

TEST(Refusals, NewNamesOfAModuleThatOthersTakeAllNamesFrom) {
  const std::string text = "z = [f(x) for x in y]\n";
  Program program(text, "engine.py");
  add(program, "[f(x)", "f(x)");
  for (const char* other : {"import engine\n", "from engine import *\n"}) {
    advisor::Project project;
    project.files.push_back(
        advisor::SourceFile::parse("main.py", "/p/main.py", "__main__", other));
    project.files.push_back(advisor::SourceFile::parse(
        "engine.py", "/p/engine.py", "engine", text));
    for (const Option& option : options_for(program.plan(), project, {})) {
      EXPECT_EQ(option.refused && option.refused->id == "star-imported",
                std::string(other) != "import engine\n")
          << other;
    }
  }
}

/// Of a loop whose work calls `h`, a function of the function around it.
std::string lifting(const std::string& before, const std::string& definition,
                    const RewriteOptions& options = {}) {
  Program program(before + "def g(y):\n" + definition +
                  "    return [h(x) for x in y]\n");
  advisor::Candidate& candidate = add(program, "[h(x)", "h(x)");
  candidate.work.plain_call = false;
  candidate.work.captures = {{"h", advisor::Capture::Kind::kSelf}};
  return said(program, "process-pool", options);
}

TEST(Refusals, LocalFunctionsThatCannotMove) {
  EXPECT_EQ(lifting("", "    def h(a):\n        return a\n"), "changed");
  const std::string start = "local-function: `h` is defined inside a function ";
  EXPECT_EQ(lifting("", "    h = abs\n    def h(a):\n        return a\n"),
            start + "and bound more than once: another process cannot find it");
  EXPECT_EQ(lifting("", "    h = abs\n"),
            start + "and no plain definition: another process cannot find it");
  EXPECT_EQ(lifting("", "    a = 1; h = lambda a: a\n"),
            start +
                "and shares its place with other code: another process "
                "cannot find it");
  EXPECT_EQ(lifting("h = 3\nprint(h)\n", "    def h(a):\n        return a\n"),
            start +
                "and its name means something else outside: another "
                "process cannot find it");
  RewriteOptions spawn;
  spawn.start_method = start_method_named("spawn").value();
  EXPECT_EQ(lifting("", "    def h(a):\n        return a\n", spawn),
            "local-function: `h` is defined inside a function: a worker that "
            "imports the script would not find it");
}

TEST(Refusals, AConditionOfSeveralLines) {
  Program program(
      "for x in y:\n    if (x and\n            x > 3):\n"
      "        z = f(x)\n        print(z)\n");
  advisor::Candidate& candidate = add(program, "for x", "f(x)");
  candidate.work.guards = {{program.find("(x and\n            x > 3)"), true}};
  candidate.work.plain_call = false;
  EXPECT_EQ(said(program, "process-pool"),
            "cannot-outline: the condition on line 2 takes several lines");
}

TEST(Refusals, AssignedVariablesThatAHandlerSees) {
  Program program(
      "def g(y):\n    a = b = 0\n    try:\n"
      "        for x in y:\n            a = f(x)\n"
      "            b = f(a)\n            print(b)\n"
      "    except ValueError:\n        print(a)\n");
  advisor::Candidate& candidate = program.add("for x");
  candidate.work.statements = {program.find("a = f(x)"),
                               program.find("b = f(a)")};
  candidate.work.items = {"x"};
  candidate.work.results = {"b"};
  EXPECT_EQ(said(program, "process-pool"),
            "seen-after-failure: `a` may be looked at when an item has failed "
            "half way");
}

/// Of the call that begins with `call` and runs `function` for each item.
std::string applied(const std::string& text, const std::string& call,
                    const std::string& function, bool repeatable = true) {
  Program program(text);
  advisor::Candidate& candidate = program.add(call);
  candidate.loop.range = program.find(call);
  candidate.loop.span = program.project().files[0].span(candidate.loop.range);
  candidate.work.applies = true;
  candidate.work.expression = program.find(function);
  candidate.source_repeatable = repeatable;
  return said(program, "process-pool");
}

TEST(Refusals, CallsThatAreLoops) {
  EXPECT_EQ(applied("z = list(map(f, y))\n", "map(f, y)", "f"), "changed");
  EXPECT_EQ(applied("z = list(map(fs[0], y))\n", "map(fs[0], y)", "fs[0]"),
            "computed-function: the function is not given by its name");
  EXPECT_EQ(applied("z = list(map(lambda x=1: x, y))\n",
                    "map(lambda x=1: x, y)", "lambda x=1: x"),
            "lambda-parameters: the parameters of the lambda are more than "
            "plain names");
  EXPECT_EQ(applied("min = 3\nz = list(map(f, y))\n", "map(f, y)", "f"),
            "hidden-builtin: `min` is not the builtin here");
  EXPECT_EQ(applied("y().sort(key=f)\n", "y().sort(key=f)", "f", false),
            "sorts-in-place: the list is not given by a name that can be "
            "written twice");
}

TEST(Refusals, RowsOfCalls) {
  const auto row = [](const std::string& text, const std::string& second) {
    Program program(text);
    advisor::Candidate candidate;
    candidate.sequence = {program.find("f(1)"), program.find(second)};
    candidate.loop.range = {program.find("a = f(1)").begin,
                            program.find(second).end};
    candidate.loop.span = program.project().files[0].span(candidate.loop.range);
    candidate.work.expression = candidate.sequence.front();
    program.plan().candidates.push_back(candidate);
    return said(program, "process-pool");
  };
  EXPECT_EQ(row("a = f(1)\nb = f(2)\n", "f(2)"), "changed");
  EXPECT_EQ(row("a = f(1)\nb = 2\n", "2"),
            "unsupported-shape: is not a row of calls");
  EXPECT_EQ(row("min = 3\na = f(1)\nb = f(2)\n", "f(2)"),
            "hidden-builtin: `min` is not the builtin here");
  EXPECT_EQ(row("a = f(1)\nb = f(2); c = 3\n", "f(2)"),
            "no-place-for-a-pool: shares its line with other statements");
}

TEST(Refusals, Tasks) {
  const std::string loop =
      "async def g(y):\n    for x in y:\n        await f(x)\n";
  const auto of = [](const std::string& text, const std::string& begin,
                     const std::function<void(advisor::Candidate&)>& change) {
    Program program(text);
    change(add(program, begin, "await f(x)"));
    return said(program, "asyncio");
  };
  const auto as_it_is = [](advisor::Candidate&) {};
  EXPECT_EQ(of(loop, "for x", as_it_is), "changed");
  EXPECT_EQ(of("zip = 3\n" + loop + "        print(x)\n", "for x", as_it_is),
            "hidden-builtin: `zip` is not the builtin here");
  EXPECT_EQ(of(loop, "for x",
               [](advisor::Candidate& one) { one.work.stale_guards = true; })
                .substr(0, 40),
            "early-exit: whether an item is wanted is");
  EXPECT_EQ(of(loop, "for x",
               [](advisor::Candidate& one) { one.source_taken = true; }),
            "unsupported-shape: is not a loop whose work a task can do");
  EXPECT_EQ(of("async def g(y):\n    z = k(), [await f(x) for x in y]\n",
               "[await", as_it_is),
            "evaluated-between: other parts of the statement are evaluated "
            "before it");
  EXPECT_EQ(of("async def g(y):\n"
               "    z = [await f(x) for x in y for (a, b) in x]\n",
               "[await", as_it_is),
            "unsupported-shape: takes items apart ahead of the first one's "
            "work");
}

}  // namespace
}  // namespace ppp::rewrite
