// SPDX-License-Identifier: Apache-2.0
// ProfileDiff: which lines became slower or faster between two profiles of a
// program. Pure.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/report/report.h"
#include "harness/statistics.h"

namespace ppp::harness {

/// Own time of a line in one of both profiles.
struct LineTime {
  int line = 0;
  std::int64_t samples = 0;
  double wall_s = 0;
  double share = 0;  ///< of the time of all threads

  bool operator==(const LineTime&) const = default;
};

struct LineChange {
  enum class Direction { kSlower, kFaster, kSame };
  Direction direction = Direction::kSame;
  std::string file;
  std::string function;
  std::optional<LineTime> base;  ///< nothing: not seen there
  std::optional<LineTime> head;
  double change = 0;  ///< head - base, in seconds or shares
  Interval bounds;    ///< from the ends of both 95 % intervals, so wide

  bool operator==(const LineChange&) const = default;
};

struct ProfileDiff {
  /// Shares are compared, as one of both profiles is of a part of a run only:
  /// its seconds say how long it was watched.
  bool by_share = false;
  std::vector<LineChange> lines;  ///< slower, faster, same; large changes first
  std::vector<std::string> notes;

  bool operator==(const ProfileDiff&) const = default;
};

/// Lines are found again where their function moved, or lines of it. A change
/// counts when it is beyond what the sampling may have got wrong, and at least
/// a fiftieth of the run. What differs by itself from run to run is not known.
ProfileDiff diff_profiles(const Report& base, const Report& head);

/// {"schema": "pyprof-parallel/profile-diff", …} (docs/file-formats.md).
std::string profile_diff_json(const ProfileDiff& diff, const Report& base,
                              const Report& head);
std::string terminal_profile_diff(const ProfileDiff& diff, const Report& base,
                                  const Report& head,
                                  const TerminalStyle& style);

}  // namespace ppp::harness
