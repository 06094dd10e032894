// SPDX-License-Identifier: Apache-2.0
#include "advisor/changed_tables.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>

#include "advisor/row_call.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using Words = std::set<std::string_view>;

const Words& table_classes() {
  static const Words names = {"DataFrame", "Series", "Index", "RangeIndex"};
  return names;
}

/// Of an object they hide those of its class.
const Words& table_methods() {
  static const Words names = {"itertuples", "iterrows", "apply",
                              "map",        "to_numpy", "items"};
  return names;
}

/// Only a class can be given others: of a table pandas sets them, or fails.
const Words& table_properties() {
  static const Words names = {
      "iloc",   "dtype", "attrs", "flags",   "at",          "loc",        "iat",
      "values", "index", "shape", "__len__", "__getitem__", "__setitem__"};
  return names;
}

bool is_table_class(Node node) {
  return table_classes().contains(node.text()) ||
         table_classes().contains(node.field("attribute").text());
}

/// The class is called, compared or a type, or asked for something of its own
/// that is not set.
bool only_used(Node mention) {
  const Node parent = mention.parent();
  if (parent.is("call")) return parent.field("function") == mention;
  if (parent.is("attribute")) return parent.field("object") == mention;
  if (parent.is("comparison_operator")) return true;
  const Node call = parent.is("argument_list")
                        ? parent.parent()
                        : enclosing(parent, {"argument_list"}).parent();
  const bool asked = (parent.is("argument_list") || parent.is("tuple")) &&
                     call.is("call") &&
                     call.field("function").text() == "isinstance";
  return asked || enclosing(mention, {"type"}) ||
         (parent.is("dotted_name") && !parent.parent().is("aliased_import"));
}

/// A class of tables may become the value of a variable.
bool lets_class_out(Node node) {
  static const Words ways = {
      "__class__",     "__mro__",    "__bases__", "__base__", "__subclasses__",
      "mro",           "__dict__",   "vars",      "getattr",  "attrgetter",
      "import_module", "__import__", "NDFrame",   "exec",     "eval"};
  if (!node.is("identifier")) return false;
  const Node parent = node.parent();
  if (ways.contains(node.text())) return true;
  if (node.text() == "type" && parent.field("function") == node) {
    const Node given = parent.parent();
    return parent.field("arguments").children().size() != 1 ||
           !(given.is("comparison_operator") ||
             given.field("attribute").text() == "__name__");
  }
  if (!table_classes().contains(node.text())) return false;
  const Node whole = parent.field("attribute") == node ? parent : node;
  return !only_used(whole);
}

/// `setattr(pd.DataFrame, …)`, `patch.object(pd.DataFrame, …)`
bool is_patched(Node mention) {
  static const Words ways = {"setattr", "delattr", "object"};
  const Node call =
      mention.parent().is("argument_list") ? mention.parent().parent() : Node();
  const Node callee = call.field("function");
  return call && is_table_class(mention) &&
         (ways.contains(callee.text()) ||
          ways.contains(callee.field("attribute").text()));
}

/// `self`, in a method of a class that has no bases.
bool is_own_instance(Node object) {
  const Node function = enclosing(object, {"function_definition", "lambda"});
  const Node of = function ? function.parent() : Node();
  const bool method = function.is("function_definition") && of.is("block") &&
                      of.parent().is("class_definition") &&
                      of.parent().field("superclasses").null();
  if (!method || !object.is("identifier")) return false;
  const std::span<const Node> parameters =
      function.field("parameters").children();
  if (parameters.empty() || parameters[0].text() != object.text()) return false;
  for (const NameBinding& one : name_bindings(function)) {
    if (one.name == object.text() && !(one.node == parameters[0])) return false;
  }
  return true;
}

Node chain_root(Node object) {
  while (object.is("attribute")) object = object.field("object");
  return object;
}

/// What the module imports or defines as a class goes by another name.
bool may_be_class(const SourceFile& source, Node object) {
  const Node root = chain_root(object);
  if (!root.is("identifier")) return true;
  bool found = false;
  walk(source.root(), [&](Node node) {
    const bool import = node.is("import_statement") ||
                        node.is("import_from_statement") ||
                        node.is("wildcard_import");
    if (import && (node.is("wildcard_import") ||
                   node.text().find(root.text()) != std::string_view::npos)) {
      found = true;
    }
    found = found || (node.is("class_definition") &&
                      node.field("name").text() == root.text());
    return !found;
  });
  return found;
}

bool lets_class_out(const Project& project) {
  bool out = false;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      out = out || lets_class_out(node);
      return !out;
    });
  }
  return out;
}

}  // namespace

std::optional<Reason> refuse_changed_tables(const Trial& trial) {
  static const Words types = {"ExtensionDtype", "ExtensionArray",
                              "PandasArray"};
  constexpr auto kOptions =
      std::to_array<std::string_view>({"copy_on_write", "python_scalars"});
  for (const SourceFile& file : trial.project.files) {
    for (std::string_view option : kOptions) {
      if (file.text().find(option) == std::string::npos) continue;
      return Reason{"changed-tables",
                    "the program names the option `" + std::string(option) +
                        "` of pandas",
                    {trial.loop.hot.span}};
    }
  }
  const bool out = lets_class_out(trial.project);
  std::optional<Reason> found;
  for (const SourceFile& file : trial.project.files) {
    walk(file.root(), [&](Node node) {
      const Node object = node.is("attribute") ? node.field("object") : Node();
      const std::string_view name = node.field("attribute").text();
      const bool replaces =
          is_table_class(object) || table_classes().contains(name) ||
          (table_methods().contains(name) && !is_own_instance(object)) ||
          (table_properties().contains(name) && !is_own_instance(object) &&
           (out || may_be_class(file, object)));
      const bool bound = object && is_target(node) && replaces;
      const bool own_type =
          node.is("identifier") && types.contains(node.text());
      if (!found && (bound || own_type || is_patched(node))) {
        found = Reason{"changed-tables",
                       "`" + std::string(node.text()) + "` on line " +
                           std::to_string(node.line()) +
                           ": tables of the program may not be as pandas makes "
                           "them",
                       {file.span(node.range())}};
      }
      return !found;
    });
  }
  return found;
}

std::optional<Reason> refuse_own_tables(const Trial& trial) {
  static const Words functions = {"read_csv", "read_table", "to_numeric",
                                  "to_datetime", "isna", "notna"};
  const Heap& heap = trial.interpreter.heap();
  bool tables = false;
  for (ObjectId id = 0; id < heap.size() && !tables; ++id) {
    const Object& object = heap.at(id);
    tables = object.kind == Object::Kind::kLibraryInstance &&
             object.name.starts_with("pandas.");
  }
  if (!tables) return std::nullopt;
  if (auto refused = refuse_changed_tables(trial)) return refused;
  std::optional<Reason> found;
  for (const SourceFile& file : trial.project.files) {
    walk(file.root(), [&](Node node) {
      const bool word = node.is("identifier") || node.is("string_content");
      const bool registers =
          word && (node.text().starts_with("register_") ||
                   node.text() == "CachedAccessor" ||
                   node.text() == "ArrowExtensionType");
      const bool replaces = word && functions.contains(node.text()) &&
                            (node.is("string_content") ||
                             is_target(node.parent()));
      if (!found && (registers || replaces)) {
        found = Reason{"changed-tables",
                       "`" + std::string(node.text()) + "` on line " +
                           std::to_string(node.line()) +
                           ": tables of the program may not be as pandas makes "
                           "them",
                       {file.span(node.range())}};
      }
      return !found;
    });
  }
  return found;
}

}  // namespace ppp::advisor
