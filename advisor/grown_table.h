// SPDX-License-Identifier: Apache-2.0
// Loops that make a table row by row, or part by part: each turn copies all
// rows before.
//
//   report = pd.concat([report, pd.DataFrame([row])], ignore_index=True)
//   report = pd.concat([report, part], ignore_index=True)
//   report.loc[len(report)] = [name, size]
//
// Nobody looks at the table before the loop is over, so its rows may be added
// then, all at once.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

struct GrownTable {
  Node statement;
  Node table;         ///< the variable
  Node data;          ///< of the new row: `[row]`, `[{"a": x}]`, `{"a": [x]}`
  bool part = false;  ///< it is a variable that may be a table
  /// The last form: the table itself grows, which has no other name, and `data`
  /// is a list.
  bool in_place = false;
  /// Of that what has to be a number or text, a dict or Series, for `data` to
  /// have no effect.
  std::vector<std::string> operands, mappings;
  /// Those of them that the loop does not surely bind in front of it.
  std::vector<std::string> unbound;
};

/// As far as the module's text shows. Evaluating `data` twice gives the same
/// and has no effect.
std::optional<GrownTable> grown_table(const SourceFile& source, Node loop);

}  // namespace ppp::advisor
