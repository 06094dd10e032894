// SPDX-License-Identifier: Apache-2.0
#include "advisor/begins.h"

#include <algorithm>
#include <array>

#include "advisor/definite.h"
#include "advisor/scopes.h"
#include "advisor/script_order.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

bool plain_string(Node node) {
  if (!node.is("string")) return false;
  std::span<const Node> parts = node.children();
  return std::none_of(parts.begin(), parts.end(),
                      [](Node part) { return part.is("interpolation"); });
}

/// Nothing takes an attribute of this name away again. What is asked of the
/// text first spares a walk through large projects.
bool is_never_deleted(const Project& project, std::string_view name) {
  static constexpr std::array<std::string_view, 5> kByText = {
      "delattr", "__delattr__", "__new__", "__dict__", "vars"};
  auto deletes = [&](Node node) {
    const bool attribute = node.is("attribute") &&
                           node.field("attribute").text() == name &&
                           enclosing(node, {"delete_statement"});
    const bool by_text =
        node.is("identifier") &&
        std::find(kByText.begin(), kByText.end(), node.text()) != kByText.end();
    return attribute || by_text;
  };
  auto in_text = [](const SourceFile& file, std::string_view word) {
    return file.text().find(word) != std::string::npos;
  };
  bool deleted = false;
  for (const SourceFile& file : project.files) {
    const bool may_delete =
        in_text(file, "del ") ||
        std::any_of(kByText.begin(), kByText.end(),
                    [&](std::string_view word) { return in_text(file, word); });
    if (!may_delete) continue;
    walk(file.root(), [&](Node node) {
      deleted = deleted || deletes(node);
      return !deleted;
    });
  }
  return !deleted;
}

/// In `node`, a part of the loop's body, the variable is bound for sure.
bool surely_bound(const Trial& trial, Node node, std::string_view name) {
  if (trial.target.contains(name) || bound_at_first(trial, name)) return true;
  for (Node at = node; at && !(at == trial.loop.node); at = at.parent()) {
    std::vector<Node> before;
    for (Node one = at.previous_sibling(); one; one = one.previous_sibling()) {
      before.insert(before.begin(), one);
    }
    const bool block = at.parent().is("block");
    if (block && use_of(trial, before).bound.contains(name)) return true;
  }
  return false;
}

/// The first statements of `__init__` set attributes of the instance, which
/// nothing else can see before; `name` is among them.
bool set_at_first(Node init, std::string_view name) {
  const std::string_view self = init.field("parameters").child(0).text();
  for (Node statement : init.field("body").children()) {
    const Node assignment = statement.child(0);
    const Node target = assignment.field("left");
    const bool sets = statement.is("expression_statement") &&
                      assignment.is("assignment") && target.is("attribute") &&
                      target.field("object").text() == self;
    Names read;
    names_read(sets ? assignment.field("right") : statement, read);
    if (read.contains(self)) return false;
    if (sets && target.field("attribute").text() == name) return true;
  }
  return false;
}

bool set_by_initializer(const Interpreter& interpreter, ObjectId cls,
                        std::string_view name) {
  const Value init = interpreter.initializer(cls);
  return init.size() == 1 &&
         set_at_first(interpreter.heap().at(*init.begin()).site, name);
}

/// `self.rows`: every instance has had it from the beginning.
bool has_attribute(const Trial& trial, Node holder, std::string_view name) {
  const Interpreter& interpreter = trial.interpreter;
  const Value instances = interpreter.value_of(holder);
  return !instances.empty() && is_never_deleted(trial.project, name) &&
         std::all_of(instances.begin(), instances.end(), [&](ObjectId id) {
           const Object& object = interpreter.heap().at(id);
           return object.kind == Kind::kInstance &&
                  interpreter.class_is_plain(object.of) &&
                  set_by_initializer(interpreter, object.of, name);
         });
}

/// A function that a class statement defines under no condition.
bool defined_in_class(const Object& member) {
  if (member.kind != Kind::kFunction) return false;
  Node at = member.site;
  if (at.parent().is("decorated_definition")) at = at.parent();
  return at.parent().is("block") && at.parent().parent().is("class_definition");
}

