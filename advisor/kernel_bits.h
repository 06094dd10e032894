// SPDX-License-Identifier: Apache-2.0
// How large integers from outside a kernel may be, so that arrays of 64 bits
// compute what Python does.

#pragma once

#include <map>
#include <optional>
#include <string>

#include "advisor/kernel.h"

namespace ppp::advisor {

/// See Kernel::bits. Nothing: there is no such bound.
std::optional<int> integer_bits(const Kernel& kernel);

/// Upper bounds of the absolute values of the integers that a kernel for arrays
/// appends, by list. Those from outside are as large as `kernel.bits` allows,
/// in the lists `most` no larger than that says. What is not known is missing.
std::map<std::string, double> appended_most(
    const Kernel& kernel, const std::map<std::string, double>& most);

}  // namespace ppp::advisor
