// SPDX-License-Identifier: Apache-2.0
// Stage 1 of 4: run a Python program and watch where its time goes.

#pragma once

#include "base/process.h"
#include "base/result.h"
#include "profiler/profile.h"

namespace ppp::profiler {

struct RecordOptions {
  double rate_hz = 1000;
  double timeout_s = 0;  ///< 0: no limit
};

struct Recording {
  Profile profile;
  ExitStatus status;  ///< of the program; not 0 is not a failure of ours
};

/// Starts `command` (argv[0] is a Python interpreter) and samples it from
/// outside until it ends. The target is never paused or changed. Fails when
/// the interpreter is not a supported CPython or its memory may not be read.
/// A program that ends before the first sample gives an empty profile.
Result<Recording> record(const Command& command,
                         const RecordOptions& options = {});

}  // namespace ppp::profiler
