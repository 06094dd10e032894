// SPDX-License-Identifier: Apache-2.0
// Output that a user accepts although it is not the same: numbers with other
// last digits.

#pragma once

#include <string_view>

namespace ppp::harness {

/// Whether the lines are the same but for numbers that are written with a point
/// or an exponent, and those differ by at most `tolerance` times the larger
/// one. Integers, words with digits in them, `nan` and `inf` must be the same.
bool within_tolerance(std::string_view one, std::string_view other,
                      double tolerance);

}  // namespace ppp::harness
