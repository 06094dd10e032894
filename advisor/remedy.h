// SPDX-License-Identifier: Apache-2.0
// What would make a declined loop parallel, as far as the loop itself shows it.

#pragma once

#include <vector>

#include "advisor/loops.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// Fills in `remedy` where something short and true can be said. The proposals
/// are for a person: none of them is applied, and some change what the program
/// computes, which they say.
void add_remedies(const Project& project, const Loop& loop,
                  std::vector<Reason>& reasons);

}  // namespace ppp::advisor
