// SPDX-License-Identifier: Apache-2.0
// Conditions that lead to the work and read what the loop changes: "not worth
// it, as the best so far is better". A worker asks them with what it knows, to
// begin nothing in vain; the loop asks them again, in order, and does the work
// itself where the worker was wrong.

#pragma once

#include <string>
#include <vector>

#include "advisor/pieces.h"

namespace ppp::advisor {

/// What such a piece does beside asking.
std::vector<Node> firm_nodes(const Piece& piece);

/// Numbers that such guards read and the loop assigns, in the order of their
/// names: worth telling the workers.
std::vector<std::string> guard_numbers(const Trial& trial, const Piece& piece);

}  // namespace ppp::advisor
