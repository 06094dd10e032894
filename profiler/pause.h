// SPDX-License-Identifier: Apache-2.0
// Waiting for the next look: asleep, or awake at rates at which a wake-up
// would take longer than the time that there is.

#pragma once

namespace ppp::profiler {

/// Meanwhile sleeps of this thread end within microseconds of their time.
class Pause {
 public:
  /// `cpus`: that we and the program may use. On a single one we always sleep.
  Pause(double rate_hz, int cpus);
  Pause(const Pause&) = delete;
  Pause& operator=(const Pause&) = delete;
  ~Pause();

  /// Until `due_s` on the steady clock, or a signal.
  void until(double due_s) const;
  /// Whether the last of each wait is spent awake.
  bool stays_awake() const { return awake_s_ > 0; }

 private:
  int slack_;       // of the timers, before
  double awake_s_;  // before the end of a wait
};

}  // namespace ppp::profiler
