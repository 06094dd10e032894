// SPDX-License-Identifier: Apache-2.0
#include "advisor/shown_sharing.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;
using Words = std::set<std::string_view>;

std::string_view first_part(std::string_view dotted) {
  return dotted.substr(0, dotted.find('.'));
}

/// The module that an import names, or "".
std::string_view imported(Node node) {
  if (!node.is("dotted_name")) return "";
  const Node statement = node.parent();
  const bool whole = statement.is("import_statement") ||
                     (statement.is("aliased_import") &&
                      statement.parent().is("import_statement")) ||
                     statement.field("module_name") == node;
  return whole ? first_part(node.text()) : "";
}

/// `json.dump`, `from json import dump`.
bool is_of_json(Node name) {
  static const Words modules = {"json", "simplejson", "ujson", "orjson"};
  const Node holder = name.parent();
  if (holder.is("attribute")) {
    return modules.contains(first_part(holder.field("object").text()));
  }
  const Node import = enclosing(name, {"import_from_statement"});
  return import &&
         modules.contains(first_part(import.field("module_name").text()));
}

/// A number, None, or a text without parts to fill in.
bool is_constant(Node node) {
  static const Words kinds = {"integer",
                              "float",
                              "true",
                              "false",
                              "none",
                              "string",
                              "concatenated_string"};
  if (node.is("unary_operator")) return is_constant(node.field("argument"));
  return kinds.contains(node.kind());
}

/// A tuple that is made anew each time its place is evaluated.
bool is_made_anew(const Object& tuple) {
  if (!tuple.site.is("tuple") && !tuple.site.is("expression_list")) {
    return false;
  }
  const auto parts = tuple.site.children();
  return std::any_of(parts.begin(), parts.end(), [](Node part) {
    return !is_constant(part) && !part.is("tuple");
  });
}

}  // namespace

std::optional<Reason> shows_sharing(const Project& project) {
  static const Words modules = {
      "pickle",      "_pickle", "marshal",    "shelve", "dill",
      "cloudpickle", "joblib",  "jsonpickle", "yaml",   "ruamel",
      "numpy",       "torch",   "pandas"};
  static const Words writers = {"dump",          "dumps",   "dump_all",
                                "safe_dump",     "Pickler", "to_pickle",
                                "safe_dump_all", "shelve",  "Memory"};
  // Of arrays of objects NumPy writes a pickle.
  static const Words savers = {"save", "savez", "savez_compressed"};
  bool imports = false;
  bool objects = false;
  std::optional<Reason> found;
  const auto reason = [](const SourceFile& file, Node node) {
    return Reason{"pickled-results",
                  "`" + std::string(node.text()) + "` on line " +
                      std::to_string(node.line()) +
                      " shows which objects are one",
                  {file.span(node.range())}};
  };
  std::optional<Reason> saved;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      imports = imports || modules.contains(imported(node));
      const bool named = node.is("identifier") || node.is("string_content");
      if (!named || is_of_json(node)) return true;
      objects = objects || node.text() == "object" || node.text() == "O";
      const bool torch = node.text() == "save" &&
                         node.parent().field("object").text() == "torch";
      if (!found && (torch || writers.contains(node.text()))) {
        found = reason(file, node);
      } else if (!saved && savers.contains(node.text())) {
        saved = reason(file, node);
      }
      return true;
    });
  }
  if (!imports) return std::nullopt;
  if (!found && objects) return saved;
  return found;
}

bool is_plain_number(const Object& object) {
  static const Words numbers = {"int", "float", "bool", "none"};
  return object.kind == Kind::kAtom && numbers.contains(object.name);
}

bool may_be_common(const Heap& heap, const Isolation& isolation, ObjectId id) {
  const Object& object = heap.at(id);
  switch (object.kind) {
    case Kind::kAtom:
      return !is_plain_number(object);
    case Kind::kContainer:
      if (object.name != "tuple" || object.of >= 0) return false;
      return !isolation.is_private(id) || !is_made_anew(object);
    case Kind::kLibraryInstance:
      return object.name != "numpy.generic" || !isolation.is_private(id);
    case Kind::kUnknown:
      return true;
    default:
      return false;  // made by the work, or known by their names
  }
}

}  // namespace ppp::advisor
