// SPDX-License-Identifier: Apache-2.0
// Expressions that cannot raise and run no code of the program: they may be
// evaluated for all items before the first item's work.

#pragma once

#include "advisor/interpreter.h"
#include "advisor/loop_shape.h"

namespace ppp::advisor {

/// True for comparisons and arithmetic of builtin values, tests of strings and
/// the like. A name is taken to be bound.
bool is_quiet(const Interpreter& interpreter, Node expression);

/// All conditions and further sources of a comprehension are quiet.
bool quiet_clauses(const Interpreter& interpreter, const LoopShape& shape);

}  // namespace ppp::advisor
