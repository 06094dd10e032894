// SPDX-License-Identifier: Apache-2.0
// Which names still matter when a loop has ended.

#pragma once

#include <string_view>

#include "advisor/loops.h"
#include "advisor/source_file.h"

namespace ppp::advisor {

/// May the value that `name`, a variable of the scope that holds `loop`, has at
/// the end of `loop` (or where an exception leaves it) be read by anything that
/// runs later? Follows the statements after the loop, the next turn of the
/// loops around it and the ways out of try and with; functions, classes and
/// generators that mention the name count as readers. In doubt true.
bool live_after(const Project& project, const Loop& loop,
                std::string_view name);

}  // namespace ppp::advisor
