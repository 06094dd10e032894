// SPDX-License-Identifier: Apache-2.0
// Functions, classes, decorators and imports.

#include "advisor/interpreter.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

/// What a decorator with this role makes of a function, if it wraps it.
std::optional<Kind> wrapper_kind(std::string_view role) {
  if (role == "property" || role == "cached_property") return Kind::kProperty;
  if (role == "staticmethod") return Kind::kStaticMethod;
  if (role == "classmethod") return Kind::kClassMethod;
  return std::nullopt;
}

/// @dataclass(eq=…), or one that may say so.
bool chooses_equality(Node decorator) {
  for (Node argument : decorator.field("arguments").children()) {
    if (argument.is("dictionary_splat")) return true;
  }
  return !keyword(decorator, "eq").null();
}

/// Importing `imported` imports `module` as well.
bool is_within(std::string_view imported, std::string_view module) {
  return imported.starts_with(module) &&
         (imported.size() == module.size() || imported[module.size()] == '.');
}

}  // namespace

Value Interpreter::define_function(Node node, const Frame& frame) {
  std::string_view name =
      node.is("lambda") ? "<lambda>" : node.field("name").text();
  ObjectId id = heap_.make(Kind::kFunction, name, frame.context, frame.source,
                           node, std::to_string(frame.scope));
  Object& function = heap_.at(id);
  function.scope = frame.scope;
  if (scope_at(frame.scope).names->kind == ScopeNames::Kind::kClass) {
    function.of = scope_at(frame.scope).owner;
  }
  eval_annotation(node.field("return_type"), frame);
  for (Node parameter : node.field("parameters").children()) {
    eval_annotation(parameter.field("type"), frame);
    Node given = parameter.field("value");
    if (!given) continue;
    std::string key = "default:" + std::string(parameter.field("name").text());
    merge(function.fields[key], eval(given, frame));
  }
  return Value(id);
}

// Names and types do nothing; a call in an annotation may.
void Interpreter::eval_annotation(Node type, const Frame& frame) {
  bool calls = false;
  walk(type, [&](Node node) {
    calls |= node.is("call") || node.is("named_expression");
    return !calls;
  });
  if (!calls) return;
  for (Node child : type.children()) eval(child, frame);
}

void Interpreter::decorated(Node node, const Frame& frame) {
  Node definition = node.field("definition");
  Value value = definition.is("class_definition")
                    ? define_class(definition, frame)
                    : define_function(definition, frame);
  std::vector<Node> decorators;
  for (Node child : node.children()) {
    if (child.is("decorator")) decorators.push_back(child.child(0));
  }
  for (auto it = decorators.rbegin(); it != decorators.rend(); ++it) {
    Value decorator = eval(*it, frame);
    // @lru_cache(maxsize=None) does what @lru_cache does.
    if (it->is("call")) {
      Value maker = eval(it->field("function"), frame);
      bool known = !maker.empty();
      for (ObjectId id : maker) {
        const CallEntry* entry = heap_.at(id).entry;
        known = known && entry && !entry->decorator.empty();
      }
      if (known) decorator = maker;
    }
    value = decorate(decorator, value, definition, frame, *it);
  }
  assign(definition.field("name"), value, frame);
}

Value Interpreter::decorate(const Value& decorator, const Value& value,
                            Node definition, const Frame& frame, Node node) {
  Value result;
  for (ObjectId id : decorator) {
    const Object& object = heap_.at(id);
    std::string role;
    if (object.kind == Kind::kLibraryType) role = object.name;
    if (object.entry && !object.entry->decorator.empty()) {
      role = object.entry->decorator;
    }
    if (auto kind = wrapper_kind(role)) {
      ObjectId wrapped = heap_.make(*kind, "", frame.context, frame.source,
                                    definition, std::to_string(frame.scope));
      merge(heap_.at(wrapped).function, value);
      result.add(wrapped);
      if (role != "cached_property") continue;
      for (ObjectId getter : value) {
        heap_.at(getter).fields["<cached_property>"].add(heap_.atom("bool"));
      }
    } else if (role == "transparent" || role == "contextmanager" ||
               role == "total_ordering") {
      result.add(value);
    } else if (role == "dataclass" || role == "memoize") {
      for (ObjectId marked : value) {
        merge(heap_.at(marked).fields["<" + role + ">"], atom("bool"));
        if (!chooses_equality(node)) continue;
        merge(heap_.at(marked).fields["<eq>"], atom("bool"));
      }
      result.add(value);
    } else if (object.kind == Kind::kPropertySetter) {
      ObjectId property = *object.self.get().begin();
      merge(heap_.at(property).other, value);
      result.add(property);
    } else {
      Arguments arguments;
      arguments.positional = {value};
      arguments.node = node;
      result.add(call(Value(id), arguments, frame, node));
    }
  }
  return result;
}

