// SPDX-License-Identifier: Apache-2.0
// Code in which no table of pandas changes but those that it makes itself.
// Whatever runs there is read: the functions that it names, and all that might
// be called by somebody else (methods, generators, functions that are values).

#pragma once

#include <optional>
#include <set>
#include <string>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

/// The code below `region` of the function or module `scope`. A statement that
/// assigns may do so to anything: that comes last. `own`: variables that hold
/// copies of tables, which may change. Gives the first expression that may
/// change another one; null: there is none. Threads, and classes of pandas that
/// the program changes, are for others to ask.
Node changes_table(const Project& project, const SourceFile& source,
                   Node region, Node scope,
                   const std::set<std::string, std::less<>>& own);

}  // namespace ppp::advisor
