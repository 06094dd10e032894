// SPDX-License-Identifier: Apache-2.0
// Samples counted by thread, stack and activity, and made into a Profile.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
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
  /// The index of an equal expression; -1 where the columns are not known.
  int expression(const Frame& frame, const Columns& columns);
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

  /// Counts the expressions on a stack, outermost first; -1: not known. They
  /// are no part of stacks: of a function that calls itself twice on a line
  /// each sample would have a stack of its own.
  void count_expressions(const std::vector<int>& expressions,
                         std::int64_t weight);

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

  using ExpressionKey = std::tuple<std::string, int, Columns>;  // file, line
  struct ExpressionCounts {
    std::int64_t self = 0;  // intervals
    std::int64_t total = 0;
    std::int64_t sample = -1;  // the last that it was counted for
  };

  void fill_expressions(Profile& profile, double interval_s) const;

  std::vector<Thread> threads_;
  std::vector<Frame> frames_;
  std::map<std::string, std::vector<int>> frames_by_function_;
  std::unordered_map<StackKey, int, StackHash> stacks_;
  StackKey asked_;              // the last
  std::vector<Counts> counts_;  // by stack
  std::map<ExpressionKey, int> expressions_;
  std::vector<ExpressionCounts> expression_counts_;
  std::int64_t expression_samples_ = 0;
};

}  // namespace ppp::profiler