Value Interpreter::define_class(Node node, const Frame& frame) {
  ObjectId id =
      heap_.make(Kind::kClass, node.field("name").text(), frame.context,
                 frame.source, node, std::to_string(frame.scope));
  int scope = activate(node, frame.source, frame.scope, frame.context);
  scope_at(scope).owner = id;
  heap_.at(id).scope = scope;
  for (Node base : node.field("superclasses").children()) {
    if (base.is("keyword_argument")) {
      eval(base.field("value"), frame);
      merge(heap_.at(id).fields["<strange>"], atom("bool"));
    } else {
      for (ObjectId one : eval(base, frame)) {
        Object& cls = heap_.at(id);
        if (!cls.other.contains(one)) cls.bases.push_back(one);
        merge(cls.other, Value(one));
      }
    }
  }
  Frame inner = frame;
  inner.scope = scope;
  statements(node.field("body"), inner);
  name_places(id);
  keep_factories(id, inner);
  if (is_enum(id)) {
    make_members(id);
    return Value(id);
  }
  for (const auto& [name, value] : scope_at(scope).variables.snapshot()) {
    merge(heap_.at(id).fields[mangled(name, node.field("body"))], value);
  }
  announce_class(id, frame, node);
  return Value(id);
}

void Interpreter::import_statement(Node node, const Frame& frame) {
  for (Node name : node.fields("name")) {
    bool aliased = name.is("aliased_import");
    Node dotted = aliased ? name.field("name") : name;
    std::string path(dotted.text());
    Value module = import_module(path, frame, name);
    if (aliased) {
      write_name(name.field("alias").text(), module, frame, name);
    } else {
      std::string top = path.substr(0, path.find('.'));
      Value first = top == path ? module : import_module(top, frame, name);
      write_name(top, first, frame, name);
    }
  }
}

Value Interpreter::import_module(const std::string& dotted, const Frame& frame,
                                 Node node) {
  if (frame.context.inside_any() && !is_quiet_import(dotted, frame, node)) {
    note(frame, Effect::Kind::kOutside, -1, "import", node);
  }
  if (const SourceFile* source = module_named(dotted)) {
    int scope = module_scope(source);
    call_unit(frame, scope_at(scope).unit);
    run_now(scope);
    ObjectId id = heap_.make(Kind::kModule, dotted, Context::kOutside, source,
                             source->root());
    heap_.at(id).scope = scope;
    return Value(id);
  }
  if (!is_hidden(dotted) &&
      (library_.module(dotted) || library_.package(dotted))) {
    return Value(heap_.make(Kind::kLibraryModule, dotted, Context::kOutside,
                            nullptr, Node()));
  }
  // An unknown module may do anything when it is loaded, but it is taken not to
  // reach into this program's own names (docs/safety.md).
  return unknown_value();
}

/// One of another folder may be meant.
bool Interpreter::is_hidden(const std::string& dotted) const {
  return project_.hidden_modules.contains(dotted.substr(0, dotted.find('.')));
}

/// Nobody can tell that it is done, or not done in this process: what it loads
/// is known to change nothing else, or was there already, as the module's text
/// imports it further up.
bool Interpreter::is_quiet_import(const std::string& dotted, const Frame& frame,
                                  Node node) const {
  if (module_named(dotted) || is_hidden(dotted)) return false;
  const ModuleEntry* entry = library_.module(dotted);
  if (entry && entry->quiet) return true;
  for (Node before : frame.source->root().children()) {
    if (before.range().end > node.range().begin) break;
    if (before.is("import_from_statement")) {
      const std::string from =
          absolute_module(*frame.source, before.field("module_name").text());
      if (is_within(from, dotted)) return true;
    } else if (before.is("import_statement")) {
      for (Node name : before.fields("name")) {
        if (name.is("aliased_import")) name = name.field("name");
        if (is_within(std::string(name.text()), dotted)) return true;
      }
    }
  }
  return false;
}

void Interpreter::import_from(Node node, const Frame& frame) {
  Node from = node.field("module_name");
  std::string module = absolute_module(*frame.source, from.text());
  Value base = import_module(module, frame, from);
  for (Node child : node.children()) {
    if (child.is("wildcard_import")) return import_star(base, frame, node);
  }
  for (Node name : node.fields("name")) {
    bool aliased = name.is("aliased_import");
    Node dotted = aliased ? name.field("name") : name;
    std::string member(dotted.text());
    Value value;
    for (ObjectId id : base) {
      if (heap_.at(id).kind == Kind::kUnknown) {
        value.add(id);
      } else {
        value.add(attribute_of(id, member, frame, name));
      }
    }
    const std::string inner = module + "." + member;
    if (module_named(inner) || library_.module(inner)) {
      value.add(import_module(inner, frame, name));
    }
    write_name(aliased ? name.field("alias").text() : member, value, frame,
               name);
  }
}

void Interpreter::import_star(const Value& module, const Frame& frame,
                              Node node) {
  ScopeNames& names = names_.at(scope_at(frame.scope).node.id());
  auto define = [&](const std::string& name, const Value& value) {
    if (name.starts_with('_')) return;
    if (names.locals.insert(name).second) tracker_.wake_all();
    write_name(name, value, frame, node);
    assign_elsewhere(frame.scope, name);
  };
  for (ObjectId id : module) {
    const Object& object = heap_.at(id);
    const ModuleEntry* entry = library_.module(object.name);
    if (object.kind == Kind::kModule) {
      for (const auto& [name, value] :
           scope_at(object.scope).variables.snapshot()) {
        define(name, value);
      }
    } else if (object.kind == Kind::kLibraryModule && entry &&
               entry->complete) {
      auto define_all = [&](const auto& table) {
        for (const auto& [name, unused] : table) {
          define(name, *library_name(object.name, name, frame));
        }
      };
      define_all(entry->functions);
      define_all(entry->types);
      define_all(entry->constants);
    } else {
      note(frame, Effect::Kind::kOutside, -1, "dynamic", node);
    }
  }
}

}  // namespace ppp::advisor
