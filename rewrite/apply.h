// SPDX-License-Identifier: Apache-2.0
// Edits become text.

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "rewrite/patch.h"

namespace ppp::rewrite {

/// The same as edited(), but fails (kInternal) if the result does not parse,
/// too.
Result<std::string> apply_edits(const std::string& text,
                                std::vector<Edit> edits);

}  // namespace ppp::rewrite
