// SPDX-License-Identifier: Apache-2.0
// What may run after a statement and until a loop, what it iterates over
// included, has ended for the last time: from the text alone, so rather too
// much than too little.

#pragma once

#include <string>
#include <vector>

#include "advisor/source_file.h"

namespace ppp::advisor {

class Between {
 public:
  /// `statement` gives `variable` its value. It stands in the loop's function,
  /// before it and in a block around it, or elsewhere in `source`. All
  /// borrowed.
  Between(const SourceFile& source, Node loop, Node statement,
          const std::string& variable);

  bool contains(ByteRange range) const;
  /// In a loop around the loop that the statement does not stand in.
  bool in_outer_loop(ByteRange range) const {
    return outer_.contains(range) && !(outer_ == loop_);
  }
  /// It only runs when the loop has ended for the last time since the
  /// statement. If that stands in another function, `variable` must be all that
  /// leads from there to the loop.
  bool is_behind(Node node) const;

 private:
  const SourceFile& source_;
  ByteRange loop_;
  ByteRange outer_;  ///< the outermost such loop, or the loop itself
  bool same_function_ = false;
  Node statement_;
  std::uint32_t last_use_ = 0;  ///< of the variable, where it is not closed
  std::vector<ByteRange> ranges_;
};

/// The function that the node stands in; null: none.
Node function_of(Node node);

}  // namespace ppp::advisor
