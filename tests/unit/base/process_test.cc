// SPDX-License-Identifier: Apache-2.0
#include "base/process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/files.h"
#include "base/process_tree.h"

namespace ppp {
namespace {

Command shell(const std::string& script) {
  Command command;
  command.argv = {"sh", "-c", script};
  return command;
}

// Whether `pid` is gone or only waits to be reaped by its parent.
bool gone(int pid) {
  auto info = process_info(pid);
  return !info || info->state == 'Z';
}

// The number that the child writes into `path`, once it is there.
int wait_for_number(const std::string& path) {
  for (int i = 0; i < 30000; ++i) {
    auto text = read_file(path);
    if (text.ok() && !text->empty() && text->back() == '\n') {
      return std::stoi(*text);
    }
    ::usleep(2000);
  }
  return 0;
}

class ProcessTest : public ::testing::Test {
 protected:
  std::string path(const std::string& name) { return dir_.path() + "/" + name; }
  /// The path for a shell.
  std::string word(const std::string& name) { return '"' + path(name) + '"'; }

  TempDir dir_ = *TempDir::create("process-test-");
  ProcessRunner& runner_ = system_processes();
};

TEST_F(ProcessTest, ReportsTheExitCode) {
  auto status = run_to_end(runner_, shell("exit 7"), 0);
  ASSERT_TRUE(status.ok());
  EXPECT_EQ(status->code, 7);
  EXPECT_EQ(status->signal, 0);
  EXPECT_FALSE(status->timed_out);
  EXPECT_GT(status->max_rss_kb, 0);
}

TEST_F(ProcessTest, ReportsTheSignal) {
  auto status = run_to_end(runner_, shell("kill -TERM $$"), 0);
  ASSERT_TRUE(status.ok());
  EXPECT_EQ(status->signal, SIGTERM);
  EXPECT_FALSE(status->timed_out);
}

TEST_F(ProcessTest, TimeOutKillsGrandchildren) {
  auto status = run_to_end(
      runner_, shell("sleep 100 & echo $! > " + word("pid") + "; wait"), 0.3);
  ASSERT_TRUE(status.ok());
  EXPECT_TRUE(status->timed_out);
  EXPECT_EQ(status->signal, SIGKILL);
  EXPECT_LT(status->wall_s, 60);
  EXPECT_TRUE(gone(wait_for_number(path("pid"))));
}

TEST_F(ProcessTest, KillReachesADaemon) {
  // The daemon leaves the session and its parent ends before it.
  auto child =
      runner_.start(shell("(setsid sh -c 'echo $$ > " + word("pid") +
                          "; exec sleep 100' &) ; sleep 0.2; exec sleep 100"));
  ASSERT_TRUE(child.ok());
  int daemon = wait_for_number(path("pid"));
  ASSERT_GT(daemon, 0);
  EXPECT_FALSE(gone(daemon));
  (*child)->kill();
  EXPECT_TRUE(gone(daemon));
}

TEST_F(ProcessTest, ADaemonDoesNotOutliveTheChildObject) {
  int daemon = 0;
  {
    auto child = runner_.start(shell("(setsid sh -c 'echo $$ > " + word("pid") +
                                     "; exec sleep 100' &); exit 3"));
    ASSERT_TRUE(child.ok());
    auto status = (*child)->wait(-1);
    ASSERT_TRUE(status.ok());
    ASSERT_TRUE(status->has_value());
    EXPECT_EQ((*status)->code, 3);
    daemon = wait_for_number(path("pid"));
    ASSERT_GT(daemon, 0);
  }
  EXPECT_TRUE(gone(daemon));
}

TEST_F(ProcessTest, AnOrphanOfTheSessionGoesWithItsLeaderBesideOthers) {
  auto other = runner_.start(shell("exec sleep 100"));
  ASSERT_TRUE(other.ok());
  // Its parent ends at once; only the session says whose it is.
  auto child = runner_.start(shell("(sh -c 'echo $$ > " + word("pid") +
                                   "; exec sleep 100' &); exec sleep 100"));
  ASSERT_TRUE(child.ok());
  int orphan = wait_for_number(path("pid"));
  ASSERT_GT(orphan, 0);
  (*child)->kill();
  EXPECT_TRUE(gone(orphan));
  EXPECT_FALSE(gone((*other)->pid()));
}

TEST_F(ProcessTest, AChildDiesWithUsWhenWeAreKilled) {
  pid_t us = ::fork();
  if (us == 0) {
    auto child =
        runner_.start(shell("echo $$ > " + word("pid") + "; exec sleep 100"));
    if (!child.ok()) ::_exit(2);
    ::pause();
  }
  int pid = wait_for_number(path("pid"));
  ASSERT_GT(pid, 0);
  ::kill(us, SIGKILL);
  ASSERT_EQ(::waitpid(us, nullptr, 0), us);
  for (int i = 0; i < 30000 && !gone(pid); ++i) ::usleep(2000);
  EXPECT_TRUE(gone(pid));
}

TEST_F(ProcessTest, AnEndedChildKeepsItsStatusThroughKill) {
  auto child = runner_.start(shell("exit 4"));
  ASSERT_TRUE(child.ok());
  pollfd fd = {(*child)->pidfd(), POLLIN, 0};
  ASSERT_EQ(::poll(&fd, 1, 10000), 1);
  (*child)->kill();
  auto status = (*child)->wait(0);
  ASSERT_TRUE(status.ok() && status->has_value());
  EXPECT_EQ((*status)->code, 4);
  EXPECT_FALSE((*status)->timed_out);
}

TEST_F(ProcessTest, StreamsGoToFiles) {
  ASSERT_TRUE(write_file(path("in"), "hello\n").ok());
  Command command = shell("cat; echo oops >&2");
  command.stdin_path = path("in");
  command.stdout_path = path("out");
  command.stderr_path = path("err");
  ASSERT_TRUE(run_to_end(runner_, command, 0).ok());
  EXPECT_EQ(*read_file(path("out")), "hello\n");
  EXPECT_EQ(*read_file(path("err")), "oops\n");
}

TEST_F(ProcessTest, OneFileForBothStreamsKeepsBoth) {
  Command command = shell("echo a; echo b >&2; echo c");
  command.stdout_path = command.stderr_path = path("both");
  ASSERT_TRUE(run_to_end(runner_, command, 0).ok());
  EXPECT_EQ(*read_file(path("both")), "a\nb\nc\n");
}

TEST_F(ProcessTest, StdinIsEmptyByDefault) {
  auto captured = capture(runner_, shell("cat; echo end"), 10);
  ASSERT_TRUE(captured.ok());
  EXPECT_EQ(captured->out, "end\n");
}

TEST_F(ProcessTest, EnvironmentIsSetAndUnset) {
  ::setenv("PPP_TEST_GONE", "1", 1);
  ::setenv("PPP_TEST_KEPT", "2", 1);
  Command command =
      shell("echo ${PPP_TEST_GONE-unset} $PPP_TEST_KEPT $PPP_TEST_NEW");
  command.environment = {{"PPP_TEST_GONE", std::nullopt},
                         {"PPP_TEST_NEW", "3"}};
  auto captured = capture(runner_, command, 10);
  ASSERT_TRUE(captured.ok());
  EXPECT_EQ(captured->out, "unset 2 3\n");
}

TEST_F(ProcessTest, AMissingProgramIsNamed) {
  Command command;
  command.argv = {"no-such-program-here"};
  auto child = runner_.start(command);
  ASSERT_FALSE(child.ok());
  EXPECT_EQ(child.error().kind, Error::Kind::kEnvironment);
  EXPECT_NE(child.error().what.find("no-such-program-here"), std::string::npos);
  command.argv = {"/nonexistent/python"};
  child = runner_.start(command);
  ASSERT_FALSE(child.ok());
  EXPECT_NE(child.error().what.find("/nonexistent/python"), std::string::npos);
  // Nothing may be left to reap.
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
}

TEST_F(ProcessTest, AMissingStdinIsNamed) {
  Command command = shell("true");
  command.stdin_path = path("missing");
  auto child = runner_.start(command);
  ASSERT_FALSE(child.ok());
  EXPECT_NE(child.error().what.find(path("missing")), std::string::npos);
}

TEST_F(ProcessTest, NoDescriptorLeaksIntoTheChild) {
  int leak = ::open("/dev/null", O_RDONLY);  // on purpose without O_CLOEXEC
  auto captured = capture(runner_, shell("ls /proc/$$/fd"), 10);
  ::close(leak);
  ASSERT_TRUE(captured.ok());
  EXPECT_EQ(captured->out, "0\n1\n2\n");
}

TEST_F(ProcessTest, OnlyWhatIsInheritedStaysOpen) {
  int kept = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  ASSERT_GE(kept, 3);
  const std::string number = std::to_string(kept);
  Command command = shell("[ -e /proc/self/fd/" + number + " ]");
  EXPECT_NE(run_to_end(system_processes(), command, 10)->code, 0);
  command.inherited = {kept};
  EXPECT_EQ(run_to_end(system_processes(), command, 10)->code, 0);
  ::close(kept);
}

TEST_F(ProcessTest, RunsInTheDirectory) {
  Command command = shell("pwd");
  command.directory = dir_.path();
  auto captured = capture(runner_, command, 10);
  ASSERT_TRUE(captured.ok());
  EXPECT_EQ(captured->out,
            std::filesystem::canonical(dir_.path()).string() + "\n");
  command.directory = path("missing");
  auto child = runner_.start(command);
  ASSERT_FALSE(child.ok());
  EXPECT_NE(child.error().what.find(path("missing")), std::string::npos);
}

TEST_F(ProcessTest, InChildRunsInTheChildAndMayRefuse) {
  Command command = shell("echo $PWD; umask");
  command.in_child = [] {
    ::umask(0123);
    return true;
  };
  auto captured = capture(runner_, command, 10);
  ASSERT_TRUE(captured.ok());
  EXPECT_NE(captured->out.find("0123"), std::string::npos);
  command.in_child = [] { return false; };
  auto child = runner_.start(command);
  ASSERT_FALSE(child.ok());
  EXPECT_EQ(child.error().kind, Error::Kind::kEnvironment);
}

TEST_F(ProcessTest, TheChildLeadsItsOwnGroup) {
  auto child = runner_.start(shell("exec sleep 100"));
  ASSERT_TRUE(child.ok());
  auto info = process_info((*child)->pid());
  ASSERT_TRUE(info.has_value());
  EXPECT_EQ(info->group, (*child)->pid());
  auto running = (*child)->wait(0);
  ASSERT_TRUE(running.ok());
  EXPECT_FALSE(running->has_value());
}

TEST_F(ProcessTest, CountsTheProcessorTimeOfReapedChildren) {
  auto status = run_to_end(
      runner_,
      shell("sh -c 'i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done'; true"),
      0);
  ASSERT_TRUE(status.ok());
  EXPECT_GT(status->cpu_s, 0.01);
  EXPECT_GE(status->wall_s * 1.5 + 0.1, status->cpu_s);
}

TEST_F(ProcessTest, TheAgeOfAProcessCountsFromItsStart) {
  const double age = process_age_s(::getpid());
  EXPECT_GT(process_age_s(::getpid()), 0);
  EXPECT_GE(process_age_s(::getpid()), age);
  timespec up = {};
  ASSERT_EQ(::clock_gettime(CLOCK_BOOTTIME, &up), 0);
  EXPECT_LT(age, static_cast<double>(up.tv_sec));
}

TEST_F(ProcessTest, AnInterruptEndsTheWait) {
  // In a process of its own: the flag stays set once a signal came.
  pid_t pid = ::fork();
  if (pid == 0) {
    install_interrupt_handlers();
    auto child = runner_.start(shell("kill -INT $PPID; exec sleep 100"));
    if (!child.ok()) ::_exit(2);
    auto status = (*child)->wait(20);
    bool good =
        !status.ok() && status.error().kind == Error::Kind::kInterrupted;
    (*child)->kill();
    ::_exit(good ? 0 : 1);
  }
  int raw = 0;
  ASSERT_EQ(::waitpid(pid, &raw, 0), pid);
  EXPECT_TRUE(WIFEXITED(raw));
  EXPECT_EQ(WEXITSTATUS(raw), 0);
}

TEST_F(ProcessTest, AnInterruptThatWasTakenCountsNoMore) {
  pid_t pid = ::fork();
  if (pid == 0) {
    install_interrupt_handlers();
    bool good = !take_interrupt() && !interrupt_requested();
    ::raise(SIGTERM);
    ::raise(SIGINT);
    good = good && interrupt_requested() && take_interrupt() == SIGTERM;
    good = good && interrupt_requested() && take_interrupt() == SIGINT;
    good = good && !interrupt_requested() && !take_interrupt();
    ::_exit(good ? 0 : 1);
  }
  int raw = 0;
  ASSERT_EQ(::waitpid(pid, &raw, 0), pid);
  EXPECT_TRUE(WIFEXITED(raw));
  EXPECT_EQ(WEXITSTATUS(raw), 0);
}

}  // namespace
}  // namespace ppp
