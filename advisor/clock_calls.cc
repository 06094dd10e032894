// SPDX-License-Identifier: Apache-2.0
// Calls of the clock analysis: into the project, or out of it.
#include "advisor/clock_flow.h"
#include "advisor/clock_tables.h"

namespace ppp::advisor::clock {
namespace {}  // namespace

Arguments Flow::arguments_of(Node call, Scope& scope) {
  Arguments arguments;
  arguments.call = call;
  Node list = call.field("arguments");
  if (is_comprehension(list)) {
    arguments.positional.push_back(eval(list, scope));
    arguments.nodes.push_back(list);
    return arguments;
  }
  for (Node argument : list.children()) {
    if (argument.is("keyword_argument")) {
      std::string name(argument.field("name").text());
      arguments.named[name] = eval(argument.field("value"), scope);
      arguments.named_nodes[name] = argument.field("value");
    } else if (argument.is("list_splat") || argument.is("dictionary_splat")) {
      Value value = eval(argument.child(0), scope);
      if (!arguments.spread) arguments.spread.emplace();
      arguments.spread->add(elements_of(value));
    } else {
      arguments.positional.push_back(eval(argument, scope));
      arguments.nodes.push_back(argument);
    }
  }
  return arguments;
}

Value Flow::eval_call(Node node, Scope& scope) {
  Node callee_node = node.field("function");
  Arguments arguments = arguments_of(node, scope);
  if (!callee_node.is("attribute")) {
    return call_value(eval(callee_node, scope), callee_node, arguments, scope);
  }
  const Value base = eval(callee_node.field("object"), scope);
  bool done = false;
  Value result =
      call_method(base, std::string(callee_node.field("attribute").text()),
                  arguments, scope, done);
  if (done) return result;
  const Value callee = attribute_of(base, callee_node, scope);
  return call_on(base, callee, callee_node, arguments, scope);
}

Value Flow::call_value(const Value& callee, Node callee_node,
                       Arguments& arguments, Scope& scope) {
  const bool through = callee_node.is("attribute");
  const Value base =
      through ? eval(callee_node.field("object"), scope) : Value();
  return call_on(base, callee, callee_node, arguments, scope);
}

// `base` is what the callee is an attribute of, if it is one.
Value Flow::call_on(const Value& base, const Value& callee, Node callee_node,
                    Arguments& arguments, Scope& scope) {
  if (callee.nothing()) {  // not known yet; at the end: never
    if (last_) call_unknown(arguments, scope, "an unknown function");
    return {};
  }
  Value result;
  for (const std::string& path : callee.paths) {
    result.add(call_path(path, arguments, scope));
  }
  Manner manner;
  manner.through = callee_node.is("attribute");
  manner.on_class = !base.classes.empty() && base.instances.empty();
  manner.on_module = !base.paths.empty();
  const std::string name(callee_node.field("attribute").text());
  const bool many = manner.through && callee.functions.size() > kFew &&
                    callee.functions.same_as(attributes_[name].value.functions);
  result.add(many ? call_many(name, arguments, base, manner)
                  : call_each(callee.functions, arguments, base, manner));
  for (Class* owner : callee.classes) {
    result.add(call_class(*owner, arguments, scope));
  }
  if (!callee.instances.empty()) {
    for (Function* method : attributes_["__call__"].value.functions) {
      result.add(call_function(*method, arguments, &callee, false));
    }
  }
  if (callee.self != Taint::kNone || !callee.known_callee()) {
    result.add(call_unknown(arguments, scope, "a function not followed"));
  }
  return result;
}

Value Flow::call_each(const SharedSet<Function*>& functions,
                      const Arguments& arguments, const Value& base,
                      Manner manner) {
  Value result;
  for (Function* function : functions) {
    bool method = function->owner != nullptr && !function->is_static;
    if (method && manner.through && !manner.on_module &&
        (!manner.on_class || function->is_class_method)) {
      result.add(call_function(*function, arguments, &base, false));
    } else {
      bool clear = function->is_static || (manner.through && manner.on_class) ||
                   manner.on_module ||
                   (function->owner == nullptr && !manner.through);
      result.add(call_function(*function, arguments, nullptr, !clear));
    }
  }
  return result;
}

// Many places call the same many methods, `run` of every class say. What they
// pass is put together and handed on at the end of the pass.
Value Flow::call_many(const std::string& name, const Arguments& more,
                      const Value& base, Manner manner) {
  Group& group = groups_[{name, manner}];
  add(group.base, base);
  Arguments& all = group.arguments;
  if (all.positional.size() < more.positional.size()) {
    all.positional.resize(more.positional.size());
    changed_ = true;
  }
  for (std::size_t i = 0; i < more.positional.size(); ++i) {
    add(all.positional[i], more.positional[i]);
  }
  for (const auto& [keyword, value] : more.named) {
    changed_ |= !all.named.contains(keyword);
    add(all.named[keyword], value);
  }
  if (more.spread) {
    changed_ |= !all.spread.has_value();
    if (!all.spread) all.spread.emplace();
    add(*all.spread, *more.spread);
  }
  return group.result;
}

void Flow::run_groups() {
  for (auto& [key, group] : groups_) {
    const auto& [name, manner] = key;
    add(group.result, call_each(attributes_[name].value.functions,
                                group.arguments, group.base, manner));
  }
}

void Flow::give(Function& function, std::size_t index, const Value& value) {
  if (function.parameters.empty()) return;
  // What is too much goes to *args if there is one.
  const Parameter* parameter = nullptr;
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const Parameter& one = function.parameters[i];
    if (one.kind == Parameter::Kind::kStar && i <= index) {
      parameter = &one;
      break;
    }
    if (i == index) parameter = &one;
  }
  if (parameter == nullptr) return;
  if (parameter->kind == Parameter::Kind::kStar ||
      parameter->kind == Parameter::Kind::kDoubleStar) {
    add(object(parameter->node.id()).elements, value);
    return;
  }
  add(function.scope->variables[parameter->name].value, value);
}

