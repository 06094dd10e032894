// SPDX-License-Identifier: Apache-2.0
// What a terminal shows of a recording that goes on. Pure.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "profiler/profile.h"

namespace ppp::harness {

/// Rows without line ends, at most `rows` of at most `columns` characters: the
/// lines of the program, those first that took the time between both profiles.
/// Nothing in them steers a terminal, whatever files are called.
std::vector<std::string> live_screen(const profiler::Profile& before,
                                     const profiler::Profile& now,
                                     std::size_t rows, std::size_t columns);

}  // namespace ppp::harness
