// SPDX-License-Identifier: Apache-2.0
// A loop around the kernel's, of whose turns most do nothing but the kernel:
//
//   for step in range(steps):        or the kernel's loop itself
//       sweep(old, new, size)
//       old, new = new, old          perhaps
//       if step % 100 == 0:          perhaps, and anything in it
//           print(old[3][3])
//
// Its lists may be arrays from one such turn to the next in which the `if` is
// true: then they are lists again.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "advisor/kernel.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// Nodes borrow from the Request's source.
struct KernelTurns {
  advisor::Node loop;
  advisor::Node kernel;  ///< the statement that is it, or calls its function
  /// Exchanges behind it, (target, value) each, in order.
  std::vector<std::vector<std::pair<std::string, std::string>>> exchanges;
  advisor::Node last;  ///< of the statements so far
  advisor::Node rest;  ///< the `if`, or null
  /// What the kernel's inputs are called where the loop stands.
  std::map<std::string, std::string> given;
};

/// The function, class or module that a node stands in.
advisor::Node scope_around(advisor::Node node);

/// Nothing: there is no such loop around the candidate's.
std::optional<KernelTurns> turns_around(const Request& request);

/// Two functions, for a turn and for many, and the loop that calls the latter.
/// A Reason: the lists must be converted in each turn.
Proposal rewrite_turns(const Request& request, const KernelTurns& turns);

}  // namespace ppp::rewrite
