// SPDX-License-Identifier: Apache-2.0
// Loops that send the same query for each item (N+1), and the one query that
// asks for all of them. For a reader's eyes: nothing is decided by it.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "advisor/loops.h"

namespace ppp::advisor {

/// "SELECT id, name FROM users WHERE id IN (?, …)" for
/// "SELECT name FROM users WHERE id = ?": what `sql` finds for one value of its
/// only parameter, for many. Nullopt where that takes more than a list.
std::optional<std::string> batched_query(std::string_view sql);

/// The text that is the call's first argument, in the call or where a variable
/// of the file is set to it, once.
std::optional<std::string> written_query(const SourceFile& source, Node call);

struct RepeatedQuery {
  std::string batched;
  bool awaited = false;  ///< in a coroutine, over an asynchronous connection
};

/// The query of that kind that `loop` sends, itself or in functions of its file
/// that it calls by name; also in `text("…")`, as SQLAlchemy has it.
std::optional<RepeatedQuery> repeated_query(const Loop& loop);

/// "User.orders": an attribute of each item of `loop` that SQLAlchemy may ask
/// for when it is looked at, by its declaration in the project.
std::optional<std::string> lazy_relationship(const Project& project,
                                             const Loop& loop);

}  // namespace ppp::advisor
