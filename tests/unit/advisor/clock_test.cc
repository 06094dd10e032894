// SPDX-License-Identifier: Apache-2.0
// Clocks that are only shown, and what else a mask must leave alone.

#include "advisor/clock.h"

#include <gtest/gtest.h>

#include "tests/unit/advisor/clock_uses.h"

namespace ppp::advisor {
namespace {

/// Literals with {} for a clock hole and [] for another one.
std::string shape(const ClockOutput& output) {
  std::string text = output.literals.at(0);
  for (std::size_t i = 0; i < output.clock_holes.size(); ++i) {
    text += (output.clock_holes[i] ? "{}" : "[]") + output.literals.at(i + 1);
  }
  return text;
}

std::vector<std::string> shapes(const ClockUse& use) {
  std::vector<std::string> all;
  for (const ClockOutput& output : use.outputs) all.push_back(shape(output));
  return all;
}

struct Excused {
  const char* name;
  const char* program;
  std::vector<std::string> outputs;
};

void PrintTo(const Excused& one, std::ostream* out) { *out << one.name; }

class ClockExcused : public testing::TestWithParam<Excused> {};

TEST_P(ClockExcused, OnlyReachesOutput) {
  ClockUse use = use_of(GetParam().program);
  EXPECT_TRUE(use.reads_clock);
  EXPECT_FALSE(use.steers.has_value()) << use.steers->message;
  EXPECT_EQ(shapes(use), GetParam().outputs);
}

const Excused kExcused[] = {
    {"difference",
     R"(import time
start = time.time()
work()
print("took", time.time() - start)
)",
     {"took {}\n"}},
    {"f_string",
     R"(from time import perf_counter
start = perf_counter()
end = perf_counter()
print(f"Elapsed: {end - start:.2f} s")
)",
     {"Elapsed: {} s\n"}},
    {"percent",
     R"(import time
began = time.time()
total = 3
print("total", total)
print("took %.3f seconds for %d" % (time.time() - began, total))
)",
     {"took {} seconds for []\n"}},
    {"percent_single",
     R"(import time as t
began = t.time()
print("100%% in %s" % (t.time() - began))
)",
     {"100% in {}\n"}},
    {"percent_mapping",
     R"(import time
t = time.time()
print("%(t).1f of %(n)d" % {"t": t, "n": 5})
)",
     {"{} of []\n"}},
    {"format_method",
     R"(import time
t = time.process_time()
print("{} took {:.1f}{unit}".format(name, t, unit="s"), "{{}} {0}".format(t))
)",
     {"[] took {}s {} {}\n"}},
    {"rounding_and_str",
     R"(import time
t0 = time.time()
elapsed = round(time.time() - t0, 2)
print("Time: " + str(elapsed) + "s", int(elapsed), abs(elapsed))
)",
     {"Time: {}s {} {}\n"}},
    {"message_variable",
     R"(import time
t = time.time()
message = f"{count} rows in {t:.1f} s"
print(message)
)",
     {"[] rows in {} s\n"}},
    {"separator_and_end",
     R"(import time
print("a", time.time(), "b", sep=", ", end="!\n")
)",
     {"a, {}, b!\n"}},
    {"stderr",
     R"(import sys, time
print(time.time(), file=sys.stderr)
sys.stdout.write("t=%f\n" % time.time())
)",
     {"{}\n", "t={}\n"}},
    {"decorator",
     R"(import time, functools
def timer(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        result = func(*args, **kwargs)
        print(f"{func.__name__} took {time.perf_counter() - start:.4f}")
        return result
    return wrapper

@timer
def work(n):
    if n > 3:
        return n
    return sum(range(n))

if work(5) > 3:
    print(work(4))
)",
     {"[] took {}\n"}},
    {"decorator_factory",
     R"(import time
def timed(label):
    def decorate(func):
        def wrapper(n):
            t = time.time()
            value = func(n)
            print(label, time.time() - t)
            return value
        return wrapper
    return decorate
@timed("sum")
def f(n):
    return [0] * n
print(f(3))
)",
     {"[] {}\n"}},
    {"context_manager",
     R"(import time
class Timer:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        self.start = time.time()
        return self
    def __exit__(self, *args):
        self.elapsed = time.time() - self.start
        print(self.name, "took", self.elapsed)
with Timer("x") as t:
    work()
print(t.elapsed)
)",
     {"[] took {}\n", "{}\n"}},
    {"generator_context_manager",
     R"(import time
from contextlib import contextmanager
@contextmanager
def timer(label):
    t0 = time.time()
    yield
    print(f"{label}: {time.time() - t0}")
with timer("a"):
    work()
)",
     {"[]: {}\n"}},
    {"per_item",
     R"(import time
for i in range(3):
    t = time.time()
    work(i)
    print(i, time.time() - t)
)",
     {"[] {}\n"}},
    {"average",
     R"(import time
times = []
for i in range(3):
    t = time.time()
    work(i)
    times.append(time.time() - t)
print("avg", sum(times) / len(times), max(times), sorted(times)[0])
if times:
    print(len(times))
)",
     {"avg {} {} {}\n"}},
    {"guard",
     R"(import time
def main():
    t0 = time.time()
    total = 0
    total += time.time() - t0
    print(total)
if __name__ == "__main__":
    main()
)",
     {"{}\n"}},
    {"wrapper_function",
     R"(import time
def now():
    return time.time()
def since(t):
    return now() - t
t = now()
print("s", since(t))
)",
     {"s {}\n"}},
    {"clock_as_value",
     R"(import time
clock = time.perf_counter
def run(f, clock=clock):
    t = clock()
    f()
    return clock() - t
print(run(work))
)",
     {"{}\n"}},
    {"divmod",
     R"(import time
m, s = divmod(time.time(), 60)
print(f"{int(m)}m{s:.0f}s")
)",
     {"{}m{}s\n"}},
    {"datetime",
     R"(from datetime import datetime, timedelta
start = datetime.now()
print("Start:", start.strftime("%H:%M on %d"))
print(datetime.now() - start, (datetime.now() - start).total_seconds())
print(str(timedelta(seconds=int((datetime.now() - start).seconds))))
)",
     {"Start: {}:{} on {}\n", "{} {}\n", "{}\n"}},
    {"strftime_now",
     R"(import time
print("at", time.strftime("%Y-%m-%d"), time.ctime())
)",
     {"at {}-{}-{} {}\n"}},
    {"formatting_function",
     R"(import time
def show(seconds):
    return f"{seconds:.2f} s"
t = time.time()
print("took", show(time.time() - t))
)",
     {"took {} s\n"}},
    {"tuples_keep_apart",
     R"(import time
rows = []
for name in names:
    t = time.time()
    value = work(name)
    rows.append((name, value, time.time() - t))
for name, value, took in rows:
    if value > 3:
        print(name, value, took)
for i, row in enumerate(rows):
    print(i, row[1], row[2])
)",
     {"[] [] {}\n", "[] [] {}\n"}},
    {"dict_of_times",
     R"(import time
stats = {"n": 0, "t": 0.0}
stats["t"] += time.time()
stats["n"] += 1
if stats["n"] > 0:
    print(stats["n"], stats["t"])
spent = {}
spent[name] = time.time()
for name, t in spent.items():
    print(name, t)
)",
     {"[] {}\n", "[] {}\n"}},
    {"default_dict",
     R"(import time
from collections import defaultdict
spent = defaultdict(list)
spent[name].append(time.time())
for name, ts in spent.items():
    print(name, min(ts))
)",
     {"[] {}\n"}},
    {"timeit_module",
     R"(import timeit
print(timeit.timeit(lambda: f(3), number=10))
print(min(timeit.repeat('f(3)', number=10)))
)",
     {"{}\n", "{}\n"}},
    {"start_none",
     R"(import time
class Watch:
    def __init__(self):
        self.start = None
    def stop(self):
        if self.start is None:
            return 0.0
        return time.time() - self.start
    def begin(self):
        self.start = time.time()
w = Watch()
w.begin()
print(w.stop())
)",
     {"{}\n"}},
    {"logging",
     R"(import logging, time
log = logging.getLogger(__name__)
t = time.time()
log.info("took %.2f s for %s", time.time() - t, name)
logging.info(f"took {t}")
)",
     {"[]took {} s for []\n", "[]took {}\n"}},
    {"property",
     R"(import time
class T:
    def __init__(self):
        self.t0 = time.time()
    @property
    def elapsed(self):
        return time.time() - self.t0
    @staticmethod
    def show(x):
        print("e", x)
t = T()
T.show(t.elapsed)
)",
     {"e {}\n"}},
    {"best_so_far",
     R"(import time
best = float("inf")
for _ in range(3):
    t = time.time()
    best = min(best, time.time() - t)
print("best", best)
)",
     {"best {}\n"}},
    {"named_expression_and_lambda",
     R"(import time
elapsed = lambda t: time.time() - t
print(elapsed(s := time.time()), s)
)",
     {"{} {}\n"}},
    {"rate",
     R"(import os, resource, time
t = time.time()
print("%d items/s" % (n / (time.time() - t)))
print(os.times()[0], resource.getrusage(resource.RUSAGE_SELF).ru_utime)
)",
     {"{} items/s\n", "{} {}\n"}},
    {"debug_f_string",
     "import time\nt = time.time()\nprint(f'{t = :.1f}{{}}')\n",
     {"t = {}{}\n"}},
    {"table_of_functions",
     R"(import time
def a(n): return n
def b(n): return n + 1
for f in [a, b]:
    t = time.time()
    x = f(3)
    if x > 3:
        print(x)
    print(f.__name__, time.time() - t)
)",
     {"[] {}\n"}},
};

