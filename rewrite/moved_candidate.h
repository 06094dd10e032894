// SPDX-License-Identifier: Apache-2.0
// A rewrite in two steps, of which the second one sees the text of the first.

#pragma once

#include <functional>
#include <vector>

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// `next` is asked in the text with `edits`, where the candidate's ranges have
/// moved along; both steps together are the edits of one rewrite. The names and
/// imports are those of `request`. `edits` are sorted.
Proposal rewritten_twice(const Request& request, const std::vector<Edit>& edits,
                         const std::function<Proposal(const Request&)>& next);

}  // namespace ppp::rewrite
