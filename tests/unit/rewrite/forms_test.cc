// SPDX-License-Identifier: Apache-2.0
// The lines that matter of each form.
#include <gtest/gtest.h>

#include "tests/unit/rewrite/candidates.h"

namespace ppp::rewrite {
namespace {

using advisor::Candidate;
using advisor::Capture;

/// The work is the first `work` behind the start of the loop.
Candidate& add(Program& program, const std::string& loop,
               const std::string& work,
               std::vector<std::string> items = {"x"}) {
  Candidate& candidate = program.add(loop);
  std::size_t at = program.text().find(work, candidate.loop.range.begin);
  EXPECT_NE(at, std::string::npos);
  auto begin = static_cast<std::uint32_t>(at);
  candidate.work.expression = {begin,
                               begin + static_cast<std::uint32_t>(work.size())};
  candidate.work.items = std::move(items);
  candidate.work.found_ahead = true;
  return candidate;
}

void expect_has(const std::string& text, const std::string& part) {
  EXPECT_NE(text.find(part), std::string::npos) << part << "\n--- in\n" << text;
}

constexpr const char* kF = "def f(x):\n    return x\n\n\n";

TEST(Forms, SumTakesTheMap) {
  Program program(std::string(kF) + "print(sum(f(x) for x in range(9)), 1)\n");
  add(program, "(f(x) for", "f(x)").work.plain_call = true;
  std::string after = program.after();
  expect_has(after, "chunksize = max(1, 9 // (16 * workers))\n");
  expect_has(after,
             "    print(sum(pool.map(f, range(9), chunksize=chunksize)), 1)\n");
}

TEST(Forms, DictKeepsPlainKeys) {
  Program program(std::string(kF) + "d = {x: f(x) for x in y}\n");
  add(program, "{x: f(x)", "f(x)").work.plain_call = true;
  expect_has(program.after(),
             "    d = dict(zip(y, pool.map(f, y, chunksize=chunksize)))\n");
}

TEST(Forms, ConditionKeepsItems) {
  Program program(std::string(kF) + "d = [x for x in y if f(x)]\n");
  Candidate& candidate = add(program, "[x for", "f(x)");
  candidate.work.plain_call = true;
  candidate.work_is_condition = true;
  candidate.target_used_elsewhere = {"x"};
  expect_has(program.after(), "for x, keep in zip(y, pool.map(f, y,");
}

TEST(Forms, AssignedNameMovesIntoTheHead) {
  Program program(std::string(kF) +
                  "for x in y:  # c\n    z = f(x)\n    print(x, z)\n");
  Candidate& candidate = add(program, "for x", "f(x)");
  candidate.work.plain_call = true;
  candidate.target_used_elsewhere = {"x"};
  expect_has(program.after(),
             "    for x, z in zip(y, pool.map(f, y)):  # c\n"
             "        print(x, z)\n");
}

TEST(Forms, UnusedTargetDisappears) {
  Program program(std::string(kF) + "n = 0\nfor x in y:\n    n += f(x)\n");
  add(program, "for x", "f(x)").work.plain_call = true;
  expect_has(program.after(),
             "    for result in pool.map(f, y, chunksize=chunksize):\n"
             "        n += result\n");
}

TEST(Forms, EffectsBeforeTheWorkKeepTheirPlace) {
  Program program(std::string(kF) +
                  "for x in y:\n    print(x)\n    print(f(x))\n");
  Candidate& candidate = add(program, "for x", "f(x)");
  candidate.work.plain_call = true;
  candidate.work.leads = false;
  candidate.target_used_elsewhere = {"x"};
  std::string after = program.after();
  expect_has(after, "    results = pool.map(f, y)\n");
  expect_has(
      after,
      "    for x in y:\n        print(x)\n        print(next(results))\n");
}

TEST(Forms, AHandlerThatSeesTheTargetKeepsItExact) {
  Program program(std::string(kF) +
                  "def g(y):\n    try:\n        for x in y:\n"
                  "            print(f(x))\n"
                  "    except ValueError:\n        print(x)\n");
  Candidate& candidate = add(program, "for x", "f(x)");
  candidate.work.plain_call = true;
  expect_has(program.after(), "print(next(results))");
}

/// Ten thousand items of 100 µs.
Candidate& add_small(Program& program) {
  Candidate& candidate = add(program, "for x", "f(x)");
  candidate.work.plain_call = candidate.work.repeatable = true;
  candidate.loop.iterations = 10'000;
  candidate.loop.cost.wall_s = candidate.loop.cost.cpu_s = 1;
  return candidate;
}

TEST(Forms, SmallItemsThatFailAreDoneAgain) {
  const std::string text = std::string(kF) + "for x in y:\n    print(f(x))\n";
  Program program(text);
  add_small(program);
  expect_has(program.after(),
             "    for x, (result, done) in zip("
             "y, pool.map(try_f, y, chunksize=chunksize)):\n"
             "        if not done:\n"
             "            result = f(x)\n"
             "        print(result)\n");
  Program seen(text);
  add_small(seen).work.repeatable = false;
  EXPECT_EQ(seen.after().find("chunksize"), std::string::npos);
  Program few(text);
  add_small(few).loop.iterations = 50;
  EXPECT_EQ(few.after().find("chunksize"), std::string::npos);
  Program large(text);
  add_small(large).loop.cost.wall_s = 1000;
  EXPECT_EQ(large.after().find("chunksize"), std::string::npos);
  Program amid(std::string(kF) +
               "for x in y:\n    print(x)\n    print(1, f(x))\n");
  add_small(amid).work.leads = false;
  EXPECT_EQ(amid.after().find("chunksize"), std::string::npos);
}

TEST(Forms, EffectsAreNotLostWithAChunk) {
  // A print tells how far the loop had come: no chunks. A local number does
  // not survive the exception: chunks.
  Program loud(std::string(kF) + "for x in y:\n    print(f(x))\n");
  add(loud, "for x", "f(x)").work.plain_call = true;
  EXPECT_EQ(loud.after().find("chunksize"), std::string::npos);
  Program left(std::string(kF) +
               "n = 0\nfor x in y:\n    n += f(x)\n    if n > 3: break\n");
  add(left, "for x", "f(x)").work.plain_call = true;
  EXPECT_EQ(left.after().find("chunksize"), std::string::npos);
  Program caught(std::string(kF) +
                 "def g(y):\n    n = 0\n    try:\n        for x in y:\n"
                 "            n += f(x)\n    finally:\n        print(n)\n");
  add(caught, "for x", "f(x)").work.plain_call = true;
  EXPECT_EQ(caught.after().find("chunksize"), std::string::npos);
  Program parameter(
      std::string(kF) +
      "def g(y, out):\n    for x in y:\n        out.append(f(x))\n");
  Candidate& candidate = add(parameter, "for x", "f(x)");
  candidate.work.plain_call = true;
  candidate.appends_to = "out";
  EXPECT_EQ(parameter.after().find("chunksize"), std::string::npos);
}

TEST(Forms, SmallCapturesAreRepeated) {
  Program program(
      "def f(n, x):\n    return x\n\n\ndef g(y, n):\n"
      "    return [f(n, x) for x in y]\n");
  Candidate& candidate = add(program, "[f(n, x)", "f(n, x)");
  candidate.work.plain_call = true;
  candidate.work.captures = {{"n", Capture::Kind::kSmall}};
  std::string after = program.after();
  expect_has(after, "from itertools import repeat\n");
  expect_has(after, "list(pool.map(f, repeat(n), y, chunksize=chunksize))");
}

TEST(Forms, ObjectsAreSentOncePerWorker) {
  Program program(
      "class A:\n    def g(self, y):\n"
      "        return [self.f(x) for x in y]\n");
  Candidate& candidate = add(program, "[self.f(x)", "self.f(x)");
  candidate.work.captures = {{"self", Capture::Kind::kObject}};
  std::string after = program.after();
  expect_has(after,
             "def start_worker(self):\n"
             "    \"\"\"Keep in this process what all its items read.\"\"\"\n"
             "    global _self\n    _self = self\n"
             "    end_with_program()\n\n\n"
             "def f_for_x(x):\n    return _self.f(x)\n\n\n");
  expect_has(after, "initargs=(self,),\n");
}

TEST(Forms, EnumerateGivesTheItemsAlone) {
  Program program(std::string(kF) +
                  "for i, x in enumerate(y, 1):\n    print(i, f(x))\n");
  Candidate& candidate = add(program, "for i", "f(x)");
  candidate.work.plain_call = true;
  candidate.target_used_elsewhere = {"i"};
  expect_has(program.after(),
             "for (i, x), result in zip(enumerate(y, 1), pool.map(f, y)):\n");
}

TEST(Forms, ZipGivesColumns) {
  Program program(
      "def f(a, b):\n    return a\n\n\n"
      "for a, b in zip(y, z):\n    print(a, f(a, b))\n");
  Candidate& candidate = add(program, "for a", "f(a, b)", {"a", "b"});
  candidate.work.plain_call = true;
  candidate.target_used_elsewhere = {"a"};
  expect_has(program.after(),
             "for a, b, result in zip(y, z, pool.map(f, y, z)):\n");
}

TEST(Forms, IteratorsAreListedFirst) {
  Program program(std::string(kF) + "for x in g(1):\n    print(x, f(x))\n");
  Candidate& candidate = add(program, "for x", "f(x)");
  candidate.work.plain_call = true;
  candidate.source_repeatable = candidate.source_sized = false;
  candidate.target_used_elsewhere = {"x"};
  std::string after = program.after();
  expect_has(after, "items = list(g(1))\npool = ");
  expect_has(after, "for x, result in zip(items, pool.map(f, items)):\n");
}

TEST(Forms, SeveralClausesBecomeAList) {
  Program program("z = [f(x, y) for x in a if x for y in b]\n");
  Candidate& candidate = add(program, "[f(x, y)", "f(x, y)", {"x", "y"});
  candidate.source_sized = false;
  std::string after = program.after();
  expect_has(after, "items = [(x, y) for x in a if x for y in b]\n");
  expect_has(after, "    x, y = item\n    return f(x, y)\n");
}

TEST(Forms, StatementsMoveWithTheirComments) {
  Program program(
      "def g(y):\n\tfor x in y:\n\t\ta = f(x)  # first\n"
      "\t\tb = '''\n  text'''\n\t\tprint(b)\n");
  Candidate& candidate = program.add("for x");
  candidate.work.statements = {program.find("a = f(x)"),
                               program.find("b = '''\n  text'''")};
  candidate.work.items = {"x"};
  candidate.work.results = {"b"};
  std::string after = program.after();
  expect_has(after,
             "def compute_b(x):\n\ta = f(x)  # first\n\tb = '''\n  text'''\n"
             "\treturn b\n");
  expect_has(after, "\t\tfor b in pool.map(compute_b, y):\n\t\t\tprint(b)\n");
}

TEST(Forms, ThePreludeGoesWithTheWork) {
  Program program(
      "def g(y):\n    n = 0\n    for x in y:\n"
      "        a = x + 1\n        n += f(a)\n    return n\n");
  Candidate& candidate = add(program, "for x", "f(a)");
  candidate.work.prelude = {program.find("a = x + 1")};
  std::string after = program.after();
  expect_has(after, "def f_for_x(x):\n    a = x + 1\n    return f(a)\n");
  expect_has(
      after,
      "        for result in pool.map(f_for_x, y, chunksize=chunksize):\n"
      "            n += result\n");
}

TEST(Forms, ThePreludeMayStayToo) {
  Program program(
      "def g(y):\n    for x in y:\n"
      "        a = x + 1\n        print(a, f(a))\n");
  Candidate& candidate = add(program, "for x", "f(a)");
  candidate.work.prelude = {program.find("a = x + 1")};
  candidate.work.prelude_stays = true;
  std::string after = program.after();
  expect_has(after, "def f_for_x(x):\n    a = x + 1\n    return f(a)\n");
  expect_has(after,
             "        for x, result in zip(y, pool.map(f_for_x, y)):\n"
             "            a = x + 1\n            print(a, result)\n");
}

TEST(Forms, AWorkerAsksTheGuardsInOrder) {
  Program program(
      "def g(y):\n    n = 0\n    for x in y:\n        a = x + 1\n"
      "        if a in {3}:\n            continue\n"
      "        if a < 9 or x:\n            n += f(a)\n    return n\n");
  Candidate& candidate = add(program, "for x", "f(a)");
  candidate.work.prelude = {program.find("a = x + 1")};
  candidate.work.prelude_stays = true;
  candidate.work.guards = {{program.find("a in {3}"), false},
                           {program.find("a < 9 or x"), true}};
  const std::string after = program.after();
  expect_has(after,
             "def f_for_x(x):\n    a = x + 1\n"
             "    if a in {3}:\n        return None\n"
             "    if not (a < 9 or x):\n        return None\n"
             "    return f(a)\n");
  expect_has(after,
             "            a = x + 1\n            if a in {3}:\n"
             "                continue\n            if a < 9 or x:\n"
             "                n += result\n");
}

TEST(Forms, ResultsBehindGuardsComeBeforeThem) {
  Program program(
      "def g(y):\n    for x in y:\n        print(x)\n"
      "        if x != 7:\n            b = f(x)\n            print(b)\n");
  Candidate& candidate = add(program, "for x", "f(x)");
  candidate.work.leads = false;
  candidate.work.guards = {{program.find("x != 7"), true}};
  expect_has(program.after(),
             "            print(x)\n            b = next(results)\n"
             "            if x != 7:\n                print(b)\n");
}

TEST(Forms, ThreadsUseANestedFunction) {
  Program program(
      "def g(y, t):\n    n = 0\n    for x in y:\n"
      "        n += f(x) + t\n");
  Candidate& candidate = add(program, "for x", "f(x) + t");
  candidate.loop.time_class = advisor::TimeClass::kIoNetwork;
  candidate.work.captures = {{"t", Capture::Kind::kSmall}};
  expect_has(program.after("thread-pool"),
             "    n = 0\n\n    def f_for_x(x):\n        return f(x) + t\n\n"
             "    with ThreadPoolExecutor(max_workers=32) as pool:\n"
             "        for result in pool.map(f_for_x, y):\n"
             "            n += result\n");
}

TEST(Forms, LocalFunctionsAreLifted) {
  Program program(
      "def g(y):\n    def f(x):\n        return x\n\n"
      "    return [f(x) for x in y]\n");
  Candidate& candidate = add(program, "[f(x)", "f(x)");
  candidate.work.captures = {{"f", Capture::Kind::kSelf}};
  std::string after = program.after();
  expect_has(after, "\ndef f(x):\n    return x\n\n\n");
  expect_has(after, "\ndef g(y):\n    workers = ");
  Program closure(
      "def g(y, n):\n    def f(x):\n        return x + n\n\n"
      "    return [f(x) for x in y]\n");
  Candidate& other = add(closure, "[f(x)", "f(x)");
  other.work.captures = {{"f", Capture::Kind::kSelf}};
  EXPECT_EQ(closure.after(), "refused: local-function");
}

TEST(Forms, NamesNeverCollide) {
  Program program(
      "signal = 1\ndef f(x):\n    return x\n\n\n"
      "def g(y, pool, result):\n    n = 0\n    for x in y:\n"
      "        n += f(x)\n    return n, pool, result\n");
  add(program, "for x", "f(x)").work.plain_call = true;
  std::string after = program.after();
  expect_has(after, "import signal as _signal\n");
  expect_has(after, "_signal.signal(_signal.SIGINT, _signal.SIG_DFL)\n");
  expect_has(after, "initializer=end_with_program,\n");
  expect_has(after, "    executor = ProcessPoolExecutor(\n");
  expect_has(after, "for value in executor.map(f, y, chunksize=chunksize):");
}

TEST(Forms, DiscardedResultsAreStillWaitedFor) {
  Program program(std::string(kF) + "for x in y: f(x)\n");
  add(program, "for x", "f(x)").work.plain_call = true;
  expect_has(program.after(),
             "    for _ in pool.map(f, y, chunksize=chunksize): pass\n");
}

TEST(Forms, SeveralLoopsShareImports) {
  Program program(std::string(kF) +
                  "a = [f(x) for x in y]\nb = {f(x) for x in z}\n");
  add(program, "[f(x)", "f(x)").work.plain_call = true;
  add(program, "{f(x)", "f(x)").work.plain_call = true;
  std::string after = program.after();
  expect_has(after, "    a = list(pool.map(f, y, chunksize=chunksize))\n");
  expect_has(after, "    b = set(pool.map(f, z, chunksize=chunksize))\n");
  EXPECT_EQ(after.find("import os"), after.rfind("import os"));
}

TEST(Forms, LoopsThatEndEarlyShareTheirFunctions) {
  Program program(std::string(kF) +
                  "for x in y:\n    if f(x):\n        break\n"
                  "print(any(f(x) for x in z))\n");
  add(program, "for x", "f(x)").early_exit.emplace();
  add(program, "(f(x) for", "f(x)").early_exit.emplace();
  std::string after = program.after();
  expect_has(after,
             "with contextlib.closing(computed_ahead(f, y)) as results:\n"
             "    for result in results:\n        if result:\n");
  expect_has(after, "\nprint(any(computed_ahead(f, z)))\n");
  for (const char* once : {"def computed_ahead(", "def send_results("}) {
    expect_has(after, once);
    EXPECT_EQ(after.find(once), after.rfind(once)) << once;
  }
}

TEST(Forms, AListIsNotMadeOfWhatMayNeverBeRead) {
  Program program(std::string(kF) +
                  "for x in g():\n    if f(x) > x:\n        break\n");
  Candidate& candidate = add(program, "for x", "f(x)");
  candidate.early_exit.emplace();
  candidate.target_used_elsewhere = {"x"};
  candidate.source_repeatable = false;
  expect_has(program.after(),
             "items = g()\n"
             "with contextlib.closing(computed_ahead(f, items)) as results:\n"
             "    for x, result in zip(items, results):\n");
  candidate.source_sized = false;
  EXPECT_EQ(program.after(), "refused: lazy-source");
  candidate.source_repeatable = true;
  expect_has(program.after(),
             "with contextlib.closing(computed_ahead(f, g())) as results:\n"
             "    for x, result in zip(g(), results):\n");
}

TEST(Forms, AProgramThatWatchesItsChildrenGetsNoOthers) {
  Program program(std::string(kF) +
                  "import os\nfor x in y:\n    if f(x):\n        break\n"
                  "os.wait()\n");
  add(program, "for x", "f(x)").early_exit.emplace();
  EXPECT_EQ(program.after(), "refused: handles-processes");
}

TEST(Forms, OnlyPoolsOfProcessesEndEarly) {
  Program program(std::string(kF) +
                  "for x in y:\n    if f(x):\n        break\n");
  add(program, "for x", "f(x)").early_exit.emplace();
  program.plan().candidates[0].loop.time_class = advisor::TimeClass::kIoSleep;
  EXPECT_EQ(program.after("thread-pool"), "refused: early-exit");
}

// Whatever others see of the environment must be as it was.
TEST(Forms, AlgebraGetsOneThreadWithinATolerance) {
  const std::string bound =
      "import os\n\nos.environ.setdefault(\"OPENBLAS_NUM_THREADS\", \"1\")";
  const auto after = [&](const std::string& rest, bool tolerant, int threads) {
    Program program("import numpy as np\n" + std::string(kF) +
                    "d = [f(x) for x in y]\nprint(sum(f(x) for x in y))\n" +
                    rest);
    for (const char* loop : {"[f(x) for", "(f(x) for"}) {
      add(program, loop, "f(x)").work.linear_algebra = true;
    }
    RewriteOptions options;
    options.tolerant = tolerant;
    options.algebra_library = AlgebraLibrary{"OpenBLAS", threads, ""};
    return program.after("process-pool", options);
  };
  const std::string both = after("", true, 2);
  expect_has(both, bound);
  EXPECT_EQ(both.find("OPENBLAS"), both.rfind("OPENBLAS")) << both;
  for (const std::string& text :
       {after("", false, 2), after("", true, 1),
        after("import os\nprint(os.environ)\n", true, 2),
        after("import subprocess\n", true, 2),
        after("from os import getenv\n", true, 2)}) {
    expect_has(text, "pool.map");
    EXPECT_EQ(text.find("OPENBLAS"), std::string::npos) << text;
  }
}

TEST(Forms, ACounterIsCountedOn) {
  Program program(std::string(kF) +
                  "i = 0\nwhile i < n:\n    print(f(i))\n    i += 1\n");
  Candidate& candidate = add(program, "while", "f(i)", {"i"});
  candidate.counter = advisor::Counter{"i", "n", "1"};
  expect_has(program.after(),
             "    for result in pool.map(f, range(i, n)):\n"
             "        print(result)\n        i += 1\n");
  candidate.early_exit.emplace().endless = true;
  candidate.counter = advisor::Counter{"i", "", "2"};
  expect_has(
      program.after(),
      "with contextlib.closing(computed_ahead(f, itertools.count(i, 2))) "
      "as results:\n"
      "    for result in results:\n"
      "        print(result)\n        i += 1\n");
}

}  // namespace
}  // namespace ppp::rewrite