INSTANTIATE_TEST_SUITE_P(Programs, ClockExcused, testing::ValuesIn(kExcused),
                         [](const auto& one) { return one.param.name; });

TEST(Clock, HelperModuleTimes) {
  ClockUse use = use_of({{"__main__",
                          "from clocks import Stopwatch, fmt\n"
                          "w = Stopwatch()\nprint('took', fmt(w.read()))\n"},
                         {"clocks",
                          "import time\nclass Stopwatch:\n"
                          "  def __init__(self):\n    self.t = time.time()\n"
                          "  def read(self):\n"
                          "    return time.time() - self.t\n"
                          "def fmt(s):\n  return '%.1f s' % s\n"}});
  EXPECT_FALSE(use.steers.has_value());
  EXPECT_EQ(shapes(use), std::vector<std::string>{"took {} s\n"});
}

TEST(Clock, NoClock) {
  EXPECT_EQ(use_of("print('sometimes')\nif x:\n  y()\n"), ClockUse{});
  EXPECT_EQ(use_of("import time\ntime.sleep(1)\n"), ClockUse{});
  EXPECT_EQ(use_of("import time\ntime.strftime('%Y', when)\n"), ClockUse{});
  EXPECT_EQ(use_of("from datetime import datetime\n"
                   "d = datetime(2020, 1, 1)\nif d.year > 3:\n  pass\n"),
            ClockUse{});
}

