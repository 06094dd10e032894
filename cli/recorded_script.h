// SPDX-License-Identifier: Apache-2.0
// Which program here another tool's profile is of.

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "profiler/profile.h"

namespace ppp::cli {

/// The words that name it (`script.py` or `-m module`): of the modules that the
/// profile sees running, outermost first, the first whose path ends like that
/// of a file below `directory`. Fails where there is none, or several.
Result<std::vector<std::string>> recorded_script(
    const profiler::Profile& profile, const std::string& directory);

}  // namespace ppp::cli
