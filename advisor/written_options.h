// SPDX-License-Identifier: Apache-2.0
// `connect(**DB)`, where `DB` is a dict that nobody changes: what it says is
// known as if it stood in the call.

#pragma once

#include <vector>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

/// The items of the dict that `splat`, an argument in `file`, takes apart.
/// Empty: they are not known, or say more than where to connect, and as whom.
std::vector<Node> written_options(const Project& project,
                                  const SourceFile& file, Node splat);

}  // namespace ppp::advisor
