// SPDX-License-Identifier: Apache-2.0
// Waiting for the next look: asleep, or awake at rates at which a wake-up
// would take longer than the time that there is.
//
// There are two timers, and the one of the wait after this is set before this
// one begins: a timer that is not the next to end is set in memory only, while
// for the next one the CPU's own is set, which costs a virtual machine
// microseconds. The kernel sets that to the one that follows when it ends.

#pragma once

#include <array>

#include "base/descriptor.h"

namespace ppp::profiler {

/// Meanwhile sleeps of this thread end within microseconds of their time.
class Pause {
 public:
  /// `cpus`: that we and the program may use. On a single one we always sleep.
  Pause(double rate_hz, int cpus);
  Pause(const Pause&) = delete;
  Pause& operator=(const Pause&) = delete;
  ~Pause();

  /// Until `due_s` on the steady clock, or a signal. `next_s`: when the next
  /// wait will end; another end does no harm.
  void until(double due_s, double next_s);

 private:
  struct Timer {
    Descriptor file;
    double due_s = 0;  // that it is set to; 0: none
  };

  bool set(Timer& timer, double due_s);
  bool sleep(double due_s, double next_s);

  int slack_;       // of the timers, before
  double awake_s_;  // before the end of a wait
  std::array<Timer, 2> timers_;
};

}  // namespace ppp::profiler
