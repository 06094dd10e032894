// SPDX-License-Identifier: Apache-2.0
// A loop around the kernel's, of whose turns most do nothing but the kernel:
//
//   for step in range(steps):        or the kernel's loop itself
//       sweep(old, new, size)
//       old, new = new, old          perhaps
//       if step % 100 == 0:          perhaps, and anything in it
//           print(old[3][3])
//
// or makes a new list, `grid = step(grid)` (kernel_new_list.h). Its lists may
// be arrays from one such turn to the next in which the `if` is true: then they
// are lists again.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "advisor/kernel.h"
#include "rewrite/kernel_new_list.h"
#include "rewrite/transform.h"

namespace ppp::rewrite {

/// Nodes borrow from the Request's source.
struct KernelTurns {
  advisor::Node loop;
  advisor::Node kernel;  ///< the first statement, which is it or calls its
                         ///< function
  std::optional<NewList> made;  ///< that each turn makes
  std::string variable;         ///< which gets it
  /// Exchanges behind it, (target, value) each, in order.
  std::vector<std::vector<std::pair<std::string, std::string>>> exchanges;
  advisor::Node last;  ///< of the statements so far
  advisor::Node rest;  ///< the `if`, or null
  /// What the kernel's inputs are called where the loop stands.
  std::map<std::string, std::string> given;
};

/// Somebody may put another function in the place of one, or look into what
/// runs.
bool looks_behind(const advisor::Project& project, std::string_view function);

/// An interrupt, which then finds the lists of an earlier turn, is looked at.
bool catches_interrupts(const advisor::Project& project);

/// A plain function whose parameters are plain ones.
bool plain_parameters(advisor::Node function);

/// The function, class or module that a node stands in.
advisor::Node scope_around(advisor::Node node);

/// A condition on integers that may be asked twice: the variables that it asks,
/// and those by which it divides. False: not understood.
bool read_condition(advisor::Node node, std::set<std::string>& names,
                    std::set<std::string>& divisors);

/// A parameter, or bound by a plain assignment in front of the loop or of a
/// loop or `with` around it, or by such a loop, and not taken away.
bool surely_bound(advisor::Node loop, const std::string& name);

/// Nothing: there is no such loop around the candidate's.
std::optional<KernelTurns> turns_around(const Request& request);

/// Two functions, for a turn and for many, and the loop that calls the latter.
/// A Reason: the lists must be converted in each turn.
Proposal rewrite_turns(const Request& request, const KernelTurns& turns);

}  // namespace ppp::rewrite
