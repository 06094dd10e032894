// SPDX-License-Identifier: Apache-2.0
// What programs tell the loggers of `logging`: lines that must come in order,
// and that nobody else may notice.

#pragma once

#include <optional>
#include <vector>

#include "advisor/interpreter.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// Why a loop may not have the effect `log-record` at `place`, not even in
/// order. nullopt: it may.
std::optional<Reason> record_conflict(const Interpreter& interpreter,
                                      const Place& place, bool reads_files);

/// The same for all of `effects`.
std::vector<Reason> record_conflicts(const Interpreter& interpreter,
                                     const Effects& effects, bool reads_files);

/// Why records of libraries, at level INFO or below, may show. nullopt: the
/// program leaves the level above that.
std::optional<Reason> shown_records(const Interpreter& interpreter);

}  // namespace ppp::advisor
