// SPDX-License-Identifier: Apache-2.0
#include "rewrite/kernel_turns.h"

#include <algorithm>
#include <set>

#include "advisor/scopes.h"
#include "rewrite/layout.h"
#include "rewrite/script_functions.h"

namespace ppp::rewrite {
namespace {

using advisor::Kernel;
using advisor::KernelInput;
using advisor::KernelStep;
using advisor::Node;
using StepKind = KernelStep::Kind;

/// It does nothing but the loop.
bool only_loop(Node function, Node loop) {
  const std::span<const Node> body = function.field("body").children();
  const bool text = !body.empty() && body[0].is("expression_statement") &&
                    body[0].child(0).is("string");
  return body.size() == (text ? 2U : 1U) && body.back() == loop;
}

/// The only call of the function, or null.
Node only_call(const Request& request, Node function) {
  const std::string_view name = function.field("name").text();
  std::vector<Node> mentions;
  for (const advisor::SourceFile& file : request.project.files) {
    advisor::walk(file.root(), [&](Node node) {
      if (node.is("identifier") && node.text() == name) {
        mentions.push_back(node);
      }
      return true;
    });
  }
  std::erase(mentions, function.field("name"));
  if (mentions.size() != 1) return {};
  const Node call = mentions[0].parent();
  return call.is("call") && call.field("function") == mentions[0] ? call
                                                                  : Node();
}

/// Names of the function that the loop around knows nothing of.
std::set<std::string> own_names(const std::optional<NewList>& made) {
  std::set<std::string> names;
  if (!made) return names;
  names.insert(made->name);
  for (const auto& size : made->sizes) names.insert(size.first);
  return names;
}

bool stores_in(const std::vector<KernelStep>& steps, const std::string& name) {
  return std::any_of(steps.begin(), steps.end(), [&](const KernelStep& step) {
    return (step.kind == StepKind::kStore && step.name == name) ||
           stores_in(step.body, name) || stores_in(step.otherwise, name);
  });
}

/// The inputs of the kernel by the names that they have where `call` stands.
bool give_arguments(const Kernel& kernel, Node function, Node call,
                    KernelTurns& turns) {
  const std::span<const Node> parameters =
      function.field("parameters").children();
  const Node list = call.field("arguments");
  const std::span<const Node> arguments = list.children();
  if (!list.is("argument_list") || arguments.size() != parameters.size()) {
    return false;
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Node one = arguments[i];
    if (!one.is("identifier") && !one.is("integer") && !one.is("float")) {
      return false;
    }
    turns.given[std::string(parameters[i].text())] = std::string(one.text());
  }
  const std::set<std::string> own = own_names(turns.made);
  const Node scope = scope_around(call);
  const auto around = advisor::scope_names(scope);
  return std::all_of(
      kernel.inputs.begin(), kernel.inputs.end(), [&](const auto& input) {
        if (turns.given.contains(input.name) || own.contains(input.name)) {
          return true;
        }
        const bool global =
            !stores_in(kernel.steps, input.name) &&
            (scope.is("module") || !around.locals.contains(input.name));
        return global && turns.given.emplace(input.name, input.name).second;
      });
}

/// `a, b = b, a`
bool add_exchange(Node statement, KernelTurns& turns) {
  const Node made = statement.child(0);
  const std::span<const Node> targets = made.field("left").children();
  const std::span<const Node> values = made.field("right").children();
  if (!statement.is("expression_statement") || !made.is("assignment") ||
      !made.field("left").is("pattern_list") || made.field("type") ||
      !made.field("right").is("expression_list") ||
      targets.size() != values.size()) {
    return false;
  }
  std::vector<std::pair<std::string, std::string>> all;
  std::set<std::string> left, right;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (!targets[i].is("identifier") || !values[i].is("identifier")) {
      return false;
    }
    all.emplace_back(targets[i].text(), values[i].text());
    left.insert(all.back().first);
    right.insert(all.back().second);
  }
  if (left != right || left.size() != targets.size()) return false;
  turns.exchanges.push_back(std::move(all));
  return true;
}

/// `for step in range(…):`, and the parts of its body.
bool read_loop(const Request& request, KernelTurns& turns) {
  const Node loop = turns.loop;
  const Node source = loop.field("right");
  const std::span<const Node> body = loop.field("body").children();
  const bool counts =
      source.is("call") && source.field("function").text() == "range" &&
      loop.field("left").is("identifier") && !request.names.bound("range") &&
      !request.names.star_import();
  if (!loop.text().starts_with("for ") || loop.field("alternative") ||
      !counts || body.empty() || !(body[0] == turns.kernel) ||
      scope_around(loop).is("class_definition") ||
      !begins_line(request.source, loop.range().begin)) {
    return false;
  }
  auto last = std::find(body.begin(), body.end(), turns.last);
  if (last == body.end()) return false;
  auto next = static_cast<std::size_t>(last - body.begin()) + 1;
  while (!turns.made && next < body.size() && add_exchange(body[next], turns)) {
    turns.last = body[next++];
  }
  if (next < body.size()) {
    turns.rest = body[next++];
    if (!turns.rest.is("if_statement") || turns.rest.field("alternative")) {
      return false;
    }
  }
  return next == body.size() &&
         std::all_of(body.begin(), body.end(), [&](Node one) {
           return begins_line(request.source, one.range().begin);
         });
}

bool only_stores(const std::vector<KernelStep>& steps) {
  return std::all_of(steps.begin(), steps.end(), [](const KernelStep& step) {
    switch (step.kind) {
      case StepKind::kAppend:
      case StepKind::kAppendRow:
      case StepKind::kFold:
      case StepKind::kCarry:
      case StepKind::kTally:
        return false;
      default:
        return only_stores(step.body) && only_stores(step.otherwise);
    }
  });
}

bool hides_any(const Request& request,
               std::initializer_list<const char*> builtins) {
  return request.names.star_import() ||
         std::any_of(builtins.begin(), builtins.end(), [&](const char* name) {
           return request.names.bound(name);
         });
}

/// The statement that the kernel is, or is the value of; or null.
Node statement_with(Node kernel) {
  if (kernel.is("for_statement")) return kernel;
  const Node parent = kernel.parent();
  if (parent.is("return_statement")) return parent;
  const bool value = parent.is("assignment") && !parent.field("type") &&
                     parent.field("right") == kernel &&
                     parent.parent().is("expression_statement");
  return value ? parent.parent() : Node();
}

/// `sweep(old, new)`, or `grid = step(grid)` where the function makes a list.
bool read_call(Node call, KernelTurns& turns) {
  turns.kernel = call.parent();
  if (!turns.made) return turns.kernel.is("expression_statement");
  const Node made = turns.kernel;
  turns.kernel = made.parent();
  turns.variable = std::string(made.field("left").text());
  return made.is("assignment") && !made.field("type") &&
         made.field("left").is("identifier") && made.field("right") == call &&
         turns.kernel.is("expression_statement");
}

/// The function of the kernel, and its only call.
bool read_function(const Request& request, Node function, Node loop,
                   KernelTurns& turns) {
  if (!plain_parameters(function) ||
      (!turns.made && !only_loop(function, loop)) ||
      !ScriptFunctions(request).contains(function) ||
      looks_behind(request.project, function.field("name").text())) {
    return false;
  }
  const Node call = only_call(request, function);
  if (!read_call(call, turns) ||
      !give_arguments(*request.candidate.kernel, function, call, turns)) {
    return false;
  }
  turns.last = turns.kernel;
  return true;
}

/// Somebody else may see the variable in which each turn makes its list.
bool seen_elsewhere(const Request& request, const KernelTurns& turns) {
  const std::string& name = turns.made->name;
  if (name.empty()) return false;
  const Node scope = scope_around(turns.kernel);
  bool found = looks_behind(request.project, name);
  auto look = [&](Node around, bool own) {
    advisor::walk(around, [&](Node node) {
      const bool here = own &&
                        node.range().begin >= turns.kernel.range().begin &&
                        node.range().end <= turns.last.range().end;
      found = found || (node.is("identifier") && node.text() == name && !here);
      return !found;
    });
  };
  if (!scope.is("module")) look(scope, /*own=*/true);
  for (const advisor::SourceFile& file : request.project.files) {
    if (scope.is("module")) look(file.root(), file.root() == scope);
  }
  return found;
}

/// The kernel stands in the loop itself.
bool read_in_place(const Request& request, KernelTurns& turns) {
  for (const KernelInput& input : request.candidate.kernel->inputs) {
    turns.given[input.name] = input.name;
  }
  turns.last = turns.kernel;
  if (!turns.made) return true;
  turns.given.erase(turns.made->name);
  turns.kernel = turns.made->first;
  turns.last = turns.made->last;
  turns.variable = std::string(turns.last.child(0).field("left").text());
  return turns.variable != turns.made->name && !seen_elsewhere(request, turns);
}

}  // namespace

