// SPDX-License-Identifier: Apache-2.0
// Work that reads files while the rest of its loop writes others: which files
// these are is a matter of paths and links, which no source shows.

#pragma once

#include <vector>

#include "advisor/isolation.h"

namespace ppp::advisor {

/// The conflicts between the files that the work reads and those that the rest
/// of the loop writes, of which both are known by the `open` calls that give
/// them: one for each that is written. Empty: some are not known so, or two
/// paths may be the same text, as they come from the same variable.
std::vector<Reason> other_files(const Interpreter& interpreter,
                                const Piece& piece, const Effects& work,
                                const Effects& rest);

}  // namespace ppp::advisor
