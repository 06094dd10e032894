// SPDX-License-Identifier: Apache-2.0
// Rows that a loop adds to a table one by one, added at its end.

#pragma once

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The rewrite of a candidate that grows a table (advisor/grown_table.h).
Proposal rewrite_growth(const Request& request);

}  // namespace ppp::rewrite
