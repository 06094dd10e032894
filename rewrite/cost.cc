// SPDX-License-Identifier: Apache-2.0
#include "rewrite/cost.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace ppp::rewrite {
namespace {

// Seconds, of two busy cores. Forked processes with their pipes, and one result
// through a pipe.
constexpr double kAheadStart = 0.005;
constexpr double kAheadItem = 40e-6;
// What a process sends at once: its parts, and bytes.
constexpr int kMostAtOnce = 64;
constexpr double kBytesAtOnce = 64U << 10;
constexpr double kResultBytes = 1U << 10;  // until it is measured
// Of a computing loop's time; with less, two threads gain no tenth.
constexpr double kLeastUnlocked = 0.3;
// Of its own, beside what it shares with the program.
constexpr std::uint64_t kForkedWorker = 5U << 20;
constexpr std::uint64_t kImportingWorker = 20U << 20;
// Of a waiting loop's: with less, 32 threads hardly wait for each other.
constexpr double kLeastComputing = 0.1;

constexpr int kProgramsPerCpu = 4;

// Of the work: tasks that cost as much are worth doing something about.
constexpr double kDearTasks = 0.05;

constexpr int kMostChunks = 16;  // for each worker
constexpr int kLeastChunks = 4;
constexpr double kMostInChunk = 1e6;  // where the number stands in the text

/// One entry of a loop.
struct Entry {
  double items = 0;   ///< 0: not known
  double work_s = 0;  ///< what a pool would do
  double rest_s = 0;  ///< what stays with the loop
  double bytes = 0;   ///< of what goes to a process and comes back
};

double entries_of(const advisor::HotLoop& loop) {
  return std::max(1.0, loop.entries);
}

/// As it would be if no other program ran, like the costs of pools.
profiler::Cost undisturbed(const profiler::Cost& cost, double ran_share) {
  profiler::Cost alone = cost;
  alone.wall_s -= cost.cpu_s * (1 - ran_share);
  for (double* part :
       {&alone.cpu_s, &alone.python_s, &alone.native_s, &alone.nogil_s}) {
    *part *= ran_share;
  }
  return alone;
}

Entry entry_of(const advisor::Candidate& candidate,
               const RewriteOptions& options) {
  const advisor::HotLoop& loop = candidate.loop;
  const double whole =
      undisturbed(loop.cost, options.ran_share).wall_s / entries_of(loop);
  Entry entry;
  entry.items = static_cast<double>(loop.iterations);
  entry.work_s = whole * std::clamp(candidate.work_share, 0.0, 1.0);
  entry.rest_s = whole - entry.work_s;
  if (loop.measure) {
    const double sent =
        candidate.work.items_by_place ? 0 : loop.measure->item_bytes;
    entry.bytes = entry.items * (sent + loop.measure->result_bytes);
  }
  return entry;
}

struct Pool {
  double workers = 1;  ///< at most
  double cpus = 1;     ///< that these may use
  double busy = 1;     ///< part of the work's time that needs one
  int chunks = 0;      ///< for each worker; 0: a task per item
  double start_s = 0;
  double task_s = 0;
  double item_s = 0;  ///< of a chunk
};

double workers_of(const Entry& entry, double most) {
  most = std::max(1.0, most);
  return entry.items > 0 ? std::min(most, entry.items) : most;
}

/// How the items of an entry are dealt out.
struct Deal {
  double tasks = 0;
  /// As how many workers that never stand idle: while the last tasks run some
  /// do.
  double busy = 1;
};

/// `chunks` for each worker; 0: a task per item.
Deal deal(const Entry& entry, double workers, int chunks) {
  const double items = entry.items > 0 ? entry.items : workers * kMostChunks;
  const double chunk =
      chunks == 0 ? 1 : std::max(1.0, std::floor(items / (workers * chunks)));
  const double full = std::floor(items / chunk);
  const double left = items - full * chunk;
  double longest = std::ceil(full / workers) * chunk;  // items of one worker
  if (std::fmod(full, workers) == 0) longest += left;
  return {std::ceil(items / chunk), items / longest};
}

double with_yield(double workers, double yield) {
  return 1 + (workers - 1) * yield;
}

double start_s(const RewriteOptions& options, bool imports_again) {
  return imports_again ? options.costs.importing_start_s
                       : options.costs.process_start_s;
}

/// Part of the loop's time in which it needs a CPU.
double busy_part(const advisor::HotLoop& loop, const RewriteOptions& options) {
  const profiler::Cost cost = undisturbed(loop.cost, options.ran_share);
  if (cost.wall_s <= 0 || threads_compute(loop)) return 1;
  return std::clamp(cost.cpu_s / cost.wall_s, 0.001, 1.0);
}

/// Of a pool of processes or the like.
double computing_speedup(const advisor::Candidate& candidate, const Pool& pool,
                         const RewriteOptions& options) {
  const PoolCosts& costs = options.costs;
  const Entry entry = entry_of(candidate, options);
  const double workers = workers_of(entry, pool.workers);
  const auto [tasks, busy] = deal(entry, workers, pool.chunks);
  const double speed =
      with_yield(std::min(busy, pool.cpus), costs.worker_yield);
  const double before = entry.work_s + entry.rest_s;
  if (before <= 0) return speed;
  // One process packs all that is sent, unpacks what comes back and does the
  // rest of the loop, on a CPU that the workers could use.
  const double packing = entry.bytes * costs.byte_s / 2;
  const double parent = entry.rest_s + entry.items * pool.item_s + packing;
  const double computing = entry.work_s * pool.busy + packing;
  // A pool keeps one task ready beside those under way: next to small ones
  // their way there and back is time in which nothing else happens.
  const double after =
      pool.start_s + tasks * pool.task_s +
      std::max({(computing + parent) / speed, entry.work_s / busy, parent});
  const double entries = entries_of(candidate.loop);
  return entries * before / (costs.process_import_s + entries * after);
}

/// Of `most` threads or tasks of one process; `start_s`: of all, for each
/// entry.
double at_once_speedup(const advisor::Candidate& candidate, int most,
                       int chunks, double start_s,
                       const RewriteOptions& options) {
  const advisor::HotLoop& loop = candidate.loop;
  const profiler::Cost cost = undisturbed(loop.cost, options.ran_share);
  const Entry entry = entry_of(candidate, options);
  const auto [tasks, speed] = deal(entry, workers_of(entry, most), chunks);
  if (cost.wall_s <= 0) return speed;
  double waits = std::accumulate(cost.wait_s.begin(), cost.wait_s.end(), 0.0);
  waits = std::min(waits, cost.wall_s);
  const double unlocked = std::min(
      options.free_threaded ? cost.cpu_s : cost.nogil_s, cost.wall_s - waits);
  const double cpus =
      with_yield(std::min(speed, static_cast<double>(options.workers)),
                 options.costs.worker_yield);
  const double overhead =
      entries_of(loop) * (start_s + tasks * options.costs.thread_task_s);
  const double after = cost.wall_s - waits - unlocked + waits / speed +
                       unlocked / cpus + overhead;
  return cost.wall_s / after;
}

}  // namespace

