// SPDX-License-Identifier: Apache-2.0
#include "rewrite/task_form.h"

#include <algorithm>
#include <optional>

#include "rewrite/kept_records.h"
#include "rewrite/layout.h"
#include "rewrite/loop_shape.h"
#include "rewrite/outline.h"
#include "rewrite/pool_source.h"
#include "rewrite/raises.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;

bool awaits(const LoopShape& shape) {
  const std::vector<Node> work = shape.work_nodes();
  return std::any_of(work.begin(), work.end(), contains_await);
}

/// Nothing of the statement runs before the comprehension in it.
bool begins_statement(const LoopShape& shape) {
  Node child = shape.loop;
  for (Node node = child.parent(); child != shape.statement;
       child = node, node = node.parent()) {
    const bool value = node.is("assignment") && node.field("right") == child &&
                       !node.field("type");
    const bool argument = node.is("argument_list") && node.child(0) == child;
    const bool called = node.is("call") &&
                        node.field("function").is("identifier") &&
                        node.field("arguments") == child;
    if (!value && !argument && !called && !node.is("return_statement") &&
        !node.is("expression_statement")) {
      return false;
    }
  }
  return true;
}

std::optional<Reason> refuse_form(const Request& request,
                                  const LoopShape& shape) {
  const advisor::Candidate& candidate = request.candidate;
  if (!awaits(shape)) {
    return refusal(request, "blocks",
                   "its work awaits nothing: tasks would take turns");
  }
  if (candidate.early_exit) {
    return refusal(request, "early-exit",
                   "may end before its source does, with requests under way "
                   "that it would not have made");
  }
  if (candidate.work.stale_guards) {
    return refusal(request, "early-exit",
                   "whether an item is wanted is only known when its turn "
                   "comes, and a task under way would be noticed");
  }
  const bool endless = candidate.counter && candidate.counter->stop.empty();
  const bool known = !shape.applied && !endless &&
                     !candidate.work_is_condition && !candidate.source_taken &&
                     !shape.loop.is("generator_expression");
  if (!known) {
    return refusal(request, "unsupported-shape",
                   "is not a loop whose work a task can do");
  }
  if (shape.comprehension && !begins_statement(shape)) {
    return refusal(request, "evaluated-between",
                   "other parts of the statement are evaluated before it");
  }
  const bool apart =
      shape.clauses.size() > 1 &&
      std::any_of(shape.clauses.begin(), shape.clauses.end(), [](Node clause) {
        const Node left = clause.field("left");
        return left && !left.is("identifier");
      });
  if (apart) {
    return refusal(request, "unsupported-shape",
                   "takes items apart ahead of the first one's work");
  }
  if (auto seen = partial_result_seen(request, shape)) return seen;
  if (auto odd = raises_oddly(request, shape, false)) return odd;
  return partly_run(request, shape);
}

class TaskWriter {
 public:
  TaskWriter(const Request& request, const LoopShape& shape)
      : request_(request),
        shape_(shape),
        indent_(indent_of(request.source, shape.statement.range().begin)),
        unit_(indent_unit(request.source, shape.loop)),
        newline_(newline_of(request.source)) {}

  Proposal write();

 private:
  std::optional<Reason> hidden_builtin(const PoolSource& source) const;
  bool taken_apart_for_sure() const;
  std::string named(const std::string& taken) const;
  std::vector<Edit> replaced(const PoolSource& source,
                             const std::string& kept) const;
  std::string before(const PoolSource& source, const Worker& worker) const;

  const Request& request_;
  const LoopShape& shape_;
  std::string indent_, unit_, newline_, limit_, tasks_, task_;
  bool keep_target_ = false;
};

std::optional<Reason> TaskWriter::hidden_builtin(
    const PoolSource& source) const {
  std::vector<std::string> needed;
  if (keep_target_ || source.flat) needed.emplace_back("zip");
  if (!source.binding.empty()) needed.emplace_back("list");
  if (request_.candidate.counter) needed.emplace_back("range");
  if (!request_.candidate.work.loggers.empty()) {
    needed.emplace_back("Exception");
  }
  for (const std::string& name : needed) {
    if (!rebound(shape_, name)) continue;
    return refusal(request_, "hidden-builtin",
                   "`" + name + "` is not the builtin here");
  }
  return std::nullopt;
}

