// SPDX-License-Identifier: Apache-2.0
// What may run after a statement and until a loop, what it iterates over
// included, has ended for the last time: from the text alone, so rather too
// much than too little.

#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "advisor/source_file.h"

namespace ppp::advisor {

class Between {
 public:
  /// `statement` stands in the loop's function, before the loop and in a block
  /// around it.
  Between(Node loop, Node statement);

  bool contains(ByteRange range) const { return range_.contains(range); }
  /// In a loop around the loop that the statement does not stand in.
  bool in_outer_loop(ByteRange range) const {
    return outer_.contains(range) && !(outer_ == loop_);
  }
  /// It only runs when the loop has ended for the last time since the
  /// statement.
  bool is_behind(Node node) const { return node.range().begin >= outer_.end; }

 private:
  ByteRange loop_;
  ByteRange outer_;  ///< the outermost such loop, or the loop itself
  ByteRange range_;
};

/// The statement that `node` is a part of, or of a statement with a body the
/// part ahead of that: in it the order of the text need not be that of
/// evaluation.
Node evaluated_with(Node node);

/// The function that the node stands in; null: none.
Node function_of(Node node);

/// A function of the project.
struct NamedFunction {
  const SourceFile* source = nullptr;
  Node node;
};

/// The identifiers below `root`.
void add_identifiers(Node root, std::set<std::string_view>& names);

/// The functions that code with these names may call, and those that they may,
/// by their names or by that of their class.
std::vector<NamedFunction> functions_named(const Project& project,
                                           std::set<std::string_view> names);

}  // namespace ppp::advisor
