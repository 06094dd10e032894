// SPDX-License-Identifier: Apache-2.0
// How often loops were entered and how far they went, as record() tells it, of
// programs where that is known.

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <string>

#include "tests/live/interpreters.h"

namespace ppp::profiler {
namespace {

class LiveLoopFacts : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    python_ = find_python(GetParam());
    if (python_.empty()) GTEST_SKIP() << "3." << GetParam() << " is missing";
  }

  void run(const Script& script) {
    RecordOptions options;
    options.timeout_s = 60;
    auto recording = record(script.command(python_), options);
    ASSERT_TRUE(recording.ok()) << recording.error().what;
    ASSERT_EQ(recording->status.code, 0);
    profile_ = std::move(recording->profile);
  }

  // The fact of a line; an empty one when there is none.
  LoopFact at(int line) const {
    const LoopFact* fact = loop_fact(profile_, "script.py", line, line);
    return fact ? *fact : LoopFact{};
  }

  // Facts are estimates from samples, and a run may take few or unlucky ones:
  // of several runs, one must give what is known. `wrong` says what is not.
  void expect_in_one_run(const Script& script,
                         const std::function<std::string()>& wrong) {
    std::string last;
    for (int i = 0; i < 5; ++i) {
      run(script);
      if (HasFatalFailure()) return;
      last = wrong();
      if (last.empty()) return;
    }
    ADD_FAILURE() << last;
  }

  std::string python_;
  Profile profile_;
};

// "" or what is wrong.
template <typename Number>
std::string unless_near(const std::string& what, Number got, double known,
                        double by) {
  const auto value = static_cast<double>(got);
  if (std::abs(value - known) <= by) return "";
  return what + ": " + std::to_string(value) + " instead of " +
         std::to_string(known) + "\n";
}

constexpr const char* kSpin = R"(
def spin(n):
    while n:
        n -= 1
)";

TEST_P(LiveLoopFacts, CountsTheIterationsOfEachSource) {
  const Script script(std::string(kSpin) + R"(
items = list(range(31))
table = {k: k for k in items}
for x in range(3, 44):  # L:range
    spin(150000)
for x in items:  # L:list
    spin(150000)
for x in tuple(items):  # L:tuple
    spin(150000)
for x in table:  # L:dict
    spin(150000)
for k, v in table.items():  # L:items
    spin(150000)
for x in set(items):  # L:set
    spin(150000)
for x in 'abcdefghijklmnopqrstu':  # L:str
    spin(150000)
for i, x in enumerate(items):  # L:enumerate
    spin(150000)
for a, b in zip(items, table):  # L:zip
    spin(150000)
for x in reversed(items):  # L:reversed
    spin(150000)
for x in map(abs, items):  # L:map
    spin(150000)
for x in (y for y in items):  # L:generator
    spin(150000)
)");
  const std::pair<const char*, int> known[] = {
      {"range", 41}, {"list", 31}, {"tuple", 31},   {"dict", 31},
      {"items", 31}, {"set", 31},  {"str", 21},     {"enumerate", 31},
      {"zip", 31},   {"map", 31},  {"reversed", 31}};
  expect_in_one_run(script, [&] {
    std::string wrong;
    for (const auto& [mark, iterations] : known) {
      const LoopFact fact = at(script.line(mark));
      // What a range did before the first look is not seen from 3.12 on.
      const int unseen =
          mark == std::string("range") && minor_of(GetParam()) >= 12 ? 12 : 2;
      wrong += unless_near(mark, fact.iterations, iterations, unseen);
      wrong += unless_near(mark, fact.entries, 1, 1);
      if (fact.per_second <= 100) wrong += std::string(mark) + ": no speed\n";
    }
    return wrong;
  });
  const LoopFact generator = at(script.line("generator"));
  EXPECT_EQ(generator.iterations, 0);
  EXPECT_EQ(generator.source, "generator");
  EXPECT_EQ(at(script.line("enumerate")).source, "enumerate(list)");
}

