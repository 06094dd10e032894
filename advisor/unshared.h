// SPDX-License-Identifier: Apache-2.0
// Lists, dicts and sets that a function has just made, and to which nothing but
// one of its variables can refer yet:
//
//   following = []
//   for row in board:
//       following.append(changed(row))   # surely not the list `board`,
//   return following                     # though that was made here, too
//
// Until its first use for anything but its items and methods, a variable's
// container is apart from all others that the same line has made before.

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "advisor/syntax.h"

namespace ppp::advisor {

class Unshared {
 public:
  /// The assignment in `function` (its definition) that made what the
  /// identifier `use` gives, which nothing else can refer to. Null: something
  /// may.
  Node made_by(Node use, Node function);
  /// made_by() may give that assignment.
  bool makes(Node assignment, Node function);

  /// What a file gives names to, as far as that hides builtins.
  struct FileNames {
    std::set<std::string, std::less<>> bound;  ///< by the module, or as globals
    bool any = false;                          ///< `from x import *`
  };

 private:
  struct Found {
    std::unordered_map<const void*, Node> uses;
    std::set<const void*> assignments;
  };
  const Found& found_in(Node function);

  std::map<const void*, Found> functions_;
  std::map<const void*, FileNames> files_;
};

}  // namespace ppp::advisor
