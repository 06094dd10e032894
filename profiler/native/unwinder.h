// SPDX-License-Identifier: Apache-2.0
// From a snapshot to the C functions that it was in, by libunwind: the stack is
// the snapshot's, tables and code are those of the files. Nothing is asked of
// the process.

#pragma once

#include <array>
#include <memory>
#include <vector>

#include "profiler/native/modules.h"
#include "profiler/native/snapshot.h"

namespace ppp::profiler::native {

/// One function that was running or waiting for another one.
struct NativeFrame {
  Address ip = 0;
  /// The registers as it finds them again: those that a callee must keep. Of
  /// the innermost frame all.
  std::array<Address, kRegisterCount> registers{};
  bool innermost = false;
};

class Unwinder {
 public:
  explicit Unwinder(Modules& modules);
  ~Unwinder();
  Unwinder(const Unwinder&) = delete;
  Unwinder& operator=(const Unwinder&) = delete;

  /// Begins at the innermost frame. The snapshot is borrowed until the next
  /// call. `calls`: that frame is in a call, too.
  void begin(const Snapshot& snapshot, bool calls = false);
  /// The present frame.
  const NativeFrame& frame() const { return frame_; }
  /// To its caller. False: there is none, or it cannot be told.
  bool step();

 private:
  struct State;
  void read_frame();

  std::unique_ptr<State> state_;
  NativeFrame frame_;
  int generation_ = -1;
};

}  // namespace ppp::profiler::native
