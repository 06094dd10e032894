// SPDX-License-Identifier: Apache-2.0
// A thin value wrapper over tree-sitter: trees, nodes, fields.

#pragma once

#include <tree_sitter/api.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/span.h"

namespace ppp::advisor {

/// A borrowed node; valid while its Tree and text live. A null node answers
/// every question with nothing, so lookups can be chained.
class Node {
 public:
  Node() = default;
  Node(TSNode node, const std::string* text) : node_(node), text_(text) {}

  bool null() const { return text_ == nullptr || ts_node_is_null(node_); }
  explicit operator bool() const { return !null(); }
  std::string_view kind() const;
  bool is(std::string_view kind) const { return this->kind() == kind; }
  ByteRange range() const;
  std::string_view text() const;
  int line() const;              ///< 1-based, of the first byte
  int end_line() const;          ///< 1-based, of the last byte
  std::uint32_t column() const;  ///< bytes from the line's start

  Node field(std::string_view name) const;
  Node parent() const;
  /// Named children, comments left out.
  std::vector<Node> children() const;
  /// All children, tokens and comments included.
  std::vector<Node> all_children() const;
  Node child(std::size_t index) const;  ///< of children()
  /// All children with the field `name`, in order.
  std::vector<Node> fields(std::string_view name) const;
  Node next_sibling() const;      ///< named, comments left out
  Node previous_sibling() const;  ///< named, comments left out
  bool has_error() const;

  /// Unique within a tree.
  const void* id() const { return node_.id; }
  bool operator==(const Node& other) const {
    return node_.id == other.node_.id;
  }
  TSNode raw() const { return node_; }
  const std::string* source() const { return text_; }

 private:
  TSNode node_ = {};
  const std::string* text_ = nullptr;
};

/// An owned syntax tree of a Python text.
class Tree {
 public:
  Tree() = default;
  /// `text` must outlive the tree at the same address.
  static Tree parse(const std::string& text);
  Node root() const;

 private:
  struct Free {
    void operator()(TSTree* tree) const { ts_tree_delete(tree); }
  };
  std::unique_ptr<TSTree, Free> tree_;
  const std::string* text_ = nullptr;
};

/// The smallest named node that covers exactly `range`, or a null node.
Node node_at(Node root, ByteRange range);

/// The closest ancestor-or-self for which the kind is one of `kinds`.
Node enclosing(Node node, std::initializer_list<std::string_view> kinds);

/// Calls `visit` for `node` and everything below it, parents first; a false
/// return skips what is below.
template <typename Visit>
void walk(Node node, Visit&& visit) {
  if (!visit(node)) return;
  for (Node child : node.children()) walk(child, visit);
}

}  // namespace ppp::advisor
