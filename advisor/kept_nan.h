// SPDX-License-Identifier: Apache-2.0
// A NaN that several values may be. It equals nothing, but `in`, sets, dicts
// and comparisons of tuples and lists take an object for equal to itself: they
// tell it from its copies, which no other number does.

#pragma once

#include <optional>

#include "advisor/effect.h"
#include "advisor/source_file.h"

namespace ppp::advisor {

/// Where the program names such a NaN (`math.nan`) or makes one to keep
/// (`MISSING = float("nan")`). One that a function makes to return it is new
/// for each call. What is parsed or computed is not looked at (docs/safety.md).
std::optional<Place> kept_nan(const Project& project);

}  // namespace ppp::advisor
