// SPDX-License-Identifier: Apache-2.0
// From single looks at a loop's iterator to how often the loop was entered and
// how many iterations an entry has.
//
// Two looks in a row tell how far the iterator came meanwhile, or that another
// entry has begun; entries of short loops are missed. Two things tell of those.
// Where every new entry was seen together with a step of the loop around it,
// that loop's iterations are the entries. Else time, speed and length give
// them; the speed comes from pairs of looks so close together that an entry
// seldom ends between them.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "profiler/cpython/iterators.h"
#include "profiler/profile.h"

namespace ppp::profiler {

/// A running loop at one moment.
struct LoopSight {
  Address iterator = 0;
  bool counts = false;        ///< `progress` means something
  std::int64_t progress = 0;  ///< grows by 1 with each iteration
  double at_s = 0;

  bool operator==(const LoopSight&) const = default;
};

/// What was seen of one loop.
class LoopTally {
 public:
  /// The loop around a loop at the same look.
  struct Around {
    int loop = -1;  // in the book; -1: none
    Address iterator = 0;
    std::int64_t progress = 0;
    bool operator==(const Around&) const = default;
  };

  /// It was found running, in an entry that no look has seen before or not.
  void look(const cpython::IteratorState& state, const Around& around,
            bool entered);
  /// The same without a word about its length.
  void look_again(const std::string& source, const Around& around,
                  bool entered);
  /// Two sights with nothing between them. `restarted`: a loop around it went
  /// on, so this is another entry in any case. True: it is another entry.
  bool pair(const LoopSight& before, const LoopSight& now, bool restarted);
  /// The same within one look. Only used without better: where the target
  /// shares our CPU it does not move meanwhile.
  bool close_pair(const LoopSight& before, const LoopSight& now,
                  bool restarted);
  /// It ran for so many intervals.
  void add_time(double intervals) { intervals_ += intervals; }

  /// All but the place. `around`: the fact of the loop around it, or nullptr.
  void fill(LoopFact& fact, double interval_s, const LoopFact* around) const;
  /// The loop that is around it as good as always, or -1.
  int around() const;

 private:
  // Pairs of one magnitude of time between the two.
  struct Gap {
    double count = 0;
    double crossings = 0;
    double all_s = 0;
    double same_s = 0;   // of those in one entry
    double advance = 0;  // in those
  };
  static bool count(Gap& gap, const LoopSight& before, const LoopSight& now,
                    bool restarted);
  double length_of(const cpython::IteratorState& state);
  double more_entries(const LoopFact& fact, const Gap& pairs,
                      const LoopFact* around) const;
  Gap usable() const;

  std::int64_t looks_ = 0;
  std::int64_t entries_ = 0;  // that were seen
  double intervals_ = 0;
  std::int64_t lengths_ = 0;  // looks that told one
  double sum_inverse_ = 0;    // of them
  double longest_ = 0;
  std::int64_t first_value_ = -1;  // the least that was seen
  std::map<std::string, std::int64_t> sources_;
  std::array<Gap, 24> gaps_{};
  Gap close_;
  std::map<int, std::int64_t> around_;
  Around last_around_;
  std::int64_t own_entries_ = 0;  // while the loop around it stood still
};

/// The loops of a run.
class LoopBook {
 public:
  struct Place {
    std::string file;
    std::string function;
    int line = 0;
    std::size_t unit = 0;  ///< of the bytecode: tells loops of a line apart
    auto operator<=>(const Place&) const = default;
  };
  /// The number of a loop, the same for equal places.
  int loop(const Place& place);
  LoopTally& tally(int loop) {
    return tallies_[static_cast<std::size_t>(loop)];
  }
  /// The facts, sorted. An interval is `interval_s` long.
  void fill(Profile& profile, double interval_s) const;

 private:
  void fill_one(int number, std::vector<LoopFact>& facts,
                std::vector<bool>& begun, double interval_s) const;

  std::map<Place, int> numbers_;
  std::vector<LoopTally> tallies_;
};

}  // namespace ppp::profiler
