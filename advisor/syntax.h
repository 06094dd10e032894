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
#include <unordered_map>
#include <vector>

#include "base/check.h"
#include "base/span.h"

namespace ppp::advisor {

struct SyntaxNode;

/// What the grammar calls a kind of node or a field, as a number: literals are
/// numbered by the compiler, so that comparing is comparing two integers.
class GrammarName {
 public:
  template <std::size_t kSize>
  // NOLINTNEXTLINE(google-explicit-constructor): node.is("call") is the point
  consteval GrammarName(const char (&literal)[kSize])
      : GrammarName(std::string_view(literal, kSize - 1)) {}
  /// Counts the whole text (FNV-1a), so it is slow at run time.
  explicit constexpr GrammarName(std::string_view text) {
    for (char letter : text) {
      number_ = (number_ ^ static_cast<unsigned char>(letter)) * 16777619U;
    }
  }

  constexpr std::uint32_t number() const { return number_; }
  constexpr bool operator==(const GrammarName&) const = default;

  struct Hash {
    std::size_t operator()(GrammarName name) const { return name.number_; }
  };

 private:
  std::uint32_t number_ = 2166136261U;
};

/// A borrowed node; valid while its Tree and text live. A null node answers
/// every question with nothing, so lookups can be chained.
class Node {
 public:
  Node() = default;
  explicit Node(const SyntaxNode* node) : node_(node) {}

  bool null() const { return node_ == nullptr; }
  explicit operator bool() const { return !null(); }
  std::string_view kind() const;
  /// The same as a number; comparing it with a literal is cheap.
  GrammarName kind_name() const;
  bool is(GrammarName kind) const { return kind_name() == kind; }
  ByteRange range() const;
  std::string_view text() const;
  int line() const;              ///< 1-based, of the first byte
  int end_line() const;          ///< 1-based, of the last byte
  std::uint32_t column() const;  ///< bytes from the line's start

  Node field(GrammarName name) const;
  Node parent() const;
  /// Named children, comments left out.
  std::span<const Node> children() const;
  /// All children, tokens and comments included.
  std::span<const Node> all_children() const;
  Node child(std::size_t index) const;  ///< of children()
  /// All children with the field `name`, in order.
  std::vector<Node> fields(GrammarName name) const;
  Node next_sibling() const;      ///< named, comments left out
  Node previous_sibling() const;  ///< named, comments left out
  bool has_error() const;         ///< here or below

  /// Unique among all trees that live.
  const void* id() const { return node_; }
  bool operator==(const Node& other) const = default;

 private:
  const SyntaxNode* node_ = nullptr;
};

/// Something for every kind of node that it knows.
template <typename T>
class ByKind {
 public:
  struct Row {
    GrammarName kind;
    T value;
  };

  ByKind(std::initializer_list<Row> rows) {
    for (const Row& row : rows) rows_.emplace(row.kind, row.value);
  }
  /// Null: nothing for this kind.
  const T* find(GrammarName kind) const {
    auto found = rows_.find(kind);
    return found == rows_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<GrammarName, T, GrammarName::Hash> rows_;
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

/// The same, also of several literals in a row and in parentheses. Nothing
/// where a backslash may mean something else than itself.
std::optional<std::string> written_text(Node node);

/// The value of the call's argument `name=…`, or a null node.
Node keyword(Node call, std::string_view name);

/// `function` is what a call calls.
bool is_called(Node function);

/// The closest ancestor-or-self for which the kind is one of `kinds`.
Node enclosing(Node node, std::initializer_list<GrammarName> kinds);

/// The class that the function stands in as a method, undecorated; else null.
Node class_around(Node function);

/// "f" of `f(x)` and of `c.f(x)`.
std::string_view called_name(Node call);

/// The statement that evaluates the expression: a simple one, an `if` that it
/// is the condition of, a `for` that it is the source of; else null.
Node statement_of(Node expression);

/// `x[a, b]`, `x[a,]`, `x[*a]`: the index is a tuple.
bool takes_tuple(Node subscript);

/// Calls `visit` for `node` and everything below it, parents first; a false
/// return skips what is below.
template <typename Visit>
void walk(Node node, Visit&& visit) {
  if (!visit(node)) return;
  for (Node child : node.children()) walk(child, visit);
}

}  // namespace ppp::advisor
