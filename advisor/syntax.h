// SPDX-License-Identifier: Apache-2.0
// The syntax tree of a Python text, as tree-sitter parses it, laid out flat:
// the analysis asks for children, fields and parents all the time, which
// tree-sitter answers by searching.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/span.h"

namespace ppp::advisor {

struct SyntaxNode;

/// A borrowed node; valid while its Tree and text live. A null node answers
/// every question with nothing, so lookups can be chained.
class Node {
 public:
  Node() = default;
  explicit Node(const SyntaxNode* node) : node_(node) {}

  bool null() const { return node_ == nullptr; }
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
  std::span<const Node> children() const;
  /// All children, tokens and comments included.
  std::span<const Node> all_children() const;
  Node child(std::size_t index) const;  ///< of children()
  /// All children with the field `name`, in order.
  std::vector<Node> fields(std::string_view name) const;
  Node next_sibling() const;      ///< named, comments left out
  Node previous_sibling() const;  ///< named, comments left out
  bool has_error() const;         ///< here or below

  /// Unique among all trees that live.
  const void* id() const { return node_; }
  bool operator==(const Node& other) const = default;

 private:
  const SyntaxNode* node_ = nullptr;
};

struct Syntax;

/// An owned syntax tree of a Python text.
class Tree {
 public:
  Tree();
  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;
  ~Tree();
  /// `text` must outlive the tree at the same address.
  static Tree parse(const std::string& text);
  Node root() const;

 private:
  std::unique_ptr<Syntax> syntax_;
};

/// The smallest named node that covers exactly `range`, or a null node.
Node node_at(Node root, ByteRange range);

/// The text of a plain string literal; nothing for any other node.
std::optional<std::string_view> plain_literal(Node node);

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
