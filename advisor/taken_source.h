// SPDX-License-Identifier: Apache-2.0
// Sources that compute their items while they are iterated (generators, files,
// csv readers), and whether all items may be taken before the first iteration.

#pragma once

#include <optional>

#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// A loop of a form whose source could be taken ahead: then a trial with the
/// source apart tells whether it may.
bool could_be_taken(const Loop& loop);

/// Why the source may not be iterated to its end before the first iteration.
/// `trial` keeps the source's effects apart. What the source raises is not
/// among the reasons: it must be kept until the items before it are done.
std::optional<Reason> refuse_taking(const Trial& trial);

}  // namespace ppp::advisor
