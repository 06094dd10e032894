// SPDX-License-Identifier: Apache-2.0
// Loops over groups of rows that get what answers for a group, not a table.

#pragma once

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The rewrite of a candidate that goes through groups
/// (advisor/table_groups.h).
Proposal rewrite_groups(const Request& request);

}  // namespace ppp::rewrite
