// SPDX-License-Identifier: Apache-2.0
// Loops that look for rows of a table by what a column holds, each time in all
// of them: `orders[orders["customer"] == customer]`. The table stays as it is,
// so an index finds the same rows; or that read single cells, for which the
// column's array need be asked only once.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

struct TableSearch {
  Node expression;         ///< all of it
  Node table;              ///< the variable
  std::string label;       ///< of the column that is compared
  bool attribute = false;  ///< it is read as one: `orders.customer`
  Node key;
  /// A column of the rows found is asked for, not all: `orders.loc[…,
  /// "price"]`.
  std::string column;
  /// Of what is found nothing but numbers of rows, single items and sums are
  /// read, so it need not be a table.
  bool only_read = false;
};

/// One cell that is read by its place, `visits["user"].iloc[i]`, or by a label
/// that is its place if the index counts the rows: `visits.at[i, "user"]`.
struct TableCell {
  Node expression;
  Node table;
  std::string label;  ///< of the column
  Node place;
  /// `table["user"].iloc[place]`: the expression in a function that is given
  /// the table and the place.
  std::string form;
  bool by_label = false;
};

/// Items of a column between two places, of which nothing but single ones, sums
/// and extremes are read: `prices["price"].iloc[i - 20 : i].max()`.
struct TableSlice {
  Node expression;  ///< up to the brackets
  Node table;
  std::string label;
  Node start, stop;  ///< null: as far as it goes
};

struct TableSearches {
  /// The loop, or the statement that a comprehension stands in.
  Node region;
  std::vector<TableSearch> all;  ///< in order
  std::vector<TableCell> cells;
  std::vector<TableSlice> slices;  ///< one of the three at least
  /// Variables that hold nothing but copies of what is found.
  std::set<std::string, std::less<>> parts;
};

/// As far as the text of the module shows: what else the loop does, and whether
/// the tables are there, is for others to ask.
std::optional<TableSearches> table_searches(const Project& project,
                                            const SourceFile& source,
                                            Node loop);

}  // namespace ppp::advisor