/// `obj.run`: every instance has it from the beginning, by its class if not by
/// itself.
bool every_instance_has(const Trial& trial, const Object& instance,
                        std::string_view name) {
  const Interpreter& interpreter = trial.interpreter;
  if (!interpreter.class_is_plain(instance.of)) return false;
  if (set_by_initializer(interpreter, instance.of, name)) return true;
  const Value members = interpreter.class_attribute(instance.of, name);
  return !members.empty() &&
         std::all_of(members.begin(), members.end(), [&](ObjectId id) {
           return defined_in_class(interpreter.heap().at(id));
         });
}

bool module_binds(Node module, std::string_view name) {
  return name_use(module.children(), [](Node) { return false; })
             .bound.contains(name) &&
         !may_be_unbound_again(module, name);
}

/// The object has the attribute, by what made it.
bool always_has(const Trial& trial, const Object& object,
                std::string_view name) {
  const Library& library = trial.interpreter.library();
  switch (object.kind) {
    case Kind::kInstance:
      return every_instance_has(trial, object, name);
    case Kind::kLibraryModule:
      return library.function(object.name, name) != nullptr;
    case Kind::kModule:
      return !runs_at_import(trial.loop, trial.project) &&
             module_binds(object.source->root(), name);
    case Kind::kContainer:
    case Kind::kLibraryInstance:
      return object.of < 0 && library.method(object.name, name);
    default:
      return false;
  }
}

/// A variable that is bound for sure, or an attribute of what one holds.
bool surely_there(const Trial& trial, Node node) {
  const Node variable = node.is("attribute") ? node.field("object") : node;
  return variable.is("identifier") &&
         surely_bound(trial, variable, variable.text()) &&
         (variable == node ||
          has_attribute(trial, variable, node.field("attribute").text()));
}

/// Runs no code, and cannot fail: a method that `node`, an attribute, gives of
/// an object of the library.
bool finds_method(const Trial& trial, Node node) {
  const Node holder = node.field("object");
  const Value value = trial.interpreter.value_of(holder);
  return !value.empty() && surely_there(trial, holder) &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           const Object& object = trial.interpreter.heap().at(id);
           return (object.kind == Kind::kContainer ||
                   object.kind == Kind::kLibraryInstance) &&
                  object.of < 0 &&
                  trial.interpreter.library().method(
                      object.name, node.field("attribute").text());
         });
}

}  // namespace

bool bound_at_first(const Trial& trial, std::string_view name) {
  const Interpreter& interpreter = trial.interpreter;
  const int holder = interpreter.resolve(name, interpreter.loop_scope());
  if (holder < 0) return true;  // a builtin
  const ScopeNames& names = *interpreter.scope_at(holder).names;
  if (names.kind != ScopeNames::Kind::kModule) return bound_before(trial, name);
  if (bound_before_run(trial.loop).contains(name)) {
    return !may_be_unbound_again(trial.loop.source->root(), name);
  }
  return !trial.loop.function && bound_before(trial, name);
}

bool found_at_first(const Trial& trial, Node node) {
  if (node.is("identifier")) return bound_at_first(trial, node.text());
  if (!node.is("attribute")) return false;
  const Node holder = node.field("object");
  const std::string_view name = node.field("attribute").text();
  const Value value = trial.interpreter.value_of(holder);
  return found_at_first(trial, holder) && !value.empty() &&
         is_never_deleted(trial.project, name) &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           return always_has(trial, trial.interpreter.heap().at(id), name);
         });
}

bool begins_with(const Trial& trial, Node node, Node piece) {
  if (node == piece) return true;
  if (node.is("assignment") || node.is("for_statement")) {
    const Node right = node.field("right");
    return right.range().contains(piece.range()) &&
           begins_with(trial, right, piece);
  }
  for (Node child : node.children()) {
    if (child.range().contains(piece.range())) {
      return begins_with(trial, child, piece);
    }
    if (child.range().begin > piece.range().begin) break;
    const bool keyword =
        node.is("keyword_argument") && child == node.field("name");
    bool quiet =
        keyword ||
        (child.is("identifier") && surely_bound(trial, child, child.text())) ||
        child.is("string_start") || child.is("string_content") ||
        child.is("integer") || child.is("float") || child.is("true") ||
        child.is("false") || child.is("none") || plain_string(child) ||
        (child.is("attribute") && finds_method(trial, child));
    if (!quiet) return false;
  }
  return true;
}

}  // namespace ppp::advisor
