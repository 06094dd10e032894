// SPDX-License-Identifier: Apache-2.0
// The way by which the work of a loop comes to an object that it has not made,
// so that a worker can be given another one instead.

#pragma once

#include <string>
#include <variant>
#include <vector>

#include "advisor/isolation.h"
#include "advisor/pieces.h"
#include "advisor/plan.h"

namespace ppp::advisor {

/// A variable that the loop reads, or functions that it calls do, and that is
/// the object. Or it is an instance
/// of a class of the program, `self`, which has the object as an attribute:
/// then a worker that has a copy of the instance, with another object in that
/// place, cannot tell it from the program's.
struct Route {
  std::string name;
  int holder = -1;        ///< scope of the variable
  std::string attribute;  ///< "": the variable itself is the object
  /// Where functions that the work calls read the module's variable by its
  /// name: in the loop's file, and nowhere else in the program.
  std::vector<ByteRange> readers;

  /// "self.session"
  std::string text() const {
    return attribute.empty() ? name : name + "." + attribute;
  }
};

/// All that may be found at its end.
Value values_of(const Interpreter& interpreter, const Route& route);

/// The only way to `id` that the work takes: no item, no container, no other
/// variable or attribute, default argument or closure leads to it. Else why
/// there is none that a worker could be given.
std::variant<Route, Reason> route_to(const Trial& trial, const Piece& piece,
                                     const Isolation& isolation, ObjectId id);

}  // namespace ppp::advisor
