// SPDX-License-Identifier: Apache-2.0
// Programs that run already: joined, watched for a while, left alone.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/live/interpreters.h"

namespace ppp::profiler {
namespace {

// Prints into a file once it is where it stays.
constexpr const char* kSpin = R"(
import threading, time

def wait():
    time.sleep(60)  # L:wait

threading.Thread(target=wait, daemon=True).start()

def spin(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        sum(range(100))  # L:spin

spin(0.02)
open('ready', 'w').close()
spin(60)
)";

// False: the program has ended before it made that file.
bool wait_for(Child& child, const std::string& path) {
  for (int i = 0; i < 2000; ++i) {
    if (::access(path.c_str(), F_OK) == 0) return true;
    auto ended = child.wait(0.005);
    if (!ended || *ended) return false;
  }
  return false;
}

std::unique_ptr<Child> start(const Command& command) {
  auto child = system_processes().start(command);
  if (child) return std::move(*child);
  ADD_FAILURE() << child.error().what;
  return nullptr;
}

class LiveRunning : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    python_ = find_python(GetParam());
    if (python_.empty()) GTEST_SKIP() << "3." << GetParam() << " is missing";
  }
  std::string python_;
};

TEST_P(LiveRunning, IsWatchedForAWhile) {
  const Script script(kSpin);
  auto child = start(script.command(python_));
  ASSERT_TRUE(child && wait_for(*child, script.directory() + "/ready"));
  auto recording = record_running(child->pid(), {.duration_s = 0.4});
  ASSERT_TRUE(recording.ok()) << recording.error().what;
  const Profile& profile = recording->profile;
  EXPECT_FALSE(profile.whole);
  EXPECT_GE(profile.wall_s, 0.4);
  EXPECT_LE(profile.cpu_s, profile.wall_s + 0.05);
  EXPECT_EQ(profile.command, std::vector<std::string>{"script.py"});
  EXPECT_TRUE(
      profile.python.starts_with("3." + std::to_string(minor_of(GetParam()))));
  EXPECT_GT(under(profile, script.line("spin")).cpu_s, 0.05);
  const Cost wait = under(profile, script.line("wait"));
  EXPECT_GT(wait.wait_s[static_cast<std::size_t>(Wait::kSleep)], 0.05);
  EXPECT_EQ(profile.threads.size(), 2u);
  // It goes on as if nothing had been.
  auto status = child->wait(0.05);
  ASSERT_TRUE(status.ok());
  EXPECT_FALSE(status->has_value());
}

// Was there before the watching began, and ends with its parent.
constexpr const char* kParent = R"(
import os, time

parent = os.getpid()
if os.fork() == 0:
    open('ready', 'w').close()
    while os.getppid() == parent:
        sum(range(1000))  # L:spin
    os._exit(0)
time.sleep(60)  # L:wait
)";

TEST_P(LiveRunning, ItsChildrenAreWatchedToo) {
  const Script script(kParent);
  auto child = start(script.command(python_));
  ASSERT_TRUE(child && wait_for(*child, script.directory() + "/ready"));
  auto recording =
      record_running(child->pid(), {.duration_s = 0.4, .children = true});
  ASSERT_TRUE(recording.ok()) << recording.error().what;
  const Profile& profile = recording->profile;
  EXPECT_GT(under(profile, script.line("wait")).wall_s, 0.2);
  EXPECT_EQ(under(profile, script.line("spin")).wall_s, 0);
  ASSERT_EQ(profile.processes.size(), 1u);
  const Profile& process = profile.processes[0];
  EXPECT_EQ(process.parent, child->pid());
  EXPECT_FALSE(process.whole);
  EXPECT_LT(process.started_s, 0);
  EXPECT_GT(under(process, script.line("spin")).wall_s, 0.1);
  EXPECT_EQ(under(process, script.line("wait")).wall_s, 0);
}

// Forked, started, and left by its parent; and one that is no Python.
constexpr const char* kFamily = R"(
import os, subprocess, sys, time

