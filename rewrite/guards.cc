// SPDX-License-Identifier: Apache-2.0
#include "rewrite/guards.h"

#include <algorithm>
#include <string_view>

#include "advisor/definite.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;

/// `statement` on lines of its own.
std::string moved_statement(const Request& request, Node statement,
                            const std::string& indent) {
  ByteRange range = whole_lines(request.source, statement.range(), false);
  range.begin = statement.range().begin;
  if (!ends_line(request.source, statement.range().end)) {
    range.end = statement.range().end;
  }
  return indent + moved_text(request.source, range, indent) +
         newline_of(request.source);
}

/// What is true where the condition is not.
std::string negated(Node condition) {
  const std::string text(condition.text());
  if (condition.is("not_operator")) {
    return std::string(condition.child(0).text());
  }
  const bool simple = condition.is("identifier") || condition.is("call") ||
                      condition.is("attribute") || condition.is("subscript") ||
                      condition.is("parenthesized_expression");
  return simple ? "not " + text : "not (" + text + ")";
}

/// A worker gives nothing for an item that the guard lets the loop pass over.
std::string guard_text(const Request& request, const LoopShape& shape,
                       const Guard& guard, const std::string& indent) {
  const std::string condition = guard.wanted
                                    ? negated(guard.condition)
                                    : std::string(guard.condition.text());
  const std::size_t count =
      shape.expression ? 1 : request.candidate.work.results.size();
  std::string nothing;
  for (std::size_t i = 0; i < count; ++i) nothing += i ? ", None" : " None";
  const std::string newline = newline_of(request.source);
  return indent + "if " + condition + ":" + newline + indent +
         indent_unit(request.source, shape.loop) + "return" + nothing + newline;
}

}  // namespace

std::string prelude_text(const Request& request, const LoopShape& shape,
                         const std::string& indent) {
  std::string text;
  for (Node node : shape.work_nodes()) {
    const auto guard =
        std::find_if(shape.guards.begin(), shape.guards.end(),
                     [&](const Guard& one) { return one.condition == node; });
    if (guard != shape.guards.end()) {
      text += guard_text(request, shape, *guard, indent);
    } else if (std::find(shape.prelude.begin(), shape.prelude.end(), node) !=
               shape.prelude.end()) {
      text += moved_statement(request, node, indent);
    }
  }
  return text;
}

std::string wanted_text(const Request& request, const LoopShape& shape,
                        const std::string& indent) {
  const std::string newline = newline_of(request.source);
  std::string text;
  std::size_t asked = 0;
  for (Node node : shape.work_nodes()) {
    const auto guard =
        std::find_if(shape.guards.begin(), shape.guards.end(),
                     [&](const Guard& one) { return one.condition == node; });
    if (guard == shape.guards.end()) {
      text += moved_statement(request, node, indent);
      continue;
    }
    const std::string plain(node.text());
    if (++asked == shape.guards.size()) {
      return text + indent + "return " +
             (guard->wanted ? plain : negated(node));
    }
    text += indent + "if " + (guard->wanted ? negated(node) : plain) + ":" +
            newline + indent + indent_unit(request.source, shape.loop) +
            "return False" + newline;
  }
  return text;
}

bool may_be_set_early(const Request& request, const LoopShape& shape,
                      Node target) {
  if (!target.is("identifier")) return false;
  const std::string name(target.text());
  if (shape.scope.is("module") && !is_script(request, shape)) return false;
  if (mentions(shape.scope, name, {shape.loop.range()}) ||
      target_watched(request, shape, name)) {
    return false;
  }
  std::vector<Node> before = shape.prelude;
  for (const Guard& guard : shape.guards) before.push_back(guard.condition);
  const bool needed = std::any_of(before.begin(), before.end(), [&](Node node) {
    return mentions(node, name, {});
  });
  const advisor::NameUse use = advisor::name_use(
      shape.loop.field("body").children(), [](Node) { return false; });
  return !needed && !use.exposed.contains(name);
}

}  // namespace ppp::rewrite
