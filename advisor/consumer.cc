// SPDX-License-Identifier: Apache-2.0
#include "advisor/consumer.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "advisor/early_exit.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;
using NameSet = std::set<std::string_view>;

/// The library's own names of what `callee` may be; "" for anything else.
std::set<std::string, std::less<>> library_names(const Trial& trial,
                                                 Node callee) {
  std::set<std::string, std::less<>> names;
  for (ObjectId id : trial.interpreter.value_of(callee)) {
    const Object& object = trial.interpreter.heap().at(id);
    const bool library = object.kind == Kind::kLibraryFunction ||
                         object.kind == Kind::kLibraryType ||
                         object.kind == Kind::kLibraryMethod;
    names.insert(library ? object.name : "");
  }
  return names;
}

bool is_one_of(const Trial& trial, Node callee, const NameSet& known) {
  const auto names = library_names(trial, callee);
  return !names.empty() &&
         std::all_of(names.begin(), names.end(), [&](const std::string& name) {
           return known.contains(name);
         });
}

Reason refusal(const Trial& trial, std::string id, std::string message) {
  return {std::move(id), std::move(message), {trial.loop.hot.span}};
}

/// These iterate to the end before they return, once over each item.
const NameSet& eager() {
  static const NameSet names = {"builtins.sum",
                                "builtins.min",
                                "builtins.max",
                                "builtins.sorted",
                                "list",
                                "tuple",
                                "set",
                                "frozenset",
                                "dict",
                                "math.fsum",
                                "math.prod",
                                "collections.Counter",
                                "statistics.mean",
                                "str.join",
                                "functools.reduce",
                                "heapq.nlargest",
                                "heapq.nsmallest",
                                "list.extend",
                                "set.update",
                                "dict.update",
                                "collections.Counter.update"};
  return names;
}

std::optional<Reason> refuse_generator(const Trial& trial) {
  const Node call = trial.shape.consumer;
  const Node callee = call.field("function");
  static const std::set<std::string_view> members = {"Counter", "fsum", "join",
                                                     "mean", "prod"};
  const bool form = callee.is("identifier") ||
                    members.contains(callee.field("attribute").text());
  if (form && is_one_of(trial, callee, eager())) return std::nullopt;
  return refusal(trial, "lazy-consumer",
                 "the generator is not used up at once by a known function");
}

/// The rows of a starmap: where a worker unpacks them, they must have the
/// right length, or the error would be another.
bool fitting_rows(const Trial& trial, const ItemCall& call) {
  const Node parameters = call.function.field("parameters");
  const bool lambda = call.function.is("lambda");
  const Value& rows = trial.interpreter.items();
  return std::all_of(rows.begin(), rows.end(), [&](ObjectId id) {
    const Object& row = trial.interpreter.heap().at(id);
    const bool tuple = row.name == "tuple";
    if (row.kind != Kind::kContainer || (!tuple && row.name != "list")) {
      return false;
    }
    const auto places = std::distance(row.fields.begin(), row.fields.end());
    return !lambda || (tuple && !row.fields.contains("[]") &&
                       places == std::ssize(parameters.children()));
  });
}

std::optional<Reason> refuse_item_call(const Trial& trial,
                                       const ItemCall& call) {
  static const NameSet running = {
      "builtins.map", "builtins.filter", "itertools.starmap",
      "builtins.max", "builtins.min",    "builtins.sorted",
      "list.sort",    "heapq.nlargest",  "heapq.nsmallest"};
  const Node callee = call.call.field("function");
  if (!is_one_of(trial, callee, running)) {
    return refusal(trial, "unknown-callee",
                   "`" + std::string(callee.text().substr(0, 40)) +
                       "` is not surely the library's");
  }
  const std::vector<Node> wrappers =
      call.lazy() ? wrappers_of(call.call) : std::vector<Node>();
  for (Node wrapper : wrappers) {
    static const NameSet lazy = {"builtins.zip", "builtins.enumerate"};
    if (is_one_of(trial, wrapper.field("function"), lazy)) continue;
    return refusal(trial, "unknown-callee",
                   "`" + std::string(wrapper.field("function").text()) +
                       "` is not the builtin");
  }
  if (call.kind == ItemCall::Kind::kFilter) {
    for (ObjectId id : trial.interpreter.item_results()) {
      if (trial.interpreter.heap().at(id).kind == Kind::kAtom) continue;
      return refusal(trial, "unknown-truth",
                     "what the filter's function returns may decide by itself "
                     "whether it is true");
    }
  }
  if (call.kind == ItemCall::Kind::kStarmap && !fitting_rows(trial, call)) {
    return refusal(trial, "rows-unclear",
                   "how many values a row of the starmap holds is not known");
  }
  if (!trial.loop.node.is("call") || !call.lazy()) return std::nullopt;
  if (is_one_of(trial, trial.shape.consumer.field("function"), eager())) {
    return std::nullopt;
  }
  return refusal(trial, "lazy-consumer",
                 "what it gives is not used up at once by a known function");
}

