// SPDX-License-Identifier: Apache-2.0
// What this machine lets the profiler do, found by trying: for `doctor`.

#pragma once

#include <string>
#include <vector>

#include "base/process.h"

namespace ppp::profiler {

struct Capability {
  std::string id;  ///< "read-memory", "python 3.11.7", …
  bool ok = false;
  bool required = true;  ///< false: something works less well without
  std::string detail{};  ///< what was found
  std::string hint{};    ///< what to do when not ok

  bool operator==(const Capability&) const = default;
};

/// Tries each thing on a child of ours. Takes some 50 ms.
std::vector<Capability> profiler_capabilities(ProcessRunner& runner);

/// Interpreters on PATH, below ~/.pyenv and $PYENV_ROOT, and $VIRTUAL_ENV,
/// each with its version and whether it can be profiled. Runs none of them.
std::vector<Capability> find_interpreters();

}  // namespace ppp::profiler
