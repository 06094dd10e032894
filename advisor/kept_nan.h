// SPDX-License-Identifier: Apache-2.0
// A NaN that several values may be. It equals nothing, but `in`, sets, dicts
// and comparisons of tuples and lists take an object for equal to itself: they
// tell it from its copies, which no other number does.

#pragma once

#include <optional>

#include "advisor/interpreter.h"

namespace ppp::advisor {

/// Where the program names such a NaN (`math.nan`) or makes one that may be
/// kept
/// (`MISSING = float("nan")`). One that only the work makes, to return it, is
/// new for each item. What is parsed or computed is not looked at
/// (docs/safety.md).
std::optional<Place> kept_nan(const Interpreter& interpreter);

}  // namespace ppp::advisor
