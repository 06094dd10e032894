// SPDX-License-Identifier: Apache-2.0
#include "rewrite/kernel_chain_looks.h"

#include <algorithm>
#include <span>

#include "rewrite/kernel_turns.h"

namespace ppp::rewrite {

using advisor::Node;
using Value = ChainState::Value;

bool goes_on(Node scope) {
  bool found = scope.is("module");
  advisor::walk(scope, [&](Node node) {
    found = found || node.is("try_statement") || node.is("with_statement");
    return !found;
  });
  return found;
}

bool mentioned_outside(const advisor::Project& project, Node scope,
                       const std::vector<ByteRange>& ranges,
                       const std::string& name) {
  bool found = false;
  auto look = [&](Node root, bool own) {
    advisor::walk(root, [&](Node node) {
      const bool here =
          own && std::any_of(ranges.begin(), ranges.end(), [&](ByteRange one) {
            return one.contains(node.range());
          });
      found = found || (!here && node.is("identifier") && node.text() == name);
      return !found;
    });
  };
  if (!scope.is("module")) {
    look(scope, true);
    return found;
  }
  for (const advisor::SourceFile& file : project.files) {
    look(file.root(), file.root() == scope);
  }
  return found || looks_behind(project, name);
}

bool only_looks(Node node, const ChainState& state) {
  if (node.is("identifier") || node.is("integer") || node.is("float") ||
      (node.is("string") && advisor::plain_literal(node))) {
    return true;
  }
  if (node.is("unary_operator")) {
    const Node negated = node.field("argument");
    return negated.is("integer") || negated.is("float");
  }
  if (!node.is("subscript")) return false;
  const std::vector<Node> at = node.fields("subscript");
  const Node of = node.field("value");
  const auto list = state.names.find(std::string(of.text()));
  const bool known = of.is("subscript")
                         ? only_looks(of, state)
                         : of.is("identifier") && list != state.names.end() &&
                               list->second.kind == Value::Kind::kList;
  auto plain = [&](Node one) {
    return !one.is("identifier") && !one.is("subscript") &&
           only_looks(one, state);
  };
  if (!known || at.size() != 1) return false;
  if (!at[0].is("slice")) return plain(at[0]);
  const std::span<const Node> parts = at[0].children();
  return std::all_of(parts.begin(), parts.end(), plain);
}

std::vector<Node> values_of_tail(const Request& request, Node statement) {
  Node list = statement.child(0);
  if (statement.is("expression_statement")) {
    const bool prints = list.is("call") && !request.names.bound("print") &&
                        list.field("function").is("identifier") &&
                        list.field("function").text() == "print";
    if (!prints || statement.children().size() != 1) return {};
    list = list.field("arguments");
    if (!list.is("argument_list")) return {};
  } else if (!statement.is("return_statement") || !list) {
    return {};
  } else if (!list.is("expression_list")) {
    return {list};
  }
  const std::span<const Node> all = list.children();
  return {all.begin(), all.end()};
}

}  // namespace ppp::rewrite
