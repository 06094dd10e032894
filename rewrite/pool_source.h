// SPDX-License-Identifier: Apache-2.0
// How a loop's source is written when a pool reads it, too: once or twice, as
// it is or put in a variable first.

#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rewrite/loop_shape.h"
#include "rewrite/outline.h"

namespace ppp::rewrite {

/// What the chosen form needs of the source.
struct SourceUse {
  bool twice = false;   ///< by the pool and by the loop that stays
  bool length = false;  ///< for the chunk size
  /// It may have no end, or may end before all is read: no list of it, and one
  /// iterable only.
  bool lazy = false;
  bool one = false;  ///< one iterable only
};

struct PoolSource {
  Parameters parameters;
  std::vector<std::string> iterables;  ///< one per parameter
  std::string around;                  ///< what the loop that stays iterates
  std::string targets;                 ///< its target
  bool flat = false;    ///< `around` is zip(…) and `targets` a plain list
  std::string length;   ///< expression; "" when not asked for
  int chunk = 0;        ///< items of a chunk; 0: follows from the length
  std::string binding;  ///< "items = list(…)", to stand before; or ""
  /// The source is taken ahead, into the list `taken` by `binding`; `failure`
  /// then holds what it raised, or None. "": it is not.
  std::string taken;
  std::string failure;
};

PoolSource pool_source(const Request& request, const LoopShape& shape,
                       SourceUse use);

/// The pool gets the places of the items, from 0, instead of the items.
std::optional<advisor::Reason> take_by_place(const Request& request,
                                             PoolSource& source);

/// The same for an item call: `names` are the worker's parameters, one per
/// iterable.
PoolSource item_source(const Request& request, const LoopShape& shape,
                       SourceUse use, Parameters parameters);

/// The source may stand in the text twice, or has a length and can be put in a
/// variable, without anything being read ahead.
bool readable_twice(const Request& request, const LoopShape& shape);

/// The same where nothing may be evaluated before the statement: it stays where
/// it is, and chunks get as many items as suit the measured run. Nothing:
/// impossible, or nothing was measured.
std::optional<PoolSource> source_in_place(const Request& request,
                                          const LoopShape& shape,
                                          SourceUse use);

/// The source may be evaluated, and taken where the items are taken ahead,
/// before the statement that holds the comprehension: nothing is evaluated
/// between that could matter, and it is evaluated for sure.
bool may_evaluate_before(const Request& request, const LoopShape& shape);

}  // namespace ppp::rewrite