Value Flow::call_function(Function& function, const Arguments& arguments,
                          const Value* self, bool either_way) {
  if (too_much()) return {};
  std::size_t shift = 0;
  if (self != nullptr) give(function, shift++, *self);
  for (const Value& value : arguments.positional) {
    if (either_way) give(function, shift + 1, value);
    give(function, shift++, value);
  }
  for (const auto& [name, value] : arguments.named) {
    bool found = false;
    for (std::size_t i = 0; i < function.parameters.size() && !found; ++i) {
      const Parameter& parameter = function.parameters[i];
      if (parameter.name != name || parameter.kind == Parameter::Kind::kStar ||
          parameter.kind == Parameter::Kind::kDoubleStar) {
        continue;
      }
      add(function.scope->variables[name].value, value);
      found = true;
    }
    for (const Parameter& parameter : function.parameters) {
      if (!found && parameter.kind == Parameter::Kind::kDoubleStar) {
        add(object(parameter.node.id()).slots["'" + name], value);
      }
    }
  }
  for (std::size_t i = 0; arguments.spread && i < function.parameters.size();
       ++i) {
    const Parameter& parameter = function.parameters[i];
    bool container = parameter.kind == Parameter::Kind::kStar ||
                     parameter.kind == Parameter::Kind::kDoubleStar;
    add(container ? object(parameter.node.id()).elements
                  : function.scope->variables[parameter.name].value,
        *arguments.spread);
  }
  if (!function.scope->names.generator) return function.result;
  Object& made = object(function.node.id(), 1);
  add(made.elements, function.yields);
  Value result;
  result.objects.insert(&made);
  return result;
}

Function* Flow::find_method(const Class& owner, const std::string& name,
                            int depth) {
  for (Function* function : attributes_[name].value.functions) {
    if (function->owner == &owner) return function;
  }
  if (depth > kDeepestBase) return nullptr;
  for (const Value& base : owner.bases) {
    for (const Class* parent : base.classes) {
      Function* found = find_method(*parent, name, depth + 1);
      if (found != nullptr) return found;
    }
  }
  return nullptr;
}

Value Flow::call_class(Class& owner, const Arguments& arguments, Scope& scope) {
  Value made;
  made.instances.insert(&owner);
  if (Function* init = find_method(owner, "__init__")) {
    call_function(*init, arguments, &made, false);
    return made;
  }
  if (!owner.is_dataclass) {
    call_unknown(arguments, scope, "a class without an __init__ of its own");
    return made;
  }
  std::vector<std::string> fields;
  for (const Value& base : owner.bases) {
    for (const Class* parent : base.classes) {
      fields.insert(fields.end(), parent->fields.begin(), parent->fields.end());
    }
  }
  fields.insert(fields.end(), owner.fields.begin(), owner.fields.end());
  for (const std::string& field : fields) {
    changed_ = owner.attributes.insert(field).second || changed_;
    if (arguments.spread) add(attributes_[field].value, *arguments.spread);
    auto named = arguments.named.find(field);
    if (named != arguments.named.end()) {
      add(attributes_[field].value, named->second);
    }
  }
  for (std::size_t i = 0; i < arguments.positional.size(); ++i) {
    // More arguments than fields: the order is not the one we think.
    if (arguments.positional.size() > fields.size()) {
      call_unknown(arguments, scope, "a class that is not followed");
      break;
    }
    add(attributes_[fields[i]].value, arguments.positional[i]);
  }
  if (Function* after = find_method(owner, "__post_init__")) {
    call_function(*after, {}, &made, false);
  }
  return made;
}

