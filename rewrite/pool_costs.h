// SPDX-License-Identifier: Apache-2.0
// What pools cost beside the work itself. The values here are usual ones, of
// two busy cores; the cli measures those of its machine.

#pragma once

namespace ppp::rewrite {

/// In seconds. A start is the whole life of a pool, from creation to shutdown;
/// a task or an item goes there and back.
struct PoolCosts {
  double process_import_s = 0.020;  ///< of the modules, once in a program
  double process_start_s = 0.020;
  double process_task_s = 250e-6;
  double process_item_s = 2e-6;  ///< an item of a chunk
  double byte_s = 6e-9;          ///< of a pickle, one way, both ends together
  double thread_start_s = 0.004;
  double thread_task_s = 45e-6;
  double importing_start_s = 0.400;  ///< of workers that import the script
  double interpreter_start_s = 0.300;
  double interpreter_task_s = 400e-6;
  /// What each process beside the first brings, of the speed of one alone.
  double worker_yield = 0.95;

  bool operator==(const PoolCosts&) const = default;
};

}  // namespace ppp::rewrite
