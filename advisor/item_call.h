// SPDX-License-Identifier: Apache-2.0
// Calls that are loops: the library runs a function for each item of an
// iterable, once and in order. map(f, xs), filter(f, xs), max(xs, key=f),
// xs.sort(key=f) and their like.

#pragma once

#include <optional>
#include <vector>

#include "advisor/syntax.h"

namespace ppp::advisor {

struct ItemCall {
  enum class Kind {
    kMap,      ///< map(f, xs, …): gives what f returns
    kStarmap,  ///< starmap(f, rows)
    kFilter,   ///< filter(f, xs): gives the items for which f is true
    kKey,      ///< max(xs, key=f): compares what f returns
    kSort,     ///< xs.sort(key=f)
  };
  Kind kind = Kind::kMap;
  Node call;
  Node function;  ///< the expression that gives the function
  std::vector<Node> sources;
  /// What zip() takes from beside the call, up to the loop's head.
  std::vector<Node> beside;

  bool lazy() const { return kind < Kind::kKey; }
};

/// By its form and names alone: what they mean is for the interpreter to say.
std::optional<ItemCall> item_call(Node call);

/// The lazy item call that feeds `source`, the iterable of a loop: itself, or
/// what enumerate() and zip() take from.
std::optional<ItemCall> feeding_call(Node source);

/// The calls of enumerate() and zip() around a lazy item call, innermost first.
std::vector<Node> wrappers_of(Node call);

/// What is called with the generator or item call `node`: the call that uses
/// it up if it does so at once. Null: nothing is. For max(xs, key=f) and its
/// like that is the call itself.
Node consumer_of(Node node);

}  // namespace ppp::advisor
