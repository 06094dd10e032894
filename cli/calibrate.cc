// SPDX-License-Identifier: Apache-2.0
#include "cli/calibrate.h"

#include "rewrite/cost.h"

namespace ppp::cli {
namespace {

constexpr double kFallsShort = 0.6;  // of what was predicted
constexpr double kRoom = 1.5;        // more workers than were kept busy

}  // namespace

int workers_that_wait(const rewrite::Option& option, const advisor::Plan& plan,
                      const rewrite::RewriteOptions& options) {
  const advisor::Candidate& candidate = plan.candidates[option.candidate];
  const rewrite::RewriteOptions own = rewrite::bounded(options, candidate);
  if (option.strategy == "asyncio") return own.tasks;
  if (option.strategy != "thread-pool" ||
      rewrite::threads_compute(candidate.loop)) {
    return 0;
  }
  return rewrite::waiting_threads(candidate.loop, own);
}

std::optional<Fewer> fewer_workers(const rewrite::Option& option,
                                   const advisor::Plan& plan,
                                   const rewrite::RewriteOptions& options,
                                   const harness::Speedup& measured) {
  const int now = workers_that_wait(option, plan, options);
  const double share = plan.candidates[option.candidate].loop.share;
  const double inside = 1 / measured.median - (1 - share);
  if (now == 0 || measured.pairs == 0 || inside <= 0 ||
      measured.ci_high >= kFallsShort * option.predicted_speedup) {
    return std::nullopt;
  }
  const double busy = share / inside;  // workers, on average
  int workers = 2;
  while (workers < kRoom * busy) workers *= 2;
  if (workers >= now) return std::nullopt;
  return Fewer{option.candidate, workers, now, measured.median};
}

}  // namespace ppp::cli
