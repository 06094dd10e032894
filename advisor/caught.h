// SPDX-License-Identifier: Apache-2.0
// What a program goes on after: work whose failure the loop's body catches, and
// exceptions that are meant to end it.

#pragma once

#include <optional>
#include <string>

#include "advisor/pieces.h"

namespace ppp::advisor {

/// Where a program may go on after an exception that is no Exception, such as
/// an interrupt or a cancelled task: what does so, for people; "" for any other
/// node. Said by names, so in doubt it does.
std::string outlives_exit(Node node);

/// Why the loop could go on after something else than a failure of the piece:
/// a handler around it in the loop's body may catch an interrupt of the
/// program. Null: none can.
std::optional<Reason> handler_conflict(const Trial& trial, const Piece& piece);

}  // namespace ppp::advisor
