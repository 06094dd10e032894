// SPDX-License-Identifier: Apache-2.0
// Output that may differ from run to run: values that the analysis traced from
// a clock to the output, and nothing else.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/plan.h"

namespace ppp::harness {

/// One line that an output template allows: literal pieces with a gap between
/// each two.
struct LinePattern {
  std::vector<std::string> literals;
  std::vector<bool> clock;  ///< per gap: a clock value, else any fixed text
  Span span;                ///< the statement that prints it
  bool logged = false;      ///< by `logging`

  bool operator==(const LinePattern&) const = default;
};

/// The lines with a clock value that the program's statements print. Empty if
/// a clock steers the program: then nothing is excused.
std::vector<LinePattern> line_patterns(const advisor::ClockUse& clock);

/// Whether all `lines` (without newlines) are the pattern, with a number, a
/// duration, a time or a date in every clock gap and the same text as in the
/// other lines in every other gap. Where the pattern has no text of its own, or
/// has gaps of the second kind, a clock gap takes a single number or time only.
bool matches(const LinePattern& pattern,
             const std::vector<std::string_view>& lines);

/// Whether `text` reads as a number, a duration, a time or a date.
bool is_time_like(std::string_view text);
/// The same, but one word only: "0.25", "12:30:01", "1e-05".
bool is_one_value(std::string_view text);

}  // namespace ppp::harness
