// SPDX-License-Identifier: Apache-2.0
// Who uses up the results of a generator expression or of an item call, what
// Python runs between two items, and what an exception of the work leaves
// visible there.

#pragma once

#include <optional>

#include "advisor/isolation.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// A generator, map() and the like must be used up at once by something known;
/// max(), sorted() and the like must be the library's. Nothing to refuse for
/// any other loop.
std::optional<Reason> refuse_consumer(const Trial& trial);

/// Taking items apart, and hashing what goes into a set or is a key, must run
/// no code of the program.
std::optional<Reason> refuse_between(const Trial& trial);

/// Of a map or key call: what takes the results has no effect and cannot raise
/// itself, so nobody sees how far it came before the work of an item raised.
bool failure_unseen(const Trial& trial, const Isolation& isolation);

/// Of a comprehension: the same of whatever its results go into, or that takes
/// them.
bool takes_quietly(const Trial& trial);

}  // namespace ppp::advisor
