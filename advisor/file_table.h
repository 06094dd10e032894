// SPDX-License-Identifier: Apache-2.0
// Tables that are read from many files, put together, and then only reduced:
//
//   for path in paths:
//       parts.append(pd.read_csv(path))
//   sales = pd.concat(parts, ignore_index=True)
//   print(len(sales), sales.groupby("region")["units"].sum())
//
// Counts, and sums and extremes of integers, are the same whichever way the
// files are put together, so the whole table need never be in memory.

#pragma once

#include <set>
#include <string>
#include <variant>
#include <vector>

#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

/// Something that is asked of the table, evaluated once wherever its block is
/// not left before.
struct AskedOfTable {
  Node expression;
  /// The same of anything that holds the table in parts, in one line.
  std::string text;
  bool counts = false;  ///< of pandas it gives an int of Python, not of NumPy
};

struct FileTable {
  /// The loop, or the statement that the comprehension stands in, and the
  /// statement that makes the table: the next one, or the same.
  Node reading, making;
  Node concat;  ///< the call
  /// What the files are taken from: a variable, which tells all of them ahead
  /// if it holds a list or tuple, or what gives the same a second time.
  Node source;
  Node item;  ///< the variable for one of them
  Node path;  ///< where its file lies: the variable, or a text with it
  Node read;  ///< `pd.read_csv(path, …)`
  std::string table;
  std::vector<AskedOfTable> asked;  ///< in the order of their evaluation
  /// Labels of columns, of which these hold: it is added up; it is compared
  /// with a number; it is grouped by, or compared with a text.
  std::set<std::string> integers, numbers, keys;
  /// Not empty: what may come out with other last digits, as floats are added
  /// in another order. Such columns are among `numbers`, not `integers`.
  std::vector<std::string> inexact;
  std::set<std::string> columns;  ///< all that are read
};

/// As far as the text of the module shows, or what is asked of the table that
/// needs all of it. Nothing: the loop makes no such table. `tolerant`: sums and
/// means may have other last digits.
std::variant<std::monostate, FileTable, Reason> file_table(
    const SourceFile& source, Node loop, bool tolerant);

}  // namespace ppp::advisor
