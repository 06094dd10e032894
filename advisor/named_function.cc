// SPDX-License-Identifier: Apache-2.0
#include "advisor/named_function.h"

#include <algorithm>
#include <set>
#include <vector>

#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

bool is_scope(Node node) {
  return node.is("function_definition") || node.is("lambda") ||
         node.is("class_definition") || is_comprehension(node);
}

/// The innermost scope around `name` that binds it; null: the module does, or
/// nobody. What stands in a definition's head belongs to the scope around.
Node binding_scope(Node name) {
  Node below = name;
  for (Node at = name.parent(); at; below = at, at = at.parent()) {
    const bool inside = is_comprehension(at) || at.field("body") == below;
    if (!is_scope(at) || !inside) continue;
    const ScopeNames names = scope_names(at);
    if (names.locals.contains(name.text())) return at;
  }
  return Node();
}

Node only_binding_in(Node scope, std::string_view name) {
  Node found;
  int bindings = 0;
  for (const NameBinding& one : name_bindings(scope)) {
    if (one.name != name) continue;
    ++bindings;
    found = one.node;
  }
  return bindings == 1 ? found : Node();
}

}  // namespace

bool declared(const SourceFile& source, std::string_view name) {
  bool found = false;
  walk(source.root(), [&](Node node) {
    if (node.is("global_statement") || node.is("nonlocal_statement")) {
      for (Node one : node.children()) found = found || one.text() == name;
    }
    return !found;
  });
  return found;
}

Node only_binding(const SourceFile& source, std::string_view name) {
  return only_binding_in(source.root(), name);
}

bool star_imports(const SourceFile& source) {
  bool found = false;
  walk(source.root(), [&](Node node) {
    found = found || node.is("wildcard_import");
    return !found;
  });
  return found;
}

Node named_function(const SourceFile& source, Node name) {
  if (!name.is("identifier") || star_imports(source) ||
      declared(source, name.text()) ||
      mangled(name.text(), name) != name.text()) {
    return Node();
  }
  const Node scope = binding_scope(name);
  if (scope && !scope.is("function_definition")) return Node();
  const Node bound =
      only_binding_in(scope ? scope : source.root(), name.text());
  const Node site = bound.parent();
  const Node block = site.parent();
  const bool plain =
      bound && site.is("function_definition") && site.field("name") == bound &&
      (block.is("module") || (block.is("block") && block.parent() == scope));
  if (!plain) return Node();
  const ScopeNames names = scope_names(site);
  return names.async || names.generator ? Node() : site;
}

bool is_builtin(const SourceFile& source, Node name) {
  if (!name.is("identifier") || star_imports(source) || binding_scope(name) ||
      declared(source, name.text())) {
    return false;
  }
  const std::vector<NameBinding> all = name_bindings(source.root());
  return std::none_of(all.begin(), all.end(), [&](const NameBinding& one) {
    return one.name == name.text();
  });
}

bool names_module(const SourceFile& source, Node name,
                  std::string_view module) {
  if (!name.is("identifier") || binding_scope(name) ||
      declared(source, name.text())) {
    return false;
  }
  const Node bound = only_binding(source, name.text());
  const Node import = bound ? enclosing(bound, {"import_statement"}) : Node();
  for (Node one : import ? import.fields("name") : std::vector<Node>()) {
    const Node alias = one.field("alias");
    if ((alias ? alias : one).text() == name.text() &&
        (alias ? one.field("name") : one).text() == module) {
      return true;
    }
  }
  return false;
}

std::string named_member(const SourceFile& source, Node name,
                         std::string_view module) {
  if (!name.is("identifier") || binding_scope(name) ||
      declared(source, name.text())) {
    return "";
  }
  const Node bound = only_binding(source, name.text());
  const Node import =
      bound ? enclosing(bound, {"import_from_statement"}) : Node();
  if (!import || import.field("module_name").text() != module) return "";
  for (Node one : import.fields("name")) {
    const Node alias = one.field("alias");
    if ((alias ? alias : one).text() != name.text()) continue;
    return std::string((alias ? one.field("name") : one).text());
  }
  return "";
}

bool looks_at_variables(const SourceFile& source) {
  static const std::set<std::string_view> ways = {"locals",  "globals",  "vars",
                                                  "eval",    "exec",     "dir",
                                                  "inspect", "_getframe"};
  bool found = false;
  walk(source.root(), [&](Node node) {
    found = found || (node.is("identifier") && ways.contains(node.text()));
    return !found;
  });
  return found;
}

bool looks_at_callers(const SourceFile& source) {
  static const std::set<std::string_view> ways = {
      "stacklevel", "print_stack", "format_stack", "extract_stack",
      "walk_stack"};
  bool found = false;
  walk(source.root(), [&](Node node) {
    const Node callee = node.field("function");
    const bool warns = node.is("call") && callee.text().ends_with("warn") &&
                       node.field("arguments").children().size() > 2;
    found =
        found || warns || (node.is("identifier") && ways.contains(node.text()));
    return !found;
  });
  return found;
}

bool computes_names(const Project& project) {
  static const std::set<std::string_view> words = {
      "attrgetter", "methodcaller", "getmembers",       "getattr_static",
      "__dict__",   "__globals__",  "__getattribute__", "import_string",
      "locate",     "run_path"};
  auto computes = [](Node node) {
    if (!node.is("identifier")) return false;
    if (node.text() != "getattr") return words.contains(node.text());
    const Node call = node.parent();
    const Node name = call.field("arguments").child(1);
    return !(call.is("call") && call.field("function") == node && name &&
             plain_literal(name));
  };
  return std::any_of(project.files.begin(), project.files.end(),
                     [&](const SourceFile& file) {
                       bool found = false;
                       walk(file.root(), [&](Node node) {
                         found = found || computes(node);
                         return !found;
                       });
                       return found;
                     });
}

bool finds_by_text(const Project& project) {
  static const std::set<std::string_view> words = {
      "getattr",      "hasattr",      "setattr",          "delattr",
      "attrgetter",   "methodcaller", "getmembers",       "getattr_static",
      "vars",         "dir",          "globals",          "locals",
      "eval",         "exec",         "compile",          "__dict__",
      "__getattr__",  "__import__",   "import_module",    "modules",
      "__globals__",  "__all__",      "pickle",           "locate",
      "__main__",     "patch",        "__getattribute__", "run_path",
      "import_string"};
  return std::any_of(
      project.files.begin(), project.files.end(), [](const SourceFile& file) {
        bool found = false;
        walk(file.root(), [&](Node node) {
          found |= node.is("identifier") && words.contains(node.text());
          return !found;
        });
        return found;
      });
}

}  // namespace ppp::advisor
