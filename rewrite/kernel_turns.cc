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

/// Somebody may put another function in the place of one, or look into what
/// runs.
bool looks_behind(const advisor::Project& project, std::string_view function) {
  static const std::set<std::string_view> words = {
      "__dict__", "_getframe", "eval",    "exec",     "globals",
      "locals",   "modules",   "patch",   "setattr",  "settrace",
      "vars",     "gc",        "inspect", "importlib"};
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

/// An interrupt, which then finds the lists of an earlier turn, is looked at.
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

/// It has no parameters but plain ones, and does nothing but the loop.
bool only_loop(Node function, Node loop) {
  const std::span<const Node> body = function.field("body").children();
  const bool text = !body.empty() && body[0].is("expression_statement") &&
                    body[0].child(0).is("string");
  const std::span<const Node> parameters =
      function.field("parameters").children();
  return body.size() == (text ? 2U : 1U) && body.back() == loop &&
         function.text().starts_with("def ") &&
         std::all_of(parameters.begin(), parameters.end(),
                     [](Node one) { return one.is("identifier"); });
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

/// The inputs of the kernel by the names that they have where `call` stands.
bool give_arguments(const Kernel& kernel, Node function, Node call,
                    std::map<std::string, std::string>& given) {
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
    given[std::string(parameters[i].text())] = std::string(one.text());
  }
  const auto around = advisor::scope_names(scope_around(call));
  return std::all_of(
      kernel.inputs.begin(), kernel.inputs.end(), [&](const auto& input) {
        if (given.contains(input.name)) return true;
        const bool global = input.kind == KernelInput::Kind::kScalar &&
                            !around.locals.contains(input.name);
        return global && given.emplace(input.name, input.name).second;
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
  turns.last = turns.kernel;
  std::size_t next = 1;
  while (next < body.size() && add_exchange(body[next], turns)) {
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
        return false;
      default:
        return only_stores(step.body) && only_stores(step.otherwise);
    }
  });
}

}  // namespace

Node scope_around(Node node) {
  return advisor::enclosing(node.parent(), {"function_definition", "module",
                                            "lambda", "class_definition"});
}

std::optional<KernelTurns> turns_around(const Request& request) {
  const Kernel& kernel = *request.candidate.kernel;
  if (kernel.of_frames() || kernel.of_arrays() || kernel.comprehension ||
      !only_stores(kernel.steps) || catches_interrupts(request.project)) {
    return std::nullopt;
  }
  KernelTurns turns;
  const Node loop =
      advisor::node_at(request.source.root(), request.candidate.loop.range);
  const Node holder = loop.parent().parent();
  turns.kernel = loop;
  if (holder.is("function_definition")) {
    if (!only_loop(holder, loop) ||
        !ScriptFunctions(request).contains(holder) ||
        looks_behind(request.project, holder.field("name").text())) {
      return std::nullopt;
    }
    const Node call = only_call(request, holder);
    turns.kernel = call.parent();
    if (!turns.kernel.is("expression_statement") ||
        !give_arguments(kernel, holder, call, turns.given)) {
      return std::nullopt;
    }
  } else {
    for (const KernelInput& input : kernel.inputs) {
      turns.given[input.name] = input.name;
    }
  }
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
