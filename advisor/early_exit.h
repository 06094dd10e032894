// SPDX-License-Identifier: Apache-2.0
// Loops that may end before their source does: where, and what the work of
// items that they may never reach must not do.

#pragma once

#include <optional>
#include <vector>

#include "advisor/isolation.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// The call of any(), all() or next() that takes of the generator expression in
/// question what it needs, or null.
Node short_consumer(const Trial& trial);

/// Where the loop may end before its source does; nothing: it does not. An
/// exception counts where the source has no end, or one that is out of reach
/// (`range(10**9)`), even one that cannot be seen; elsewhere it is a failure,
/// and rare.
std::optional<EarlyExit> early_exit(const Trial& trial);

/// Why the work must not be begun for an item that may never come to it, as the
/// loop may end at `at`, or pass over the item there. Beside what `Isolation`
/// forbids: whatever the outside could notice. It may fail, run for ever or use
/// up the memory: it is stopped in time.
std::vector<Reason> speculation_conflicts(const Span& at,
                                          const Isolation& isolation);

}  // namespace ppp::advisor
