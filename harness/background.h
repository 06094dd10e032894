// SPDX-License-Identifier: Apache-2.0
// Small jobs that nobody waits for: freeing what a run has left behind takes
// longer than many a run.

#pragma once

#include <thread>
#include <utility>
#include <vector>

namespace ppp::harness {

/// Runs jobs beside us. Destruction waits for them.
class Background {
 public:
  Background() = default;
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;
  ~Background() {
    for (std::thread& thread : threads_) thread.join();
  }

  /// At most one job runs: waits for the one before.
  template <typename Job>
  void start(Job job) {
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
    threads_.emplace_back(std::move(job));
  }

 private:
  std::vector<std::thread> threads_;
};

}  // namespace ppp::harness
