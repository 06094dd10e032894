// SPDX-License-Identifier: Apache-2.0
// Which names a run of statements reads before it has certainly bound them,
// which it certainly binds, and which it may bind.

#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "advisor/syntax.h"

namespace ppp::advisor {

using Names = std::set<std::string, std::less<>>;

struct NameUse {
  Names exposed;  ///< read, perhaps before being bound here
  Names bound;    ///< certainly bound at the end
  Names written;  ///< perhaps bound or deleted
};

/// True for the value of a with item that lets exceptions pass, so that what
/// the body binds is bound afterwards.
using PassesExceptions = std::function<bool(Node)>;

/// `statements` are consecutive statements, or a single expression.
NameUse name_use(std::span<const Node> statements,
                 const PassesExceptions& passes);

/// False: the end of `block` is never reached (it returns or raises on every
/// path that this can see).
bool may_fall_through(Node block);

/// Identifiers read anywhere below `node`, attribute names and keyword names
/// left out.
void names_read(Node node, Names& names);

}  // namespace ppp::advisor
