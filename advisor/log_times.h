// SPDX-License-Identifier: Apache-2.0
// The lines in which `logging` shows when something was logged.

#pragma once

#include <vector>

#include "advisor/clock_text.h"
#include "advisor/plan.h"
#include "advisor/source_file.h"

namespace ppp::advisor::clock {

/// What a format of records puts around the message.
struct TimedRecord {
  Pieces before;
  Pieces after;
  Span span;  ///< of the format
};

/// The program's formats with a time in them. None where it is not known what
/// becomes of a record: then its time may go anywhere.
std::vector<TimedRecord> timed_records(const Project& project);

}  // namespace ppp::advisor::clock
