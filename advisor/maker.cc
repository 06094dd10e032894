// SPDX-License-Identifier: Apache-2.0
#include "advisor/maker.h"

#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// Of the function, or module, that the loop stands in.
int function_scope(const Interpreter& interpreter) {
  int scope = interpreter.loop_scope();
  while (interpreter.scope_at(scope).names->kind ==
         ScopeNames::Kind::kComprehension) {
    scope = interpreter.scope_at(scope).parent;
  }
  return scope;
}

/// Of one object.
class Origin {
 public:
  Origin(const Trial& trial, ObjectId id)
      : trial_(trial),
        interpreter_(trial.interpreter),
        source_(*trial.loop.source),
        id_(id) {}

  std::optional<Maker> maker() const;

 private:
  std::optional<Maker> named(const std::string& name, int scope) const;

  const Trial& trial_;
  const Interpreter& interpreter_;
  const SourceFile& source_;
  const ObjectId id_;
};

std::optional<Maker> Origin::maker() const {
  for (int scope = interpreter_.loop_scope(); scope >= 0;
       scope = interpreter_.scope_at(scope).parent) {
    for (const auto& [name, value] :
         interpreter_.scope_at(scope).variables.snapshot()) {
      if (!value.contains(id_)) continue;
      if (auto maker = named(name, scope)) return maker;
    }
  }
  return std::nullopt;
}

/// `name = call` or `with call as name`, and nothing else binds it.
std::optional<Maker> Origin::named(const std::string& name, int scope) const {
  const Scope& holder = interpreter_.scope_at(scope);
  const Value value = interpreter_.variable(scope, name);
  if (holder.source != &source_ || value.size() != 1 ||
      holder.assigned_elsewhere.contains(name)) {
    return std::nullopt;
  }
  std::optional<Maker> maker;
  for (const NameBinding& binding : name_bindings(holder.node)) {
    if (binding.name != name) continue;
    if (maker) return std::nullopt;
    const Node parent = binding.node.parent();
    maker = Maker{name, scope, {}, {}};
    if (parent.is("assignment") && parent.field("left") == binding.node) {
      maker->call = parent.field("right");
      maker->statement = parent.parent();
    } else if (parent.is("as_pattern_target")) {
      maker->statement = enclosing(parent, {"with_statement"});
      maker->call = parent.parent().child(0);
      // `with closing(call) as name`
      const Node inner = maker->call.field("arguments").child(0);
      if (inner.id() == interpreter_.heap().at(id_).site.id()) {
        maker->call = inner;
      }
    }
  }
  const Object& object = interpreter_.heap().at(id_);
  if (!maker || !maker->statement || !maker->call.is("call") ||
      object.site != maker->call || object.source != &source_) {
    return std::nullopt;
  }
  return maker;
}

}  // namespace

std::optional<Maker> maker_of(const Trial& trial, ObjectId id) {
  return Origin(trial, id).maker();
}

bool is_function_of_loop(const Interpreter& interpreter, int scope) {
  return interpreter.canonical(scope) ==
         interpreter.canonical(function_scope(interpreter));
}

std::vector<Node> mentions_of(Node root, const std::string& name) {
  std::vector<Node> found;
  walk(root, [&](Node node) {
    const bool attribute = node.parent().is("attribute") &&
                           node.parent().field("attribute") == node;
    if (node.is("identifier") && node.text() == name && !attribute) {
      found.push_back(node);
    }
    return true;
  });
  return found;
}

}  // namespace ppp::advisor
