// SPDX-License-Identifier: Apache-2.0
// Statements and definitions of the clock analysis.
#include "advisor/clock_flow.h"
#include "advisor/clock_tables.h"

namespace ppp::advisor::clock {
namespace {

bool is_any(Node node, std::initializer_list<GrammarName> kinds) {
  for (GrammarName kind : kinds) {
    if (node.is(kind)) return true;
  }
  return false;
}

}  // namespace

void Flow::condition(Node node, Scope& scope, const char* what) {
  // A container is true when it has items: no clock decides that.
  Value value = eval(node, scope);
  if (tainted(value.self)) steer(node, scope, what);
}

void Flow::must_be_clean(Node node, Scope& scope, const char* what) {
  if (tainted(deep(eval(node, scope)))) {
    steer(node, scope, std::string("reaches ") + what);
  }
}

void Flow::run_children(Node node, Scope& scope) {
  for (Node child : node.children()) run_statement(child, scope);
}

void Flow::run_statement(Node node, Scope& scope) {
  if (is_any(node, {"expression_statement"})) {
    for (Node child : node.children()) eval(child, scope);
  } else if (is_any(node, {"if_statement", "elif_clause", "while_statement"})) {
    condition(
        node.field("condition"), scope,
        node.is("while_statement") ? "decides a `while`" : "decides an `if`");
    for (GrammarName part : {GrammarName("consequence"), GrammarName("body")}) {
      if (Node block = node.field(part)) run_children(block, scope);
    }
    for (Node part : node.fields("alternative")) run_statement(part, scope);
  } else if (node.is("for_statement")) {
    run_for(node, scope);
  } else if (node.is("with_statement")) {
    run_with(node, scope);
  } else if (node.is("match_statement")) {
    run_match(node, scope);
  } else if (node.is("return_statement")) {
    run_return(node, scope);
  } else if (node.is("function_definition")) {
    Value value = define_function(node, scope);
    bind(node.field("name"), value, {}, scope);
  } else if (node.is("class_definition")) {
    Value value = define_class(node, scope);
    bind(node.field("name"), value, {}, scope);
  } else if (node.is("decorated_definition")) {
    define_decorated(node, scope);
  } else if (node.is("import_statement")) {
    import_names(node, scope);
  } else if (node.is("import_from_statement")) {
    import_from(node, scope);
  } else if (is_any(node, {"raise_statement", "assert_statement"})) {
    const char* what =
        node.is("raise_statement") ? "an exception" : "an assertion";
    for (Node child : node.children()) must_be_clean(child, scope, what);
  } else if (is_any(node,
                    {"block", "try_statement", "else_clause", "finally_clause",
                     "except_clause", "except_group_clause"})) {
    run_children(node, scope);
  } else if (is_any(node, {"global_statement", "nonlocal_statement",
                           "pass_statement", "break_statement",
                           "continue_statement", "future_import_statement",
                           "type_alias_statement", "comment"})) {
    return;
  } else {
    eval(node, scope);  // an expression, or a statement that eval distrusts
  }
}

void Flow::run_for(Node node, Scope& scope) {
  Value source = eval(node.field("right"), scope);
  if (tainted(source.self)) {
    steer(node.field("right"), scope, "decides a `for`");
  }
  bind(node.field("left"), elements_of(source), {}, scope);
  run_children(node.field("body"), scope);
  for (Node part : node.fields("alternative")) run_statement(part, scope);
}

void Flow::run_with(Node node, Scope& scope) {
  for (Node clause : node.children()) {
    if (!clause.is("with_clause")) continue;
    for (Node item : clause.children()) {
      Node value = item.field("value");
      bool named = value.is("as_pattern");
      Node manager = named ? value.child(0) : value;
      Value context = eval(manager, scope);
      Value entered;
      Arguments none;
      for (const char* name :
           {"__enter__", "__aenter__", "__exit__", "__aexit__"}) {
        if (context.instances.empty()) break;
        bool enters = std::string_view(name).ends_with("enter__");
        for (Function* method : attributes_[name].value.functions) {
          if (!enters) {
            for (std::size_t i = 1; i < 4; ++i) {
              give(*method, i, Value::plain());
            }
          }
          Value result = call_function(*method, none, &context, false);
          if (enters) entered.add(result);
        }
      }
      // A function under contextlib.contextmanager gives what it yields.
      for (const Object* one : context.objects) entered.add(one->any());
      if (context.self != Taint::kNone || !context.paths.empty()) {
        entered.add(Value::plain());
      }
      entered.self = join(entered.self, context.self);
      if (!named) continue;
      for (Node alias : value.fields("alias")) bind(alias, entered, {}, scope);
    }
  }
  run_children(node.field("body"), scope);
}

void Flow::run_match(Node node, Scope& scope) {
  Taint subject = Taint::kNone;
  for (Node part : node.fields("subject")) {
    must_be_clean(part, scope, "a `match`");
    subject = join(subject, deep(eval(part, scope)));
  }
  Node body = node.field("body");
  for (Node clause : body ? body.children() : node.fields("alternative")) {
    for (Node part : clause.children()) {
      if (part.is("if_clause")) {
        condition(part.child(0), scope, "decides a `case`");
      } else if (part.is("block")) {
        run_children(part, scope);
      } else {
        walk(part, [&](Node inner) {
          if (inner.is("identifier")) bind(inner, Value::plain(), {}, scope);
          return true;
        });
      }
    }
  }
}

void Flow::run_return(Node node, Scope& scope) {
  Scope* at = &scope;
  while (at != nullptr && at->function == nullptr) at = at->parent;
  Node value = node.child(0);
  if (!value) return;
  Value result = eval(value, scope);
  if (at == nullptr) return;
  at->function->returns[value.id()] = value;
  add(at->function->result, result);
}

void Flow::read_parameters(Node parameters, Function& function) {
  bool keyword_only = false;
  for (Node node : parameters.children()) {
    Parameter parameter;
    parameter.node = node;
    parameter.default_value = node.field("value");
    Node name = node.field("name");
    if (!name) name = node.is("typed_parameter") ? node.child(0) : node;
    if (node.is("keyword_separator")) {
      keyword_only = true;
      continue;
    }
    if (node.is("positional_separator")) continue;
    if (name.is("list_splat_pattern")) {
      parameter.kind = Parameter::Kind::kStar;
      keyword_only = true;
      name = name.child(0);
    } else if (name.is("dictionary_splat_pattern")) {
      parameter.kind = Parameter::Kind::kDoubleStar;
      name = name.child(0);
    } else if (keyword_only) {
      parameter.kind = Parameter::Kind::kKeywordOnly;
    }
    parameter.name = name.text();
    function.parameters.push_back(parameter);
  }
}

Function& Flow::function_of(Node node, Scope& scope) {
  auto& slot = functions_[node.id()];
  if (!slot) {
    slot = std::make_unique<Function>();
    slot->node = node;
    slot->scope = &new_scope(node, &scope);
    slot->scope->function = slot.get();
    slot->owner = node.is("lambda") ? nullptr : scope.owner;
    read_parameters(node.field("parameters"), *slot);
  }
  return *slot;
}

Value Flow::define_function(Node node, Scope& scope) {
  Function& function = function_of(node, scope);
  Scope& inner = *function.scope;
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const Parameter& parameter = function.parameters[i];
    if (parameter.kind == Parameter::Kind::kStar ||
        parameter.kind == Parameter::Kind::kDoubleStar) {
      add(inner.variables[parameter.name].value,
          container(parameter.node.id(), {}));
    }
    if (parameter.default_value) {
      give(function, i, eval(parameter.default_value, scope));
    }
  }
  if (node.is("lambda")) {
    Node body = node.field("body");
    add(function.result, eval(body, inner));
    function.returns[body.id()] = body;
  } else {
    if (function.owner != nullptr && !function.is_static) {
      Value self;
      (function.is_class_method ? self.classes : self.instances)
          .insert(function.owner);
      give(function, 0, self);
      check_special_method(function, inner);
    }
    run_children(node.field("body"), inner);
  }
  Value value;
  value.functions.insert(&function);
  return value;
}

