// SPDX-License-Identifier: Apache-2.0
#include "rewrite/loop_shape.h"

#include <algorithm>
#include <optional>

#include "advisor/scopes.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::is_comprehension;
using advisor::Node;
using advisor::Reason;
using advisor::walk;

bool is_async(Node node) {
  for (Node child : node.all_children()) {
    if (child.is("async")) return true;
  }
  return false;
}

bool contains_kind(Node root,
                   std::initializer_list<advisor::GrammarName> kinds) {
  bool found = false;
  walk(root, [&](Node node) {
    for (advisor::GrammarName kind : kinds) found |= node.is(kind);
    return !found && !node.is("function_definition") && !node.is("lambda");
  });
  return found;
}

Reason reason(const Request& request, std::string id, std::string message,
              Node at) {
  return {std::move(id), std::move(message), {request.source.span(at.range())}};
}

/// Only names and tuples of names.
bool plain_target(Node target) {
  if (target.is("identifier")) return true;
  bool tuple = target.is("pattern_list") || target.is("tuple_pattern") ||
               target.is("list_pattern") || target.is("list_splat_pattern");
  if (!tuple) return false;
  std::span<const Node> parts = target.children();
  return std::all_of(parts.begin(), parts.end(), plain_target);
}

/// The scope that `loop` runs in, or why there is no place for a pool.
std::optional<Reason> find_scope(const Request& request, LoopShape& shape) {
  Node child = shape.loop;
  for (Node node = shape.loop.parent(); node;
       child = node, node = node.parent()) {
    if (node.is("lambda") || node.is("class_definition")) {
      return reason(request, "no-place-for-a-pool",
                    "runs in the body of a class or lambda", shape.loop);
    }
    if (is_comprehension(node)) {
      // The first iterable is evaluated once, outside.
      Node first;
      for (Node part : node.children()) {
        if (part.is("for_in_clause") && !first) first = part;
      }
      if (!first.field("right").range().contains(shape.loop.range())) {
        return reason(request, "no-place-for-a-pool",
                      "runs inside another comprehension", shape.loop);
      }
    }
    if (node.is("with_statement")) {
      std::string_view head = node.child(0).text();
      const bool lends = head.find("ConnectionPool(") != std::string_view::npos;
      if (head.find("PoolExecutor") != std::string_view::npos ||
          (head.find("Pool(") != std::string_view::npos && !lends)) {
        return reason(request, "already-nested",
                      "stands inside a `with` that holds a pool", node);
      }
    }
    if (node.is("function_definition")) {
      shape.scope = node;
      break;
    }
    if (node.is("module")) {
      shape.scope = node;
      break;
    }
  }
  Node top = shape.loop;
  while (top.parent() && !top.parent().is("module")) top = top.parent();
  shape.top = top;
  return std::nullopt;
}

std::optional<Reason> find_statement(const Request& request, LoopShape& shape) {
  const advisor::SourceFile& source = request.source;
  Node node = shape.loop;
  while (node.parent() && !node.parent().is("block") &&
         !node.parent().is("module")) {
    node = node.parent();
  }
  shape.statement = node;
  bool simple = node.is("expression_statement") || node.is("return_statement");
  Node head = node.is("if_statement")    ? node.field("condition")
              : node.is("for_statement") ? node.field("right")
                                         : Node();
  shape.in_head = shape.loop.is("call") && head &&
                  head.range().contains(shape.loop.range());
  // What takes the place of any(…) needs no `with` around the statement.
  const bool in_place =
      request.candidate.early_exit &&
      (node.is("if_statement") || node.is("while_statement") ||
       node.is("assert_statement"));
  if (shape.comprehension && !simple && !shape.in_head && !in_place) {
    return reason(request, "no-place-for-a-pool",
                  "stands in the head of a compound statement", node);
  }
  ByteRange range = node.range();
  if (!begins_line(source, range.begin) || !ends_line(source, range.end)) {
    return reason(request, "no-place-for-a-pool",
                  "shares its line with other statements", node);
  }
  if (shape.in_head) return std::nullopt;  // the rest stays outside the pool
  if (contains_kind(node, {"yield"})) {
    return reason(request, "yields", "hands out values while it runs", node);
  }
  if (shape.comprehension && contains_kind(node, {"named_expression"})) {
    return reason(request, "no-place-for-a-pool",
                  "assigns with := in the same statement", node);
  }
  return std::nullopt;
}