/// The target is a name, or takes apart what is sure to have as many parts.
/// Any other fails at the item that does not fit, so it must stay in the loop.
bool TaskWriter::taken_apart_for_sure() const {
  if (request_.candidate.counter || shape_.target.is("identifier") ||
      shape_.clauses.size() > 1) {
    return true;
  }
  const std::span<const Node> parts = shape_.target.children();
  const bool names = std::all_of(parts.begin(), parts.end(), [](Node part) {
    return part.is("identifier");
  });
  const std::string_view callee = builtin_call(shape_, shape_.iterable);
  if (!names || callee.empty()) return false;
  const std::span<const Node> arguments =
      shape_.iterable.field("arguments").children();
  const bool plain =
      std::none_of(arguments.begin(), arguments.end(), [](Node argument) {
        return argument.is("list_splat") || argument.is("keyword_argument");
      });
  return plain && ((callee == "enumerate" && parts.size() == 2) ||
                   (callee == "zip" && parts.size() == arguments.size()));
}

/// The statements that take what a task gives: its results get their names, and
/// what it has added for itself is added.
std::string TaskWriter::named(const std::string& taken) const {
  const advisor::Work& work = request_.candidate.work;
  const auto& added = work.accumulators;
  const std::string before =
      newline_ + indent_of(request_.source, shape_.work.begin) + unit_;
  if (work.results.empty() && added.size() == 1 &&
      added.front().kind == advisor::Accumulator::Kind::kList) {
    return added.front().name + ".extend(" + taken + ")";
  }
  std::vector<std::string> names = work.results;
  std::string text;
  for (const advisor::Accumulator& one : added) {
    names.push_back(request_.names.local({one.name + "_part"}));
    text += addition(request_, one, names.back(), before, unit_);
  }
  return (names.empty() ? "" : joined(names) + " = ") + taken + text;
}

/// What changes in the statement itself: the loop's head, and the work.
std::vector<Edit> TaskWriter::replaced(const PoolSource& source,
                                       const std::string& kept) const {
  std::string head = task_ + " in " + tasks_;
  if (keep_target_) {
    head = source.targets + ", " + task_ + " in zip(" + source.around + ", " +
           tasks_ + ")";
  }
  ByteRange range;
  if (shape_.comprehension) {
    range = {shape_.clauses.front().range().begin,
             shape_.clauses.back().range().end};
    head = "for " + head;
  } else if (request_.candidate.counter) {
    range = {shape_.loop.range().begin,
             shape_.loop.field("condition").range().end};
    head = "for " + head;
  } else {
    range = {shape_.target.range().begin, shape_.iterable.range().end};
  }
  std::string work = "await " + task_;
  if (!kept.empty()) work = kept + ".taken(" + work + ")";
  work = named(work);
  if (shape_.expression && is_operand(shape_.expression)) {
    work = "(" + work + ")";
  }
  std::vector<Edit> edits = {{range, head}, {shape_.work, work}};
  if (!shape_.prelude_leaves) return edits;
  const advisor::SourceFile& file = request_.source;
  const std::uint32_t begin = shape_.prelude.front().range().begin;
  const std::uint32_t end = shape_.prelude.back().range().end;
  edits.push_back({{file.line_begin(file.line_of(begin)),
                    file.line_begin(file.line_of(end - 1) + 1)},
                   ""});
  return edits;
}