bool of_builtin_types(const Trial& trial, const Value& value) {
  const Heap& heap = trial.interpreter.heap();
  const Value all = heap.reachable(value);
  return std::all_of(all.begin(), all.end(), [&](ObjectId id) {
    const Object& object = heap.at(id);
    return object.kind == Kind::kAtom || object.kind == Kind::kContainer ||
           object.kind == Kind::kLibraryInstance;
  });
}

/// What is given to `call` beside the loop in question.
std::vector<Node> further_arguments(const Trial& trial, Node call) {
  std::vector<Node> found;
  if (call == trial.loop.node || call.field("arguments") == trial.loop.node) {
    return found;
  }
  for (Node argument : call.field("arguments").children()) {
    if (!argument.range().contains(trial.loop.node.range())) {
      found.push_back(argument);
    }
  }
  return found;
}

/// All that the consumer may compare, hash or add: what the work gives, what
/// zip() takes from beside it, what is passed along, and what is there already.
Value met_by_consumer(const Trial& trial, std::string_view name) {
  const Interpreter& interpreter = trial.interpreter;
  const Node call = trial.shape.consumer;
  std::vector<Node> given = further_arguments(trial, call);
  Value met = interpreter.value_of(trial.shape.element);
  if (trial.shape.applied) {
    const ItemCall& applied = *trial.shape.applied;
    met = interpreter.item_results();
    if (applied.kind == ItemCall::Kind::kFilter) met.add(interpreter.items());
    given.insert(given.end(), applied.beside.begin(), applied.beside.end());
  }
  if (name.ends_with(".update")) {
    given.push_back(call.field("function").field("object"));
  }
  for (Node node : given) {
    const Value value = interpreter.value_of(node);
    if (value.empty()) met.add(interpreter.heap().unknown());
    met.add(value);
  }
  return met;
}

/// Some consumers look at each item before they ask for the next one: what
/// they call then runs between two iterations. That of reduce() is one of the
/// loop's parts.
std::optional<Reason> refuse_interleaved(const Trial& trial) {
  static const NameSet no_code_between = {
      "builtins.sorted", "list.sort",       "list", "tuple", "list.extend",
      "str.join",        "functools.reduce"};
  const Node call = trial.shape.consumer;
  for (const std::string& name : library_names(trial, call.field("function"))) {
    if (no_code_between.contains(name)) continue;
    const std::vector<Node> further = further_arguments(trial, call);
    const bool key =
        std::any_of(further.begin(), further.end(), [](Node argument) {
          return argument.is("keyword_argument") || argument.is("list_splat") ||
                 argument.is("dictionary_splat");
        });
    if (!key && of_builtin_types(trial, met_by_consumer(trial, name))) continue;
    return refusal(trial, "consumer-runs-code",
                   "`" + std::string(call.field("function").text()) +
                       "` may run code of the program between two items");
  }
  return std::nullopt;
}

bool all_atoms(const Trial& trial, const Value& values, const NameSet& names) {
  return !values.empty() &&
         std::all_of(values.begin(), values.end(), [&](ObjectId id) {
           const Object& object = trial.interpreter.heap().at(id);
           return object.kind == Kind::kAtom && names.contains(object.name);
         });
}

/// Values of these compare, hash and add up without raising.
bool even(const Trial& trial, const Value& values) {
  return all_atoms(trial, values, {"int", "bool"}) ||
         all_atoms(trial, values, {"float"}) ||
         all_atoms(trial, values, {"str"});
}

/// The same for keys: also tuples of such values by place.
bool even_keys(const Trial& trial, const Value& values) {
  if (even(trial, values)) return true;
  if (values.size() != 1) return false;
  const Object& object = trial.interpreter.heap().at(*values.begin());
  if (object.kind != Kind::kContainer || object.name != "tuple") return false;
  return object.fields.begin() != object.fields.end() &&
         std::all_of(object.fields.begin(), object.fields.end(),
                     [&](const auto& field) {
                       return field.first != "[]" && even(trial, field.second);
                     });
}