double process_pool_speedup(const advisor::Candidate& candidate,
                            bool task_per_item, const RewriteOptions& options,
                            bool imports_again, bool one_pool) {
  const PoolCosts& costs = options.costs;
  Pool pool;
  const int per_cpu = workers_per_cpu(candidate.loop, options, imports_again);
  pool.cpus = options.workers;
  pool.workers = options.workers * per_cpu;
  pool.busy = busy_part(candidate.loop, options);
  if (!task_per_item) pool.chunks = chunks_per_worker(candidate, options);
  pool.start_s = start_s(options, imports_again) * per_cpu;
  if (imports_again && candidate.loop.measure) {
    // Packed for each worker in turn, unpacked by all at once. Forked ones
    // have it.
    pool.start_s += candidate.loop.measure->capture_bytes * costs.byte_s *
                    (pool.workers + 1) / 2;
  }
  if (one_pool) pool.start_s /= entries_of(candidate.loop);
  pool.task_s = costs.process_task_s;
  if (!task_per_item) pool.item_s = costs.process_item_s;
  return computing_speedup(candidate, pool, options);
}

int workers_per_cpu(const advisor::HotLoop& loop, const RewriteOptions& options,
                    bool imports_again) {
  const double busy = busy_part(loop, options);
  const double cpus = std::max(1, options.workers);
  const double start = start_s(options, imports_again) / cpus;  // of one worker
  const double wall_s =
      undisturbed(loop.cost, options.ran_share).wall_s / entries_of(loop);
  // start * n + wall / n is least there.
  const double pay = std::sqrt(wall_s / start);
  const std::uint64_t memory = imports_again ? kImportingWorker : kForkedWorker;
  const double room = static_cast<double>(kMemoryPerCpu / memory) * cpus;
  double most = std::min({cpus / busy, pay, room, double(options.threads)});
  if (loop.iterations > 0) {
    most = std::min(most, static_cast<double>(loop.iterations));
  }
  return std::max(1, static_cast<int>(std::lround(most / cpus)));
}

bool tasks_cost(const advisor::Candidate& candidate,
                const RewriteOptions& options) {
  const Entry entry = entry_of(candidate, options);
  const double chunks = options.workers * chunks_per_worker(candidate, options);
  return entry.items >= 2 * chunks &&
         entry.items * options.costs.process_task_s > kDearTasks * entry.work_s;
}

