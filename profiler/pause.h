// SPDX-License-Identifier: Apache-2.0
// Waiting for the next look: asleep, or awake at rates at which a wake-up
// would take longer than the time that there is.
//
// Timers are set some looks ahead: setting one that is not the next to end is a
// matter of memory, while for the next one the CPU's own timer is set, which
// costs a virtual machine microseconds. When that one ends, the kernel sets it
// to the following anyway.

#pragma once

#include <span>
#include <vector>

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

  /// Until `due_s` on the steady clock, or a signal. `ahead`: times for which
  /// it will be called, as far as they are known; more or others do no harm.
  void until(double due_s, std::span<const double> ahead = {});

 private:
  struct Timer {
    Descriptor file;
    double due_s = 0;  // that it is set to, if not awaited yet
  };

  Timer* timer_for(double due_s);

  int slack_;       // of the timers, before
  double awake_s_;  // before the end of a wait
  std::vector<Timer> timers_;
};

}  // namespace ppp::profiler