// What a mask may hide must come from a clock and from nothing else.
TEST(Clock, NeverMasksOtherValues) {
  for (const char* program :
       {"import time\nx = total\nif c:\n  x = time.time()\nprint('x', x)\n",
        "import time\nrows = [total, time.time()]\nprint('x', rows[0])\n",
        "import time\nclass A:\n  def __init__(self):\n"
        "    self.start = time.time()\nclass B:\n  def __init__(self):\n"
        "    self.start = total\nprint('x', B().start)\n",
        "import time\nclass A:\n  def __init__(self):\n"
        "    self.start = time.time()\nprint('x', unknown.start)\n",
        "import time\nclass A:\n  def __init__(self):\n"
        "    self.start = time.time()\nprint('x', slice(total).start)\n",
        "import time\ndef f(x):\n  print('x', x)\nf(total)\nf(time.time())\n",
        "import time\ns = str(total) + str(time.time())\n"
        "def show(s):\n  print('x', s)\nshow(s)\n",
        "import time\nts = []\nlib(ts)\nts.append(0)\nprint('x', ts[0], "
        "str(ts))\n",
        "import time, sys\nx = sys.maxsize\nif c:\n  x = time.time()\n"
        "print('x', x)\n",
        "import time\ndef f(clock):\n  return clock()\nprint('x', "
        "f(total_of) + 0, f(time.time) if c else 1)\n"}) {
    ClockUse use = use_of(program);
    for (const ClockOutput& output : use.outputs) {
      ADD_FAILURE() << program << shape(output);
    }
  }
}

TEST(Clock, RecordsShowWhenTheyWereLogged) {
  ClockUse use = use_of(R"(import logging
import time
FORMAT = "%(asctime)s %(levelname)-8s %(message)s"
logging.basicConfig(level=logging.INFO, format=FORMAT)
handler = logging.StreamHandler()
handler.setFormatter(logging.Formatter("[{asctime}] {message} <{name}>",
                                       "%H:%M", style="{"))
logging.getLogger().addHandler(handler)
began = time.time()
logging.info("took %.2f s", time.time() - began)
)");
  EXPECT_FALSE(use.steers.has_value());
  EXPECT_EQ(shapes(use),
            (std::vector<std::string>{
                "[]took {} s\n", "{}-{}-{} {}:{}:{},{} [] took {} s\n",
                "[{}:{}] took {} s <[]>\n", "{}-{}-{} {}:{}:{},{} [] []\n",
                "[{}:{}] [] <[]>\n"}));
}

