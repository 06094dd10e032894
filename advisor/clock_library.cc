// SPDX-License-Identifier: Apache-2.0
// What library functions, builtins and containers do with clock values.
#include "advisor/clock_flow.h"
#include "advisor/clock_tables.h"

namespace ppp::advisor::clock {
namespace {

bool is_any(std::string_view name,
            std::initializer_list<std::string_view> names) {
  for (std::string_view one : names) {
    if (name == one) return true;
  }
  return false;
}

bool makes_container(std::string_view path) {
  return is_any(path, {"collections.deque", "collections.defaultdict",
                       "collections.OrderedDict", "collections.Counter",
                       "builtins.dict"});
}

}  // namespace

Value Flow::call_path(const std::string& path, Arguments& arguments,
                      Scope& scope) {
  Node call = arguments.call;
  if (path == "timeit.Timer().autorange") {
    if (last_) use_.reads_clock = true;
    steer(call, scope, "decides how often code runs");
    return Value::of(Taint::kMixed);
  }
  if (is_source(path, arguments.count())) {
    if (last_) use_.reads_clock = true;
    for (const Value& value : arguments.positional) {
      escape(Value::functions_of(value), call, scope);
    }
    if (path.ends_with(".repeat")) {
      return container(call.id(), Value::of(Taint::kClock));
    }
    return Value::of(Taint::kClock, makes_text(path));
  }
  if (path.starts_with("builtins.")) {
    auto result =
        call_builtin(std::string_view(path).substr(9), arguments, scope);
    if (result) return *result;
  }
  if (is_pure(path)) {
    Taint taint = Taint::kNone;
    Value all = all_of(arguments);
    auto take = [&](const Value& value) {
      taint = combine(taint, join(value.operand(), contents(value)));
    };
    for (const Value& value : arguments.positional) take(value);
    for (const auto& [name, value] : arguments.named) take(value);
    if (arguments.spread) take(*arguments.spread);
    if (!all.objects.empty() && taint == Taint::kNone) taint = Taint::kPlain;
    bool text = makes_text(path);
    bool several = !all.objects.empty() || path == "time.strftime" ||
                   !all.instances.empty();
    if (text && several && tainted(taint)) taint = Taint::kMixed;
    escape(Value::functions_of(all), call, scope);
    return Value::of(taint, text);
  }
  if (path == "sys.stdout.write" || path == "sys.stderr.write") {
    output_write(arguments, scope);
    return Value::of(deep(all_of(arguments)));
  }
  if (is_logging_call(path) && !logging_changed_) {
    output_log(arguments, scope);
    return {};
  }
  if (path == "importlib.import_module" && arguments.count() == 1 &&
      arguments.nodes.size() == 1) {
    if (auto name = literal_text(arguments.nodes[0])) {
      Value module;
      module.paths.insert(*name);
      return module;
    }
  }
  if (makes_container(path)) {
    Value items;
    if (path.ends_with("defaultdict")) {
      if (!arguments.positional.empty()) {
        Arguments none;
        none.call = arguments.nodes[0];
        Value factory = arguments.positional[0];
        items = call_value(factory, arguments.nodes[0], none, scope);
      }
    } else {
      Value all = all_of(arguments);
      if (tainted(deep(all)) && path != "collections.deque" &&
          !arguments.positional.empty()) {
        steer(call, scope, "may become a key");
      }
      for (const Value& value : arguments.positional) {
        items.add(elements_of(value));
        items.add(elements_of(elements_of(value)));
      }
      for (const auto& [name, value] : arguments.named) items.add(value);
      if (arguments.spread) items.add(*arguments.spread);
    }
    return container(call.id(), items);
  }
  Value result = call_unknown(arguments, scope, "a library");
  result.self = Taint::kNone;
  result.paths.insert(path_of_result(path));
  return result;
}

std::optional<Value> Flow::call_container(const Value& base,
                                          const std::string& name,
                                          Arguments& arguments, Scope& scope) {
  Node call = arguments.call;
  const Value any = held_by(base.objects);
  Value all = all_of(arguments);
  auto positional = [&](std::size_t index) {
    return index < arguments.positional.size() ? arguments.positional[index]
                                               : Value();
  };
  auto clean = [&](const Value& value, const char* what) {
    if (tainted(deep(value))) steer(call, scope, what);
  };
  if (is_any(name, {"append", "appendleft"})) {
    put(base, all, call, scope);
    return Value();
  }
  if (name == "insert") {
    clean(positional(0), "reaches an index");
    put(base, positional(1), call, scope);
    return Value();
  }
  if (name == "add") {
    clean(all, "reaches a set");
    put(base, all, call, scope);
    return Value();
  }
  if (is_any(name, {"extend", "extendleft", "update"})) {
    put(base, elements_of(all), call, scope);
    for (const auto& [key, value] : arguments.named) {
      put(base, value, call, scope);
    }
    if (name == "update") {
      // Pairs, or a set's elements.
      put(base, elements_of(elements_of(all)), call, scope);
      for (const Value& value : arguments.positional) {
        for (const Object* one : value.objects) {
          clean(one->elements, "may become a key");
        }
      }
    }
    return Value();
  }
  if (is_any(name, {"get", "setdefault", "pop", "popleft", "popitem"})) {
    clean(positional(0), "reaches a key or an index");
    auto key = arguments.nodes.empty() ? std::nullopt
                                       : literal_text(arguments.nodes[0]);
    if (name == "setdefault") put(base, positional(1), call, scope);
    Value found = key ? held_by(base.objects, "'" + *key) : any;
    found.add(positional(1));
    if (name == "popitem") {
      Object& pair = object(call.id());
      pair.tuple_size = 2;
      add(pair.slots["0"], Value::plain());
      add(pair.slots["1"], found);
      found = {};
      found.objects.insert(&pair);
    }
    if (base.operand() != Taint::kNone) found.add(Value::plain());
    return found;
  }
  if (name == "items") {
    Object& pair = object(call.id(), 1);
    pair.tuple_size = 2;
    add(pair.slots["0"], Value::plain());
    add(pair.slots["1"], any);
    Value value;
    value.objects.insert(&pair);
    return container(call.id(), value);
  }
  if (name == "values") return container(call.id(), any);
  if (name == "keys") return container(call.id(), Value::plain());
  if (name == "copy") return container(call.id(), any);
  if (name == "sort") {
    order_by(base, arguments, scope);
    return Value();
  }
  if (is_any(name, {"reverse", "clear", "rotate"})) {
    clean(all, "reaches the order of a list");
    return Value();
  }
  if (is_any(name, {"index", "count", "remove", "discard"})) {
    clean(all, "is looked up");
    clean(any, "is looked up");
    return Value::plain();
  }
  clean(any, "is in a container whose method is not followed");
  return std::nullopt;
}

void Flow::order_by(const Value& container, const Arguments& arguments,
                    Scope& scope) {
  Value items = elements_of(container);
  auto key = arguments.named.find("key");
  auto reverse = arguments.named.find("reverse");
  if (reverse != arguments.named.end() && tainted(deep(reverse->second))) {
    steer(arguments.call, scope, "decides an order");
  }
  if (key == arguments.named.end()) {
    // Times in order are times; anything else in their order is not.
    Taint held = deep(items);
    if (held == Taint::kMixed || (tainted(held) && !items.objects.empty())) {
      steer(arguments.call, scope, "decides an order");
    }
    return;
  }
  Arguments inner;
  inner.call = arguments.call;
  inner.positional = {items};
  inner.nodes = {arguments.named_nodes.at("key")};
  Value by = key->second;
  if (tainted(deep(call_value(by, inner.nodes[0], inner, scope)))) {
    steer(arguments.call, scope, "decides an order");
  }
}

Value Flow::call_extremum(const Arguments& arguments, Scope& scope) {
  Value candidates;
  if (arguments.positional.size() == 1) {
    Object& list = object(arguments.call.id());
    add(list.elements, elements_of(arguments.positional[0]));
  } else {
    for (const Value& value : arguments.positional) {
      add(object(arguments.call.id()).elements, value);
    }
  }
  if (arguments.spread) {
    add(object(arguments.call.id()).elements, *arguments.spread);
  }
  candidates.objects.insert(&object(arguments.call.id()));
  order_by(candidates, arguments, scope);
  Value result = elements_of(candidates);
  auto otherwise = arguments.named.find("default");
  if (otherwise != arguments.named.end()) result.add(otherwise->second);
  return result;
}

std::optional<Value> Flow::call_sequence_builtin(std::string_view name,
                                                 Arguments& arguments,
                                                 Scope& scope) {
  Node call = arguments.call;
  std::vector<Value>& positional = arguments.positional;
  Value first = positional.empty() ? Value() : positional[0];
  if (arguments.spread) first.add(*arguments.spread);
  if (is_any(name, {"list", "tuple", "iter", "reversed"})) {
    return container(call.id(), elements_of(first));
  }
  if (name == "sorted") {
    order_by(first, arguments, scope);
    return container(call.id(), elements_of(first));
  }
  if (name == "set" || name == "frozenset") {
    if (tainted(deep(first))) steer(call, scope, "reaches a set");
    return container(call.id(), elements_of(first));
  }
  if (name == "range") {
    if (tainted(deep(all_of(arguments)))) {
      steer(call, scope, "decides a `range`");
    }
    return container(call.id(), Value::plain());
  }
  if (name == "next") {
    Value value = elements_of(first);
    if (positional.size() > 1) value.add(positional[1]);
    return value;
  }
  if (name == "enumerate" || name == "zip") {
    Object& row = object(call.id(), 1);
    bool numbered = name == "enumerate";
    row.tuple_size = numbered ? 2 : positional.size();
    if (arguments.spread) {
      row.tuple_size = 0;
      add(row.elements, elements_of(first));
    }
    if (numbered) add(row.slots["0"], Value::plain());
    for (std::size_t i = 0; i < (numbered ? 1 : positional.size()); ++i) {
      if (i >= positional.size()) break;
      add(row.slots[std::to_string(i + (numbered ? 1U : 0U))],
          elements_of(positional[i]));
    }
    Value rows;
    rows.objects.insert(&row);
    return container(call.id(), rows);
  }
  if ((name == "map" || name == "filter") && positional.size() >= 2) {
    Arguments inner;
    inner.call = call;
    for (std::size_t i = 1; i < positional.size(); ++i) {
      inner.positional.push_back(elements_of(positional[i]));
      inner.nodes.push_back(arguments.nodes[i]);
    }
    Value made = call_value(positional[0], arguments.nodes[0], inner, scope);
    if (name == "map") return container(call.id(), made);
    if (tainted(deep(made)) ||
        (positional[0].nothing() && tainted(deep(positional[1])))) {
      steer(call, scope, "decides a `filter`");
    }
    return container(call.id(), elements_of(positional[1]));
  }
  return std::nullopt;
}

Value Flow::call_getattr(const Arguments& arguments, Scope& scope) {
  if (arguments.positional.size() < 2) return Value::plain();
  const Value& base = arguments.positional[0];
  Value result;
  if (auto name = literal_text(arguments.nodes[1])) {
    result = read_attribute(base, *name);
  } else {
    // Any attribute that is ours, or any function of a clock library.
    for (const auto& [other, variable] : attributes_) {
      result.add(variable.value);
    }
    if (tainted(deep(result))) result.self = Taint::kMixed;
    for (const std::string& path : base.paths) {
      if (!is_any(path, {"time", "datetime", "timeit"})) continue;
      if (last_) use_.reads_clock = true;
      steer(arguments.call, scope, "may be read through `getattr`");
    }
    result.add(Value::plain());
  }
  if (arguments.positional.size() > 2) result.add(arguments.positional[2]);
  return result;
}

std::optional<Value> Flow::call_builtin(std::string_view name,
                                        Arguments& arguments, Scope& scope) {
  if (auto result = call_sequence_builtin(name, arguments, scope)) {
    return result;
  }
  Value all = all_of(arguments);
  if (name == "print") {
    output_print(arguments, scope);
    return Value();
  }
  if (name == "len") {
    return Value::of(tainted(all.self) ? Taint::kMixed : Taint::kPlain);
  }
  if (name == "min" || name == "max") return call_extremum(arguments, scope);
  if (name == "any" || name == "all") {
    return Value::of(tainted(deep(all)) ? Taint::kMixed : Taint::kPlain);
  }
  if (is_any(name, {"isinstance", "issubclass", "callable", "hasattr", "type",
                    "id"})) {
    return Value::plain();
  }
  if (name == "divmod") {
    return container(arguments.call.id(), Value::of(all.operand()));
  }
  if (name == "getattr") return call_getattr(arguments, scope);
  if (name == "super") {
    Scope* at = &scope;
    while (at != nullptr && at->owner == nullptr) at = at->parent;
    Value value;
    if (at == nullptr) return Value::plain();
    for (const Value& base : at->owner->bases) {
      value.instances.insert(base.classes);
    }
    if (value.instances.empty() || has_library_base(*at->owner)) {
      value.add(Value::plain());
    }
    return value;
  }
  if (name == "vars" && arguments.count() == 0) {
    steer(arguments.call, scope, "may be reached through `vars`");
    return Value::plain();
  }
  if (name == "__import__" && arguments.nodes.size() == 1) {
    if (auto module = literal_text(arguments.nodes[0])) {
      Value value;
      value.paths.insert(*module);
      return value;
    }
  }
  return std::nullopt;
}

}  // namespace ppp::advisor::clock
