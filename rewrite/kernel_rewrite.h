// SPDX-License-Identifier: Apache-2.0
// A kernel's function in front of the loop, and its call in the loop's place:
// what the transforms that use arrays have in common.

#pragma once

#include <optional>

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// No kernel, or none that arrays may compute in this program.
std::optional<advisor::Reason> refuse_kernel(const Request& request);

/// The rewrite of a candidate that refuse_kernel() lets pass.
Proposal rewrite_kernel(const Request& request);

}  // namespace ppp::rewrite
