// SPDX-License-Identifier: Apache-2.0
// What a program may look at that concurrency changes, whatever its work does:
// its modules, its threads, its children, where an exception came from.

#pragma once

#include <optional>
#include <string_view>

#include "advisor/plan.h"
#include "advisor/source_file.h"

namespace ppp::rewrite {

/// Why `strategy` is not for this program. By the names that it mentions
/// anywhere: more than it looks at, never less.
std::optional<advisor::Reason> refuse_watched(const advisor::Project& project,
                                              std::string_view strategy);

}  // namespace ppp::rewrite
