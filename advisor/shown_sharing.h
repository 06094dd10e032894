// SPDX-License-Identifier: Apache-2.0
// Programs that pickle show which of their objects are one: the second place of
// a text is a reference to the first. What comes from a pool are texts of its
// own, so the same values make another pickle.

#pragma once

#include <optional>

#include "advisor/isolation.h"

namespace ppp::advisor {

/// Where the program writes its objects in a form that tells equal ones from
/// the same one: pickle and what is made on it, YAML, marshal. JSON does not.
std::optional<Reason> shows_sharing(const Project& project);

/// Of a builtin type, or None: a pickle has it at each of its places.
bool is_plain_number(const Object& object);

/// An object of a result that may be that of other results, too, as a constant
/// text is, until each is sent.
bool may_be_common(const Heap& heap, const Isolation& isolation, ObjectId id);

}  // namespace ppp::advisor
