// SPDX-License-Identifier: Apache-2.0
// What a loop is by arrays, for the prediction of its time.

#pragma once

namespace ppp::rewrite {

struct ArrayWork {
  double weight = 0;  ///< of its operations, an addition being 1
  /// Of a number on its ways between lists and arrays, that of a float to a
  /// list being 1; in each iteration.
  double ways = 0;
  int kept = 0;            ///< numbers in arrays that stay, the same
  bool in_strips = false;  ///< its arrays are small, and stay in fast memory
};

// Of the ways. What an `if` keeps, or an inner loop comes to, is a part of all.
constexpr double kWayToArray = 0.4;
constexpr double kWayOfTuple = 1.2;  ///< from its place in one
constexpr double kWayOfRow = 0.8;    ///< from a list of lists
constexpr double kTypeAsked = 0.4;
constexpr double kWayOfNumPy = 2;  ///< to a list, but as a number of NumPy
constexpr double kTupleMade = 1;
constexpr double kSome = 0.25;
constexpr double kFew = 0.15;  ///< what changes from time to time

}  // namespace ppp::rewrite
