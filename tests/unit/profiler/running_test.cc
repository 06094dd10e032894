// SPDX-License-Identifier: Apache-2.0
#include "profiler/running.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

namespace ppp::profiler {
namespace {

using Strings = std::vector<std::string>;

TEST(ProgramWords, TheInterpretersOwnAreLeftOut) {
  EXPECT_EQ(program_words({"python3", "a.py", "-u"}), (Strings{"a.py", "-u"}));
  EXPECT_EQ(
      program_words({"python3", "-u", "-X", "dev", "-W", "error", "a.py"}),
      (Strings{"a.py"}));
  EXPECT_EQ(program_words({"python3", "-Om", "pkg", "5"}),
            (Strings{"-m", "pkg", "5"}));
  EXPECT_EQ(program_words({"python3", "-m", "pkg", "-X"}),
            (Strings{"-m", "pkg", "-X"}));
  EXPECT_EQ(program_words({"python3", "-c", "pass"}), (Strings{"-c", "pass"}));
  EXPECT_EQ(program_words({"python3", "-"}), (Strings{"-"}));
  EXPECT_EQ(program_words({"python3", "-X"}), Strings{});
  EXPECT_EQ(program_words({}), Strings{});
}

TEST(FindRunning, OurselvesAreAProcess) {
  auto found = find_running(::getpid());
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->directory, std::filesystem::current_path().string());
  EXPECT_GE(found->pidfd.get(), 0);
}

TEST(FindRunning, WhatHasEndedIsNamed) {
  const pid_t pid = ::fork();
  if (pid == 0) ::_exit(0);
  siginfo_t info = {};
  ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT),
            0);
  auto zombie = find_running(pid);
  ASSERT_FALSE(zombie.ok());
  EXPECT_EQ(zombie.error().kind, Error::Kind::kUsage);
  EXPECT_NE(zombie.error().what.find("has ended"), std::string::npos);
  ::waitpid(pid, nullptr, 0);
  auto gone = find_running(pid);
  ASSERT_FALSE(gone.ok());
  EXPECT_EQ(gone.error().what,
            "there is no process with pid " + std::to_string(pid));
}

TEST(FindRunning, AThreadIsNoProcess) {
  Result<RunningProcess> found = RunningProcess();
  std::thread([&] {
    found = find_running(static_cast<int>(::syscall(SYS_gettid)));
  }).join();
  ASSERT_FALSE(found.ok());
  EXPECT_NE(found.error().what.find("is a thread of process " +
                                    std::to_string(::getpid())),
            std::string::npos);
}

TEST(ProcessCpu, GrowsUntilTheEnd) {
  const auto before = process_cpu_s(::getpid());
  ASSERT_TRUE(before);
  volatile int n = 0;
  while (n < 10000000) n = n + 1;
  EXPECT_GT(process_cpu_s(::getpid()).value_or(0), *before);
}

}  // namespace
}  // namespace ppp::profiler
