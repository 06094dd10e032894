// SPDX-License-Identifier: Apache-2.0
#include "advisor/definite.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

Names intersection(const Names& a, const Names& b) {
  Names both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::inserter(both, both.end()));
  return both;
}

/// What follows the block is not reached through it.
bool leaves(Node block) {
  std::span<const Node> statements = block.children();
  return std::any_of(statements.begin(), statements.end(), [](Node node) {
    return node.is("continue_statement") || node.is("break_statement") ||
           node.is("return_statement") || node.is("raise_statement");
  });
}

/// The names that are bound at the end of every way that goes on.
class Join {
 public:
  void add(const Names& bound, bool goes_on) {
    if (!goes_on) return;
    bound_ = bound_ ? intersection(*bound_, bound) : bound;
  }

  /// `unreached`: if no way goes on.
  Names bound(const Names& unreached) const {
    return bound_.value_or(unreached);
  }

 private:
  std::optional<Names> bound_;
};

class Walker {
 public:
  explicit Walker(const PassesExceptions& passes) : passes_(passes) {}

  NameUse use;

  void statements(std::span<const Node> list, Names& bound) {
    for (Node node : list) statement(node, bound);
  }

  void statement(Node node, Names& bound) {
    GrammarName kind = node.kind_name();
    if (kind == "if_statement" || kind == "elif_clause") {
      branches(node, bound);
    } else if (kind == "for_statement") {
      read(node.field("right"), bound);
      Names inner = bound;
      read_target(node.field("left"), inner);
      write(node.field("left"), inner);
      statements(node.field("body").children(), inner);
      clause_body(node.field("alternative"), bound);
    } else if (kind == "while_statement") {
      read(node.field("condition"), bound);
      Names inner = bound;
      statements(node.field("body").children(), inner);
      clause_body(node.field("alternative"), bound);
    } else if (kind == "try_statement") {
      try_statement(node, bound);
    } else if (kind == "with_statement") {
      with_statement(node, bound);
    } else if (kind == "match_statement") {
      uncertain(node, bound);
    } else if (kind == "function_definition" || kind == "class_definition") {
      read(node, bound);
      write(node.field("name"), bound);
    } else if (kind == "decorated_definition") {
      read(node, bound);
      write(node.field("definition").field("name"), bound);
    } else if (kind == "expression_statement") {
      for (Node child : node.children()) expression(child, bound);
    } else if (kind == "delete_statement") {
      for (Node child : node.children()) {
        read(child, bound);
        for (const std::string& name : bound_names(child)) {
          use.written.insert(name);
          bound.erase(name);
        }
      }
    } else if (kind == "import_statement" || kind == "import_from_statement") {
      uncertain(node, bound);
    } else {
      read(node, bound);
    }
  }

  void expression(Node node, Names& bound) {
    if (node.is("assignment")) {
      Node right = node.field("right");
      if (right.is("assignment")) {
        expression(right, bound);
      } else {
        read(right, bound);
      }
      read_target(node.field("left"), bound);
      if (right) write(node.field("left"), bound);
    } else if (node.is("augmented_assignment")) {
      read(node.field("left"), bound);
      read(node.field("right"), bound);
      write(node.field("left"), bound);
    } else {
      read(node, bound);
    }
  }

 private:
  void with_statement(Node node, Names& bound) {
    bool certain = true;
    Names inner = bound;
    for (Node item : node.child(0).children()) {
      Node value = item.field("value");
      Node manager = value.is("as_pattern") ? value.child(0) : value;
      certain = certain && passes_(manager);
      read(manager, inner);
      if (value.is("as_pattern")) {
        read_target(value.field("alias"), inner);
        write(value.field("alias"), inner);
      }
    }
    statements(node.field("body").children(), inner);
    if (certain) bound = inner;
  }

  void branches(Node node, Names& bound) {
    read(node.field("condition"), bound);
    Join ends;
    auto branch = [&](Node block, Names inner) {
      statements(block.children(), inner);
      ends.add(inner, !leaves(block));
    };
    branch(node.field("consequence"), bound);
    bool otherwise = false;
    for (Node other : node.fields("alternative")) {
      if (other.is("elif_clause")) {
        read(other.field("condition"), bound);
        branch(other.field("consequence"), bound);
      } else {
        otherwise = true;
        branch(other.field("body"), bound);
      }
    }
    ends.add(bound, !otherwise);
    bound = ends.bound(bound);
  }

  void clause_body(Node clause, const Names& bound) {
    if (!clause) return;
    Names inner = bound;
    statements(clause.field("body").children(), inner);
  }

  void try_statement(Node node, Names& bound) {
    const Names before = bound;
    Join ends;
    Names body = before;
    bool goes_on = true;
    auto run = [&](Node block, Names& names) {
      statements(block.children(), names);
      return !leaves(block);
    };
    for (Node child : node.children()) {
      if (child.is("block")) goes_on &= run(child, body);
      if (child.is("else_clause")) goes_on &= run(child.field("body"), body);
    }
    ends.add(body, goes_on);
    for (Node child : node.children()) {
      if (!child.is("except_clause") && !child.is("except_group_clause")) {
        continue;
      }
      except_clause(child, before, ends);
    }
    for (Node child : node.children()) {
      if (!child.is("finally_clause")) continue;
      Names inner = before;
      for (Node part : child.children()) statements(part.children(), inner);
    }
    bound = ends.bound(before);
  }

