// SPDX-License-Identifier: Apache-2.0
// Calls that block the event loop below a loop that awaits.

#pragma once

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// Tasks for a loop in a coroutine, as use_tasks() writes them, where what
/// blocks in the coroutines of its work runs in threads meanwhile:
/// `requests.get(url)` becomes `await asyncio.to_thread(requests.get, url)`.
/// Only in functions that nobody else calls; without any such call, and before
/// Python 3.9, it is use_tasks().
Proposal use_tasks_and_threads(const Request& request);

}  // namespace ppp::rewrite
