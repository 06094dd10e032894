// SPDX-License-Identifier: Apache-2.0
#include "rewrite/blocking_calls.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "advisor/scopes.h"
#include "rewrite/call_chain.h"
#include "rewrite/loop_shape.h"
#include "rewrite/moved_candidate.h"
#include "rewrite/script_functions.h"
#include "rewrite/task_form.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::walk;

constexpr std::string_view kOpensPage = "urllib.request.urlopen";

bool blocks_itself(const Request& request, Node call) {
  static const std::set<std::string_view> names = {
      kOpensPage,       "httpx.get",     "httpx.head",
      "requests.get",   "requests.head", "subprocess.check_output",
      "subprocess.run", "time.sleep"};
  return names.contains(library_function(request, call.field("function")));
}

class BlockingCalls {
 public:
  explicit BlockingCalls(const Request& request)
      : request_(request), known_(request) {}

  /// Those that stand where they can be awaited.
  std::vector<Node> below(const std::vector<Node>& work) {
    for (Node part : work) look_into(part);
    return std::move(found_);
  }

 private:
  void look_into(Node root) {
    walk(root, [&](Node node) {
      if (node.is("function_definition") || node.is("lambda")) return false;
      if (node.is("call")) look_at(node);
      return true;
    });
  }

  void look_at(Node call) {
    const Node function = known_.called(call);
    if (!function) {
      if (is_whole(call)) add(call);
    } else if (only_called_here(function)) {
      const bool async = advisor::scope_names(function).async;
      if (async && call.parent().is("await")) {
        look_into(function.field("body"));
      } else if (!async && blocks(function, 0)) {
        add(call);
      }
    }
  }

  /// What it gives does not go on waiting.
  bool is_whole(Node call) const {
    return blocks_itself(request_, call) &&
           library_function(request_, call.field("function")) != kOpensPage;
  }

  void add(Node call) {
    if (cannot_await(call).empty() &&
        call.field("arguments").is("argument_list")) {
      found_.push_back(call);
    }
  }

  bool blocks(Node function, int depth) const {
    bool found = false;
    walk(function.field("body"), [&](Node node) {
      if (found || !node.is("call")) return !found;
      const Node callee = known_.called(node);
      found = blocks_itself(request_, node) ||
              (callee && depth < 8 && blocks(callee, depth + 1));
      return !found;
    });
    return found;
  }

  /// Its name stands in its definition and in one other place.
  bool only_called_here(Node function) const {
    if (!known_.contains(function)) return false;
    int places = 0;
    for (const advisor::SourceFile& file : request_.project.files) {
      walk(file.root(), [&](Node node) {
        places += known_.may_name(node, function);
        return true;
      });
    }
    return places == 2;
  }

  const Request& request_;
  ScriptFunctions known_;
  std::vector<Node> found_;
};

std::vector<Node> nodes_of_work(const Request& request) {
  const advisor::Work& work = request.candidate.work;
  std::vector<ByteRange> ranges = work.statements;
  if (work.expression) ranges.push_back(*work.expression);
  std::vector<Node> nodes;
  for (ByteRange range : ranges) {
    nodes.push_back(advisor::node_at(request.source.root(), range));
  }
  return nodes;
}

void move_to_thread(const Request& request, Node call,
                    std::vector<Edit>& edits) {
  const Node callee = call.field("function");
  const Node arguments = call.field("arguments");
  const bool operand = is_operand(call);
  const std::uint32_t open = arguments.range().begin + 1;
  edits.push_back({callee.range(), std::string(operand ? "(" : "") + "await " +
                                       request.imports.module("asyncio") +
                                       ".to_thread"});
  edits.push_back({{open, open},
                   std::string(callee.text()) +
                       (arguments.children().empty() ? "" : ", ")});
  if (operand) edits.push_back({{call.range().end, call.range().end}, ")"});
}

}  // namespace

Proposal use_tasks_and_threads(const Request& request) {
  constexpr int kWithToThread = 9;
  const std::vector<Node> work = nodes_of_work(request);
  const bool awaits = std::any_of(work.begin(), work.end(), contains_await);
  std::vector<Node> calls;
  if (awaits && request.options.python_minor >= kWithToThread &&
      request.source.module() == "__main__" &&
      request.candidate.work.per_worker.empty() &&
      request.candidate.work.loggers.empty()) {
    calls = BlockingCalls(request).below(work);
  }
  if (calls.empty()) return use_tasks(request);
  std::vector<Edit> edits;
  for (Node call : calls) move_to_thread(request, call, edits);
  std::stable_sort(
      edits.begin(), edits.end(),
      [](const Edit& a, const Edit& b) { return a.range < b.range; });
  Proposal proposal = rewritten_twice(request, edits, use_tasks);
  if (auto* rewrite = std::get_if<Rewrite>(&proposal)) {
    rewrite->whole_program = true;
    rewrite->summary += ", and what blocks in threads";
  }
  return proposal;
}

}  // namespace ppp::rewrite
