// SPDX-License-Identifier: Apache-2.0
#include "advisor/kernel_math.h"

#include <algorithm>
#include <array>

namespace ppp::advisor {
namespace {

constexpr auto kFunctions =
    std::to_array<MathFunction>({{"math.acos"},
                                 {"math.acosh"},
                                 {"math.asin"},
                                 {"math.asinh"},
                                 {"math.atan", 1, false},
                                 {"math.atan2", 2, false},
                                 {"math.atanh"},
                                 {"math.copysign", 2, false},
                                 {"math.cos"},
                                 {"math.cosh"},
                                 {"math.degrees", 1, false},
                                 {"math.erf", 1, false},
                                 {"math.erfc", 1, false},
                                 {"math.exp"},
                                 {"math.expm1"},
                                 {"math.log"},
                                 {"math.log10"},
                                 {"math.log1p"},
                                 {"math.log2"},
                                 {"math.radians", 1, false},
                                 {"math.sin"},
                                 {"math.sinh"},
                                 {"math.tan"},
                                 {"math.tanh", 1, false}});

}  // namespace

const MathFunction* compiled_math(std::string_view name) {
  const auto found =
      std::find_if(kFunctions.begin(), kFunctions.end(),
                   [&](const MathFunction& one) { return one.name == name; });
  return found == kFunctions.end() ? nullptr : &*found;
}

}  // namespace ppp::advisor
