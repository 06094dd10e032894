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

bool is_plain(const ScopeNames& names) {
  return names.kind == ScopeNames::Kind::kModule ||
         names.kind == ScopeNames::Kind::kFunction;
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
  std::optional<Maker> passed() const;
  bool only_lent(const Maker& maker) const;
  bool kept_somewhere() const;

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
  return passed();
}

/// The object is passed down to the loop's function by the one that makes it.
std::optional<Maker> Origin::passed() const {
  const Node function = trial_.loop.function;
  if (!function.is("function_definition")) return std::nullopt;
  const int inner = function_scope(interpreter_);
  const Node call = interpreter_.heap().at(id_).site;
  std::string parameter;
  for (const NameBinding& binding : name_bindings(function)) {
    const Value value = interpreter_.variable(inner, binding.name);
    const bool given =
        function.field("parameters").range().contains(binding.node.range());
    if (!value.contains(id_)) continue;
    if (!given || value.size() != 1 || !parameter.empty()) return std::nullopt;
    parameter = binding.name;
  }
  if (parameter.empty() || !call) return std::nullopt;
  for (int scope = 0; scope < interpreter_.scope_count(); ++scope) {
    const Scope& home = interpreter_.scope_at(scope);
    if (home.source != &source_ || !is_plain(*home.names)) continue;
    for (const auto& [name, value] : home.variables.snapshot()) {
      if (!value.contains(id_)) continue;
      auto maker = named(name, scope);
      if (!maker) continue;
      maker->name = parameter;
      maker->scope = inner;
      maker->passed = true;
      if (only_lent(*maker)) return maker;
    }
  }
  return std::nullopt;
}

/// It is known only while the statements behind its making run, and what they
/// call.
bool Origin::only_lent(const Maker& maker) const {
  for (int scope = 0; scope < interpreter_.scope_count(); ++scope) {
    const Scope& holder = interpreter_.scope_at(scope);
    if (Value(holder.returns).contains(id_)) return false;
    if (Value(holder.yields).contains(id_)) return false;
    const Node parameters = holder.node.field("parameters");
    for (const auto& [name, value] : holder.variables.snapshot()) {
      const bool own = name == maker.variable &&
                       holder.node == interpreter_.scope_at(maker.home).node;
      if (own || !value.contains(id_)) continue;
      for (const NameBinding& binding : name_bindings(holder.node)) {
        const bool given = parameters.range().contains(binding.node.range());
        if (binding.name == name && !given) return false;
      }
    }
  }
  bool seen_inside = false;  // by a function that may be called later
  walk(interpreter_.scope_at(maker.home).node, [&](Node node) {
    const bool inner = node.is("function_definition") || node.is("lambda");
    if (inner && node != interpreter_.scope_at(maker.home).node) {
      if (scope_names(node).locals.contains(maker.variable)) return false;
      seen_inside |= !mentions_of(node, maker.variable).empty();
    }
    return true;
  });
  return !seen_inside && !kept_somewhere();
}

/// Something else than variables and the methods that are called holds it.
bool Origin::kept_somewhere() const {
  const Heap& heap = interpreter_.heap();
  for (ObjectId other = 0; other < heap.size(); ++other) {
    const Object& object = heap.at(other);
    if (object.kind == Kind::kLibraryMethod) continue;
    if (object.name == "contextlib.closing") continue;
    // A cursor reads through its connection and does not give it away.
    const bool reads = object.kind == Kind::kLibraryInstance &&
                       object.lazy_sources.contains(id_);
    if (!reads && heap.parts(other).contains(id_)) return true;
  }
  return false;
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
    maker = Maker{name, scope, name, scope, {}, {}};
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
