// SPDX-License-Identifier: Apache-2.0
// Which of the pools' forms a loop gets, and what that form needs.

#pragma once

#include <optional>

#include "rewrite/executor.h"
#include "rewrite/loop_shape.h"
#include "rewrite/pool_source.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The forms, simplest first.
enum class Form {
  kExtend,  ///< out.extend(pool.map(f, xs))
  kValues,  ///< list(pool.map(f, xs)); the comprehension is gone
  kDict,    ///< dict(zip(xs, pool.map(f, xs)))
  kHead,    ///< for x, value in zip(xs, pool.map(f, xs)): the loop stays
  kNext,    ///< next(results) where the work stood
};

struct PoolPlan {
  Form form = Form::kHead;
  bool keep_target = true;  ///< kHead: the target is still needed
  bool chunked = false;
  /// Results may be large, and the loop is done with each before the next.
  bool bounded = false;
  bool ahead = false;  ///< the loop may end early: computed_ahead(f, xs)
  /// It may turn out not to want an item: computed_if_wanted(f, wanted, xs, …)
  /// gives a function for each, which takes the work's place.
  bool asks = false;
  /// Workers give (result, True), or (None, False) for an item that raises or
  /// warns: the loop does that one again. So it may be told from the others of
  /// its chunk.
  bool redoes = false;
};

PoolPlan plan_of(const Request& request, const LoopShape& shape,
                 const PoolKind& kind);

/// A builtin that the form writes and the program has for something else.
std::optional<advisor::Reason> hidden_builtin(const Request& request,
                                              const LoopShape& shape,
                                              const PoolPlan& plan,
                                              const PoolSource& source,
                                              const PoolKind& kind);

/// There is a place for statements between the taking of an item's result and
/// its use.
bool has_place(const Request& request, const LoopShape& shape, Form form);

/// The work's statements share their lines with nothing else.
bool on_own_lines(const Request& request, const LoopShape& shape);

}  // namespace ppp::rewrite
