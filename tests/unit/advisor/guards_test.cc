// SPDX-License-Identifier: Apache-2.0
// Programs that one question of the analysis each keeps from being offered:
// without it nothing else would. Mutation finds them (tests/mutation).
#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

constexpr const char* kWork =
    "def work(n):\n    return sum(k * n for k in range(9))\n";

/// Neither proven nor tested.
void expect_left_alone(const std::string& text, const std::string& loop) {
  const Judged found = judged(kWork + text, loop);
  EXPECT_FALSE(found.candidate || found.unproven) << text << found.reasons;
}

TEST(Guards, WhileLoopsThatDoNotCount) {
  for (const char* last : {"i = j + 1", "i + 1", "a[0] += 1"}) {
    expect_left_alone(
        "def main(n):\n    out = []\n    a = [0]\n    i = j = 0\n"
        "    while i < n:\n        out.append(work(i))\n        " +
            std::string(last) + "\n    print(out)\nmain(9)\n",
        "while i");
  }
}

TEST(Guards, CallsWhoseArgumentsAreNotWritten) {
  for (const char* source : {"zip([1, 2], **kw)"}) {
    expect_left_alone("import os\nkw = {}\nout = []\nfor i in " +
                          std::string(source) +
                          ":\n    out.append(work(len(i)))\nprint(out)\n",
                      "for i in");
  }
}

TEST(Guards, ProgramsThatMaySharePartsOfThisOne) {
  const std::string run = "subprocess.run(['ls'], stdout=";
  const std::string pipe = run + "subprocess.PIPE, ";
  for (const auto& [before, call] :
       {std::pair("pass", pipe + "close_fds=False)"),
        std::pair("pass", pipe + "start_new_session=True)"),
        std::pair("from subprocess import PIPE", run + "PIPE)")}) {
    expect_left_alone("import subprocess\ndef main():\n    out = []\n    " +
                          std::string(before) +
                          "\n    for i in range(9):\n        out.append(" +
                          call + ".stdout)\n    print(out)\nmain()\n",
                      "for i in");
  }
}

TEST(Guards, CallsThatAreNoLoopOfTheirOwn) {
  for (const char* call :
       {"list(itertools.starmap(work, [{n: 1} for n in range(9)]))",
        "list(filter(work, range(9), [1]))",
        "list(zip(map(work, range(9)), *[[1]]))"}) {
    expect_left_alone("import itertools\nprint(" + std::string(call) + ")\n",
                      "print(");
  }
}

TEST(Guards, GeneratorsThatMayBeOthers) {
  expect_left_alone(
      "import sys\ndef rows():\n    text = sys.stdin.read()\n"
      "    for n in [len(text), 2]:\n        yield n\n"
      "if sys.argv[1:]:\n    def rows():\n        yield 3\n"
      "out = []\nfor i in rows():\n    out.append(work(i))\nprint(out)\n",
      "for i in");
}

TEST(Guards, FunctionsThatDoMoreWhereTheyEnd) {
  for (const auto& [first, second] :
       {std::pair("data = (work(k) for k in [n])\n    total = sum(data)",
                  "log.append(total)"),
        std::pair("total = work(n)", "log.append(3)")}) {
    expect_left_alone(
        "log = []\ndef download(n):\n    " + std::string(first) + "\n    " +
            second +
            "\ndef main():\n    for i in range(9):\n        download(i)\n"
            "main()\nprint(log)\n",
        "for i in");
  }
}

TEST(Guards, FilesByTheArgumentsOfTheProgram) {
  for (const auto& [import, list] :
       {std::pair("import sys", "sys.argv"),
        std::pair("from sys import argv", "argv")}) {
    const std::string text = list;
    expect_left_alone(std::string(import) + "\nfor path in " + text +
                          "[1:]:\n    with open(path) as f:\n"
                          "        data = sum(map(len, f.read().split()))\n"
                          "    with open(" +
                          text +
                          "[2], 'w') as g:\n        g.write(str(data))\n",
                      "for path in");
  }
}

}  // namespace
}  // namespace ppp::advisor
