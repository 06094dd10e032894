// SPDX-License-Identifier: Apache-2.0
#include "rewrite/main_guard.h"

#include <algorithm>
#include <array>

#include "advisor/script_order.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;

/// Expressions that give the same in every process and have no effect, if
/// their parts do.
constexpr auto kPlainKinds =
    std::to_array<std::string_view>({"integer",
                                     "float",
                                     "true",
                                     "false",
                                     "none",
                                     "ellipsis",
                                     "list",
                                     "tuple",
                                     "set",
                                     "dictionary",
                                     "pair",
                                     "unary_operator",
                                     "binary_operator",
                                     "not_operator",
                                     "boolean_operator",
                                     "comparison_operator",
                                     "subscript",
                                     "slice",
                                     "parenthesized_expression",
                                     "conditional_expression",
                                     "concatenated_string"});

/// Modules of which calling a name makes a value or decorates and does nothing
/// else.
constexpr auto kPlainModules = std::to_array<std::string_view>(
    {"abc", "collections", "contextlib", "dataclasses", "decimal", "enum",
     "fractions", "functools", "math", "operator", "re", "string", "typing"});

constexpr auto kPlainBuiltins = std::to_array<std::string_view>(
    {"abs",   "bool",      "bytes",        "classmethod", "complex", "dict",
     "float", "frozenset", "int",          "len",         "list",    "max",
     "min",   "object",    "pow",          "property",    "range",   "round",
     "set",   "sorted",    "staticmethod", "str",         "sum",     "tuple"});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words,
              std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool imports_something(Node node) {
  return node.is("import_statement") || node.is("import_from_statement") ||
         node.is("future_import_statement");
}

bool is_constant(Node node) {
  return node.is("ellipsis") || advisor::plain_literal(node).has_value();
}

/// Nobody can change what the statement binds its names to.
bool fixed(Node statement) {
  if (imports_something(statement) ||
      statement.kind().ends_with("_definition")) {
    return true;
  }
  bool mutable_parts = false;
  advisor::walk(statement, [&](Node node) {
    mutable_parts |= node.is("list") || node.is("dictionary") ||
                     node.is("set") || node.is("call") || node.is("lambda");
    return true;
  });
  return !mutable_parts;
}

std::vector<std::string> bound_names_of(Node statement) {
  std::vector<std::string> found;
  if (imports_something(statement)) {
    for (Node name : statement.fields("name")) {
      std::string_view text =
          name.is("aliased_import") ? name.field("alias").text() : name.text();
      found.emplace_back(text.substr(0, text.find('.')));
    }
    return found;
  }
  for (const Binding& binding : bindings(statement, false)) {
    found.push_back(binding.name);
  }
  if (statement.is("decorated_definition")) {
    statement = statement.field("definition");
  }
  if (statement.is("function_definition") || statement.is("class_definition")) {
    found = {std::string(statement.field("name").text())};
  }
  return found;
}

/// The module that `name` was imported from, or as: "functools" for
/// functools.lru_cache and for a lru_cache from there. "": none.
std::string module_of(Node root, const std::string& name) {
  std::string module;
  for (Node statement : root.children()) {
    if (!imports_something(statement)) continue;
    for (Node part : statement.fields("name")) {
      const bool aliased = part.is("aliased_import");
      Node dotted = aliased ? part.field("name") : part;
      Node as = aliased ? part.field("alias") : part;
      if (as.text() != name) continue;
      module = statement.is("import_statement")
                   ? dotted.text()
                   : statement.field("module_name").text();
    }
  }
  return module;
}

/// `@value.setter` of a property that the class has made before.
bool is_property_part(Node node) {
  const std::string_view part = node.field("attribute").text();
  return node.field("object").is("identifier") &&
         (part == "setter" || part == "getter" || part == "deleter");
}

}  // namespace

ScriptTop::ScriptTop(const advisor::SourceFile& script)
    : script_(script), names_(script) {
  classify();
}

