// SPDX-License-Identifier: Apache-2.0
// What a loop iterates over: finite, known ahead, and left alone by the loop?

#pragma once

#include <vector>

#include "advisor/interpreter.h"
#include "advisor/isolation.h"
#include "advisor/loop_shape.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// Why all items cannot be had before the first iteration. Empty: they can.
/// Of a loop that `ends_early` as many as one likes: the source may have no
/// end, but reading on must not be noticed.
std::vector<Reason> check_source(const Trial& trial, bool ends_early);

/// It is an int, and nothing else.
bool only_integers(const Interpreter& interpreter, const Value& value);

/// A source never comes to an end.
bool endless_source(const Interpreter& interpreter, const LoopShape& shape);

/// How many items it has by what is written: infinity where it has no end, 0
/// where that cannot be read, as in `range(n)`.
double promised_items(const Interpreter& interpreter, const LoopShape& shape);

/// Writes of the loop to what it iterates over.
std::vector<Reason> source_conflicts(const Interpreter& interpreter,
                                     const Isolation& isolation,
                                     const LoopShape& shape);

/// Evaluating the source again gives the same items without any effect.
bool source_repeatable(const Interpreter& interpreter, Node source);
/// Iterating over it may fail, in words that depend on who does: it may be a
/// number, or an array without an axis.
bool may_not_iterate(const Interpreter& interpreter, Node source);
/// len() of the source's value works.
bool source_sized(const Interpreter& interpreter, Node source);

}  // namespace ppp::advisor