int chunks_per_worker(const advisor::Candidate& candidate,
                      const RewriteOptions& options) {
  const Entry entry = entry_of(candidate, options);
  const double workers = workers_of(entry, options.workers);
  int best = kMostChunks;
  if (entry.work_s <= 0) return best;  // not measured
  double least_s = std::numeric_limits<double>::infinity();
  for (int chunks = kMostChunks; chunks >= kLeastChunks; chunks /= 2) {
    const auto [tasks, busy] = deal(entry, workers, chunks);
    const double spent_s =
        tasks * options.costs.process_task_s + entry.work_s / busy;
    if (spent_s >= least_s * (1 - kDearTasks)) continue;
    best = chunks;
    least_s = spent_s;
  }
  return best;
}

int items_of_chunk(const advisor::Candidate& candidate,
                   const RewriteOptions& options) {
  const double items = static_cast<double>(candidate.loop.iterations);
  if (items <= 0) return 0;
  const double chunks = options.workers * chunks_per_worker(candidate, options);
  return static_cast<int>(std::clamp(items / chunks, 1.0, kMostInChunk));
}

int results_at_once(const advisor::Candidate& candidate,
                    const RewriteOptions& options) {
  const Entry entry = entry_of(candidate, options);
  if (entry.items <= 0) return 1;
  const double dear = kDearTasks * entry.work_s / entry.items;
  const double bytes = candidate.loop.measure
                           ? candidate.loop.measure->result_bytes
                           : kResultBytes;
  int at_once = 1;
  while (at_once < kMostAtOnce && kAheadItem / at_once > dear &&
         2 * at_once * bytes <= kBytesAtOnce) {
    at_once *= 2;
  }
  return at_once;
}

double ahead_speedup(const advisor::Candidate& candidate, int at_once,
                     const RewriteOptions& options) {
  Pool pool;
  pool.workers = options.workers;
  pool.cpus = options.workers;
  pool.start_s = kAheadStart;
  pool.task_s = kAheadItem / at_once;
  return computing_speedup(candidate, pool, options);
}

double interpreter_pool_speedup(const advisor::Candidate& candidate,
                                const RewriteOptions& options) {
  Pool pool;
  pool.workers = options.workers;
  pool.cpus = options.workers;
  pool.start_s = options.costs.interpreter_start_s;
  pool.task_s = options.costs.interpreter_task_s;
  return computing_speedup(candidate, pool, options);
}

bool threads_compute(const advisor::HotLoop& loop) {
  return loop.time_class == advisor::TimeClass::kCpuPython ||
         loop.time_class == advisor::TimeClass::kCpuNative;
}

bool hardly_computes(const advisor::HotLoop& loop) {
  return loop.cost.cpu_s <= kLeastComputing * loop.cost.wall_s;
}

bool threads_run_at_once(const advisor::HotLoop& loop,
                         const RewriteOptions& options) {
  return options.free_threaded ||
         loop.cost.nogil_s > kLeastUnlocked * loop.cost.wall_s;
}

int waiting_threads(const advisor::HotLoop& loop,
                    const RewriteOptions& options) {
  const profiler::Cost cost = undisturbed(loop.cost, options.ran_share);
  int most = std::max(1, options.threads);
  if (loop.time_class == advisor::TimeClass::kIoChild) {
    most = std::min(most, kProgramsPerCpu * std::max(1, options.workers));
  }
  if (cost.wall_s <= 0) return most;
  int threads = 1;
  while (threads < most && threads * cost.cpu_s < 2 * cost.wall_s) {
    threads *= 2;
  }
  return std::min(threads, most);
}

double thread_pool_speedup(const advisor::Candidate& candidate,
                           bool task_per_item, const RewriteOptions& options) {
  const int threads = threads_compute(candidate.loop)
                          ? options.workers
                          : waiting_threads(candidate.loop, options);
  return at_once_speedup(candidate, threads, task_per_item ? 0 : kMostChunks,
                         options.costs.thread_start_s, options);
}

double tasks_speedup(const advisor::Candidate& candidate, double import_s,
                     const RewriteOptions& options) {
  const double speedup =
      at_once_speedup(candidate, options.tasks, 0, /*start_s=*/0, options);
  const double before =
      undisturbed(candidate.loop.cost, options.ran_share).wall_s;
  return before > 0 ? before / (before / speedup + import_s) : speedup;
}

double potential_loop_speedup(const advisor::HotLoop& loop,
                              const RewriteOptions& options) {
  advisor::Candidate all;
  all.loop = loop;
  return std::max(process_pool_speedup(all, false, options),
                  thread_pool_speedup(all, false, options));
}

double program_speedup(const advisor::HotLoop& loop, double loop_speedup,
                       const RewriteOptions& options) {
  const double share = std::clamp(loop.share, 0.0, 1.0);
  if (share <= 0) return 1;
  // Parts of the loop's sampled time. Outside of it programs start and end.
  const double inside =
      loop.cost.wall_s > 0
          ? undisturbed(loop.cost, options.ran_share).wall_s / loop.cost.wall_s
          : 1;
  const double outside = (1 / share - 1) * options.ran_share;
  return (inside + outside) / (inside / loop_speedup + outside);
}

}  // namespace ppp::rewrite
