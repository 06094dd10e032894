// SPDX-License-Identifier: Apache-2.0
// Clocks that steer a program, or may.

#include <gtest/gtest.h>

#include "advisor/clock.h"
#include "tests/unit/advisor/clock_uses.h"

namespace ppp::advisor {
namespace {

struct Steers {
  const char* name;
  const char* program;
  int line;
};

void PrintTo(const Steers& one, std::ostream* out) { *out << one.name; }

class ClockSteers : public testing::TestWithParam<Steers> {};

TEST_P(ClockSteers, IsFound) {
  ClockUse use = use_of(GetParam().program);
  EXPECT_TRUE(use.reads_clock);
  ASSERT_TRUE(use.steers.has_value());
  EXPECT_EQ(use.steers->id, "clock-steers");
  ASSERT_EQ(use.steers->spans.size(), 1U);
  EXPECT_EQ(use.steers->spans[0].line, GetParam().line) << use.steers->message;
}

const Steers kSteers[] = {
    {"while_deadline",
     "import time\nt0 = time.time()\n"
     "while time.time() - t0 < 5:\n  work()\n",
     3},
    {"if_late",
     "import time\nlimit = time.monotonic() + 30\n"
     "for x in xs:\n  if time.monotonic() > limit:\n    break\n",
     4},
    {"ternary", "import time\nt = time.time()\nx = 1 if t > 3 else 2\n", 3},
    {"and_or", "import time\nt = time.time()\nx = t > 3 and stop()\n", 3},
    {"index", "import time\nx = xs[int(time.time()) % 3]\n", 2},
    {"range", "import time\nfor i in range(int(time.time())):\n  pass\n", 2},
    {"sleep", "import time\nt = time.time()\ntime.sleep(1 - t)\n", 3},
    {"file_write",
     "import time\nwith open('f') as f:\n"
     "  f.write(str(time.time()))\n",
     3},
    {"print_to_file",
     "import time\nwith open('f') as f:\n"
     "  print(time.time(), file=f)\n",
     3},
    {"seed", "import random, time\nrandom.seed(time.time())\n", 2},
    {"seed_int", "import random, time\nrandom.seed(int(time.time()))\n", 2},
    {"hash", "import time\nh = hash(time.time())\n", 2},
    {"json",
     "import json, time\nd = {'t': time.time()}\n"
     "json.dump(d, out)\n",
     3},
    {"exception", "import time\nraise ValueError(time.time())\n", 2},
    {"assertion", "import time\nassert time.time() > 3\n", 2},
    {"global_variable",
     "import time\nt = 0\ndef f():\n  global t\n"
     "  t = time.time()\ndef g():\n  if t > 3:\n    stop()\n",
     7},
    {"default_argument",
     "import time\ndef f(now=time.time()):\n"
     "  if now > 3:\n    stop()\nf()\n",
     3},
    {"default_clock",
     "import time\ndef f(clock=time.time):\n"
     "  if clock() > 3:\n    stop()\nf()\n",
     3},
    {"nonlocal_variable",
     "import time\ndef f():\n  t = 0\n  def g():\n"
     "    nonlocal t\n    t = time.time()\n  g()\n  while t < 3:\n"
     "    g()\n",
     8},
    {"star_args",
     "import time\ndef f(*args):\n  if args[0]:\n    stop()\n"
     "f(time.time())\n",
     3},
    {"star_star",
     "import time\ndef f(**kw):\n  if kw['t']:\n    stop()\n"
     "f(t=time.time())\n",
     3},
    {"spread",
     "import time\ndef f(a, b):\n  if b:\n    stop()\n"
     "x = (1, time.time())\nf(*x)\n",
     3},
    {"walrus", "import time\nif (t := time.time()) > 3:\n  stop()\n", 2},
    {"walrus_later",
     "import time\nprint(t := time.time())\n"
     "if t > 3:\n  stop()\n",
     3},
    {"tuple_unpacking",
     "import time\na, (b, c) = 1, (2, time.time())\n"
     "if c:\n  stop()\n",
     3},
    {"star_unpacking",
     "import time\na, *b = 1, time.time(), 2\n"
     "if b[0]:\n  stop()\n",
     3},
    {"class_attribute",
     "import time\nclass C:\n  t = time.time()\n"
     "if C.t > 3:\n  stop()\n",
     4},
    {"object_attribute",
     "import time\nclass C:\n  def __init__(self):\n"
     "    self.t = time.time()\n  def late(self):\n    return self.t > 3\n"
     "if C().late():\n  stop()\n",
     7},
    {"lambda_value",
     "import time\nlate = lambda t: time.time() - t > 3\n"
     "if late(0):\n  stop()\n",
     3},
    {"sort_key",
     "import time\nrows = []\nrows.append((name, time.time()))\n"
     "rows.sort(key=lambda r: r[1])\n",
     4},
    {"sorted_key_call",
     "import time\nxs = sorted(ys, key=lambda y: "
     "time.time())\n",
     2},
    {"sorted_pairs",
     "import time\nrows = [(time.time(), n) for n in ns]\n"
     "print(sorted(rows)[0][1])\n",
     3},
    {"fastest",
     "import time\ndef bench(f):\n  t = time.time()\n  f()\n"
     "  return time.time() - t\nbest = min(fs, key=bench)\n",
     6},
    {"dict_value",
     "import time\nd = {'a': 1, 't': time.time()}\n"
     "for k, v in d.items():\n  if v > 3:\n    stop()\n",
     4},
    {"dict_key", "import time\nd[time.time()] = 1\n", 2},
    {"alias_of_list",
     "import time\na = []\nb = a\nb.append(time.time())\n"
     "if a[0] > 3:\n  stop()\n",
     5},
    {"list_in_object",
     "import time\nclass C:\n  def __init__(self):\n"
     "    self.ts = []\nc = C()\nts = c.ts\nts.append(time.time())\n"
     "for t in c.ts:\n  if t > 3:\n    stop()\n",
     9},
    {"unknown_decorator",
     "import time, lib\n@lib.retry\ndef f():\n"
     "  return time.time()\nprint(f())\n",
     2},
    {"thread_target",
     "import time, threading\ndef f():\n"
     "  return time.time()\nthreading.Thread(target=f).start()\n",
     4},
    {"clock_given_away", "import time, lib\nlib.run(clock=time.time)\n", 2},
    {"unknown_call", "import time\nlib_call(time.time())\n", 2},
    {"replaced_stdout",
     "import io, sys, time\nsys.stdout = io.StringIO()\n"
     "print(time.time())\n",
     2},
    {"redirected_stdout",
     "import contextlib, time\n"
     "with contextlib.redirect_stdout(buffer):\n  print(time.time())\n",
     2},
    {"own_print",
     "import time\ndef print(x):\n  if x > 3:\n    stop()\n"
     "print(time.time())\n",
     3},
    {"exec", "import time\nt = time.time()\nexec('if t > 3: stop()')\n", 3},
    {"globals_table",
     "import time\nt = time.time()\n"
     "x = globals()['t']\n",
     3},
    {"special_method",
     "import time\nclass C:\n  def __init__(self):\n"
     "    self.t = time.time()\n  def __lt__(self, other):\n"
     "    return self.t < other.t\n",
     5},
    {"match",
     "import time\nmatch int(time.time()):\n  case 1:\n"
     "    stop()\n",
     2},
    {"comprehension_if",
     "import time\nxs = [x for x in ys if time.time() > x"
     "]\n",
     2},
    {"set_of_times", "import time\ns = {time.time()}\nprint(len(s))\n", 2},
    {"generator",
     "import time\ndef ticks():\n  while True:\n"
     "    yield time.time()\nfor t in ticks():\n  if t > 3:\n    break\n",
     6},
    {"from_import_alias",
     "from time import perf_counter as pc\n"
     "if pc() > 3:\n  stop()\n",
     2},
    {"star_import", "from time import *\nif time() > 3:\n  stop()\n", 2},
    {"dynamic_import",
     "t = __import__('time').time()\nif t > 3:\n"
     "  stop()\n",
     2},
    {"getattr_clock",
     "import time\nt = getattr(time, 'time')()\n"
     "if t > 3:\n  stop()\n",
     3},
    {"datetime_parts",
     "from datetime import datetime\n"
     "if datetime.now().hour > 12:\n  stop()\n",
     2},
    {"date_today",
     "import datetime\nif datetime.date.today().day == 2:\n"
     "  stop()\n",
     2},
    {"formatted_time",
     "import time\nname = time.strftime('%H')\n"
     "open(name)\n",
     3},
    {"text_of_time",
     "import time\ns = f'{time.time()}'\n"
     "if s.endswith('0'):\n  stop()\n",
     3},
    {"autorange", "import timeit\nn, t = timeit.Timer(f).autorange()\n", 2},
    {"setter",
     "import time\nclass C:\n  @property\n  def x(self):\n"
     "    return 1\n  @x.setter\n  def x(self, value):\n    if value > 3:\n"
     "      stop()\nc = C()\nc.x = time.time()\n",
     8},
    {"dataclass",
     "import time\nfrom dataclasses import dataclass\n"
     "@dataclass\nclass R:\n  n: int\n  t: float\nr = R(1, time.time())\n"
     "if r.t > 3:\n  stop()\n",
     8},
    {"exit_status", "import sys, time\nsys.exit(int(time.time()))\n", 2},
    {"later_in_loop",
     "import time\nlast = 0\nfor x in xs:\n"
     "  if last > 3:\n    stop()\n  last = time.time()\n",
     4},
    {"unknown_separator", "import time\nprint('a', time.time(), sep=sep)\n", 2},
};

INSTANTIATE_TEST_SUITE_P(Programs, ClockSteers, testing::ValuesIn(kSteers),
                         [](const auto& one) { return one.param.name; });

TEST(Clock, OtherModuleSetsTheVariable) {
  ClockUse use = use_of({{"__main__",
                          "import state\nstate.begin()\n"
                          "if state.now > 3:\n  stop()\n"},
                         {"state",
                          "import time\nnow = 0\ndef begin():\n"
                          "  global now\n  now = time.time()\n"}});
  ASSERT_TRUE(use.steers.has_value());
  EXPECT_EQ(use.steers->spans[0], (Span{"main.py", 3, 3}));
}

TEST(Clock, ThisModuleSetsAnothersVariable) {
  ClockUse use = use_of({{"__main__",
                          "import state, time\n"
                          "state.now = time.time()\nstate.check()\n"},
                         {"state",
                          "now = 0\ndef check():\n"
                          "  if now > 3:\n    stop()\n"}});
  ASSERT_TRUE(use.steers.has_value());
  EXPECT_EQ(use.steers->spans[0], (Span{"state.py", 3, 3}));
}

TEST(Clock, SyntaxErrorIsNotExcused) {
  ClockUse use = use_of("import time\nprint(time.time())\ndef (:\n");
  EXPECT_TRUE(use.reads_clock);
  EXPECT_TRUE(use.steers.has_value());
}

TEST(Clock, SaysWhichVariable) {
  ClockUse use =
      use_of("import time\nelapsed = time.time()\nif elapsed > 3:\n  f()\n");
  ASSERT_TRUE(use.steers.has_value());
  EXPECT_EQ(use.steers->message,
            "`elapsed`, read from a clock, decides an `if` on line 3");
}

TEST(Clock, DeepNestingEnds) {
  std::string text = "import time\nx = ";
  for (int i = 0; i < 3000; ++i) text += "1 + ";
  text += "time.time()\n";
  EXPECT_TRUE(use_of(text).steers.has_value());
}

TEST(Clock, VeryLargeProjectIsNotExcused) {
  std::string text = "import time\nprint(time.time())\n";
  while (text.size() < 1'400'000) text += "x = 1  # one more line of many\n";
  EXPECT_TRUE(use_of(std::move(text)).steers.has_value());
}

}  // namespace
}  // namespace ppp::advisor
