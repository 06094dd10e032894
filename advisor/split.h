// SPDX-License-Identifier: Apache-2.0
// A function that a loop calls, and that ends with what must be done in order,
// made two. What the second one reads the first one gives; so the first may be
// work, and the program does the same as before, step by step:
//
//   def download(n, folder):       def download(n):
//       data = fetch(n)                data = fetch(n)
//       save(folder, n, data)          return n, data
//       return len(data)
//                                  def finish_download(folder, n, data):
//                                      save(folder, n, data)
//                                      return len(data)
//
//   total += download(n, folder)   total += finish_download(folder,
//   *download(n))
//
// A leading part that may return None earlier gives that to the second one,
// too, which then does nothing but return.

#pragma once

#include <string>
#include <vector>

#include "advisor/pieces.h"
#include "advisor/plan.h"
#include "base/edit.h"

namespace ppp::advisor {

/// One place where a function could be cut.
struct Cut {
  std::string function;     ///< its name
  std::vector<Edit> edits;  ///< of the loop's file, sorted
  /// The lines that each part may run, functions that it calls included.
  std::vector<Span> leading, trailing;
  double share = 1;  ///< of both parts' time, spent in the leading one
};

/// Functions of the loop's module, defined at its top, that the loop's
/// statements call by their names, and methods of classes there.
std::vector<Node> called_functions(const Trial& trial);

/// All cuts of functions that the loop's statements call by which the program
/// stays the same, and that leave half of the time or more to the leading part.
/// Of one function, the longest leading part comes first.
std::vector<Cut> possible_cuts(const Trial& trial);

/// The first cut that puts one of the reasons' places in a trailing part and
/// none in the leading one; null: none does.
const Cut* next_cut(const std::vector<Cut>& cuts,
                    const std::vector<Reason>& reasons);

}  // namespace ppp::advisor
