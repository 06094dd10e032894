// SPDX-License-Identifier: Apache-2.0
// Loops that are proven and yet must not run in processes, or not in threads;
// and functions that remember their results.
#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

constexpr const char* kLoop =
    "out = []\nfor i in range(9):\n    out.append(work(i))\nprint(out)\n";

constexpr const char* kWork =
    "def work(n):\n    return sum(k * n for k in range(9))\n";

/// What stands against processes and against threads.
struct Obstacles {
  std::string processes;
  std::string threads;
};

Obstacles obstacles(const std::string& text) {
  const Judged found = judged(text, "for i in");
  EXPECT_TRUE(found.candidate) << text << found.reasons;
  if (!found.candidate) return {};
  return {lines_of(found.candidate->process_obstacles),
          lines_of(found.candidate->thread_obstacles)};
}

bool says(const std::string& lines, std::string_view words) {
  return lines.find(words) != std::string::npos;
}

TEST(Obstacles, WhatTheProgramAsksOfExceptions) {
  const std::string tries = std::string(kWork) + kLoop +
                            "try:\n    work(None)\n"
                            "except TypeError as error:\n    print(error";
  EXPECT_TRUE(says(obstacles(tries + ".__cause__)\n").processes,
                   "looks-at-tracebacks: the program asks what an exception"));
  const Obstacles traced = obstacles(tries + ".__traceback__.tb_next)\n");
  EXPECT_TRUE(says(traced.processes, "looks-at-tracebacks: the program looks"));
  EXPECT_TRUE(says(traced.threads, "looks-at-tracebacks: the program looks"));
  EXPECT_TRUE(says(
      obstacles("import traceback\n" + tries + ")\n    traceback.print_exc()\n")
          .processes,
      "looks-at-tracebacks: "));
  const Obstacles deep = obstacles(std::string(kWork) + kLoop +
                                   "try:\n    work(3)\n"
                                   "except RecursionError:\n    print(1)\n");
  EXPECT_TRUE(says(deep.processes, "stack-depth: "));
  EXPECT_TRUE(says(deep.threads, "stack-depth: "));
}

// All at once the items would read it earlier.
TEST(Obstacles, WhatAnotherThreadMayChange) {
  const auto threads = [](const std::string& work) {
    return obstacles(
               "import threading, time\nbeats = []\nlast = 0\n"
               "def beat():\n    global last\n"
               "    beats.append(1)\n    last += 1\n"
               "def work(n):\n    time.sleep(0.1)\n    return " +
               work + "\nthreading.Thread(target=beat).start()\n" + kLoop)
        .threads;
  };
  EXPECT_TRUE(says(threads("len(beats) + n"), "other-threads: "));
  EXPECT_TRUE(says(threads("last + n"), "other-threads: "));
  EXPECT_EQ(threads("n + 1"), "");
}

TEST(Obstacles, ExceptionsThatDoNotSurviveTheWay) {
  EXPECT_TRUE(says(obstacles("class Odd(Exception):\n"
                             "    def __init__(self, a, b):\n"
                             "        self.a = a\n"
                             "def work(n):\n    if n > 99:\n"
                             "        raise Odd(n, n)\n"
                             "    return sum(k * n for k in range(9))\n" +
                             std::string(kLoop))
                       .processes,
                   "exception-not-picklable: raises `Odd`"));
}

TEST(Obstacles, CopiesOfAKeptNanAreOthers) {
  const auto processes = [](std::string_view more, std::string_view value) {
    return obstacles("import math\n" + std::string(more) +
                     "def work(n):\n"
                     "    if sum(k * n for k in range(9)) % 2:\n"
                     "        return n / 2\n"
                     "    return " +
                     std::string(value) + "\n" + kLoop)
        .processes;
  };
  const std::string_view nan = "kept-nan: a result may be the NaN of line ";
  EXPECT_FALSE(says(processes("", "0.5"), nan));
  EXPECT_FALSE(says(processes("", "float('nan')"), nan));
  EXPECT_FALSE(
      says(processes("", "float('inf') if n else float(' -NaN')"), nan));
  EXPECT_TRUE(says(processes("", "math.nan"), nan));
  EXPECT_TRUE(says(processes("MISSING = float('nan')\n", "MISSING"), nan));
  EXPECT_TRUE(says(processes("def make():\n    return float('nan')\n"
                             "MISSING = make()\n",
                             "MISSING"),
                   nan));
  EXPECT_TRUE(says(processes("import functools\n@functools.lru_cache\n"
                             "def make():\n    return float('nan')\n",
                             "make()"),
                   nan));
}

TEST(Obstacles, StateOfTheWholeProcess) {
  EXPECT_TRUE(
      says(obstacles("import os\nos.chdir('/')\n" + std::string(kWork) + kLoop)
               .threads,
           "process-state: the program changes state"));
}