Value Flow::all_of(const Arguments& arguments) const {
  Value all = arguments.spread.value_or(Value());
  for (const Value& value : arguments.positional) all.add(value);
  for (const auto& [name, value] : arguments.named) all.add(value);
  return all;
}

Value Flow::call_unknown(const Arguments& arguments, Scope& scope,
                         const char* what) {
  if (tainted(deep(all_of(arguments)))) {
    Node list = arguments.call.field("arguments");
    steer(list ? list : arguments.call, scope,
          std::string("is passed to ") + what);
  }
  escape(all_of(arguments), arguments.call, scope);
  return Value::plain();
}

/// Code that is not seen gets `value`: it may call what is in it with anything
/// and keep what that returns. What has got there once in a pass need not
/// again.
void Flow::escape(const Value& value, Node at, Scope& scope) {
  escape_outside(value, at, scope);
  std::vector<Object*> todo(value.objects.begin(), value.objects.end());
  while (!todo.empty()) {
    Object* one = todo.back();
    todo.pop_back();
    if (!escaped_.insert(one).second) continue;
    const Value inside = one->any();
    escape_outside(inside, at, scope);
    todo.insert(todo.end(), inside.objects.begin(), inside.objects.end());
    add(one->elements, Value::plain());
  }
}

/// What is in its containers not counted, but for the clock values.
void Flow::escape_outside(const Value& value, Node at, Scope& scope) {
  if (tainted(contents(value))) {
    steer(at, scope, "is passed to code that is not followed");
  }
  for (const std::string& path : value.paths) {
    if (!may_be_source(path)) continue;
    if (last_) use_.reads_clock = true;
    steer(at, scope, "may be read by code that is not followed");
  }
  for (Function* function : value.functions) {
    bool method = function->owner != nullptr && !function->is_static;
    for (std::size_t i = method ? 1 : 0; i < function->parameters.size(); ++i) {
      give(*function, i, Value::plain());
    }
    if (tainted(deep(function->result)) || tainted(deep(function->yields))) {
      steer(at, scope, "is returned to code that is not followed");
    }
  }
  for (Class* owner : value.classes) {
    Function* init = find_method(*owner, "__init__");
    for (std::size_t i = 1; init != nullptr && i < init->parameters.size();
         ++i) {
      give(*init, i, Value::plain());
    }
  }
}

Value Flow::call_method(const Value& base, const std::string& name,
                        Arguments& arguments, Scope& scope, bool& done) {
  if (base.nothing()) {
    done = true;
    if (last_) call_unknown(arguments, scope, "an unknown method");
    return {};
  }
  if (!base.objects.empty()) {
    if (auto result = call_container(base, name, arguments, scope)) {
      done = true;
      return *result;
    }
  }
  bool value = tainted(base.self) || base.text;
  if (value && !base.known_callee()) {
    auto result = call_computing_method(base, name, arguments, scope);
    done = result.has_value();
    return result.value_or(Value());
  }
  return {};
}

std::optional<Value> Flow::call_computing_method(const Value& base,
                                                 const std::string& name,
                                                 const Arguments& arguments,
                                                 Scope& scope) {
  Value all = all_of(arguments);
  Taint given = deep(all);
  if (!is_pure_method(name)) {
    if (!tainted(base.self)) return std::nullopt;
    if (last_) {
      steer(arguments.call, scope, "is used by the method `" + name + "`");
    }
    return call_unknown(arguments, scope, "a method that is not followed");
  }
  escape(Value::functions_of(all), arguments.call, scope);
  if (base.text && !keeps_clock_text(name)) {
    Taint taint = combine(base.operand(), given);
    return Value::of(tainted(taint) ? Taint::kMixed : Taint::kPlain, true);
  }
  if (tainted(given) && base.text) return Value::of(Taint::kMixed, true);
  if (name == "strftime" && base.self == Taint::kClock) {
    return Value::of(Taint::kMixed, true);  // the format has text of its own
  }
  bool text = base.text || name == "isoformat" || name == "ctime";
  return Value::of(combine(base.self, given), text);
}

}  // namespace ppp::advisor::clock
