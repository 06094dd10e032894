// SPDX-License-Identifier: Apache-2.0
// Expressions that cannot raise and run no code of the program: they may be
// evaluated for all items before the first item's work.

#pragma once

#include "advisor/pieces.h"

namespace ppp::advisor {

/// All conditions and further sources of the comprehension are comparisons and
/// arithmetic of builtin values, tests of strings and the like.
bool quiet_clauses(const Trial& trial);

/// The generator expression gives its items without an effect or a failure, and
/// reads nothing but its own variables, numbers, and what is known ahead.
bool quiet_generator(const Trial& trial, Node generator);

/// Whether what `node` gives is true runs none of the program's own code.
bool plain_truth(const Trial& trial, Node node);

}  // namespace ppp::advisor
