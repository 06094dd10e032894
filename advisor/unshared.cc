// SPDX-License-Identifier: Apache-2.0
#include "advisor/unshared.h"

#include <algorithm>

#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using WordSet = std::set<std::string_view>;
using FileNames = Unshared::FileNames;

/// A use of a variable: does it keep the container to itself?
struct Use {
  Node node;
  bool keeps = false;
};

/// The method neither gives nor keeps the container that it is called on.
bool is_plain_method(std::string_view name) {
  static const WordSet methods = {
      "add",    "append",  "clear", "copy",       "count",  "discard",
      "extend", "get",     "index", "insert",     "pop",    "popitem",
      "remove", "reverse", "sort",  "setdefault", "update",
  };
  return methods.contains(name);
}

FileNames file_names(Node root) {
  FileNames names;
  for (const auto& name : scope_names(root).locals) names.bound.insert(name);
  walk(root, [&](Node node) {
    names.any = names.any || node.is("wildcard_import");
    if (node.is("global_statement")) {
      for (Node name : node.children()) {
        names.bound.insert(std::string(name.text()));
      }
    }
    return !names.any;
  });
  return names;
}

class Finder {
 public:
  Finder(Node function, std::map<const void*, FileNames>& files)
      : function_(function), files_(files) {}

  /// False: what the function does to its variables cannot be seen.
  bool look() {
    static const WordSet tells = {"locals", "vars", "eval", "exec"};
    bool plain = true;
    walk(function_.field("body"), [&](Node node) {
      const bool inner = node.is("function_definition") || node.is("lambda") ||
                         node.is("class_definition") ||
                         node.is("global_statement") ||
                         node.is("nonlocal_statement");
      if (node.is("yield") || node.is("await")) {
        pauses_.push_back(node.range().begin);
      }
      if (inner) add_all(node, taken_);
      if (node.is("assignment")) assignments_.push_back(node);
      if (node.is("identifier") && !is_attribute(node)) {
        plain = plain && !tells.contains(node.text());
        uses_[node.text()].push_back({node, keeps(node)});
      }
      return plain;
    });
    return plain;
  }

  template <typename Found>
  void find(Found& found) {
    for (Node assignment : assignments_) {
      const Node left = assignment.field("left");
      if (!left.is("identifier") || taken_.contains(left.text()) ||
          !makes_container(assignment.field("right")) ||
          !assignment.parent().is("expression_statement")) {
        continue;
      }
      const std::uint32_t begin = assignment.range().end;
      const std::uint32_t end = limit(assignment.parent(), left.text());
      for (const Use& use : uses_[left.text()]) {
        const std::uint32_t at = use.node.range().begin;
        if (at < begin || at >= end) continue;
        found.uses.emplace(use.node.id(), assignment);
        found.assignments.insert(assignment.id());
      }
    }
  }

 private:
  static void add_all(Node node, WordSet& names) {
    walk(node, [&](Node part) {
      if (part.is("identifier")) names.insert(part.text());
      return true;
    });
  }

  static bool is_attribute(Node name) {
    const Node parent = name.parent();
    return parent.is("attribute") && parent.field("attribute") == name;
  }

  /// Neither the function nor what is around it gives the builtin's name to
  /// something else.
  bool free(std::string_view builtin) {
    Node root = function_;
    for (Node at = function_; at; at = at.parent()) {
      if (at.is("function_definition") || at.is("class_definition")) {
        if (scope_names(at).locals.contains(std::string(builtin))) return false;
      }
      root = at;
    }
    auto [at, fresh] = files_.try_emplace(root.id());
    if (fresh) at->second = file_names(root);
    return !at->second.any && !at->second.bound.contains(builtin);
  }

  bool keeps(Node use) {
    for (Node at = use.parent(); at && !at.is("block"); at = at.parent()) {
      if (is_comprehension(at)) return false;
    }
    const Node parent = use.parent();
    if (parent.is("subscript")) return parent.field("value") == use;
    if (parent.is("attribute")) {
      return is_plain_method(parent.field("attribute").text()) &&
             parent.parent().is("call") &&
             parent.parent().field("function") == parent;
    }
    if (parent.is("argument_list")) {
      const Node callee = parent.parent().field("function");
      return parent.children().size() == 1 && callee.text() == "len" &&
             free("len");
    }
    if (parent.is("comparison_operator")) {
      const std::vector<Node> signs = parent.fields("operators");
      return parent.children().size() == 2 && parent.child(1) == use &&
             signs.size() == 1 &&
             (signs[0].text() == "in" || signs[0].text().starts_with("not"));
    }
    if (parent.is("for_statement")) return parent.field("right") == use;
    return parent.is("not_operator") ||
           ((parent.is("if_statement") || parent.is("elif_clause") ||
             parent.is("while_statement")) &&
            parent.field("condition") == use);
  }

  bool makes_container(Node value) {
    if (value.is("list") || value.is("dictionary") || value.is("set") ||
        value.is("list_comprehension") || value.is("set_comprehension") ||
        value.is("dictionary_comprehension")) {
      return true;
    }
    static const WordSet types = {"list", "dict", "set"};
    const std::string_view callee = value.field("function").text();
    return value.is("call") && types.contains(callee) && free(callee);
  }

  /// Where the statement behind `made` begins that may share the container.
  std::uint32_t limit(Node made, std::string_view name) {
    const std::uint32_t begin = made.range().end;
    std::uint32_t first = made.parent().range().end;
    for (const Use& use : uses_[name]) {
      const std::uint32_t at = use.node.range().begin;
      if (!use.keeps && at >= begin) first = std::min(first, at);
    }
    for (std::uint32_t pause : pauses_) {
      if (pause >= begin) first = std::min(first, pause);
    }
    for (Node next = made.next_sibling(); next; next = next.next_sibling()) {
      if (next.range().end > first) return next.range().begin;
    }
    return first;
  }

  const Node function_;
  WordSet taken_;  // names that inner functions have, too
  std::map<std::string_view, std::vector<Use>> uses_;
  std::vector<Node> assignments_;
  std::vector<std::uint32_t> pauses_;  // where others may run in between
  std::map<const void*, FileNames>& files_;
};

}  // namespace

const Unshared::Found& Unshared::found_in(Node function) {
  auto [at, fresh] = functions_.try_emplace(function.id());
  if (!fresh) return at->second;
  Finder finder(function, files_);
  if (finder.look()) finder.find(at->second);
  return at->second;
}

Node Unshared::made_by(Node use, Node function) {
  const Found& found = found_in(function);
  auto at = found.uses.find(use.id());
  return at == found.uses.end() ? Node() : at->second;
}

bool Unshared::makes(Node assignment, Node function) {
  return found_in(function).assignments.contains(assignment.id());
}

}  // namespace ppp::advisor
