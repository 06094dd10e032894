// SPDX-License-Identifier: Apache-2.0
// Comparison: what became of a program between two reports of `run`, as a
// regression job asks. Pure.

#pragma once

#include <string>
#include <vector>

#include "harness/report/report.h"
#include "harness/statistics.h"

namespace ppp::harness {

/// Run times of the original program.
struct RunTimes {
  double median_s = 0;
  int runs = 0;

  bool operator==(const RunTimes&) const = default;
};

struct Change {
  enum class Kind {
    kRegression,
    kImprovement,
    kNote,  ///< to know when reading the others
  };
  Kind kind = Kind::kNote;
  std::string id;       ///< stable: "slower"
  std::string message;  ///< "takes 1.20× the time (1.15 to 1.24)"

  bool operator==(const Change&) const = default;
};

struct Comparison {
  RunTimes base;
  RunTimes head;
  double time_ratio = 1;  ///< head / base
  Interval ratio_bounds;  ///< from the ends of both intervals, so wide
  std::vector<Change> changes;

  bool operator==(const Comparison&) const = default;
};

/// `tolerance`: the share by which a figure may become worse, 0.05 for 5 %.
/// Something is slower when even the low end of its interval is.
Comparison compare_reports(const Report& base, const Report& head,
                           double tolerance);

/// Notes about what may be the reason of a difference, instead of the program.
std::vector<Change> differing_conditions(const Report& base,
                                         const Report& head);

bool has_regression(const Comparison& comparison);

/// {"schema": "pyprof-parallel/compare", …} (docs/file-formats.md).
std::string comparison_json(const Comparison& comparison);
std::string terminal_comparison(const Comparison& comparison,
                                const Report& base, const Report& head,
                                const TerminalStyle& style);

}  // namespace ppp::harness
