// SPDX-License-Identifier: Apache-2.0
// What the terminal shows of native stacks.

#pragma once

#include <string>

#include "harness/report/paint.h"
#include "profiler/profile.h"

namespace ppp::harness {

/// Below a line: which functions of C and the like its CPU time went to. Only
/// what took a good part of it, unless `all`.
std::string native_rows(const profiler::Profile& profile,
                        const profiler::LineCost& line, bool all);

/// What the rows are shares of, and what is missing.
std::string native_note(const profiler::NativeCosts& native,
                        const Paint& paint);

}  // namespace ppp::harness
