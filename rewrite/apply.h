// SPDX-License-Identifier: Apache-2.0
// Edits become text.

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "rewrite/patch.h"

namespace ppp::rewrite {

/// `text` with `edits` done. Insertions at one place stand in the order given;
/// the same replacement twice counts once. Fails (kInternal) when edits overlap
/// or the result does not parse.
Result<std::string> apply_edits(const std::string& text,
                                std::vector<Edit> edits);

}  // namespace ppp::rewrite
