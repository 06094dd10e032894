// SPDX-License-Identifier: Apache-2.0
// Loops over the rows of a table, and calls in which pandas runs a function for
// each row, that ask a row for nothing but items of its columns:
// `for label, row in df.iterrows()`, also in a list, set or dict comprehension,
// `df.apply(f, axis=1)`, in which `row` is only read as `row["price"]`,
// `row.price` or `row.get("price")`, there and in functions of the module that
// are given it. Whatever else is done, a dict is as good a row.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

/// What is asked of a date, and is the same for equal ones: `row["day"].month`,
/// `row["day"].strftime("%Y-%m")`.
struct RowDate {
  Node expression;
  std::string label;
  std::string asked;  ///< `month`, `strftime("%Y-%m")`
};

struct TableRows {
  Node source;                      ///< `df.iterrows()`, `df.apply(f, axis=1)`
  Node frame;                       ///< `df`; of a loop any expression
  std::string row;                  ///< the variable of a loop
  std::vector<std::string> labels;  ///< that are read, in order of first use
  std::vector<std::string> attributes;  ///< those that are read as such
  std::vector<std::string> perhaps;     ///< get() asks for: others may be there
  std::vector<RowDate> dates;           ///< in the body of a loop
  std::vector<std::string> items;  ///< labels that are read for more than that
  /// Of a call: what pandas calls, and the statement of which it is the value.
  Node function;
  Node statement;
  /// Names of functions that are given a row, where they are called.
  std::vector<Node> called;

  bool by_call() const { return bool(function); }
};

/// As far as the text of the loop shows: what comes behind it may still read
/// the variable, tables of the program may not be those of pandas, and names
/// may have become something else.
std::optional<TableRows> table_rows(const SourceFile& source, Node loop);

}  // namespace ppp::advisor
