// SPDX-License-Identifier: Apache-2.0
// What is asked of rows of a table, or of items of a column, where something
// else than a table or a Series can answer it, too.

#pragma once

#include <string_view>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

/// `len(mine)`, `mine.empty`
bool is_measured(const SourceFile& source, Node node);

/// `mine.shape[0]`
bool counts_rows(Node rows);

/// `mine["price"]`, all of it; null: another use.
Node items_of(Node rows);

/// "max": `items.max()`, without arguments; "": another use.
std::string_view asked_method(Node items);

/// "iloc": `items.iloc[0]` or `[-1]`, also of "iat" and "values"; "": another
/// use.
std::string_view end_asked(Node items);

/// `f"{mine.sum()=}"`: the text of the expression is printed as it stands.
bool shows_text(Node expression);

}  // namespace ppp::advisor
