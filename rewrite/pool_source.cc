// SPDX-License-Identifier: Apache-2.0
#include "rewrite/pool_source.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "rewrite/cost.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::walk;

bool calls(const LoopShape& shape, Node node, std::string_view name) {
  return builtin_call(shape, node) == name;
}

bool is_number_or_name(Node node) {
  return node.is("identifier") || node.is("integer");
}

/// May be written twice: a name, or a range of names and numbers.
bool short_enough(const LoopShape& shape, Node node) {
  if (node.is("identifier")) return true;
  if (!calls(shape, node, "range")) return false;
  std::span<const Node> arguments = node.field("arguments").children();
  return std::all_of(arguments.begin(), arguments.end(), is_number_or_name);
}

/// An expression for its length without evaluating it anew, or "".
std::string length_of(const LoopShape& shape, Node node) {
  if (node.is("identifier")) return "len(" + std::string(node.text()) + ")";
  if (!short_enough(shape, node)) return "";
  std::span<const Node> arguments = node.field("arguments").children();
  return arguments.size() == 1 ? std::string(arguments[0].text()) : "";
}

/// Certainly has a length.
bool sized(const LoopShape& shape, Node node) {
  static constexpr std::array kMakers = std::to_array<std::string_view>(
      {"range", "list", "sorted", "tuple", "set", "dict"});
  if (node.is("list") || node.is("tuple") || node.is("list_comprehension") ||
      node.is("set") || node.is("dictionary") || node.is("string")) {
    return true;
  }
  return std::any_of(
      kMakers.begin(), kMakers.end(),
      [&](std::string_view name) { return calls(shape, node, name); });
}

/// Makes an iterator: used up by one pass even where the call is repeatable.
bool makes_iterator(const LoopShape& shape, Node node) {
  static constexpr std::array kMakers = std::to_array<std::string_view>(
      {"enumerate", "zip", "map", "filter", "reversed", "iter"});
  return std::any_of(
      kMakers.begin(), kMakers.end(),
      [&](std::string_view name) { return calls(shape, node, name); });
}

bool reads(const Request& request, const std::string& name) {
  const std::vector<std::string>& items = request.candidate.work.items;
  return std::find(items.begin(), items.end(), name) != items.end();
}

std::string in_parentheses(Node node) {
  std::string text(node.text());
  bool several = node.is("pattern_list") || node.is("expression_list");
  bool lines = text.find('\n') != std::string::npos && !node.is("call") &&
               !node.is("list") && !node.is("tuple") &&
               !node.is("parenthesized_expression");
  return several || lines ? "(" + text + ")" : text;
}

void set_parameters(const Request& request, Node target, PoolSource& source) {
  if (target.is("identifier")) {
    source.parameters.names = {std::string(target.text())};
    return;
  }
  std::vector<std::string> names = target_names(target);
  bool none = std::none_of(names.begin(), names.end(), [&](const auto& name) {
    return reads(request, name);
  });
  source.parameters.names = {request.names.local({"item", "entry"})};
  if (none) return;
  source.parameters.unpack =
      std::string(target.text()) + " = " + source.parameters.names[0];
}

/// Has the items taken ahead from `iterable`, which is in brackets. Gives the
/// list's name.
std::string take(const Request& request, const std::string& iterable,
                 PoolSource& source) {
  source.taken = request.names.local({"items", "taken"});
  source.failure = request.names.local({"failure", "problem"});
  source.binding = source.taken + ".extend" + iterable;
  return source.taken;
}

/// The iterable as it is, or in a variable, as `use` needs it.
struct Placed {
  std::string text;
  std::string length;
};

/// As the only argument of a call.
std::string in_brackets(Node iterable) {
  const std::string text(iterable.text());
  return iterable.is("generator_expression") ? text : "(" + text + ")";
}

Placed place(const Request& request, const LoopShape& shape, Node iterable,
             SourceUse use, PoolSource& source) {
  const advisor::Candidate& candidate = request.candidate;
  std::string text = in_parentheses(iterable);
  bool has_length = !makes_iterator(shape, iterable) &&
                    (candidate.source_sized || sized(shape, iterable));
  bool lasts = candidate.source_repeatable && has_length;
  if (candidate.source_taken) {
    const std::string name = take(request, in_brackets(iterable), source);
    return {name, "len(" + name + ")"};
  }
  if (!use.twice && !use.length) return {text, ""};
  if (use.lazy) {
    if (candidate.source_repeatable) return {text, ""};
    std::string name = request.names.local({"items"});
    source.binding = name + " = " + text;
    return {name, ""};
  }
  if (!lasts) {
    bool short_twice = candidate.source_repeatable && !use.length &&
                       short_enough(shape, iterable);
    if (short_twice) return {text, ""};
    std::string name = request.names.local({"items"});
    // sorted() gives a list of its own.
    const bool list = iterable.is("call") &&
                      iterable.field("function").text() == "sorted" &&
                      !rebound(shape, "sorted");
    source.binding =
        name + " = " + (list ? text : "list" + in_brackets(iterable));
    return {name, "len(" + name + ")"};
  }
  std::string length = length_of(shape, iterable);
  bool as_it_is = (!use.twice || short_enough(shape, iterable)) &&
                  (!use.length || !length.empty());
  if (as_it_is) return {text, length};
  std::string name = request.names.local({"items"});
  source.binding = name + " = " + text;
  return {name, "len(" + name + ")"};
}

