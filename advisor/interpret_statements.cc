// SPDX-License-Identifier: Apache-2.0
// Statements, definitions, imports and assignment for the interpreter.

#include <array>

#include "advisor/interpreter.h"

namespace ppp::advisor {

using Kind = Object::Kind;

void Interpreter::statements(Node block, const Frame& frame) {
  for (Node child : block.children()) statement(child, frame);
}

void Interpreter::statement(Node node, const Frame& outer) {
  Frame frame = outer;
  if (frame.context == Context::kInside) {
    auto part = part_units_.find(node.id());
    if (part != part_units_.end() && frame.scope == loop_scope_) {
      frame.unit = part->second;
    }
  }
  std::string_view kind = node.kind();
  if (kind == "expression_statement") {
    for (Node child : node.children()) eval(child, frame);
  } else if (kind == "return_statement") {
    Value value = atom("none");
    if (Node given = node.child(0)) value = eval(given, frame);
    int scope = frame.scope;
    while (scope_at(scope).names->kind == ScopeNames::Kind::kClass) {
      scope = scope_at(scope).parent;
    }
    merge(scope_at(scope).returns, value);
  } else if (kind == "for_statement") {
    for_loop(node, frame);
  } else if (kind == "while_statement") {
    if (frame.context == Context::kInside) loops_inside_.insert(node.id());
    truth(eval(node.field("condition"), frame), frame, node);
    statements(node.field("body"), frame);
    if (Node otherwise = node.field("alternative")) {
      statements(otherwise.field("body"), frame);
    }
  } else if (kind == "if_statement" || kind == "elif_clause") {
    truth(eval(node.field("condition"), frame), frame, node);
    statements(node.field("consequence"), frame);
    for (Node branch : node.fields("alternative")) {
      if (branch.is("elif_clause")) {
        statement(branch, frame);
      } else {
        statements(branch.field("body"), frame);
      }
    }
  } else if (kind == "try_statement") {
    for (Node child : node.children()) try_clause(child, frame);
  } else if (kind == "with_statement") {
    if (node.all_children().front().text() == "async") {
      unknown(frame, node, "async");
    }
    for (Node item : node.child(0).children()) with_item(item, frame);
    statements(node.field("body"), frame);
  } else if (kind == "function_definition") {
    assign(node.field("name"), define_function(node, frame), frame);
  } else if (kind == "class_definition") {
    assign(node.field("name"), define_class(node, frame), frame);
  } else if (kind == "decorated_definition") {
    decorated(node, frame);
  } else if (kind == "import_statement") {
    import_statement(node, frame);
  } else if (kind == "import_from_statement") {
    import_from(node, frame);
  } else if (kind == "delete_statement") {
    for (Node target : node.children()) delete_target(target, frame);
  } else if (kind == "raise_statement") {
    raise(node, frame);
  } else if (kind == "assert_statement") {
    for (Node child : node.children()) truth(eval(child, frame), frame, node);
  } else if (kind == "match_statement") {
    match(node, frame);
  } else if (kind != "pass_statement" && kind != "break_statement" &&
             kind != "continue_statement" && kind != "global_statement" &&
             kind != "nonlocal_statement" &&
             kind != "future_import_statement" && kind != "comment") {
    unknown(frame, node, "not understood");
  }
}

void Interpreter::for_loop(Node node, const Frame& outer) {
  Frame frame = outer;
  if (node.all_children().front().text() == "async") {
    unknown(frame, node, "async");
  }
  bool asked = question_.loop && node == question_.loop;
  if (frame.context == Context::kInside) loops_inside_.insert(node.id());
  Value items =
      iterate(eval(node.field("right"), frame), frame, node.field("right"));
  assign(node.field("left"), items, frame);
  if (asked && frame.context == Context::kOutside) {
    ambiguous_ |= loop_scope_ >= 0 && loop_scope_ != frame.scope;
    loop_scope_ = frame.scope;
    frame.context = Context::kInside;
  }
  statements(node.field("body"), frame);
  if (Node otherwise = node.field("alternative")) {
    statements(otherwise.field("body"), outer);
  }
}

void Interpreter::try_clause(Node node, const Frame& frame) {
  if (node.is("block")) return statements(node, frame);
  if (node.is("except_clause") || node.is("except_group_clause")) {
    Value caught;
    for (Node child : node.children()) {
      if (child.is("block")) {
        statements(child, frame);
      } else if (child.is("as_pattern")) {
        caught = eval(child.child(0), frame);
        assign(child.field("alias"), exceptions_of(caught, frame, child),
               frame);
      } else {
        eval(child, frame);
      }
    }
    return;
  }
  for (Node child : node.children()) {
    if (child.is("block")) statements(child, frame);
  }
}

// The objects that `except <types> as e` may bind.
Value Interpreter::exceptions_of(const Value& types, const Frame& frame,
                                 Node node) {
  Value caught;
  for (ObjectId id : heap_.reachable(types)) {
    const Object& type = heap_.at(id);
    if (type.kind == Kind::kClass) {
      for (ObjectId other = 0; other < heap_.size(); ++other) {
        const Object& object = heap_.at(other);
        if (object.kind != Kind::kInstance) continue;
        for (ObjectId base : mro(object.of)) {
          if (base == id) caught.add(other);
        }
      }
    } else if (type.kind == Kind::kLibraryType) {
      caught.add(heap_.make(Kind::kLibraryInstance, type.name, frame.context,
                            frame.source, node, "caught"));
      // A project class below a library exception is caught as well.
      for (ObjectId other = 0; other < heap_.size(); ++other) {
        const Object& object = heap_.at(other);
        if (object.kind == Kind::kInstance &&
            !library_base(object.of).empty()) {
          caught.add(other);
        }
      }
    } else if (type.kind != Kind::kContainer) {
      caught.add(heap_.unknown());
    }
  }
  return caught;
}

void Interpreter::with_item(Node node, const Frame& frame) {
  Node value = node.field("value");
  Node target;
  if (value.is("as_pattern")) {
    target = value.field("alias");
    value = value.child(0);
  }
  Value entered;
  Arguments none;
  Arguments three;
  three.positional = {unknown_value(), unknown_value(), unknown_value()};
  for (ObjectId id : eval(value, frame)) {
    const Object& manager = heap_.at(id);
    Value one(id);
    if (manager.kind == Kind::kInstance) {
      entered.add(special_call(id, "__enter__", none, frame, node));
      special_call(id, "__exit__", three, frame, node);
    } else if (manager.kind == Kind::kGenerator) {
      entered.add(iterate(one, frame, node));  // @contextmanager
    } else if (manager.kind == Kind::kLibraryInstance) {
      const CallEntry* enter = library_.method(manager.name, "__enter__");
      const CallEntry* exit = library_.method(manager.name, "__exit__");
      if (!enter) {
        unknown(frame, node, "no entry for using it as a context manager");
        entered.add(heap_.unknown());
        continue;
      }
      entered.add(
          apply(*enter, manager.name + ".__enter__", one, none, frame, node));
      if (exit) {
        apply(*exit, manager.name + ".__exit__", one, Arguments(), frame, node);
      }
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
    } else {
      unknown(frame, node, "cannot tell what entering it runs");
      entered.add(heap_.unknown());
    }
  }
  if (target) assign(target.child(0), entered, frame);
}

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
  for (Node parameter : node.field("parameters").children()) {
    Node given = parameter.field("value");
    if (!given) continue;
    std::string key = "default:" + std::string(parameter.field("name").text());
    merge(function.fields[key], eval(given, frame));
  }
  return Value(id);
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
    auto wrap = [&](Kind kind) {
      ObjectId wrapped = heap_.make(kind, "", frame.context, frame.source,
                                    definition, std::to_string(frame.scope));
      merge(heap_.at(wrapped).function, value);
      result.add(wrapped);
    };
    if (role == "property" || role == "cached_property") {
      wrap(Kind::kProperty);
    } else if (role == "staticmethod") {
      wrap(Kind::kStaticMethod);
    } else if (role == "classmethod") {
      wrap(Kind::kClassMethod);
    } else if (role == "transparent" || role == "contextmanager" ||
               role == "total_ordering") {
      result.add(value);
    } else if (role == "dataclass") {
      for (ObjectId cls : value) {
        heap_.at(cls).fields["<dataclass>"].add(heap_.atom("bool"));
      }
      result.add(value);
    } else if (role == "memoize") {
      for (ObjectId function : value) {
        heap_.at(function).fields["<memoize>"].add(heap_.atom("bool"));
      }
      result.add(value);
    } else if (object.kind == Kind::kPropertySetter) {
      ObjectId property = *object.self.begin();
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
      heap_.at(id).fields["<strange>"].add(heap_.atom("bool"));
    } else {
      merge(heap_.at(id).other, eval(base, frame));
    }
  }
  Frame inner = frame;
  inner.scope = scope;
  statements(node.field("body"), inner);
  for (const auto& [name, value] : scope_at(scope).variables) {
    merge(heap_.at(id).fields[name], value);
  }
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
  if (frame.context == Context::kInside) {
    note(frame, Effect::Kind::kOutside, -1, "import", node);
  }
  for (const SourceFile& source : project_.files) {
    if (source.module() != dotted) continue;
    int scope = module_scope(&source);
    call_unit(frame, scope_at(scope).unit);
    ObjectId id = heap_.make(Kind::kModule, dotted, Context::kOutside, &source,
                             source.root());
    heap_.at(id).scope = scope;
    return Value(id);
  }
  if (library_.module(dotted) || library_.package(dotted)) {
    return Value(heap_.make(Kind::kLibraryModule, dotted, Context::kOutside,
                            nullptr, Node()));
  }
  // An unknown module may do anything when it is loaded, but it is taken not to
  // reach into this program's own names (docs/safety.md).
  return unknown_value();
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
    for (const SourceFile& source : project_.files) {
      if (source.module() == module + "." + member) {
        value.add(import_module(source.module(), frame, name));
      }
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
    changed_ |= names.locals.insert(name).second;
    write_name(name, value, frame, node);
  };
  for (ObjectId id : module) {
    const Object& object = heap_.at(id);
    const ModuleEntry* entry = library_.module(object.name);
    if (object.kind == Kind::kModule) {
      std::map<std::string, Value, std::less<>> copy =
          scope_at(object.scope).variables;
      for (const auto& [name, value] : copy) define(name, value);
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

void Interpreter::delete_target(Node node, const Frame& frame) {
  if (node.is("identifier")) {
    write_name(node.text(), Value(), frame, node);
  } else if (node.is("subscript")) {
    Value holder = eval(node.field("value"), frame);
    for (Node index : node.fields("subscript")) eval(index, frame);
    for (ObjectId id : holder) {
      const Object& object = heap_.at(id);
      note(frame, Effect::Kind::kWriteField, id, "[]", node);
      if (object.kind == Kind::kInstance) {
        Arguments one;
        one.positional = {unknown_value()};
        special_call(id, "__delitem__", one, frame, node);
      } else if (object.kind != Kind::kContainer) {
        unknown(frame, node, "deletes an item of something unknown");
      }
    }
  } else if (node.is("attribute")) {
    for (ObjectId id : eval(node.field("object"), frame)) {
      note(frame, Effect::Kind::kWriteField, id, node.field("attribute").text(),
           node);
    }
  } else {
    for (Node child : node.children()) delete_target(child, frame);
  }
}

void Interpreter::match(Node node, const Frame& frame) {
  Value subjects;
  for (Node subject : node.fields("subject")) {
    subjects.add(eval(subject, frame));
  }
  special(subjects, "compare", true, frame, node);
  Value parts = heap_.reachable(subjects);
  for (Node clause : node.field("body").children()) {
    for (Node child : clause.children()) {
      if (!child.is("case_pattern")) continue;
      walk(child, [&](Node inner) {
        if (inner.is("identifier") && resolve(inner.text(), frame.scope) >= 0) {
          write_name(inner.text(), parts, frame, inner);
        }
        return true;
      });
    }
    if (Node guard = clause.field("guard")) {
      truth(eval(guard.child(0), frame), frame, clause);
    }
    statements(clause.field("consequence"), frame);
  }
}

void Interpreter::raise(Node node, const Frame& frame) {
  for (Node child : node.children()) {
    for (ObjectId id : eval(child, frame)) {
      const Object& object = heap_.at(id);
      ObjectId cls = object.kind == Kind::kInstance ? object.of : id;
      if (object.kind == Kind::kClass) {
        Arguments none;
        instantiate(id, none, frame, node);
      }
      bool project = heap_.at(cls).kind == Kind::kClass;
      bool own_init = project && !class_attribute(cls, "__init__").empty();
      bool own_reduce = project && !class_attribute(cls, "__reduce__").empty();
      if (own_init || own_reduce || object.kind == Kind::kUnknown) {
        note(frame, Effect::Kind::kRaises, -1,
             project ? heap_.at(cls).name : std::string(child.text()), node);
      }
      bool stop = object.name == "StopIteration";
      if (stop) note(frame, Effect::Kind::kRaises, -1, "StopIteration", node);
    }
  }
}

void Interpreter::assign(Node target, const Value& value, const Frame& frame) {
  std::string_view kind = target.kind();
  if (kind == "identifier") {
    write_name(target.text(), value, frame, target);
  } else if (kind == "attribute") {
    set_attribute(eval(target.field("object"), frame),
                  target.field("attribute").text(), value, frame, target);
  } else if (kind == "subscript") {
    Value holder = eval(target.field("value"), frame);
    Value index;
    for (Node part : target.fields("subscript")) index.add(eval(part, frame));
    set_item(holder, index, value, frame, target);
  } else if (kind == "pattern_list" || kind == "tuple_pattern" ||
             kind == "list_pattern" || kind == "expression_list" ||
             kind == "tuple" || kind == "list") {
    unpack(target, value, frame);
  } else if (kind == "parenthesized_expression" ||
             kind == "as_pattern_target") {
    assign(target.child(0), value, frame);
  } else {
    unknown(frame, target, "not understood as a target");
  }
}

void Interpreter::unpack(Node pattern, const Value& value, const Frame& frame) {
  std::span<const Node> targets = pattern.children();
  bool splat = false;
  for (Node target : targets) {
    splat |= target.is("list_splat_pattern") || target.is("list_splat");
  }
  Value any;    // of sources whose positions are not known
  Value fixed;  // tuples of known length
  for (ObjectId id : value) {
    const Object& object = heap_.at(id);
    bool known = !splat && object.name == "tuple" &&
                 object.fields.contains("[0]") && !object.fields.contains("[]");
    (known ? fixed : any).add(id);
  }
  Value rest = iterate(any, frame, pattern);
  if (!fixed.empty()) iterate(fixed, frame, pattern);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    Value item = rest;
    for (ObjectId id : fixed) {
      const auto& fields = heap_.at(id).fields;
      auto found = fields.find("[" + std::to_string(i) + "]");
      if (found != fields.end()) item.add(found->second);
    }
    Node target = targets[i];
    if (target.is("list_splat_pattern") || target.is("list_splat")) {
      ObjectId list = container("list", frame, target);
      merge(heap_.at(list).fields["[]"], item);
      assign(target.child(0), Value(list), frame);
    } else {
      assign(target, item, frame);
    }
  }
}

}  // namespace ppp::advisor
