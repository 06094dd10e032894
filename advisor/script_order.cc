// SPDX-License-Identifier: Apache-2.0
#include "advisor/script_order.h"

#include <algorithm>
#include <optional>

namespace ppp::advisor {
namespace {

bool is_definition(Node node) {
  return node.is("function_definition") || node.is("class_definition");
}

/// An identifier of `names` stands below `node`, attributes included. What a
/// function does when it is called is left out, but not its decorators and
/// defaults.
bool mentions(Node node, const Names& names, bool bodies) {
  if (node.is("identifier") && names.contains(node.text())) return true;
  for (Node child : node.children()) {
    const bool body = is_definition(node) && child == node.field("body");
    const bool own = is_definition(node) && child == node.field("name");
    const bool called = body && node.is("function_definition");
    if (own || (called && !bodies)) continue;
    if (mentions(child, names, bodies)) return true;
  }
  return false;
}

/// Names by which the loop's function may be called, directly or through other
/// functions and classes of the module.
Names ways_to(const Loop& loop) {
  Names names;
  for (Node node = loop.node; node; node = node.parent()) {
    if (is_definition(node)) names.emplace(node.field("name").text());
  }
  for (bool grown = true; grown;) {
    grown = false;
    walk(loop.source->root(), [&](Node node) {
      if (!is_definition(node)) return true;
      std::string name(node.field("name").text());
      if (names.contains(name) || !mentions(node, names, true)) return true;
      names.insert(std::move(name));
      grown = true;
      return true;
    });
  }
  return names;
}

bool contains(Node outer, Node inner) {
  return outer.range().contains(inner.range());
}

}  // namespace

bool is_main_guard(Node statement) {
  Node test = statement.field("condition");
  if (!statement.is("if_statement") || !test.is("comparison_operator") ||
      test.children().size() != 2) {
    return false;
  }
  const bool equal =
      std::any_of(test.all_children().begin(), test.all_children().end(),
                  [](Node token) { return token.is("=="); });
  Node left = test.child(0), right = test.child(1);
  if (left.is("string")) std::swap(left, right);
  return equal && left.is("identifier") && left.text() == "__name__" &&
         plain_literal(right) == "__main__";
}

Names bound_before_run(const Loop& loop) {
  const Names ways = ways_to(loop);
  auto may_run = [&](Node statement) {
    return loop.function ? mentions(statement, ways, false)
                         : contains(statement, loop.node);
  };
  std::vector<Node> before;
  for (Node statement : loop.source->root().children()) {
    if (!may_run(statement)) {
      before.push_back(statement);
      continue;
    }
    if (!is_main_guard(statement)) break;
    for (Node inner : statement.field("consequence").children()) {
      if (may_run(inner)) break;
      before.push_back(inner);
    }
    break;
  }
  Names bound = name_use(before, [](Node) { return false; }).bound;
  for (Node statement : before) {
    if (!statement.kind().starts_with("import_")) continue;
    for (Node name : statement.fields("name")) {
      std::string_view text =
          name.is("aliased_import") ? name.field("alias").text() : name.text();
      bound.emplace(text.substr(0, text.find('.')));
    }
  }
  return bound;
}

const SourceFile* runs_at_import(const Loop& loop, const Project& project) {
  const Names ways = ways_to(loop);
  auto may_run = [&](Node statement) {
    return !statement.kind().starts_with("import_") &&
           mentions(statement, ways, false);
  };
  for (std::size_t i = 1; i < project.files.size(); ++i) {
    const SourceFile& module = project.files[i];
    auto statements = module.root().children();
    if ((!loop.function && loop.source == &module) ||
        std::any_of(statements.begin(), statements.end(), may_run)) {
      return &module;
    }
  }
  return nullptr;
}

bool shows_class(Node name) {
  Node parent = name.parent();
  if (is_definition(parent) || parent.is("type") || parent.is("decorator")) {
    return false;
  }
  if (parent.is("attribute")) return parent.field("object") != name;
  if (parent.is("call") && parent.field("function") == name) return false;
  if (parent.is("argument_list")) {
    Node owner = parent.parent();
    if (owner.is("class_definition")) return false;  // a base
    std::string_view called = owner.field("function").text();
    return called != "isinstance" && called != "issubclass";
  }
  for (Node node = parent; node; node = node.parent()) {
    if (node.is("type") || node.is("case_pattern")) return false;
    if (node.is("except_clause")) return false;  // what it catches
    if (node.kind().ends_with("_statement") || node.is("block")) break;
  }
  return !parent.is("raise_statement");
}

}  // namespace ppp::advisor