TEST(Obstacles, MethodsAreToldApartByTheirObjects) {
  EXPECT_TRUE(says(obstacles("class A:\n    def go(self):\n        return 1\n"
                             "def work(a):\n"
                             "    return sum(a.go in [a.go] for k in 'abc')\n"
                             "out = []\n"
                             "for i in [A(), A()]:\n    out.append(work(i))\n"
                             "print(out)\n")
                       .processes,
                   "identity-comparison: "));
}

TEST(Obstacles, ItemsThatTheRestOfTheLoopChanges) {
  EXPECT_TRUE(says(obstacles("class A:\n    def __init__(self, n):\n"
                             "        self.n = self.m = n\n"
                             "def work(a):\n"
                             "    return sum(k * a.n for k in range(9))\n"
                             "out = []\nfor i in [A(1), A(2)]:\n"
                             "    out.append(work(i))\n    i.m = 3\n"
                             "print(out)\n")
                       .processes,
                   "item-changes: "));
}

TEST(Obstacles, AContextThatTheProgramLooksAt) {
  EXPECT_TRUE(
      says(obstacles("import decimal\n"
                     "def work(n):\n"
                     "    return sum(decimal.Decimal(n) / 7 "
                     "for k in range(9))\n" +
                     std::string(kLoop) + "print(decimal.getcontext())\n")
               .processes,
           "context-dependent: "));
}

TEST(Obstacles, ObjectsForOneThreadOrOneProcess) {
  const Judged session = judged(
      "import requests\nsession = requests.Session()\nout = []\n"
      "for i in range(9):\n    out.append(session.get('u').text)\n",
      "for i in");
  ASSERT_TRUE(session.unproven) << session.reasons;
  EXPECT_TRUE(says(lines_of(session.unproven->process_obstacles),
                   "one-thread-only: `session` must not be used"));
  const Judged client = judged(
      "import httpx\nclient = httpx.Client()\nout = []\n"
      "for i in range(9):\n    out.append(client.get('u').text)\n",
      "for i in");
  ASSERT_TRUE(client.unproven) << client.reasons;
  EXPECT_TRUE(says(lines_of(client.unproven->process_obstacles),
                   "one-process-only: the httpx.Cookies made on line 2"));
}

TEST(Obstacles, WhatTheRestDoesWithAClosure) {
  // Without the call before it, the work would read another `n`.
  EXPECT_TRUE(
      says(obstacles("def make():\n    n = 0\n    def step():\n"
                     "        nonlocal n\n        n += 1\n"
                     "    def look():\n        return n\n"
                     "    return step, look\n"
                     "def work(i, look):\n"
                     "    return sum(k * i for k in range(9)) + look()\n"
                     "def main():\n    out = []\n    for i in range(9):\n"
                     "        pair = make()\n        out.append(pair[0]())\n"
                     "        out.append(work(i, pair[1]))\n"
                     "    print(out)\nmain()\n")
               .processes,
           "not-picklable: a result may hold a function made inside"));
}

/// What stands against workers that import the program's modules.
std::string for_imports(const std::string& text,
                        const std::vector<Module>& modules = {}) {
  const Judged found = judged(text + kLoop, "for i in", modules);
  EXPECT_TRUE(found.candidate) << text << found.reasons;
  return found.candidate ? lines_of(found.candidate->reimport.obstacles) : "";
}

TEST(Obstacles, WhatAnImportDoesNotGive) {
  EXPECT_EQ(for_imports(kWork), "");
  EXPECT_TRUE(says(for_imports("fs = [lambda n: n]\n"
                               "def work(n):\n    return fs[0](n)\n"),
                   "not-picklable: what the work reads may hold a function"));
  EXPECT_TRUE(says(for_imports("def work(n):\n    made = {n}\n    return n\n"),
                   "set-order: "));
  EXPECT_TRUE(says(for_imports("known = {1}\n"
                               "def work(n):\n    return n in known\n"),
                   "set-order: "));
  EXPECT_TRUE(says(for_imports("import decimal\ndef work(n):\n"
                               "    return float(decimal.Decimal(n) / 7)\n"),
                   "context-dependent: uses a context"));
  EXPECT_TRUE(says(for_imports("import helper\nhelper.table.append(1)\n"
                               "def work(n):\n    return [n, helper.table]\n",
                               {{"helper", "table = []\n"}}),
                   "state-changed: "));
}

TEST(Obstacles, ModulesThatOtherInterpretersMayNotGet) {
  const std::vector<Module> helper = {
      {"helper", "import engine\n" + std::string(kWork)}};
  const Judged found = judged(
      "import helper\nout = []\nfor i in range(9):\n"
      "    out.append(helper.work(i))\n",
      "for i in", helper);
  ASSERT_TRUE(found.candidate) << found.reasons;
  EXPECT_TRUE(says(lines_of(found.candidate->interpreter_obstacles),
                   "extension-module: `engine` may refuse"));
}

