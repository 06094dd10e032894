// SPDX-License-Identifier: Apache-2.0
// Loops over groups of a table's rows, and calls in which pandas runs a
// function for each, that ask a group for nothing but the number of its rows,
// and for single items, sums and the like of its columns: `for city, shops in
// table.groupby("city")`, in which `shops` is only read as `len(shops)` or
// `shops["turnover"].sum()`, there and in functions of the module that are
// given it; also of several columns, `for (city, kind), shops in
// table.groupby(["city", "kind"])`. What can answer that is as good as a table.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "advisor/row_call.h"
#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

struct TableGroups {
  Node source;                    ///< `table.groupby("city")`
  Node frame;                     ///< `table`; of a loop any expression
  std::vector<std::string> keys;  ///< the column, or columns
  bool listed = false;            ///< in a list: `["city", "kind"]`
  bool sorted = true;
  std::string observed;  ///< "True", "False"; empty: not said
  std::string group;     ///< the variable, of a loop or a comprehension
  /// Of a call: what pandas calls, the statement of which it is the value, and
  /// what stands in brackets behind the grouping, perhaps a column alone.
  Node function;
  GroupCall::Way way = GroupCall::Way::kApply;
  Node statement;
  Node selection;        ///< null: nothing
  bool keyless = false;  ///< `include_groups=False`
  std::string column;
  std::vector<std::string> labels;  ///< of columns, in order of first use
  /// "len", "empty", "shape" of a group or of items; of items also "iloc",
  /// "iter" and methods.
  std::set<std::string> asked;
  /// Of transform(): "+" where the function gives items of the group added to
  /// others or to a number, and so on, or "fillna".
  std::set<std::string> calculated;
  /// Names of functions that are given a group, where they are called.
  std::vector<Node> called;
  Node more;  ///< the first mention of a group that does more; null: none

  bool by_call() const { return bool(function); }
};

/// Methods of a column that a group's columns know.
const std::set<std::string_view>& known_of_items();

/// As far as the text of the module shows: what comes behind a loop may still
/// read the variable, and names may have become something else.
std::optional<TableGroups> table_groups(const SourceFile& source, Node loop);

}  // namespace ppp::advisor
