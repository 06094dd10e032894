// SPDX-License-Identifier: Apache-2.0
// What may run after a statement and until a loop, what it iterates over
// included, has ended for the last time: from the text alone, so rather too
// much than too little.

#pragma once

#include <optional>
#include <vector>

#include "advisor/source_file.h"

namespace ppp::advisor {

class Between {
 public:
  /// `statement` and `loop` stand in `source`: the statement in the loop's
  /// function, before it and in a block around it, or in the module. All
  /// borrowed.
  Between(const SourceFile& source, Node loop, Node statement);

  bool contains(ByteRange range) const;
  /// In a loop around the loop that the statement does not stand in.
  bool in_outer_loop(ByteRange range) const {
    return outer_.contains(range) && !(outer_ == loop_);
  }
  /// It only runs when the loop has ended for the last time since the
  /// statement.
  bool is_behind(ByteRange range) const;
  /// A call, in there or in a function of the project that is called there,
  /// that may put another file in the place of one.
  std::optional<Node> moves_files(const Project& project) const;

 private:
  const SourceFile& source_;
  ByteRange loop_;
  ByteRange outer_;  ///< the outermost such loop, or the loop itself
  bool same_function_ = false;
  std::vector<ByteRange> ranges_;
};

/// The function that the node stands in; null: none.
Node function_of(Node node);

}  // namespace ppp::advisor