  void except_clause(Node clause, Names bound, Join& ends) {
    std::vector<std::string> alias;  // unbound where the clause ends
    for (Node part : clause.children()) {
      if (part.is("block")) {
        statements(part.children(), bound);
        for (const std::string& name : alias) bound.erase(name);
        ends.add(bound, !leaves(part));
      } else if (part.is("as_pattern")) {
        read(part.child(0), bound);
        write(part.field("alias"), bound);
        alias = bound_names(part.field("alias"));
      } else {
        read(part, bound);
      }
    }
  }

  // Everything below is read, and what it binds is not certain.
  void uncertain(Node node, const Names& bound) {
    read(node, bound);
    walk(node, [&](Node inner) {
      if (inner.is("identifier")) use.written.emplace(inner.text());
      return true;
    });
  }

  void write(Node target, Names& bound) {
    for (const std::string& name : bound_names(target)) {
      use.written.insert(name);
      bound.insert(name);
    }
  }

  // Holders and indices of `a.b` and `a[i]` targets are read.
  void read_target(Node target, const Names& bound) {
    if (target.is("identifier")) return;
    if (target.is("attribute") || target.is("subscript")) {
      read(target, bound);
      return;
    }
    for (Node child : target.children()) read_target(child, bound);
  }

  void read(Node node, const Names& bound) {
    Names names;
    names_read(node, names);
    for (const std::string& name : names) {
      if (!bound.contains(name)) use.exposed.insert(name);
    }
    // A walrus, or an `as` of a with item, binds without certainty.
    walk(node, [&](Node inner) {
      Node target;
      if (inner.is("named_expression")) target = inner.field("name");
      if (inner.is("as_pattern")) target = inner.field("alias");
      if (target) {
        for (const std::string& name : bound_names(target)) {
          use.written.insert(name);
        }
      }
      return true;
    });
  }

  const PassesExceptions& passes_;
};

}  // namespace

bool may_fall_through(Node block) {
  std::span<const Node> statements = block.children();
  return std::none_of(statements.begin(), statements.end(), [](Node node) {
    if (node.is("return_statement") || node.is("raise_statement")) {
      return true;
    }
    if (node.is("if_statement")) {
      bool otherwise = false;
      bool through = may_fall_through(node.field("consequence"));
      for (Node branch : node.fields("alternative")) {
        bool is_else = branch.is("else_clause");
        otherwise |= is_else;
        through |= may_fall_through(is_else ? branch.field("body")
                                            : branch.field("consequence"));
      }
      return otherwise && !through;
    }
    if (node.is("while_statement") && node.field("condition").is("true")) {
      bool breaks = false;
      walk(node.field("body"), [&](Node inner) {
        breaks |= inner.is("break_statement");
        return !breaks;
      });
      return !breaks;
    }
    if (node.is("try_statement")) {
      bool through = false;
      for (Node clause : node.children()) {
        if (clause.is("finally_clause")) continue;
        if (clause.is("block")) through |= may_fall_through(clause);
        for (Node part : clause.children()) {
          if (part.is("block")) through |= may_fall_through(part);
        }
      }
      return !through;
    }
    return false;
  });
}

void names_read(Node node, Names& names) {
  if (node.null()) return;
  if (node.is("identifier")) {
    names.emplace(node.text());
    return;
  }
  if (node.is("attribute")) return names_read(node.field("object"), names);
  if (node.is("keyword_argument")) {
    return names_read(node.field("value"), names);
  }
  if (is_comprehension(node) || node.is("lambda") ||
      node.is("function_definition")) {
    ScopeNames own = scope_names(node);
    Names inner;
    for (Node child : node.children()) names_read(child, inner);
    for (const std::string& name : inner) {
      if (!own.locals.contains(name)) names.insert(name);
    }
    // The first source runs outside the comprehension's own scope, and so do
    // the defaults and annotations of a function.
    if (is_comprehension(node)) {
      names_read(node.child(1).field("right"), names);
    }
    names_read(node.field("return_type"), names);
    for (Node parameter : node.field("parameters").children()) {
      names_read(parameter.field("value"), names);
      names_read(parameter.field("type"), names);
    }
    return;
  }
  for (Node child : node.children()) names_read(child, names);
}

NameUse name_use(std::span<const Node> statements,
                 const PassesExceptions& passes) {
  Walker walker(passes);
  Names bound;
  for (Node node : statements) {
    bool is_statement = std::string_view(node.kind()).ends_with("_statement") ||
                        node.is("function_definition") ||
                        node.is("class_definition") ||
                        node.is("decorated_definition");
    if (is_statement) {
      walker.statement(node, bound);
    } else {
      walker.expression(node, bound);
    }
  }
  walker.use.bound = std::move(bound);
  return walker.use;
}

}  // namespace ppp::advisor
