// SPDX-License-Identifier: Apache-2.0
#include "rewrite/continues.h"

#include <algorithm>

namespace ppp::rewrite {
namespace {

using advisor::Node;

void add_continues(Node node, std::vector<Node>& found) {
  if (node.is("function_definition") || node.is("class_definition") ||
      node.is("lambda")) {
    return;
  }
  if (node.is("continue_statement")) found.push_back(node);
  if (node.is("for_statement") || node.is("while_statement")) {
    // One below belongs to that loop, unless it is in its else.
    node = node.field("alternative");
  }
  for (Node child : node.children()) add_continues(child, found);
}

/// Where line `number` (0-based) of `text` ends, its line end not counted.
std::size_t end_of_line(const std::string& text, int number) {
  std::size_t end = text.find('\n');
  while (number-- > 0) end = text.find('\n', end + 1);
  return std::min(end, text.size());
}

}  // namespace

std::vector<Node> continues_of(const LoopShape& shape) {
  std::vector<Node> found;
  for (Node statement : shape.statements) add_continues(statement, found);
  return found;
}

bool ends_body(const LoopShape& shape) {
  return !shape.statements.empty() &&
         shape.statements.back() == shape.loop.field("body").children().back();
}

std::string without_continues(const Request& request, const LoopShape& shape,
                              ByteRange range, std::string moved,
                              const std::string& statement) {
  const std::string& text = request.source.text();
  for (Node node : continues_of(shape)) {
    // Lines are moved from their start only: the distance to the end stays.
    const std::size_t end =
        std::min<std::size_t>(text.find('\n', node.range().begin), range.end);
    const int line = node.line() - request.source.line_of(range.begin);
    const std::size_t at =
        end_of_line(moved, line) - (end - node.range().begin);
    moved.replace(at, node.text().size(), statement);
  }
  return moved;
}

}  // namespace ppp::rewrite
