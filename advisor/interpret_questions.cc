// SPDX-License-Identifier: Apache-2.0
// What is kept apart for the loops in question, and the answers about one.

#include <algorithm>
#include <iterator>

#include "advisor/interpreter.h"
#include "advisor/item_call.h"

namespace ppp::advisor {

void Interpreter::look_at(int number) {
  const Question& question = questions_[static_cast<std::size_t>(number)];
  loops_[question.loop.id()] = number;
  for (Node part : question.parts) parts_[part.id()].push_back(number);
  for (Node statement : question.row) rows_[statement.id()] = number;
  if (question.item_call) item_calls_[question.item_call.id()] = number;
  if (question.consumer) consumers_[question.consumer.id()].push_back(number);
  if (question.source_apart) {
    sources_apart_[question.source_apart.id()] = number;
  }
  // Of loops in each other the outermost.
  std::vector<ByteRange>& ranges = looked_at_[question.source];
  const ByteRange range =
      question.consumer ? question.consumer.range() : question.range;
  bool known = std::any_of(ranges.begin(), ranges.end(), [&](ByteRange other) {
    return other.contains(range);
  });
  if (known) return;
  std::erase_if(ranges, [&](ByteRange other) { return range.contains(other); });
  ranges.push_back(range);
}

// Asked for every expression.
bool Interpreter::looked_at(Node node, const SourceFile* source) const {
  auto ranges = looked_at_.find(source);
  if (ranges == looked_at_.end()) return false;
  const ByteRange range = node.range();
  return std::any_of(ranges->second.begin(), ranges->second.end(),
                     [&](ByteRange loop) { return loop.contains(range); });
}

// The body of `loop` is evaluated next.
void Interpreter::run_into(Node loop, Frame& frame) {
  auto question = loops_.find(loop.id());
  if (question == loops_.end()) return;
  const int number = question->second;
  if (frame.context.inside(number)) return;
  loop_scopes_[static_cast<std::size_t>(number)].insert(frame.scope);
  frame.context = frame.context.entering(number);
  contexts_.insert(frame.context);
}

bool Interpreter::holds_loop(int scope, int question) const {
  return loop_scopes_[static_cast<std::size_t>(question)].contains(scope);
}

// The frame in which to run `node`: that of the part that it is, if it is one.
Interpreter::Frame Interpreter::in_part(Node node, const Frame& outer) {
  if (!outer.context.inside_any()) return outer;
  auto part = parts_.find(node.id());
  if (part == parts_.end()) return outer;
  const bool here =
      std::any_of(part->second.begin(), part->second.end(), [&](int question) {
        return outer.context.inside(question) &&
               holds_loop(outer.scope, question);
      });
  if (!here) return outer;
  auto [unit, fresh] =
      part_units_.try_emplace({node.id(), outer.scope, outer.context}, -1);
  if (fresh) unit->second = new_unit(outer.scope, outer.context, node);
  Frame frame = outer;
  frame.unit = unit->second;
  if (frame.unit != outer.unit) unit_at(outer.unit).parts.insert(frame.unit);
  return frame;
}

// The frame in which `part` runs as one of the question's, wherever it stands.
Interpreter::Frame Interpreter::as_part(int question, Node part,
                                        const Frame& outer) {
  Frame frame = outer;
  frame.context = frame.context.entering(question);
  contexts_.insert(frame.context);
  auto [unit, fresh] =
      part_units_.try_emplace({part.id(), outer.scope, frame.context}, -1);
  if (fresh) unit->second = new_unit(outer.scope, frame.context, part);
  frame.unit = unit->second;
  if (frame.unit != outer.unit) unit_at(outer.unit).parts.insert(frame.unit);
  return frame;
}

// The frame for a statement of a row in question.
Interpreter::Frame Interpreter::in_row(Node statement, const Frame& outer) {
  auto row = rows_.find(statement.id());
  if (row == rows_.end()) return outer;
  loop_scopes_[static_cast<std::size_t>(row->second)].insert(outer.scope);
  Frame frame = outer;
  frame.context = frame.context.entering(row->second);
  contexts_.insert(frame.context);
  return frame;
}

// The frame in which `call` runs: what uses up a loop in question goes on while
// it does, so its effects are those of a part.
Interpreter::Frame Interpreter::consuming(Node call, const Frame& outer) {
  auto questions = consumers_.find(call.id());
  if (questions == consumers_.end()) return outer;
  Frame frame = outer;
  for (int number : questions->second) {
    const Question& question = questions_[static_cast<std::size_t>(number)];
    if (question.loop == question.item_call) {
      loop_scopes_[static_cast<std::size_t>(number)].insert(outer.scope);
    }
    frame.context = frame.context.entering(number);
  }
  return as_part(questions->second.front(), call, frame);
}

// The frame in which the library runs the function of `call` for an item.
Interpreter::Frame Interpreter::for_item(Node call, const Frame& outer) {
  if (call.null()) return outer;
  auto question = item_calls_.find(call.id());
  if (question == item_calls_.end()) return outer;
  const int number = question->second;
  return as_part(number,
                 questions_[static_cast<std::size_t>(number)].item_function,
                 outer);
}

// The arguments of `call` have been evaluated.
void Interpreter::note_items(Node call, const Frame& frame) {
  auto question = item_calls_.find(call.id());
  if (question == item_calls_.end()) return;
  if (frame.context.inside_any()) {
    loops_inside_.emplace(call.id(), frame.context);
  }
  const std::optional<ItemCall> asked = item_call(call);
  for (Node source : asked->sources) {
    items_[static_cast<std::size_t>(question->second)].add(
        iterate_quietly(value_of(source)));
  }
}

void Interpreter::ask(int question) {
  asked_ = question;
  canonical_.clear();
  effects_of_parts_.clear();
}

// The first of all activations that the question does not tell apart.
int Interpreter::canonical(int scope) const {
  constexpr int kOpen = -2;
  if (scope < 0) return scope;
  // More of them may have come: this is asked while they are made, too.
  if (canonical_.size() != scopes_.size()) {
    canonical_.assign(scopes_.size(), kOpen);
  }
  int& known = canonical_[static_cast<std::size_t>(scope)];
  if (known != kOpen) return known;
  const Scope& mine = scope_at(scope);
  const int parent = canonical(mine.parent);
  for (int other : scopes_of_node_.at(mine.node.id())) {
    const Scope& candidate = scope_at(other);
    if (inside(candidate.context) == inside(mine.context) &&
        canonical(candidate.parent) == parent) {
      return known = other;
    }
  }
  return known = scope;
}

int Interpreter::loop_scope() const {
  if (questions_.empty()) return -1;
  const auto& scopes = loop_scopes_[static_cast<std::size_t>(asked_)];
  return scopes.empty() ? -1 : canonical(*scopes.begin());
}

bool Interpreter::ambiguous() const {
  const auto& scopes = loop_scopes_[static_cast<std::size_t>(asked_)];
  return std::any_of(scopes.begin(), scopes.end(), [&](int scope) {
    return canonical(scope) != loop_scope();
  });
}

Value Interpreter::value_of(Node node) const {
  auto found = values_.find(node.id());
  return found == values_.end() ? Value() : found->second;
}

Value Interpreter::variable(int scope, std::string_view name) const {
  Value value;
  const int first = canonical(scope);
  for (int other : scopes_of_node_.at(scope_at(scope).node.id())) {
    if (canonical(other) != first) continue;
    value.add(own_variable(other, name));
    for (const auto& [key, own] : scope_at(other).unshared) {
      if (key.substr(0, key.find('@')) == name) value.add(own);
    }
  }
  return value;
}

Value Interpreter::variable_after(int scope, std::string_view name,
                                  std::span<const Node> statements) const {
  const Node function = scope_at(scope).node;
  Node made;
  bool alone = scope_at(scope).names->kind == ScopeNames::Kind::kFunction;
  for (Node statement : statements) {
    const Node inner = statement.child(0);
    const bool first = made.null() && statement.is("expression_statement") &&
                       inner.is("assignment") &&
                       inner.field("left").text() == name;
    if (first) made = inner;
    walk(statement, [&](Node node) {
      if (node.is("identifier") && node.text() == name &&
          !(first && node == inner.field("left"))) {
        alone = alone && made && unshared_.made_by(node, function) == made;
      }
      return alone;
    });
  }
  if (!alone || made.null()) return variable(scope, name);
  Value value;
  const int canon = canonical(scope);
  for (int other : scopes_of_node_.at(function.id())) {
    if (canonical(other) != canon) continue;
    const Cells& unshared = scope_at(other).unshared;
    auto found = unshared.find(definition_key(name, made));
    if (found == unshared.end()) return variable(scope, name);
    value.add(found->second);
  }
  return value;
}

Value Interpreter::variable_from(int scope, std::string_view name,
                                 Node statement) const {
  Value value;
  const int first = canonical(scope);
  for (int other : scopes_of_node_.at(scope_at(scope).node.id())) {
    if (canonical(other) != first) continue;
    const Scope& holder = scope_at(other);
    auto found = holder.defined.find(definition_key(name, statement));
    if (found == holder.defined.end() ||
        holder.assigned_elsewhere.contains(name)) {
      return variable(scope, name);
    }
    value.add(found->second);
  }
  return value;
}

// What uses up a generator stands outside its scope, and so does a
// comprehension's source.
bool Interpreter::is_part_of_question(const Unit& unit) const {
  if (!unit.part || !inside(unit.context)) return false;
  if (unit.part == question().consumer ||
      unit.part == question().source_apart) {
    return true;
  }
  const std::vector<int>& questions = parts_.at(unit.part.id());
  return holds_loop(unit.scope, asked_) &&
         std::find(questions.begin(), questions.end(), asked_) !=
             questions.end();
}

// A part in all its activations, and what it runs; parts of other questions
// that stand in it are its own, further parts of this one are not.
std::set<int> Interpreter::units_of(Node part) const {
  std::vector<int> todo;
  for (auto at = part_units_.lower_bound({part.id(), -1, Context::kOutside});
       at != part_units_.end() && std::get<0>(at->first) == part.id(); ++at) {
    if (is_part_of_question(unit_at(at->second))) todo.push_back(at->second);
  }
  return units_from(std::move(todo));
}

std::set<int> Interpreter::units_from(std::vector<int> todo) const {
  std::set<int> seen;
  while (!todo.empty()) {
    int index = todo.back();
    todo.pop_back();
    if (!seen.insert(index).second) continue;
    const Unit& unit = unit_at(index);
    todo.insert(todo.end(), unit.callees.begin(), unit.callees.end());
    for (int inner : unit.parts) {
      if (!is_part_of_question(unit_at(inner))) todo.push_back(inner);
    }
  }
  return seen;
}

// Names of scopes that the loop enters anew are nobody else's, unless functions
// made there live on.
void Interpreter::collect(Effect effect, const Place& place,
                          std::vector<Effects::Entry>& effects) const {
  using Kind = Effect::Kind;
  const bool closure =
      effect.kind == Kind::kReadClosure || effect.kind == Kind::kWriteClosure;
  if (closure || effect.kind == Kind::kReadName ||
      effect.kind == Kind::kWriteName) {
    if (inside(scope_at(effect.subject).context) != closure) return;
    if (effect.kind == Kind::kReadClosure) effect.kind = Kind::kReadName;
    if (effect.kind == Kind::kWriteClosure) effect.kind = Kind::kWriteName;
    effect.subject = canonical(effect.subject);
  } else if (effect.kind == Kind::kAdvance) {
    const Object& generator = heap_.at(effect.subject);
    if (inside(generator.context) || generator.site == question().loop) return;
    effect.kind = Kind::kUnknown;
    effect.subject = -1;
  }
  effects.emplace_back(effect, place);
}

const Interpreter::PartEffects& Interpreter::collect_part(Node part) const {
  auto [known, fresh] = effects_of_parts_.try_emplace(part.id());
  if (!fresh) return known->second;
  const ByteRange loop = question().range;
  std::vector<Effects::Entry> all;
  for (int index : units_of(part)) {
    for (const auto& [effect, place] : unit_at(index).effects) {
      collect(effect, place, all);
    }
  }
  std::stable_sort(all.begin(), all.end(), Effects::before);
  std::vector<Effects::Entry> callees;
  std::copy_if(all.begin(), all.end(), std::back_inserter(callees),
               [&](const Effects::Entry& entry) {
                 const Place& place = entry.second;
                 return place.source != question().source ||
                        !loop.contains(place.range);
               });
  known->second = {Effects(std::move(all)), Effects(std::move(callees))};
  return known->second;
}

const Effects& Interpreter::effects_of_part(Node part) const {
  return collect_part(part).all;
}

const Effects& Interpreter::effects_of_callees(Node part) const {
  return collect_part(part).callees;
}

std::vector<int> Interpreter::functions_of_part(Node part) const {
  std::vector<int> functions;
  for (int index : units_of(part)) {
    const Unit& unit = unit_at(index);
    if (!unit.part && unit.scope >= 0) functions.push_back(unit.scope);
  }
  return functions;
}

const Effects& Interpreter::all_effects() const {
  if (all_effects_) return *all_effects_;
  std::vector<Effects::Entry> all;
  for (const Unit& unit : units_) {
    for (const auto& [effect, place] : unit.effects) {
      if (effect.kind == Effect::Kind::kOutside)
        all.emplace_back(effect, place);
    }
  }
  return all_effects_.emplace(std::move(all));
}

Effects Interpreter::effects_of_units(const std::set<int>& units) const {
  std::vector<Effects::Entry> all;
  for (int index : units) {
    const Effects& effects = unit_at(index).effects;
    all.insert(all.end(), effects.begin(), effects.end());
  }
  return Effects(std::move(all));
}

Effects Interpreter::effects_of_memoized() const {
  std::vector<Effects::Entry> all;
  for (const Scope& scope : scopes_) {
    if (!scope.memoized || !inside(scope.context)) continue;
    // A function made in the iteration takes its cache along when it goes.
    if (scope.parent >= 0 && inside(scope_at(scope.parent).context)) continue;
    for (int unit : units_from({scope.unit})) {
      for (const auto& [effect, place] : unit_at(unit).effects) {
        collect(effect, place, all);
      }
    }
  }
  return Effects(std::move(all));
}

bool Interpreter::runs_itself(int scope) const {
  const int own = scope_at(scope).unit;
  for (const std::set<int>* next :
       {&unit_at(own).callees, &unit_at(own).parts}) {
    for (int unit : *next) {
      if (units_from({unit}).contains(own)) return true;
    }
  }
  return false;
}

std::vector<int> Interpreter::memoized() const {
  std::vector<int> scopes;
  std::copy_if(memoized_.begin(), memoized_.end(), std::back_inserter(scopes),
               [&](int scope) { return inside(scope_at(scope).context); });
  return scopes;
}

bool Interpreter::may_change(const Effect& read) const {
  if (read.kind == Effect::Kind::kReadName) {
    std::set<const void*> places;
    for (int scope : scopes_of_node_.at(scope_at(read.subject).node.id())) {
      auto found = scope_at(scope).sites.find(read.name);
      if (found == scope_at(scope).sites.end()) continue;
      places.insert(found->second.begin(), found->second.end());
    }
    return places.size() > 1;
  }
  if (read.kind != Effect::Kind::kReadField) return false;
  Value objects(read.subject);
  if (read.name == "*") objects = heap_.reachable(objects);
  return std::any_of(objects.begin(), objects.end(), [&](ObjectId id) {
    const auto& changed = heap_.at(id).changed;
    if (read.name == "*") return !changed.empty();
    return changed.contains(read.name) || changed.contains("*");
  });
}

bool Interpreter::iterates(Node part, ObjectId id) const {
  const std::set<int> units = units_of(part);
  return std::any_of(units.begin(), units.end(), [&](int unit) {
    return iterated_.contains({id, unit});
  });
}

bool Interpreter::runs_inside(Node loop) const {
  for (auto at = loops_inside_.lower_bound({loop.id(), Context::kOutside});
       at != loops_inside_.end() && at->first == loop.id(); ++at) {
    if (inside(at->second)) return true;
  }
  return false;
}

}  // namespace ppp::advisor
