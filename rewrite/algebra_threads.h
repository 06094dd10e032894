// SPDX-License-Identifier: Apache-2.0
// How many threads NumPy's library for linear algebra (BLAS, LAPACK) has in a
// program whose workers use it at once. The last digits of its results depend
// on that number, so it is changed only within a tolerance that the user states
// (docs/decisions.md).

#pragma once

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// Has the library compute with one thread in the program that `rewrite` makes,
/// its workers included, where the tolerance allows that and it has more: each
/// worker has one CPU. Leaves alone a program that imports NumPy elsewhere
/// first, or whose environment others see.
void bound_algebra_threads(const Request& request, Rewrite& rewrite);

}  // namespace ppp::rewrite
