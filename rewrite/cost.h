// SPDX-License-Identifier: Apache-2.0
// What a pool would gain. It orders the attempts and says what is not worth
// one; measuring decides, and stands beside it in the report. Pure.

#pragma once

#include <cstdint>

#include "advisor/plan.h"
#include "rewrite/rewrite.h"

namespace ppp::rewrite {

/// However small the program, its workers may take so much together.
inline constexpr std::uint64_t kMemoryPerCpu = 32U << 20;
/// The same for Numba and its compiler, which take some 160 MiB.
inline constexpr std::uint64_t kCompilerMemory = 256U << 20;

/// Of the loop alone, all its entries together: each starts a pool of its own,
/// unless there is `one_pool` for all.
double process_pool_speedup(const advisor::Candidate& candidate,
                            bool task_per_item, const RewriteOptions& options,
                            bool imports_again = false, bool one_pool = false);
/// Processes for each CPU: more than one for a loop that waits most of the
/// time, as many as keep the CPUs busy, pay for their start and have room in
/// kMemoryPerCpu, and all of them no more than threads would be. 1 if nothing
/// was measured.
int workers_per_cpu(const advisor::HotLoop& loop, const RewriteOptions& options,
                    bool imports_again);
/// A task for each item would cost a process pool more than a twentieth of the
/// work: chunks of items are worth some lines. False if nothing was measured.
bool tasks_cost(const advisor::Candidate& candidate,
                const RewriteOptions& options);
/// Where items are sent in chunks, about so many for each worker: 16, enough to
/// even out what items take, or a half or quarter of that where an entry of the
/// loop is so short that these would cost more.
int chunks_per_worker(const advisor::Candidate& candidate,
                      const RewriteOptions& options);
/// So many items has a chunk then, of the longest entry that was measured; 0:
/// not known.
int items_of_chunk(const advisor::Candidate& candidate,
                   const RewriteOptions& options);
/// Where processes compute ahead of a loop, so many results are sent at once:
/// as many as make sending cheap beside the work, 64 at most; 1 where they are
/// large, or nothing was measured.
int results_at_once(const advisor::Candidate& candidate,
                    const RewriteOptions& options);
/// Of a loop that may end early; its iterations are those before the end.
double ahead_speedup(const advisor::Candidate& candidate, int at_once,
                     const RewriteOptions& options);
double interpreter_pool_speedup(const advisor::Candidate& candidate,
                                const RewriteOptions& options);
double thread_pool_speedup(const advisor::Candidate& candidate,
                           bool task_per_item, const RewriteOptions& options);
/// Of tasks of an event loop, if what they need takes `import_s` to import.
double tasks_speedup(const advisor::Candidate& candidate, double import_s,
                     const RewriteOptions& options);
/// Threads for a loop that waits: as many as keep the interpreter lock busy,
/// and as many again, as they do not wait in turns; a power of two, at most
/// `options.threads`, which it is if nothing was measured. Fewer for one that
/// waits for programs, which compute and take memory of their own.
int waiting_threads(const advisor::HotLoop& loop,
                    const RewriteOptions& options);

/// Of the loop alone, were all of it work, by the pool that fits what it does
/// with its time.
double potential_loop_speedup(const advisor::HotLoop& loop,
                              const RewriteOptions& options);

/// The threads of a pool for this loop compute rather than wait: no more of
/// them than CPUs are of use.
bool threads_compute(const advisor::HotLoop& loop);
/// A loop that waits computes so little that threads, which take turns at it,
/// are as good as processes.
bool hardly_computes(const advisor::HotLoop& loop);
/// A loop that computes does so without the interpreter lock for the better
/// part: there is none, or native code let it go when it was measured.
bool threads_run_at_once(const advisor::HotLoop& loop,
                         const RewriteOptions& options);

/// Of the whole program if the loop is sped up by `loop_speedup` (Amdahl).
double program_speedup(const advisor::HotLoop& loop, double loop_speedup,
                       const RewriteOptions& options);

}  // namespace ppp::rewrite
