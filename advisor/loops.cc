// SPDX-License-Identifier: Apache-2.0
#include "advisor/loops.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "advisor/item_call.h"
#include "advisor/row_call.h"
#include "advisor/scopes.h"

namespace ppp::advisor {
namespace {

/// A lazy call in a loop's head belongs to that loop.
bool feeds_loop(Node call) {
  std::vector<Node> wrappers = wrappers_of(call);
  Node source = wrappers.empty() ? call : wrappers.back();
  Node head = source.parent();
  return (head.is("for_statement") || head.is("for_in_clause")) &&
         head.field("right") == source;
}

std::optional<LoopKind> loop_kind(Node node) {
  if (auto call = item_call(node)) {
    if (!call->lazy()) return LoopKind::kKeyCall;
    if (!feeds_loop(node)) return LoopKind::kMapCall;
    return std::nullopt;
  }
  if (row_call(node) || group_call(node)) return LoopKind::kRowCall;
  if (node.is("for_statement")) return LoopKind::kFor;
  if (node.is("while_statement")) return LoopKind::kWhile;
  if (node.is("list_comprehension")) return LoopKind::kListComprehension;
  if (node.is("set_comprehension")) return LoopKind::kSetComprehension;
  if (node.is("dictionary_comprehension")) {
    return LoopKind::kDictComprehension;
  }
  if (node.is("generator_expression")) return LoopKind::kGeneratorExpression;
  return std::nullopt;
}

bool crosses(const profiler::Profile& profile, const profiler::Stack& stack,
             const Span& lines) {
  return std::any_of(stack.frames.begin(), stack.frames.end(), [&](int index) {
    const auto& frame = profile.frames[static_cast<std::size_t>(index)];
    return frame.line >= lines.line && frame.line <= lines.end_line &&
           frame.file == lines.file;
  });
}

}  // namespace

std::string qualified_name(Node definition) {
  std::string name;
  for (Node at = definition; at; at = at.parent()) {
    if (!at.is("function_definition") && !at.is("class_definition")) continue;
    std::string own(at.field("name").text());
    name = name.empty() ? own : own + "." + name;
  }
  return name;
}

std::vector<Loop> find_loops(const SourceFile& source) {
  std::vector<Loop> loops;
  const bool tables = imports_pandas(source);
  walk(source.root(), [&](Node node) {
    const auto kind = loop_kind(node);
    if (kind && (tables || *kind != LoopKind::kRowCall)) {
      Loop loop;
      loop.source = &source;
      loop.node = node;
      loop.function = enclosing(
          node.parent(), {"function_definition", "class_definition", "lambda"});
      loop.hot.kind = *kind;
      loop.hot.range = node.range();
      loop.hot.span = source.span(node.range());
      loop.hot.function = qualified_name(loop.function);
      loops.push_back(std::move(loop));
    }
    return true;
  });
  return loops;
}

profiler::Cost cost_of_lines(const profiler::Profile& profile,
                             const Span& lines) {
  profiler::Cost cost;
  for (const profiler::Stack& stack : profile.stacks) {
    if (crosses(profile, stack, lines)) cost += stack.cost;
  }
  return cost;
}

double sampled_wall_s(const profiler::Profile& profile) {
  double main = 0;
  double all = 0;
  for (const profiler::Stack& stack : profile.stacks) {
    all += stack.cost.wall_s;
    const auto& thread =
        profile.threads[static_cast<std::size_t>(stack.thread)];
    if (thread.main) main += stack.cost.wall_s;
  }
  return main > 0 ? main : all;
}

TimeClass classify(const profiler::Cost& cost) {
  using profiler::Wait;
  constexpr double kDominant = 0.6;
  if (cost.wall_s <= 0) return TimeClass::kCpuPython;
  const double known =
      std::accumulate(cost.wait_s.begin(), cost.wait_s.end(), cost.cpu_s);
  if (known < kDominant * cost.wall_s) return TimeClass::kUnknown;
  if (cost.cpu_s >= kDominant * cost.wall_s) {
    return cost.native_s > cost.python_s ? TimeClass::kCpuNative
                                         : TimeClass::kCpuPython;
  }
  auto wait = [&](Wait kind) {
    return cost.wait_s[static_cast<std::size_t>(kind)];
  };
  const std::pair<Wait, TimeClass> classes[] = {
      {Wait::kNetwork, TimeClass::kIoNetwork},
      {Wait::kDisk, TimeClass::kIoDisk},
      {Wait::kSleep, TimeClass::kIoSleep},
      {Wait::kChild, TimeClass::kIoChild},
      {Wait::kLock, TimeClass::kIoLock},
  };
  for (const auto& [kind, time_class] : classes) {
    if (wait(kind) >= kDominant * cost.wall_s) return time_class;
  }
  return TimeClass::kMixed;
}

bool precedes(const HotLoop& a, const HotLoop& b) {
  constexpr double kStep = 0.05;
  const double left = std::round(a.share / kStep);
  const double right = std::round(b.share / kStep);
  if (left != right) return left > right;
  return a.inside.size() < b.inside.size();
}

}  // namespace ppp::advisor
