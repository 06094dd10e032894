// SPDX-License-Identifier: Apache-2.0
// The text that makes an object once more, where a loop begins.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/once.h"
#include "advisor/pieces.h"

namespace ppp::advisor {

/// What the first call of `chain` is made with, where `trial`'s loop begins:
/// its parameters are replaced by what they were given. Nothing: `missing` may
/// not be had there.
struct Making {
  std::string call;
  Node missing;
};

/// The scope that `place` stands in; -1: none is known.
int scope_of(const Interpreter& interpreter, const OncePlace& place);

Making making_of(const Trial& trial, const std::vector<OncePlace>& chain);

}  // namespace ppp::advisor