bool looks_behind(const advisor::Project& project, std::string_view function) {
  static const std::set<std::string_view> words = {
      "__dict__", "_getframe", "dir",     "eval",      "exec",      "f_locals",
      "globals",  "locals",    "modules", "patch",     "setattr",   "settrace",
      "vars",     "gc",        "inspect", "importlib", "setprofile"};
  bool found = false;
  for (const advisor::SourceFile& file : project.files) {
    advisor::walk(file.root(), [&](Node node) {
      found =
          found || (node.is("identifier") && words.contains(node.text())) ||
          (node.is("attribute") && node.field("attribute").text() == function);
      return !found;
    });
  }
  return found;
}

bool catches_interrupts(const advisor::Project& project) {
  bool found = false;
  for (const advisor::SourceFile& file : project.files) {
    advisor::walk(file.root(), [&](Node node) {
      const bool named =
          node.is("identifier") && (node.text() == "KeyboardInterrupt" ||
                                    node.text() == "BaseException");
      const bool all = node.is("except_clause") && node.children().size() == 1;
      found = found || named || all;
      return !found;
    });
  }
  return found;
}

bool plain_parameters(Node function) {
  const std::span<const Node> parameters =
      function.field("parameters").children();
  return function.text().starts_with("def ") &&
         std::all_of(parameters.begin(), parameters.end(),
                     [](Node one) { return one.is("identifier"); });
}

