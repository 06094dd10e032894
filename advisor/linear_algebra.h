// SPDX-License-Identifier: Apache-2.0
// Linear algebra of NumPy in the work of a pool. The last digits of a product
// follow from the number of threads that its library (BLAS) computes with, and
// from nothing else that a worker has otherwise: a forked one has that number.

#pragma once

#include <optional>

#include "advisor/isolation.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// The first place where the work multiplies, solves or decomposes matrices.
std::optional<Place> algebra_of(const Isolation& isolation);

/// Adds what that rules out: threads, and workers that begin anew.
void add_algebra_obstacles(const Isolation& isolation, Candidate& made);

/// Where the program speaks of the number of those threads: then it may change
/// while the loop runs.
std::optional<Reason> counts_algebra_threads(const Project& project);

}  // namespace ppp::advisor
