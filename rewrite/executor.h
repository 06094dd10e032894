// SPDX-License-Identifier: Apache-2.0
// The call that makes a pool's executor: the one place in the generated code
// that says which kind of pool it is.

#pragma once

#include <string>

#include "rewrite/outline.h"
#include "rewrite/start_method.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// What differs between the pools.
struct PoolKind {
  std::string executor;  ///< "ProcessPoolExecutor"
  /// The workers share no objects with the program: what they get is found by
  /// its name or sent.
  bool processes = false;
  bool computes = false;  ///< the workers are no more than the CPUs
  /// They are interpreters of this process: they import, but never the script,
  /// and get one item at a time.
  bool interpreters = false;
  std::string noun;  ///< "process pool"
  int per_cpu = 1;   ///< workers for each CPU, of those that compute
  Start start;       ///< of a ProcessPoolExecutor's workers
};

/// Where a statement stands.
struct Layout {
  std::string indent;   ///< of its first line
  std::string unit;     ///< one step more
  std::string newline;  ///< "\n" or "\r\n"
};

/// "min(4, len(os.sched_getaffinity(0)))": bounded, and never more than the
/// CPUs that the process may use, or so many for each: "8 * min(…)".
std::string usable_workers(const Request& request, const PoolKind& kind);

/// "ProcessPoolExecutor(…)", to stand behind `with ` on the statement's first
/// line. `workers`: the expression for a pool that computes.
std::string executor_call(const Request& request, const PoolKind& kind,
                          const Worker& worker, const std::string& workers,
                          const Layout& layout);

}  // namespace ppp::rewrite
