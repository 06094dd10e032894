// SPDX-License-Identifier: Apache-2.0
// `continue` in work that becomes a function of its own: there it returns.

#pragma once

#include <string>
#include <vector>

#include "rewrite/loop_shape.h"

namespace ppp::rewrite {

/// The `continue` statements of the work that go on with its loop.
std::vector<advisor::Node> continues_of(const LoopShape& shape);

/// The work is the end of the loop's body: what its `continue` skips is its
/// own.
bool ends_body(const LoopShape& shape);

/// `moved` is moved_text() of `range`, which holds the work: each `continue`
/// of its loop becomes `statement`.
std::string without_continues(const Request& request, const LoopShape& shape,
                              ByteRange range, std::string moved,
                              const std::string& statement);

}  // namespace ppp::rewrite
