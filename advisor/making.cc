// SPDX-License-Identifier: Apache-2.0
#include "advisor/making.h"

#include <algorithm>
#include <string_view>

#include "advisor/connection.h"
#include "advisor/repeatable.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

/// Of a function that is called once.
class Argument {
 public:
  Argument(const Trial& trial, const std::vector<OncePlace>& chain)
      : trial_(trial), chain_(chain), repeatable_(trial, nullptr) {}

  std::optional<std::string> text(Node value, std::size_t level) const;

 private:
  Node given(Node parameter, std::size_t level) const;
  Node set_once(Node attribute, const OncePlace& place) const;

  const Trial& trial_;
  const std::vector<OncePlace>& chain_;
  const Repeatable repeatable_;
};

/// It is nothing that a statement binds or deletes.
bool is_read(Node attribute) {
  const Node user = attribute.parent();
  return user.is("argument_list") || user.is("attribute") || user.is("call") ||
         user.is("keyword_argument") || user.is("interpolation") ||
         user.is("binary_operator") || user.is("comparison_operator") ||
         user.is("return_statement") || user.is("subscript") ||
         (user.is("assignment") && user.field("right") == attribute);
}

bool sets_by_text(Node word) {
  return word.text() == "setattr" || word.text() == "__setattr__" ||
         word.text() == "delattr";
}

/// A property, say, rather than a variable of this name.
bool defines_in_class(Node name) {
  const Node parent = name.parent();
  return (parent.is("function_definition") && parent.field("name") == name) ||
         enclosing(name, {"class_definition", "function_definition", "lambda"})
             .is("class_definition");
}

Node name_of(Node parameter) {
  if (parameter.is("typed_parameter")) return parameter.child(0);
  const Node name = parameter.field("name");
  return name ? name : parameter;
}

/// What `parameter`, a name in the function of the level, was called with.
Node Argument::given(Node parameter, std::size_t level) const {
  const Node function = chain_[level].function;
  const Node call = chain_[level + 1].node;
  const bool method =
      enclosing(function.parent(), {"class_definition", "function_definition"})
          .is("class_definition");
  const bool sets_up = function.field("name").text() == "__init__";
  if (method && !sets_up) return {};
  std::size_t index = 0;
  Node found;
  for (Node one : function.field("parameters").children()) {
    if (one.is("list_splat_pattern") || one.is("keyword_separator") ||
        one.is("dictionary_splat_pattern") ||
        name_of(one).is("list_splat_pattern")) {
      return {};  // not looked behind it
    }
    if (name_of(one) == parameter) {
      found = one;
      break;
    }
    ++index;
  }
  if (!found || !call.field("arguments").is("argument_list")) return {};
  if (method) --index;
  std::size_t at = 0;
  for (Node argument : call.field("arguments").children()) {
    if (argument.is("list_splat") || argument.is("dictionary_splat")) return {};
    if (argument.is("keyword_argument")) {
      if (argument.field("name").text() == parameter.text()) {
        return argument.field("value");
      }
    } else if (at++ == index) {
      return argument;
    }
  }
  const Node otherwise = found.field("value");
  return otherwise && is_constant(otherwise) ? otherwise : Node();
}

/// What `self.path` was set to in the same call of `__init__`; null: it may be
/// something else.
Node Argument::set_once(Node attribute, const OncePlace& place) const {
  const Node self = place.function.field("parameters").child(0);
  const std::string_view name = attribute.field("attribute").text();
  if (place.function.field("name").text() != "__init__" || !self ||
      attribute.field("object").text() != self.text()) {
    return {};
  }
  Node found;
  bool only = true;
  for (const SourceFile& file : trial_.project.files) {
    walk(file.root(), [&](Node node) {
      if (!only || !node.is("identifier")) return only;
      only = !sets_by_text(node);
      if (node.text() != name || !only) return only;
      const Node field = node.parent();
      const Node assignment = field.parent();
      const bool sets =
          assignment.is("assignment") && assignment.field("left") == field;
      if (!field.is("attribute") || field.field("attribute") != node) {
        only = !defines_in_class(node);
      } else if (!sets) {
        only = is_read(field);
      } else {
        only = !found && field.text() == attribute.text() &&
               function_of(assignment) == place.function;
        found = assignment.field("right");
      }
      return only;
    });
  }
  return only ? found : Node();
}

std::optional<std::string> Argument::text(Node value, std::size_t level) const {
  const OncePlace& place = chain_[level];
  const int scope = scope_of(trial_.interpreter, place);
  if (scope < 0) return std::nullopt;
  if (place.source == trial_.loop.source &&
      repeatable_.gives_the_same(value, scope)) {
    return std::string(value.text());
  }
  if (is_constant(value)) return std::string(value.text());
  if (value.is("attribute")) {
    const Node set = set_once(value, place);
    return set ? text(set, level) : std::nullopt;
  }
  if (!value.is("identifier") || !place.function ||
      trial_.interpreter.scope_at(scope).assigned_elsewhere.contains(
          value.text())) {
    return std::nullopt;
  }
  Node bound;
  int bindings = 0;
  for (const NameBinding& binding : name_bindings(place.function)) {
    if (binding.name != value.text()) continue;
    bound = binding.node;
    ++bindings;
  }
  if (bindings != 1) return std::nullopt;
  if (enclosing(bound, {"parameters", "function_definition"})
          .is("parameters")) {
    const Node argument = given(bound, level);
    return argument ? text(argument, level + 1) : std::nullopt;
  }
  const Node assignment = bound.parent();
  const bool plain = assignment.is("assignment") &&
                     assignment.field("left") == bound &&
                     assignment.field("right");
  return plain ? text(assignment.field("right"), level) : std::nullopt;
}

}  // namespace

int scope_of(const Interpreter& interpreter, const OncePlace& place) {
  for (int scope = 0; scope < interpreter.scope_count(); ++scope) {
    const Scope& one = interpreter.scope_at(scope);
    const bool same = place.function
                          ? one.node == place.function
                          : one.parent < 0 && one.source == place.source;
    if (same) return scope;
  }
  return -1;
}

Making making_of(const Trial& trial, const std::vector<OncePlace>& chain) {
  const Node call = chain.front().node;
  const Argument argument(trial, chain);
  const Node callee = call.field("function");
  const auto function = argument.text(callee, 0);
  if (!function) return {"", callee};
  std::string text = *function + "(";
  const Node arguments = call.field("arguments");
  bool same = true;
  for (Node one : arguments.children()) {
    const Node value = one.is("keyword_argument") ? one.field("value") : one;
    const auto written = argument.text(value, 0);
    if (!written || written->find('\n') != std::string::npos) {
      return {"", value};
    }
    same = same && *written == value.text();
    if (!text.ends_with('(')) text += ", ";
    if (!(one == value)) text += std::string(one.field("name").text()) + "=";
    text += *written;
  }
  return {same ? std::string(call.text()) : text + ")", {}};
}

}  // namespace ppp::advisor
