// SPDX-License-Identifier: Apache-2.0
// Loops that may end early, and while loops that count.
#include <gtest/gtest.h>

#include <algorithm>

#include "advisor/advise.h"

namespace ppp::advisor {
namespace {

Plan plan_of(const std::string& text) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", text));
  AdviseOptions options;
  options.every_loop = true;
  Result<Plan> plan = advise({}, project, options);
  EXPECT_TRUE(plan.ok());
  return std::move(*plan);
}

/// What is said of the loop on the line that begins with `loop`.
std::optional<Candidate> candidate_of(const std::string& text,
                                      const std::string& loop,
                                      std::string* reasons = nullptr) {
  const std::string before = text.substr(0, text.find(loop));
  const auto line =
      static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  const Plan plan = plan_of(text);
  for (const Candidate& candidate : plan.candidates) {
    if (candidate.loop.span.line == line) return candidate;
  }
  for (const Decline& decline : plan.declines) {
    if (decline.loop.span.line != line || !reasons) continue;
    for (const Reason& reason : decline.reasons) {
      *reasons += reason.id + ": " + reason.message + "\n";
    }
  }
  return std::nullopt;
}

constexpr const char* kSearched =
    "def work(n):\n    return sum(k * n % 7 for k in range(9))\n\n";

TEST(EarlyExit, IterationsAreThoseBeforeTheEnd) {
  Project project;
  project.files.push_back(SourceFile::parse("main.py", "/main.py", "__main__",
                                            std::string(kSearched) +
                                                "for x in range(90_000):\n"
                                                "    if work(x) > 3:\n"
                                                "        break\n"
                                                "for y in range(90_000):\n"
                                                "    print(work(y))\n"
                                                "for z in iter(int, 1):\n"
                                                "    if work(z) > 3:\n"
                                                "        break\n"));
  profiler::Profile profile;
  for (int line : {4, 7, 9}) {
    profiler::LoopFact fact;
    fact.file = "main.py";
    fact.line = line;
    fact.entries = 2;
    fact.iterations = line == 9 ? 0 : 90'000;
    fact.per_second = 100;
    fact.wall_s = 14;
    profile.loops.push_back(fact);
  }
  AdviseOptions options;
  options.min_share = 0;
  Result<Plan> plan = advise(profile, project, options);
  ASSERT_TRUE(plan.ok());
  int seen = 0;
  for (const Decline& decline : plan->declines) {  // without samples, all are
    const int line = decline.loop.span.line;
    if (line != 4 && line != 7 && line != 9) continue;
    ++seen;
    EXPECT_EQ(decline.loop.iterations, line == 7 ? 90'000 : 700);
  }
  EXPECT_EQ(seen, 3);
}

TEST(EarlyExit, EveryWayOutHasAPlace) {
  const std::string text = std::string(kSearched) +
                           "def main(xs):\n"
                           "    for x in xs:\n"
                           "        if work(x) > 3:\n"
                           "            break\n"
                           "        for y in xs:\n"
                           "            if y:\n"
                           "                break\n"
                           "        else:\n"
                           "            return x\n"
                           "main([1, 2])\n";
  const auto candidate = candidate_of(text, "    for x in xs");
  ASSERT_TRUE(candidate && candidate->early_exit);
  EXPECT_EQ(candidate->early_exit->places,
            (std::vector<Span>{{"main.py", 7, 7}, {"main.py", 12, 12}}));
  EXPECT_FALSE(candidate->early_exit->endless);
}

TEST(EarlyExit, WhatALibraryFeedsItemByItemIsDeclined) {
  for (const char* loop :
       {"    for y in map(work, xs):\n        if y > 3:\n            break\n",
        "    return any(y > 3 for y in map(work, xs))\n"}) {
    std::string reasons;
    const auto found = candidate_of(
        std::string(kSearched) + "def main(xs):\n" + loop + "main([1, 2])\n",
        loop, &reasons);
    EXPECT_FALSE(found) << loop;
    EXPECT_NE(reasons.find("early-exit: "), std::string::npos) << reasons;
  }
}

TEST(EarlyExit, AnElseAloneIsNone) {
  const auto candidate = candidate_of(std::string(kSearched) +
                                          "for x in [1, 2]:\n"
                                          "    print(work(x))\n"
                                          "else:\n    print(0)\n",
                                      "for x in [");
  ASSERT_TRUE(candidate);
  EXPECT_FALSE(candidate->early_exit);
}

TEST(EarlyExit, ACountHasNoEnd) {
  const auto candidate =
      candidate_of("import itertools\n" + std::string(kSearched) +
                       "for x in itertools.count(2):\n    if work(x) > 3:\n"
                       "        break\n",
                   "for x in iter");
  ASSERT_TRUE(candidate && candidate->early_exit);
  EXPECT_TRUE(candidate->early_exit->endless);
}

TEST(EarlyExit, AnEndlessLoopWithoutOneIsDeclined) {
  std::string reasons;
  EXPECT_FALSE(candidate_of("import itertools\n" + std::string(kSearched) +
                                "for x in itertools.count(2):\n"
                                "    print(work(x))\n",
                            "for x in iter", &reasons));
  EXPECT_TRUE(reasons.starts_with("lazy-source")) << reasons;
}

/// A while loop with this step and condition, `i` and `n` integers.
std::string counting(const std::string& condition, const std::string& step) {
  return std::string(kSearched) + "def main(n, xs):\n    i = 3\n    while " +
         condition + ":\n        print(work(i))\n        " + step +
         "\n    print(i)\nmain(12, [1, 2])\n";
}

TEST(CountedWhile, ConditionsAndSteps) {
  struct Case {
    const char* condition;
    const char* step;
    Counter counter;
  };
  for (const Case& one : std::vector<Case>{
           {"i < n", "i += 1", {"i", "n", "1"}},
           {"n > i", "i = i + 2", {"i", "n", "2"}},
           {"i <= n", "i += 1", {"i", "n + 1", "1"}},
           {"(i <= 10)", "i += 3", {"i", "11", "3"}},
           {"i > 0", "i -= 1", {"i", "0", "-1"}},
           {"i >= 0", "i -= 1", {"i", "-1", "-1"}},
           {"len(xs) > i", "i += 1", {"i", "len(xs)", "1"}},
           {"i < n // 2 - 1", "i += 1", {"i", "n // 2 - 1", "1"}}}) {
    std::string reasons;
    const auto found =
        candidate_of(counting(one.condition, one.step), "    while", &reasons);
    ASSERT_TRUE(found) << one.condition << "\n" << reasons;
    EXPECT_EQ(found->counter, one.counter) << one.condition;
    EXPECT_EQ(found->work.items, std::vector<std::string>{"i"});
  }
}

TEST(CountedWhile, WhatDoesNotCountIsDeclined) {
  for (const auto& [condition, step] :
       std::vector<std::pair<const char*, const char*>>{
           {"i < n", "i *= 2"},
           {"i < n", "i += n"},
           {"i < n", "i -= 1"},
           {"i != n", "i += 1"},
           {"i < n < 20", "i += 1"},
           {"i < n and xs", "i += 1"},
           {"i < work(n)", "i += 1"},
           {"i < n / 2", "i += 1"},
           {"i < xs[0]", "i += 1"},
           {"True", "i += 1"},
           {"i < n", "i += 1; n += 1"},
           {"i < n", "n -= 1; i += 1"},
           {"i < n", "i = i + 1.0"},
           {"i < len(xs)", "xs.append(i); i += 1"}}) {
    std::string reasons;
    EXPECT_FALSE(candidate_of(counting(condition, step), "    while", &reasons))
        << condition << " … " << step;
    EXPECT_FALSE(reasons.empty()) << condition << " … " << step;
  }
}

}  // namespace
}  // namespace ppp::advisor
