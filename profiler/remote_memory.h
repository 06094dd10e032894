// SPDX-License-Identifier: Apache-2.0
// The seam to another process's memory. The real one copies with
// process_vm_readv, or through /proc/PID/mem where that call is blocked; tests
// use images. The other process is never stopped.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"

namespace ppp::profiler {

using Address = std::uint64_t;

/// One piece to copy. `to` is borrowed for the call.
struct RemoteRange {
  Address from = 0;
  void* to = nullptr;
  std::size_t size = 0;
};

/// What stands at any place in a copy of memory.
template <typename T>
T load(const std::byte* bytes) {
  T value{};
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

class RemoteMemory {
 public:
  virtual ~RemoteMemory() = default;

  /// Copies the ranges in order, in as few system calls as possible. Returns
  /// the bytes copied; less than the sum when a range was unreadable.
  virtual std::size_t read_ranges(std::span<const RemoteRange> ranges) = 0;

  /// How long the last of these took; 0: not known.
  virtual std::int64_t read_ns() const { return 0; }

  /// All of it or false.
  bool read(Address from, void* to, std::size_t size);

  template <typename T>
  std::optional<T> get(Address from) {
    T value{};
    if (!read(from, &value, sizeof value)) return std::nullopt;
    return value;
  }
};

/// The memory of `pid`. Fails with kEnvironment when the kernel refuses.
Result<std::unique_ptr<RemoteMemory>> open_remote_memory(int pid);

/// As above, but always through /proc/PID/mem.
Result<std::unique_ptr<RemoteMemory>> open_proc_mem(int pid);

/// For tests: pieces of memory at chosen addresses.
class ImageMemory final : public RemoteMemory {
 public:
  void place(Address at, std::vector<std::byte> bytes);
  std::size_t read_ranges(std::span<const RemoteRange> ranges) override;

 private:
  bool copy(const RemoteRange& range) const;
  std::map<Address, std::vector<std::byte>> pieces_;
};

}  // namespace ppp::profiler
