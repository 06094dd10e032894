// SPDX-License-Identifier: Apache-2.0
// Work that prints is taken out of a statement only if the statement begins
// with it: what stands before it may neither fail nor do anything.
#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

/// The loop runs `body`, whose work prints.
Judged in_function(const std::string& before, const std::string& body) {
  return judged(
      "import sys\n"
      "def work(n):\n    print(n)\n    return sum(k * n for k in range(9))\n"
      "def main(items):\n    " +
          before + "\n    for n in items:\n        " + body +
          "\n    return n\nmain([1, 2, 3])\n",
      "for n in");
}

TEST(Begins, WithWorkBehindWhatCannotFail) {
  for (const auto& [before, body] :
       {std::pair("total = 0", "total = total + work(n)"),
        std::pair("out = []", "out.append(work(n))"),
        std::pair("out = {}", "label = n + 1\n        out[n] = label, work(n)"),
        std::pair("out = []", "out.append(max(1, work(n), default=work))"),
        std::pair("", "print(f'{n}: {work(n)}', end=' ')"),
        std::pair("", "for k in range(work(n)):\n            print(k)")}) {
    const Judged found = in_function(before, body);
    EXPECT_TRUE(found.candidate) << body << found.reasons;
  }
}

TEST(Begins, NotBehindWhatMayFail) {
  for (const auto& [before, body] :
       {std::pair("if sys.argv[1:]:\n        total = 0",
                  "total = total + work(n)"),
        std::pair("if sys.argv[1:]:\n        out = []", "out.append(work(n))"),
        std::pair("out = []\n    del out", "out.append(work(n))"),
        std::pair("out = {1: []}", "out[n].append(work(n))"),
        std::pair("out = {1: {}}", "out[n].setdefault(work(n), 1)"),
        std::pair("",
                  "if n > 1:\n            last = n\n"
                  "        print(last, work(n))")}) {
    const Judged found = in_function(before, body);
    EXPECT_FALSE(found.candidate) << body;
  }
}

/// The loop appends to `self.rows`.
Judged in_method(const std::string& init, const std::string& more = "") {
  return judged("import sys\nclass Run:\n" + init +
                    "    def work(self, n):\n        print(n)\n"
                    "        return sum(k * n for k in range(9))\n"
                    "    def go(self):\n        for n in range(9):\n"
                    "            self.rows.append(self.work(n))\n" +
                    more + "run = Run()\nrun.go()\nprint(run.rows)\n",
                "for n in");
}

TEST(Begins, WithWorkBehindAnAttributeThatIsThere) {
  for (const char* init :
       {"    def __init__(self):\n        self.rows = []\n",
        "    def __init__(self):\n        count = 3\n"
        "        self.count = count\n        self.rows = []\n"}) {
    const Judged found = in_method(init);
    EXPECT_TRUE(found.candidate) << init << found.reasons;
  }
}

TEST(Begins, NotBehindAnAttributeThatMayBeMissing) {
  const std::string plain = "    def __init__(self):\n        self.rows = []\n";
  const std::string late =
      "    def __init__(self):\n        self.go()\n        self.rows = []\n";
  const std::string sometimes =
      "    def __init__(self):\n        if sys.argv[1:]:\n"
      "            self.rows = []\n";
  const std::string drop = "if sys.argv[1:]:\n    drop(Run())\n";
  for (const auto& [init, more] :
       {std::pair(late, std::string()), std::pair(sometimes, std::string()),
        std::pair(plain, "def drop(run):\n    del run.rows\n" + drop),
        std::pair(plain, "def drop(run):\n    delattr(run, 'rows')\n" + drop),
        std::pair(plain, std::string("    @property\n    def size(self):\n"
                                     "        return len(self.rows)\n"))}) {
    EXPECT_FALSE(in_method(init, more).candidate) << init << more;
  }
}

}  // namespace
}  // namespace ppp::advisor
