// SPDX-License-Identifier: Apache-2.0
// A function of the rewritten program: what every process that it starts calls
// first, so that none outlives it.

#pragma once

#include <string>

#include "rewrite/loop_shape.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The function's name, the same for all loops of the module.
std::string program_end_name(const Request& request);

/// Its definition. A process that waits for work holds both ends of the pipe
/// that it would be told by, so it would wait for ever for a program that was
/// killed, and keep that one's output open.
Definition program_end(const Request& request, const LoopShape& shape);

}  // namespace ppp::rewrite