TEST(Clock, NamesTheFilesOfRecords) {
  const ClockUse use = use_of(R"(import logging
logging.basicConfig(filename="logs/app.log",
                    format="%(relativeCreated)d %(message)s")
logging.getLogger().addHandler(logging.FileHandler("more.log", "w"))
logging.getLogger().addHandler(logging.FileHandler(input()))
)");
  EXPECT_EQ(use.log_files, (std::vector<std::string>{"app.log", "more.log"}));
  ASSERT_EQ(use.outputs.size(), 1U);
  EXPECT_TRUE(use.outputs[0].logged);
  EXPECT_TRUE(use_of("import logging\nh = logging.FileHandler('a.log')\n")
                  .log_files.empty());
}

TEST(Clock, OnlyKnownHandlersGetTheTimeOfARecord) {
  const std::string head =
      "import logging, time\nFORMAT = '%(asctime)s %(message)s'\n"
      "logging.basicConfig(format=FORMAT)\n";
  EXPECT_EQ(use_of(head).outputs.size(), 1U);
  for (const char* more :
       {"class H(logging.Handler):\n  def emit(self, r): print(r.created > "
        "3)\n",
        "class H:\n  def handle(self, r): print(r.created > 3)\n"
        "logging.getLogger().addHandler(H())\n",
        "def add(handler):\n  logging.getLogger().addHandler(handler)\n",
        "h = logging.StreamHandler()\nh.emit = f\n"
        "logging.getLogger().addHandler(h)\n",
        "logging.getLogger().addFilter(f)\n", "FORMAT = f()\n",
        "logging.basicConfig(stream=out)\n",
        "logging.basicConfig(style='$', format='$asctime')\n"
        "import logging.config\n"}) {
    EXPECT_TRUE(use_of(head + more).outputs.empty()) << more;
  }
}

/// Twenty classes with methods of the same names, a list and a table each, and
/// a loop that gives all of them a time; `last` stands in the last one's
/// `take`.
std::string many_classes(const std::string& last) {
  std::string text = "import time\n";
  std::string all;
  for (int i = 0; i < 20; ++i) {
    const std::string name = "Step" + std::to_string(i);
    text += "class " + name +
            ":\n"
            "  def __init__(self):\n"
            "    self.times = []\n"
            "    self.table = {'n': 0}\n"
            "  def take(self, began, count=0):\n"
            "    self.times.append(time.time() - began)\n"
            "    self.table['n'] = count\n"
            "    self.last = count\n"
            "    " +
            (i == 19 ? last : "pass") +
            "\n"
            "  def first(self):\n"
            "    return self.times[0]\n";
    all += name + "(), ";
  }
  return text + "steps = [" + all +
         "]\n"
         "began = time.time()\n"
         "for step in steps:\n"
         "  step.take(began, count=2)\n"
         "for step in steps:\n"
         "  if step.table['n'] > 1 and step.last:\n"
         "    print('took', step.first())\n";
}

// What concerns many methods at once is worked out together.
TEST(Clock, ManyMethodsOfOneNameAreFollowed) {
  const ClockUse use = use_of(many_classes("pass"));
  EXPECT_FALSE(use.steers.has_value()) << use.steers->message;
  EXPECT_EQ(shapes(use), std::vector<std::string>{"took {}\n"});
}

// Each result is kept where the next one is read from: there are as many ways
// through the library as there are rows of its methods' names.
TEST(Clock, ResultsOfResultsOfALibraryAreFollowed) {
  const ClockUse use = use_of(R"(import io
import time
start = time.time()
class Layer:
    def __init__(self, raw):
        self.raw = raw
    def tell(self):
        return self.raw.tell()
    def seek(self):
        return self.raw.seek()
    def flush(self):
        return self.raw.flush()
    def peek(self):
        return self.raw.peek()
layer = Layer(io.FileIO("a"))
layer = Layer(layer.tell())
layer = Layer(layer.seek())
layer = Layer(layer.flush())
layer = Layer(layer.peek())
print("took", time.time() - start)
)");
  EXPECT_FALSE(use.steers.has_value()) << use.steers->message;
  EXPECT_EQ(shapes(use), std::vector<std::string>{"took {}\n"});
}

TEST(Clock, OneOfManyMethodsSteers) {
  for (const char* last : {"if began > 5: print()", "self.table['n'] = began",
                           "self.last = began", "if self.times[0] > 3: print()",
                           "count = time.time()\n    self.last = count"}) {
    EXPECT_TRUE(use_of(many_classes(last)).steers.has_value()) << last;
  }
}

TEST(Clock, OneOfManyListsHoldsSomethingElse) {
  const ClockUse use =
      use_of(many_classes("self.times.append(len(self.table))"));
  EXPECT_FALSE(use.steers.has_value()) << use.steers->message;
  EXPECT_EQ(shapes(use), std::vector<std::string>{});
}

}  // namespace
}  // namespace ppp::advisor
