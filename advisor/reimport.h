// SPDX-License-Identifier: Apache-2.0
// What work finds where the program's modules are imported anew: in a worker
// that is no copy of the program, and in another interpreter.

#pragma once

#include <vector>

#include "advisor/isolation.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// For a process that imports the script and its modules. `values`: what is
/// sent to it and back anyway.
Reimport reimport(const Trial& trial, const Piece& piece,
                  const Isolation& isolation, const Value& values);

/// Why the work cannot run in another interpreter of the same process, which
/// imports modules but never the script. Empty: it can.
std::vector<Reason> interpreter_obstacles(const Trial& trial,
                                          const Piece& piece,
                                          const Isolation& isolation,
                                          const Value& values);

}  // namespace ppp::advisor
