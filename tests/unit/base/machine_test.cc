// SPDX-License-Identifier: Apache-2.0
#include "base/machine.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/files.h"

namespace ppp {
namespace {

/// A root directory with files of our choice.
class FakeRoot {
 public:
  FakeRoot() : dir_(*TempDir::create("machine-test-")) {}
  void put(const std::string& path, const std::string& text) {
    std::string full = dir_.path() + path;
    std::filesystem::create_directories(
        std::filesystem::path(full).parent_path());
    ASSERT_TRUE(write_file(full, text).ok());
  }
  const std::string& path() const { return dir_.path(); }

 private:
  TempDir dir_;
};

TEST(Machine, NoCgroupFilesMeanNoQuota) {
  FakeRoot root;
  EXPECT_EQ(quota_cpus(root.path()), 0);
}

TEST(Machine, ReadsTheV2Quota) {
  FakeRoot root;
  root.put("/proc/self/cgroup", "0::/\n");
  root.put("/sys/fs/cgroup/cpu.max", "150000 100000\n");
  EXPECT_DOUBLE_EQ(quota_cpus(root.path()), 1.5);
}

TEST(Machine, V2MaxIsNoQuota) {
  FakeRoot root;
  root.put("/proc/self/cgroup", "0::/\n");
  root.put("/sys/fs/cgroup/cpu.max", "max 100000\n");
  EXPECT_EQ(quota_cpus(root.path()), 0);
}

TEST(Machine, TheSmallestAncestorOfAV2PathCounts) {
  FakeRoot root;
  root.put("/proc/self/cgroup", "0::/user.slice/job\n");
  root.put("/sys/fs/cgroup/user.slice/cpu.max", "200000 100000\n");
  root.put("/sys/fs/cgroup/user.slice/job/cpu.max", "max 100000\n");
  EXPECT_DOUBLE_EQ(quota_cpus(root.path()), 2);
}

TEST(Machine, ReadsTheV1Quota) {
  FakeRoot root;
  root.put("/proc/self/cgroup", "5:memory:/x\n4:cpu,cpuacct:/docker/ab\n");
  root.put("/sys/fs/cgroup/cpu/docker/ab/cpu.cfs_quota_us", "50000\n");
  root.put("/sys/fs/cgroup/cpu/docker/ab/cpu.cfs_period_us", "100000\n");
  EXPECT_DOUBLE_EQ(quota_cpus(root.path()), 0.5);
}

TEST(Machine, V1MinusOneIsNoQuota) {
  FakeRoot root;
  root.put("/proc/self/cgroup", "4:cpu:/\n");
  root.put("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
  root.put("/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
  EXPECT_EQ(quota_cpus(root.path()), 0);
}

TEST(Machine, MemoryIsCutByTheSmallestLimit) {
  FakeRoot root;
  EXPECT_EQ(usable_memory(root.path()), 0);
  root.put("/proc/meminfo", "MemTotal:  1024 kB\nMemFree: 9 kB\n");
  EXPECT_EQ(usable_memory(root.path()), 1U << 20);
  root.put("/proc/self/cgroup", "6:memory:/v1\n0::/a/b\n");
  root.put("/sys/fs/cgroup/a/b/memory.max", "max\n");
  EXPECT_EQ(usable_memory(root.path()), 1U << 20);
  root.put("/sys/fs/cgroup/a/memory.max", "600000\n");
  EXPECT_EQ(usable_memory(root.path()), 600'000);
  root.put("/sys/fs/cgroup/memory/v1/memory.limit_in_bytes", "500000\n");
  EXPECT_EQ(usable_memory(root.path()), 500'000);
}

TEST(Machine, UsableCpusIsAtLeastOneAndRoundsUp) {
  EXPECT_EQ(usable_cpus(8, 0), 8);
  EXPECT_EQ(usable_cpus(8, 1.5), 2);
  EXPECT_EQ(usable_cpus(8, 0.1), 1);
  EXPECT_EQ(usable_cpus(2, 6), 2);
  EXPECT_EQ(usable_cpus(0, 0), 1);
}

TEST(Machine, ThisMachineHasACpuAndAKernel) {
  Machine machine = this_machine();
  EXPECT_GE(machine.cpus, 1);
  EXPECT_TRUE(machine.kernel.starts_with("Linux ")) << machine.kernel;
}

}  // namespace
}  // namespace ppp
