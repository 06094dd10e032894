// SPDX-License-Identifier: Apache-2.0
#include "profiler/remote_memory.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>

namespace ppp::profiler {
namespace {

class ProcessVm final : public RemoteMemory {
 public:
  explicit ProcessVm(int pid) : pid_(pid) {}

  std::size_t read_ranges(std::span<const RemoteRange> ranges) override {
    const auto begun = Clock::now();
    const std::size_t total = read_all(ranges);
    read_ = Clock::now() - begun;
    return total;
  }

  std::int64_t read_ns() const override { return read_.count(); }

 private:
  using Clock = std::chrono::steady_clock;

  std::size_t read_all(std::span<const RemoteRange> ranges) {
    std::size_t total = 0;
    while (!ranges.empty()) {
      std::size_t count = std::min<std::size_t>(ranges.size(), IOV_MAX);
      std::size_t wanted = 0;
      for (std::size_t i = 0; i < count; ++i) {
        local_[i] = {ranges[i].to, ranges[i].size};
        remote_[i] = {reinterpret_cast<void*>(ranges[i].from), ranges[i].size};
        wanted += ranges[i].size;
      }
      ssize_t got = ::process_vm_readv(pid_, local_.data(), count,
                                       remote_.data(), count, 0);
      if (got < 0) return total;
      total += static_cast<std::size_t>(got);
      if (static_cast<std::size_t>(got) < wanted) return total;
      ranges = ranges.subspan(count);
    }
    return total;
  }

  int pid_;
  std::chrono::nanoseconds read_{0};
  std::array<iovec, IOV_MAX> local_;
  std::array<iovec, IOV_MAX> remote_;
};

class ProcMem final : public RemoteMemory {
 public:
  ProcMem(int fd, std::string path) : fd_(fd), path_(std::move(path)) {}
  ProcMem(const ProcMem&) = delete;
  ProcMem& operator=(const ProcMem&) = delete;
  ~ProcMem() override { ::close(fd_); }

  std::size_t read_ranges(std::span<const RemoteRange> ranges) override {
    std::size_t total = 0;
    for (const RemoteRange& range : ranges) {
      ssize_t got =
          ::pread(fd_, range.to, range.size, static_cast<off_t>(range.from));
      if (got == 0) got = reopen_and_read(range);  // the program has exec'ed
      if (got < 0) return total;
      total += static_cast<std::size_t>(got);
      if (static_cast<std::size_t>(got) < range.size) return total;
    }
    return total;
  }

 private:
  ssize_t reopen_and_read(const RemoteRange& range) {
    int fd = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return -1;
    ::close(fd_);
    fd_ = fd;
    return ::pread(fd_, range.to, range.size, static_cast<off_t>(range.from));
  }

  int fd_;
  std::string path_;
};

Error refused(int pid, int code) {
  return Error{Error::Kind::kEnvironment,
               "cannot read the memory of pid " + std::to_string(pid) + ": " +
                   std::strerror(code),
               "see `pyprof-parallel doctor`; in a container add "
               "--cap-add=SYS_PTRACE, or set kernel.yama.ptrace_scope to 1 or "
               "less"};
}

}  // namespace

bool RemoteMemory::read(Address from, void* to, std::size_t size) {
  const RemoteRange range{from, to, size};
  return read_ranges({&range, 1}) == size;
}

Result<std::unique_ptr<RemoteMemory>> open_remote_memory(int pid) {
  char byte = 0;
  iovec local = {&byte, 1};
  iovec remote = {nullptr, 1};
  // Address 0 is never mapped: EFAULT means that we would be allowed.
  if (::process_vm_readv(pid, &local, 1, &remote, 1, 0) < 0 &&
      errno != EFAULT) {
    const int code = errno;
    auto other = open_proc_mem(pid);
    if (other) return other;
    return refused(pid, code);
  }
  return std::unique_ptr<RemoteMemory>(new ProcessVm(pid));
}

Result<std::unique_ptr<RemoteMemory>> open_proc_mem(int pid) {
  std::string path = "/proc/" + std::to_string(pid) + "/mem";
  int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return refused(pid, errno);
  return std::unique_ptr<RemoteMemory>(new ProcMem(fd, path));
}

void ImageMemory::place(Address at, std::vector<std::byte> bytes) {
  pieces_[at] = std::move(bytes);
}

// Pieces that lie side by side are one memory.
bool ImageMemory::copy(const RemoteRange& range) const {
  std::size_t done = 0;
  while (done < range.size) {
    const Address from = range.from + done;
    auto it = pieces_.upper_bound(from);
    if (it == pieces_.begin()) return false;
    --it;
    const std::vector<std::byte>& piece = it->second;
    const Address offset = from - it->first;
    if (offset >= piece.size()) return false;
    const std::size_t size =
        std::min<std::size_t>(range.size - done, piece.size() - offset);
    std::memcpy(static_cast<std::byte*>(range.to) + done, piece.data() + offset,
                size);
    done += size;
  }
  return true;
}

std::size_t ImageMemory::read_ranges(std::span<const RemoteRange> ranges) {
  std::size_t total = 0;
  for (const RemoteRange& range : ranges) {
    if (!copy(range)) return total;
    total += range.size;
  }
  return total;
}

}  // namespace ppp::profiler
