// SPDX-License-Identifier: Apache-2.0
#include "advisor/between.h"

namespace ppp::advisor {

Node function_of(Node node) {
  return enclosing(node.parent(), {"function_definition", "lambda"});
}

Node evaluated_with(Node node) {
  Node at = node;
  for (Node up = at.parent(); up; at = up, up = up.parent()) {
    if (up.is("block") || up.is("module") || up.is("if_statement") ||
        up.is("elif_clause") || up.is("with_statement") ||
        up.is("for_statement") || up.is("while_statement") ||
        up.is("match_statement") || up.is("case_clause") ||
        up.is("class_definition") || up.is("function_definition")) {
      break;
    }
  }
  return at;
}

Between::Between(Node loop, Node statement)
    : loop_(loop.range()), outer_(evaluated_with(loop).range()) {
  const bool with = statement.is("with_statement");
  const Node block = with ? statement.field("body") : statement.parent();
  for (Node at = loop; at && !(at == block); at = at.parent()) {
    if (at.is("for_statement") || at.is("while_statement")) {
      outer_ = at.range();
    }
  }
  range_ = {with ? block.range().begin : statement.range().end, outer_.end};
}

void add_identifiers(Node root, std::set<std::string_view>& names) {
  walk(root, [&](Node node) {
    if (node.is("identifier")) names.insert(node.text());
    return true;
  });
}

std::vector<NamedFunction> functions_named(const Project& project,
                                           std::set<std::string_view> names) {
  std::vector<NamedFunction> all;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      if (node.is("function_definition")) all.push_back({&file, node});
      return true;
    });
  }
  std::vector<NamedFunction> found;
  for (std::size_t before = all.size() + 1; before != all.size();) {
    before = all.size();
    std::erase_if(all, [&](const NamedFunction& one) {
      const Node of = enclosing(one.node.parent(), {"class_definition"});
      const bool named = names.contains(one.node.field("name").text()) ||
                         (of && names.contains(of.field("name").text()));
      if (!named) return false;
      add_identifiers(one.node, names);
      found.push_back(one);
      return true;
    });
  }
  return found;
}

}  // namespace ppp::advisor