/// A generator expression must be used up by the call that it is given to.
bool consumed(Node loop) {
  if (!loop.is("generator_expression")) return true;
  Node call = loop.parent();
  if (call.is("argument_list")) call = call.parent();
  if (!call.is("call")) return false;
  Node function = call.field("function");
  static constexpr std::string_view kNames[] = {
      "sum",  "list",    "tuple",  "set", "dict", "min",
      "max",  "mean",    "sorted", "all", "any",  "frozenset",
      "next", "Counter", "fsum",   "prod"};
  static constexpr std::string_view kMethods[] = {
      "join", "extend", "update", "fsum", "mean", "prod", "Counter"};
  if (function.is("identifier")) {
    return std::find(std::begin(kNames), std::end(kNames), function.text()) !=
           std::end(kNames);
  }
  std::string_view method = function.field("attribute").text();
  return std::find(std::begin(kMethods), std::end(kMethods), method) !=
         std::end(kMethods);
}

std::optional<Reason> find_clauses(const Request& request, LoopShape& shape) {
  Node first = shape.loop;
  if (shape.loop.is("call")) {
    shape.iterable = shape.applied->sources[0];
    return std::nullopt;
  }
  if (shape.comprehension) {
    first = {};
    for (Node part : shape.loop.children()) {
      if (part.is("for_in_clause")) {
        if (!first) first = part;
        if (is_async(part)) {
          return reason(request, "async-function", "iterates asynchronously",
                        part);
        }
        for (std::string& name : target_names(part.field("left"))) {
          shape.targets.push_back(std::move(name));
        }
      }
      bool clause = part.is("for_in_clause") || part.is("if_clause");
      bool holds_work =
          part.is("if_clause") && part.range().contains(shape.work);
      if (clause && !holds_work) shape.clauses.push_back(part);
    }
    if (!consumed(shape.loop)) {
      return reason(request, "lazy-generator",
                    "may be used one value at a time, or never", shape.loop);
    }
  } else if (request.candidate.counter) {
    shape.targets = {request.candidate.counter->name};
    return std::nullopt;
  } else {
    shape.targets = target_names(shape.loop.field("left"));
  }
  shape.target = first.field("left");
  shape.iterable = first.field("right");
  if (!shape.target || !shape.iterable || !plain_target(shape.target)) {
    return reason(request, "odd-target",
                  "its target is more than names and tuples of names",
                  shape.loop);
  }
  return std::nullopt;
}

/// The item call whose function stands at `function`.
std::optional<advisor::ItemCall> applied_call(Node root, ByteRange function) {
  for (Node node = advisor::node_at(root, function); node;
       node = node.parent()) {
    auto call = advisor::item_call(node);
    if (call && call->function.range() == function) return call;
  }
  return std::nullopt;
}

bool find_work(const Request& request, LoopShape& shape) {
  const advisor::Work& work = request.candidate.work;
  Node root = request.source.root();
  if (work.applies) {
    if (!work.expression) return false;
    shape.applied = applied_call(root, *work.expression);
    if (!shape.applied) return false;
    Node function = shape.applied->function;
    shape.expression =
        function.is("lambda") ? function.field("body") : function;
    shape.work = *work.expression;
    return true;
  }
  auto find_all = [&](const std::vector<ByteRange>& ranges,
                      std::vector<Node>& into) {
    for (ByteRange range : ranges) {
      Node node = advisor::node_at(root, range);
      while (node && node.parent() && !node.parent().is("block")) {
        node = node.parent();
      }
      if (!node) return false;
      into.push_back(node);
    }
    return true;
  };
  if (!find_all(work.prelude, shape.prelude)) return false;
  for (const advisor::Guard& guard : work.guards) {
    shape.guards.push_back(
        {advisor::node_at(root, guard.condition), guard.wanted});
  }
  if (work.expression) {
    shape.expression = advisor::node_at(root, *work.expression);
    shape.work = *work.expression;
    if (!shape.guards.empty()) return bool(shape.expression);
    // What stands between could change the objects that the prelude makes.
    Node next = shape.expression;
    while (next && next.parent() != shape.loop.field("body")) {
      next = next.parent();
    }
    for (auto it = shape.prelude.rbegin(); it != shape.prelude.rend(); ++it) {
      if (it->next_sibling() != next) return false;
      next = *it;
    }
    shape.prelude_leaves =
        !shape.prelude.empty() && !work.prelude_stays &&
        begins_line(request.source, shape.prelude.front().range().begin) &&
        ends_line(request.source, shape.prelude.back().range().end);
    return bool(shape.expression);
  }
  if (work.statements.empty()) return false;
  if (!find_all(work.statements, shape.statements)) return false;
  shape.work = {work.statements.front().begin, work.statements.back().end};
  return true;
}