std::string TaskWriter::before(const PoolSource& source,
                               const Worker& worker) const {
  const std::string asyncio = request_.imports.module("asyncio");
  std::string text;
  if (!source.binding.empty()) text += indent_ + source.binding + newline_;
  text += indent_ + limit_ + " = " + asyncio + ".Semaphore(" +
          std::to_string(std::max(1, request_.options.tasks)) + ")" + newline_ +
          newline_ + worker.nested + newline_ + newline_;
  const std::string items = joined(source.parameters.names);
  const std::string call =
      worker.kept.empty()
          ? worker.function + "(" + items + ")"
          : worker.kept + ".call(" + worker.function + ", " + items + ")";
  const std::string made = asyncio + ".create_task(" + call + ")";
  const std::string iterables = joined(source.iterables);
  const std::string clause =
      "for " + items + " in " +
      (source.iterables.size() > 1 ? "zip(" + iterables + ")" : iterables);
  const std::string line =
      indent_ + tasks_ + " = [" + made + " " + clause + "]";
  if (line.size() <= kWidth)
    return text + line + newline_ + indent_ + "try:" + newline_;
  const std::string inner = newline_ + indent_ + unit_;
  return text + indent_ + tasks_ + " = [" + inner + made + inner + clause +
         newline_ + indent_ + "]" + newline_ + indent_ + "try:" + newline_;
}

Proposal TaskWriter::write() {
  // A counter goes on being counted.
  const bool observed =
      !request_.candidate.counter &&
      std::any_of(shape_.targets.begin(), shape_.targets.end(),
                  [&](const std::string& name) {
                    return target_observed(request_, shape_, name);
                  });
  keep_target_ = observed || !taken_apart_for_sure();
  SourceUse use;
  use.twice = keep_target_;
  const PoolSource source = pool_source(request_, shape_, use);
  if (auto hidden = hidden_builtin(source)) return *hidden;
  limit_ = request_.names.local({"limit", "slots"});
  tasks_ = request_.names.local({"tasks", "item_tasks"});
  task_ = request_.names.local({"task", "item_task"});
  auto made = task_worker(request_, shape_, source.parameters, limit_);
  if (auto* refused = std::get_if<Reason>(&made)) return *refused;
  Worker& worker = std::get<Worker>(made);
  keep_task_records(request_, shape_, worker);
  const ByteRange statement = shape_.statement.range();
  const ByteRange lines = whole_lines(request_.source, statement, false);
  std::vector<Edit> changed = replaced(source, worker.kept);
  Rewrite rewrite;
  rewrite.definitions = std::move(worker.helpers);
  rewrite.edits = {
      {{lines.begin, lines.begin}, before(source, worker)},
      {{lines.end, lines.end},
       end_of_tasks(request_, indent_, unit_, task_, tasks_, "*" + tasks_)}};
  for (Edit& edit : indent_lines(request_.source, statement, unit_, changed)) {
    rewrite.edits.push_back(std::move(edit));
  }
  for (Edit& edit : changed) rewrite.edits.push_back(std::move(edit));
  rewrite.task_per_item = true;
  rewrite.summary = "runs " + worker.function +
                    "() in tasks of the event loop, results in the original "
                    "order";
  return rewrite;
}

}  // namespace

std::string end_of_tasks(const Request& request, const std::string& indent,
                         const std::string& unit, const std::string& task,
                         const std::string& tasks,
                         const std::string& arguments) {
  const std::string newline = newline_of(request.source);
  const std::string inner = indent + unit;
  const std::string callee =
      "await " + request.imports.module("asyncio") + ".gather(";
  std::string given = arguments + ", return_exceptions=True";
  if (inner.size() + callee.size() + given.size() + 1 > kWidth) {
    given = newline + inner + unit + given + newline + inner;
  }
  return newline + indent + "finally:" + newline + inner + "for " + task +
         " in " + tasks + ":" + newline + inner + unit + task + ".cancel()" +
         newline + inner + callee + given + ")";
}

bool is_operand(Node expression) {
  const Node parent = expression.parent();
  return (parent.is("attribute") && parent.field("object") == expression) ||
         (parent.is("subscript") && parent.field("value") == expression) ||
         (parent.is("call") && parent.field("function") == expression);
}

Proposal use_tasks(const Request& request) {
  auto shaped = shape_of(request);
  if (auto* refused = std::get_if<Reason>(&shaped)) return *refused;
  const LoopShape& shape = std::get<LoopShape>(shaped);
  if (auto refused = refuse_form(request, shape)) return *refused;
  return TaskWriter(request, shape).write();
}

}  // namespace ppp::rewrite
