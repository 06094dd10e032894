// SPDX-License-Identifier: Apache-2.0
// How a program sets up the loggers of `logging`, by its text.

#pragma once

#include <optional>

#include "advisor/plan.h"
#include "advisor/source_file.h"

namespace ppp::advisor {

// Levels of the standard library.
inline constexpr int kLogInfo = 20;
inline constexpr int kLogWarning = 30;

/// What could make a record do more than write a line. nullopt: all formats,
/// streams and handlers are known from the text.
std::optional<Reason> odd_set_up(const Project& project);

/// A level below `least` that is set somewhere, or one that is not known.
std::optional<Reason> low_level(const Project& project, int least);

/// A log file, as `logging` opens it.
bool logs_to_file(const Project& project);

/// The program writes lines or functions of its own source into its log,
/// wherever it logs.
std::optional<Reason> shows_lines(const Project& project);

}  // namespace ppp::advisor
