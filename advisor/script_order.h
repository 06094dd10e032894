// SPDX-License-Identifier: Apache-2.0
// What a module has done when a loop of it runs, from the order of its
// statements alone.

#pragma once

#include "advisor/definite.h"
#include "advisor/loops.h"

namespace ppp::advisor {

/// `if __name__ == "__main__":`, whichever side the name stands on.
bool is_main_guard(Node statement);

/// The module's names that are certainly bound before the loop can run for the
/// first time.
Names bound_before_run(const Loop& loop);

/// The first module, the script left out, whose import may run the loop; null:
/// there is none.
const SourceFile* runs_at_import(const Loop& loop, const Project& project);

/// The class that `name`, an identifier, means may be shown or compared as an
/// object: it is not only called, inherited from, caught or asked about.
bool shows_class(Node name);

}  // namespace ppp::advisor
