// SPDX-License-Identifier: Apache-2.0
// No profile says in the tests how many items a loop has, and how small.

#pragma once

#include "advisor/plan.h"
#include "advisor/slices.h"

namespace ppp {

/// Ten thousand items of 100 µs, with small results, in every candidate.
inline void make_items_small(advisor::Plan& plan) {
  for (advisor::Candidate& candidate : plan.candidates) {
    candidate.loop.iterations = 10'000;
    candidate.loop.cost.wall_s = candidate.loop.cost.cpu_s = 1;
    candidate.loop.cost.python_s = 1;
    candidate.loop.measure =
        advisor::LoopMeasure{.sampled = 32, .result_bytes = 8};
  }
}

/// So small that workers get slices, of three items. `project`: the plan's.
inline void make_items_tiny(const advisor::Project& project,
                            advisor::Plan& plan) {
  make_items_small(plan);
  advisor::give_slices(project, {}, plan,
                       [](const advisor::HotLoop&) { return 3; });
}

}  // namespace ppp