bool is_name(Node node, const std::string& name) {
  if (!node.is("identifier") || node.text() != name) return false;
  Node parent = node.parent();
  if (parent.is("attribute")) return parent.field("attribute") != node;
  if (parent.is("keyword_argument")) return parent.field("name") != node;
  return true;
}

bool comprehension_binds(Node node, const std::string& name) {
  for (Node part : node.children()) {
    if (!part.is("for_in_clause")) continue;
    std::vector<std::string> names = target_names(part.field("left"));
    if (std::find(names.begin(), names.end(), name) != names.end()) return true;
  }
  return false;
}

bool used_elsewhere(const Request& request, const std::string& name) {
  const std::vector<std::string>& used =
      request.candidate.target_used_elsewhere;
  return std::find(used.begin(), used.end(), name) != used.end();
}

// A function that reads the variable of the scope around it.
bool function_reads(const LoopShape& shape, const std::string& name) {
  bool found = false;
  walk(shape.scope, [&](Node node) {
    if (node == shape.scope || found) return !found;
    if (!node.is("function_definition") && !node.is("lambda")) return true;
    found = mentions(node, name, {shape.work}) && !binds(node, name);
    return false;
  });
  return found;
}

// A function below declares it global.
bool made_global(Node module, const std::string& name) {
  bool found = false;
  walk(module, [&](Node node) {
    if (!node.is("global_statement")) return !found;
    for (Node one : node.children()) found |= one.text() == name;
    return !found;
  });
  return found;
}

}  // namespace

std::vector<Node> LoopShape::work_nodes() const {
  std::vector<Node> nodes = prelude;
  for (const Guard& guard : guards) nodes.push_back(guard.condition);
  std::sort(nodes.begin(), nodes.end(),
            [](Node a, Node b) { return a.range().begin < b.range().begin; });
  if (expression) nodes.push_back(expression);
  nodes.insert(nodes.end(), statements.begin(), statements.end());
  return nodes;
}

Node LoopShape::begin() const {
  Node node = work_nodes().front();
  while (node.parent() != loop.field("body")) node = node.parent();
  return node;
}

bool LoopShape::leaves(Node node) const {
  if (work.contains(node.range())) return true;
  return prelude_leaves &&
         std::any_of(prelude.begin(), prelude.end(), [&](Node mine) {
           return mine.range().contains(node.range());
         });
}

bool binds(Node scope, const std::string& name) {
  bool found = false;
  for (const Binding& binding : bindings(scope, false)) {
    if (binding.name != name) continue;
    if (binding.node.parent().is("global_statement") ||
        binding.node.parent().is("nonlocal_statement")) {
      return false;
    }
    found = true;
  }
  return found;
}

bool rebound(const LoopShape& shape, const std::string& name) {
  for (Node node = shape.loop; node; node = node.parent()) {
    bool scope = node.is("function_definition") || node.is("module");
    if (scope && binds(node, name)) return true;
    if (node.is("module") && made_global(node, name)) return true;
  }
  return false;
}

std::string_view builtin_call(const LoopShape& shape, Node call) {
  Node function = call.field("function");
  bool plain = call.is("call") && function.is("identifier") &&
               call.field("arguments").is("argument_list");
  if (!plain || rebound(shape, std::string(function.text()))) return "";
  return function.text();
}

bool mentions(Node root, const std::string& name,
              const std::vector<ByteRange>& except) {
  bool found = false;
  walk(root, [&](Node node) {
    if (found) return false;
    for (const ByteRange& range : except) {
      if (range.contains(node.range())) return false;
    }
    if (is_name(node, name)) found = true;
    if (node == root) return true;
    bool function = node.is("function_definition") || node.is("lambda");
    if (function && binds(node, name)) {
      for (Node parameter : node.field("parameters").children()) {
        Node value = parameter.field("value");
        if (value) found |= mentions(value, name, except);
      }
      return false;
    }
    if (is_comprehension(node) && comprehension_binds(node, name)) {
      Node first;
      for (Node part : node.children()) {
        if (part.is("for_in_clause") && !first) first = part;
      }
      found |= mentions(first.field("right"), name, except);
      return false;
    }
    return true;
  });
  return found;
}

