// SPDX-License-Identifier: Apache-2.0
// What the machine offers to this process: CPUs, and names for reports.

#pragma once

#include <cstdint>
#include <string>

namespace ppp {

struct Machine {
  int cpus = 1;  ///< usable: affinity mask and cgroup quota, at least 1
  std::string cpu_model;     ///< "" when the kernel does not say
  std::string kernel;        ///< "Linux 6.1.0"
  std::uint64_t memory = 0;  ///< bytes, cut by a cgroup limit; 0: not known

  bool operator==(const Machine&) const = default;
};

/// CPUs in the affinity mask of this process, at least 1.
int affinity_cpus();

/// CPUs that the cgroup quota allows (v2 cpu.max, v1 cpu.cfs_*), the smallest
/// along the path to the root of the hierarchy. 0: no quota. `root` stands for
/// "/", so that a test can bring its own files.
double quota_cpus(const std::string& root = "");

/// Bytes of memory: the machine's, or a cgroup limit along the path where that
/// is less (v2 memory.max, v1 memory.limit_in_bytes). 0: not known.
std::uint64_t usable_memory(const std::string& root = "");

/// Whole CPUs that may be kept busy: `affinity` cut by a quota, rounded up.
int usable_cpus(int affinity, double quota);

Machine this_machine();

}  // namespace ppp