def spin(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        sum(range(100))  # L:spin

def child(work):
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(0)
    return pid

def leave():
    child(lambda: spin(0.6))

if len(sys.argv) > 1:
    spin(0.6)
else:
    sleep = subprocess.Popen(['sleep', '0.2'])
    started = subprocess.Popen([sys.executable, __file__, 'again'])
    forked = child(lambda: spin(0.6))
    os.waitpid(child(leave), 0)
    os.waitpid(forked, 0)
    started.wait()
    sleep.wait()
    time.sleep(0.8)  # L:wait
)";

TEST_P(LiveRunning, ChildrenAreSampledAndStandApart) {
  const Script script(kFamily);
  auto recording = record(script.command(python_), {.children = true});
  ASSERT_TRUE(recording.ok()) << recording.error().what;
  const Profile& profile = recording->profile;
  EXPECT_EQ(under(profile, script.line("spin")).wall_s, 0);
  EXPECT_GT(under(profile, script.line("wait")).wall_s, 0.2);
  // Beside them the one that leaves its child may be seen, and what becomes
  // another program is a Python before.
  int spinning = 0;
  for (const Profile& process : profile.processes) {
    EXPECT_NE(process.pid, profile.pid);
    EXPECT_EQ(process.python, profile.python);
    EXPECT_TRUE(process.whole);
    if (under(process, script.line("spin")).wall_s < 0.02) continue;
    EXPECT_TRUE(process.command.at(0).ends_with("script.py"));
    ++spinning;
    EXPECT_GT(process.started_s, -0.02);
    EXPECT_GT(process.wall_s, 0.58);
    EXPECT_LT(process.started_s + process.wall_s, profile.wall_s + 0.05);
  }
  EXPECT_EQ(spinning, 3);
  EXPECT_GE(profile.unsampled + static_cast<int>(profile.processes.size()), 4);
}

INSTANTIATE_TEST_SUITE_P(Python3, LiveRunning,
                         ::testing::ValuesIn(all_versions()));

class LiveJoin : public ::testing::Test {
 protected:
  void SetUp() override {
    python_ = any_python();
    if (python_.empty()) GTEST_SKIP() << "no Python is installed";
  }
  std::string python_;
};

TEST_F(LiveJoin, ItEndsMeanwhile) {
  const Script script(
      "import os, time\n"
      "open('ready', 'w').close()\n"
      "end = time.monotonic() + 0.5\n"
      "while time.monotonic() < end: pass\n"
      "os._exit(9)\n");
  auto child = start(script.command(python_));
  ASSERT_TRUE(child && wait_for(*child, script.directory() + "/ready"));
  auto recording = record_running(child->pid());
  ASSERT_TRUE(recording.ok()) << recording.error().what;
  EXPECT_EQ(recording->status.code, 0);
  EXPECT_GT(under(recording->profile, 4).wall_s, 0.02);
  EXPECT_LT(recording->profile.wall_s, 5);
  auto status = child->wait(5);  // it is still ours to be asked for
  ASSERT_TRUE(status.ok() && *status);
  EXPECT_EQ((*status)->code, 9);
}

TEST_F(LiveJoin, ItForksAndExecutesAnotherProgram) {
  const Script script(
      "import os, time\n"
      "open('ready', 'w').close()\n"
      "end = time.monotonic() + 0.4\n"
      "if os.fork() == 0: time.sleep(60)\n"
      "while time.monotonic() < end: pass\n"
      "os.execv('/bin/sleep', ['sleep', '60'])\n");
  auto child = start(script.command(python_));
  ASSERT_TRUE(child && wait_for(*child, script.directory() + "/ready"));
  auto recording = record_running(child->pid(), {.duration_s = 0.9});
  ASSERT_TRUE(recording.ok()) << recording.error().what;
  EXPECT_GT(under(recording->profile, 5).wall_s, 0.02);
  EXPECT_LT(under(recording->profile, 6).wall_s, 0.3);
}

