// SPDX-License-Identifier: Apache-2.0
// Effects on what lies outside of the program, by the categories of the library
// tables: which of them a piece of work may have.

#pragma once

#include <string>

#include "advisor/effect.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// Work may do it besides computing.
bool harmless_outside(const std::string& category);

/// It asks somebody else for something.
bool is_request(const std::string& category);

/// Why an effect rules out the work: `who` ("the loop ") has it at `place`.
/// With what would have to be assumed of it, if anything would do.
Reason outside_conflict(const std::string& category, const Place& place,
                        const std::string& who = "");

}  // namespace ppp::advisor