void ScriptTop::classify() {
  std::vector<Node> run;
  for (Node statement : script_.root().children()) {
    if (!importable(statement)) {
      run.push_back(statement);
      continue;
    }
    for (const std::string& name : bound_names_of(statement)) {
      if (!binds_for_good(name)) continue;
      defined_.insert(name);
      if (fixed(statement)) readable_.insert(name);
    }
    if (!run.empty()) runs_.push_back(std::move(run));
    run.clear();
  }
  if (!run.empty()) runs_.push_back(std::move(run));
  for (const std::vector<Node>& one : runs_) {
    const bool alone = begins_line(script_, one.front().range().begin) &&
                       ends_line(script_, one.back().range().end);
    if (!alone) refuse(one.front(), "shares its line with a definition");
  }
  if (names_.bound("__name__")) {
    refuse(script_.root().child(0), "`__name__` is assigned");
  }
}

void ScriptTop::refuse(Node node, std::string why) {
  if (refused_) return;
  refused_ = Reason{"no-main-guard",
                    "the script cannot be guarded against being run by its "
                    "workers: " +
                        why,
                    {script_.span(node.range())}};
}

/// Nothing else in the script binds it.
bool ScriptTop::binds_for_good(const std::string& name) const {
  return names_.bound_once(name) || names_.only_imported(name);
}

bool ScriptTop::known(const std::string& name) const {
  if (readable_.contains(name)) return true;
  return !names_.bound(name) && !names_.star_import();  // a builtin
}

bool ScriptTop::importable(Node statement) {
  if (imports_something(statement) || statement.is("pass_statement"))
    return true;
  if (statement.is("function_definition") || statement.is("class_definition") ||
      statement.is("decorated_definition")) {
    return plain_definition(statement);
  }
  if (statement.is("expression_statement")) {
    Node inner = statement.child(0);
    if (inner.is("assignment")) return plain_assignment(inner);
    return statement.children().size() == 1 && is_constant(inner);
  }
  if (statement.is("if_statement")) return plain_branches(statement);
  return statement.is("try_statement") && plain_try(statement);
}

/// What runs when the definition is reached: decorators, defaults, annotations,
/// the body of a class.
bool ScriptTop::plain_definition(Node node) {
  if (node.is("decorated_definition")) {
    for (Node child : node.children()) {
      if (!child.is("decorator")) continue;
      Node decorator = child.child(0);
      const bool plain_one = decorator.is("call")
                                 ? plain_call(decorator)
                                 : is_plain_builtin(decorator) ||
                                       of_plain_module(decorator) ||
                                       is_property_part(decorator);
      if (!plain_one) return false;
    }
    node = node.field("definition");
  }
  if (node.is("class_definition")) return plain_class(node);
  for (Node parameter : node.field("parameters").children()) {
    Node value = parameter.field("value");
    Node type = parameter.field("type");
    if ((value && !plain(value)) || (type && !plain_type(type))) return false;
  }
  Node returns = node.field("return_type");
  return !returns || plain_type(returns);
}

bool ScriptTop::plain_class(Node node) {
  for (Node base : node.field("superclasses").children()) {
    while (base.is("attribute")) base = base.field("object");
    if (base.is("subscript")) base = base.field("value");
    if (!base.is("identifier") || !plain(base)) return false;
  }
  // Names of the class itself can be read by what follows in it.
  const std::set<std::string> outside = readable_;
  bool good = true;
  for (Node statement : node.field("body").children()) {
    good = good && importable(statement);
    for (std::string& name : bound_names_of(statement)) {
      if (fixed(statement)) readable_.insert(std::move(name));
    }
  }
  readable_ = outside;
  return good;
}

bool ScriptTop::plain_assignment(Node node) {
  if (Node type = node.field("type"); type && !plain_type(type)) return false;
  if (!node.field("left").is("identifier")) return false;
  Node right = node.field("right");
  if (right.is("assignment")) return plain_assignment(right);
  return !right || plain(right);
}

