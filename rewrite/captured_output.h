// SPDX-License-Identifier: Apache-2.0
// For work that prints: a worker that also gives back what was printed and
// raised, so that the parent can let both happen in the original order.

#pragma once

#include "rewrite/outline.h"

namespace ppp::rewrite {

/// Puts a function around `worker.function`, for another process. It gives
/// (result, error, printed): what the call returned or None, the exception that
/// it raised or None, and the text that it has printed until then.
void capture_output(const Request& request, const LoopShape& shape,
                    const Parameters& parameters, Worker& worker);

}  // namespace ppp::rewrite
