// SPDX-License-Identifier: Apache-2.0
// Names, attributes and containers of the clock analysis.
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "advisor/clock_flow.h"
#include "advisor/clock_tables.h"

namespace ppp::advisor::clock {
namespace {

struct Reach {
  Taint taint = Taint::kNone;
  std::unordered_set<const Object*> objects;
  std::unordered_set<const Class*> classes;
};

}  // namespace

Variable* Flow::in_module(std::string_view name, Scope& module, int depth) {
  auto found = module.variables.find(name);
  if (found != module.variables.end()) return &found->second;
  if (module.names.locals.contains(name)) {
    return &module.variables[std::string(name)];
  }
  if (depth > kDeepestBase) return nullptr;
  for (const std::string& star : stars_[module.file]) {
    Scope* other = module_scope(star);
    if (other == nullptr) continue;
    if (Variable* variable = in_module(name, *other, depth + 1)) {
      return variable;
    }
  }
  return nullptr;
}

Variable* Flow::resolve(std::string_view name, Scope& scope) {
  for (Scope* at = &scope; at->parent != nullptr; at = at->parent) {
    if (at->owner != nullptr && at != &scope) continue;
    if (at->names.globals.contains(name)) {
      return &modules_[at->file]->variables[std::string(name)];
    }
    if (at->names.nonlocals.contains(name)) continue;
    if (!at->names.locals.contains(name)) continue;
    if (at->owner != nullptr) return &attributes_[std::string(name)];
    return &at->variables[std::string(name)];
  }
  return in_module(name, *modules_[scope.file], 0);
}

Value Flow::read_name(std::string_view name, Scope& scope) {
  if (Variable* variable = resolve(name, scope)) return variable->value;
  for (const std::string& star : stars_[scope.file]) {
    if (module_scope(star) != nullptr) continue;
    std::string path = star + "." + std::string(name);
    if (may_be_source(path) || is_pure(path)) {
      Value value;
      value.paths.insert(path);
      return value;
    }
  }
  Value value =
      unclear_builtins_.contains(scope.file) ? Value::plain() : Value();
  value.paths.insert("builtins." + std::string(name));
  return value;
}

bool Flow::has_library_base(const Class& owner, int depth) const {
  if (depth > kDeepestBase) return true;
  for (const Value& base : owner.bases) {
    for (const std::string& path : base.paths) {
      if (path != "builtins.object") return true;
    }
    if (base.self != Taint::kNone) return true;
    for (const Class* parent : base.classes) {
      if (has_library_base(*parent, depth + 1)) return true;
    }
  }
  return false;
}

bool Flow::has_attribute(const Class& owner, const std::string& name,
                         int depth) const {
  if (owner.attributes.contains(name)) return true;
  if (depth > kDeepestBase) return false;
  for (const Value& base : owner.bases) {
    for (const Class* parent : base.classes) {
      if (has_attribute(*parent, name, depth + 1)) return true;
    }
  }
  return false;
}

Value Flow::attribute_of_path(const std::string& path,
                              const std::string& name) {
  if (Scope* module = module_scope(path)) {
    if (Variable* variable = in_module(name, *module, 0)) {
      return variable->value;
    }
  }
  std::string dotted = path_of_attribute(path, name);
  if (dotted == kSomewhere) {
    const std::string deeper = path + "." + name;
    const auto module = by_name_.lower_bound(deeper);
    if (module != by_name_.end() && module->first.starts_with(deeper)) {
      dotted = deeper;
    }
  }
  if (dotted == "math.inf" || dotted == "math.nan") return {};  // constants
  Value value;
  value.paths.insert(std::move(dotted));
  return value;
}

// Reading a property gives its result.
Value Flow::without_properties(const Value& stored) {
  Value result = stored;
  result.functions.clear();
  for (Function* function : stored.functions) {
    if (function->is_property) {
      result.add(function->result);
    } else {
      result.functions.insert(function);
    }
  }
  return result;
}

Value Flow::read_attribute(const Value& base, const std::string& name) {
  Value result;
  for (const std::string& path : base.paths) {
    result.add(attribute_of_path(path, name));
  }
  if (!base.paths.empty() && base.instances.empty() && base.classes.empty() &&
      base.self == Taint::kNone) {
    return result;
  }
  if (base.nothing()) return result;
  Value stored = attributes_[name].value;
  const bool plain =
      std::none_of(stored.functions.begin(), stored.functions.end(),
                   [](Function* function) { return function->is_property; });
  if (!plain) stored = without_properties(stored);
  bool ours = base.self == Taint::kNone && base.objects.empty() && !base.text;
  bool has = false;
  for (const auto* classes : {&base.instances, &base.classes}) {
    const Owners owners = owners_of(*classes, name);
    has = has || owners.some_have_it;
    ours = ours && !owners.may_inherit_it;
  }
  // The same name on an object of a library has nothing to do with ours.
  if (!(ours && has) && stored.self == Taint::kClock) {
    stored.self = Taint::kMixed;
  }
  if (!ours) stored.add(Value::plain());
  result.add(stored);
  // A part of a time (its year, its seconds) is a time.
  if (tainted(base.self)) {
    result.self = combine(base.operand(), result.self);
    result.functions.clear();
  }
  return result;
}

void Flow::add(Value& to, const Value& value) {
  if (to.add(value)) changed_ = true;
}

Object& Flow::object(const void* site, int which) {
  auto& slot = objects_[{site, which}];
  if (!slot) slot = std::make_unique<Object>();
  return *slot;
}

Value Flow::container(const void* site, const Value& elements) {
  Object& made = object(site);
  add(made.elements, elements);
  Value value;
  value.objects.insert(&made);
  return value;
}

Value Flow::held_by(const SharedSet<Object*>& objects,
                    const std::optional<std::string>& key) {
  auto together = [&] {
    Value value;
    for (const Object* one : objects) {
      value.add(key ? one->at(*key) : one->any());
    }
    return value;
  };
  if (objects.size() <= kFew) return together();
  auto known = held_.find({objects, key});
  if (known == held_.end()) {
    known = held_.emplace(std::pair{objects, key}, together()).first;
  }
  return known->second;
}

void Flow::put_into(const SharedSet<Object*>& objects, const Value& value) {
  Value all = value;
  if (objects.size() > kFew) {
    auto [known, fresh] = put_.try_emplace(objects);
    if (!known->second.add(value) && !fresh) return;
    all = known->second;
  }
  for (Object* one : objects) add(one->elements, all);
}

Owners Flow::owners_of(const SharedSet<Class*>& classes,
                       const std::string& name) {
  auto [known, fresh] = owners_.try_emplace({classes, name});
  if (!fresh) return known->second;
  for (const Class* owner : classes) {
    const bool has = has_attribute(*owner, name);
    known->second.some_have_it |= has;
    known->second.may_inherit_it |= !has && has_library_base(*owner);
  }
  return known->second;
}

Value Flow::elements_of(const Value& value) {
  Value result;
  result.self = value.self;  // the items of a time or of a text about it
  result.text = value.text;
  result.add(held_by(value.objects));
  if (!value.paths.empty()) result.add(Value::plain());
  if (!value.instances.empty()) {
    for (Function* iter : attributes_["__next__"].value.functions) {
      result.add(iter->result);
    }
    for (Function* iter : attributes_["__iter__"].value.functions) {
      result.add(iter->yields);
    }
    result.add(Value::plain());
  }
  return result;
}

Value Flow::item_of(const Value& value, std::size_t index, std::size_t count) {
  Value result;
  result.self = value.self;
  for (const Object* one : value.objects) {
    result.add(one->tuple_size == count && count > 0
                   ? one->at(std::to_string(index))
                   : one->any());
  }
  if (!value.instances.empty() || !value.paths.empty()) {
    result.add(Value::plain());
  }
  return result;
}

namespace {

void reach(const Value& value,
           const std::map<std::string, Variable, std::less<>>& attributes,
           Reach& seen, bool with_self) {
  if (with_self) seen.taint = join(seen.taint, value.self);
  for (const Object* one : value.objects) {
    if (!seen.objects.insert(one).second) continue;
    reach(one->elements, attributes, seen, true);
    for (const auto& [key, slot] : one->slots) {
      reach(slot, attributes, seen, true);
    }
  }
  for (const Class* owner : value.instances) {
    if (!seen.classes.insert(owner).second) continue;
    for (const std::string& name : owner->attributes) {
      auto found = attributes.find(name);
      if (found == attributes.end()) continue;
      const Taint outside = std::exchange(seen.taint, Taint::kNone);
      reach(found->second.value, attributes, seen, true);
      seen.taint = tainted(seen.taint) ? Taint::kMixed : outside;
    }
    for (const Value& base : owner->bases) {
      Value parents;
      parents.instances = base.classes;
      reach(parents, attributes, seen, false);
    }
  }
}

}  // namespace

Taint Flow::deep(const Value& value) const {
  if (value.objects.empty() && value.instances.empty()) return value.self;
  return join(value.self, contents(value));
}

// What is reached grows while a pass lasts; then there is another pass.
Taint Flow::contents(const Value& value) const {
  if (value.objects.empty() && value.instances.empty()) return Taint::kNone;
  auto [known, fresh] =
      contents_.try_emplace({value.objects, value.instances}, Taint::kNone);
  if (!fresh) return known->second;
  Reach seen;
  reach(value, attributes_, seen, false);
  return known->second = seen.taint;
}

void Flow::bind(Node target, const Value& value, Node source, Scope& scope) {
  if (target.is("identifier")) {
    Variable* variable = resolve(target.text(), scope);
    if (variable == nullptr) {  // bound where the scope rules see nothing
      variable = &modules_[scope.file]->variables[std::string(target.text())];
    }
    add(variable->value, value);
    variable->sites[target.id()] = {source, &scope};
  } else if (target.is("attribute")) {
    store_attribute(target, value, scope);
  } else if (target.is("subscript")) {
    store_subscript(target, value, scope);
  } else if (target.is("list_splat_pattern") || target.is("list_splat")) {
    bind(target.child(0), container(target.id(), elements_of(value)), {},
         scope);
  } else if (target.is("parenthesized_expression") ||
             target.is("as_pattern_target")) {
    bind(target.child(0), value, source, scope);
  } else {
    bind_sequence(target.children(), value, source, scope);
  }
}

void Flow::bind_sequence(std::span<const Node> targets, const Value& value,
                         Node source, Scope& scope) {
  std::vector<Node> sources;
  if (source.is("tuple") || source.is("expression_list") || source.is("list")) {
    sources.assign(source.children().begin(), source.children().end());
    for (Node part : sources) {
      if (part.is("list_splat")) sources.clear();
      if (sources.empty()) break;
    }
  }
  bool splat = false;
  for (Node target : targets) {
    splat = splat || target.is("list_splat_pattern") || target.is("list_splat");
  }
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (splat) {
      bool rest =
          targets[i].is("list_splat_pattern") || targets[i].is("list_splat");
      bind(targets[i], rest ? value : elements_of(value), {}, scope);
    } else {
      Node part = sources.size() == targets.size() ? sources[i] : Node();
      bind(targets[i], item_of(value, i, targets.size()), part, scope);
    }
  }
}

