// SPDX-License-Identifier: Apache-2.0
#include "profiler/child_list.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <latch>
#include <string>
#include <thread>

namespace ppp::profiler {
namespace {

using Pids = std::vector<int>;

// A child of ours that waits for its end.
class Waiting {
 public:
  Waiting() : pid_(::fork()) {
    while (pid_ == 0) ::pause();
  }
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;
  ~Waiting() { end(); }

  int pid() const { return pid_; }
  void end() {
    if (pid_ == 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    pid_ = 0;
  }

 private:
  pid_t pid_;
};

class ChildListTest : public testing::Test {
 protected:
  void SetUp() override {
    if (::access("/proc/thread-self/children", R_OK) != 0) {
      GTEST_SKIP() << "this kernel tells no children";
    }
  }
};

TEST_F(ChildListTest, EachLookTellsThoseOfItsMoment) {
  ChildList ours(::getpid());
  EXPECT_EQ(ours.read(), Pids{});
  Waiting first;
  EXPECT_EQ(ours.read(), Pids{first.pid()});
  Waiting second;
  EXPECT_EQ(ours.read(), (Pids{first.pid(), second.pid()}));
  first.end();
  EXPECT_EQ(ours.read(), Pids{second.pid()});
  second.end();
  EXPECT_EQ(ours.read(), Pids{});
}

TEST_F(ChildListTest, MoreThanOneReadTakesAreAllTold) {
  ChildList ours(::getpid());
  std::array<Waiting, 300> children;
  Pids expected;
  for (const Waiting& child : children) expected.push_back(child.pid());
  EXPECT_EQ(ours.read(), expected);
}

TEST_F(ChildListTest, AThreadThatCameLaterHasChildrenToo) {
  ChildList ours(::getpid());
  EXPECT_EQ(ours.read(), Pids{});
  std::latch made(1);
  std::latch seen(1);
  pid_t child = 0;
  std::thread other([&] {
    child = ::fork();
    while (child == 0) ::pause();
    made.count_down();
    seen.wait();
  });
  made.wait();
  EXPECT_EQ(ours.read(), Pids{child});
  seen.count_down();
  other.join();
  EXPECT_EQ(ours.read(), Pids{child});
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
}

TEST_F(ChildListTest, AnotherProcessTellsItsOwn) {
  std::array<int, 2> told{};
  ASSERT_EQ(::pipe(told.data()), 0);
  const pid_t parent = ::fork();
  if (parent == 0) {
    const pid_t child = ::fork();
    while (child == 0) ::pause();
    if (::write(told[1], &child, sizeof child) != sizeof child) ::_exit(1);
    ::pause();
  }
  ChildList theirs(parent);
  pid_t child = 0;
  ASSERT_EQ(::read(told[0], &child, sizeof child),
            static_cast<ssize_t>(sizeof child));
  EXPECT_EQ(theirs.read(), Pids{child});
  ::kill(child, SIGKILL);
  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);
  EXPECT_EQ(theirs.read(), Pids{});
  ::close(told[0]);
  ::close(told[1]);
}

class BirthsTest : public testing::Test {
 protected:
  BirthsTest() { ::unlink(path_.c_str()); }
  ~BirthsTest() override { ::unlink(path_.c_str()); }

  void write(const std::string& text) { std::ofstream(path_) << text; }
  Births births() const { return Births(ProcFile(path_)); }

 private:
  std::string path_ =
      testing::TempDir() + "loadavg" + std::to_string(::getpid());
};

TEST_F(BirthsTest, EachNumberIsNewOnce) {
  write("0.10 0.20 0.30 1/100 4711\n");
  Births machine = births();
  EXPECT_TRUE(machine.any());
  EXPECT_FALSE(machine.any());
  write("0.90 0.20 0.30 3/99 4711\n");
  EXPECT_FALSE(machine.any());
  write("0.90 0.20 0.30 3/99 4712\n");
  EXPECT_TRUE(machine.any());
  EXPECT_FALSE(machine.any());
  write("0.90 0.20 0.30 3/99 12\n");  // they began anew
  EXPECT_TRUE(machine.any());
}

TEST_F(BirthsTest, WhoTellsNothingMayHideSome) {
  Births none = births();
  EXPECT_TRUE(none.any());
  EXPECT_TRUE(none.any());
  for (const char* text : {"0.00 0.00 0.00 0/0 0\n", "", "4711", "a b\n"}) {
    write(text);
    Births machine = births();
    EXPECT_TRUE(machine.any()) << text;
    EXPECT_TRUE(machine.any()) << text;
  }
}

TEST_F(BirthsTest, ProcessesAndThreadsShow) {
  Births machine = Births::of_this_machine();
  machine.any();
  const Waiting child;
  EXPECT_TRUE(machine.any());
  std::thread([] {}).join();
  EXPECT_TRUE(machine.any());
}

}  // namespace
}  // namespace ppp::profiler
