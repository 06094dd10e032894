// SPDX-License-Identifier: Apache-2.0
// What a blocked thread waits for, told from the system call it is in.

#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "profiler/profile.h"
#include "profiler/remote_memory.h"

namespace ppp::profiler {

/// A blocked system call as /proc/PID/task/TID/syscall shows it.
struct BlockedCall {
  long number = -1;  ///< -1: blocked outside of a call
  std::array<std::uint64_t, 6> args{};
  char state = 'S';  ///< of /proc/PID/task/TID/stat; 'D': uninterruptible

  bool operator==(const BlockedCall&) const = default;
};

/// What a descriptor of the target is.
enum class FdKind {
  kFile,
  kSocket,
  kUnixSocket,
  kPipe,
  kPidfd,
  kEpoll,
  kOther
};

/// What classification asks about the target. Tests use fakes.
class Surroundings {
 public:
  virtual ~Surroundings() = default;
  virtual FdKind kind(int fd) = 0;
  /// The descriptors that an epoll descriptor watches.
  virtual std::vector<int> watched(int epoll_fd) = 0;
  virtual bool in_gil(Address address) = 0;
  virtual RemoteMemory& memory() = 0;
};

/// Reads on sockets and waits for their readiness are network, also on Unix
/// sockets, but for the pair that an event loop wakes itself with. Pipes other
/// than stdin count as waiting for a child. A futex inside the interpreter's
/// lock is the GIL, any other a lock. File system calls are disk.
Wait classify(const BlockedCall& call, Surroundings& target);

}  // namespace ppp::profiler