/// Python calls special methods, and a library calls those of its subclasses,
/// with arguments that are not seen here.
void Flow::check_special_method(Function& function, Scope& scope) {
  std::string_view name = function.node.field("name").text();
  bool special = name.starts_with("__") && name.ends_with("__") &&
                 !is_followed_special(name);
  if (!special && !has_library_base(*function.owner)) return;
  for (std::size_t i = 1; i < function.parameters.size(); ++i) {
    give(function, i, Value::plain());
  }
  if (!special) return;
  if (tainted(deep(function.result)) || tainted(deep(function.yields))) {
    steer(function.node.field("name"), scope,
          "is returned by a special method");
  }
  if (name == "__getattr__" || name == "__getattribute__" ||
      name == "__setattr__" || name == "__set__" || name == "__get__") {
    steer(function.node.field("name"), scope,
          "may pass through a redefined attribute access");
  }
}

Value Flow::define_class(Node node, Scope& scope) {
  auto& slot = classes_[node.id()];
  if (!slot) {
    slot = std::make_unique<Class>();
    slot->node = node;
    slot->scope = &new_scope(node, &scope);
    slot->scope->owner = slot.get();
    for (Node statement : node.field("body").children()) {
      Node assignment = statement.child(0);
      if (assignment.is("assignment") && assignment.field("type")) {
        slot->fields.emplace_back(assignment.field("left").text());
      }
    }
  }
  Class& owner = *slot;
  const std::size_t known = owner.attributes.size();
  owner.attributes.insert(owner.scope->names.locals.begin(),
                          owner.scope->names.locals.end());
  changed_ |= owner.attributes.size() != known;
  std::size_t place = 0;
  if (Node bases = node.field("superclasses")) {
    for (Node base : bases.children()) {
      if (base.is("keyword_argument")) base = base.field("value");
      Value value = eval(base, scope);
      for (const std::string& path : value.paths) {
        if (path.starts_with("logging.")) logging_changed_ = true;
        if (path == "typing.NamedTuple") owner.is_dataclass = true;
      }
      if (place == owner.bases.size()) owner.bases.emplace_back();
      add(owner.bases[place++], value);
    }
  }
  run_children(node.field("body"), *owner.scope);
  Value value;
  value.classes.insert(&owner);
  return value;
}

