// SPDX-License-Identifier: Apache-2.0
#include "rewrite/cost.h"

#include <gtest/gtest.h>

namespace ppp::rewrite {
namespace {

using advisor::Candidate;
using advisor::HotLoop;

Candidate loop_of(double wall_s, double entries, std::int64_t iterations) {
  Candidate candidate;
  candidate.loop.cost.wall_s = wall_s;
  candidate.loop.entries = entries;
  candidate.loop.iterations = iterations;
  return candidate;
}

constexpr bool kChunks = false;
constexpr bool kTaskPerItem = true;

TEST(Cost, ALongLoopGainsNearlyAllWorkers) {
  RewriteOptions two;
  two.workers = 2;
  double speedup = process_pool_speedup(loop_of(10, 1, 1'000), kChunks, two);
  EXPECT_GT(speedup, 1.9);
  EXPECT_LT(speedup, 2);
}

TEST(Cost, TasksPayForWhatTheyImport) {
  Candidate waits = loop_of(2, 1, 20);
  waits.loop.cost.wait_s[0] = 2;
  EXPECT_GT(tasks_speedup(waits, 0, {}), 10);
  EXPECT_LT(tasks_speedup(waits, 0.4, {}), 5);
  RewriteOptions slow;
  slow.costs.thread_start_s = 1;
  EXPECT_EQ(tasks_speedup(waits, 0, slow), tasks_speedup(waits, 0, {}));
}

TEST(Cost, EveryEntryStartsAPool) {
  RewriteOptions two;
  two.workers = 2;
  EXPECT_LT(process_pool_speedup(loop_of(1, 1'000, 20), kChunks, two), 0.1);
}

TEST(Cost, WhatWorkersAreSentAtTheirStart) {
  RewriteOptions two;
  two.workers = 2;
  two.costs.byte_s = 5e-9;
  Candidate loop = loop_of(10, 1, 1'000);
  loop.loop.measure = advisor::LoopMeasure{.sampled = 1};
  auto speedup = [&](bool imports_again) {
    return process_pool_speedup(loop, kChunks, two, imports_again);
  };
  const double forked = speedup(false);
  const double anew = speedup(true);
  loop.loop.measure->capture_bytes = 400e6;  // 3 s
  EXPECT_EQ(speedup(false), forked);
  EXPECT_NEAR(10 / speedup(true), 10 / anew + 3, 0.05);
}

TEST(Cost, FewItemsFeedFewWorkers) {
  RewriteOptions many;
  many.workers = 16;
  EXPECT_LT(process_pool_speedup(loop_of(10, 1, 3), kChunks, many), 3);
  EXPECT_LE(process_pool_speedup(loop_of(10, 1, 1), kChunks, many), 1);
}

TEST(Cost, ATaskPerItemIsDearForSmallItems) {
  RewriteOptions two;
  two.workers = 2;
  Candidate small = loop_of(2, 1, 1'000'000);
  EXPECT_LT(process_pool_speedup(small, kTaskPerItem, two), 0.1);
  // 2 us of work each, and as much to send it there and back.
  EXPECT_LT(process_pool_speedup(small, kChunks, two), 1);
  small.loop.cost.wall_s = 200;
  EXPECT_GT(process_pool_speedup(small, kChunks, two), 1.8);
}

TEST(Cost, ChunksAreLargerWhereTheyCostMoreThanTheyEvenOut) {
  RewriteOptions two;
  two.workers = 2;
  EXPECT_EQ(chunks_per_worker(loop_of(10, 1, 1'000), two), 16);
  // 60 items of a millisecond, forty times: 32 tasks would take 8 ms.
  const Candidate repeated = loop_of(40 * 0.06, 40, 60);
  EXPECT_EQ(chunks_per_worker(repeated, two), 8);
  EXPECT_TRUE(tasks_cost(repeated, two));
  EXPECT_EQ(chunks_per_worker(loop_of(0, 0, 0), two), 16);
}

TEST(Cost, WorkersStandIdleWhileTheLastTasksRun) {
  RewriteOptions two;
  two.workers = 2;
  // Five items keep two workers busy for as long as six do.
  double five = process_pool_speedup(loop_of(10, 1, 5), kTaskPerItem, two);
  double six = process_pool_speedup(loop_of(12, 1, 6), kTaskPerItem, two);
  EXPECT_NEAR(five, six * 5 / 6, 0.03);
}

TEST(Cost, TheRestOfTheLoopStaysWithOneProcess) {
  Candidate half = loop_of(10, 1, 1'000);
  half.work_share = 0.5;
  RewriteOptions options;
  options.workers = 16;
  double speedup = process_pool_speedup(half, kChunks, options);
  EXPECT_GT(speedup, 1.8);
  EXPECT_LT(speedup, 2);
  // Two workers and the rest share two CPUs: none stands idle.
  options.workers = 2;
  EXPECT_GT(process_pool_speedup(half, kChunks, options), 1.8);
}

TEST(Cost, WhatIsLargeTakesTimeOnItsWay) {
  RewriteOptions two;
  two.workers = 2;
  Candidate bulky = loop_of(10, 1, 1'000);
  bulky.loop.measure = advisor::LoopMeasure{.sampled = 3};
  EXPECT_GT(process_pool_speedup(bulky, kChunks, two), 1.85);
  // A megabyte takes 6 ms, an iteration 10.
  bulky.loop.measure->result_bytes = 1e6;
  EXPECT_LT(process_pool_speedup(bulky, kChunks, two), 1.4);
  bulky.loop.measure->item_bytes = 1e6;
  EXPECT_LT(process_pool_speedup(bulky, kChunks, two), 1);
}

TEST(Cost, ReckonsWithWhatWasMeasured) {
  RewriteOptions two;
  two.workers = 2;
  const Candidate loop = loop_of(1, 1, 1'000);
  const double usual = process_pool_speedup(loop, kTaskPerItem, two);
  two.costs.process_task_s *= 2;
  EXPECT_NEAR(1 / process_pool_speedup(loop, kTaskPerItem, two),
              1 / usual + 0.25, 0.001);
  two.costs = {};
  two.costs.process_import_s += 0.1;
  two.costs.process_start_s += 0.1;
  EXPECT_NEAR(1 / process_pool_speedup(loop, kTaskPerItem, two),
              1 / usual + 0.2, 0.001);
  two.costs = {};
  two.costs.worker_yield = 0.5;
  EXPECT_LT(process_pool_speedup(loop, kTaskPerItem, two), 1.5);
}

TEST(Cost, OtherProgramsDoNotMakeALoopLonger) {
  RewriteOptions two;
  two.workers = 2;
  const double quiet = process_pool_speedup(loop_of(1, 1, 100), kChunks, two);
  Candidate busy = loop_of(4, 1, 100);
  busy.loop.cost.cpu_s = 4;
  two.ran_share = 0.25;
  EXPECT_DOUBLE_EQ(process_pool_speedup(busy, kChunks, two), quiet);
  busy.loop.cost.wall_s = 5;  // one second is waited for
  busy.loop.cost.wait_s[0] = 1;
  EXPECT_DOUBLE_EQ(process_pool_speedup(busy, kChunks, two),
                   process_pool_speedup(loop_of(2, 1, 100), kChunks, {}));
}

TEST(Cost, ModulesAreImportedOnce) {
  RewriteOptions two;
  two.workers = 2;
  two.costs.process_import_s = 0.5;
  EXPECT_GT(process_pool_speedup(loop_of(10, 20, 100), kChunks, two), 1.5);
}

TEST(Cost, WhatWasNotCountedCountsOnce) {
  RewriteOptions two;
  two.workers = 2;
  EXPECT_GT(process_pool_speedup(loop_of(10, 0, 0), kTaskPerItem, two), 1.9);
}

TEST(Cost, OnlyTheItemsBeforeTheEndCount) {
  RewriteOptions two;
  two.workers = 2;
  EXPECT_GT(ahead_speedup(loop_of(2, 1, 500), 1, two), 1.8);
  EXPECT_LE(ahead_speedup(loop_of(1, 1, 1), 1, two), 1);    // ends at once
  EXPECT_LT(ahead_speedup(loop_of(1, 500, 2), 1, two), 1);  // again and again
  EXPECT_LT(ahead_speedup(loop_of(0.1, 1, 10'000), 1, two), 1);
  EXPECT_GT(ahead_speedup(loop_of(0.1, 1, 10'000), 64, two), 1.1);
}

TEST(Cost, SmallResultsAreSentTogether) {
  Candidate tiny = loop_of(0.1, 1, 10'000);
  EXPECT_EQ(results_at_once(tiny, {}), 64);  // of unknown size
  tiny.loop.measure = advisor::LoopMeasure{.sampled = 32, .result_bytes = 4};
  EXPECT_EQ(results_at_once(tiny, {}), 64);
  tiny.loop.measure->result_bytes = 8'000;
  EXPECT_EQ(results_at_once(tiny, {}), 8);
  Candidate large = loop_of(2, 1, 500);
  large.loop.measure = advisor::LoopMeasure{.sampled = 32, .result_bytes = 4};
  EXPECT_EQ(results_at_once(large, {}), 1);
}

TEST(Cost, ProcessesThatWaitAreMoreThanTheCpus) {
  RewriteOptions two;
  two.workers = 2;
  two.costs.process_start_s = 0.02;
  Candidate fetches = loop_of(10, 1, 1'000);
  HotLoop& loop = fetches.loop;
  loop.time_class = advisor::TimeClass::kIoNetwork;
  loop.cost.cpu_s = 2;
  EXPECT_EQ(workers_per_cpu(loop, two, false), 5);
  const double speedup = process_pool_speedup(fetches, kChunks, two);
  EXPECT_GT(speedup, 7);
  EXPECT_LT(speedup, 10);
  loop.cost.cpu_s = 0;
  EXPECT_EQ(workers_per_cpu(loop, two, false), 6);  // have room
  EXPECT_EQ(workers_per_cpu(loop, two, true), 1);   // large, slow
  loop.cost.wall_s = 1;
  EXPECT_EQ(workers_per_cpu(loop, two, false), 5);
  loop.iterations = 4;
  EXPECT_EQ(workers_per_cpu(loop, two, false), 2);
  loop.time_class = advisor::TimeClass::kCpuPython;
  EXPECT_EQ(workers_per_cpu(loop, two, false), 1);
  EXPECT_EQ(workers_per_cpu(HotLoop{}, two, false), 1);
}

TEST(Cost, ThreadsShareOnlyTheWaiting) {
  RewriteOptions options;
  options.threads = 32;
  Candidate native = loop_of(10, 1, 128);
  HotLoop& loop = native.loop;
  loop.time_class = advisor::TimeClass::kIoNetwork;
  loop.cost.wait_s[0] = 9;
  double speedup = thread_pool_speedup(native, kTaskPerItem, options);
  EXPECT_GT(speedup, 7);
  EXPECT_LT(speedup, 10);
  EXPECT_LT(thread_pool_speedup(loop_of(10, 1, 128), kTaskPerItem, options), 1);
}

TEST(Cost, ThreadsAreAsManyAsTheWaitingIsWorth) {
  RewriteOptions options;
  options.threads = 32;
  HotLoop loop = loop_of(10, 1, 128).loop;
  for (auto [cpu_s, threads] :
       {std::pair(0.0, 32), std::pair(0.1, 32), std::pair(1.0, 32),
        std::pair(1.3, 16), std::pair(2.5, 8), std::pair(9.9, 4)}) {
    loop.cost.cpu_s = cpu_s;
    EXPECT_EQ(waiting_threads(loop, options), threads) << cpu_s;
  }
  options.threads = 3;
  EXPECT_EQ(waiting_threads(loop, options), 3);
  EXPECT_EQ(waiting_threads(HotLoop{}, options), 3);
}

TEST(Cost, ThreadsShareWhatRunsWithoutTheLock) {
  RewriteOptions two;
  two.workers = 2;
  Candidate native = loop_of(10, 1, 128);
  HotLoop& loop = native.loop;
  loop.time_class = advisor::TimeClass::kCpuNative;
  loop.cost.cpu_s = loop.cost.native_s = 10;
  EXPECT_FALSE(threads_run_at_once(loop, two));
  loop.cost.nogil_s = 9.5;
  EXPECT_TRUE(threads_run_at_once(loop, two));
  double threads = thread_pool_speedup(native, kTaskPerItem, two);
  EXPECT_GT(threads, 1.8);
  EXPECT_LT(threads, process_pool_speedup(native, kTaskPerItem, two));
  loop.cost.nogil_s = 5;
  EXPECT_LT(thread_pool_speedup(native, kTaskPerItem, two), 1.4);
}

TEST(Cost, ThreadsComeFirstWithoutTheLock) {
  RewriteOptions free;
  free.workers = 2;
  free.free_threaded = true;
  Candidate native = loop_of(10, 1, 128);
  HotLoop& loop = native.loop;
  loop.cost.cpu_s = loop.cost.python_s = 10;
  EXPECT_TRUE(threads_run_at_once(loop, free));
  EXPECT_GT(thread_pool_speedup(native, kTaskPerItem, free),
            process_pool_speedup(native, kTaskPerItem, free));
}

TEST(Cost, TheRestOfTheProgramKeepsItsTime) {
  HotLoop loop;
  EXPECT_DOUBLE_EQ(program_speedup(loop, 100, {}), 1);
  loop.share = 0.5;
  EXPECT_DOUBLE_EQ(program_speedup(loop, 2, {}), 1 / 0.75);
  loop.cost.wall_s = loop.cost.cpu_s = 4;
  RewriteOptions busy;
  busy.ran_share = 0.25;
  EXPECT_DOUBLE_EQ(program_speedup(loop, 2, busy), 1 / 0.75);
  loop.cost.cpu_s = 0;  // it waits: 4 s, and 1 s is computed
  EXPECT_DOUBLE_EQ(program_speedup(loop, 2, busy), 5 / 3.0);
}

}  // namespace
}  // namespace ppp::rewrite
