// SPDX-License-Identifier: Apache-2.0
#include "advisor/between.h"

#include <algorithm>

namespace ppp::advisor {
Node function_of(Node node) {
  return enclosing(node.parent(), {"function_definition", "lambda"});
}

Between::Between(const SourceFile& source, Node loop, Node statement,
                 const std::string& variable)
    : source_(source),
      loop_(loop.range()),
      outer_(loop.range()),
      statement_(statement) {
  same_function_ = function_of(loop) == function_of(statement);
  if (!same_function_) {
    const Node home =
        function_of(statement) ? function_of(statement) : source.root();
    ranges_ = {{statement.range().begin, home.range().end},
               function_of(loop).range()};
    walk(home, [&](Node node) {
      const bool closed = node.parent().is("attribute") &&
                          node.parent().field("attribute").text() == "close";
      if (node.is("identifier") && node.text() == variable && !closed) {
        last_use_ = node.range().end;
      }
      return true;
    });
    return;
  }
  const bool with = statement.is("with_statement");
  const Node block = with ? statement.field("body") : statement.parent();
  for (Node at = loop; at && !(at == block); at = at.parent()) {
    if (at.is("for_statement") || at.is("while_statement")) {
      outer_ = at.range();
    }
  }
  const std::uint32_t begin =
      with ? block.range().begin : statement.range().end;
  ranges_ = {{begin, outer_.end}};
}

bool Between::contains(ByteRange range) const {
  return std::any_of(ranges_.begin(), ranges_.end(),
                     [&](ByteRange mine) { return mine.contains(range); });
}

bool Between::is_behind(Node node) const {
  if (same_function_) return node.range().begin >= outer_.end;
  if (node.range().begin < last_use_) return false;
  for (Node at = node; at; at = at.parent()) {
    const bool loop = at.is("for_statement") || at.is("while_statement");
    if (loop && !at.range().contains(statement_.range())) return false;
  }
  return true;
}

}  // namespace ppp::advisor
