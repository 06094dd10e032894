// SPDX-License-Identifier: Apache-2.0
// What tests of plans take for granted that no profile or probe has said.

#pragma once

#include <utility>

#include "advisor/plan.h"

namespace ppp {

/// As if tests had found nothing against loops that are not proven.
inline void take_untested(advisor::Plan& plan) {
  std::erase_if(plan.declines, [&](advisor::Decline& decline) {
    if (decline.unproven) {
      plan.candidates.push_back(std::move(*decline.unproven));
    }
    return decline.unproven.has_value();
  });
}

/// Three quarters of 4 s in each loop are spent waiting.
inline void make_waiting(advisor::Plan& plan) {
  for (advisor::Candidate& candidate : plan.candidates) {
    advisor::HotLoop& loop = candidate.loop;
    loop.time_class = advisor::TimeClass::kIoNetwork;
    loop.cost.wall_s = 4;
    loop.cost.cpu_s = 1;
  }
}

}  // namespace ppp
