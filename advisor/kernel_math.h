// SPDX-License-Identifier: Apache-2.0
// The functions of `math` that compiled code computes to the last bit as Python
// does: both call the C library of the process, unless Numba has another one
// for vectors (SVML), which is asked when the program runs. Compared on 60,000
// random and special numbers each, with Numba 0.68 (docs/safety.md). Not
// among them: `gamma`, `lgamma` and `hypot`, which Python computes itself.

#pragma once

#include <cstddef>
#include <string_view>

namespace ppp::advisor {

struct MathFunction {
  std::string_view name;       ///< "math.asin"
  std::string_view by_arrays;  ///< of NumPy, with other last digits: "arcsin"
  std::size_t arguments = 1;
  /// Where Python raises it gives infinity or NaN.
  bool raises = true;
};

/// Null: it is none of them.
const MathFunction* math_function(std::string_view name);

}  // namespace ppp::advisor
