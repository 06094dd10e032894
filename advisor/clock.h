// SPDX-License-Identifier: Apache-2.0
// Where a program's clock readings go: only into its output, or further.

#pragma once

#include <functional>

#include "advisor/plan.h"
#include "advisor/source_file.h"

namespace ppp::advisor {

/// Follows every value read from a clock through the project's sources. What it
/// cannot follow counts as steering; so does everything once `stop`, if there
/// is one, has said true.
ClockUse clock_use(const Project& project,
                   const std::function<bool()>& stop = {});

}  // namespace ppp::advisor
