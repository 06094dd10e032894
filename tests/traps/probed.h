// SPDX-License-Identifier: Apache-2.0
// What the probe says about a trap's loops.

#pragma once

#include <string>

#include "tests/traps/trap.h"

namespace ppp::traps {

/// Probes every loop by itself, with the first input. False if the probe
/// refutes what was proved, or does not say Trap::probe of one that is not;
/// `log` says what happened.
bool probe_holds(const Trap& trap, const std::string& python, std::string& log);

}  // namespace ppp::traps
