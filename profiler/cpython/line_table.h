// SPDX-License-Identifier: Apache-2.0
// From a code object's line table to the line of every instruction.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "profiler/cpython/offsets.h"

namespace ppp::profiler::cpython {

/// Element i is the line of the code unit (two bytes) i; 0 where the table
/// gives none. Any bytes give an answer; a table that ends early leaves 0.
std::vector<int> decode_lines(LineFormat format,
                              std::span<const std::uint8_t> table,
                              int first_line, std::size_t units);

}  // namespace ppp::profiler::cpython
