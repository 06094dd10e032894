// SPDX-License-Identifier: Apache-2.0
#include "advisor/interpreter.h"

#include <algorithm>

namespace ppp::advisor {
namespace {

/// `__file__` where it may end up as the path of a file to read: anywhere but
/// as a starting point for other paths, in output, or on a child's command
/// line.
bool may_open(Node name) {
  for (Node node = name.parent(); node; node = node.parent()) {
    if (node.is("list")) return false;
    if (node.is("attribute") && node.field("attribute").text() == "parent") {
      return false;
    }
    if (node.is("call")) {
      std::string_view called = node.field("function").text();
      called.remove_prefix(called.rfind('.') + 1);
      static const std::set<std::string_view> harmless = {
          "dirname", "basename", "print",     "ArgumentParser",
          "exit",    "error",    "with_name", "write"};
      static const std::set<std::string_view> same_path = {
          "abspath", "realpath", "Path", "resolve", "absolute", "str"};
      if (harmless.contains(called)) return false;
      if (!same_path.contains(called)) return true;
    }
    if (node.kind().ends_with("_statement")) break;
  }
  return true;
}

/// The text of an effect that cannot be told.
std::string unclear(Node at, std::string_view why) {
  constexpr std::size_t kLongestUnclear = 60;
  std::string text(at.text().substr(0, kLongestUnclear));
  text = text.substr(0, text.find('\n'));
  return "`" + text + "`: " + std::string(why);
}

/// `node` may be executed several times while `scope` runs once.
bool inside_loop(Node node, Node scope) {
  Node at = node.parent();
  // A definition binds its name where it stands, not when it is called.
  if (at.is("function_definition") && at.field("name") == node) {
    at = at.parent();
  }
  for (; at && !(at == scope); at = at.parent()) {
    if (at.is("for_statement") || at.is("while_statement") ||
        at.is("function_definition") || at.is("lambda")) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string definition_key(std::string_view name, Node statement) {
  return std::string(name) + "@" + std::to_string(statement.range().begin);
}

Interpreter::Interpreter(const Project& project, const Library& library,
                         std::vector<Question> questions)
    : project_(project),
      library_(library),
      questions_(std::move(questions)),
      loop_scopes_(questions_.size()),
      heap_(tracker_),
      exceptions_(tracker_),
      raised_(tracker_),
      items_(questions_.size()),
      item_results_(questions_.size()) {
  PPP_CHECK(questions_.size() <= kMostQuestions);
  for (const SourceFile& source : project_.files) {
    modules_.emplace(source.module(), &source);
  }
  for (std::size_t i = 0; i < questions_.size(); ++i) {
    look_at(static_cast<int>(i));
  }
}

int Interpreter::activate(Node node, const SourceFile* source, int parent,
                          Context context) {
  auto key = std::make_tuple(node.id(), parent, context);
  auto [at, fresh] =
      activations_.try_emplace(key, static_cast<int>(scopes_.size()));
  if (fresh) {
    Scope& scope = scopes_.emplace_back(tracker_);
    scope.names = &names_of(node);
    scope.source = source;
    scope.node = node;
    scope.parent = parent;
    scope.context = context;
    scope.task = tracker_.add_task();
    scope.unit = new_unit(at->second, context, Node());
    scopes_of_node_[node.id()].push_back(at->second);
  }
  return at->second;
}

int Interpreter::new_unit(int scope, Context context, Node part) {
  Unit& unit = units_.emplace_back();
  unit.scope = scope;
  unit.context = context;
  unit.part = part;
  return static_cast<int>(units_.size()) - 1;
}

// Comprehensions are lazy only as generators; class bodies run where they
// stand.
void Interpreter::evaluate(int index) {
  Scope& scope = scope_at(index);
  scope.evaluated = true;
  Frame frame{index, scope.context, scope.unit, scope.source};
  switch (scope.names->kind) {
    case ScopeNames::Kind::kModule:
      statements(scope.node, frame);
      break;
    case ScopeNames::Kind::kFunction:
      if (scope.names->async && scope.names->generator) {
        unknown(frame, scope.node.field("name"), "an asynchronous generator");
      }
      statements(scope.node.field("body"), frame);
      if (!scope.names->generator &&
          may_fall_through(scope.node.field("body"))) {
        merge(scope.returns, atom("none"));
      }
      break;
    case ScopeNames::Kind::kLambda:
      merge(scope.returns, eval(scope.node.field("body"), frame));
      break;
    case ScopeNames::Kind::kComprehension:
      if (scope.node.is("generator_expression")) {
        comprehension_clauses(scope.node, frame, [&](const Frame& inner) {
          merge(scope_at(index).yields, eval(scope.node.field("body"), inner));
        });
      }
      break;
    case ScopeNames::Kind::kClass:
      break;
  }
}

void Interpreter::call_escaped(ObjectId id) {
  Arguments arguments;
  arguments.splat = unknown_value();
  arguments.keyword_splat = unknown_value();
  arguments.has_splat = arguments.has_keyword_splat = true;
  Frame frame{0, Context::kOutside, scope_at(0).unit, &project_.files[0]};
  const Object& object = heap_.at(id);
  if (object.kind == Object::Kind::kInstance) {
    for (ObjectId cls : mro(object.of)) {
      for (const auto& [name, member] : heap_.at(cls).fields) {
        call(bind_member(member, id, cls, frame, object.site), arguments, frame,
             object.site);
      }
    }
  } else {
    call(Value(id), arguments, frame, object.site);
  }
}

const ScopeNames& Interpreter::names_of(Node node) {
  auto at = names_.find(node.id());
  if (at != names_.end()) return at->second;
  ScopeNames names = scope_names(node);
  if (names.kind == ScopeNames::Kind::kModule) {
    walk(node, [&](Node inner) {
      if (inner.is("global_statement")) {
        for (Node name : inner.children()) names.locals.emplace(name.text());
      }
      return true;
    });
  }
  return names_.emplace(node.id(), std::move(names)).first->second;
}

const SourceFile* Interpreter::module_named(const std::string& dotted) const {
  auto found = modules_.find(dotted);
  return found == modules_.end() ? nullptr : found->second;
}

int Interpreter::module_scope(const SourceFile* source) {
  return activate(source->root(), source, -1, Context::kOutside);
}

void Interpreter::note(const Frame& frame, Effect::Kind kind, int subject,
                       std::string_view name, Node at) {
  const bool access = kind <= Effect::Kind::kUses;
  if (kind == Effect::Kind::kWriteField) {
    const auto later = shared_.find(subject);
    for (ObjectId id :
         {subject, later == shared_.end() ? subject : later->second}) {
      heap_.at(id).changed.emplace(name);
      note_change(frame, id, at);
    }
  }
  if (access && !frame.context.inside_any()) return;
  unit_at(frame.unit)
      .effects.add({kind, subject, name}, {frame.source, at.range()});
}

int Interpreter::number_of(Node at) {
  const int next = static_cast<int>(place_numbers_.size());
  return place_numbers_.try_emplace(at.id(), next).first->second;
}

/// Of some categories every place counts: each is looked at, or assumed of.
void Interpreter::note_outside(const Frame& frame, std::string_view category,
                               Node at) {
  const bool each = category == "program" || category == "conversation" ||
                    category == "connect" || category == "query" ||
                    category == "database" || category == "log-record" ||
                    category == "log-setup";
  note(frame, Effect::Kind::kOutside, each ? number_of(at) : -1, category, at);
}

/// The code runs when its module is imported, and in no call.
bool Interpreter::imports(const Frame& frame) const {
  for (int scope = frame.scope; scope >= 0; scope = scope_at(scope).parent) {
    const ScopeNames::Kind kind = scope_at(scope).names->kind;
    if (kind == ScopeNames::Kind::kFunction ||
        kind == ScopeNames::Kind::kLambda) {
      return false;
    }
  }
  return true;
}

void Interpreter::note_change(const Frame& frame, ObjectId id, Node at) {
  if (heap_.at(id).kind == Object::Kind::kLibraryInstance) {
    library_changes_[id].try_emplace(at.id(), Place{frame.source, at.range()});
  }
  if (scope_at(frame.scope).names->kind == ScopeNames::Kind::kClass) return;
  Changes& changes = changes_[id];
  const Place place{frame.source, at.range()};
  if (!imports(frame)) {
    if (!changes.by_function) changes.by_function = place;
    return;
  }
  const bool known =
      std::any_of(changes.by_modules.begin(), changes.by_modules.end(),
                  [&](const Place& one) { return one.source == frame.source; });
  if (!known) changes.by_modules.push_back(place);
}

std::optional<Place> Interpreter::changed_later(ObjectId id,
                                                const SourceFile* home) const {
  auto found = changes_.find(id);
  if (found == changes_.end()) return std::nullopt;
  if (found->second.by_function) return found->second.by_function;
  for (const Place& place : found->second.by_modules) {
    if (place.source != home) return place;
  }
  return std::nullopt;
}

std::vector<Place> Interpreter::changes_of(ObjectId id) const {
  std::vector<Place> places;
  auto found = library_changes_.find(id);
  if (found == library_changes_.end()) return places;
  for (const auto& [node, place] : found->second) places.push_back(place);
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.range.begin < b.range.begin;
  });
  return places;
}

bool Interpreter::rebound_later(int scope, std::string_view name) const {
  return rebound_.contains(std::pair(scope, std::string(name)));
}

Effects Interpreter::effects_of_imports() const {
  std::vector<int> todo;
  for (const Scope& scope : scopes_) {
    const bool module = scope.names->kind == ScopeNames::Kind::kModule;
    if (module && scope.source != &project_.files[0]) {
      todo.push_back(scope.unit);
    }
  }
  std::vector<Effects::Entry> all;
  std::set<int> seen;
  while (!todo.empty()) {
    const int index = todo.back();
    todo.pop_back();
    if (!seen.insert(index).second) continue;
    const Unit& unit = unit_at(index);
    todo.insert(todo.end(), unit.callees.begin(), unit.callees.end());
    todo.insert(todo.end(), unit.parts.begin(), unit.parts.end());
    for (const auto& [effect, place] : unit.effects) {
      if (effect.kind == Effect::Kind::kOutside ||
          effect.kind == Effect::Kind::kUnknown) {
        all.emplace_back(effect, place);
      }
    }
  }
  return Effects(std::move(all));
}

void Interpreter::unknown(const Frame& frame, Node at, std::string_view why) {
  note(frame, Effect::Kind::kUnknown, -1, unclear(at, why), at);
}

void Interpreter::advance_foreign(const Frame& frame, ObjectId generator,
                                  Node at) {
  note(frame, Effect::Kind::kAdvance, generator,
       unclear(at, "advances a generator made outside the loop"), at);
}

void Interpreter::call_unit(const Frame& frame, int unit) {
  unit_at(frame.unit).callees.insert(unit);
}

int Interpreter::resolve(std::string_view name, int start) const {
  int module = start;
  while (scope_at(module).parent >= 0) module = scope_at(module).parent;
  bool enclosing = false;
  for (int index = start; index >= 0; index = scope_at(index).parent) {
    const ScopeNames& names = *scope_at(index).names;
    bool visible = !enclosing || names.kind != ScopeNames::Kind::kClass;
    enclosing = true;
    if (!visible) continue;
    if (names.globals.contains(name)) return module;
    if (names.locals.contains(name)) return index;
  }
  return -1;
}

// Code in scope `inner` runs in a function made in `outer`, which it may
// outlive.
bool Interpreter::in_closure(int outer, int inner) const {
  for (int index = inner; index >= 0 && index != outer;
       index = scope_at(index).parent) {
    const Scope& scope = scope_at(index);
    if (scope.names->kind == ScopeNames::Kind::kFunction ||
        scope.names->kind == ScopeNames::Kind::kLambda ||
        scope.node.is("generator_expression")) {
      return true;
    }
  }
  return false;
}

Value Interpreter::read_name(std::string_view name, const Frame& frame,
                             Node node) {
  int index = resolve(name, frame.scope);
  Value value;
  if (index >= 0) {
    Scope& scope = scope_at(index);
    if (scope.parent < 0 && mangled(name, node) != name) {
      unknown(frame, node, "inside of a class this is another name");
    }
    if (!scope.context.covers(frame.context)) {
      note(frame, Effect::Kind::kReadName, index, name, node);
    }
    if (in_closure(index, frame.scope)) {
      note(frame, Effect::Kind::kReadClosure, index, name, node);
    }
    if (auto own = unshared_value(index, frame, node)) return *own;
    if (const Cell* seen = seen_value(name, index, frame, node)) return *seen;
    auto found = scope.variables.find(name);
    if (found != scope.variables.end()) value.add(found->second);
    // A module-level name that hides a builtin may not be bound yet.
    if (scope.parent >= 0) return value;
  }
  std::optional<Value> builtin = library_name("builtins", name, frame);
  if (builtin) {
    value.add(*builtin);
  } else if (name == "__file__") {
    note_own_source(frame, node);
    value.add(atom("str"));
  } else if (name == "__name__" || name == "__doc__" || name == "__package__") {
    value.add(atom("str"));
  } else if (index < 0) {
    unknown(frame, node, "nothing in the program defines this name");
    return unknown_value();
  }
  return value;
}

void Interpreter::note_own_source(const Frame& frame, Node node) {
  if (may_open(node)) {
    note(frame, Effect::Kind::kOutside, -1, "own-source", node);
  }
}

void Interpreter::write_name(std::string_view name, const Value& value,
                             const Frame& frame, Node node) {
  int index = resolve(name, frame.scope);
  if (index < 0) index = frame.scope;
  Scope& scope = scope_at(index);
  if (scope.parent < 0 && mangled(name, node) != name) {
    unknown(frame, node, "inside of a class this is another name");
  }
  if (!scope.context.covers(frame.context)) {
    note(frame, Effect::Kind::kWriteName, index, name, node);
  }
  if (in_closure(index, frame.scope)) {
    note(frame, Effect::Kind::kWriteClosure, index, name, node);
  }
  std::set<const void*>& sites =
      scope.sites.try_emplace(std::string(name)).first->second;
  sites.insert(node.id());
  // Twice the same place counts as two.
  if (inside_loop(node, scope.node)) sites.insert(scope.node.id());
  if (scope.parent < 0 && !imports(frame)) {
    rebound_.emplace(index, std::string(name));
  }
  merge(scope.variables[name], value);
  if (!runs_in(frame.scope, index)) {
    assign_elsewhere(index, name);
  } else if (node.is("identifier")) {
    if (Node by = definitions_.made_by(node, name, scope.node)) {
      define(index, name, value, by);
    }
  }
}

// `scope` is `index`, or a comprehension in it that is evaluated at once.
bool Interpreter::runs_in(int scope, int index) const {
  while (scope != index) {
    const Scope& inner = scope_at(scope);
    if (inner.names->kind != ScopeNames::Kind::kComprehension ||
        inner.node.is("generator_expression")) {
      return false;
    }
    scope = inner.parent;
  }
  return true;
}

// The values that reading `name` may give when the text says whose they are;
// else null.
const Cell* Interpreter::seen_value(std::string_view name, int index,
                                    const Frame& frame, Node node) {
  Scope& scope = scope_at(index);
  const bool plain = scope.names->kind == ScopeNames::Kind::kModule ||
                     scope.names->kind == ScopeNames::Kind::kFunction;
  if (!plain || !node.is("identifier") || node.text() != name ||
      !runs_in(frame.scope, index) || scope.assigned_elsewhere.contains(name)) {
    return nullptr;
  }
  const Node by = definitions_.seen_by(node, name, scope.node);
  return by ? &scope.defined[definition_key(name, by)] : nullptr;
}

// What a statement has made is another object until something else may refer
// to it: then it is what the place has made before.
void Interpreter::keep_unshared(Node assignment, const Value& made,
                                const Frame& frame) {
  Scope& scope = scope_at(frame.scope);
  if (scope.names->kind != ScopeNames::Kind::kFunction ||
      !unshared_.makes(assignment, scope.node)) {
    return;
  }
  const Node site = assignment.field("right");
  const bool empty =
      (site.is("call") ? site.field("arguments") : site).children().empty();
  Value own;
  for (ObjectId id : made) {
    const Object& object = heap_.at(id);
    if (object.kind != Object::Kind::kContainer || object.of >= 0 ||
        object.site != site) {
      own.add(id);
      continue;
    }
    const ObjectId before = heap_.make(object.kind, object.name, frame.context,
                                       frame.source, site, "unshared");
    shared_[before] = id;
    for (const auto& [name, value] : object.fields.snapshot()) {
      if (!empty) merge(heap_.at(before).fields[name], value);
    }
    own.add(before);
  }
  const std::string key =
      definition_key(assignment.field("left").text(), assignment);
  merge(scope.unshared[key], own);
  will_be_shared(own);
}

// The values of a use that nothing else can refer to.
std::optional<Value> Interpreter::unshared_value(int index, const Frame& frame,
                                                 Node use) {
  Scope& scope = scope_at(index);
  if (index != frame.scope ||
      scope.names->kind != ScopeNames::Kind::kFunction) {
    return std::nullopt;
  }
  const Node by = unshared_.made_by(use, scope.node);
  if (by.null()) return std::nullopt;
  Value own = scope.unshared[definition_key(use.text(), by)];
  will_be_shared(own);
  return own;
}

void Interpreter::will_be_shared(const Value& unshared) {
  for (ObjectId id : unshared) {
    const auto later = shared_.find(id);
    if (later == shared_.end()) continue;
    for (const auto& [name, value] : heap_.at(id).fields.snapshot()) {
      merge(heap_.at(later->second).fields[name], value);
    }
  }
}

void Interpreter::define(int index, std::string_view name, const Value& value,
                         Node statement) {
  merge(scope_at(index).defined[definition_key(name, statement)], value);
}

void Interpreter::assign_elsewhere(int index, std::string_view name) {
  scope_at(index).assigned_elsewhere[name];  // it is enough to be there
}

ObjectId Interpreter::container(std::string_view kind, const Frame& frame,
                                Node site, std::string_view key) {
  return heap_.make(Object::Kind::kContainer, kind, frame.context, frame.source,
                    site, key);
}

// What `module.name` is according to the tables; nullopt: no entry.
std::optional<Value> Interpreter::library_name(const std::string& module,
                                               std::string_view name,
                                               const Frame& frame) {
  std::string qualified = module + "." + std::string(name);
  std::string type = module == "builtins" ? std::string(name) : qualified;
  Value value;
  if (const CallEntry* entry = library_.function(module, name)) {
    ObjectId id = heap_.make(Object::Kind::kLibraryFunction, qualified,
                             Context::kOutside, nullptr, Node());
    heap_.at(id).entry = entry;
    value.add(id);
  } else if (library_.type(type)) {
    value.add(heap_.make(Object::Kind::kLibraryType, type, Context::kOutside,
                         nullptr, Node()));
  } else if (library_.module(qualified) || library_.package(qualified)) {
    value.add(heap_.make(Object::Kind::kLibraryModule, qualified,
                         Context::kOutside, nullptr, Node()));
  } else if (const ModuleEntry* table = library_.module(module)) {
    auto constant = table->constants.find(name);
    if (constant == table->constants.end()) return std::nullopt;
    // One object per constant, wherever it is read.
    Frame outside = frame;
    outside.context = Context::kOutside;
    value = materialise(constant->second, Value(), Arguments(), CallEntry(),
                        outside, Node(), qualified);
  } else {
    return std::nullopt;
  }
  return value;
}

Value Interpreter::own_variable(int scope, std::string_view name) const {
  const auto& variables = scope_at(scope).variables;
  auto found = variables.find(name);
  return found == variables.end() ? Value() : found->second.get();
}

}  // namespace ppp::advisor
