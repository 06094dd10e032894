// SPDX-License-Identifier: Apache-2.0
#include "rewrite/pool_plan.h"

#include <algorithm>
#include <string>
#include <vector>

#include "rewrite/cost.h"
#include "rewrite/layout.h"
#include "rewrite/pool_map.h"
#include "rewrite/redone.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;

constexpr double kSmallArrays = 16U << 20;  // bytes of all results together

bool has_comment(const advisor::SourceFile& source, ByteRange range) {
  bool found = false;
  auto look = [&](auto& self, Node node) -> void {
    for (Node child : node.all_children()) {
      if (found || !child.range().overlaps(range)) continue;
      if (child.is("comment")) found = true;
      self(self, child);
    }
  };
  look(look, source.root());
  return found;
}

bool is_appended(const Request& request, const LoopShape& shape,
                 bool observed) {
  const advisor::Candidate& candidate = request.candidate;
  std::span<const Node> body = shape.loop.field("body").children();
  std::size_t gone = shape.prelude_leaves ? shape.prelude.size() : 0;
  bool alone = body.size() == 1 + gone && !shape.loop.field("alternative");
  ByteRange lines = whole_lines(request.source, shape.loop.range(), false);
  return !candidate.appends_to.empty() && alone && !observed &&
         !candidate.work.prints && !has_comment(request.source, lines);
}

/// Results may be taken at the loop's head, if an item that fails there does so
/// as it did.
bool leads(const Request& request, const LoopShape& shape) {
  if (!request.candidate.work.leads || shape.statements.empty()) {
    return request.candidate.work.leads;
  }
  std::span<const Node> body = shape.loop.field("body").children();
  return !body.empty() && body.front() == shape.begin() &&
         on_own_lines(request, shape);
}

Form loop_form(const Request& request, const LoopShape& shape, bool observed) {
  if (is_appended(request, shape, observed)) return Form::kExtend;
  bool head = leads(request, shape);
  // What is assigned before the work's item fails must have been assigned.
  std::vector<std::string> before = assigned_in(shape.prelude);
  if (!request.candidate.counter) {
    before.insert(before.end(), shape.targets.begin(), shape.targets.end());
  }
  for (const std::string& name : before) {
    head &= !target_watched(request, shape, name);
  }
  return head ? Form::kHead : Form::kNext;
}

Form comprehension_form(const Request& request, const LoopShape& shape) {
  Node body = shape.loop.field("body");
  if (body.range() == shape.work) return Form::kValues;
  bool plain_key = body.is("pair") && shape.clauses.size() == 1 &&
                   shape.target.is("identifier") &&
                   body.field("key").is("identifier") &&
                   body.field("key").text() == shape.target.text();
  if (plain_key && body.field("value").range() == shape.work) {
    return Form::kDict;
  }
  return request.candidate.work.leads ? Form::kHead : Form::kNext;
}

/// Nobody can tell how far the items before a failing one had come.
bool may_fail_as_chunk(const Request& request, const LoopShape& shape) {
  const bool quiet = !shape.comprehension || request.candidate.failure_unseen;
  return quiet && failure_hidden(shape) &&
         std::none_of(shape.targets.begin(), shape.targets.end(),
                      [&](const std::string& name) {
                        return target_watched(request, shape, name);
                      });
}

/// Where it stands in a comprehension, an expression does again what warns.
void redo_in_place(const Request& request, const LoopShape& shape,
                   PoolPlan& plan) {
  const advisor::Work& work = request.candidate.work;
  if (!work.leaves_items() || !work.repeatable ||
      request.candidate.work_is_condition || shape.clauses.size() != 1 ||
      !shape.prelude.empty() || !can_be_redone(request, shape)) {
    return;
  }
  plan.form = Form::kHead;
  plan.redoes = plan.chunked = plan.keep_target = true;
}

/// In chunks after all: the loop does again what raises.
void redo(const Request& request, const LoopShape& shape, PoolPlan& plan) {
  if (shape.comprehension) return redo_in_place(request, shape, plan);
  const advisor::Work& work = request.candidate.work;
  const bool worthwhile = work.caught || work.leaves_items() ||
                          tasks_cost(request.candidate, request.options);
  if (!work.repeatable || !worthwhile || !can_be_redone(request, shape)) {
    return;
  }
  // Doing it again, in its `try` or at the head, reads what the prelude
  // assigns.
  const bool ready =
      work.caught || shape.prelude.empty() || shape.prelude_leaves;
  const Form form = ready && leads(request, shape) ? Form::kHead : Form::kNext;
  if (!has_place(request, shape, form)) return;
  plan.form = form;
  plan.redoes = plan.chunked = true;
  plan.keep_target = !request.candidate.counter;
}

/// Too many items for a task each, and all that they give is no more than what
/// other loops' results come to. As long as nobody has asked how much that is,
/// it is taken for so: only what promises a gain is asked about.
bool small_arrays(const Request& request) {
  const advisor::HotLoop& loop = request.candidate.loop;
  const bool small =
      !loop.measure ||
      loop.measure->result_bytes * static_cast<double>(loop.iterations) <=
          kSmallArrays;
  return small && tasks_cost(request.candidate, request.options);
}

