// SPDX-License-Identifier: Apache-2.0
// While loops that count: `while i < n: …; i += 1`. Their iterations are known
// when they begin.

#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "advisor/loops.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// The syntax of a while loop that counts.
struct CountedWhile {
  Node name;  ///< where the last statement assigns the counter
  Node stop;  ///< what the condition compares it with; null: `while True`
  Node step;  ///< the last statement
  Counter counter;
};

/// By its form alone; a reason when `loop`, a while statement, has another.
std::variant<CountedWhile, Reason> counted_while(const Loop& loop);

/// Why the counter may be no integer, or the loop may change it, or what it is
/// compared with, in another way. Empty: it counts.
std::vector<Reason> counting_conflicts(const Trial& trial);

}  // namespace ppp::advisor
