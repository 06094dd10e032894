// SPDX-License-Identifier: Apache-2.0
// From a code object's line table to the line and the columns of every
// instruction.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "profiler/cpython/offsets.h"
#include "profiler/profile.h"

namespace ppp::profiler::cpython {

/// Element i is the line of the code unit (two bytes) i; 0 where the table
/// gives none. Any bytes give an answer; a table that ends early leaves 0.
std::vector<int> decode_lines(LineFormat format,
                              std::span<const std::uint8_t> table,
                              int first_line, std::size_t units);

/// Element i says which part of its line the code unit i computes; not known
/// where the table does not tell, as in all formats but kLocations.
std::vector<Columns> decode_columns(LineFormat format,
                                    std::span<const std::uint8_t> table,
                                    int first_line, std::size_t units);

/// For how many code units a kLocations table has entries; the compiler's has
/// them for all.
std::size_t located_units(std::span<const std::uint8_t> table);

}  // namespace ppp::profiler::cpython
