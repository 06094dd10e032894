// SPDX-License-Identifier: Apache-2.0
#include "profiler/waits.h"

#include <poll.h>
#include <sys/syscall.h>

#include <algorithm>
#include <optional>

namespace ppp::profiler {
namespace {

Wait wait_on(int fd, FdKind kind) {
  switch (kind) {
    case FdKind::kSocket:
    case FdKind::kUnixSocket:
      return Wait::kNetwork;
    case FdKind::kFile:
      return Wait::kDisk;
    case FdKind::kPipe:
      return fd == 0 ? Wait::kOther : Wait::kChild;
    case FdKind::kPidfd:
      return Wait::kChild;
    case FdKind::kEpoll:
    case FdKind::kOther:
      return Wait::kOther;
  }
  return Wait::kOther;
}

// Several descriptors at once: the most telling one decides.
Wait wait_on_any(const std::vector<int>& fds, Surroundings& target,
                 bool has_time_out) {
  int internet = 0, local = 0, child = 0;
  for (int fd : fds) {
    const FdKind kind = target.kind(fd);
    internet += kind == FdKind::kSocket;
    local += kind == FdKind::kUnixSocket;
    child += wait_on(fd, kind) == Wait::kChild;
  }
  if (internet > 0) return Wait::kNetwork;
  if (child > 0) return Wait::kChild;
  // One local socket alone is how an event loop is woken by other threads.
  if (local > 1) return Wait::kNetwork;
  if (local == 1) return has_time_out ? Wait::kSleep : Wait::kLock;
  if (fds.empty()) return Wait::kSleep;
  return Wait::kOther;
}

std::vector<int> polled(const BlockedCall& call, Surroundings& target) {
  const std::size_t count = std::min<std::size_t>(call.args[1], 4096);
  std::vector<pollfd> entries(count);
  std::vector<int> fds;
  if (count == 0 || !target.memory().read(call.args[0], entries.data(),
                                          count * sizeof(pollfd))) {
    return fds;
  }
  for (const pollfd& entry : entries) {
    if (entry.fd >= 0) fds.push_back(entry.fd);
  }
  return fds;
}

// The members of the sets of select(2).
std::vector<int> selected(const BlockedCall& call, Surroundings& target) {
  const std::size_t count = std::min<std::size_t>(call.args[0], 1024);
  std::vector<int> fds;
  for (std::size_t set = 1; set <= 3; ++set) {
    std::array<std::uint64_t, 16> bits{};
    const std::size_t words = (count + 63) / 64;
    if (call.args[set] == 0 || words == 0 ||
        !target.memory().read(call.args[set], bits.data(), words * 8)) {
      continue;
    }
    for (std::size_t fd = 0; fd < count; ++fd) {
      if (bits[fd / 64] >> (fd % 64) & 1U) fds.push_back(static_cast<int>(fd));
    }
  }
  return fds;
}

// Calls that take a descriptor and wait for it alone.
bool transfers(long number) {
  switch (number) {
    case SYS_read:
    case SYS_write:
    case SYS_readv:
    case SYS_writev:
    case SYS_pread64:
    case SYS_pwrite64:
    case SYS_preadv:
    case SYS_pwritev:
    case SYS_sendfile:
    case SYS_splice:
      return true;
    default:
      return false;
  }
}

std::optional<Wait> by_number(long number) {
  switch (number) {
    case SYS_recvfrom:
    case SYS_recvmsg:
    case SYS_recvmmsg:
    case SYS_sendto:
    case SYS_sendmsg:
    case SYS_sendmmsg:
    case SYS_accept:
    case SYS_accept4:
    case SYS_connect:
      return Wait::kNetwork;
    case SYS_nanosleep:
    case SYS_clock_nanosleep:
      return Wait::kSleep;
    case SYS_wait4:
    case SYS_waitid:
    case SYS_clone:
    case SYS_clone3:
#ifdef SYS_vfork
    case SYS_vfork:
    case SYS_fork:
#endif
      return Wait::kChild;
    case SYS_flock:
    case SYS_fcntl:
    case SYS_semop:
    case SYS_semtimedop:
      return Wait::kLock;
    case SYS_fsync:
    case SYS_fdatasync:
    case SYS_sync:
    case SYS_syncfs:
    case SYS_sync_file_range:
    case SYS_msync:
    case SYS_io_getevents:
    case SYS_openat:
    case SYS_newfstatat:
    case SYS_fstat:
    case SYS_statx:
    case SYS_faccessat:
    case SYS_getdents64:
    case SYS_unlinkat:
    case SYS_mkdirat:
    case SYS_renameat2:
    case SYS_ftruncate:
    case SYS_fallocate:
    case SYS_copy_file_range:
    case SYS_execve:
#ifdef SYS_open
    case SYS_open:
    case SYS_stat:
    case SYS_lstat:
    case SYS_access:
    case SYS_unlink:
    case SYS_rename:
    case SYS_mkdir:
    case SYS_rmdir:
    case SYS_readlink:
    case SYS_creat:
#endif
      return Wait::kDisk;
    default:
      return std::nullopt;
  }
}

std::optional<Wait> by_readiness(const BlockedCall& call,
                                 Surroundings& target) {
  switch (call.number) {
#ifdef SYS_poll
    case SYS_poll:
      return wait_on_any(polled(call, target), target,
                         static_cast<std::int32_t>(call.args[2]) > 0);
    case SYS_select:
      return wait_on_any(selected(call, target), target, call.args[4] != 0);
    case SYS_epoll_wait:
#endif
    case SYS_epoll_pwait:
      return wait_on_any(target.watched(static_cast<int>(call.args[0])), target,
                         static_cast<std::int32_t>(call.args[3]) > 0);
    case SYS_epoll_pwait2:
      return wait_on_any(target.watched(static_cast<int>(call.args[0])), target,
                         call.args[3] != 0);
    case SYS_ppoll:
      return wait_on_any(polled(call, target), target, call.args[2] != 0);
    case SYS_pselect6:
      return wait_on_any(selected(call, target), target, call.args[4] != 0);
    default:
      return std::nullopt;
  }
}

}  // namespace

Wait classify(const BlockedCall& call, Surroundings& target) {
  if (call.number == SYS_futex) {
    return target.in_gil(call.args[0]) ? Wait::kGil : Wait::kLock;
  }
  if (transfers(call.number)) {
    const int fd = static_cast<int>(call.args[0]);
    return wait_on(fd, target.kind(fd));
  }
  if (auto wait = by_number(call.number)) return *wait;
  if (auto wait = by_readiness(call, target)) return *wait;
  // A page fault, or any other call that waits for a device.
  return call.state == 'D' ? Wait::kDisk : Wait::kOther;
}

}  // namespace ppp::profiler
