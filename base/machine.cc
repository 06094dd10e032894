// SPDX-License-Identifier: Apache-2.0
#include "base/machine.h"

#include <sched.h>
#include <sys/utsname.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace ppp {
namespace {

std::string first_line(const std::string& path) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  return line;
}

double positive(const std::string& text) {
  std::istringstream in(text);
  double value = 0;
  in >> value;
  return in && value > 0 ? value : 0;
}

/// "200000 100000" is two CPUs, "max 100000" none in particular.
double v2_quota(const std::string& directory) {
  std::istringstream in(first_line(directory + "/cpu.max"));
  std::string quota, period;
  in >> quota >> period;
  double p = positive(period);
  return p > 0 ? positive(quota) / p : 0;
}

double v1_quota(const std::string& directory) {
  double quota = positive(first_line(directory + "/cpu.cfs_quota_us"));
  double period = positive(first_line(directory + "/cpu.cfs_period_us"));
  return period > 0 ? quota / period : 0;
}

double v2_memory(const std::string& directory) {
  return positive(first_line(directory + "/memory.max"));
}

double v1_memory(const std::string& directory) {
  return positive(first_line(directory + "/memory.limit_in_bytes"));
}

using Limit = double (*)(const std::string& directory);

/// The smallest limit of `path` and its ancestors below `mount`; 0: none.
double smallest(Limit limit, const std::string& mount, std::string path) {
  double least = 0;
  while (true) {
    double here = limit(mount + path);
    if (here > 0 && (least == 0 || here < least)) least = here;
    std::size_t cut = path.rfind('/');
    if (path.empty() || cut == std::string::npos) return least;
    path.resize(cut);
  }
}

bool lists(const std::string& controllers, const std::string& wanted) {
  std::istringstream in(controllers);
  std::string one;
  while (std::getline(in, one, ',')) {
    if (one == wanted) return true;
  }
  return false;
}

/// The smallest limit on this process, in whichever hierarchies it stands; 0:
/// none.
double smallest_of_own(const std::string& root, const std::string& controller,
                       Limit v2, Limit v1) {
  std::ifstream in(root + "/proc/self/cgroup");
  double least = 0;
  auto take = [&](double limit) {
    if (limit > 0 && (least == 0 || limit < least)) least = limit;
  };
  // Each line is "id:controllers:path"; v2 has id 0 and no controllers.
  for (std::string line; std::getline(in, line);) {
    std::size_t first = line.find(':');
    std::size_t second = line.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    std::string controllers = line.substr(first + 1, second - first - 1);
    std::string path = line.substr(second + 1);
    if (path == "/") path.clear();
    const std::string mount = root + "/sys/fs/cgroup";
    if (controllers.empty()) {
      take(smallest(v2, mount, path));
    } else if (lists(controllers, controller)) {
      take(smallest(v1, mount + "/" + controller, path));
    }
  }
  return least;
}

}  // namespace

int affinity_cpus() {
  // The kernel refuses a mask that is smaller than its own.
  for (int room = CPU_SETSIZE; room <= (1 << 20); room *= 2) {
    cpu_set_t* mask = CPU_ALLOC(static_cast<std::size_t>(room));
    if (!mask) break;
    std::size_t size = CPU_ALLOC_SIZE(static_cast<std::size_t>(room));
    bool good = ::sched_getaffinity(0, size, mask) == 0;
    int count = good ? CPU_COUNT_S(size, mask) : 0;
    CPU_FREE(mask);
    if (good) return std::max(count, 1);
  }
  return 1;
}

double quota_cpus(const std::string& root) {
  return smallest_of_own(root, "cpu", v2_quota, v1_quota);
}

std::uint64_t usable_memory(const std::string& root) {
  std::ifstream in(root + "/proc/meminfo");
  std::string key;
  double kib = 0;
  in >> key >> kib;
  if (key != "MemTotal:") return 0;
  const double limit = smallest_of_own(root, "memory", v2_memory, v1_memory);
  const double bytes = kib * 1024;
  return static_cast<std::uint64_t>(limit > 0 ? std::min(bytes, limit) : bytes);
}

int usable_cpus(int affinity, double quota) {
  int cpus = std::max(affinity, 1);
  if (quota <= 0) return cpus;
  return std::clamp(static_cast<int>(std::ceil(quota - 0.01)), 1, cpus);
}

Machine this_machine() {
  Machine machine;
  machine.cpus = usable_cpus(affinity_cpus(), quota_cpus());
  machine.memory = usable_memory();
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("model name")) continue;
    std::size_t colon = line.find(": ");
    if (colon != std::string::npos) machine.cpu_model = line.substr(colon + 2);
    break;
  }
  struct utsname names = {};
  if (::uname(&names) == 0) {
    machine.kernel = std::string(names.sysname) + " " + names.release;
  }
  return machine;
}

}  // namespace ppp
