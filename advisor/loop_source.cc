// SPDX-License-Identifier: Apache-2.0
#include "advisor/loop_source.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

#include "advisor/given_arrays.h"
#include "advisor/quiet.h"

namespace ppp::advisor {
namespace {

using Kind = Object::Kind;

bool is_sized(const Interpreter& interpreter, ObjectId id) {
  const Object& object = interpreter.heap().at(id);
  if (object.kind == Kind::kAtom) {
    return object.name == "str" || object.name == "bytes" ||
           object.name == "range";
  }
  if (object.kind == Kind::kContainer) return object.name != "iterator";
  if (object.kind == Kind::kLibraryInstance) {
    return interpreter.like_dict(object) ||
           object.name == "collections.deque" || object.name == "dict_keys" ||
           object.name == "dict_values" || object.name == "dict_items";
  }
  return false;
}

bool all_sized(const Interpreter& interpreter, Node node) {
  Value value = interpreter.value_of(node);
  return !value.empty() &&
         std::all_of(value.begin(), value.end(),
                     [&](ObjectId id) { return is_sized(interpreter, id); });
}

bool is_number(const Interpreter& interpreter, ObjectId id) {
  static const std::set<std::string_view> numbers = {"int", "float", "complex",
                                                     "bool"};
  const Object& object = interpreter.heap().at(id);
  return (object.kind == Kind::kAtom && numbers.contains(object.name)) ||
         (object.kind == Kind::kLibraryInstance &&
          object.name == "numpy.generic");
}

/// All items are there before the first is taken, or it fails then.
bool is_there(const Interpreter& interpreter, ObjectId id) {
  return is_number(interpreter, id) || is_array(interpreter.heap().at(id)) ||
         is_sized(interpreter, id);
}

bool all_there(const Interpreter& interpreter, Node node) {
  Value value = interpreter.value_of(node);
  return !value.empty() &&
         std::all_of(value.begin(), value.end(),
                     [&](ObjectId id) { return is_there(interpreter, id); });
}

/// A list or tuple of which all items have a length: the rows of zip(*rows).
bool sized_rows(const Interpreter& interpreter, Node node) {
  Value rows;
  for (ObjectId id : interpreter.value_of(node)) {
    const Object& object = interpreter.heap().at(id);
    const bool holds = object.kind == Object::Kind::kContainer &&
                       (object.name == "list" || object.name == "tuple");
    if (!holds) return false;
    for (const auto& [name, value] : object.fields) {
      if (name.starts_with('[')) rows.add(value);
    }
  }
  return !rows.empty() &&
         std::all_of(rows.begin(), rows.end(),
                     [&](ObjectId id) { return is_sized(interpreter, id); });
}

/// `enumerate(xs)` and the like: the builtin of that name, or a dict's view.
/// Their items are known when their arguments' are.
bool is_view(const Interpreter& interpreter, Node call) {
  Node callee = call.field("function");
  if (!call.is("call") || !call.field("arguments").is("argument_list")) {
    return false;
  }
  if (callee.is("attribute")) {
    std::string_view name = callee.field("attribute").text();
    bool view = name == "items" || name == "keys" || name == "values";
    return view && all_sized(interpreter, callee.field("object"));
  }
  static const std::set<std::string_view> wrappers = {"enumerate", "zip",
                                                      "reversed"};
  if (!callee.is("identifier") || !wrappers.contains(callee.text())) {
    return false;
  }
  Value value = interpreter.value_of(callee);
  return value.size() == 1 && interpreter.heap().at(*value.begin()).name ==
                                  "builtins." + std::string(callee.text());
}

/// The one library function or type that `callee` is, or "".
std::string library_name(const Interpreter& interpreter, Node callee) {
  Value value = interpreter.value_of(callee);
  if (value.size() != 1) return "";
  const Object& object = interpreter.heap().at(*value.begin());
  const bool library = object.kind == Kind::kLibraryFunction ||
                       object.kind == Kind::kLibraryType ||
                       object.kind == Kind::kLibraryMethod;
  return library ? object.name : "";
}

/// How many of the arguments are iterables whose items `call`, an itertools
/// function, combines; 0: not such a function.
std::size_t combined(const Interpreter& interpreter, Node call) {
  if (!call.is("call") || !call.field("arguments").is("argument_list")) {
    return 0;
  }
  static const std::set<std::string_view> first = {
      "itertools.combinations", "itertools.combinations_with_replacement",
      "itertools.permutations", "itertools.islice",
      "itertools.pairwise",     "itertools.batched"};
  static const std::set<std::string_view> all = {
      "itertools.product", "itertools.chain", "itertools.zip_longest"};
  const std::string name = library_name(interpreter, call.field("function"));
  std::size_t plain = 0;
  for (Node argument : call.field("arguments").children()) {
    if (argument.is("list_splat") || argument.is("dictionary_splat")) return 0;
    if (!argument.is("keyword_argument")) ++plain;
  }
  if (all.contains(name)) return plain;
  return first.contains(name) && plain > 0 ? 1 : 0;
}

/// os.walk(top): no call per directory that the program could notice.
bool reads_directories(const Interpreter& interpreter, Node source) {
  if (!source.is("call")) return false;
  const std::string name = library_name(interpreter, source.field("function"));
  if (name != "os.walk" && !name.ends_with("Path.iterdir")) return false;
  std::size_t given = source.field("arguments").children().size();
  return name == "os.walk" ? given == 1 : given == 0;
}

bool one_enumeration(const Interpreter& interpreter, Node source) {
  Value value = interpreter.value_of(source);
  return source.is("identifier") && value.size() == 1 &&
         interpreter.is_enumeration(*value.begin());
}

bool is_builtin_type(const Interpreter& interpreter, Node callee,
                     std::string_view name) {
  Value value = interpreter.value_of(callee);
  if (callee.text() != name || value.size() != 1) return false;
  const Object& object = interpreter.heap().at(*value.begin());
  return object.name == name || object.name == "builtins." + std::string(name);
}

std::vector<Node> view_sources(Node call) {
  Node callee = call.field("function");
  if (callee.is("attribute")) return {callee.field("object")};
  std::vector<Node> sources;
  for (Node argument : call.field("arguments").children()) {
    if (argument.is("keyword_argument")) continue;
    sources.push_back(argument);
    if (callee.text() == "enumerate") break;  // the start is no source
  }
  return sources;
}

/// itertools.count(…) of numbers.
bool counts(const Interpreter& interpreter, Node source) {
  if (!source.is("call") || !source.field("arguments").is("argument_list") ||
      library_name(interpreter, source.field("function")) !=
          "itertools.count") {
    return false;
  }
  std::span<const Node> arguments = source.field("arguments").children();
  return std::all_of(arguments.begin(), arguments.end(), [&](Node argument) {
    const Node value =
        argument.is("keyword_argument") ? argument.field("value") : argument;
    return only_integers(interpreter, interpreter.value_of(value));
  });
}

bool known_ahead(const Interpreter& interpreter, Node source, bool ends_early) {
  if (source.is("parenthesized_expression")) {
    return known_ahead(interpreter, source.child(0), ends_early);
  }
  if (ends_early && counts(interpreter, source)) return true;
  if (is_view(interpreter, source)) {
    for (Node argument : source.field("arguments").children()) {
      if (argument.is("dictionary_splat")) return false;
      if (argument.is("list_splat")) {
        if (!sized_rows(interpreter, argument.child(0))) return false;
        continue;
      }
      // zip(strict=True) raises only when the sources are used up.
      if (argument.is("keyword_argument") &&
          argument.field("name").text() != "start") {
        return false;
      }
    }
    std::vector<Node> inner = view_sources(source);
    return std::all_of(inner.begin(), inner.end(), [&](Node node) {
      return node.is("list_splat") ||
             known_ahead(interpreter, node, ends_early);
    });
  }
  if (std::size_t count = combined(interpreter, source)) {
    std::span<const Node> arguments = source.field("arguments").children();
    return std::all_of(
        arguments.begin(),
        arguments.begin() + static_cast<std::ptrdiff_t>(count),
        [&](Node node) { return known_ahead(interpreter, node, ends_early); });
  }
  return all_there(interpreter, source) ||
         (!ends_early && reads_directories(interpreter, source)) ||
         one_enumeration(interpreter, source);
}

/// max((… for … in …), key=f): only the function runs between two items, and
/// work writes nothing that is shared.
bool quiet_source(const Trial& trial, Node source) {
  return trial.loop.node.is("call") && source.is("generator_expression") &&
         quiet_generator(trial, source);
}

/// `5_000`, `10 ** 9`, `60 * 60`; nothing: not so plain.
std::optional<double> written_number(Node node) {
  if (node.is("parenthesized_expression")) return written_number(node.child(0));
  if (node.is("integer")) {
    std::string digits(node.text());
    std::erase(digits, '_');
    double number = 0;
    const char* end = digits.data() + digits.size();
    auto [rest, error] = std::from_chars(digits.data(), end, number);
    return error == std::errc() && rest == end ? std::optional(number)
                                               : std::nullopt;
  }
  if (!node.is("binary_operator")) return std::nullopt;
  const std::optional<double> left = written_number(node.field("left"));
  const std::optional<double> right = written_number(node.field("right"));
  if (!left || !right) return std::nullopt;
  const std::string_view sign = node.field("operator").text();
  if (sign == "**") return std::pow(*left, *right);
  if (sign == "*") return *left * *right;
  return std::nullopt;
}

}  // namespace

bool only_integers(const Interpreter& interpreter, const Value& value) {
  return !value.empty() &&
         std::all_of(value.begin(), value.end(), [&](ObjectId id) {
           const Object& object = interpreter.heap().at(id);
           return object.kind == Kind::kAtom && object.name == "int";
         });
}

std::vector<Reason> check_source(const Trial& trial, bool ends_early) {
  for (Node source : trial.shape.sources()) {
    if (known_ahead(trial.interpreter, source, ends_early) ||
        quiet_source(trial, source)) {
      continue;
    }
    return {{"lazy-source",
             "the items of `" + std::string(source.text().substr(0, 60)) +
                 "` are not known to exist before the loop starts",
             {trial.loop.source->span(source.range())}}};
  }
  return {};
}

bool endless_source(const Interpreter& interpreter, const LoopShape& shape) {
  bool found = shape.counter && shape.counter->stop.empty();
  for (Node source : shape.sources()) {
    walk(source, [&](Node node) {
      found |= counts(interpreter, node);
      return !found;
    });
  }
  return found;
}

double promised_items(const Interpreter& interpreter, const LoopShape& shape) {
  if (endless_source(interpreter, shape)) {
    return std::numeric_limits<double>::infinity();
  }
  double most = 0;
  for (Node source : shape.sources()) {
    const bool range =
        source.is("call") &&
        is_builtin_type(interpreter, source.field("function"), "range");
    if (!range) continue;
    const Node arguments = source.field("arguments");
    const bool starts = arguments.children().size() > 1;
    const Node stop = arguments.child(starts ? 1 : 0);
    const bool largest = stop.text().ends_with("maxsize");
    most = std::max(most, largest ? std::numeric_limits<double>::infinity()
                                  : written_number(stop).value_or(0));
  }
  return most;
}

std::vector<Reason> source_conflicts(const Interpreter& interpreter,
                                     const Isolation& isolation,
                                     const LoopShape& shape) {
  Value sources;
  for (Node source : shape.sources()) {
    walk(source, [&](Node node) {
      for (ObjectId id : interpreter.value_of(node)) {
        const Object& object = interpreter.heap().at(id);
        bool holds = object.kind == Kind::kContainer ||
                     object.kind == Kind::kLibraryInstance;
        if (holds) sources.add(id);
      }
      return true;
    });
    // Views held in variables, and what they look at.
    for (bool grown = true; grown;) {
      grown = false;
      for (ObjectId id : Value(sources)) {
        grown |= sources.add(interpreter.heap().at(id).lazy_sources);
      }
    }
    // Who changes the lists that os.walk gives steers it.
    if (reads_directories(interpreter, source)) {
      sources = interpreter.heap().reachable(sources);
    }
  }
  for (Node source : shape.sources()) {
    if (!reads_directories(interpreter, source)) continue;
    if (auto changes = isolation.changes_files()) return {*changes};
  }
  auto conflict = isolation.rest_writes_to(sources, "[]");
  if (!conflict) return {};
  conflict->id = "changes-its-source";
  conflict->message =
      "the loop changes what it iterates over: " + conflict->message;
  return {*conflict};
}

bool source_repeatable(const Interpreter& interpreter, Node source) {
  if (source.is("parenthesized_expression")) {
    return source_repeatable(interpreter, source.child(0));
  }
  if (source.is("identifier") || source.is("integer")) return true;
  if (source.is("attribute")) {
    // A plain data attribute: no property runs, and the object is a name.
    Node holder = source.field("object");
    if (!holder.is("identifier")) return false;
    for (ObjectId id : interpreter.value_of(holder)) {
      const Object& object = interpreter.heap().at(id);
      if (object.kind != Kind::kInstance) return false;
      std::string name = mangled(source.field("attribute").text(), source);
      if (interpreter.has_property(object.of, name)) {
        return false;
      }
    }
    return true;
  }
  if (is_view(interpreter, source)) {
    std::vector<Node> inner = view_sources(source);
    return std::all_of(inner.begin(), inner.end(), [&](Node node) {
      return source_repeatable(interpreter, node);
    });
  }
  if (source.is("call") &&
      (is_builtin_type(interpreter, source.field("function"), "range") ||
       is_builtin_type(interpreter, source.field("function"), "len"))) {
    std::span<const Node> arguments = source.field("arguments").children();
    return std::all_of(arguments.begin(), arguments.end(), [&](Node node) {
      return source_repeatable(interpreter, node);
    });
  }
  if (counts(interpreter, source) || combined(interpreter, source) > 0) {
    std::span<const Node> arguments = source.field("arguments").children();
    return std::all_of(arguments.begin(), arguments.end(), [&](Node node) {
      return source_repeatable(interpreter, node);
    });
  }
  if (source.is("binary_operator") || source.is("unary_operator")) {
    Value value = interpreter.value_of(source);
    bool numbers = std::all_of(value.begin(), value.end(), [&](ObjectId id) {
      return interpreter.heap().at(id).kind == Kind::kAtom;
    });
    std::span<const Node> operands = source.children();
    return numbers &&
           std::all_of(operands.begin(), operands.end(), [&](Node node) {
             return source_repeatable(interpreter, node);
           });
  }
  return false;
}

bool may_not_iterate(const Interpreter& interpreter, Node source) {
  if (is_view(interpreter, source)) {
    std::vector<Node> inner = view_sources(source);
    return std::any_of(inner.begin(), inner.end(), [&](Node node) {
      return may_not_iterate(interpreter, node);
    });
  }
  const Value value = interpreter.value_of(source);
  return std::any_of(value.begin(), value.end(), [&](ObjectId id) {
    return is_array(interpreter.heap().at(id)) || is_number(interpreter, id);
  });
}

bool source_sized(const Interpreter& interpreter, Node source) {
  return all_sized(interpreter, source);
}

}  // namespace ppp::advisor
