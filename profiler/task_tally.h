// SPDX-License-Identifier: Apache-2.0
// What samples say of the tasks of event loops, counted.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "profiler/profile.h"

namespace ppp::profiler {

class TaskTally {
 public:
  /// Tasks with names of their own; those of others are left out.
  static constexpr std::size_t kMostNames = 1000;

  /// Tasks that wait at one chain of frames, by await().
  struct Waiting {
    int await = 0;
    int tasks = 0;
  };
  /// What one look found.
  struct Look {
    std::vector<Waiting> waiting;
    std::int64_t unread = 0;  ///< tasks
    bool cut = false;         ///< there were more
  };

  /// Tasks are told from now on.
  void begin() { told_ = true; }
  /// The number of an equal chain; indices of frames, outermost first.
  int await(const std::vector<int>& frames);
  /// An event loop waits, for `weight` intervals.
  void wait(const Look& look, std::int64_t weight);
  /// As above, and its tasks could not be read.
  void wait_untold(std::int64_t weight);
  /// A task runs; `function` is its coroutine's.
  void run(const std::string& name, const Frame& function, bool blocked,
           std::int64_t weight);

  /// An interval is `interval_s` long.
  void fill(Profile& profile, double interval_s) const;

 private:
  using Key = std::tuple<std::string, std::string, std::string, int>;
  struct Runs {
    std::int64_t running = 0;  // intervals
    std::int64_t blocked = 0;
  };
  struct Waits {
    std::int64_t wall = 0;  // intervals, of all tasks
    int most = 0;
  };

  bool told_ = false;
  std::int64_t idle_ = 0;
  std::int64_t untold_ = 0;
  std::int64_t cut_ = 0;
  std::int64_t unread_ = 0;
  int most_ = 0;
  std::map<Key, Runs> runs_;  // name, file, function, first line
  std::map<std::vector<int>, int> numbers_;
  std::vector<Waits> waits_;  // by number
};

}  // namespace ppp::profiler