/// The call that uses up the results takes all of them, and raises for none.
bool takes_all(const Trial& trial, const Value& results) {
  const Node call = trial.shape.consumer;
  const Node arguments = call.field("arguments");
  // Neither a start value, a key of its own …
  if (!(arguments == trial.loop.node) && arguments.children().size() != 1) {
    return false;
  }
  const Node callee = call.field("function");
  if (is_one_of(trial, callee, {"list", "tuple"})) return true;
  const bool text = all_atoms(trial, results, {"str"});
  if (is_one_of(trial, callee, {"str.join"})) return text;
  if (is_one_of(trial, callee, {"builtins.sum"})) {
    return !text && even(trial, results);
  }
  static const NameSet known = {"builtins.min",    "builtins.max",
                                "builtins.sorted", "set",
                                "frozenset",       "collections.Counter"};
  return is_one_of(trial, callee, known) && even(trial, results);
}

bool cannot_raise(const Trial& trial) {
  const Value& results = trial.interpreter.item_results();
  const ItemCall& applied = *trial.shape.applied;
  if (!applied.lazy()) return even_keys(trial, results);
  // Nor something between.
  if (!wrappers_of(applied.call).empty()) return false;
  const Node callee = trial.shape.consumer.field("function");
  return (applied.kind != ItemCall::Kind::kFilter ||
          is_one_of(trial, callee, {"list", "tuple"})) &&
         takes_all(trial, results);
}

}  // namespace

std::optional<Reason> refuse_consumer(const Trial& trial) {
  if (short_consumer(trial)) return std::nullopt;
  if (trial.loop.node.is("generator_expression")) {
    if (auto refused = refuse_generator(trial)) return refused;
  }
  if (trial.shape.applied) {
    if (auto refused = refuse_item_call(trial, *trial.shape.applied)) {
      return refused;
    }
  }
  return trial.shape.consumer ? refuse_interleaved(trial) : std::nullopt;
}

std::optional<Reason> refuse_between(const Trial& trial) {
  for (Node target : trial.shape.targets()) {
    bool quiet = true;
    walk(target, [&](Node part) {
      quiet = quiet && trial.interpreter.unpacks_quietly(part);
      return quiet;
    });
    if (quiet) continue;
    return Reason{"unpacking-runs-code",
                  "taking an item apart to `" + std::string(target.text()) +
                      "` may run code of the program",
                  {trial.loop.source->span(target.range())}};
  }
  Node hashed = trial.shape.key;
  if (trial.loop.hot.kind == LoopKind::kSetComprehension) {
    hashed = trial.shape.element;
  }
  if (!hashed || of_builtin_types(trial, trial.interpreter.value_of(hashed))) {
    return std::nullopt;
  }
  return Reason{"hashing-runs-code",
                "`" + std::string(hashed.text()) +
                    "` may be hashed by code of the program between two items",
                {trial.loop.source->span(hashed.range())}};
}

bool failure_unseen(const Trial& trial, const Isolation& isolation) {
  if (!cannot_raise(trial)) return false;
  const Heap& heap = trial.interpreter.heap();
  const ItemCall& call = *trial.shape.applied;
  // The iterators between the work and what uses up its results. A list is
  // sorted only when all keys are there.
  auto passing = [&](ObjectId id) {
    return heap.at(id).name == "iterator" ||
           (call.kind == ItemCall::Kind::kSort &&
            trial.interpreter.value_of(call.sources[0]).contains(id));
  };
  auto of_generator = [&](int scope) {
    return trial.interpreter.scope_at(scope).node.is("generator_expression");
  };
  return std::all_of(isolation.rest().begin(), isolation.rest().end(),
                     [&](const auto& seen) {
                       const Effect& effect = seen.first;
                       return effect.kind == Effect::Kind::kReadName ||
                              effect.kind == Effect::Kind::kReadField ||
                              (effect.kind == Effect::Kind::kWriteName &&
                               of_generator(effect.subject)) ||
                              (effect.kind == Effect::Kind::kWriteField &&
                               passing(effect.subject));
                     });
}

bool takes_quietly(const Trial& trial) {
  const Node loop = trial.loop.node;
  const Node element = trial.shape.element;
  if (loop.is("list_comprehension")) return true;
  if (loop.is("generator_expression")) {
    return trial.shape.consumer &&
           takes_all(trial, trial.interpreter.value_of(element));
  }
  const Node hashed = trial.shape.key ? trial.shape.key : element;
  return even_keys(trial, trial.interpreter.value_of(hashed));
}

}  // namespace ppp::advisor
