// SPDX-License-Identifier: Apache-2.0
// The code for a loop whose guards read what it changes: processes compute
// ahead what they take for wanted, and the loop, which knows, takes it from
// them or computes it itself.

#pragma once

#include <string>
#include <variant>

#include "rewrite/speculation.h"

namespace ppp::rewrite {

/// The work without the guards, as a function for threads, and
/// Worker::wanted, a function of an item and of the numbers that guards read.
std::variant<Worker, advisor::Reason> wanted_worker(
    const Request& request, const LoopShape& shape,
    const Parameters& parameters);

/// "computed_if_wanted(f, wanted, xs, lambda: (best,))", and the functions that
/// it needs.
Ahead compute_if_wanted(const Request& request, const LoopShape& shape,
                        const PoolSource& source, const Worker& worker);

}  // namespace ppp::rewrite