TEST(Obstacles, ALoopThatAnImportRuns) {
  const Plan plan = plan_of_script("import helper\n",
                                   {{"helper", std::string(kWork) + kLoop}});
  bool found = false;
  for (const Candidate& candidate : plan.candidates) {
    if (candidate.loop.span.file != "helper.py") continue;
    found = true;
    EXPECT_TRUE(says(lines_of(candidate.reimport.obstacles),
                     "runs-at-import: importing helper.py may run the loop: "
                     "its workers"));
  }
  EXPECT_TRUE(found);
}

constexpr const char* kAsks =
    "import asyncio, threading\nasync def ask(n):\n"
    "    await asyncio.sleep(0.01)\n    return n\n"
    "async def main():\n    out = []\n    for i in range(9):\n"
    "        out.append(await ask(i))\n";

TEST(Obstacles, WhatMayRunWhileATaskWaits) {
  const struct {
    const char* more;
    const char* why;
  } cases[] = {
      {"    asyncio.get_running_loop()\nasyncio.run(main())\n",
       "other-tasks: what line 9 starts"},
      {"    loop = asyncio\nasyncio.run(main())\n"
       "def other(loop):\n    loop.create_task(1)\n",
       "other-tasks: `create_task` on line 12"},
      {"threading.Thread(target=print).start()\nasyncio.run(main())\n",
       "other-tasks: the program starts threads on line 9"},
  };
  for (const auto& one : cases) {
    const Judged found = judged(std::string(kAsks) + one.more, "for i in");
    ASSERT_TRUE(found.candidate) << one.more << found.reasons;
    EXPECT_TRUE(says(lines_of(found.candidate->task_obstacles), one.why))
        << one.more << lines_of(found.candidate->task_obstacles);
  }
  const Judged threads =
      judged(std::string(kAsks) +
                 "    await asyncio.to_thread(print, 1)\nasyncio.run(main())\n",
             "for i in");
  ASSERT_TRUE(threads.candidate) << threads.reasons;
  EXPECT_TRUE(says(lines_of(threads.candidate->process_obstacles),
                   "threads-alive: the program may start threads on line 9"));
}

/// Why a loop that calls the memoized function `known` is declined.
std::string memo_reasons(const std::string& before, const std::string& function,
                         const std::string& after = "") {
  return judged("import functools, os\n" + before +
                    "@functools.lru_cache(maxsize=None)\ndef known(n):\n" +
                    function +
                    "def work(n):\n"
                    "    return sum(k * known(n) for k in range(9))\n" +
                    kLoop + after,
                "for i in")
      .reasons;
}

TEST(Memo, ResultsThatDependOnWhen) {
  const struct {
    const char* before;
    const char* function;
    const char* after;
    const char* why;
  } cases[] = {
      {"level = 1\n", "    return n * level\n", "level = 2\n",
       "reads `level`, which may change"},
      {"", "    return len(os.getenv('HOME')) + n\n", "",
       "reads what is outside the program"},
      {"levels = [1]\n", "    return n * len(levels)\n", "levels.append(2)\n",
       "reads a list that may change"},
      {"", "    return len(os.environ.get('HOME', '')) + n\n", "",
       "reads a os.Environ that may change"},
      {"", "    return n + os.path.exists('f')\n", "",
       "reads what is outside the program"},
      {"def source():\n    yield 1\n    yield 2\nrest = source()\n",
       "    for k in rest:\n        return n + k\n    return n\n", "",
       "reads a generator on line"},
      {"", "    return n if n < 2 else known(n - 1)\n", "",
       "memo-of-recursion: "},
  };
  for (const auto& one : cases) {
    const std::string reasons =
        memo_reasons(one.before, one.function, one.after);
    EXPECT_TRUE(says(reasons, one.why)) << one.function << reasons;
  }
  EXPECT_TRUE(says(judged("import functools\n"
                          "@functools.lru_cache(maxsize=None)\n"
                          "def known(n):\n    return repr(n)\n"
                          "def work(n):\n"
                          "    return sum(len(known(n)) for k in range(9))\n"
                          "out = []\nfor i in [1, 1.0, True]:\n"
                          "    out.append(work(i))\nprint(out)\n",
                          "for i in")
                       .reasons,
                   "memo-of-equal-keys: "));
  EXPECT_TRUE(says(judged("import functools\n"
                          "class Key:\n    def __eq__(self, other):\n"
                          "        return True\n"
                          "    def __hash__(self):\n        return 1\n"
                          "@functools.lru_cache(maxsize=None)\n"
                          "def known(key):\n    return 1\n"
                          "def work(n):\n"
                          "    return sum(k * n for k in range(9)) + "
                          "known(Key())\n" +
                              std::string(kLoop),
                          "for i in")
                       .reasons,
                   "memo-of-equal-keys: `known` remembers its results, and "
                   "`key` may equal"));
}

}  // namespace
}  // namespace ppp::advisor
