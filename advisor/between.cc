// SPDX-License-Identifier: Apache-2.0
#include "advisor/between.h"

namespace ppp::advisor {

Node function_of(Node node) {
  return enclosing(node.parent(), {"function_definition", "lambda"});
}

Between::Between(Node loop, Node statement)
    : loop_(loop.range()), outer_(loop.range()) {
  const bool with = statement.is("with_statement");
  const Node block = with ? statement.field("body") : statement.parent();
  for (Node at = loop; at && !(at == block); at = at.parent()) {
    if (at.is("for_statement") || at.is("while_statement")) {
      outer_ = at.range();
    }
  }
  range_ = {with ? block.range().begin : statement.range().end, outer_.end};
}

}  // namespace ppp::advisor
