// SPDX-License-Identifier: Apache-2.0
// Stage 2 of 4: a profile and the source it came from, turned into a plan.

#pragma once

#include <functional>

#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "base/result.h"
#include "profiler/profile.h"

namespace ppp::advisor {

struct AdviseOptions {
  double min_share = 0.05;  ///< ignore loops below 5 % of the run's wall time
  /// Treat every loop as hot and CPU-bound, whatever the profile says: for
  /// tests and for looking at a program without running it.
  bool every_loop = false;
  /// Numbers that are printed may have other last digits: functions of NumPy
  /// that are not Python's to the last bit are welcome (Kernel::inexact).
  bool tolerant = false;
  /// Tables that are read from many files need not be in memory as a whole:
  /// those are looked for, too (advisor/file_table.h).
  bool large = false;
  /// Asked often, from two threads, if set. Once it is true, no more loops are
  /// analysed: those that are left are declined. For interrupts and limits of
  /// time.
  std::function<bool()> stop = {};
};

/// Pure but for `stop`: no disk, no processes; same input, same plan. Odd user
/// code never fails here, it becomes a Decline. Fails only if `profile` does
/// not belong to `project`.
Result<Plan> advise(const profiler::Profile& profile, const Project& project,
                    const AdviseOptions& options = {});

}  // namespace ppp::advisor