/// The numbers that a while loop counts.
void from_counter(const Request& request, SourceUse use, PoolSource& source) {
  const advisor::Counter& counter = *request.candidate.counter;
  const bool ends = !counter.stop.empty();
  std::string text = counter.name;
  if (ends) text += ", " + counter.stop;
  if (counter.step != "1") text += ", " + counter.step;
  text = (ends ? "range" : request.imports.module("itertools") + ".count") +
         "(" + text + ")";
  if (use.length) {
    std::string name = request.names.local({"items"});
    source.binding = name + " = " + text;
    source.length = "len(" + name + ")";
    text = name;
  }
  source.parameters.names = {counter.name};
  source.iterables = {text};
  source.around = text;
  source.targets = counter.name;
}

/// enumerate(xs): the pool reads xs when the work does not need the number.
bool from_enumerate(const Request& request, const LoopShape& shape,
                    SourceUse use, PoolSource& source) {
  if (!calls(shape, shape.iterable, "enumerate")) {
    return false;
  }
  std::span<const Node> arguments =
      shape.iterable.field("arguments").children();
  std::span<const Node> parts = shape.target.children();
  if (arguments.empty() || parts.size() != 2 || !parts[0].is("identifier") ||
      arguments[0].is("list_splat") || arguments[0].is("keyword_argument") ||
      reads(request, std::string(parts[0].text()))) {
    return false;
  }
  Placed placed = place(request, shape, arguments[0], use, source);
  source.iterables = {placed.text};
  source.length = placed.length;
  source.around = "enumerate(" + placed.text;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    source.around += ", " + std::string(arguments[i].text());
  }
  source.around += ")";
  set_parameters(request, parts[1], source);
  return true;
}

/// zip(a, b): the pool reads a and b side by side when the work needs both.
bool from_zip(const Request& request, const LoopShape& shape, SourceUse use,
              PoolSource& source) {
  if (!calls(shape, shape.iterable, "zip") ||
      !request.candidate.source_repeatable) {
    return false;
  }
  std::span<const Node> arguments =
      shape.iterable.field("arguments").children();
  std::span<const Node> parts = shape.target.children();
  if (parts.size() != arguments.size() || parts.size() < 2) return false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string name(parts[i].text());
    if (!parts[i].is("identifier") || !reads(request, name) ||
        !short_enough(shape, arguments[i]) ||
        std::count(shape.targets.begin(), shape.targets.end(), name) != 1) {
      return false;
    }
  }
  std::string length = length_of(shape, arguments[0]);
  bool has_length = request.candidate.source_sized && !length.empty();
  if (use.length && !has_length) return false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    source.parameters.names.emplace_back(parts[i].text());
    source.iterables.emplace_back(arguments[i].text());
  }
  source.length = length;
  source.flat = true;
  source.targets = joined(source.parameters.names);
  source.around = joined(source.iterables);
  return true;
}

/// Several clauses or conditions: the items that pass them, as a list.
void from_clauses(const Request& request, const LoopShape& shape, SourceUse use,
                  PoolSource& source) {
  std::vector<std::string> names;
  for (const std::string& name : shape.targets) {
    bool known = std::find(names.begin(), names.end(), name) != names.end();
    bool needed = reads(request, name) || target_observed(request, shape, name);
    if (!known && needed) names.push_back(name);
  }
  if (names.empty()) names.push_back(shape.targets.front());
  std::string text;
  for (Node clause : shape.clauses) {
    text += " " + std::string(clause.text());
  }
  bool one = names.size() == 1;
  source.targets = one ? names[0] : "(" + joined(names) + ")";
  text = source.targets + text;
  if (request.candidate.source_taken) {
    text = take(request, "(" + text + ")", source);
  } else {
    text = use.lazy ? "(" + text + ")" : "[" + text + "]";
  }
  if (source.binding.empty() && (use.twice || use.length)) {
    std::string name = request.names.local({"items"});
    source.binding = name + " = " + text;
    text = name;
  }
  source.around = text;
  source.iterables = {text};
  source.length = "len(" + text + ")";
  source.parameters.names = {one ? names[0]
                                 : request.names.local({"item", "entry"})};
  if (!one) {
    source.parameters.unpack =
        joined(names) + " = " + source.parameters.names[0];
  }
}

}  // namespace

