// SPDX-License-Identifier: Apache-2.0
// Turns that make a new list of the last one, and put it in its place:
//
//   def step(grid):                         for t in range(turns):
//       rows = len(grid)                        grid = step(grid)
//       new = [[0.0] * rows for _ in grid]
//       for i in range(1, rows - 1): …      or the same without a function:
//       return new                              new = [row[:] for row in grid]
//                                               for i in range(1, rows - 1): …
//                                               grid = new

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "advisor/kernel.h"
#include "advisor/syntax.h"

namespace ppp::rewrite {

/// Nodes borrow from the source.
struct NewList {
  /// What is bound in front of the kernel, in order, to numbers or lengths of
  /// lists.
  std::vector<std::pair<std::string, advisor::Node>> sizes;
  std::string name;     ///< its variable, or ""
  advisor::Node made;   ///< what it is before the kernel stores in it; null:
                        ///< the kernel makes all of it
  advisor::Node first;  ///< of the statements that all this takes
  advisor::Node last;   ///< the one that hands it on
};

/// Of `statement`, which holds the kernel, and its block. Nothing: they do not
/// make a new list, or more than that.
std::optional<NewList> new_list_of(const advisor::Kernel& kernel,
                                   advisor::Node statement);

/// How many items a list has.
struct ListSize {
  enum class Of {
    kNumber,   ///< a literal
    kName,     ///< a variable's value
    kRows,     ///< `len(grid)`
    kColumns,  ///< `len(grid[0])`
  };
  Of of = Of::kNumber;
  std::string text;  ///< the literal, variable or list
};

/// Nothing: it is another expression.
std::optional<ListSize> list_size(advisor::Node node);

/// A list, or list of lists, of which no two parts are the same.
struct ListMaker {
  std::string copied;  ///< the list of which it is a copy, or ""
  bool rows = false;   ///< it holds lists
  advisor::NumberType type = advisor::NumberType::kFloat;  ///< of `fill`
  std::string fill;                                        ///< of all items
  std::vector<ListSize> sizes;
};

/// `[[0.0] * m for _ in range(n)]`, `[0] * n`, `[row[:] for row in grid]`,
/// `xs[:]`: nothing for all others.
std::optional<ListMaker> list_maker(advisor::Node node);

}  // namespace ppp::rewrite
