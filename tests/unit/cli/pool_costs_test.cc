// SPDX-License-Identifier: Apache-2.0
#include "cli/pool_costs.h"

#include <gtest/gtest.h>

namespace ppp::cli {
namespace {

using rewrite::PoolCosts;

TEST(PoolCosts, TakesWhatWasMeasured) {
  PoolCosts costs = pool_costs_of(
      "process_import 0.05\nprocess_start 0.011\nprocess_task 1.6e-04\n"
      "process_item 6e-07\nbyte 2e-09\nworker_yield 0.8\n"
      "thread_start 0.002\nthread_task 2.5e-05\nimporting_start 0.3\n"
      "interpreter_start 0.2\ninterpreter_task 0.0001\n");
  EXPECT_EQ(costs, (PoolCosts{0.05, 0.011, 1.6e-4, 6e-7, 2e-9, 0.002, 2.5e-5,
                              0.3, 0.2, 1e-4, 0.8}));
}

TEST(PoolCosts, ABusyMomentDoesNotDecide) {
  const PoolCosts usual;
  PoolCosts costs = pool_costs_of("process_start 100\nprocess_task 0\n");
  EXPECT_DOUBLE_EQ(costs.process_start_s, 4 * usual.process_start_s);
  EXPECT_DOUBLE_EQ(costs.process_task_s, usual.process_task_s / 4);
  EXPECT_DOUBLE_EQ(pool_costs_of("worker_yield -0.2").worker_yield, 0.1);
  EXPECT_DOUBLE_EQ(pool_costs_of("worker_yield 1.2").worker_yield, 1);
}

TEST(PoolCosts, KeepsTheUsualWhereNothingWasMeasured) {
  EXPECT_EQ(pool_costs_of(""), PoolCosts{});
  EXPECT_EQ(pool_costs_of("Traceback (most recent call last):\nother 3\n"),
            PoolCosts{});
}

TEST(PoolCosts, OfTwoMeasurementsTheUndisturbedCounts) {
  PoolCosts one = pool_costs_of("process_start 0.01\nworker_yield 0.4\n");
  PoolCosts other = pool_costs_of("process_start 0.03\nworker_yield 0.9\n");
  PoolCosts least = pool_costs_of("process_start 0.01\nworker_yield 0.9\n");
  EXPECT_EQ(least_of(one, other), least);
  EXPECT_EQ(least_of(other, one), least);
}

TEST(PoolCosts, MeasuresThisMachine) {
  auto python = find_interpreter(system_processes(), "");
  ASSERT_TRUE(python.ok());
  rewrite::RewriteOptions options;
  auto measured = measure_pool_costs(system_processes(), *python, options);
  ASSERT_TRUE(measured.ok());
  const PoolCosts& costs = *measured;
  const PoolCosts usual;
  EXPECT_NE(costs.process_start_s, usual.process_start_s);
  EXPECT_NE(costs.byte_s, usual.byte_s);
  EXPECT_NE(costs.worker_yield, usual.worker_yield);
  EXPECT_NE(costs.thread_task_s, usual.thread_task_s);
  EXPECT_GT(costs.process_task_s, costs.process_item_s);
  // Only where they may be used.
  EXPECT_EQ(costs.importing_start_s, usual.importing_start_s);
  options.start_method = rewrite::StartMethod::kSpawn;
  measured = measure_pool_costs(system_processes(), *python, options);
  ASSERT_TRUE(measured.ok());
  EXPECT_NE(costs.importing_start_s, usual.importing_start_s);
}

TEST(PoolCosts, AnotherProgramIsNotBelieved) {
  const rewrite::RewriteOptions options;
  for (const char* program : {"/bin/false", "/nowhere"}) {
    auto measured =
        measure_pool_costs(system_processes(), {program, "3.11.0"}, options);
    ASSERT_TRUE(measured.ok());
    EXPECT_EQ(*measured, PoolCosts{});
  }
}

}  // namespace
}  // namespace ppp::cli
