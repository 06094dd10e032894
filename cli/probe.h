// SPDX-License-Identifier: Apache-2.0
// Dynamic evidence between the analysis and the search: one run of an
// instrumented copy, and the plan in the light of what it showed.

#pragma once

#include "cli/pipeline.h"

namespace ppp::cli {

/// The plan with what the probe measured and refuted and, if the user allows
/// it, with loops that passed its tests as candidates. The plan as it was when
/// nothing is worth probing or there is no time. Fails only on interrupt.
Result<advisor::Plan> probed(const Request& request,
                             const advisor::Project& project,
                             advisor::Plan plan, harness::Baseline& baseline,
                             const Stages& stages);

}  // namespace ppp::cli
