// SPDX-License-Identifier: Apache-2.0
// gpu
//
// A loop that arrays would compute, on a graphics card. It is only told what
// that would bring, and nothing is written: a rewrite that was never run is
// none, and this tool has had no card to be tried on.

#include <fmt/format.h>

#include "rewrite/array_cost.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {
namespace {

// A kernel is launched for each operation; numbers go through the card's memory
// at some 500 GB/s, and to it and back at 8 GB/s, once they are in arrays.
constexpr ArrayCost kGpuCost = {10e-6, 0.1e-9, 36e-9};
// Seconds to import CuPy, to set the card up and to compile.
constexpr double kStart = 1.5;
constexpr double kWorthSaying = 1.1;

}  // namespace

Proposal gpu(const Request& request) {
  if (auto refused = refuse_kernel(request)) return *refused;
  if (request.candidate.kernel->of_frames()) {
    return refusal(request, "table-of-pandas",
                   "the loop goes through a table of pandas");
  }
  Proposal made = rewrite_kernel(request);
  if (std::holds_alternative<advisor::Reason>(made)) return made;
  const double speedup = gpu_loop_speedup(
      request.candidate, std::get<Rewrite>(made), request.options);
  if (speedup < kWorthSaying) {
    return refusal(request, "no-gain-on-gpu",
                   "on a GPU the loop would hardly be faster, with its start "
                   "and the way of its numbers there and back");
  }
  return refusal(
      request, "needs-gpu",
      fmt::format("on a GPU the loop would be about {:.1f}× as fast, its start "
                  "and the way of its numbers there and back included; {}",
                  speedup,
                  request.options.cuda_device
                      ? "rewrites for CuPy are not written yet"
                      : "this machine has no CUDA device"));
}

double gpu_loop_speedup(const advisor::Candidate& candidate,
                        const Rewrite& rewrite, const RewriteOptions& options) {
  const double before = candidate.loop.cost.wall_s * options.ran_share;
  if (before <= 0) return 10;  // nothing was measured
  return before /
         (kStart + by_arrays_s(candidate, array_part(rewrite), kGpuCost, options));
}

}  // namespace ppp::rewrite
