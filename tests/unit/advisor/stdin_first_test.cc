// SPDX-License-Identifier: Apache-2.0
// Generators that read stdin before their first item.
#include <gtest/gtest.h>

#include <algorithm>

#include "advisor/advise.h"

namespace ppp::advisor {
namespace {

/// The items of the generator function `text` are taken ahead.
bool taken(const std::string& text, const std::string& body = "") {
  const std::string script =
      "import sys\ndef work(n):\n"
      "    return sum(range(n)) // (n - 3)\n\n" +
      text + "for x in items():\n" + body + "    print(work(int(x)))\n";
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", script));
  AdviseOptions options;
  options.every_loop = true;
  Result<Plan> plan = advise({}, project, options);
  EXPECT_TRUE(plan.ok());
  return std::any_of(plan->candidates.begin(), plan->candidates.end(),
                     [&](const Candidate& candidate) {
                       return candidate.loop.range.begin ==
                                  script.rfind("for x in") &&
                              candidate.source_taken;
                     });
}

TEST(StdinFirst, ReadBeforeTheFirstItem) {
  EXPECT_TRUE(
      taken("def items():\n    for line in sys.stdin.readlines():\n"
            "        print\n    yield 1\n"));
  EXPECT_TRUE(
      taken("def items():\n    lines = [s for s in sys.stdin]\n"
            "    for line in lines:\n        yield line\n"));
}

TEST(StdinFirst, NothingIsReadLater) {
  EXPECT_FALSE(
      taken("def items():\n    for line in sys.stdin:\n"
            "        yield line\n"));
  EXPECT_FALSE(
      taken("def items():\n    head = sys.stdin.readline()\n"
            "    yield head\n    yield sys.stdin.readline()\n"));
  EXPECT_FALSE(
      taken("def items():\n    stream = sys.stdin\n"
            "    head = sys.stdin.readline()\n"
            "    for line in stream:\n        yield line\n"));
  EXPECT_FALSE(
      taken("def items():\n    read = sys.stdin.readline\n"
            "    head = sys.stdin.readline()\n"
            "    for k in range(3):\n        yield read()\n"));
  EXPECT_FALSE(
      taken("def items():\n    lines = (s for s in sys.stdin)\n"
            "    for line in lines:\n        yield line\n"));
  EXPECT_FALSE(
      taken("def items():\n    read = lambda: sys.stdin.readline()\n"
            "    head = read()\n"
            "    for k in range(3):\n        yield read()\n"));
  EXPECT_FALSE(
      taken("def items():\n    lines = sys.stdin.readlines()\n"
            "    for line in lines:\n        yield line\n",
            "    print(input())\n"));
  EXPECT_FALSE(
      taken("def items(depth=2):\n    yield sys.stdin.readline()\n"
            "    if depth:\n        yield from items(depth - 1)\n"));
  EXPECT_FALSE(
      taken("def lines():\n    yield from sys.stdin.readlines()\n"
            "def items():\n    for line in lines():\n"
            "        yield line\n"));
}

}  // namespace
}  // namespace ppp::advisor
