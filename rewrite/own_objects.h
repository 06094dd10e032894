// SPDX-License-Identifier: Apache-2.0
// The lines that give every thread of a pool objects of its own: connections,
// cursors.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rewrite/loop_shape.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// Empty where the work needs none.
struct OwnObjects {
  /// The function that a thread begins with, and what it needs: full lines
  /// without the last line end, to stand before the worker's function.
  std::string definition;
  std::string initializer;  ///< its name
  /// Functions by which those of the module ask for what belongs to their
  /// thread, and the edits that let them.
  std::vector<Definition> placed;
  std::vector<Edit> edits;
  /// The contextlib.ExitStack that closes them all when the pool is done; "":
  /// nothing has to be closed.
  std::string stack;
  /// What the work reads, and the thread's own of it: "conn", "local.conn".
  std::vector<std::pair<std::string, std::string>> names;
};

/// `outer`: the indentation of the loop's statement.
OwnObjects own_objects(const Request& request, const LoopShape& shape,
                       const std::string& outer);

}  // namespace ppp::rewrite