TEST_F(LiveJoin, InAPidNamespaceOfItsOwn) {
  const Script script(kSpin);
  Command command = script.command(python_);
  const std::vector<std::string> unshare = {
      "unshare", "--user", "--map-root-user", "--pid", "--fork"};
  command.argv.insert(command.argv.begin(), unshare.begin(), unshare.end());
  auto child = start(command);
  ASSERT_TRUE(child);
  if (!wait_for(*child, script.directory() + "/ready")) {
    GTEST_SKIP() << "namespaces are refused here";
  }
  const std::string pid = std::to_string(child->pid());
  auto inner = read_file("/proc/" + pid + "/task/" + pid + "/children");
  if (!inner.ok()) GTEST_SKIP() << "the kernel does not tell children";
  auto recording =
      record_running(std::atoi(inner->c_str()), {.duration_s = 0.4});
  ASSERT_TRUE(recording.ok()) << recording.error().what;
  EXPECT_GT(under(recording->profile, script.line("spin")).wall_s, 0.05);
  EXPECT_GT(under(recording->profile, script.line("wait")).wall_s, 0.05);
}

TEST_F(LiveJoin, WhatIsNoPythonIsNamed) {
  Command command;
  command.argv = {"sleep", "60"};
  auto child = start(command);
  ASSERT_TRUE(child);
  for (int pid : {child->pid(), ::getpid()}) {
    auto recording = record_running(pid);
    ASSERT_FALSE(recording.ok());
    EXPECT_EQ(recording.error().kind, Error::Kind::kEnvironment);
    EXPECT_NE(recording.error().what.find("pid " + std::to_string(pid)),
              std::string::npos);
    EXPECT_NE(recording.error().what.find("is not a Python interpreter"),
              std::string::npos);
    EXPECT_EQ(recording.error().hint.find("--python"), std::string::npos);
  }
}

TEST_F(LiveJoin, AShellScriptThatIsAboutToBecomePython) {
  const Script script(kSpin);
  const std::string shim = script.directory() + "/shim";
  ASSERT_TRUE(
      write_file(shim, "#!/bin/sh\nsleep 0.2\nexec " + python_ + " \"$@\"\n")
          .ok());
  ASSERT_EQ(::chmod(shim.c_str(), 0755), 0);
  auto child = start(script.command(shim));
  ASSERT_TRUE(child);
  auto recording = record_running(child->pid(), {.duration_s = 1});
  ASSERT_TRUE(recording.ok()) << recording.error().what;
  EXPECT_GT(under(recording->profile, script.line("spin")).wall_s, 0.02);
}

TEST_F(LiveJoin, AThreadThatComesAndGoes) {
  const Script script(R"(
import threading, time
open('ready', 'w').close()

def work():
    for _ in range(2000): pass  # L:work

while True:
    crowd = [threading.Thread(target=work) for _ in range(40)]
    for thread in crowd: thread.start()
    for thread in crowd: thread.join()
)");
  auto child = start(script.command(python_));
  ASSERT_TRUE(child && wait_for(*child, script.directory() + "/ready"));
  auto recording = record_running(child->pid(), {.duration_s = 0.5});
  ASSERT_TRUE(recording.ok()) << recording.error().what;
  EXPECT_GT(recording->profile.samples, 20);
  EXPECT_LE(recording->profile.errors, recording->profile.samples / 5 + 8);
}

TEST_F(LiveJoin, AProgramThatWeStartedGoesOnAndItsStatusCounts) {
  const Script script(
      "import sys, time\n"
      "end = time.monotonic() + 1\n"
      "while time.monotonic() < end: pass\n"
      "time.sleep(0.1)\n"
      "sys.exit(7)\n");
  double watched_s = 0;
  RecordOptions options{.timeout_s = 30, .duration_s = 0.3};
  options.when_watched = [&](const Profile& profile) {
    watched_s = profile.wall_s;
  };
  auto recording = record(script.command(python_), options);
  ASSERT_TRUE(recording.ok()) << recording.error().what;
  EXPECT_EQ(recording->status.code, 7);
  EXPECT_GT(recording->status.wall_s, 1.1);
  EXPECT_GE(watched_s, 0.3);
  EXPECT_EQ(recording->profile.wall_s, watched_s);
  EXPECT_FALSE(recording->profile.whole);
  EXPECT_EQ(under(recording->profile, 4).wall_s, 0);
}

}  // namespace
}  // namespace ppp::profiler