std::variant<LoopShape, Reason> shape_of(const Request& request) {
  LoopShape shape;
  shape.managers_pass = request.candidate.managers_pass;
  const advisor::HotLoop& hot = request.candidate.loop;
  Node root = request.source.root();
  shape.loop = advisor::node_at(root, hot.range);
  shape.comprehension = is_comprehension(shape.loop) || shape.loop.is("call");
  if (!request.source.well_formed() ||
      (!shape.comprehension && !shape.loop.is("for_statement") &&
       !request.candidate.counter) ||
      !find_work(request, shape)) {
    return Reason{
        "unsupported-shape", "is not a loop that a pool can feed", {hot.span}};
  }
  if (is_async(shape.loop)) {
    return reason(request, "async-function", "iterates asynchronously",
                  shape.loop);
  }
  if (request.names.star_import()) {
    return reason(request, "star-import",
                  "a star import may hide the builtins that a pool needs",
                  shape.loop);
  }
  for (auto find : {find_scope, find_statement, find_clauses}) {
    if (auto refused = find(request, shape)) return *refused;
  }
  return shape;
}

std::variant<LoopShape, Reason> sequence_shape(const Request& request) {
  LoopShape shape;
  shape.managers_pass = request.candidate.managers_pass;
  const advisor::Candidate& candidate = request.candidate;
  shape.work = candidate.sequence.front();
  shape.expression = advisor::node_at(request.source.root(), shape.work);
  shape.loop = shape.expression;
  shape.comprehension = true;
  if (request.names.star_import() || !request.source.well_formed()) {
    return reason(request, "star-import",
                  "a star import may hide the builtins that a pool needs",
                  shape.loop);
  }
  for (auto find : {find_scope, find_statement}) {
    if (auto refused = find(request, shape)) return *refused;
  }
  return shape;
}

bool inside_try(const LoopShape& shape) {
  for (Node node = shape.statement.parent(); node && node != shape.scope;
       node = node.parent()) {
    if (node.is("try_statement")) return true;
    if (node.is("with_statement") && !shape.managers_pass) return true;
  }
  return false;
}

bool contains_await(Node root) {
  bool found = false;
  walk(root, [&](Node node) {
    found |= advisor::is_await(node);
    return !found && !node.is("function_definition") && !node.is("lambda");
  });
  return found;
}

/// In the statement, or one of a sequence.
bool awaits(const Request& request, const LoopShape& shape) {
  const std::uint32_t end = request.candidate.loop.range.end;
  for (Node at = shape.statement; at && at.range().begin < end;
       at = at.next_sibling()) {
    if (contains_await(at)) return true;
  }
  return false;
}

std::optional<Reason> refuse_coroutine(const Request& request,
                                       const LoopShape& shape, bool processes) {
  if (!is_async(shape.scope)) return std::nullopt;
  if (processes) {
    return reason(request, "async-function",
                  "runs on an event loop, whose way to end at Ctrl-C worker "
                  "processes would break",
                  shape.scope);
  }
  const std::vector<Node> work = shape.work_nodes();
  if (std::any_of(work.begin(), work.end(), contains_await)) {
    return reason(request, "async-function", "awaits: a thread has no loop",
                  shape.statement);
  }
  const std::vector<Reason>& tasks = request.candidate.task_obstacles;
  if (!tasks.empty() && awaits(request, shape)) return tasks.front();
  return std::nullopt;
}

bool is_script(const Request& request, const LoopShape& shape) {
  return shape.scope.is("module") && !shape.comprehension &&
         request.source.module() == "__main__" &&
         !request.names.mentioned("globals") &&
         !request.names.mentioned("vars") &&
         !request.names.mentioned("locals") &&
         !request.names.mentioned("eval") && !request.names.mentioned("exec") &&
         !request.names.mentioned("__main__");
}

bool target_watched(const Request& request, const LoopShape& shape,
                    const std::string& name) {
  if (shape.comprehension) return false;
  const bool of_module = shape.scope.is("module");
  if (!of_module && !binds(shape.scope, name)) return true;
  if (of_module && !is_script(request, shape) &&
      used_elsewhere(request, name)) {
    return true;
  }
  return function_reads(shape, name) ||
         (inside_try(shape) &&
          mentions(shape.scope, name, {shape.loop.range()}));
}

bool target_observed(const Request& request, const LoopShape& shape,
                     const std::string& name) {
  const bool used = used_elsewhere(request, name);
  if (used && !is_script(request, shape)) return true;
  std::vector<ByteRange> except = {shape.work};
  if (shape.prelude_leaves) {
    for (Node part : shape.prelude) except.push_back(part.range());
  }
  for (Node clause : shape.clauses) except.push_back(clause.range());
  if (!shape.comprehension) {
    except.push_back(shape.target.range());
    except.push_back(shape.iterable.range());
  }
  if (mentions(shape.loop, name, except)) return true;
  if (used) {
    return mentions(request.source.root(), name, {shape.loop.range()});
  }
  return target_watched(request, shape, name);
}
}  // namespace ppp::rewrite
