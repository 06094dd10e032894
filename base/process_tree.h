// SPDX-License-Identifier: Apache-2.0
// Who descends from a child of ours, from /proc; and the end of all of them.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace ppp {

/// One line of /proc/PID/stat, as far as we need it.
struct ProcessInfo {
  int pid = 0;
  int parent = 0;
  int group = 0;
  int session = 0;
  char state = 0;
  std::uint64_t start_ticks = 0;  ///< since boot
};

/// nullopt: no such process.
std::optional<ProcessInfo> process_info(int pid);

/// Seconds since a process was started; 0 where the kernel does not say.
double process_age_s(int pid);

/// `leader`, its session and group, and its descendants: what kill_tree() ends.
std::vector<int> tree_of(int leader);

/// Remembers a running child of ours, so that orphans handed to us (we are a
/// subreaper) are told from it. The leader of its own session.
void register_child(int pid);
void unregister_child(int pid);

/// SIGKILL to everything that belongs to the child `leader`: its session and
/// group, its descendants, and orphans that left its session (these only when
/// no other child of ours is running, as nobody can tell whose they are).
/// Repeats until none is left; reaps those handed to us. `leader` itself is
/// killed but not reaped. `start_ticks` guards against a reused pid.
void kill_tree(int leader, std::uint64_t start_ticks);

/// Reaps ended processes that were handed to us as a subreaper.
void reap_orphans();

}  // namespace ppp
