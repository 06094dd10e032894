// SPDX-License-Identifier: Apache-2.0
// How a program sets up the loggers of `logging`, by its text.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

// Levels of the standard library.
inline constexpr int kLogInfo = 20;
inline constexpr int kLogWarning = 30;

/// What could make a record do more than write a line. nullopt: all formats,
/// streams and handlers are known from the text.
std::optional<Reason> odd_set_up(const Project& project);

/// A logger is given a handler that the text does not show to be one of the
/// library's.
bool other_handlers(const Project& project);

/// The text of a literal, or of a variable of the module that nothing else
/// binds.
std::optional<std::string> known_text(const Project& project,
                                      const SourceFile& file, Node node);

/// A level below `least` that is set somewhere, or one that is not known.
std::optional<Reason> low_level(const Project& project, int least);

/// A log file, as `logging` opens it.
bool logs_to_file(const Project& project);

/// The names, without directories, of log files whose names the text shows.
std::vector<std::string> log_files(const Project& project);

/// The program writes lines or functions of its own source into its log,
/// wherever it logs.
std::optional<Reason> shows_lines(const Project& project);

}  // namespace ppp::advisor
