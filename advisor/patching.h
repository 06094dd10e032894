// SPDX-License-Identifier: Apache-2.0
// Programs that put other objects in the place of functions and attributes by
// their names, as tests do: unittest.mock.

#pragma once

#include <optional>

#include "advisor/plan.h"
#include "advisor/source_file.h"

namespace ppp::advisor {

/// Where one is named, no name in the program need mean what is written there,
/// and no module of a library need be as it came.
std::optional<Reason> refuse_patching(const Project& project);

}  // namespace ppp::advisor
