// SPDX-License-Identifier: Apache-2.0
// What a statement of SQL does, as far as its words tell.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ppp::advisor {

/// Words with their points, numbers, texts, operators and parameters, as they
/// are written; without semicolons at the end. Knows of no comments.
std::vector<std::string> sql_tokens(std::string_view sql);

std::string lower_case(std::string text);

/// Of SQLite: a query that changes neither the database nor the connection, and
/// that gives the same through another connection to the same file. In doubt
/// false.
bool only_reads(std::string_view sql);

/// Of PostgreSQL and MySQL, with the parameters of their drivers: "" for one
/// query that only reads tables and that another session with the same settings
/// is answered in the same way, if nothing in the database is more than its
/// name says (a view that calls a function). Else the word, in lower case, or
/// the sign that may make it something else: "nextval", "for update", ";".
std::string more_than_reads(std::string_view sql);

/// Of the same: one INSERT, UPDATE or DELETE that changes rows, and nothing
/// that is the session's own or depends on when it began. In doubt false.
bool only_changes_rows(std::string_view sql);

}  // namespace ppp::advisor
