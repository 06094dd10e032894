// SPDX-License-Identifier: Apache-2.0
// Whether tables are what pandas makes them.

#pragma once

#include <optional>

#include "advisor/pieces.h"

namespace ppp::advisor {

/// Something of pandas is replaced, or may be: a table is no longer what it
/// says it is. Assigning `df.index` replaces nothing: the table says so.
std::optional<Reason> refuse_changed_tables(const Trial& trial);

/// The same of a program whose work has tables, for the entries of pandas in
/// effects/: functions that are replaced, and what the program registers to
/// become part of every table, count as well.
std::optional<Reason> refuse_own_tables(const Trial& trial);

}  // namespace ppp::advisor
