// SPDX-License-Identifier: Apache-2.0
// The Candidate that a piece of work makes of its loop: all that a transform
// needs to know.

#pragma once

#include <span>

#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// `call` runs one function that is found by its name in any process.
bool calls_by_name(const Trial& trial, Node call);

/// `f(a, b)` where f is found by name in any process and the arguments are
/// target names and captures.
bool is_plain_call(const Trial& trial, const Piece& piece);

/// How much of the loop's time was sampled in these parts of it; 1 without a
/// profile.
double work_share(const Trial& trial, std::span<const Node> parts);

/// What the rest of the loop, or later code, may get from `piece`.
Value given_by(const Trial& trial, const Piece& piece);

/// Arrays may be where nobody looks at them before they are sent: in a list
/// that it appends to, say.
bool gives_hidden_arrays(const Trial& trial, const Piece& piece);

/// See Work::leads.
bool leads(const Trial& trial, const Piece& piece);

/// Nothing, and why, if the piece cannot be taken out of its place. With
/// `assumptions` it is not proven: an obstacle that is only a type that is not
/// known becomes one more, and threads, which share all state, are ruled out.
std::optional<Candidate> make_candidate(const Trial& trial, const Piece& piece,
                                        std::vector<Reason> assumptions,
                                        std::vector<Reason>& reasons);

}  // namespace ppp::advisor
