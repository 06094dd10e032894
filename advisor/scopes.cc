// SPDX-License-Identifier: Apache-2.0
#include "advisor/scopes.h"

#include <algorithm>

namespace ppp::advisor {
namespace {

void collect_targets(Node target, std::vector<Node>& names) {
  if (target.is("identifier")) {
    names.push_back(target);
  } else if (target.is("pattern_list") || target.is("tuple_pattern") ||
             target.is("list_pattern") || target.is("list_splat_pattern") ||
             target.is("expression_list") || target.is("tuple") ||
             target.is("list") || target.is("parenthesized_expression") ||
             target.is("list_splat") || target.is("as_pattern_target")) {
    for (Node child : target.children()) collect_targets(child, names);
  }
}

/// Collects the bindings of one scope; nested scopes only contribute what leaks
/// out of them (a walrus in a comprehension).
class BindingCollector {
 public:
  explicit BindingCollector(ScopeNames& names) : names_(names) {}

  void bind(Node target) {
    std::vector<Node> found;
    collect_targets(target, found);
    for (Node name : found) bind_name(name.text(), name);
  }

  std::vector<NameBinding> take_bindings() { return std::move(bindings_); }

  void visit_all(Node node) {
    for (Node child : node.children()) visit(child);
  }

  void visit(Node node) {
    if (node.is("function_definition") || node.is("class_definition")) {
      bind_name(node.field("name").text(), node.field("name"));
      visit_outer_parts(node);
    } else if (node.is("lambda")) {
      visit_defaults(node.field("parameters"));
    } else if (is_comprehension(node)) {
      visit_comprehension(node);
    } else {
      visit_binding(node);
      visit_all(node);
    }
  }

  void visit_parameters(Node parameters) {
    for (Node parameter : parameters.children()) {
      if (parameter.is("identifier")) {
        bind(parameter);
      } else if (parameter.is("default_parameter") ||
                 parameter.is("typed_default_parameter")) {
        bind(parameter.field("name"));
      } else if (parameter.is("list_splat_pattern") ||
                 parameter.is("dictionary_splat_pattern") ||
                 parameter.is("tuple_pattern")) {
        visit_parameters(parameter);
      } else if (parameter.is("typed_parameter")) {
        Node name = parameter.child(0);
        if (name.is("identifier")) {
          bind(name);
        } else {
          visit_parameters(name);
        }
      }
    }
  }

 private:
  void visit_defaults(Node parameters) {
    for (Node parameter : parameters.children()) {
      Node value = parameter.field("value");
      if (value) visit(value);
    }
  }

  // Decorators, defaults, annotations and bases run in the enclosing scope.
  void visit_outer_parts(Node node) {
    visit_defaults(node.field("parameters"));
    Node bases = node.field("superclasses");
    if (bases) visit_all(bases);
  }

  // The walrus inside a comprehension binds in the enclosing scope.
  void visit_comprehension(Node node) {
    walk(node, [&](Node inner) {
      if (inner.is("named_expression")) bind(inner.field("name"));
      return !inner.is("lambda");
    });
  }

  void visit_binding(Node node) {
    GrammarName kind = node.kind_name();
    if (kind == "assignment" || kind == "augmented_assignment" ||
        kind == "for_statement") {
      bind(node.field("left"));
    } else if (kind == "named_expression") {
      bind(node.field("name"));
    } else if (kind == "as_pattern") {
      // In a `case` the name stands without a field, last.
      std::vector<Node> aliases = node.fields("alias");
      std::span<const Node> parts = node.children();
      if (aliases.empty() && !parts.empty()) aliases = {parts.back()};
      for (Node child : aliases) bind(child);
    } else if (kind == "delete_statement") {
      for (Node child : node.children()) bind(child);
    } else if (kind == "import_statement" || kind == "import_from_statement") {
      bind_imports(node);
    } else if (kind == "global_statement") {
      for (Node child : node.children()) names_.globals.emplace(child.text());
    } else if (kind == "nonlocal_statement") {
      for (Node child : node.children()) names_.nonlocals.emplace(child.text());
    } else if (kind == "yield") {
      names_.generator = true;
    } else if (kind == "case_pattern" || kind == "splat_pattern" ||
               kind == "keyword_pattern" || kind == "dict_pattern") {
      bind_patterns(node);
    } else if (kind == "type_alias_statement") {
      walk(node, [&](Node inner) {
        if (inner.is("identifier")) bind(inner);
        return true;
      });
    }
  }

