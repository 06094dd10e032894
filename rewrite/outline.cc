// SPDX-License-Identifier: Apache-2.0
#include "rewrite/outline.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "advisor/scopes.h"
#include "rewrite/continues.h"
#include "rewrite/guards.h"
#include "rewrite/layout.h"
#include "rewrite/lifted_function.h"
#include "rewrite/own_objects.h"
#include "rewrite/program_end.h"

namespace ppp::rewrite {
namespace {

using advisor::Capture;
using advisor::Node;
using advisor::Reason;
using advisor::walk;

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

std::string stripped(std::string_view name) {
  std::size_t begin = name.find_first_not_of('_');
  return begin == std::string_view::npos ? "" : std::string(name.substr(begin));
}

std::string last_name(Node function) {
  if (function.is("identifier")) return stripped(function.text());
  return stripped(function.field("attribute").text());
}

/// The name of the function or method that a call runs, or "".
std::string name_called(Node call) {
  return call.is("call") ? last_name(call.field("function")) : "";
}

/// The first call that gives the work a name: making an object says nothing.
Node first_call(Node node) {
  Node found;
  walk(node, [&](Node inner) {
    if (!found && inner.is("call")) {
      std::string name = name_called(inner);
      const bool makes = std::isupper(static_cast<unsigned char>(name[0]));
      if (!name.empty() && !makes && !reserved_word(name)) found = inner;
    }
    return !found;
  });
  return found;
}

/// The variable that the work is assigned to as a whole, or "".
std::string assigned_name(const LoopShape& shape) {
  Node parent = shape.expression.parent();
  if (!parent.is("assignment") || parent.field("right") != shape.expression) {
    return "";
  }
  Node left = parent.field("left");
  return left.is("identifier") ? stripped(left.text()) : "";
}

/// What the worker returns when its work is statements.
std::vector<std::string> outputs(const Request& request) {
  std::vector<std::string> names = request.candidate.work.results;
  for (const auto& accumulator : request.candidate.work.accumulators) {
    names.push_back(accumulator.name);
  }
  return names;
}

/// Lines that give the worker's own accumulators their empty values.
std::vector<std::string> empty_accumulators(const Request& request) {
  std::vector<std::string> lines;
  for (const auto& accumulator : request.candidate.work.accumulators) {
    lines.push_back(accumulator.name + " = " + accumulator.empty);
  }
  return lines;
}

/// What a function does that gives a value after so much waiting or computing.
std::string verb_of(advisor::TimeClass time_class) {
  switch (time_class) {
    case advisor::TimeClass::kIoNetwork:
      return "fetch_";
    case advisor::TimeClass::kIoDisk:
      return "read_";
    default:
      return "compute_";
  }
}

std::vector<std::string> worker_names(const Request& request,
                                      const LoopShape& shape) {
  std::vector<std::string> wishes;
  std::vector<std::string> results = outputs(request);
  std::string item = request.candidate.work.items.empty()
                         ? "item"
                         : stripped(request.candidate.work.items.back());
  std::string name = shape.expression ? assigned_name(shape) : "";
  if (!results.empty() && results.size() <= 2) {
    name = stripped(results[0]);
    if (results.size() == 2) name += "_and_" + stripped(results[1]);
  }
  if (!name.empty()) {
    wishes.push_back(verb_of(request.candidate.loop.time_class) + name);
  }
  Node call = shape.expression ? first_call(shape.expression) : Node();
  for (Node statement : shape.statements) {
    if (!call) call = first_call(statement);
  }
  // `counts.setdefault(…)` says nothing of what is done.
  const std::string holder(call.field("function").field("object").text());
  for (const auto& one : request.candidate.work.accumulators) {
    if (one.name == holder) call = Node();
  }
  if (!shape.call_suffix.empty()) {
    wishes.push_back(last_name(shape.expression) + "_for_" + item);
  }
  if (call) wishes.push_back(name_called(call) + "_for_" + item);
  wishes.push_back("process_" + item);
  return wishes;
}

Reason refusal(const Request& request, const LoopShape& shape, std::string id,
               std::string message) {
  return {std::move(id), std::move(message), {request.source.span(shape.work)}};
}

/// Every path through `nodes` binds `name`.
bool surely_binds(std::span<const Node> nodes, const std::string& name) {
  for (Node node : nodes) {
    if (node.is("expression_statement")) {
      Node inner = node.child(0);
      std::vector<std::string> names;
      while (inner.is("assignment")) {
        if (inner.field("right")) {
          for (std::string& one : target_names(inner.field("left"))) {
            names.push_back(std::move(one));
          }
        }
        inner = inner.field("right");
      }
      if (contains(names, name)) return true;
    } else if (node.is("if_statement")) {
      bool all = surely_binds(node.field("consequence").children(), name);
      bool has_else = false;
      for (Node branch : node.fields("alternative")) {
        has_else |= branch.is("else_clause");
        Node body = branch.is("else_clause") ? branch.field("body")
                                             : branch.field("consequence");
        all &= surely_binds(body.children(), name);
      }
      if (all && has_else) return true;
    } else if (node.is("with_statement")) {
      for (Node item : node.child(0).children()) {
        const Node value = item.field("value");
        if (!value.is("as_pattern")) continue;
        if (contains(target_names(value.child(1).child(0)), name)) return true;
      }
      if (surely_binds(node.field("body").children(), name)) return true;
    } else if (node.is("try_statement")) {
      bool all = surely_binds(node.field("body").children(), name);
      for (Node part : node.children()) {
        if (part.is("except_clause") || part.is("except_group_clause")) {
          std::span<const Node> parts = part.children();
          all &= !parts.empty() && surely_binds(parts.back().children(), name);
        }
      }
      if (all) return true;
    } else if (node.is("function_definition") || node.is("class_definition")) {
      if (node.field("name").text() == name) return true;
    }
  }
  return false;
}

/// The text of the work as the end of a function's body, with `renamed` for
/// the captures of an expression.
std::string body_text(
    const Request& request, const LoopShape& shape, const std::string& indent,
    const std::vector<std::pair<std::string, std::string>>& renamed) {
  std::string newline = newline_of(request.source);
  if (shape.expression) {
    bool lines = shape.expression.text().find('\n') != std::string_view::npos;
    std::string text =
        moved_text(request.source, shape.expression.range(), indent);
    if (!lines) {
      text.clear();
      std::uint32_t done = shape.expression.range().begin;
      walk(shape.expression, [&](Node node) {
        if (!node.is("identifier")) return true;
        Node parent = node.parent();
        if (parent.is("attribute") && parent.field("attribute") == node)
          return true;
        if (parent.is("keyword_argument") && parent.field("name") == node)
          return true;
        for (const auto& [from, to] : renamed) {
          if (node.text() != from) continue;
          text += request.source.slice({done, node.range().begin});
          text += to;
          done = node.range().end;
        }
        return true;
      });
      text += request.source.slice({done, shape.expression.range().end});
    }
    text += shape.call_suffix;
    // Its own brackets hold the lines together, or ours must.
    bool bracketed = shape.expression.is("list_comprehension") ||
                     (shape.expression.is("call") &&
                      shape.expression.field("function").text().find('\n') ==
                          std::string_view::npos);
    return prelude_text(request, shape, indent) + indent + "return " +
           (lines && !bracketed ? "(" + text + ")" : text);
  }
  ByteRange range = whole_lines(request.source, shape.work, false);
  range.begin = shape.work.begin;
  if (!ends_line(request.source, shape.work.end)) range.end = shape.work.end;
  std::string give = "return";
  for (const std::string& name : outputs(request)) {
    give += (give == "return" ? " " : ", ") + name;
  }
  std::string text =
      prelude_text(request, shape, indent) + indent +
      without_continues(request, shape, range,
                        moved_text(request.source, range, indent), give);
  return give == "return" ? text : text + newline + indent + give;
}

/// Variables of the work, and what they are called in its function.
using Renamed = std::vector<std::pair<std::string, std::string>>;

bool binds_inside(const LoopShape& shape, const std::string& name) {
  for (Node part : shape.work_nodes()) {
    for (const Binding& binding : bindings(part, true)) {
      if (binding.name == name) return true;
    }
  }
  return false;
}

/// The new names can be written in the work itself.
bool keeps_names(const LoopShape& shape, const Renamed& renamed) {
  return shape.expression && shape.prelude.empty() && shape.guards.empty() &&
         shape.expression.text().find('\n') == std::string_view::npos &&
         std::none_of(renamed.begin(), renamed.end(), [&](const auto& one) {
           return binds_inside(shape, one.first);
         });
}

/// Lines that give the variables their values.
void add_lines(const Renamed& renamed, std::vector<std::string>& lines) {
  for (const auto& [from, to] : renamed) lines.push_back(from + " = " + to);
}

/// def name(parameters): [first lines] body
std::string definition(
    const Request& request, const LoopShape& shape, const std::string& name,
    const std::vector<std::string>& parameters,
    const std::vector<std::string>& first_lines,
    const std::vector<std::pair<std::string, std::string>>& renamed,
    const std::string& outer) {
  std::string newline = newline_of(request.source);
  std::string indent = outer + indent_unit(request.source, shape.loop);
  std::string text = outer + "def " + name + "(";
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    text += (i ? ", " : "") + parameters[i];
  }
  text += "):" + newline;
  for (const std::string& line : first_lines) text += indent + line + newline;
  return text + body_text(request, shape, indent, renamed);
}

std::vector<Worker::Column> item_columns(const Parameters& parameters) {
  std::vector<Worker::Column> columns;
  for (std::size_t i = 0; i < parameters.names.size(); ++i) {
    columns.push_back({static_cast<int>(i), ""});
  }
  return columns;
}

/// What the work calls, if it is one call.
Node called_function(const LoopShape& shape) {
  return shape.call_suffix.empty() ? shape.expression.field("function")
                                   : shape.expression;
}

/// The columns of `pool.map(f, …)` when the work is the call f(…) itself and
/// its arguments are the items and names that may be repeated. All of that is
/// asked for before there is an item.
std::optional<std::vector<Worker::Column>> call_columns(
    const Request& request, const LoopShape& shape,
    const Parameters& parameters, const std::vector<std::string>& repeatable) {
  if (!request.candidate.work.found_ahead) return {};
  const bool function = !shape.call_suffix.empty();
  if (function) {
    if (shape.applied->kind == advisor::ItemCall::Kind::kStarmap) return {};
    return item_columns(parameters);
  }
  if (!shape.expression.is("call") || !shape.prelude.empty() ||
      !shape.guards.empty() || !parameters.unpack.empty()) {
    return {};
  }
  std::vector<Worker::Column> columns;
  std::vector<bool> used(parameters.names.size());
  Node arguments = shape.expression.field("arguments");
  if (!arguments.is("argument_list")) return {};
  for (Node argument : arguments.children()) {
    if (!argument.is("identifier")) return {};
    auto item = std::find(parameters.names.begin(), parameters.names.end(),
                          argument.text());
    if (item != parameters.names.end()) {
      std::size_t index =
          static_cast<std::size_t>(item - parameters.names.begin());
      if (used[index]) return {};
      used[index] = true;
      columns.push_back({static_cast<int>(index), ""});
    } else if (contains(repeatable, argument.text())) {
      columns.push_back({-1, std::string(argument.text())});
    } else {
      return {};
    }
  }
  if (std::find(used.begin(), used.end(), false) != used.end()) return {};
  return columns;
}

/// `name` is a plain function of the module, found in it under this name.
bool plain_function(const Request& request, const std::string& name) {
  if (request.names.only_imported(name)) return true;
  if (!request.names.bound_once(name)) return false;
  for (Node node : request.source.root().children()) {
    if (node.is("function_definition") && node.field("name").text() == name) {
      return true;
    }
  }
  return false;
}

bool sendable_function(const Request& request, const LoopShape& shape,
                       const std::vector<std::string>& lifted) {
  Node function = called_function(shape);
  if (function.is("identifier")) {
    std::string name(function.text());
    return contains(lifted, name) || plain_function(request, name) ||
           (reserved_word(name) && !request.names.bound(name));
  }
  Node root = function;
  while (root.is("attribute")) root = root.field("object");
  return root.is("identifier") &&
         request.names.only_imported(std::string(root.text()));
}

/// "table" for TABLE: a parameter that is not the variable itself.
std::string parameter_for(const Request& request, const std::string& variable) {
  std::string lower = stripped(variable);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return request.names.local({lower, lower + "_value"});
}

/// The initializer: keeps `worker.shared` in globals, gives the module's own
/// variables `sent` the values that they have here, and gives back the new
/// names of the former.
std::vector<std::pair<std::string, std::string>> share(
    const Request& request, const LoopShape& shape,
    const std::vector<std::string>& sent, Worker& worker) {
  std::vector<std::pair<std::string, std::string>> renamed;
  std::string newline = newline_of(request.source);
  std::string indent = indent_unit(request.source, shape.loop);
  if (worker.shared.empty() && sent.empty()) return {};
  worker.initializer = request.names.fresh({"start_worker"});
  std::string head, globals, stores;
  auto keep = [&](const std::string& global, const std::string& parameter) {
    head += (head.empty() ? "" : ", ") + parameter;
    globals += (globals.empty() ? "" : ", ") + global;
    stores += indent + global + " = " + parameter + newline;
  };
  for (const std::string& name : worker.shared) {
    std::string global = request.names.fresh({"_" + stripped(name)});
    renamed.emplace_back(name, global);
    keep(global, name);
  }
  for (const std::string& name : sent) {
    keep(name, parameter_for(request, name));
    worker.shared.push_back(name);
  }
  worker.definitions.push_back(
      "def " + worker.initializer + "(" + head + "):" + newline + indent +
      "\"\"\"Keep in this process what all its items read.\"\"\"" + newline +
      indent + "global " + globals + newline + stores + indent +
      program_end_name(request) + "()");
  return renamed;
}

std::optional<Reason> results_missing(const Request& request,
                                      const LoopShape& shape) {
  for (const std::string& name : request.candidate.work.results) {
    if (shape.expression || surely_binds(shape.statements, name)) continue;
    return refusal(request, shape, "maybe-unbound",
                   "`" + name + "` may be left unset in an iteration");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Reason> cannot_move(const Request& request,
                                  const LoopShape& shape, bool awaits) {
  static constexpr std::array kKinds = std::to_array<std::string_view>(
      {"yield", "return_statement", "break_statement", "continue_statement",
       "global_statement", "nonlocal_statement"});
  std::string found;
  std::vector<Node> returning;
  if (ends_body(shape)) returning = continues_of(shape);
  for (Node part : shape.work_nodes()) {
    if (found.empty()) found = name_of_its_place(part);
    walk(part, [&](Node node) {
      if (std::find(returning.begin(), returning.end(), node) !=
          returning.end()) {
        return false;
      }
      bool inner_loop =
          node.is("break_statement") || node.is("continue_statement");
      if (inner_loop) {
        Node loop =
            advisor::enclosing(node, {"for_statement", "while_statement"});
        if (part.range().contains(loop.range())) return true;
      }
      if (node.is("function_definition") || node.is("lambda")) return false;
      if ((advisor::is_await(node) && !awaits) ||
          std::find(kKinds.begin(), kKinds.end(), node.kind()) !=
              kKinds.end() ||
          (shape.expression && node.is("named_expression"))) {
        found = node.text().substr(0, 20);
      }
      return true;
    });
  }
  for (const Guard& guard : shape.guards) {
    if (guard.condition.text().find('\n') == std::string_view::npos) continue;
    return refusal(request, shape, "cannot-outline",
                   "the condition on line " +
                       std::to_string(guard.condition.line()) +
                       " takes several lines");
  }
  if (found.empty()) return std::nullopt;
  return refusal(request, shape, "cannot-outline",
                 "`" + found +
                     "` would mean something else in a function of "
                     "its own");
}

void add_initializer(const Request& request, const LoopShape& shape,
                     const std::vector<std::string>& sent, Worker& worker) {
  share(request, shape, sent, worker);
}

std::variant<Worker, Reason> process_worker(const Request& request,
                                            const LoopShape& shape,
                                            const Parameters& parameters,
                                            const Start& start) {
  Worker worker;
  std::vector<std::string> small, lifted;
  for (const Capture& capture : request.candidate.work.captures) {
    switch (capture.kind) {
      case Capture::Kind::kGlobal:
        break;
      case Capture::Kind::kSmall:
        small.push_back(capture.name);
        break;
      case Capture::Kind::kObject:
        worker.shared.push_back(capture.name);
        break;
      case Capture::Kind::kSelf:
        if (auto refused = lift(request, shape, capture.name, worker)) {
          return *refused;
        }
        // A lambda has no name to be found by.
        if (worker.definitions.back().starts_with("def ")) {
          lifted.push_back(capture.name);
        }
        break;
    }
  }
  worker.holder = parameters.holder;
  const bool held = !worker.holder.empty();
  auto columns = call_columns(request, shape, parameters, small);
  if (columns && sendable_function(request, shape, lifted)) {
    worker.function = called_function(shape).text();
    worker.columns = std::move(*columns);
    worker.shared.clear();
    if (held) {
      worker.shared = {worker.holder};
      worker.holder = share(request, shape, {}, worker).front().second;
    }
    if (start.imports_again) {
      add_initializer(request, shape, start.sent, worker);
    }
    return worker;
  }
  if (auto refused = cannot_move(request, shape)) return *refused;
  if (auto refused = results_missing(request, shape)) return *refused;
  Renamed renamed;
  std::vector<std::string> first_lines;
  const bool read = contains(worker.shared, worker.holder);
  if (held && !read) worker.shared.push_back(worker.holder);
  if (!worker.shared.empty() || start.imports_again) {
    renamed = share(request, shape, start.sent, worker);
    if (held) {
      const auto own = std::find_if(
          renamed.begin(), renamed.end(),
          [&](const auto& one) { return one.first == worker.holder; });
      worker.holder = own->second;
      if (!read) renamed.erase(own);
    }
    if (!keeps_names(shape, renamed)) {
      add_lines(renamed, first_lines);
      renamed.clear();
    }
  }
  if (!parameters.unpack.empty()) first_lines.push_back(parameters.unpack);
  for (std::string& line : empty_accumulators(request)) {
    first_lines.push_back(std::move(line));
  }
  worker.columns = item_columns(parameters);
  std::vector<std::string> all = parameters.names;
  for (const std::string& name : small) {
    all.push_back(name);
    worker.columns.push_back({-1, name});
  }
  worker.function = request.names.fresh(worker_names(request, shape));
  worker.definitions.push_back(definition(request, shape, worker.function, all,
                                          first_lines, renamed, ""));
  return worker;
}

std::variant<Worker, Reason> thread_worker(const Request& request,
                                           const LoopShape& shape,
                                           const Parameters& parameters) {
  Worker worker;
  std::vector<std::string> captures;
  for (const Capture& capture : request.candidate.work.captures) {
    captures.push_back(capture.name);
  }
  const std::string outer =
      indent_of(request.source, shape.statement.range().begin);
  const OwnObjects own = own_objects(request, shape, outer);
  worker.initializer = own.initializer;
  worker.stack = own.stack;
  worker.placed = own.placed;
  worker.edits = own.edits;
  auto columns = call_columns(request, shape, parameters, captures);
  if (columns && own.names.empty()) {
    Node function = called_function(shape);
    Node root = function;
    while (root.is("attribute")) root = root.field("object");
    if (root.is("identifier") && !contains(shape.targets, root.text())) {
      worker.function = function.text();
      worker.columns = std::move(*columns);
      worker.nested = own.definition;
      return worker;
    }
  }
  if (auto refused = cannot_move(request, shape)) return *refused;
  if (auto refused = results_missing(request, shape)) return *refused;
  std::vector<std::string> first_lines;
  if (!parameters.unpack.empty()) first_lines.push_back(parameters.unpack);
  for (std::string& line : empty_accumulators(request)) {
    first_lines.push_back(std::move(line));
  }
  worker.columns = item_columns(parameters);
  worker.function = request.names.fresh(worker_names(request, shape));
  const bool renamed = keeps_names(shape, own.names);
  if (!renamed) add_lines(own.names, first_lines);
  worker.nested =
      definition(request, shape, worker.function, parameters.names, first_lines,
                 renamed ? own.names : Renamed{}, outer);
  if (own.definition.empty()) return worker;
  const std::string newline = newline_of(request.source);
  const bool module = shape.scope.is("module") && outer.empty();
  worker.nested = own.definition + newline + newline + (module ? newline : "") +
                  worker.nested;
  return worker;
}

std::variant<Worker, Reason> task_worker(const Request& request,
                                         const LoopShape& shape,
                                         const Parameters& parameters,
                                         const std::string& limit) {
  if (auto refused = cannot_move(request, shape, true)) return *refused;
  if (auto refused = results_missing(request, shape)) return *refused;
  Worker worker;
  worker.function = request.names.fresh(worker_names(request, shape));
  const std::string newline = newline_of(request.source);
  const std::string unit = indent_unit(request.source, shape.loop);
  const std::string outer =
      indent_of(request.source, shape.statement.range().begin);
  const std::string inner = outer + unit + unit;
  worker.nested = outer + "async def " + worker.function + "(" +
                  joined(parameters.names) + "):" + newline + outer + unit +
                  "async with " + limit + ":" + newline;
  if (!parameters.unpack.empty()) {
    worker.nested += inner + parameters.unpack + newline;
  }
  for (const std::string& line : empty_accumulators(request)) {
    worker.nested += inner + line + newline;
  }
  worker.nested += body_text(request, shape, inner, {});
  return worker;
}

std::string result_name(const Request& request, const LoopShape& shape) {
  static constexpr std::array kVerbs = std::to_array<std::string_view>(
      {"compute_", "calculate_", "calc_", "get_", "fetch_", "load_", "read_",
       "make_", "build_", "find_", "count_", "measure_", "evaluate_"});
  std::string called;
  if (Node call = first_call(shape.expression)) called = name_called(call);
  for (std::string_view verb : kVerbs) {
    if (!called.starts_with(verb) || called.size() <= verb.size()) continue;
    return request.names.local({called.substr(verb.size()), "result", "value"});
  }
  return request.names.local({"result", "value"});
}

std::string addition(const Request& request,
                     const advisor::Accumulator& accumulator,
                     const std::string& part, const std::string& before,
                     const std::string& unit) {
  using Kind = advisor::Accumulator::Kind;
  const std::string& name = accumulator.name;
  switch (accumulator.kind) {
    case Kind::kInteger:
      return before + name + " += " + part;
    case Kind::kList:
      return before + name + ".extend(" + part + ")";
    case Kind::kCounter:
      return before + name + ".update(" + part + ")";
    case Kind::kDefaultDict:
    case Kind::kDict:
      break;
  }
  const std::string key = request.names.local({"key"});
  const std::string number = request.names.local({"number", "count"});
  const std::string place = name + "[" + key + "]";
  return before + "for " + key + ", " + number + " in " + part +
         ".items():" + before + unit + place +
         (accumulator.kind == Kind::kDefaultDict
              ? " += " + number
              : " = " + name + ".get(" + key + ", 0) + " + number);
}

}  // namespace ppp::rewrite
