// SPDX-License-Identifier: Apache-2.0
// Sessions of HTTP clients: whether a deep copy asks as the session itself
// does. It has the same headers, cookies, parameters, authentication and
// adapters; what it cannot have is what answers change in the session later.

#pragma once

#include <optional>

#include "advisor/isolation.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"
#include "advisor/route.h"

namespace ppp::advisor {

/// Of the session `id`, which the work of a loop gets by `route`: what the
/// source shows of how a copy, made when a worker begins, would ask otherwise.
std::optional<Reason> client_conflict(const Trial& trial,
                                      const Isolation& isolation,
                                      const Route& route, ObjectId id);

/// What is assumed, and tested, of the answers.
Reason unchanged_cookies(const Trial& trial, const PerWorker& own);

}  // namespace ppp::advisor
