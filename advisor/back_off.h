// SPDX-License-Identifier: Apache-2.0
// Pauses after a failed try, before the next one.

#pragma once

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

/// The `try` that has failed when `call` runs, if a loop of the same function
/// repeats it: the call stands in a handler, or behind a `try` that ends with a
/// `return` or the like. Else null.
Node repeated_try(Node call);

/// The loop that repeats it.
Node repeating_loop(Node call);

/// Some server tells this program that it asks too often, and the program
/// knows: it names status 429, or the header `Retry-After` (RFC 6585, 4;
/// RFC 9110, 10.2.3).
bool heeds_limits(const Project& project);

}  // namespace ppp::advisor
