// SPDX-License-Identifier: Apache-2.0
// Work behind conditions: which of them a worker may ask as well.

#include "advisor/conditional.h"

#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

Judged behind(const std::string& body, const std::string& before = "") {
  return judged("import os\ndef work(n):\n    return sum(range(n))\n" + before +
                    "def main(items):\n    last = 0\n    seen = set()\n"
                    "    for i in items:\n" +
                    body + "main([3, 4, 5])\n",
                "for i");
}

struct Guarded {
  std::string body;
  std::vector<bool> wanted;
  bool leads = true;
};

TEST(Conditional, ConditionsInTheOrderInWhichTheyAreAsked) {
  const std::vector<Guarded> table = {
      {"        if i == 3:\n            print(i)\n            continue\n"
       "        print(work(i) / 3)\n",
       {false}},
      {"        if i > 3:\n            print(work(i) / 3)\n", {true}},
      {"        if i > 3:\n            print(i)\n        elif i:\n"
       "            print(work(i) / 3)\n",
       {false, true}},
      {"        if i > 3:\n            print(i)\n        else:\n"
       "            print(work(i) / 3)\n",
       {false}},
      {"        if i > 3:\n            if i % 2:\n"
       "                print(work(i) / 3)\n            print(i)\n",
       {true, true}},
      {"        j = i + 1\n        if j > 3:\n            continue\n"
       "        print(work(j) / 3)\n",
       {false}},
      {"        print(i)\n        if i > 3:\n            continue\n"
       "        print(work(i) / 3)\n",
       {false},
       false},
  };
  for (const Guarded& one : table) {
    const Judged found = behind(one.body);
    ASSERT_TRUE(found.candidate) << one.body << found.reasons;
    std::vector<bool> wanted;
    for (const Guard& guard : found.candidate->work.guards) {
      wanted.push_back(guard.wanted);
    }
    EXPECT_EQ(wanted, one.wanted) << one.body;
    EXPECT_EQ(found.candidate->work.leads, one.leads) << one.body;
  }
}

TEST(Conditional, WhatMayNotBeAskedTwice) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"        if os.path.exists(str(i)):\n            continue\n", ""},
      {"        if (j := i + 1) > 3:\n            continue\n", ""},
      {"        if i in seen:\n            continue\n"
       "        seen.add(i)\n",
       ""},
      {"        if Odd(i):\n            continue\n",
       "class Odd:\n    def __init__(self, n):\n        self.n = n\n"
       "    def __bool__(self):\n        print(self.n)\n        return True\n"},
      {"        if i > 3:\n            continue\n        print(i)\n", ""},
      {"        if i > 3:\n            if i > 4:\n                continue\n",
       ""},
  };
  for (const auto& [body, before] : table) {
    const Judged found = behind(body + "        print(work(i) / 3)\n", before);
    EXPECT_TRUE(!found.candidate || found.candidate->work.guards.empty())
        << body;
  }
}

TEST(Conditional, NumbersThatTheLoopChanges) {
  const Judged found = behind(
      "        if last > 9 or not i:\n            continue\n"
      "        print(len(seen))\n        half = work(i) / 3\n"
      "        last = max(last, half)\n");
  ASSERT_TRUE(found.candidate) << found.reasons;
  const Work& work = found.candidate->work;
  EXPECT_TRUE(work.stale_guards);
  EXPECT_EQ(work.guard_numbers, std::vector<std::string>{"last"});
  EXPECT_EQ(work.guards.size(), 1U);
}

TEST(Conditional, GuardsThatMustNotBeStale) {
  const std::vector<std::pair<std::string, std::string>> table = {
      // The work reads it, too.
      {"        if last > 9:\n            continue\n",
       "        last = work(i + last) / 3\n"},
      {"        if last > 9:\n            continue\n        half = last / 2\n",
       "        last = work(i + half) / 3\n"},
      // Asking it leaves something behind, or is noticed outside.
      {"        if last > 9 or seen.add(i):\n            continue\n",
       "        last = work(i) / 3\n"},
      {"        if last > 9 or print(i):\n            continue\n",
       "        last = work(i) / 3\n"},
      // Nobody could tell the workers.
      {"        if i in seen:\n            continue\n",
       "        seen.add(work(i) / 3)\n"},
  };
  for (const auto& [guard, work] : table) {
    const Judged found = behind(guard + work);
    EXPECT_TRUE(!found.candidate || !found.candidate->work.stale_guards)
        << guard << work;
  }
}

TEST(Conditional, ValuesThatAnotherIterationLooksAt) {
  const std::vector<std::string> table = {
      "        if i > 3:\n            print(last)\n            continue\n"
      "        for k in range(3):\n            rest = k\n"
      "        last = work(i), rest\n        print(last)\n",
      "        last = str(i)\n        if not last:\n            continue\n"
      "        last = work(i) + len(last)\n        last = [last]\n"
      "        print(last)\n",
  };
  for (const std::string& body : table) {
    const Judged found = behind(body);
    EXPECT_TRUE(!found.candidate || found.candidate->work.results.empty())
        << body;
  }
}

}  // namespace
}  // namespace ppp::advisor
