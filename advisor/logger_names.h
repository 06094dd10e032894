// SPDX-License-Identifier: Apache-2.0
// Which loggers of `logging` a variable or attribute may hold, by the text.

#pragma once

#include <functional>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

/// `name` is given to a call, which changes nothing of what it means.
bool is_handed_on(Node name);

/// `logging.getLogger(…)`.
bool is_get_logger(Node call);

/// `logger` or `self.logger`: whatever has this name, anywhere in the program,
/// is what a call gives that `accepts` is true of.
bool always_bound_to(
    const Project& project, Node logger,
    const std::function<bool(const SourceFile&, Node call)>& accepts);

/// Its name is the program's own: no logger of a library that may work beside
/// the program, or of what such a library uses, asks it for its level.
bool is_own_logger(const Project& project, const SourceFile& file, Node logger);

}  // namespace ppp::advisor
