// SPDX-License-Identifier: Apache-2.0
// Stage 1 of 4: run a Python program, or take one that runs, and watch where
// its time goes.

#pragma once

#include <functional>

#include "base/process.h"
#include "base/result.h"
#include "profiler/profile.h"

namespace ppp::profiler {

/// Looks over the shoulder of a recording, between two looks at the program.
class Spectator {
 public:
  virtual ~Spectator() = default;
  /// Asked some twenty times a second, by a steady clock; must return soon.
  virtual bool wants_view(double now_s) = 0;
  virtual void show(const Profile& so_far) = 0;
};

struct RecordOptions {
  double rate_hz = 1000;
  double timeout_s = 0;   ///< 0: no limit; then a program of ours is killed
  double duration_s = 0;  ///< watch for so long; 0: to its end
  /// An interrupt goes on to the program that we started, a second one kills
  /// it, and what was seen is kept. False: recording fails with kInterrupted.
  bool keep_interrupted = false;
  /// Called when the watching ends and the program that we started goes on.
  std::function<void(const Profile&)> when_watched = {};
  Spectator* spectator = nullptr;
  bool children = false;  ///< sample the Python processes below it, too
  /// Native stacks per second of a thread's CPU time; 0: none.
  double native_hz = 0;
};

struct Recording {
  Profile profile;
  ExitStatus status;  ///< of the program; not 0 is not a failure of ours
  bool interrupted = false;
};

/// Starts `command` (argv[0] is a Python interpreter) and samples it from
/// outside until it ends. The target is never paused or changed. Fails when
/// the interpreter is not a supported CPython or its memory may not be read.
/// A program that ends before the first sample gives an empty profile.
Result<Recording> record(const Command& command,
                         const RecordOptions& options = {});

/// The same for a process that somebody else has started, from now on until it
/// ends, the duration is over or an interrupt comes. It gets no signal and goes
/// on as if nothing had been. Fails also when there is no such process or it
/// runs no Python. The status is 0, with the times of the watching.
Result<Recording> record_running(int pid, const RecordOptions& options = {});

}  // namespace ppp::profiler
