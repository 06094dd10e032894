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
  /// The index of an equal frame at equal columns.
  int place(const Frame& frame, const Columns& columns = {});
  const Frame& frame_at(int place) const {
    return frames_[static_cast<std::size_t>(
        places_[static_cast<std::size_t>(place)].frame)];
  }
  /// The index of an equal stack; `places` outermost first.
  int stack(int thread, const std::vector<int>& places);
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
  struct Place {
    int frame = 0;
    Columns columns;
    bool operator==(const Place&) const = default;
  };
  struct StackKey {
    int thread = 0;
    std::vector<int> places;  // in a Profile's stack: frames
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

    Counts& operator+=(const Counts& other);
  };
  using StackIndex = std::unordered_map<StackKey, int, StackHash>;

  int frame(const Frame& frame);
  static Cost cost_of(const Counts& counts, double interval_s);
  void fill_stacks(Profile& profile, double interval_s) const;
  void fill_expressions(Profile& profile, double interval_s) const;
  std::vector<int> expressions_of_places(Profile& profile) const;

  std::vector<Thread> threads_;
  std::vector<Frame> frames_;
  std::map<std::string, std::vector<int>> frames_by_function_;
  std::vector<Place> places_;
  std::vector<std::vector<int>> places_of_frames_;
  StackIndex stacks_;
  std::vector<Counts> counts_;  // by stack
};

}  // namespace ppp::profiler
