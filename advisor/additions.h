// SPDX-License-Identifier: Apache-2.0
// Statements that only add to a number or container, by their text.

#pragma once

#include <string>
#include <vector>

#include "advisor/syntax.h"

namespace ppp::advisor {

/// What one statement adds to the variable `name`, by its text. A key may be
/// evaluated more than once: whether it is the same each time, no text tells.
struct Addition {
  enum class Form {
    kSum,     ///< `name += value`, `name -= value`
    kAppend,  ///< `name.append(value)`
    kUpdate,  ///< `name.update(value)`
    kUnder,   ///< `name[key] += value`, `-=`
    /// The same right behind a kEmpty of that key: it is there.
    kPresent,
    /// `name[key] = name.get(key, 0) + value`; also
    /// `if key in name: name[key] += value`, `else: name[key] = value`.
    kPerhaps,
    /// `if key not in name: name[key] = 0`, `name.setdefault(key, 0)`
    kEmpty,
  };
  Form form = Form::kSum;
  std::string name;
  Node node;  ///< the statement, or the expression that is all of it
  Node value;
  /// The key, or the parts of a tuple, each time that it is evaluated: at each
  /// mention of `name`.
  std::vector<Node> keys;
  std::vector<Node> repeated;  ///< the value, where it stands once more
  int mentions = 1;            ///< of `name` in `node`

  std::vector<Node> key() const;  ///< the first of these times
  /// The parts of `node` that say what is added: they could be work.
  std::vector<Node> parts() const;
};

/// All in `statement`, inner functions left out.
std::vector<Addition> additions_in(Node statement);

}  // namespace ppp::advisor
