// SPDX-License-Identifier: Apache-2.0
// Arrays of NumPy among what a loop's work gives. A copy that comes from
// another process is like the array only if that lies in memory as a copy does,
// which is known when the array is there.

#pragma once

#include <optional>

#include "advisor/interpreter.h"
#include "advisor/plan.h"

namespace ppp::advisor {

bool is_array(const Object& object);

/// One can be reached from `values`.
bool holds_arrays(const Heap& heap, const Value& values);

/// Where in what a worker gives arrays may be; nothing where they may be
/// anywhere else than the plan can say. `outputs`: the values that it gives;
/// several go in one tuple.
std::optional<GivenArrays> given_arrays(const Heap& heap,
                                        const std::vector<Value>& outputs);

/// Where the program looks at what a copy of an array has otherwise: whose
/// memory it is in, how far its items are apart.
std::optional<Reason> looks_at_memory(const Project& project);

}  // namespace ppp::advisor
