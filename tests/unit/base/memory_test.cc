// SPDX-License-Identifier: Apache-2.0
#include "base/memory.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "base/process_tree.h"

namespace ppp {
namespace {

constexpr std::size_t kBlock = 64U << 20;

TEST(Memory, ReadsTheProportionalSize) {
  EXPECT_EQ(proportional_size("00400000-7ff ---p 00000000 [rollup]\n"
                              "Rss:     900 kB\nPss:      12 kB\n"
                              "Pss_Dirty:    3 kB\n"),
            12 * 1024);
  EXPECT_EQ(proportional_size("Rss: 900 kB\n"), 0);
  EXPECT_EQ(proportional_size("x\nPss:"), 0);
}

TEST(Memory, OfNoProcessIsNone) {
  EXPECT_EQ(process_memory(1 << 30), 0);
  EXPECT_EQ(tree_memory(1 << 30), 0);
}

/// Of a child that fills a block and forks another, which reads it or, if
/// `writes`, gets a block of its own by writing to it.
std::uint64_t memory_of_two(bool writes) {
  std::array<int, 2> ready;
  EXPECT_EQ(::pipe(ready.data()), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    void* block = ::mmap(nullptr, kBlock, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    std::memset(block, 1, kBlock);
    if (::fork() == 0) {
      if (writes) std::memset(block, 2, kBlock);
      (void)!::write(ready[1], "x", 1);
    }
    while (true) ::pause();
  }
  char done = 0;
  EXPECT_EQ(::read(ready[0], &done, 1), 1);
  const std::uint64_t bytes = tree_memory(child);
  for (int pid : tree_of(child)) ::kill(pid, SIGKILL);
  EXPECT_EQ(::waitpid(child, nullptr, 0), child);
  ::close(ready[0]);
  ::close(ready[1]);
  return bytes;
}

TEST(Memory, CountsOnceWhatForkedProcessesShare) {
  const std::uint64_t bytes = memory_of_two(false);
  EXPECT_GE(bytes, kBlock);
  EXPECT_LT(bytes, 2 * kBlock);
}

TEST(Memory, CountsCopiesOfEveryProcess) {
  EXPECT_GE(memory_of_two(true), 2 * kBlock);
}

}  // namespace
}  // namespace ppp
