// SPDX-License-Identifier: Apache-2.0
#include "tests/live/live_probe.h"

namespace ppp::advisor {
namespace {

constexpr const char* kProven = R"(
import random

def work(n):
    total = 0
    for k in range(2000):
        total += k * n
    return [total] * 10

def main():
    random.seed(7)
    out = []
    for n in range(40):  # L:loop
        print(n)
        out.append(work(n))
    print(out[-1], random.random())
    raise SystemExit(3)

main()
)";

TEST_P(LiveProbe, MeasuresAndTestsALoop) {
  probe(kProven);
  EXPECT_EQ(facts_.entries, 1);
  EXPECT_EQ(facts_.trips, 40);
  EXPECT_EQ(facts_.alone, limits_.alone);
  EXPECT_EQ(facts_.ordered, 16);
  ASSERT_TRUE(facts_.measure.has_value());
  EXPECT_EQ(facts_.measure->sampled, 16);
  EXPECT_GT(facts_.measure->seconds_per_iteration, 1e-5);
  EXPECT_LT(facts_.measure->seconds_per_iteration, 1);
  EXPECT_GT(facts_.measure->item_bytes, 3);
  EXPECT_LT(facts_.measure->item_bytes, 30);
  EXPECT_GT(facts_.measure->result_bytes, facts_.measure->item_bytes);
  EXPECT_FALSE(facts_.conflict || facts_.unpicklable);
  EXPECT_TRUE(facts_.changes.empty());
}

TEST_P(LiveProbe, DoesNotDisturbTheProgram) {
  ASSERT_NO_FATAL_FAILURE(take(kProven));
  const Captured before =
      *capture(system_processes(), script_->command(python_), 60);
  limits_.enough = 1000;  // so it runs on to its end
  limits_.entries = 1000;
  const Captured after = run();
  EXPECT_EQ(facts_.entries, 1);
  EXPECT_EQ(after.out, before.out);
  EXPECT_EQ(after.err, before.err);
  EXPECT_EQ(after.status.code, 3);
}

TEST_P(LiveProbe, AProgramMayHaveAModuleLikeOneOfTheLibrary) {
  ASSERT_NO_FATAL_FAILURE(take(R"(
import copy

def work(n):
    return copy.answer * n

out = []
for n in range(20):  # L:loop
    out.append(work(n))
print(out, copy.__file__)
)",
                               "copy.py", "answer = 42\n"));
  const Captured before =
      *capture(system_processes(), script_->command(python_), 60);
  limits_.enough = 1000;
  const Captured after = run();
  EXPECT_EQ(facts_.alone, limits_.alone);
  EXPECT_EQ(after.out, before.out);
  EXPECT_EQ(after.status.code, 0);
}

TEST_P(LiveProbe, AScriptThatIsImportedToo) {
  ASSERT_NO_FATAL_FAILURE(take(R"(
def work(n):
    return n * n

def main():
    out = []
    for n in range(20):  # L:loop
        out.append(work(n))
    return out

if __name__ == "__main__":
    import script
    print(script.main(), main())
)"));
  const Captured before =
      *capture(system_processes(), script_->command(python_), 60);
  limits_.enough = 1000;
  const Captured after = run();
  EXPECT_EQ(facts_.entries, 2);
  EXPECT_EQ(after.out, before.out);
}

TEST_P(LiveProbe, RunsAsItIsWhereNobodyAsks) {
  ASSERT_NO_FATAL_FAILURE(take(kProven));
  const Command plain = script_->command(python_);
  const Captured before = *capture(system_processes(), plain, 60);
  const Instrumented copy = instrument(project_, {&*candidate_}, limits_);
  ASSERT_TRUE(write_file(copy.at(0).first, copy[0].second).ok());
  const Captured after = *capture(system_processes(), plain, 60);
  EXPECT_EQ(after.out, before.out);
  EXPECT_EQ(after.status.code, 3);
}

// `state` is only seen by code that the analysis cannot see.
TEST_P(LiveProbe, ADependenceThatOnlyRunningShows) {
  probe(R"(
class State:
    total = 0

state = State()

def work(n):
    exec("state.total += n", globals(), {"n": n})  # L:write
    return getattr(state, "to" + "tal")  # L:read

out = []
for n in range(1, 40):  # L:loop
    out.append(work(n))
)");
  ASSERT_TRUE(facts_.conflict.has_value()) << facts_.skipped;
  EXPECT_EQ(facts_.conflict->kind, ProbeConflict::Kind::kCarried);
  EXPECT_EQ(facts_.conflict->what, "`state.total`");
  EXPECT_EQ(facts_.conflict->write, line("write"));
  EXPECT_EQ(facts_.conflict->read, line("read"));
  EXPECT_EQ(facts_.conflict->first + 1, facts_.conflict->second);
}

TEST_P(LiveProbe, BothLinesAndBothIterations) {
  probe(R"(
seen = []

def work(n):
    if n == 2:
        getattr(seen, "app" + "end")(n)  # L:write
    if n == 7 and seen:  # L:read
        return -1
    return n

out = []
for n in [0, 1, 2, 3, 4, 5, 6, 7]:  # L:loop
    out.append(work(n))
)");
  ASSERT_TRUE(facts_.conflict.has_value()) << facts_.skipped;
  expect_conflict(ProbeConflict::Kind::kCarried, "`seen`");
  EXPECT_EQ(facts_.conflict->write, line("write"));
  EXPECT_EQ(facts_.conflict->read, line("read"));
  EXPECT_EQ(facts_.conflict->first, 2);
  EXPECT_EQ(facts_.conflict->second, 7);
}

TEST_P(LiveProbe, WhatOnlyAnotherOrderShows) {
  probe(R"(
seen = []

def work(n):
    if n == 7:
        getattr(seen, "app" + "end")(n)  # L:write
    if n == 2 and seen:  # L:read
        return -1
    return n

out = []
for n in [0, 1, 2, 3, 4, 5, 6, 7]:  # L:loop
    out.append(work(n))
)");
  ASSERT_TRUE(facts_.conflict.has_value()) << facts_.skipped;
  expect_conflict(ProbeConflict::Kind::kCarried, "`seen`");
  EXPECT_EQ(facts_.conflict->write, line("write"));
  EXPECT_EQ(facts_.conflict->read, line("read"));
  EXPECT_EQ(facts_.conflict->first, 7);
  EXPECT_EQ(facts_.conflict->second, 2);
}

TEST_P(LiveProbe, AMemoIsAChangeThatOutlivesTheIteration) {
  probe(R"(
memo = {}

def work(n):
    exec("memo[n] = n * n", globals(), {"n": n})  # L:write
    return n * n

out = [work(n) for n in range(40)]  # L:loop
)");
  EXPECT_FALSE(facts_.conflict.has_value());
  ASSERT_EQ(facts_.changes.size(), 1u);
  EXPECT_EQ(facts_.changes[0].variable, "`memo`");
  EXPECT_EQ(facts_.changes[0].write, line("write"));
}

TEST_P(LiveProbe, EffectsOutsideAreSeen) {
  const std::string program = R"(
def work(n):
    exec(CODE)  # L:write
    return n

out = []
for n in range(20):  # L:loop
    out.append(work(n))
)";
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"open('left.txt', 'w')", "writes a file left.txt"},
      {"print(1)", "writes to stdout or stderr"},
      {"import os; os.write(2, b'x')", "writes to stdout or stderr"},
      {"import os; os.mkdir('sub')", "makes a directory sub"},
      {"import subprocess; subprocess.call(['true'])",
       "starts a child process true"}};
  for (const auto& [code, what] : rows) {
    std::string text = program;
    text.replace(text.find("CODE"), 4, '"' + code + '"');
    probe(text);
    expect_conflict(ProbeConflict::Kind::kEffect, what);
  }
}