PoolSource pool_source(const Request& request, const LoopShape& shape,
                       SourceUse use) {
  PoolSource source;
  if (request.candidate.counter) {
    from_counter(request, use, source);
  } else if (shape.clauses.size() > 1) {
    from_clauses(request, shape, use, source);
  } else if (!from_enumerate(request, shape, use, source) &&
             (use.lazy || use.one || !from_zip(request, shape, use, source))) {
    Placed placed = place(request, shape, shape.iterable, use, source);
    source.iterables = {placed.text};
    source.around = placed.text;
    source.length = placed.length;
    set_parameters(request, shape.target, source);
  }
  if (source.targets.empty()) source.targets = in_parentheses(shape.target);
  if (!use.length) source.length.clear();
  return source;
}

std::optional<advisor::Reason> take_by_place(const Request& request,
                                             PoolSource& source) {
  // What has been given a variable for this is a list or has a length.
  std::string& name = source.iterables.front();
  const bool named = !request.candidate.counter &&
                     std::all_of(name.begin(), name.end(), [](unsigned char c) {
                       return c == '_' || c >= 0x80 || std::isalnum(c) != 0;
                     });
  if (!named) {
    return advisor::Reason{"not-picklable",
                           "an item may hold an array, which is not sent, and "
                           "its place in the source is not known",
                           {request.candidate.loop.span}};
  }
  // Not all that has a length has places: a dict's values().
  const std::string plain = name + " = ";
  if (source.binding.starts_with(plain) &&
      !source.binding.starts_with(plain + "list(") &&
      !source.binding.starts_with(plain + "sorted(")) {
    source.binding =
        plain + "list(" + source.binding.substr(plain.size()) + ")";
  }
  source.parameters.holder = name;
  source.parameters.place = request.names.local({"index", "place"});
  name = "range(len(" + name + "))";
  return std::nullopt;
}

std::optional<PoolSource> source_in_place(const Request& request,
                                          const LoopShape& shape,
                                          SourceUse use) {
  const bool chunked = use.length;
  use.length = false;
  PoolSource source = pool_source(request, shape, use);
  if (!source.binding.empty()) return std::nullopt;
  if (!chunked) return source;
  source.chunk = items_of_chunk(request.candidate, request.options);
  if (source.chunk == 0) return std::nullopt;
  return source;
}

PoolSource item_source(const Request& request, const LoopShape& shape,
                       SourceUse use, Parameters parameters) {
  PoolSource source;
  source.parameters = std::move(parameters);
  const std::vector<Node>& iterables = shape.applied->sources;
  Placed placed = place(request, shape, iterables[0], use, source);
  source.iterables = {placed.text};
  for (std::size_t i = 1; i < iterables.size(); ++i) {
    source.iterables.push_back(in_parentheses(iterables[i]));
  }
  source.around = placed.text;
  if (use.length) source.length = placed.length;
  return source;
}

bool readable_twice(const Request& request, const LoopShape& shape) {
  if (shape.clauses.size() > 1) return false;
  const advisor::Candidate& candidate = request.candidate;
  return candidate.source_repeatable ||
         (!makes_iterator(shape, shape.iterable) &&
          (candidate.source_sized || sized(shape, shape.iterable)));
}

bool may_evaluate_before(const Request& request, const LoopShape& shape) {
  if (!shape.comprehension) return true;
  bool pure = !request.candidate.source_taken;
  for (Node clause : shape.clauses) {
    walk(clause, [&](Node node) {
      static constexpr std::array kPure = std::to_array<std::string_view>(
          {"range", "len", "list", "sorted", "enumerate", "zip", "reversed"});
      static constexpr std::array kViews =
          std::to_array<std::string_view>({"items", "keys", "values"});
      if (node.is("subscript")) pure = false;
      if (!node.is("call")) return pure;
      Node function = node.field("function");
      std::string_view name = function.is("identifier")
                                  ? builtin_call(shape, node)
                                  : function.field("attribute").text();
      pure &= std::find(kPure.begin(), kPure.end(), name) != kPure.end() ||
              std::find(kViews.begin(), kViews.end(), name) != kViews.end();
      return pure;
    });
  }
  bool first = true;
  Node child = shape.loop;
  for (Node node = child.parent(); node && child != shape.statement;
       child = node, node = node.parent()) {
    if (node.is("boolean_operator") || node.is("conditional_expression") ||
        node.is("assert_statement") || node.is("comparison_operator")) {
      return false;
    }
    if (node.is("argument_list")) {
      for (Node before : node.children()) {
        if (before == child) break;
        first &= before.is("integer") || before.is("float") ||
                 advisor::plain_literal(before).has_value();
      }
    } else if (node.is("call")) {
      Node function = node.field("function");
      first &= function.is("identifier") || function.range() == child.range() ||
               (function.is("attribute") &&
                (function.field("object").is("identifier") ||
                 advisor::plain_literal(function.field("object"))));
    } else if (node.is("assignment")) {
      first &= node.field("right") == child;
    } else {
      first &= node.is("return_statement") || node.is("expression_statement") ||
               node.is("parenthesized_expression") ||
               ((node.is("attribute") || node.is("subscript")) &&
                node.child(0) == child);
    }
  }
  return first || pure;
}

}  // namespace ppp::rewrite
