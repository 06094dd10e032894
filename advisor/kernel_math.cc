// SPDX-License-Identifier: Apache-2.0
#include "advisor/kernel_math.h"

#include <algorithm>
#include <array>

namespace ppp::advisor {
namespace {

// NumPy has no error functions.
constexpr auto kFunctions = std::to_array<MathFunction>(
    {{"math.acos", "arccos"},
     {"math.acosh", "arccosh"},
     {"math.asin", "arcsin"},
     {"math.asinh", "arcsinh"},
     {"math.atan", "arctan", 1, false},
     {"math.atan2", "arctan2", 2, false},
     {"math.atanh", "arctanh"},
     {"math.copysign", "copysign", 2, false},
     {"math.cos", "cos"},
     {"math.cosh", "cosh"},
     {"math.degrees", "degrees", 1, false},
     {"math.erf", "", 1, false},
     {"math.erfc", "", 1, false},
     {"math.exp", "exp"},
     {"math.expm1", "expm1"},
     {"math.log", "log"},
     {"math.log10", "log10"},
     {"math.log1p", "log1p"},
     {"math.log2", "log2"},
     {"math.radians", "radians", 1, false},
     {"math.sin", "sin"},
     {"math.sinh", "sinh"},
     {"math.tan", "tan"},
     {"math.tanh", "tanh", 1, false}});

}  // namespace

const MathFunction* math_function(std::string_view name) {
  const auto found =
      std::find_if(kFunctions.begin(), kFunctions.end(),
                   [&](const MathFunction& one) { return one.name == name; });
  return found == kFunctions.end() ? nullptr : &*found;
}

}  // namespace ppp::advisor
