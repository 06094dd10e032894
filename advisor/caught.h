// SPDX-License-Identifier: Apache-2.0
// Work whose failure the loop's body catches.

#pragma once

#include <optional>

#include "advisor/pieces.h"

namespace ppp::advisor {

/// Why the loop could go on after something else than a failure of the piece:
/// a handler around it in the loop's body may catch an interrupt of the
/// program. Null: none can.
std::optional<Reason> handler_conflict(const Trial& trial, const Piece& piece);

}  // namespace ppp::advisor
