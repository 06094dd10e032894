// SPDX-License-Identifier: Apache-2.0
// The kernel's snapshots of one thread, by perf_event_open: while it has a CPU,
// every so many microseconds of its CPU time. It is interrupted for the copy of
// its stack, and not stopped.

#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/descriptor.h"
#include "base/result.h"
#include "profiler/native/snapshot.h"

namespace ppp::profiler::native {

class ThreadEvents {
 public:
  /// Fails when the kernel refuses, with the reason; also when the thread has
  /// ended.
  static Result<ThreadEvents> open(int tid, std::uint64_t period_ns);
  ThreadEvents(ThreadEvents&& other) noexcept;
  ThreadEvents& operator=(ThreadEvents&& other) noexcept;
  ThreadEvents(const ThreadEvents&) = delete;
  ThreadEvents& operator=(const ThreadEvents&) = delete;
  ~ThreadEvents();

  /// Whether there is anything to read. Costs no system call.
  bool waiting() const;
  /// How many of the records that wait are of mappings.
  int mapped() const;
  /// Hands over what has come since the last time, in its order.
  void drain(const std::function<void(const Record&)>& take);
  /// From now on one snapshot in so much CPU time.
  void set_period(std::uint64_t period_ns);
  /// Whether what the thread did in the kernel counts, too: that takes more
  /// rights.
  bool in_kernel() const { return in_kernel_; }

 private:
  ThreadEvents() = default;

  Descriptor event_;
  std::byte* ring_ = nullptr;  // a page that describes it, then the records
  std::size_t ring_size_ = 0;
  bool in_kernel_ = false;
  std::vector<std::byte> joined_;  // a record that goes over the ring's end
};

}  // namespace ppp::profiler::native
