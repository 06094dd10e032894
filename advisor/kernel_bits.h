// SPDX-License-Identifier: Apache-2.0
// How large integers from outside a kernel may be, so that arrays of 64 bits
// compute what Python does.

#pragma once

#include <optional>

#include "advisor/kernel.h"

namespace ppp::advisor {

/// See Kernel::bits. Nothing: there is no such bound.
std::optional<int> integer_bits(const Kernel& kernel);

}  // namespace ppp::advisor
