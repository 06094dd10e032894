// SPDX-License-Identifier: Apache-2.0
// Rows of a table as dicts, where a loop or a function that pandas calls for
// each of them only reads their items.

#pragma once

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// The rewrite of a candidate that has such rows (advisor/table_rows.h).
Proposal rewrite_rows(const Request& request);

}  // namespace ppp::rewrite
