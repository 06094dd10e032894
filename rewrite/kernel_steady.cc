// SPDX-License-Identifier: Apache-2.0
// Lists that a loop around does not change are converted in its first turn:
//
//   kept = []
//   for k in range(len(centres)):
//       total = total_by_numpy(points, k, total, kept)
//       …
//
// That they stay as they are is what the plan has proved of the loop around, if
// its work, of which this loop is a part, may run for all items at once: work
// that reads what another item changes may not. So what the function finds in
// the first turn it would find in each.
#include "rewrite/kernel_steady.h"

#include <algorithm>

#include "advisor/row_call.h"
#include "advisor/scopes.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Candidate;
using advisor::KernelInput;
using advisor::Node;

Node loop_around(Node loop) {
  for (Node node = loop.parent(); node; node = node.parent()) {
    const bool scope = node.is("function_definition") || node.is("lambda") ||
                       node.is("class_definition") || node.is("module") ||
                       node.kind().ends_with("comprehension") ||
                       node.is("generator_expression");
    if (scope) return {};
    if (node.is("for_statement")) return node;
  }
  return {};
}

/// Nothing of it may run for several items at once but what the loop is in.
bool proves(const Candidate& around, ByteRange inside) {
  auto holds = [&](const ByteRange& one) { return one.contains(inside); };
  const std::vector<ByteRange>& own = around.work.statements;
  const std::vector<ByteRange>& first = around.work.prelude;
  return around.source_repeatable && around.split.empty() &&
         around.assumptions.empty() && around.work_obstacles.empty() &&
         !around.early_exit && !around.counter && !around.in_slices &&
         (std::any_of(own.begin(), own.end(), holds) ||
          std::any_of(first.begin(), first.end(), holds));
}

/// Others run in its turns.
bool hands_over(Node loop) {
  bool found = false;
  advisor::walk(loop, [&](Node node) {
    found = found || node.is("yield") || node.is("await");
    return !found;
  });
  return found;
}

bool may_rebind(Node loop, const std::string& name) {
  bool found = false;
  advisor::walk(loop, [&](Node node) {
    const bool named = node.is("identifier") && node.text() == name;
    found =
        found || (named && (advisor::is_target(node) ||
                            advisor::enclosing(
                                node, {"delete_statement", "global_statement",
                                       "nonlocal_statement", "import_statement",
                                       "import_from_statement", "except_clause",
                                       "as_pattern", "case_pattern"})));
    return !found;
  });
  const std::vector<std::string> own = advisor::bound_names(loop.field("left"));
  return found || std::find(own.begin(), own.end(), name) != own.end();
}

}  // namespace

std::optional<SteadyLists> steady_lists(const Request& request) {
  const advisor::HotLoop& own = request.candidate.loop;
  const Node loop = advisor::node_at(request.source.root(), own.range);
  const advisor::Kernel& kernel = *request.candidate.kernel;
  // What stands in a class would become an attribute.
  const Node scope = advisor::enclosing(
      loop, {"function_definition", "class_definition", "module"});
  if (!loop.is("for_statement") || !request.candidate.split.empty() ||
      kernel.of_frames() || kernel.of_arrays() ||
      scope.is("class_definition")) {
    return std::nullopt;
  }
  SteadyLists made;
  made.loop = loop_around(loop);
  if (!made.loop || hands_over(made.loop) ||
      !begins_line(request.source, made.loop.range().begin)) {
    return std::nullopt;
  }
  const ByteRange around = made.loop.range();
  const Candidate* proof = nullptr;
  for (const Candidate& one : request.candidates) {
    if (one.loop.span.file != own.span.file) continue;
    const ByteRange& range = one.loop.range;
    if (range == around && one.loop.kind == advisor::LoopKind::kFor) {
      proof = &one;
    }
    // What is put around the loop rules out another rewrite in it.
    const bool beside = one.kernel && around.contains(range) &&
                        range != around && !range.contains(own.range) &&
                        !own.range.contains(range);
    if (beside) return std::nullopt;
  }
  if (!proof || !proves(*proof, own.range)) return std::nullopt;
  for (const KernelInput& input : kernel.inputs) {
    const bool list = input.kind == KernelInput::Kind::kList ||
                      input.kind == KernelInput::Kind::kRows;
    const std::string& name = input.of.empty() ? input.name : input.of;
    if (list && input.read && !may_rebind(made.loop, name)) {
      made.names.insert(input.name);
    }
  }
  if (made.names.empty()) return std::nullopt;
  made.share = std::min(
      1.0, std::max(1.0, proof->loop.entries) / std::max(1.0, own.entries));
  return made;
}

}  // namespace ppp::rewrite