TEST_P(LiveProbe, DrawsFromASharedGenerator) {
  probe(R"py(
import random
random.seed(5)

def work(n):
    return eval("random.random()")

out = []
for n in range(20):  # L:loop
    out.append(work(n))
)py");
  expect_conflict(ProbeConflict::Kind::kCarried, "the generator of `random`");
}

TEST_P(LiveProbe, AnotherResultEachTime) {
  probe(R"py(
import time

def work(n):
    return eval("time.time()")

out = []
for n in range(20):  # L:loop
    out.append(work(n))
)py");
  expect_conflict(ProbeConflict::Kind::kUnstable, "");
}

TEST_P(LiveProbe, WhatCannotBePickled) {
  probe(R"(
def work(n):
    return {"deep": [eval("lambda: n", {"n": n})]}

out = []
for n in range(20):  # L:loop
    out.append(work(n))
)");
  ASSERT_TRUE(facts_.unpicklable.has_value());
  EXPECT_EQ(facts_.unpicklable->what, "result");
  EXPECT_EQ(facts_.unpicklable->obstacle.find("a `function`"), 0u);
}

TEST_P(LiveProbe, AnExceptionThatDoesNotComeBack) {
  probe(R"py(
class Failure(Exception):
    def __init__(self, one, two):
        super().__init__(one)
        self.two = two

def work(n):
    if n == 13:
        raise eval("Failure(1, 2)")
    return n

out = []
for n in range(20):  # L:loop
    out.append(work(n))
)py");
  ASSERT_TRUE(facts_.unpicklable.has_value());
  EXPECT_NE(facts_.unpicklable->obstacle.find("cannot be read back"),
            std::string::npos);
}

TEST_P(LiveProbe, HugeDataIsLookedAtInBounds) {
  probe(R"(
table = list(range(3000000))

def work(n):
    return eval("table[n]", globals(), {"n": n}) + 1

out = []
for n in range(2000000):  # L:loop
    out.append(work(n))
)");
  EXPECT_FALSE(facts_.conflict.has_value());
  EXPECT_EQ(facts_.trips, 2000000);
  EXPECT_EQ(facts_.alone, limits_.alone);
}

TEST_P(LiveProbe, SeveralShortEntries) {
  probe(R"(
def row(m):
    out = []
    for n in range(3):  # L:loop
        out.append(pow(m, n))
    return out

for m in range(50):
    print(row(m))
)");
  EXPECT_EQ(facts_.entries, limits_.entries);
  EXPECT_EQ(facts_.trips, 3);
  EXPECT_EQ(facts_.ordered, 3 * limits_.entries);
}

TEST_P(LiveProbe, ThreadsRuleItOut) {
  probe(R"(
import threading
stop = threading.Event()
threading.Thread(target=stop.wait).start()

def work(n):
    return eval("n", {"n": n})

out = []
for n in range(20):  # L:loop
    out.append(work(n))
stop.set()
)");
  EXPECT_EQ(facts_.skipped, "the program has several threads");
  EXPECT_EQ(facts_.alone, 0);
}

INSTANTIATE_TEST_SUITE_P(Pythons, LiveProbe, testing::Range(8, 15),
                         [](const auto& minor) {
                           return "Python3" + std::to_string(minor.param);
                         });

}  // namespace
}  // namespace ppp::advisor
