// SPDX-License-Identifier: Apache-2.0
// Loops that are arithmetic on numbers, of lists and from around the loop:
// everything that an iteration does is understood, so it may be computed by
// arrays.

#pragma once

#include <optional>
#include <variant>

#include "advisor/file_table.h"
#include "advisor/kernel.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"
#include "advisor/table_groups.h"
#include "advisor/table_searches.h"

namespace ppp::advisor {

/// The kernel that the loop on trial is, or the expression that is not
/// understood, or the value that goes from one iteration to the next.
std::variant<Kernel, Reason> find_kernel(const Trial& trial);

/// The same in order, for a compiler: iterations may read what earlier ones
/// have left.
std::variant<Kernel, Reason> find_ordered_kernel(const Trial& trial);

/// The rows that it asks a table for may be dicts (advisor/table_rows.h).
bool rows_may_be_dicts(const Trial& trial);

/// No table changes while such a loop runs: rows of one type, which may be the
/// table itself, keep their items.
bool rows_stay(const Trial& trial);

/// What it asks groups of a table for may come from columns
/// (advisor/table_groups.h); or why it may not. Nothing: it asks none.
std::optional<std::variant<TableGroups, Reason>> read_groups(
    const Trial& trial);

/// It makes a table row by row, and may do so at its end
/// (advisor/grown_table.h).
bool table_may_wait(const Trial& trial);

/// Tables that it searches stay as they are (advisor/table_searches.h), or what
/// may change one. Nothing: it searches none.
std::optional<std::variant<TableSearches, Reason>> searched_tables(
    const Trial& trial);

/// It reads a table that is only reduced (advisor/file_table.h), or what needs
/// all of it. Nothing: it reads none.
std::variant<std::monostate, FileTable, Reason> reduced_files(
    const Trial& trial);

/// It asks a table of pandas for its rows, as far as the text shows.
bool goes_through_table(Node loop);

}  // namespace ppp::advisor
