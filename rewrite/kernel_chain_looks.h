// SPDX-License-Identifier: Apache-2.0
// Who looks at what a row of kernels makes (kernel_chain.h): in other places of
// the program, and in the statements behind it.

#pragma once

#include <string>
#include <vector>

#include "rewrite/kernel_chain_steps.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// What may catch an exception of a statement and go on.
bool goes_on(advisor::Node scope);

/// The name stands somewhere else than in `ranges`: in the scope, or where that
/// is the module in the whole program.
bool mentioned_outside(const advisor::Project& project, advisor::Node scope,
                       const std::vector<ByteRange>& ranges,
                       const std::string& name);

/// Items of a list that the statements made, or a literal, or a variable:
/// evaluating it changes nothing.
bool only_looks(advisor::Node node, const ChainState& state);

/// The values of `print(a, f(b))` and `return a, f(b)`, in order; nothing: it
/// is another statement.
std::vector<advisor::Node> values_of_tail(const Request& request,
                                          advisor::Node statement);

}  // namespace ppp::rewrite
