// SPDX-License-Identifier: Apache-2.0
// A rewritten program has other text, other lines, other code objects and more
// modules than the original. One that looks at its own tells.

#pragma once

#include <optional>

#include "advisor/plan.h"
#include "advisor/source_file.h"

namespace ppp::advisor {

/// Where the program looks at its own text, lines, code objects or names, at how
/// many references an object has, or at which modules are imported, or has
/// another do so (doctest, a profiler). A traceback that it only prints is none
/// of these (docs/safety.md).
std::optional<Reason> looks_at_own_code(const Project& project);

}  // namespace ppp::advisor
