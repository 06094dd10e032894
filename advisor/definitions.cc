// SPDX-License-Identifier: Apache-2.0
#include "advisor/definitions.h"

#include <algorithm>

#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

bool is_loop(Node node) {
  return node.is("for_statement") || node.is("while_statement") ||
         is_comprehension(node);
}

bool is_pattern(Node node) {
  return node.is("pattern_list") || node.is("tuple_pattern") ||
         node.is("list_pattern") || node.is("list_splat_pattern") ||
         node.is("parenthesized_expression") || node.is("as_pattern_target") ||
         node.is("expression_list") || node.is("tuple") || node.is("list");
}

/// What runs before `child` within `parent`, each time it runs: nothing that
/// stands behind it, unless there is a way around.
ByteRange before(Node parent, Node child) {
  if (parent.is("for_statement") && child == parent.field("right")) return {};
  if (is_loop(parent)) return parent.range();
  if (parent.is("try_statement")) {
    return child == parent.field("body") ? ByteRange{} : parent.range();
  }
  if (parent.is("assignment")) {
    // The right side is evaluated first, the target assigned to last.
    Node right = parent.field("right");
    return child == right ? ByteRange{} : right.range();
  }
  return {parent.range().begin, child.range().begin};
}

}  // namespace

const Definitions::Names& Definitions::names_of(Node scope) {
  auto [at, fresh] = scopes_.try_emplace(scope.id());
  if (!fresh) return at->second;
  for (const NameBinding& binding : name_bindings(scope)) {
    at->second[binding.name].push_back(binding.node);
  }
  std::erase_if(at->second,
                [](const auto& entry) { return entry.second.size() < 2; });
  for (auto& [name, places] : at->second) {
    std::sort(places.begin(), places.end(),
              [](Node a, Node b) { return a.range().begin < b.range().begin; });
  }
  return at->second;
}

Node Definitions::last(const Places& places, std::uint32_t begin,
                       std::uint32_t end) {
  auto at = std::lower_bound(
      places.begin(), places.end(), end,
      [](Node node, std::uint32_t to) { return node.range().begin < to; });
  if (at == places.begin()) return {};
  Node found = *--at;
  return found.range().begin >= begin ? found : Node();
}

bool Definitions::any(const Places& places, std::uint32_t begin,
                      std::uint32_t end) {
  return bool(last(places, begin, end));
}

Node Definitions::definition(Node binding) {
  Node target = binding;
  while (is_pattern(target.parent())) target = target.parent();
  Node holder = target.parent();
  if (holder.is("for_statement")) {
    return holder.field("left") == target ? holder : Node();
  }
  if (holder.is("as_pattern") && holder.field("alias") == target) {
    for (Node at = holder.parent(); at; at = at.parent()) {
      if (at.is("with_statement") || at.is("except_clause")) return at;
      if (!at.is("with_item") && !at.is("with_clause")) return {};
    }
  }
  if (!holder.is("assignment") || !(holder.field("left") == target) ||
      !holder.field("right")) {
    return {};
  }
  while (holder.parent().is("assignment")) holder = holder.parent();
  return holder.parent().is("expression_statement") ? holder.parent() : Node();
}

bool Definitions::several(std::string_view name, Node scope) {
  return names_of(scope).contains(name);
}

Node Definitions::made_by(Node binding, std::string_view name, Node scope) {
  return several(name, scope) ? definition(binding) : Node();
}

Node Definitions::search(const Places& places, Node read, std::string_view name,
                         Node scope) {
  for (Node child = read; !(child == scope); child = child.parent()) {
    Node parent = child.parent();
    if (parent.null()) return {};
    const bool block = parent.is("block") || parent.is("module");
    if (parent.is("for_statement") && child == parent.field("body")) {
      for (const std::string& target : bound_names(parent.field("left"))) {
        if (target == name) return parent;
      }
    }
    const bool named =
        parent.is("with_statement") || parent.is("except_clause");
    if (named && child.is("block")) {
      const ByteRange head = {parent.range().begin, child.range().begin};
      Node bound = last(places, head.begin, head.end);
      if (bound) {
        const bool once = !any(places, head.begin, bound.range().begin);
        return once && definition(bound) == parent ? parent : Node();
      }
      continue;
    }
    const ByteRange earlier = before(parent, child);
    Node bound = last(places, earlier.begin, earlier.end);
    if (parent == scope && scope.is("function_definition")) {
      const ByteRange parameters = scope.field("parameters").range();
      return bound && parameters.contains(bound.range()) ? scope : Node();
    }
    if (!bound) continue;
    if (!block) return {};
    Node statement = bound;
    while (!(statement.parent() == parent)) statement = statement.parent();
    const ByteRange range = statement.range();
    if (!statement.is("expression_statement")) return {};
    for (Node at = bound; at;
         at = last(places, range.begin, at.range().begin)) {
      if (!(definition(at) == statement)) return {};
    }
    return statement;
  }
  return {};
}

Node Definitions::seen_by(Node read, std::string_view name, Node scope) {
  const Names& names = names_of(scope);
  auto places = names.find(name);
  if (places == names.end()) return {};
  auto [at, fresh] = seen_.try_emplace({read.id(), scope.id()});
  if (fresh) at->second = search(places->second, read, name, scope);
  return at->second;
}

}  // namespace ppp::advisor
