// SPDX-License-Identifier: Apache-2.0
// Conditions and further sources of comprehensions are evaluated for all items
// ahead of the work: only if they run no code and cannot raise.
#include "advisor/dependence.h"
#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

/// What is said of `[work(x) for x in xs for y in ys if <condition>]`.
Judged with_condition(const std::string& condition,
                      const std::string& before = "") {
  return judged(
      "import sys\nlog = []\ndef work(n):\n"
      "    return sum(k * n for k in range(9))\n"
      "def other(n):\n    log.append(n)\n    return {1: n}\n"
      "def name(n):\n    log.append(n)\n    return 'a'\n" +
          before +
          "xs = [1, 2, 0]\nys = ['a', 'b']\nd = {1: 2}\n"
          "print({y: work(x) for x in xs for y in ys if " +
          condition + "})\n",
      "print({");
}

TEST(Quiet, ConditionsThatMayBeAskedAhead) {
  for (const char* condition :
       {"x > 1", "x % 2 == 0", "x // 3 + 1 != x", "len(ys) > x", "len(y) > 1",
        "y.startswith('a')", "y.strip() == 'a'", "x in xs", "not x in xs",
        "x > 1 and y == 'b'", "x is None",
        "x > 1.5 or x is True or x is False"}) {
    const Judged found = with_condition(condition);
    EXPECT_TRUE(found.candidate) << condition << found.reasons;
  }
}

TEST(Quiet, ConditionsThatMayRaiseOrRunCode) {
  for (const char* condition : {"1 / x > 0",
                                "1 // x > 0",
                                "x % 0 == 1",
                                "1 << x > 0",
                                "x < y",
                                "x in y",
                                "len(x) > 0",
                                "y.startswith(x)",
                                "y.index('a') > 0",
                                "xs[x] > 0",
                                "abs(x) > 0",
                                "other(x) == 1",
                                "other(x) == 1 == x",
                                "(1 / x) + 1 == x",
                                "1 + (1 // x) == x",
                                "x + 1.5 > x",
                                "name(x).strip() == y",
                                "len([other(x)]) > 0",
                                "x in other(x).keys()",
                                "x in other(x).items()",
                                "x.strip() == 'a'",
                                "x.items() == y",
                                "range(1 / x) == y",
                                "x in range(1, 2, 0)",
                                "x == (lambda: other(x))()",
                                "len(*[ys]) > 0",
                                "x > 1 and other(x)"}) {
    const Judged found = with_condition(condition);
    EXPECT_FALSE(found.candidate) << condition;
    EXPECT_NE(found.reasons.find("order-of-conditions: "), std::string::npos)
        << condition << found.reasons;
  }
}

TEST(Quiet, NamesThatMayMeanSomethingElse) {
  const std::string own = "len(v):\n    log.append(v)\n    return 1\n";
  for (const std::string& before :
       {"def " + own, "if sys.argv[1:]:\n    def " +
                          std::string("len(v):\n        log.append(v)\n"
                                      "        return 1\n")}) {
    const Judged found = with_condition("len(ys) > 1", before);
    EXPECT_FALSE(found.candidate) << before;
  }
}

TEST(Quiet, SourcesThatAreNotThereAhead) {
  for (const auto& [source, taken] :
       {std::pair("zip([1], [2])", false),
        std::pair("zip([1], [2], strict=True)", true),
        std::pair("zip(*[[1], [2]])", false),
        std::pair("zip(*[rows(), rows()])", true)}) {
    const Judged found = judged(
        "def work(n):\n    return sum(k * n for k in range(9))\n"
        "def rows():\n    yield 1\nfor a, b in " +
            std::string(source) + ":\n    print(work(a))\n",
        "for a, b");
    ASSERT_TRUE(found.candidate) << source << found.reasons;
    EXPECT_EQ(found.candidate->source_taken, taken) << source;
  }
}

TEST(Quiet, SourcesThatMayBeWrittenTwice) {
  const struct {
    const char* source;
    bool repeatable;
  } cases[] = {
      {"xs", true},           {"box.plain", true},
      {"box.counted", false}, {"made().plain", false},
      {"config.xs", false},
  };
  for (const auto& one : cases) {
    const Judged found = judged(
        "import config\nlog = []\ndef work(n):\n"
        "    return sum(k * n for k in range(9))\n"
        "class Box:\n    def __init__(self):\n        self.plain = [1, 2]\n"
        "    @property\n    def counted(self):\n        log.append(1)\n"
        "        return [1, 2]\n"
        "def made():\n    log.append(2)\n    return Box()\n"
        "xs = [1, 2]\nbox = Box()\nfor i in " +
            std::string(one.source) + ":\n    print(work(i))\n",
        "for i in", {{"config", "xs = [1, 2]\n"}});
    ASSERT_TRUE(found.candidate) << one.source << found.reasons;
    EXPECT_EQ(found.candidate->source_repeatable, one.repeatable) << one.source;
  }
}

// The loop and the call are asked about together, the generator is not.
TEST(Quiet, GeneratorsThatTheProgramUsesUpAreAdvancedByIt) {
  Project project;
  project.files.push_back(SourceFile::parse(
      "main.py", "/main.py", "__main__",
      "def work(n):\n    return sum(k * n for k in range(9))\n\n"
      "def max(items, key):\n    found = []\n    for k in range(6):\n"
      "        found.append(work(next(items, 0)))\n    return found\n\n"
      "print(max((a * b for a in range(4) for b in range(2)), key=work))\n"));
  std::vector<Loop> asked;
  for (Loop& loop : find_loops(project.files[0])) {
    const bool mine =
        loop.hot.kind == LoopKind::kFor || loop.hot.kind == LoopKind::kKeyCall;
    if (mine) asked.push_back(std::move(loop));
  }
  ASSERT_EQ(asked.size(), 2U);
  for (const Judgement& judgement :
       judge(project, builtin_library(), asked, nullptr, {})) {
    EXPECT_FALSE(judgement.candidate);
  }
}

}  // namespace
}  // namespace ppp::advisor