Value Flow::decorate(Node decorator, const Value& value, Scope& scope) {
  Node expression = decorator.child(0);
  std::string_view text = expression.text();
  for (std::string_view suffix : {".setter", ".deleter", ".getter"}) {
    if (!text.ends_with(suffix)) continue;
    std::string name(text.substr(0, text.size() - suffix.size()));
    if (suffix == ".setter") {
      setters_[name].insert(value.functions.begin(), value.functions.end());
    }
    return {};  // the property stays what it was
  }
  Value callee = eval(expression, scope);
  if (callee.nothing()) return value;
  Value result;
  for (const std::string& path : callee.paths) {
    bool property =
        path == "builtins.property" || path == "functools.cached_property";
    for (Function* function : value.functions) {
      function->is_property = function->is_property || property;
    }
    bool dataclass =
        path == "dataclasses.dataclass" || path == "dataclasses.dataclass()";
    for (Class* owner : value.classes) owner->is_dataclass |= dataclass;
    result.add(value);
    if (property || dataclass || keeps_function(path)) continue;
    result.add(Value::plain());
    escape(value, decorator, scope);
  }
  if (callee.paths.empty() && !callee.known_callee()) {
    result.add(value);
    result.add(Value::plain());
    escape(value, decorator, scope);
    return result;
  }
  if (!callee.functions.empty() || !callee.classes.empty() ||
      !callee.instances.empty()) {
    callee.paths.clear();
    Arguments arguments;
    arguments.call = decorator;
    arguments.positional = {value};
    arguments.nodes = {decorator};
    result.add(call_value(callee, expression, arguments, scope));
  }
  return result;
}

void Flow::define_decorated(Node node, Scope& scope) {
  Node definition = node.field("definition");
  if (definition.is("function_definition")) {
    Function& function = function_of(definition, scope);
    for (Node child : node.children()) {
      if (!child.is("decorator")) continue;
      std::string_view text = child.child(0).text();
      function.is_static |= text == "staticmethod";
      function.is_class_method |= text == "classmethod";
    }
  }
  Value value = definition.is("class_definition")
                    ? define_class(definition, scope)
                    : define_function(definition, scope);
  std::vector<Node> decorators;
  for (Node child : node.children()) {
    if (child.is("decorator")) decorators.insert(decorators.begin(), child);
  }
  for (Node decorator : decorators) {
    value = decorate(decorator, value, scope);
  }
  bind(definition.field("name"), value, {}, scope);
}

}  // namespace ppp::advisor::clock
