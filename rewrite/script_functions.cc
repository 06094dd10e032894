// SPDX-License-Identifier: Apache-2.0
#include "rewrite/script_functions.h"

#include <set>
#include <string_view>

#include "advisor/named_function.h"
#include "advisor/scopes.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::walk;

std::string definition_name(Node definition) {
  return std::string(definition.field("name").text());
}

/// What finds attributes by a text, or an object's own.
bool finds_attributes(Node node) {
  static const std::set<std::string_view> words = {
      "__class__",  "__getattribute__", "__dict__", "attrgetter", "getattr",
      "getmembers", "methodcaller",     "setattr",  "vars"};
  return node.is("identifier") && words.contains(node.text());
}

/// Python calls it by itself.
bool is_special_method(std::string_view name) { return name.starts_with("__"); }

}  // namespace

ScriptFunctions::ScriptFunctions(const Request& request)
    : request_(request),
      by_text_(advisor::finds_by_text(request.project)),
      computed_(advisor::computes_names(request.project)) {
  for (const advisor::SourceFile& file : request.project.files) {
    walk(file.root(), [&](Node node) {
      by_name_ = by_name_ || finds_attributes(node);
      return !by_name_;
    });
  }
  walk(request.source.root(), [&](Node node) {
    if (node.is("decorated_definition") || node.is("lambda")) return false;
    if (node.is("function_definition"))
      functions_[definition_name(node)] = node;
    if (node.is("class_definition")) classes_[definition_name(node)] = node;
    return !node.is("function_definition") && !node.is("class_definition");
  });
  for (const auto& [name, cls] : classes_) {
    if (!by_name_ && is_plain(cls)) add_methods(cls);
  }
}

bool ScriptFunctions::contains(Node function) const {
  const std::string name = definition_name(function);
  auto found = functions_.find(name);
  // Of methods, is_plain() has looked.
  const bool by_name = class_around(function) || !computed_;
  return by_name && found != functions_.end() && found->second == function &&
         request_.names.bound_once(name);
}

bool ScriptFunctions::may_name(Node node, Node function) const {
  // By a text no method is found: contains() has looked.
  const bool word =
      node.is("identifier") ||
      (node.is("string_content") && by_text_ && !class_around(function));
  return word && node.text() == function.field("name").text();
}

Node ScriptFunctions::called(Node call) const {
  const Node callee = call.field("function");
  auto found = functions_.find(called_name(call));
  if (found == functions_.end()) return {};
  const Node cls = class_around(found->second);
  if (callee.is("identifier")) return cls ? Node() : found->second;
  const bool method =
      cls && callee.is("attribute") && class_of(callee.field("object")) == cls;
  return method ? found->second : Node();
}

void ScriptFunctions::add_methods(Node cls) {
  for (Node method : cls.field("body").children()) {
    if (!method.is("function_definition")) continue;
    const std::string name = definition_name(method);
    const auto& parameters = method.field("parameters").children();
    if (!is_special_method(name) && !parameters.empty() &&
        parameters.front().is("identifier")) {
      functions_[name] = method;
    }
  }
}

bool ScriptFunctions::is_plain(Node cls) const {
  static const std::set<std::string_view> strange = {
      "__getattr__", "__getattribute__", "__setattr__"};
  const std::string name = definition_name(cls);
  const Node bases = cls.field("superclasses");
  bool plain =
      request_.names.bound_once(name) && (!bases || bases.children().empty());
  walk(cls, [&](Node node) {
    plain = plain && !(node.is("identifier") && strange.contains(node.text()));
    return plain;
  });
  for (const advisor::SourceFile& file : request_.project.files) {
    walk(file.root(), [&](Node node) {
      if (!node.is("class_definition")) return plain;
      walk(node.field("superclasses"), [&](Node base) {
        plain = plain && base.text() != name;
        return plain;
      });
      return plain;
    });
  }
  return plain;
}

/// The class of `C(…)`.
Node ScriptFunctions::made_by(Node value) const {
  if (!value.is("call") || !value.field("function").is("identifier")) return {};
  auto found = classes_.find(value.field("function").text());
  return found == classes_.end() ? Node() : found->second;
}

Node ScriptFunctions::class_of(Node receiver) const {
  if (!receiver.is("identifier")) return made_by(receiver);
  const std::string_view name = receiver.text();
  const Node function = advisor::enclosing(receiver, {"function_definition"});
  const Node own = function ? class_around(function) : Node();
  if (own && function.field("parameters").child(0).text() == name) {
    for (const advisor::NameBinding& one : advisor::name_bindings(function)) {
      const bool first = one.node == function.field("parameters").child(0);
      if (one.name == name && !first) return {};
    }
    return own;
  }
  if (!request_.names.bound_once(std::string(name))) return {};
  Node made;
  walk(request_.source.root(), [&](Node node) {
    if (node.is("assignment") && node.field("left").is("identifier") &&
        node.field("left").text() == name && node.field("right")) {
      made = made_by(node.field("right"));
    }
    return !made;
  });
  return made;
}

}  // namespace ppp::rewrite