void Flow::store_attribute(Node target, const Value& value, Scope& scope) {
  Value base = eval(target.field("object"), scope);
  std::string name(target.field("attribute").text());
  for (const std::string& path : base.paths) {
    Scope* module = module_scope(path);
    if (module != nullptr) {
      Variable& variable = module->variables[name];
      add(variable.value, value);
      variable.sites[target.id()] = {};
      continue;
    }
    if (path == "sys" && (name == "stdout" || name == "stderr")) {
      steer(target, scope,
            "may be printed to another place, because sys." + name +
                " is replaced");
    } else if (tainted(deep(value))) {
      steer(target, scope, "is stored in a library's object");
    }
    escape(value, target, scope);
  }
  if (!base.paths.empty()) return;
  for (const auto* owners : {&base.instances, &base.classes}) {
    if (!stored_.emplace(*owners, name).second) continue;
    for (Class* owner : *owners) {
      changed_ = owner->attributes.insert(name).second || changed_;
    }
  }
  if (base.self != Taint::kNone) escape(value, target, scope);
  Variable& variable = attributes_[name];
  add(variable.value, value);
  variable.sites[target.id()] = {};
  for (Function* setter : setters_[name]) give(*setter, 1, value);
}

void Flow::store_subscript(Node target, const Value& value, Scope& scope) {
  Value base = eval(target.field("value"), scope);
  std::vector<Node> indices = target.fields("subscript");
  for (Node index : indices) must_be_clean(index, scope, "an index");
  auto key = indices.size() == 1 ? literal_text(indices[0]) : std::nullopt;
  for (Object* one : base.objects) {
    add(key ? one->slots["'" + *key] : one->elements, value);
  }
  bool followed =
      base.self == Taint::kNone && base.instances.empty() && base.paths.empty();
  if (followed) return;
  if (tainted(deep(value))) {
    steer(target, scope, "is stored in an object that is not followed");
  }
  escape(value, target, scope);
}

void Flow::put(const Value& container, const Value& value, Node at,
               Scope& scope) {
  put_into(container.objects, value);
  bool followed = container.self == Taint::kNone &&
                  container.instances.empty() && container.paths.empty();
  if (followed) return;
  if (tainted(deep(value))) {
    steer(at, scope, "is stored in an object that is not followed");
  }
  escape(value, at, scope);
}

}  // namespace ppp::advisor::clock
