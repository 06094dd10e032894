// SPDX-License-Identifier: Apache-2.0
// Lists of a kernel that stay as they are in a loop around it.

#pragma once

#include <optional>
#include <set>
#include <string>

#include "rewrite/transform.h"

namespace ppp::rewrite {

struct SteadyLists {
  advisor::Node loop;           ///< around
  std::set<std::string> names;  ///< of the kernel's inputs
  double share = 1;             ///< of its entries, that they are converted in
};

/// Nothing: there is no such loop, or list.
std::optional<SteadyLists> steady_lists(const Request& request);

}  // namespace ppp::rewrite
