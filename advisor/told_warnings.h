// SPDX-License-Identifier: Apache-2.0
// Who is told where a computation of NumPy is not exact (division by zero,
// overflow) and what warnings become. A worker keeps its warnings to itself,
// but a program may also have a function of its own called, or the fork of a
// worker warned of.

#pragma once

#include <optional>

#include "advisor/plan.h"
#include "advisor/source_file.h"

namespace ppp::advisor {

/// Where the program has NumPy call or print something, or has warnings shown
/// that nobody sees otherwise. `np.errstate(divide="ignore")` and
/// `warnings.simplefilter("ignore")` do neither.
std::optional<Reason> tells_of_warnings(const Project& project);

/// Where the program tells warnings by the number of their line, which a
/// rewrite moves: a filter for one line, or what was recorded of one.
std::optional<Reason> tells_lines_of_warnings(const Project& project);

}  // namespace ppp::advisor
