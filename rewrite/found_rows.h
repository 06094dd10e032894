// SPDX-License-Identifier: Apache-2.0
// Rows of a table that a loop looks for by what a column holds, found by an
// index.

#pragma once

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The rewrite of a candidate that searches tables (advisor/table_searches.h).
Proposal rewrite_searches(const Request& request);

}  // namespace ppp::rewrite
