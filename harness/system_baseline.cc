// SPDX-License-Identifier: Apache-2.0
// The entries of verify.h on this machine: real processes, the real profiler.
#include "harness/baseline.h"

namespace ppp::harness {

Surroundings system_surroundings() {
  Surroundings surroundings;
  surroundings.runner = &system_processes();
  surroundings.record = profiler::record;
  return surroundings;
}

Result<std::unique_ptr<Baseline>> Baseline::measure(
    const Program& program, const profiler::RecordOptions& record,
    const VerifyOptions& options) {
  return measure_in(system_surroundings(), program, record, options);
}

Result<Verdict> verify_programs(const Program& before, const Program& after,
                                const advisor::ClockUse& clock,
                                const VerifyOptions& options) {
  return verify_programs_in(system_surroundings(), before, after, clock,
                            options);
}

}  // namespace ppp::harness
