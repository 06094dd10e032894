// SPDX-License-Identifier: Apache-2.0
// What a statement of SQLite's SQL does, as far as its words tell.

#pragma once

#include <string_view>

namespace ppp::advisor {

/// A query that changes neither the database nor the connection, and that gives
/// the same through another connection to the same file. In doubt false.
bool only_reads(std::string_view sql);

}  // namespace ppp::advisor
