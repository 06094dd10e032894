// SPDX-License-Identifier: Apache-2.0
// Loops that make a table row by row, or part by part: each turn copies all
// rows before.
//
//   report = pd.concat([report, pd.DataFrame([row])], ignore_index=True)
//   report = pd.concat([report, part], ignore_index=True)
//
// Nobody looks at the table before the loop is over, so its rows may be added
// then, all at once.

#pragma once

#include <optional>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

struct GrownTable {
  Node statement;
  Node table;         ///< the variable
  Node data;          ///< of the new row: `[row]`, `[{"a": x}]`, `{"a": [x]}`
  bool part = false;  ///< it is a variable that may be a table
};

/// As far as the module's text shows. Evaluating `data` twice gives the same
/// and has no effect.
std::optional<GrownTable> grown_table(const SourceFile& source, Node loop);

}  // namespace ppp::advisor
