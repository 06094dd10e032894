// SPDX-License-Identifier: Apache-2.0
#include "base/process_tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace ppp {
namespace {

std::mutex registry_mutex;
std::set<int>& registry() {
  static std::set<int> pids;
  return pids;
}

bool is_registered(int pid) {
  std::scoped_lock lock(registry_mutex);
  return registry().count(pid) != 0;
}

std::size_t registered() {
  std::scoped_lock lock(registry_mutex);
  return registry().size();
}

std::vector<ProcessInfo> all_processes() {
  std::vector<ProcessInfo> all;
  DIR* dir = ::opendir("/proc");
  if (!dir) return all;
  while (const dirent* entry = ::readdir(dir)) {
    int pid = 0;
    const char* end = entry->d_name + std::strlen(entry->d_name);
    auto [rest, error] = std::from_chars(entry->d_name, end, pid);
    if (error != std::errc() || rest != end) continue;
    if (auto info = process_info(pid)) all.push_back(*info);
  }
  ::closedir(dir);
  return all;
}

// Whether `info` descends from `leader` by the chain of parents.
bool descends(const ProcessInfo& info, int leader,
              const std::map<int, int>& parents) {
  int pid = info.parent;
  for (int depth = 0; depth < 4096 && pid > 1; ++depth) {
    if (pid == leader) return true;
    auto it = parents.find(pid);
    if (it == parents.end()) return false;
    pid = it->second;
  }
  return false;
}

// Those still to be ended, the leader excluded.
std::vector<ProcessInfo> members(int leader, std::uint64_t start_ticks) {
  std::vector<ProcessInfo> all = all_processes();
  std::map<int, int> parents;
  for (const ProcessInfo& info : all) parents[info.pid] = info.parent;
  const int self = static_cast<int>(::getpid());
  const bool alone = registered() <= 1;
  std::vector<ProcessInfo> found;
  std::set<int> orphans;
  for (const ProcessInfo& info : all) {
    if (info.parent == self && info.pid != leader && alone &&
        !is_registered(info.pid) && info.start_ticks >= start_ticks) {
      orphans.insert(info.pid);
    }
  }
  auto below_orphan = [&](const ProcessInfo& info) {
    return std::any_of(orphans.begin(), orphans.end(), [&](int orphan) {
      return descends(info, orphan, parents);
    });
  };
  for (const ProcessInfo& info : all) {
    if (info.pid == leader || info.pid == self) continue;
    if (info.start_ticks < start_ticks) continue;
    bool ours = info.session == leader || info.group == leader ||
                orphans.count(info.pid) || descends(info, leader, parents) ||
                below_orphan(info);
    if (ours && !is_registered(info.pid)) found.push_back(info);
  }
  return found;
}

}  // namespace

std::optional<ProcessInfo> process_info(int pid) {
  char path[32];
  std::snprintf(path, sizeof path, "/proc/%d/stat", pid);
  int fd = ::open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return std::nullopt;
  char text[1024];
  ssize_t size = ::read(fd, text, sizeof text - 1);
  ::close(fd);
  if (size <= 0) return std::nullopt;
  text[size] = 0;
  // The name stands in parentheses and may hold anything, also ")".
  const char* rest = std::strrchr(text, ')');
  if (!rest) return std::nullopt;
  ProcessInfo info;
  info.pid = pid;
  unsigned long long start = 0;
  int fields = std::sscanf(rest + 1,
                           " %c %d %d %d %*d %*d %*u %*u %*u %*u %*u %*u %*u "
                           "%*d %*d %*d %*d %*d %*d %llu",
                           &info.state, &info.parent, &info.group,
                           &info.session, &start);
  if (fields != 5) return std::nullopt;
  info.start_ticks = start;
  return info;
}

std::vector<int> tree_of(int leader) {
  std::vector<int> pids;
  auto info = process_info(leader);
  if (!info) return pids;
  pids.push_back(leader);
  for (const ProcessInfo& member : members(leader, info->start_ticks)) {
    pids.push_back(member.pid);
  }
  return pids;
}

double process_age_s(int pid) {
  auto info = process_info(pid);
  timespec now = {};
  if (!info || ::clock_gettime(CLOCK_BOOTTIME, &now) != 0) return 0;
  const double started = static_cast<double>(info->start_ticks) /
                         static_cast<double>(::sysconf(_SC_CLK_TCK));
  const double seconds =
      static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
  return std::max(0.0, seconds - started);
}

void register_child(int pid) {
  std::scoped_lock lock(registry_mutex);
  registry().insert(pid);
}

void unregister_child(int pid) {
  std::scoped_lock lock(registry_mutex);
  registry().erase(pid);
}

void kill_tree(int leader, std::uint64_t start_ticks) {
  auto info = process_info(leader);
  if (info && info->start_ticks == start_ticks) {
    // As long as the leader is not reaped its numbers cannot be reused.
    ::kill(-leader, SIGKILL);
    ::kill(leader, SIGKILL);
  }
  // A killed process takes a moment to go; each round waits a little longer.
  for (int round = 0; round < 60; ++round) {
    std::vector<ProcessInfo> left = members(leader, start_ticks);
    bool living = false;
    for (const ProcessInfo& member : left) {
      if (member.state == 'Z' || member.state == 'X') continue;
      living = true;
      ::kill(member.pid, SIGKILL);
    }
    for (const ProcessInfo& member : left) {
      if (member.parent == static_cast<int>(::getpid())) {
        ::waitpid(member.pid, nullptr, WNOHANG);
      }
    }
    if (!living) break;
    ::usleep(static_cast<useconds_t>(500 * (1 + round)));
  }
  reap_orphans();
}

void reap_orphans() {
  while (true) {
    siginfo_t info = {};
    if (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0) return;
    if (info.si_pid == 0) return;
    if (is_registered(info.si_pid)) break;
    ::waitpid(info.si_pid, nullptr, WNOHANG);
  }
  // A child that is not ours to reap stands first in line: look at each.
  for (const ProcessInfo& info : all_processes()) {
    if (info.parent == static_cast<int>(::getpid()) && info.state == 'Z' &&
        !is_registered(info.pid)) {
      ::waitpid(info.pid, nullptr, WNOHANG);
    }
  }
}

}  // namespace ppp
