// SPDX-License-Identifier: Apache-2.0
#include "rewrite/rewrite.h"

#include <gtest/gtest.h>

#include "tests/unit/rewrite/candidates.h"

namespace ppp::rewrite {
namespace {

constexpr const char* kAppend =
    "def f(x):\n    return x\n\n\ndef main(xs):\n    out = []\n"
    "    for x in xs:\n        out.append(f(x))\n    return out\n";

advisor::Candidate& add_append(Program& program) {
  advisor::Candidate& candidate = program.add("for x");
  candidate.work.expression = program.find("f(x))");
  --candidate.work.expression->end;
  candidate.work.items = {"x"};
  candidate.work.plain_call = true;
  candidate.work.found_ahead = true;
  candidate.appends_to = "out";
  return candidate;
}

TEST(Rewrite, AppendBecomesExtend) {
  Program program(kAppend);
  add_append(program);
  EXPECT_EQ(
      program.after(),
      "import multiprocessing\n"
      "import os\n"
      "import signal\n"
      "import threading\n"
      "from concurrent.futures import ProcessPoolExecutor\n\n\n"
      "def end_with_program():\n"
      "    \"\"\"Have this process end at Ctrl-C, and when the program is "
      "killed.\"\"\"\n\n"
      "    def wait():\n"
      "        multiprocessing.parent_process().join()\n"
      "        os._exit(1)\n\n"
      "    signal.signal(signal.SIGINT, signal.SIG_DFL)\n"
      "    threading.Thread(target=wait, daemon=True).start()\n\n\n"
      "def f(x):\n    return x\n\n\ndef main(xs):\n    out = []\n"
      "    workers = min(2, len(os.sched_getaffinity(0)))\n"
      "    chunksize = max(1, len(xs) // (16 * workers))\n"
      "    pool = ProcessPoolExecutor(\n"
      "        max_workers=workers,\n"
      "        mp_context=multiprocessing.get_context(\"fork\"),\n"
      "        initializer=end_with_program,\n"
      "    )\n"
      "    try:\n"
      "        out.extend(pool.map(f, xs, chunksize=chunksize))\n"
      "    finally:\n"
      "        pool.shutdown(cancel_futures=True)\n"
      "    return out\n");
}

TEST(Rewrite, TwoLoopsOfAStatementAreNotBothRewritten) {
  Program program(
      "def main(xs):\n    print([f(x) for x in xs], [g(x) for x in xs])\n"
      "    for x in xs:\n        print([h(x) for y in x])\n"
      "    return [k(x) for x in xs]\n");
  for (const char* loop : {"[f(", "[g(", "for x in xs:", "[h(", "[k("}) {
    program.add(loop);
  }
  auto share = [&](std::size_t a, std::size_t b) {
    const auto& candidates = program.plan().candidates;
    return share_statement(program.project(), candidates[a], candidates[b]);
  };
  EXPECT_TRUE(share(0, 1));
  EXPECT_TRUE(share(2, 3));  // one is in the other
  EXPECT_FALSE(share(1, 2));
  EXPECT_FALSE(share(3, 4));
}

TEST(Rewrite, LoopsThatAreComputedTogetherAreNotRewrittenAgain) {
  const std::string text =
      "def made(xs):\n    return [f(x) for x in xs]\n\n\n"
      "def main(xs):\n    a = made(xs)\n    b = [g(x) for x in a]\n"
      "    c = [h(x) for x in xs]\n    return [k(x) for x in b], c\n";
  Program program(text);
  for (const char* loop : {"[f(", "[g(", "[h(", "[k("}) program.add(loop);
  Option row;
  row.candidate = 0;
  row.together = {0, 1};
  const auto begin = static_cast<std::uint32_t>(text.find("a = made"));
  row.statements = {begin, static_cast<std::uint32_t>(text.find("    c ="))};
  auto with = [&](std::size_t candidate) {
    Option other;
    other.candidate = candidate;
    const bool there = collide(program.plan(), program.project(), row, other);
    EXPECT_EQ(there, collide(program.plan(), program.project(), other, row));
    return there;
  };
  EXPECT_TRUE(with(0));
  EXPECT_TRUE(with(1));
  EXPECT_FALSE(with(2));
  EXPECT_FALSE(with(3));
  row.statements.end = static_cast<std::uint32_t>(text.size());
  EXPECT_TRUE(with(2));  // it stands among the statements
}

}  // namespace
}  // namespace ppp::rewrite
