// SPDX-License-Identifier: Apache-2.0
#include "advisor/given_texts.h"

#include <algorithm>

#include "advisor/named_function.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

/// A class of the project names it as its base.
bool has_subclasses(const Project& project, Node cls) {
  bool found = false;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      if (!node.is("class_definition") || found) return !found;
      walk(node.field("superclasses"), [&](Node base) {
        found = found || base.text() == cls.field("name").text();
        return !found;
      });
      return !found;
    });
  }
  return found;
}

/// Nothing but calls by its name run it: no decorator got hold of it, no class
/// of a library may call it as a method of its own, or of one below.
bool runs_by_name(const Project& project, Node function) {
  const std::string_view name = function.field("name").text();
  const Node cls = class_around(function);
  const Node bases = cls ? cls.field("superclasses") : Node();
  return function.is("function_definition") && !name.starts_with("__") &&
         !function.parent().is("decorated_definition") &&
         (!bases || bases.children().empty()) &&
         !(cls && has_subclasses(project, cls));
}

bool is_kept(Node function, std::string_view parameter) {
  const std::vector<NameBinding> all = name_bindings(function);
  return std::count_if(all.begin(), all.end(), [&](const NameBinding& one) {
           return one.name == parameter;
         }) == 1;
}

/// What a call gives the parameter; null: its default, or nothing.
struct Argument {
  bool known = false;
  Node value;
};

Argument argument_of(Node call, std::size_t place, std::string_view name) {
  std::size_t at = 0;
  Node found;
  const Node arguments = call.field("arguments");
  if (!arguments.is("argument_list")) return {};
  for (Node argument : arguments.children()) {
    if (argument.is("list_splat") || argument.is("dictionary_splat")) return {};
    if (argument.is("keyword_argument")) {
      if (argument.field("name").text() == name)
        found = argument.field("value");
    } else if (at++ == place) {
      found = argument;
    }
  }
  return {true, found};
}

/// The call, if the name is what it calls.
Node call_by(Node name) {
  Node callee = name;
  if (name.parent().is("attribute")) {
    callee = name.parent();
    if (!(callee.field("attribute") == name)) return {};
  }
  const Node call = callee.parent();
  return call.is("call") && call.field("function") == callee ? call : Node();
}

/// `from module import name`
bool is_import(Node name) {
  const Node import = name.parent().parent();
  return name.parent().is("dotted_name") &&
         import.is("import_from_statement") &&
         !(import.field("module_name") == name.parent());
}

}  // namespace

std::optional<std::vector<std::string>> texts_given(
    const Project& project, Node function, std::string_view parameter) {
  if (!runs_by_name(project, function) || !is_kept(function, parameter) ||
      finds_by_text(project)) {
    return std::nullopt;
  }
  const std::string_view name = function.field("name").text();
  std::size_t place = 0;
  Node written;  // the parameter
  for (Node node : function.field("parameters").children()) {
    Node named = node.field("name") ? node.field("name") : node;
    if (node.is("typed_parameter")) named = node.child(0);
    if (!named.is("identifier")) return std::nullopt;
    if (named.text() == parameter) {
      written = node;
      break;
    }
    ++place;
  }
  if (!written || (class_around(function) && place == 0)) return std::nullopt;
  if (class_around(function)) --place;
  std::vector<std::string> texts;
  bool all = true;
  auto add = [&](Node value) {
    if (!value) value = written.field("value");
    const auto text = value ? plain_literal(value) : std::nullopt;
    all = all && text;
    if (all) texts.emplace_back(*text);
  };
  for (const SourceFile& file : project.files) {
    if (!all || file.text().find(name) == std::string::npos) continue;
    walk(file.root(), [&](Node node) {
      if (!node.is("identifier") || node.text() != name) return all;
      const bool defines = node.parent().is("function_definition") &&
                           node.parent().field("name") == node;
      if (defines || is_import(node)) return all;
      const Node call = call_by(node);
      const Argument argument =
          call ? argument_of(call, place, parameter) : Argument();
      all = all && argument.known;
      if (all) add(argument.value);
      return all;
    });
  }
  if (!all || texts.empty()) return std::nullopt;
  return texts;
}

}  // namespace ppp::advisor
