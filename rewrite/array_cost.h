// SPDX-License-Identifier: Apache-2.0
// What a loop costs by arrays, before it was tried.

#pragma once

#include "advisor/plan.h"
#include "rewrite/rewrite.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// Seconds: of an operation on arrays, on each number in one, and of a number's
/// way from a list to an array or back.
struct ArrayCost {
  double operation = 0;
  double number = 0;
  double conversion = 0;
};

/// Of a rewrite that computes no other loops.
ArrayPart array_part(const Rewrite& rewrite);

/// What the loop costs by arrays, pessimistically, given what it was measured
/// to cost.
double by_arrays_s(const advisor::Candidate& candidate, const ArrayPart& part,
                   const ArrayCost& cost, const RewriteOptions& options);

/// The same by NumPy, as it is measured to be.
double by_numpy_s(const advisor::Candidate& candidate, const ArrayPart& part,
                  const RewriteOptions& options);

}  // namespace ppp::rewrite