Node scope_around(Node node) {
  return advisor::enclosing(node.parent(), {"function_definition", "module",
                                            "lambda", "class_definition"});
}

bool read_condition(Node node, std::set<std::string>& names,
                    std::set<std::string>& divisors) {
  if (node.is("identifier")) {
    names.insert(std::string(node.text()));
    return true;
  }
  if (node.is("integer")) {
    return node.text().find_first_not_of("0123456789") == std::string::npos;
  }
  if (node.is("binary_operator")) {
    const std::string_view op = node.field("operator").text();
    const Node right = node.field("right");
    const bool divides = op == "%" || op == "//";
    if (divides && !right.is("identifier") && !right.is("integer")) {
      return false;
    }
    if (divides && right.is("integer") &&
        right.text().find_first_not_of('0') == std::string::npos) {
      return false;
    }
    if (divides && right.is("identifier")) {
      divisors.insert(std::string(right.text()));
    }
    if (!divides && op != "+" && op != "-" && op != "*") return false;
    return read_condition(node.field("left"), names, divisors) &&
           read_condition(right, names, divisors);
  }
  if (node.is("comparison_operator")) {
    for (Node op : node.fields("operators")) {
      static const std::set<std::string_view> known = {"<",  "<=", ">",
                                                       ">=", "==", "!="};
      if (!known.contains(op.text())) return false;
    }
  } else if (!node.is("boolean_operator") && !node.is("not_operator") &&
             !node.is("parenthesized_expression")) {
    return false;
  }
  const std::span<const Node> parts = node.children();
  return std::all_of(parts.begin(), parts.end(), [&](Node part) {
    return read_condition(part, names, divisors);
  });
}

bool surely_bound(Node loop, const std::string& name) {
  const Node scope = scope_around(loop);
  for (const advisor::NameBinding& one : advisor::name_bindings(scope)) {
    if (one.name == name && one.node.parent().is("delete_statement")) {
      return false;
    }
  }
  for (Node one : scope.field("parameters").children()) {
    if (one.text() == name) return true;
  }
  Node inside;
  for (Node at = loop; at && !(at == scope); inside = at, at = at.parent()) {
    if (inside && at.is("for_statement") && at.field("body") == inside) {
      const auto turned = advisor::bound_names(at.field("left"));
      if (std::find(turned.begin(), turned.end(), name) != turned.end()) {
        return true;
      }
    }
    for (Node one = at.previous_sibling(); one; one = one.previous_sibling()) {
      const Node made = one.child(0);
      if (!one.is("expression_statement") || !made.is("assignment")) continue;
      for (const std::string& bound :
           advisor::bound_names(made.field("left"))) {
        if (bound == name) return true;
      }
    }
  }
  return false;
}

std::optional<KernelTurns> turns_around(const Request& request) {
  const Kernel& kernel = *request.candidate.kernel;
  const Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  const Node statement = statement_with(loop);
  if (!statement || kernel.of_frames() || kernel.of_arrays() ||
      kernel.of_tuples() || catches_interrupts(request.project)) {
    return std::nullopt;
  }
  KernelTurns turns;
  turns.kernel = statement;
  if (!hides_any(request, {"len", "list", "range"})) {
    turns.made = new_list_of(kernel, statement);
  }
  if (!turns.made && (kernel.comprehension || !only_stores(kernel.steps))) {
    return std::nullopt;
  }
  const Node holder = statement.parent().parent();
  const bool understood = holder.is("function_definition")
                              ? read_function(request, holder, loop, turns)
                              : read_in_place(request, turns);
  if (!understood) return std::nullopt;
  turns.loop = turns.kernel.parent().parent();
  const bool inside =
      advisor::node_at(request.source.root(), turns.loop.range()) == turns.loop;
  if (!turns.loop.is("for_statement") || !inside ||
      !read_loop(request, turns)) {
    return std::nullopt;
  }
  return turns;
}

}  // namespace ppp::rewrite
