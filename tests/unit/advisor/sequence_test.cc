// SPDX-License-Identifier: Apache-2.0
#include "advisor/sequence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "advisor/advise.h"

namespace ppp::advisor {
namespace {

constexpr const char* kReport = R"(
def first(n):
    for _ in range(n):
        n += 1
    return n

def main():
    a = first(10)
    print("one")
    b = first(20)
    c = first(30)
    d = first(c)
    print(a, b, c, d)

main()
)";

/// Of a report, with so many seconds in lines 8, 10, 11 and 12.
Plan plan_of(const std::array<double, 4>& seconds,
             std::string_view text = kReport) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", std::string(text)));
  profiler::Profile profile;
  profile.threads.push_back({1, true});
  const std::array<int, 4> lines = {8, 10, 11, 12};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    profile.frames.push_back({"main.py", "main", lines[i], 7});
    profiler::Stack stack;
    stack.frames = {static_cast<int>(i)};
    stack.cost.wall_s = stack.cost.cpu_s = stack.cost.python_s = seconds[i];
    profile.stacks.push_back(stack);
  }
  Result<Plan> plan = advise(profile, project);
  EXPECT_TRUE(plan.ok());
  return std::move(*plan);
}

const Candidate* sequence_in(const Plan& plan) {
  for (const Candidate& candidate : plan.candidates) {
    if (candidate.loop.kind == LoopKind::kSequence) return &candidate;
  }
  return nullptr;
}

TEST(Sequence, TakesTheHeavyCallsThatAreIndependent) {
  const Plan plan = plan_of({4, 3, 2, 1});
  const Candidate* candidate = sequence_in(plan);
  ASSERT_NE(candidate, nullptr);
  EXPECT_EQ(candidate->sequence.size(), 3U);  // d needs c
  EXPECT_EQ(candidate->loop.span, (Span{"main.py", 8, 11}));
  EXPECT_DOUBLE_EQ(candidate->loop.share, 0.9);
  EXPECT_EQ(candidate->loop.iterations, 2);  // 9 s, the longest takes 4
  EXPECT_TRUE(candidate->process_obstacles.empty());
}

// Whether an exception fits through a pipe is asked while scopes are still
// made.
TEST(Sequence, WhatRaisesBeforeItCallsIsUnderstood) {
  const Plan plan = plan_of({4, 3, 2, 1}, R"(
class Odd(Exception): pass
def check(n):
    if n < 0: raise Odd(n)
def first(n): return sum(k for k in range(n))
def main():
    # the first one
    a = first(10)
    print("one")
    b = first(20)
    c = first(30)
    d = first(c)
    print(a, b, c, d)
check(3)
main()
)");
  const Candidate* candidate = sequence_in(plan);
  ASSERT_NE(candidate, nullptr);
  EXPECT_EQ(candidate->sequence.size(), 3U);
}

TEST(Sequence, LeavesCheapCallsWhereTheyAre) {
  const Plan plan = plan_of({4, 0.1, 3, 2.9});
  const Candidate* candidate = sequence_in(plan);
  ASSERT_NE(candidate, nullptr);
  EXPECT_EQ(candidate->sequence.size(), 2U);
  EXPECT_EQ(candidate->loop.span, (Span{"main.py", 8, 11}));
}

TEST(Sequence, OneHeavyCallIsNoSequence) {
  EXPECT_EQ(sequence_in(plan_of({9, 0.1, 0.2, 0.3})), nullptr);
  EXPECT_EQ(sequence_in(plan_of({0.1, 0.1, 5, 5})), nullptr);  // d needs c
}

TEST(Sequence, RunsInLoopsAreNotLookedAt) {
  const SourceFile file = SourceFile::parse(
      "main.py", "/main.py", "__main__",
      "for x in xs:\n    a = f(x)\n    b = f(1)\nc = f(2)\nd, e = f(3)\n"
      "if c:\n    g = f(4)\n    h.x = f(5)\n");
  const std::vector<Loop> runs = find_sequences(file);
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_EQ(runs[0].hot.span, (Span{"main.py", 4, 5}));
}

constexpr const char* kMakesItsArguments = R"(
def first(n):
    for _ in range(n):
        n += 1
    return n

def main():
    a = first(10)
    c = 7
    b = first(a)
    d = first(c)
    print(a, b, d)

main()
)";

TEST(Sequence, ArgumentsMayBeMadeByEarlierStatements) {
  const Plan plan = plan_of({0.1, 4, 3, 0.1}, kMakesItsArguments);
  const Candidate* candidate = sequence_in(plan);
  ASSERT_NE(candidate, nullptr);
  EXPECT_EQ(candidate->loop.span, (Span{"main.py", 10, 11}));
  EXPECT_TRUE(candidate->reimport.obstacles.empty());
}

TEST(Sequence, ArgumentsAreThereAheadOfAllCalls) {
  // Without `late` the program fails at the second call only.
  EXPECT_EQ(sequence_in(plan_of({0.1, 4, 0.1, 4}, R"(
def first(n):
    for _ in range(n):
        n += 1
    return n

def main(late):
    if late:
        c = 7
    a = first(10)
    print("one")
    b = first(c)
    print(a, b)

main(True)
)")),
            nullptr);
}

/// Two calls of `first`, which is given `given`; `more` stands at the end.
Candidate row_of_calls(const std::string& given, const std::string& more) {
  const Plan plan = plan_of({4, 3, 2, 0.1}, R"(
import os
KEYS = {3}
class T: n = m = 0
def first(t): return [t, sum(k for k in range(9))][1]

def main(t):
    a = first()" + given + R"()
    t.m = 3
    b = first()" + given + R"()
    c = first()" + given + R"()
    return a, b, c

print(main(T()))
)" + more);
  const Candidate* candidate = sequence_in(plan);
  EXPECT_NE(candidate, nullptr) << given;
  return candidate ? *candidate : Candidate();
}

bool says(const std::vector<Reason>& reasons, std::string_view words) {
  return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) {
    return (reason.id + ": " + reason.message).find(words) != std::string::npos;
  });
}

TEST(Sequence, WhatStandsAgainstProcessesAndThreads) {
  const Candidate plain = row_of_calls("3", "");
  EXPECT_TRUE(plain.process_obstacles.empty());
  EXPECT_TRUE(plain.thread_obstacles.empty());
  EXPECT_TRUE(plain.reimport.obstacles.empty());
  EXPECT_TRUE(says(row_of_calls("KEYS", "").process_obstacles,
                   "not-picklable: an argument may hold a set"));
  EXPECT_TRUE(says(row_of_calls("t", "").process_obstacles, "item-changes: "));
  EXPECT_TRUE(
      says(row_of_calls("3", "print(main is print)\n").process_obstacles,
           "identity-comparison: "));
  const Candidate moved = row_of_calls("3", "os.chdir('/')\n");
  EXPECT_TRUE(says(moved.thread_obstacles, "process-state: "));
  EXPECT_TRUE(says(moved.reimport.obstacles, "process-state: "));
}

}  // namespace
}  // namespace ppp::advisor
