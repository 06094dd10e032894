// SPDX-License-Identifier: Apache-2.0
// Work that stands behind conditions: what its function begins with, and where
// the loop may have its result early.

#pragma once

#include <string>

#include "rewrite/loop_shape.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// What comes before the work in its function: the statements that it needs,
/// and the conditions without which it gives nothing.
std::string prelude_text(const Request& request, const LoopShape& shape,
                         const std::string& indent);

/// The body of a function that says whether all guards hold, with the
/// statements that they need.
std::string wanted_text(const Request& request, const LoopShape& shape,
                        const std::string& indent);

/// `target`, which the result of work behind guards is assigned to, is a
/// variable that may have it before the loop asks them, in iterations that do
/// not come to the work as well: nobody looks at it there, or afterwards.
bool may_be_set_early(const Request& request, const LoopShape& shape,
                      advisor::Node target);

}  // namespace ppp::rewrite