/// The guard itself, and choices that come out the same everywhere.
bool ScriptTop::plain_branches(Node node) {
  if (advisor::is_main_guard(node) && node.fields("alternative").empty()) {
    return true;
  }
  bool good = plain(node.field("condition"));
  auto block = [&](Node body) {
    for (Node statement : body.children()) good = good && importable(statement);
  };
  block(node.field("consequence"));
  for (Node branch : node.fields("alternative")) {
    const bool last = branch.is("else_clause");
    good = good && (last || plain(branch.field("condition")));
    block(last ? branch.field("body") : branch.field("consequence"));
  }
  return good;
}

/// `try: import fast` with something else in its place.
bool ScriptTop::plain_try(Node node) {
  bool good = true;
  for (Node statement : node.field("body").children()) {
    good = good && imports_something(statement);
  }
  for (Node part : node.children()) {
    if (part == node.field("body")) continue;
    if (part.children().empty()) return false;
    for (Node statement : part.children().back().children()) {
      good = good && importable(statement);
    }
  }
  return good;
}

bool ScriptTop::plain(Node node) const {
  if (node.is("identifier")) return known(std::string(node.text()));
  if (node.is("lambda")) {
    // Defaults are evaluated at once.
    return std::none_of(node.field("parameters").children().begin(),
                        node.field("parameters").children().end(),
                        [](Node one) { return bool(one.field("value")); });
  }
  if (node.is("attribute")) return of_plain_module(node);
  if (node.is("call")) return plain_call(node);
  if (node.is("string")) {
    return std::none_of(node.children().begin(), node.children().end(),
                        [](Node part) { return part.is("interpolation"); });
  }
  if (!contains(kPlainKinds, node.kind())) return false;
  return std::all_of(node.children().begin(), node.children().end(),
                     [&](Node child) { return plain(child); });
}

/// Every name in the annotation is there when it is evaluated.
bool ScriptTop::plain_type(Node node) const {
  if (node.is("attribute")) return plain_type(node.field("object"));
  if (node.is("identifier")) return known(std::string(node.text()));
  if (node.is("call") || node.is("lambda")) return false;
  return std::all_of(node.children().begin(), node.children().end(),
                     [&](Node child) { return plain_type(child); });
}

bool ScriptTop::is_plain_builtin(Node node) const {
  const std::string name(node.text());
  return node.is("identifier") && contains(kPlainBuiltins, name) &&
         !names_.bound(name) && !names_.star_import();
}

/// "functools.lru_cache", or the name after an import from there.
bool ScriptTop::of_plain_module(Node node) const {
  while (node.is("attribute")) node = node.field("object");
  const std::string name(node.text());
  return node.is("identifier") && names_.only_imported(name) &&
         contains(kPlainModules, module_of(script_.root(), name));
}

bool ScriptTop::plain_call(Node call) const {
  Node function = call.field("function");
  if (!is_plain_builtin(function) && !of_plain_module(function)) return false;
  Node arguments = call.field("arguments");
  if (!arguments.is("argument_list")) return false;
  return std::all_of(arguments.children().begin(), arguments.children().end(),
                     [&](Node argument) {
                       return plain(argument.is("keyword_argument")
                                        ? argument.field("value")
                                        : argument);
                     });
}

std::vector<Edit> ScriptTop::guard() const {
  std::vector<Edit> edits;
  const std::string newline = newline_of(script_);
  const std::string unit = indent_unit(script_, script_.root());
  for (const std::vector<Node>& run : runs_) {
    ByteRange range{run.front().range().begin, run.back().range().end};
    // A file's first lines (for the system, the licence) stay first.
    ByteRange above = whole_lines(script_, run.front().range(), true);
    if (above.begin == 0) {
      above = whole_lines(script_, run.front().range(), false);
    }
    range.begin = above.begin;
    edits.push_back(
        {{range.begin, range.begin}, "if __name__ == \"__main__\":" + newline});
    for (Edit& edit : indent_lines(script_, range, unit, {})) {
      edits.push_back(std::move(edit));
    }
  }
  return edits;
}

}  // namespace ppp::rewrite
