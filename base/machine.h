// SPDX-License-Identifier: Apache-2.0
// What the machine offers to this process: CPUs, and names for reports.

#pragma once

#include <string>

namespace ppp {

struct Machine {
  int cpus = 1;  ///< usable: affinity mask and cgroup quota, at least 1
  std::string cpu_model;  ///< "" when the kernel does not say
  std::string kernel;     ///< "Linux 6.1.0"

  bool operator==(const Machine&) const = default;
};

/// CPUs in the affinity mask of this process, at least 1.
int affinity_cpus();

/// CPUs that the cgroup quota allows (v2 cpu.max, v1 cpu.cfs_*), the smallest
/// along the path to the root of the hierarchy. 0: no quota. `root` stands for
/// "/", so that a test can bring its own files.
double quota_cpus(const std::string& root = "");

/// Whole CPUs that may be kept busy: `affinity` cut by a quota, rounded up.
int usable_cpus(int affinity, double quota);

Machine this_machine();

}  // namespace ppp
