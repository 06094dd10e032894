// SPDX-License-Identifier: Apache-2.0
// Samples counted by thread, stack and activity, and made into a Profile.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "profiler/profile.h"

namespace ppp::profiler {

/// What a sample caught a thread at.
struct Activity {
  bool running = false;
  Wait wait = Wait::kOther;  ///< when not running

  bool operator==(const Activity&) const = default;
};

class Aggregator {
 public:
  /// The index of a thread, by its native id.
  int thread(std::int64_t native_id, bool main);
  /// The index of an equal frame.
  int frame(const Frame& frame);
  const Frame& frame_at(int index) const {
    return frames_[static_cast<std::size_t>(index)];
  }
  /// The index of an equal stack; `frames` outermost first.
  int stack(int thread, const std::vector<int>& frames);
  /// Counts one sample, which stands for `weight` intervals.
  void count(int stack, const Activity& activity, std::int64_t weight);
  /// Says that about so many intervals of running samples were native. Single
  /// ones may be below 0; their sum is what counts.
  void add_native(int stack, double intervals);
  /// Says that so many intervals of native time were spent without the
  /// interpreter lock.
  void add_unlocked(int stack, std::int64_t intervals);

  /// Threads, frames, stacks and their samples; an interval is `interval_s`
  /// long. Leaves the counts as they are.
  void fill(Profile& profile, double interval_s) const;

 private:
  struct StackKey {
    int thread = 0;
    std::vector<int> frames;
    bool operator==(const StackKey&) const = default;
  };
  struct StackHash {
    std::size_t operator()(const StackKey& key) const;
  };
  struct Counts {
    std::int64_t samples = 0;
    std::int64_t running = 0;  // intervals
    double native = 0;
    std::int64_t unlocked = 0;  // intervals
    std::array<std::int64_t, kWaitCount> waits{};
  };

  std::vector<Thread> threads_;
  std::vector<Frame> frames_;
  std::map<std::string, std::vector<int>> frames_by_function_;
  std::unordered_map<StackKey, int, StackHash> stacks_;
  std::vector<Counts> counts_;  // by stack
};

}  // namespace ppp::profiler
