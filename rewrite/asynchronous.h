// SPDX-License-Identifier: Apache-2.0
// A synchronous program made asynchronous around one of its loops.

#pragma once

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The functions between the loop's work and what it waits for become
/// coroutines, requests.get() becomes a request of aiohttp, and the work of the
/// items runs in tasks, as use_tasks() writes it. What is proved of the loop
/// for threads holds for tasks, which take turns only where they await.
Proposal make_asynchronous(const Request& request);

}  // namespace ppp::rewrite
