// SPDX-License-Identifier: Apache-2.0
#include "rewrite/names.h"

#include <algorithm>
#include <array>

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::walk;

constexpr std::array kReserved = std::to_array<std::string_view>({
    "False",    "None",      "True",       "abs",          "all",
    "and",      "any",       "as",         "ascii",        "assert",
    "async",    "await",     "bin",        "bool",         "break",
    "bytes",    "callable",  "case",       "chr",          "class",
    "compile",  "complex",   "continue",   "copyright",    "def",
    "del",      "dict",      "dir",        "divmod",       "elif",
    "else",     "enumerate", "eval",       "except",       "exec",
    "exit",     "filter",    "finally",    "float",        "for",
    "format",   "from",      "frozenset",  "getattr",      "global",
    "globals",  "hasattr",   "hash",       "help",         "hex",
    "id",       "if",        "import",     "in",           "input",
    "int",      "is",        "isinstance", "issubclass",   "iter",
    "lambda",   "len",       "list",       "locals",       "map",
    "match",    "max",       "memoryview", "min",          "next",
    "nonlocal", "not",       "object",     "oct",          "open",
    "or",       "ord",       "pass",       "pow",          "print",
    "property", "quit",      "raise",      "range",        "repr",
    "return",   "reversed",  "round",      "self",         "set",
    "setattr",  "slice",     "sorted",     "staticmethod", "str",
    "sum",      "super",     "try",        "tuple",        "type",
    "vars",     "while",     "with",       "yield",        "zip",
});

/// Library modules whose star imports hide none of the builtins we write.
constexpr std::array kHarmlessStars = std::to_array<std::string_view>(
    {"math", "typing", "collections", "itertools", "functools", "random",
     "time", "datetime", "string", "decimal", "fractions"});

void add_targets(Node node, std::vector<Binding>& out) {
  if (node.is("attribute") || node.is("subscript")) return;
  if (node.is("identifier")) {
    out.push_back({std::string(node.text()), node});
    return;
  }
  for (Node child : node.children()) add_targets(child, out);
}

void add_parameters(Node parameters, std::vector<Binding>& out) {
  for (Node parameter : parameters.children()) {
    Node name = parameter.field("name");
    if (!name)
      name = parameter.is("typed_parameter") ? parameter.child(0) : parameter;
    add_targets(name, out);
  }
}

void add_imports(Node node, std::vector<Binding>& out) {
  for (Node name : node.fields("name")) {
    Node alias = name.field("alias");
    std::string text(alias ? alias.text() : name.text());
    if (node.is("import_statement") && !alias)
      text.resize(text.find('.') == std::string::npos ? text.size()
                                                      : text.find('.'));
    out.push_back({text, node});
  }
}

/// Not an attribute's name, nor that of a keyword argument.
bool is_variable(Node node) {
  Node parent = node.parent();
  if (parent.is("attribute")) return parent.field("attribute") != node;
  if (parent.is("keyword_argument")) return parent.field("name") != node;
  return true;
}

/// What `node` itself binds.
void add_bound(Node node, std::vector<Binding>& out) {
  advisor::GrammarName kind = node.kind_name();
  if (kind == "assignment" || kind == "augmented_assignment" ||
      kind == "for_statement" || kind == "for_in_clause") {
    add_targets(node.field("left"), out);
  } else if (kind == "named_expression" || kind == "class_definition") {
    add_targets(node.field("name"), out);
  } else if (kind == "function_definition") {
    add_targets(node.field("name"), out);
  } else if (kind == "as_pattern_target" || kind == "global_statement" ||
             kind == "nonlocal_statement" || kind == "delete_statement" ||
             kind == "case_pattern") {
    add_targets(node, out);
  } else if (kind == "import_statement" || kind == "import_from_statement") {
    add_imports(node, out);
  }
}

}  // namespace

std::vector<Binding> bindings(Node scope, bool nested) {
  std::vector<Binding> out;
  if (scope.is("function_definition") || scope.is("lambda")) {
    add_parameters(scope.field("parameters"), out);
  }
  walk(scope, [&](Node node) {
    if (node == scope && !node.is("module")) return true;
    add_bound(node, out);
    bool inner = node.is("function_definition") || node.is("lambda") ||
                 node.is("class_definition");
    if (!inner) return true;
    if (!nested) return false;
    add_parameters(node.field("parameters"), out);
    return true;
  });
  return out;
}

std::vector<std::string> target_names(Node target) {
  std::vector<Binding> found;
  add_targets(target, found);
  std::vector<std::string> names;
  for (Binding& binding : found) names.push_back(std::move(binding.name));
  return names;
}

Names::Names(const advisor::SourceFile& source) {
  walk(source.root(), [&](Node node) {
    if (node.is("identifier") && is_variable(node)) {
      mentioned_.emplace(node.text());
    }
    if (node.is("wildcard_import")) {
      std::string_view from = node.parent().field("module_name").text();
      star_import_ |= std::find(kHarmlessStars.begin(), kHarmlessStars.end(),
                                from) == kHarmlessStars.end();
    }
    return true;
  });
  for (Binding& binding : bindings(source.root(), true)) {
    Count& count = bound_[binding.name];
    ++count.all;
    if (binding.node.is("import_statement") ||
        binding.node.is("import_from_statement")) {
      ++count.imports;
    }
    mentioned_.insert(std::move(binding.name));
  }
}

bool Names::mentioned(const std::string& name) const {
  return mentioned_.contains(name);
}

bool Names::only_imported(const std::string& name) const {
  auto it = bound_.find(name);
  return it != bound_.end() && it->second.all == it->second.imports;
}

bool Names::bound_once(const std::string& name) const {
  auto it = bound_.find(name);
  return it != bound_.end() && it->second.all == 1;
}

bool Names::free(const std::string& name) const {
  return !name.empty() && !mentioned(name) && !reserved_word(name);
}

std::string Names::choose(const std::vector<std::string>& wishes,
                          const std::set<std::string>& avoid) const {
  PPP_CHECK(!wishes.empty());
  for (const std::string& wish : wishes) {
    if (free(wish) && !avoid.contains(wish)) return wish;
  }
  for (int number = 2;; ++number) {
    std::string name = wishes.back() + "_" + std::to_string(number);
    if (free(name) && !avoid.contains(name)) return name;
  }
}

std::string Names::fresh(const std::vector<std::string>& wishes) {
  std::string name = choose(wishes, locals_);
  mentioned_.insert(name);
  return name;
}

std::string Names::local(const std::vector<std::string>& wishes) {
  std::string name = choose(wishes, {});
  locals_.insert(name);
  return name;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "" : ", ") + name;
  }
  return text;
}

bool reserved_word(std::string_view name) {
  return std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end();
}

}  // namespace ppp::rewrite
