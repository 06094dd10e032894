// SPDX-License-Identifier: Apache-2.0
// Loops over the rows of a table that ask a row for nothing but items of its
// columns: `for label, row in df.iterrows()`, in which `row` is only read as
// `row["price"]`. Whatever else the loop does, a dict is as good a row.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

struct TableRows {
  Node source;                      ///< `df.iterrows()`
  Node frame;                       ///< `df`
  std::string row;                  ///< the variable
  std::vector<std::string> labels;  ///< that are read, in order of first use
};

/// As far as the text of the loop shows: what comes behind it may still read
/// the variable, and tables of the program may not be those of pandas.
std::optional<TableRows> table_rows(const SourceFile& source, Node loop);

}  // namespace ppp::advisor
