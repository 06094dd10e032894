// SPDX-License-Identifier: Apache-2.0
// Loops of coroutines, whose items await in the event loop of a child. What is
// evaluated from a text is what the analysis cannot see.
#include "tests/live/live_probe.h"

namespace ppp::advisor {
namespace {

class LiveProbeOfTasks : public LiveProbe {
 protected:
  /// A program whose work is `body`, of the item n; it begins with `before`,
  /// and so does the coroutine of the loop with `first`.
  static std::string program(const std::string& body,
                             const std::string& before = "",
                             const std::string& first = "pass") {
    return "import asyncio\n" + before +
           "\n"
           "async def work(n):\n"
           "    await asyncio.sleep(0.001)\n" +
           body +
           "\n"
           "async def main():\n"
           "    out = []\n"
           "    " +
           first +
           "\n"
           "    for n in range(20):  # L:loop\n"
           "        out.append(await work(n))\n"
           "    print(out)\n"
           "\n"
           "asyncio.run(main())\n";
  }

  void expect_passes() {
    EXPECT_EQ(facts_.skipped, "");
    EXPECT_FALSE(facts_.conflict.has_value()) << facts_.conflict->what;
    EXPECT_TRUE(facts_.changes.empty());
    EXPECT_EQ(facts_.alone, limits_.alone);
    EXPECT_EQ(facts_.ordered, 16);
  }
};

TEST_P(LiveProbeOfTasks, ItemsAwaitAloneAndInOtherOrders) {
  probe(program("    return eval('n * n', {'n': n})\n"));
  expect_passes();
  ASSERT_TRUE(facts_.measure.has_value());
  EXPECT_GT(facts_.measure->seconds_per_iteration, 0.001);
  EXPECT_LT(facts_.measure->seconds_per_iteration, 1);
}

TEST_P(LiveProbeOfTasks, TheProgramGoesOnAsIfNothingHadBeen) {
  ASSERT_NO_FATAL_FAILURE(take(program("    return n\n")));
  const Captured before =
      *capture(system_processes(), script_->command(python_), 60);
  limits_.enough = 1000;  // so it runs on to its end
  limits_.entries = 1000;
  const Captured after = run();
  EXPECT_EQ(facts_.entries, 1);
  EXPECT_EQ(after.out, before.out);
  EXPECT_EQ(after.err, "");
  EXPECT_EQ(after.status.code, 0);
}

TEST_P(LiveProbeOfTasks, AComprehensionThatAwaits) {
  probe(R"(
import asyncio

async def work(n):
    await asyncio.sleep(0.001)
    return eval("n", {"n": n})

async def main():
    print([await work(n) for n in range(20)])  # L:loop

asyncio.run(main())
)");
  expect_passes();
}

TEST_P(LiveProbeOfTasks, ADependenceThatOnlyRunningShows) {
  probe(
      program("    exec('seen.append(n)', globals(), {'n': n})  # L:write\n"
              "    return len(seen)  # L:read\n",
              "seen = []\n"));
  expect_conflict(ProbeConflict::Kind::kCarried, "`seen`");
  EXPECT_EQ(facts_.conflict->write, line("write"));
  EXPECT_EQ(facts_.conflict->read, line("read"));
}

TEST_P(LiveProbeOfTasks, AnExceptionIsAnOutcome) {
  probe(R"py(
import asyncio

async def work(n):
    await asyncio.sleep(0.001)
    return eval("1 // (n - 5)", {"n": n})

async def main():
    out = []
    for n in range(20):  # L:loop
        try:
            out.append(await work(n))
        except ZeroDivisionError as error:
            out.append(str(error))
    print(out)

asyncio.run(main())
)py");
  expect_passes();
}

TEST_P(LiveProbeOfTasks, OneThatEndsTheLoopIsTheLast) {
  probe(program("    return eval('1 // (n - 9)', {'n': n})\n"));
  EXPECT_FALSE(facts_.conflict.has_value());
  EXPECT_EQ(facts_.alone, 10);
  EXPECT_EQ(facts_.ordered, 10);
}

TEST_P(LiveProbeOfTasks, CancelledWorkIsAnEffect) {
  probe(
      program("    if n == 4:\n"
              "        eval('asyncio.current_task().cancel()')\n"
              "        await asyncio.sleep(0.001)\n"
              "    return n\n"));
  expect_conflict(ProbeConflict::Kind::kEffect, "is cancelled");
}

TEST_P(LiveProbeOfTasks, ATaskThatIsLeftBehind) {
  probe(
      program("    eval('asyncio.ensure_future(later())')\n"
              "    return n\n",
              "async def later():  # L:write\n"
              "    pass\n"));
  expect_conflict(ProbeConflict::Kind::kEffect, "leaves a task behind: later");
  EXPECT_EQ(facts_.conflict->write, line("write"));
}

TEST_P(LiveProbeOfTasks, ALibrarysTaskThatIsLeftBehind) {
  probe(
      program("    eval('asyncio.ensure_future(asyncio.sleep(5))')\n"
              "    return n\n"));
  expect_conflict(ProbeConflict::Kind::kEffect, "leaves a task behind: sleep");
}

TEST_P(LiveProbeOfTasks, AFileThatIsWritten) {
  probe(
      program("    eval('open(\"left.txt\", \"w\").close()')\n"
              "    return n\n"));
  expect_conflict(ProbeConflict::Kind::kEffect, "writes a file left.txt");
}

TEST_P(LiveProbeOfTasks, OtherTasksRuleItOut) {
  probe(program("    return eval('n', {'n': n})\n", "",
                "other = eval('asyncio.ensure_future(asyncio.sleep(0.1))')"));
  EXPECT_EQ(facts_.skipped, "other tasks are under way beside the loop");
  EXPECT_EQ(facts_.alone, 0);
}

TEST_P(LiveProbeOfTasks, ThreadsOfTheEventLoopThatWaitDoNot) {
  probe(program("    return eval('n', {'n': n})\n", "",
                "await eval('asyncio.get_event_loop()"
                ".run_in_executor(None, int)')"));
  expect_passes();
}

TEST_P(LiveProbeOfTasks, AWrittenConnectionThatWasOpenBefore) {
  probe(
      program("    eval('pair[0].send(b\"x\")')\n"
              "    return n\n",
              "pair = eval('__import__(\"socket\").socketpair()')\n"));
  EXPECT_EQ(facts_.skipped,
            "an iteration uses a connection that was open before the loop");
  EXPECT_FALSE(facts_.conflict.has_value());
  EXPECT_EQ(std::min(facts_.alone, facts_.ordered), 0);
}

// What comes on it belongs to the parent: the child waits until it is ended.
TEST_P(LiveProbeOfTasks, AReadConnectionThatWasOpenBefore) {
  limits_.seconds = 3;
  probe(
      program("    return len(await eval('asyncio.get_event_loop()"
              ".sock_recv(pair[0], 1)'))\n",
              "pair = eval('__import__(\"socket\").socketpair()')\n",
              "eval('pair[0].setblocking(0) or pair[1].send(b\"x\" * 20)')"));
  EXPECT_EQ(facts_.skipped,
            "the first iteration takes too long or ends the program");
  EXPECT_EQ(std::min(facts_.alone, facts_.ordered), 0);
}

TEST_P(LiveProbeOfTasks, AServerOfItsOwnRulesItOut) {
  probe(program("    return eval('n', {'n': n})\n",
                "server = eval('__import__(\"socket\").socket()')\n"));
  EXPECT_EQ(facts_.skipped,
            "the program has a socket that is no connection to one other");
}

TEST_P(LiveProbeOfTasks, ResultsThatCannotBeCompared) {
  probe(program("    return eval('__import__(\"hashlib\").md5(b\"x\")')\n"));
  EXPECT_NE(facts_.skipped.find("which cannot be compared"), std::string::npos)
      << facts_.skipped;
  EXPECT_EQ(facts_.alone, 0);
}

INSTANTIATE_TEST_SUITE_P(Pythons, LiveProbeOfTasks, testing::Range(8, 15),
                         [](const auto& minor) {
                           return "Python3" + std::to_string(minor.param);
                         });

}  // namespace
}  // namespace ppp::advisor