TEST_P(LiveLoopFacts, TellsHowFastCountingGoes) {
  const Script script("from itertools import count\n" + std::string(kSpin) + R"(
for n in count(5):  # L:ones
    spin(400)
    if n == 24000:
        break
for n in count(5, 3):  # L:threes
    spin(400)
    if n > 2000:
        break
)");
  expect_in_one_run(script, [&] {
    const LoopFact ones = at(script.line("ones"));
    return unless_near("ones", ones.per_second * ones.wall_s, 24000, 3600) +
           unless_near("entries", ones.entries, 1, 0);
  });
  EXPECT_EQ(at(script.line("ones")).source, "itertools.count");
  EXPECT_EQ(at(script.line("threes")).per_second, 0);
}

TEST_P(LiveLoopFacts, CountsEntries) {
  const Script script(std::string(kSpin) + R"(
def inner(xs):
    for x in xs:  # L:inner
        spin(150)

def long(xs):
    for x in xs:  # L:long
        spin(80000)

for i in range(400):  # L:outer
    inner([1] * 150)

for i in range(6):  # L:few
    long(range(40))

total = 0
for i in range(60000):  # L:fast
    total += i

for i in range(600):
    squares = [spin(250) for k in range(200)]  # L:comprehension
)");
  expect_in_one_run(script, [&] {
    const LoopFact outer = at(script.line("outer"));
    const LoopFact inner = at(script.line("inner"));
    const LoopFact few = at(script.line("long"));
    const LoopFact comprehension = at(script.line("comprehension"));
    const int unseen = minor_of(GetParam()) >= 12 ? 120 : 40;
    return unless_near("outer", outer.iterations, 400, unseen) +
           unless_near("outer entries", outer.entries, 1, 0) +
           unless_near("inner", inner.iterations, 150, 0) +
           unless_near("inner entries", inner.entries, 500, 300) +
           unless_near("few", few.iterations, 40, 6) +
           unless_near("few entries", few.entries, 6, 1) +
           unless_near("comprehension", comprehension.iterations, 200, 60) +
           unless_near("its entries", comprehension.entries, 750, 450);
  });
}

TEST_P(LiveLoopFacts, NestedLoopsOfOneFunction) {
  const Script script(std::string(kSpin) + R"(
def work(n):
    for i in range(n):  # L:outer
        for j in range(i, n):  # L:inner
            spin(300)
        with open('/dev/null') as f:
            for line in f:
                pass
        try:
            1 // 0
        except ZeroDivisionError:
            for k in (1, 2, 3):  # L:handler
                spin(5000)

work(160)
work(160)
)");
  expect_in_one_run(script, [&] {
    const LoopFact outer = at(script.line("outer"));
    const LoopFact inner = at(script.line("inner"));
    const LoopFact handler = at(script.line("handler"));
    return unless_near("outer", outer.iterations, 160, 20) +
           unless_near("outer entries", outer.entries, 2, 0) +
           unless_near("inner", inner.iterations, 160, 80) +
           unless_near("inner entries", inner.entries, 400, 240) +
           unless_near("handler", handler.iterations, 3, 0) +
           unless_near("its entries", handler.entries, 320, 240);
  });
}

TEST_P(LiveLoopFacts, OfWaitingLoops) {
  const Script script(R"(
import time
for x in [1, 2, 3, 4, 5, 6, 7]:  # L:sleep
    time.sleep(0.03)
)");
  expect_in_one_run(script, [&] {
    const LoopFact fact = at(script.line("sleep"));
    return unless_near("iterations", fact.iterations, 7, 0) +
           unless_near("entries", fact.entries, 1, 0) +
           unless_near("seconds", fact.wall_s, 0.21, 0.06) +
           unless_near("per second", fact.per_second, 33, 12);
  });
}

INSTANTIATE_TEST_SUITE_P(Python3, LiveLoopFacts,
                         ::testing::ValuesIn(all_versions()));

}  // namespace
}  // namespace ppp::profiler
