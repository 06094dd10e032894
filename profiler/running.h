// SPDX-License-Identifier: Apache-2.0
// A process that somebody else has started, and what is known of it before its
// memory is read.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/descriptor.h"
#include "base/result.h"

namespace ppp::profiler {

struct RunningProcess {
  int pid = 0;
  Descriptor pidfd;  ///< readable when it has ended
  /// Its words without the interpreter and the interpreter's options.
  std::vector<std::string> command;
  std::string directory;  ///< its working directory; empty: not to be read
};

/// Fails when there is no such process, or it has ended, or `pid` is a
/// thread's.
Result<RunningProcess> find_running(int pid);

/// The words that a process was started with; none: it has ended, or is about
/// to.
std::vector<std::string> process_words(int pid);

/// What `python -u -X dev script.py 5` runs: `script.py 5`.
std::vector<std::string> program_words(const std::vector<std::string>& argv);

/// What gives the right to read the memory of a process where that is refused.
std::string permission_hint(int pid);

/// CPU seconds of a process so far; nullopt: it has ended.
std::optional<double> process_cpu_s(int pid);

}  // namespace ppp::profiler
