// SPDX-License-Identifier: Apache-2.0
// Connections that a pool lends to whoever asks: a ConnectionPool, an Engine of
// SQLAlchemy.

#pragma once

#include <variant>

#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// How many workers may each have a connection of the pool `id` at once, so
/// that none waits for another; or why an item may be lent another one than it
/// would be in order.
std::variant<int, Reason> lends(const Trial& trial, const Piece& piece,
                                ObjectId id);

}  // namespace ppp::advisor
