// SPDX-License-Identifier: Apache-2.0
// Reads and writes that meet: each program would come out wrong if the one or
// the other were not seen.
#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

struct Meeting {
  const char* before;  // the loop
  const char* body;    // of the loop, lines at its depth
  const char* why;
};

void expect_dependent(const std::vector<Meeting>& cases,
                      const std::vector<Module>& modules = {}) {
  for (const Meeting& one : cases) {
    const std::string reasons =
        judged("def work(n):\n    return sum(k * n for k in range(9))\n" +
                   std::string(one.before) + "out = []\nfor i in range(9):\n" +
                   one.body + "print(out)\n",
               "for i in", modules)
            .reasons;
    EXPECT_NE(reasons.find(one.why), std::string::npos)
        << one.before << one.body << "\n"
        << reasons;
  }
}

constexpr const char* kChanging = "reads-changing-state: ";

TEST(Dependence, ObjectsOfTheLibraryThatTheLoopChanges) {
  expect_dependent({
      {"import types\nns = types.SimpleNamespace(x=1)\n",
       "    out.append(work(ns.x))\n    ns.x = i\n", kChanging},
      {"import collections\nq = collections.deque([1])\n",
       "    out.append(work(len([x for x in q])))\n    q[0] = i\n", kChanging},
      {"d = {}\nview = d.values()\n",
       "    out.append(work(len(view)))\n    d[i] = i\n", kChanging},
      {"import collections\nq = collections.deque()\nsame = q\n",
       "    out.append(work(len(same)))\n    q += [i]\n", kChanging},
      {"d = {n: n for n in range(9)}\n",
       "    out.append(work(len(d)))\n    del d[i]\n", kChanging},
      {"import decimal\nctx = decimal.getcontext()\n",
       "    out.append(work(decimal.Decimal(i) / 7))\n    ctx.prec = i\n",
       "the loop changes the context that the work computes with"},
  });
}

TEST(Dependence, HowMuchAContainerHolds) {
  for (const char* read :
       {"1 if xs else 2", "len([]) if not xs else 2", "xs and 1", "xs or 1",
        "all([xs])", "sum(1 for x in [1] if xs)"}) {
    expect_dependent(
        {{"xs = []\n",
          ("    out.append(work(" + std::string(read) + "))\n    xs[:] = [i]\n")
              .c_str(),
          kChanging}});
  }
}

TEST(Dependence, SharedObjectsInsideOfFreshOnes) {
  expect_dependent({
      {"buffer = bytearray(3)\n",
       "    out.append(work(len(b''.join([buffer]))))\n    buffer[0] = i\n",
       kChanging},
  });
}

TEST(Dependence, MembersOfClassesThatTheLoopReplaces) {
  expect_dependent({
      {"class A:\n    def __len__(self):\n        return 3\n"
       "def other(self):\n    return 4\na = A()\n",
       "    out.append(work(len(a)))\n    A.__len__ = other\n", kChanging},
  });
}

TEST(Dependence, VariablesOfOtherModules) {
  expect_dependent({{"import config\n",
                     "    out.append(work(config.level))\n"
                     "    config.level = i\n",
                     "carried-dependence: reads `level`"}},
                   {{"config", "level = 3\n"}});
}

TEST(Dependence, VariablesOfFunctionsThatLiveOn) {
  expect_dependent({
      {"def counter():\n    n = 0\n    def add():\n        nonlocal n\n"
       "        n += 1\n        return n\n    return add\nsteps = []\n",
       "    step = counter() if not steps else steps[0]\n"
       "    steps.append(step)\n    out.append(work(step()))\n",
       "writes-shared-state: "},
  });
}

TEST(Dependence, GeneratorsMadeElsewhere) {
  expect_dependent({
      {"def source():\n    total = 0\n    while True:\n        total += 1\n"
       "        yield total\ng = source()\n",
       "    out.append(work(next(g)))\n",
       "advances a generator made outside the loop"},
      {"def source():\n    yield 1\n    yield 2\ng = source()\n",
       "    out.append(work(len([n for n in g])))\n",
       "writes-shared-state: changes `g`"},
  });
}

TEST(Dependence, ExceptionsThatEndAnIteration) {
  expect_dependent({
      {"def stop(n):\n    if n > 3:\n        raise StopIteration\n"
       "    return work(n)\n",
       "    out.append(stop(i))\n",
       "raises-stop-iteration: may raise StopIteration on line 5"},
  });
}

TEST(Dependence, EffectsThatNoPieceMayHave) {
  expect_dependent({
      {"import functools\n@functools.lru_cache(maxsize=None)\n"
       "def told(n):\n    print(n)\n    return work(n)\n",
       "    out.append(told(i))\n", "effect-stdout: calls a memoized function"},
      {"import sys\ndef check(n):\n    if n > 3:\n        sys.exit(3)\n"
       "    return work(n)\n",
       "    out.append(check(i))\n", "effect-exit: ends the program"},
      {"import threading\nlock = threading.Lock()\ndef locked(n):\n"
       "    with lock:\n        return work(n)\n",
       "    out.append(locked(i))\n", "effect-lock: takes a lock"},
      {"import subprocess\ndef run(n):\n"
       "    subprocess.run(['true'])\n    return work(n)\n",
       "    out.append(run(i))\n",
       "effect-child-process: starts a child process"},
      {"import socket\ns = socket.create_connection(('a', 1))\n"
       "def tell(n):\n    s.sendall(b'x')\n    return work(n)\n",
       "    out.append(tell(i))\n",
       "effect-network: sends or receives over a connection"},
      {"import datetime\ndef now(n):\n"
       "    return work(n), datetime.datetime.utcnow()\n",
       "    out.append(now(i))\n", "effect-warnings: issues a warning"},
      {"import logging\ndef told(n):\n    logging.info('a')\n"
       "    return work(n)\n",
       "    out.append(told(i))\n", "logs-in-work: "},
  });
}

}  // namespace
}  // namespace ppp::advisor
