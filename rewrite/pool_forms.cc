// SPDX-License-Identifier: Apache-2.0
#include "rewrite/pool_forms.h"

#include <string>
#include <utility>

#include "rewrite/captured_output.h"
#include "rewrite/item_forms.h"
#include "rewrite/kept_records.h"
#include "rewrite/loop_shape.h"
#include "rewrite/pool_plan.h"
#include "rewrite/pool_source.h"
#include "rewrite/pool_writer.h"
#include "rewrite/raises.h"
#include "rewrite/redone.h"
#include "rewrite/sequence_form.h"
#include "rewrite/speculation.h"
#include "rewrite/wanted_ahead.h"

namespace ppp::rewrite {

using advisor::Reason;

Proposal use_pool(const Request& request, const PoolKind& kind) {
  if (!request.candidate.sequence.empty()) {
    return use_pool_for_sequence(request, kind);
  }
  auto shaped = shape_of(request);
  if (auto* refused = std::get_if<Reason>(&shaped)) return *refused;
  const LoopShape& shape = std::get<LoopShape>(shaped);
  if (auto refused = refuse_coroutine(request, shape, kind.processes)) {
    return *refused;
  }
  if (!request.candidate.work.loggers.empty() &&
      rebound(shape, "BaseException")) {
    return Reason{"hidden-builtin",
                  "`BaseException` is not the builtin here",
                  {request.candidate.loop.span}};
  }
  if (!request.candidate.work.loggers.empty() &&
      request.candidate.work.prints) {
    return Reason{"output-of-work",
                  "the work prints and logs, which may go to one stream",
                  {request.candidate.loop.span}};
  }
  if (auto seen = partial_result_seen(request, shape)) return *seen;
  if (shape.applied) {
    if (auto odd = raises_oddly(request, shape, kind.processes)) return *odd;
    return use_pool_for_items(request, shape, kind);
  }
  PoolPlan plan = plan_of(request, shape, kind);
  const bool given =
      !kind.processes && !plan.ahead && has_place(request, shape, plan.form);
  if (request.candidate.work.caught && !plan.redoes && !given) {
    return Reason{"failure-caught",
                  "the loop goes on behind an item that raises, and there is "
                  "no place to raise it, or to do its work again",
                  {request.candidate.loop.span}};
  }
  if (request.candidate.work.warns && !plan.redoes) {
    return Reason{"effect-warnings",
                  "the work may warn, and there is no place to do it again",
                  {request.candidate.loop.span}};
  }
  const bool arrays =
      request.candidate.work.arrays != advisor::GivenArrays::kNone;
  if (kind.processes && request.candidate.work.items_by_place && !plan.redoes &&
      !plan.ahead) {
    return Reason{"not-picklable",
                  "an item may hold an array, which is not sent, and there is "
                  "no place to do again what a worker cannot",
                  {request.candidate.loop.span}};
  }
  if (kind.processes && arrays && !plan.redoes) {
    return Reason{"array-result",
                  "a result may be an array whose copy is not like it, and "
                  "there is no place to do the work again",
                  {request.candidate.loop.span}};
  }
  // Ahead of a loop, what raises is computed again where it may.
  const bool sent = kind.processes && !plan.ahead;
  if (!plan.redoes) {
    if (auto odd = raises_oddly(request, shape, sent)) return *odd;
  }
  if (auto refused = partly_run(request, shape)) return *refused;
  bool filtered = shape.clauses.size() > 1;
  if (filtered && (!request.candidate.work.leads || plan.form == Form::kNext ||
                   request.candidate.work_is_condition)) {
    return Reason{"order-of-conditions",
                  "its conditions would all be tested before the work begins",
                  {request.candidate.loop.span}};
  }
  if (request.candidate.work.prints && !has_place(request, shape, plan.form)) {
    return Reason{"output-of-work",
                  "what the work prints cannot be put in order here",
                  {request.candidate.loop.span}};
  }
  SourceUse use;
  use.length = plan.chunked;
  use.twice = plan.form == Form::kDict || plan.form == Form::kNext ||
              (plan.form == Form::kHead && plan.keep_target);
  use.lazy = plan.ahead;
  const bool by_place = plan.redoes && request.candidate.work.items_by_place;
  if (by_place) use.one = use.length = true;
  if (plan.ahead) {
    if (auto refused = refuse_ahead(request, shape, kind, use.twice)) {
      return *refused;
    }
  }
  PoolSource source = pool_source(request, shape, use);
  if (by_place) {
    if (auto refused = take_by_place(request, source)) return *refused;
  }
  bool early = !source.binding.empty() || plan.chunked || by_place ||
               plan.form == Form::kNext;
  if (early && !may_evaluate_before(request, shape)) {
    auto in_place = source_in_place(request, shape, use);
    if (!in_place || plan.form == Form::kNext || by_place) {
      return Reason{"evaluated-between",
                    "other parts of the statement are evaluated before it",
                    {request.candidate.loop.span}};
    }
    source = std::move(*in_place);
  }
  if (!source.failure.empty() && shape.comprehension &&
      plan.form == Form::kNext) {
    return Reason{"lazy-source",
                  "there is no place to raise what its source raises",
                  {request.candidate.loop.span}};
  }
  if (auto hidden = hidden_builtin(request, shape, plan, source, kind)) {
    return *hidden;
  }
  auto outlined =
      plan.asks ? wanted_worker(request, shape, source.parameters)
      : kind.processes && !plan.ahead
          ? process_worker(request, shape, source.parameters, kind.start)
          : thread_worker(request, shape, source.parameters);
  if (auto* refused = std::get_if<Reason>(&outlined)) return *refused;
  if (kind.interpreters && !std::get<Worker>(outlined).definitions.empty()) {
    return Reason{"not-a-plain-call",
                  "the work needs a function of its own, which another "
                  "interpreter would not find",
                  {request.candidate.loop.span}};
  }
  Worker worker = std::get<Worker>(std::move(outlined));
  std::string again;
  if (plan.redoes) {
    if (auto unknown =
            refuse_paths(request, shape, source.parameters, worker)) {
      return *unknown;
    }
    again = done_here(request, shape, source.parameters, worker);
    give_failures(request, shape, source.parameters, worker);
  } else if (request.candidate.work.prints) {
    capture_output(request, shape, source.parameters, worker);
  } else if (request.candidate.work.caught) {
    give_errors(request, shape, source.parameters, worker);
  }
  keep_records(request, shape, source.parameters, kind.processes, worker);
  return write_pool(request, shape, plan, kind,
                    {std::move(source), std::move(worker), std::move(again)});
}

}  // namespace ppp::rewrite