  void bind_imports(Node node) {
    for (Node name : node.fields("name")) {
      if (name.is("aliased_import")) {
        bind_name(name.field("alias").text(), name);
      } else {
        std::string_view text = name.text();
        bind_name(text.substr(0, text.find('.')), name);
      }
    }
  }

  // More than the captures, never fewer: an extra local name is harmless here
  // because a value pattern's name is then read as possibly unbound.
  void bind_patterns(Node node) {
    for (Node child : node.children()) {
      if (child.is("dotted_name") && child.children().size() == 1) {
        bind_name(child.text(), child);
      } else if (child.is("identifier") && !node.is("keyword_pattern")) {
        bind_name(child.text(), child);
      }
    }
  }

  void bind_name(std::string_view name, Node node) {
    names_.locals.emplace(name);
    bindings_.push_back({std::string(name), node});
  }

  ScopeNames& names_;
  std::vector<NameBinding> bindings_;
};

ScopeNames::Kind kind_of(Node node) {
  if (node.is("function_definition")) return ScopeNames::Kind::kFunction;
  if (node.is("class_definition")) return ScopeNames::Kind::kClass;
  if (node.is("lambda")) return ScopeNames::Kind::kLambda;
  if (is_comprehension(node)) return ScopeNames::Kind::kComprehension;
  return ScopeNames::Kind::kModule;
}

}  // namespace

bool is_private(std::string_view name) {
  return name.size() > 2 && name.starts_with("__") && !name.ends_with("__");
}

std::string mangled(std::string_view name, Node at) {
  if (!is_private(name)) return std::string(name);
  Node around = at.parent();
  while (around && !around.is("class_definition")) around = around.parent();
  if (!around) return std::string(name);
  std::string_view cls = around.field("name").text();
  cls.remove_prefix(std::min(cls.find_first_not_of('_'), cls.size()));
  if (cls.empty()) return std::string(name);
  return "_" + std::string(cls) + std::string(name);
}

bool is_comprehension(Node node) {
  return node.is("list_comprehension") || node.is("set_comprehension") ||
         node.is("dictionary_comprehension") || node.is("generator_expression");
}

bool is_await(Node node) {
  const bool may_be = node.is("with_statement") || node.is("for_statement") ||
                      node.is("for_in_clause");
  return node.is("await") ||
         (may_be && node.all_children().front().text() == "async");
}

std::vector<std::string> bound_names(Node target) {
  std::vector<Node> nodes;
  collect_targets(target, nodes);
  std::vector<std::string> names;
  for (Node node : nodes) names.emplace_back(node.text());
  return names;
}

std::vector<NameBinding> name_bindings(Node scope) {
  ScopeNames names;
  BindingCollector collector(names);
  collector.visit_parameters(scope.field("parameters"));
  collector.visit_all(scope.is("module") ? scope : scope.field("body"));
  std::vector<NameBinding> all = collector.take_bindings();
  std::erase_if(all, [&](const NameBinding& binding) {
    return names.globals.contains(binding.name) ||
           names.nonlocals.contains(binding.name);
  });
  return all;
}

ScopeNames scope_names(Node node) {
  ScopeNames names;
  names.kind = kind_of(node);
  BindingCollector collector(names);
  if (names.kind == ScopeNames::Kind::kComprehension) {
    for (Node child : node.children()) {
      if (child.is("for_in_clause")) collector.bind(child.field("left"));
    }
    return names;
  }
  collector.visit_parameters(node.field("parameters"));
  for (Node child : node.fields("type_parameters")) collector.visit_all(child);
  Node body =
      names.kind == ScopeNames::Kind::kModule ? node : node.field("body");
  if (names.kind == ScopeNames::Kind::kLambda) {
    collector.visit(body);
  } else {
    collector.visit_all(body);
  }
  if (names.kind == ScopeNames::Kind::kFunction) {
    std::span<const Node> all = node.all_children();
    names.async = !all.empty() && all.front().text() == "async";
  }
  for (const std::string& name : names.globals) names.locals.erase(name);
  for (const std::string& name : names.nonlocals) names.locals.erase(name);
  return names;
}

}  // namespace ppp::advisor
