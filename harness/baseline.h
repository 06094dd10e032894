// SPDX-License-Identifier: Apache-2.0
// Baseline::measure with its surroundings as parameters: what tests fake.

#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "harness/sandbox.h"
#include "harness/verify.h"

namespace ppp::harness {

struct Surroundings {
  ProcessRunner* runner = nullptr;
  std::function<Result<profiler::Recording>(const Command&,
                                            const profiler::RecordOptions&)>
      record;
  std::optional<Isolation> isolation;  ///< empty: found out by trial
  Limits limits;
  std::function<double()> now;  ///< seconds; empty: the system's clock
};

/// The real ones.
Surroundings system_surroundings();
/// The real ones without the profiler: the first run is a plain one.
Surroundings unprofiled(Surroundings surroundings);

/// As Baseline::measure.
Result<std::unique_ptr<Baseline>> measure_in(
    const Surroundings& surroundings, const Program& program,
    const profiler::RecordOptions& record, const VerifyOptions& options);

/// As verify_programs.
Result<Verdict> verify_programs_in(const Surroundings& surroundings,
                                   const Program& before, const Program& after,
                                   const advisor::ClockUse& clock,
                                   const VerifyOptions& options);

}  // namespace ppp::harness
