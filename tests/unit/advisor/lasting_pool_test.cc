// SPDX-License-Identifier: Apache-2.0
// Pools that may stay around a loop outside the one whose work they do.
#include <gtest/gtest.h>

#include "advisor/advise.h"

namespace ppp::advisor {
namespace {

/// Where the pool of the loop over `xs` may stay: "" for that loop alone, else
/// the first line of the loop around it.
std::string pool_stays(const std::string& definitions,
                       const std::string& function) {
  const std::string script =
      "import sys\n"
      "TABLE = [1, 2, 3]\n" +
      definitions +
      "def work(x):\n    return sum(x * k for k in TABLE)\n\n"
      "def main(xs):\n    found = []\n" +
      function + "main([1, 2, 3])\n";
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", script));
  AdviseOptions options;
  options.every_loop = true;
  Result<Plan> plan = advise({}, project, options);
  EXPECT_TRUE(plan.ok());
  for (const Candidate& candidate : plan->candidates) {
    const std::string text(project.files[0].slice(candidate.loop.range));
    if (!text.starts_with("for x in xs")) continue;
    if (!candidate.pool_around) return "";
    const std::string outer(project.files[0].slice(*candidate.pool_around));
    return outer.substr(0, outer.find('\n'));
  }
  ADD_FAILURE() << "no candidate in " << script;
  return "";
}

/// The loop runs in each turn of another, together with `statement`.
std::string pool_beside(const std::string& statement,
                        const std::string& definitions = "") {
  return pool_stays(definitions,
                    "    for turn in range(3):\n"
                    "        for x in xs:\n"
                    "            found.append(work(x))\n"
                    "        " +
                        statement + "\n");
}

constexpr const char* kOuter = "for turn in range(3):";

TEST(LastingPool, StaysWhereNothingChanges) {
  EXPECT_EQ(pool_beside("print(turn, len(found))"), kOuter);
  EXPECT_EQ(pool_beside("xs = [x + turn for x in xs]"), kOuter);
  EXPECT_EQ(pool_stays("",
                       "    for start in range(2):\n"
                       "        if start:\n"
                       "            for turn in range(3):\n"
                       "                for x in xs:\n"
                       "                    found.append(work(x))\n"
                       "        xs.append(start)\n"),
            "for start in range(2):");
}

TEST(LastingPool, NotWhereWhatIsInheritedChanges) {
  EXPECT_EQ(pool_beside("TABLE.append(turn)"), "");
  EXPECT_EQ(pool_beside("alias.append(turn)", "alias = TABLE\n"), "");
  EXPECT_EQ(pool_beside("other(turn)",
                        "def other(turn):\n    if turn > 9:\n"
                        "        TABLE[0] = turn\n"),
            "");
  EXPECT_EQ(pool_beside("other(turn)",
                        "def other(turn):\n    global TABLE\n"
                        "    TABLE = [turn]\n"),
            "");
  EXPECT_EQ(pool_beside("other(turn)",
                        "def other(turn):\n    global work\n"
                        "    work = abs if turn > 9 else work\n"),
            "");
  EXPECT_EQ(pool_stays("",
                       "    for TABLE[0] in range(3):\n"
                       "        for x in xs:\n"
                       "            found.append(work(x))\n"),
            "");
}

TEST(LastingPool, NotBesideWhatWorkersWouldMissOrKeep) {
  EXPECT_EQ(pool_beside("sys.setrecursionlimit(900 + turn)"), "");
  EXPECT_EQ(pool_beside("open('log', 'w').close()"), "");
  EXPECT_EQ(pool_beside("input()"), "");
}

TEST(LastingPool, NotWhereOthersRunMeanwhile) {
  EXPECT_EQ(pool_beside("main([]) if turn > 5 else print(turn)"), "");
  EXPECT_EQ(pool_beside("print(turn)", "import os\nos.chdir('/')\n"), "");
}

TEST(LastingPool, NotWhereTheProgramOutlivesAnInterrupt) {
  const std::string pause = "def pause():\n    try:\n        print()\n";
  EXPECT_EQ(pool_beside("pause()",
                        pause + "    except ValueError:\n        return\n"),
            kOuter);
  for (const char* end :
       {"except KeyboardInterrupt:\n        return\n",
        "except:\n        return\n", "finally:\n        return\n",
        "except (ValueError, BaseException):\n        return\n"}) {
    EXPECT_EQ(pool_beside("pause()", pause + "    " + end), "") << end;
  }
}

TEST(LastingPool, NotAroundWhatIsNoPlainLoopOfTheFunction) {
  const std::string inner = "for x in xs:\n            found.append(work(x))\n";
  EXPECT_EQ(pool_stays("", "    turn = 0\n    while len(found) < 9:\n        " +
                               inner + "        turn += 1\n"),
            "");
  EXPECT_EQ(
      pool_stays("def turns():\n    for k in range(3):\n        yield k\n",
                 "    for turn in turns():\n        " + inner),
      "");
  EXPECT_EQ(pool_stays("", "    for turn in range(3):\n        " + inner +
                               "    else:\n        TABLE.append(1)\n"),
            "");
  EXPECT_EQ(pool_stays("",
                       "    for turn in range(3):\n        try:\n"
                       "            for x in xs:\n"
                       "                found.append(work(x))\n"
                       "        except ValueError:\n"
                       "            print(turn)\n"),
            "");
}

TEST(LastingPool, NotBesideOtherWorkers) {
  EXPECT_EQ(
      pool_beside("for y in range(9):\n            found.append(work(y))"), "");
}

/// The loop's work is `work`, in each turn of another loop.
std::string pool_for(const std::string& work, const std::string& definitions,
                     const std::string& before = "") {
  return pool_stays(definitions, before +
                                     "    for turn in range(3):\n"
                                     "        for x in xs:\n"
                                     "            found.append(" +
                                     work + ")\n");
}

TEST(LastingPool, NotForWorkThatSeesMore) {
  EXPECT_EQ(pool_for("other(x)", "def other(x):\n    return x + 1\n"), kOuter);
  EXPECT_EQ(pool_for("other(x)",
                     "import os\ndef other(x):\n"
                     "    return [x, os.getenv('HOME', '')]\n"),
            "");
  EXPECT_EQ(pool_for("inner(x)", "",
                     "    level = [1]\n    def inner(x):\n"
                     "        return sum(k for k in level) + x\n"),
            "");
  EXPECT_EQ(pool_for("work(x)",
                     "import threading\n"
                     "threading.Thread(target=print).start()\n"),
            "");
  EXPECT_EQ(pool_for("work(x)", "import socket\nlink = socket.socket()\n"), "");
}

}  // namespace
}  // namespace ppp::advisor