/// Where the loop keeps none of them, it must not get more than it asks for.
void limit_arrays(const Request& request, const LoopShape& shape,
                  PoolPlan& plan) {
  const advisor::Candidate& candidate = request.candidate;
  const bool kept = !candidate.appends_to.empty() ||
                    (shape.loop.is("list_comprehension") &&
                     shape.loop.field("body").range() == shape.work);
  if (candidate.work.arrays == advisor::GivenArrays::kNone || kept ||
      (plan.redoes && small_arrays(request))) {
    return;
  }
  plan.bounded = plan.redoes;
  plan.chunked = false;
}

}  // namespace

bool on_own_lines(const Request& request, const LoopShape& shape) {
  ByteRange first = shape.statements.front().range();
  ByteRange last = shape.statements.back().range();
  return begins_line(request.source, first.begin) &&
         ends_line(request.source, last.end);
}

PoolPlan plan_of(const Request& request, const LoopShape& shape,
                 const PoolKind& kind) {
  PoolPlan plan;
  // A counter goes on being counted.
  plan.keep_target = !request.candidate.counter &&
                     std::any_of(shape.targets.begin(), shape.targets.end(),
                                 [&](const auto& name) {
                                   return target_observed(request, shape, name);
                                 });
  plan.form = shape.comprehension ? comprehension_form(request, shape)
                                  : loop_form(request, shape, plan.keep_target);
  plan.asks = request.candidate.work.stale_guards;
  plan.ahead = plan.asks || request.candidate.early_exit;
  if (plan.asks) plan.form = Form::kHead;
  if (plan.ahead || request.candidate.in_slices) return plan;
  if (kind.processes && !kind.interpreters) {
    // A captured failure is a result as any other.
    plan.chunked = request.candidate.work.prints ||
                   !request.candidate.work.loggers.empty() ||
                   may_fail_as_chunk(request, shape);
    if (!plan.chunked || request.candidate.work.leaves_items()) {
      redo(request, shape, plan);
    }
    limit_arrays(request, shape, plan);
  }
  // A function that was split has had one item's data at a time.
  plan.bounded |= !request.candidate.split.empty() &&
                  !request.candidate.tail_moved &&
                  request.candidate.work.bulky && !plan.chunked;
  return plan;
}

std::optional<Reason> hidden_builtin(const Request& request,
                                     const LoopShape& shape,
                                     const PoolPlan& plan,
                                     const PoolSource& source,
                                     const PoolKind& kind) {
  std::vector<std::string> needed;
  if (kind.computes && !plan.ahead) needed = {"min", "len"};
  if (plan.chunked) needed.emplace_back("max");
  if (plan.bounded) {
    needed.insert(needed.end(), {"zip", "len"});
  } else if (hangs_when_cancelled(request.options, kind)) {
    needed.emplace_back("int");
  }
  if (plan.redoes || request.candidate.work.caught) {
    needed.emplace_back("BaseException");
  }
  if (request.candidate.work.items_by_place) {
    needed.insert(needed.end(), {"range", "len", "list"});
  }
  switch (request.candidate.work.arrays) {
    case advisor::GivenArrays::kNone:
      break;
    case advisor::GivenArrays::kAll:
      needed.emplace_back("type");
      break;
    case advisor::GivenArrays::kPerhaps:
      needed.insert(needed.end(), {"type", "isinstance"});
      break;
    case advisor::GivenArrays::kParts:
    case advisor::GivenArrays::kValues:
      needed.insert(needed.end(), {"type", "isinstance", "all"});
      break;
  }
  if (!source.failure.empty()) needed.emplace_back("Exception");
  if (request.candidate.counter) needed.emplace_back("range");
  if (!source.binding.empty()) needed.emplace_back("list");
  bool zips = plan.form == Form::kDict ||
              (plan.form == Form::kHead && plan.keep_target);
  if (zips) needed.emplace_back("zip");
  if (plan.form == Form::kDict) needed.emplace_back("dict");
  if (request.candidate.work.prints) needed.emplace_back("print");
  if (plan.form == Form::kNext) needed.emplace_back("next");
  if (plan.form == Form::kValues) {
    if (shape.loop.is("list_comprehension")) needed.emplace_back("list");
    if (shape.loop.is("set_comprehension")) needed.emplace_back("set");
  }
  for (const std::string& name : needed) {
    if (!rebound(shape, name)) continue;
    return Reason{"hidden-builtin",
                  "`" + name + "` is not the builtin here",
                  {request.candidate.loop.span}};
  }
  return std::nullopt;
}

bool has_place(const Request& request, const LoopShape& shape, Form form) {
  if (request.candidate.work.caught && !shape.expression) {
    return on_own_lines(request, shape);
  }
  const Node statement = request.candidate.work.begins_statement
                             ? advisor::statement_of(shape.expression)
                             : Node();
  const bool apart =
      statement && begins_line(request.source, statement.range().begin);
  if (request.candidate.work.caught) {
    return apart && statement.range() != shape.work;
  }
  if (form == Form::kHead) {
    const Node first = shape.loop.field("body").children().front();
    return begins_line(request.source, first.range().begin);
  }
  if (form != Form::kNext) return false;
  if (!shape.guards.empty()) {
    return begins_line(request.source, shape.begin().range().begin);
  }
  if (!shape.statements.empty()) return on_own_lines(request, shape);
  return apart;
}

}  // namespace ppp::rewrite
