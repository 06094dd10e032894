// SPDX-License-Identifier: Apache-2.0
#include "rewrite/cost.h"

#include <algorithm>
#include <numeric>

namespace ppp::rewrite {
namespace {

// Seconds: what bench/pool_costs.py measures on two cores, times two, as other
// work keeps machines busy and programs are larger than the benchmark. A pool
// from creation to shutdown and one task there and back.
constexpr double kProcessPool = 0.020;
constexpr double kProcessTask = 150e-6;
constexpr double kProcessItem = 2e-6;  // of a chunk, there and back
// Forked processes with their pipes, and one result through a pipe.
constexpr double kAheadStart = 0.005;
constexpr double kAheadItem = 40e-6;
// With workers that import the script and its modules.
constexpr double kImportingPool = 0.400;
constexpr double kInterpreterPool = 0.300;
constexpr double kInterpreterTask = 400e-6;
constexpr double kThreadPool = 0.004;
constexpr double kThreadTask = 45e-6;
// What one worker more brings beside the first, for memory bandwidth and uneven
// items: a guess on the safe side.
constexpr double kWorkerYield = 0.95;
constexpr int kChunksPerWorker = 16;
// Of a computing loop's time; with less, two threads gain no tenth.
constexpr double kLeastUnlocked = 0.3;

/// What a pool costs beside the work itself, and what it can share it among.
struct Pools {
  double overhead_s = 0;
  double workers = 1;
};

Pools pools_of(const advisor::HotLoop& loop, int workers, double start_s,
               double task_s, bool task_per_item) {
  double most = std::max(1, workers);
  double tasks = most * kChunksPerWorker;
  if (loop.iterations > 0) {
    auto items = static_cast<double>(loop.iterations);
    most = std::min(most, items);
    tasks = task_per_item ? items : std::min(tasks, items);
  }
  double entries = std::max(1.0, loop.entries);
  return {entries * (start_s + tasks * task_s), 1 + (most - 1) * kWorkerYield};
}

}  // namespace

double process_pool_speedup(const advisor::HotLoop& loop, bool task_per_item,
                            const RewriteOptions& options, bool imports_again) {
  Pools pools = pools_of(loop, options.workers,
                         imports_again ? kImportingPool : kProcessPool,
                         kProcessTask, task_per_item);
  pools.overhead_s += std::max(1.0, loop.entries) * kProcessItem *
                      static_cast<double>(loop.iterations);
  double before = loop.cost.wall_s;
  if (before <= 0) return pools.workers;
  return before / (before / pools.workers + pools.overhead_s);
}

double ahead_speedup(const advisor::HotLoop& loop,
                     const RewriteOptions& options) {
  Pools pools = pools_of(loop, options.workers, kAheadStart, kAheadItem,
                         /*task_per_item=*/true);
  double before = loop.cost.wall_s;
  if (before <= 0) return pools.workers;
  return before / (before / pools.workers + pools.overhead_s);
}

double interpreter_pool_speedup(const advisor::HotLoop& loop,
                                const RewriteOptions& options) {
  Pools pools = pools_of(loop, options.workers, kInterpreterPool,
                         kInterpreterTask, /*task_per_item=*/true);
  double before = loop.cost.wall_s;
  if (before <= 0) return pools.workers;
  return before / (before / pools.workers + pools.overhead_s);
}

bool threads_compute(const advisor::HotLoop& loop) {
  return loop.time_class == advisor::TimeClass::kCpuPython ||
         loop.time_class == advisor::TimeClass::kCpuNative;
}

bool threads_run_at_once(const advisor::HotLoop& loop,
                         const RewriteOptions& options) {
  return options.free_threaded ||
         loop.cost.nogil_s > kLeastUnlocked * loop.cost.wall_s;
}

double thread_pool_speedup(const advisor::HotLoop& loop, bool task_per_item,
                           const RewriteOptions& options) {
  const profiler::Cost& cost = loop.cost;
  const int threads = threads_compute(loop) ? options.workers : options.threads;
  Pools pools =
      pools_of(loop, threads, kThreadPool, kThreadTask, task_per_item);
  if (cost.wall_s <= 0) return pools.workers;
  double waits = std::accumulate(cost.wait_s.begin(), cost.wait_s.end(), 0.0);
  waits = std::min(waits, cost.wall_s);
  double unlocked = std::min(options.free_threaded ? cost.cpu_s : cost.nogil_s,
                             cost.wall_s - waits);
  double cpus =
      std::min(pools.workers, 1 + (options.workers - 1) * kWorkerYield);
  double after = cost.wall_s - waits - unlocked + waits / pools.workers +
                 unlocked / cpus + pools.overhead_s;
  return cost.wall_s / after;
}

double potential_loop_speedup(const advisor::HotLoop& loop,
                              const RewriteOptions& options) {
  return std::max(process_pool_speedup(loop, false, options),
                  thread_pool_speedup(loop, false, options));
}

double program_speedup(double share, double loop_speedup) {
  share = std::clamp(share, 0.0, 1.0);
  return 1 / (1 - share + share / loop_speedup);
}

}  // namespace ppp::rewrite
