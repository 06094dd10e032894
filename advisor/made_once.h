// SPDX-License-Identifier: Apache-2.0
// Connections that a program makes once and elsewhere than where a loop uses
// them: they are parameters, attributes, or come from functions that make them.

#pragma once

#include <variant>

#include "advisor/isolation.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"
#include "advisor/route.h"

namespace ppp::advisor {

/// How every worker gets one of its own in the place of `id`, which the work
/// gets by `route`. Else why it cannot.
std::variant<PerWorker, Reason> made_once(const Trial& trial,
                                          const Isolation& isolation,
                                          const Route& route, ObjectId id);

}  // namespace ppp::advisor
