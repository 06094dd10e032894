// SPDX-License-Identifier: Apache-2.0
#include "rewrite/cost.h"

#include <algorithm>
#include <numeric>

namespace ppp::rewrite {
namespace {

// Seconds. Medians of CPython 3.11 on a two-core Debian 12 machine: a forked
// pool of two from creation to shutdown, one chunk there and back, a pool of
// idle threads, and one item through a queue of threads.
constexpr double kProcessPool = 0.020;
constexpr double kChunk = 120e-6;
constexpr double kThreadPool = 0.002;
// What one worker more brings beside the first: memory bandwidth, uneven items.
constexpr double kWorkerYield = 0.95;
constexpr int kChunksPerWorker = 16;

}  // namespace

double process_pool_speedup(const advisor::Candidate& candidate,
                            const RewriteOptions& options) {
  double workers = 1 + (std::max(1, options.workers) - 1) * kWorkerYield;
  double before = candidate.loop.cost.wall_s;
  if (before <= 0) return workers;
  double overhead =
      kProcessPool + kChunk * kChunksPerWorker * std::max(1, options.workers);
  return before / (before / workers + overhead);
}

double thread_pool_speedup(const advisor::Candidate& candidate,
                           const RewriteOptions& options) {
  const profiler::Cost& cost = candidate.loop.cost;
  double threads = 1 + (std::max(1, options.threads) - 1) * kWorkerYield;
  if (cost.wall_s <= 0) return threads;
  double waits = std::accumulate(cost.wait_s.begin(), cost.wait_s.end(), 0.0);
  waits = std::min(waits, cost.wall_s);
  double after = cost.wall_s - waits + waits / threads + kThreadPool;
  return cost.wall_s / after;
}

double program_speedup(double share, double loop_speedup) {
  share = std::clamp(share, 0.0, 1.0);
  return 1 / (1 - share + share / loop_speedup);
}

}  // namespace ppp::rewrite
