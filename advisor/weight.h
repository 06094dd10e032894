// SPDX-License-Identifier: Apache-2.0
// How much of a loop's time its parts take: by the samples on their lines, or
// by rule of thumb where there is no profile.

#pragma once

#include "advisor/pieces.h"

namespace ppp::advisor {

/// Seconds, or without a profile calls and loops; 0: nothing worth it.
double weight(const Trial& trial, Node node);

/// Of one expression of `statement`: samples tell lines, not expressions. One
/// that calls nothing of the project has no part in what functions took that
/// are called beside it.
double weight_of_expression(const Trial& trial, Node expression,
                            Node statement);

/// Of what an item call runs for every item. Making an object is cheap, by rule
/// of thumb, and so is a lambda that calls nothing.
double applied_weight(const Trial& trial, Node function);

}  // namespace ppp::advisor
