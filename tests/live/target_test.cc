// SPDX-License-Identifier: Apache-2.0
// Targets that are started in odd ways, or end in odd ways.

#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/stat.h>

#include <cctype>
#include <cstdlib>

#include "tests/live/interpreters.h"

namespace ppp::profiler {
namespace {

class LiveTarget : public ::testing::Test {
 protected:
  void SetUp() override {
    python_ = any_python();
    if (python_.empty()) GTEST_SKIP() << "no Python is installed";
  }
  Result<Recording> run(const std::string& text, double timeout_s = 30) {
    const Script script(text);
    RecordOptions options;
    options.timeout_s = timeout_s;
    return record(script.command(python_), options);
  }
  std::string python_;
};

constexpr const char* kCounting = "for i in range(10000000): i * i\n";

void expect_profiled(const std::string& python) {
  const Script script(kCounting);
  auto recording = record(script.command(python));
  ASSERT_TRUE(recording.ok()) << recording.error().what;
  EXPECT_EQ(recording->status.code, 0);
  EXPECT_GT(under(recording->profile, 1).wall_s, 0.01);
}

TEST_F(LiveTarget, ABuildWithASharedLibraryAndAStaticOne) {
  int found = 0;
  for (Where where : {Where::kPyenv, Where::kSystem}) {
    for (int minor = 13; minor >= 8; --minor) {
      const std::string python = find_python(minor, where);
      if (python.empty()) continue;
      SCOPED_TRACE(python);
      expect_profiled(python);
      ++found;
      break;
    }
  }
  if (found == 0) GTEST_SKIP();
}

TEST_F(LiveTarget, VirtualEnvironments) {
  for (Where where : {Where::kPyenv, Where::kSystem}) {
    const std::string python = find_python(11, where);
    if (python.empty()) continue;
    auto dir = TempDir::create("venv-test-");
    ASSERT_TRUE(dir.ok());
    Command make;
    make.argv = {python, "-m", "venv", "--without-pip", dir->path() + "/v"};
    auto made = capture(system_processes(), make, 60);
    ASSERT_TRUE(made.ok());
    if (made->status.code != 0) continue;  // Debian parts venv from Python
    SCOPED_TRACE(python);
    expect_profiled(dir->path() + "/v/bin/python");
  }
}

TEST_F(LiveTarget, AShellScriptThatExecsPython) {
  auto dir = TempDir::create("shim-test-");
  ASSERT_TRUE(dir.ok());
  const std::string shim = dir->path() + "/python3";
  ASSERT_TRUE(
      write_file(shim, "#!/bin/sh\nexec env X=1 " + python_ + " \"$@\"\n")
          .ok());
  ASSERT_EQ(::chmod(shim.c_str(), 0755), 0);
  expect_profiled(shim);
}

TEST_F(LiveTarget, InNamespacesOfItsOwn) {
  const Script script(kCounting);
  Command command = script.command(python_);
  command.in_child = [] { return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0; };
  auto recording = record(command);
  if (!recording &&
      recording.error().what.find("preparation") != std::string::npos) {
    GTEST_SKIP() << "namespaces are refused here";
  }
  ASSERT_TRUE(recording.ok()) << recording.error().what;
  if (recording->status.code == 2) {
    GTEST_SKIP() << "the script cannot be read as nobody";
  }
  EXPECT_GT(under(recording->profile, 1).wall_s, 0.01);
}

TEST_F(LiveTarget, WhatIsNoPythonIsRefused) {
  Command command;
  command.argv = {"ls"};
  auto recording = record(command);
  ASSERT_FALSE(recording.ok());
  EXPECT_EQ(recording.error().kind, Error::Kind::kEnvironment);
  EXPECT_NE(recording.error().what.find("ls"), std::string::npos);

  auto dir = TempDir::create("shim-test-");
  ASSERT_TRUE(dir.ok());
  command.argv = {dir->path() + "/python3"};
  ASSERT_TRUE(write_file(command.argv[0], "#!/bin/sh\nexit 3\n").ok());
  ASSERT_EQ(::chmod(command.argv[0].c_str(), 0755), 0);
  // Often it has ended before its memory can be opened.
  for (int i = 0; i < 50; ++i) {
    recording = record(command);
    ASSERT_FALSE(recording.ok());
    EXPECT_EQ(recording.error().kind, Error::Kind::kEnvironment);
  }
}

TEST_F(LiveTarget, TooOldPythonsAreNamed) {
  for (const char* old : {"2.7", "3.6", "3.7"}) {
    const char* home = std::getenv("HOME");
    const std::string name = std::string("python") + old;
    Command find;
    find.argv = {"sh", "-c",
                 "ls " + std::string(home ? home : "") +
                     "/.pyenv/versions/*/bin/" + name + " 2>/dev/null"};
    auto found = capture(system_processes(), find, 10);
    ASSERT_TRUE(found.ok());
    const std::string path = found->out.substr(0, found->out.find('\n'));
    if (path.empty()) continue;
    Command command;
    command.argv = {path, "-c", "while True: pass"};
    auto recording = record(command);
    ASSERT_FALSE(recording.ok());
    EXPECT_EQ(recording.error().kind, Error::Kind::kEnvironment);
    EXPECT_NE(recording.error().what.find(old), std::string::npos);
  }
}

TEST_F(LiveTarget, ATimeOutEndsIt) {
  auto recording = run("import time\ntime.sleep(100)\n", 0.6);
  ASSERT_TRUE(recording.ok());
  EXPECT_TRUE(recording->status.timed_out);
  EXPECT_EQ(recording->status.signal, SIGKILL);
  EXPECT_LT(recording->profile.wall_s, 90);
}

TEST_F(LiveTarget, ItsStatusIsItsOwn) {
  auto recording = run("import sys\nsys.exit(7)\n");
  ASSERT_TRUE(recording.ok());
  EXPECT_EQ(recording->status.code, 7);
  recording = run("import os\nos.kill(os.getpid(), 15)\n");
  ASSERT_TRUE(recording.ok());
  EXPECT_EQ(recording->status.signal, SIGTERM);
}

TEST_F(LiveTarget, AnotherProgramAfterExec) {
  auto recording =
      run(std::string(kCounting) +
          "import os\nos.execv('/bin/sh', ['sh', '-c', 'sleep 1.5; exit 5'])");
  ASSERT_TRUE(recording.ok());
  EXPECT_EQ(recording->status.code, 5);
  EXPECT_GT(under(recording->profile, 1).wall_s, 0.01);
  // Nor may the wait for the second program be charged to the first.
  EXPECT_LT(under(recording->profile, 3).wall_s, 0.75);
}

TEST_F(LiveTarget, AnotherPythonAfterExec) {
  std::string other;
  for (int minor = 8; minor <= 13 && other.empty(); ++minor) {
    other = find_python(minor);
  }
  // Long enough to be found again where other tests run.
  const Script second(
      "import time\n"
      "end = time.monotonic() + 1.5\n"
      "while time.monotonic() < end:\n"
      "    pass\n");
  auto recording = run("import os\nos.execv('" + other + "', ['python', '" +
                       second.path() + "'])\n");
  ASSERT_TRUE(recording.ok());
  EXPECT_EQ(recording->status.code, 0);
  bool seen = false;
  for (const Frame& frame : recording->profile.frames) {
    seen = seen || frame.file == second.path();
  }
  EXPECT_TRUE(seen);
}

TEST_F(LiveTarget, ForksAndDaemons) {
  auto recording =
      run("import os, time\n"
          "pid = os.fork()\n"
          "if pid == 0:\n"
          "    os.setsid()\n"
          "    if os.fork(): os._exit(0)\n"
          "    open('daemon', 'w').write(str(os.getpid()))\n"
          "    time.sleep(100)\n"
          "os.waitpid(pid, 0)\n"
          "for i in range(1000000): i * i\n");
  ASSERT_TRUE(recording.ok());
  EXPECT_EQ(recording->status.code, 0);
  EXPECT_GT(under(recording->profile, 9).wall_s, 0.005);
  EXPECT_EQ(under(recording->profile, 7).wall_s, 0);
}

TEST_F(LiveTarget, EndsWhileThreadsRun) {
  auto recording = run(
      "import os, threading, time\n"
      "def spin():\n"
      "    while True: pass\n"
      "for _ in range(4): threading.Thread(target=spin, daemon=True).start()\n"
      "time.sleep(0.2)\n"
      "os._exit(9)\n");
  ASSERT_TRUE(recording.ok());
  EXPECT_EQ(recording->status.code, 9);
}

TEST_F(LiveTarget, ManyShortThreads) {
  auto recording =
      run("import threading\n"
          "for _ in range(400):\n"
          "    t = threading.Thread(target=sum, args=(range(2000),))\n"
          "    t.start()\n"
          "    t.join()\n");
  ASSERT_TRUE(recording.ok());
  EXPECT_EQ(recording->status.code, 0);
}

TEST_F(LiveTarget, CodeThatComesAndGoes) {
  auto recording = run(
      "for i in range(300):\n"
      "    scope = {}\n"
      "    name = 'f%d' % i\n"
      "    exec(compile('\\n' * i + 'def %s():\\n for x in range(9000): x*x'\n"
      "                 % name, name, 'exec'), scope)\n"
      "    scope[name]()\n");
  ASSERT_TRUE(recording.ok());
  EXPECT_EQ(recording->status.code, 0);
  // A function is never shown in the file of another.
  int mixed = 0;
  int total = 0;
  for (const Frame& frame : recording->profile.frames) {
    if (frame.function.size() < 2 || frame.function[0] != 'f' ||
        !std::isdigit(static_cast<unsigned char>(frame.function[1]))) {
      continue;
    }
    ++total;
    mixed += !frame.file.ends_with(frame.function);
  }
  EXPECT_GT(total, 0);
  EXPECT_EQ(mixed, 0);
}

}  // namespace
}  // namespace ppp::profiler
