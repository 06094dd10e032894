// SPDX-License-Identifier: Apache-2.0
#include "profiler/loop_tally.h"

#include <algorithm>
#include <cmath>

namespace ppp::profiler {
namespace {

// Gap i holds pairs less than this many seconds times 2^i apart.
constexpr double kShortest = 2e-6;
// In usable pairs another entry begins in fewer than this share.
constexpr double kMostCrossings = 0.2;
// The entries that were seen are all of them if they are so seldom among the
// looks, or if the estimate is not clearly more.
constexpr double kSeldom = 0.15;
constexpr double kClearlyMore = 1.2;
constexpr double kAlways = 0.8;
constexpr double kNear = 0.3;
constexpr double kEnoughEvents = 10;
// No loop of CPython is as quick as that; what seems so was read from memory
// that is another object's by now.
constexpr double kQuickest = 1e9;        // iterations per second
constexpr double kSlackIterations = 64;  // iterations: reading takes time, too
// What was done before the first look, if it is no more than this share.
constexpr double kUnseenStart = 0.05;

}  // namespace

void LoopTally::look_again(const std::string& source, const Around& around,
                           bool entered) {
  ++looks_;
  ++sources_[source];
  if (entered) {
    if (entries_ > 0 && around == last_around_) ++own_entries_;
    ++entries_;
  }
  last_around_ = around;
  ++around_[around.loop];
}

void LoopTally::look(const cpython::IteratorState& state, const Around& around,
                     bool entered) {
  look_again(state.source, around, entered);
  const double length = length_of(state);
  if (length < 1) return;
  ++lengths_;
  sum_inverse_ += 1 / length;
  longest_ = std::max(longest_, length);
}

// 0: not known. The item at hand counts as done. A range from 3.12 on forgets
// where it began: the least value that was ever seen stands for it.
double LoopTally::length_of(const cpython::IteratorState& state) {
  if (state.rest < 0) return 0;
  if (state.done >= 0) return static_cast<double>(state.done + state.rest);
  if (state.value < 0) return static_cast<double>(state.rest + 1);
  if (first_value_ < 0 || state.value < first_value_) {
    first_value_ = state.value;
  }
  const std::int64_t done = state.value - first_value_ + 1;
  return static_cast<double>(state.rest + done);
}

bool LoopTally::count(Gap& gap, const LoopSight& before, const LoopSight& now,
                      bool restarted) {
  const bool crossed = restarted || before.iterator != now.iterator ||
                       (now.counts && now.progress < before.progress);
  const double gap_s = std::max(now.at_s - before.at_s, 0.0);
  const double advance =
      static_cast<double>(now.progress) - static_cast<double>(before.progress);
  if (!crossed && now.counts &&
      advance > kQuickest * gap_s + kSlackIterations) {
    return true;
  }
  ++gap.count;
  gap.all_s += gap_s;
  if (crossed) {
    ++gap.crossings;
  } else if (now.counts) {
    gap.same_s += gap_s;
    gap.advance += advance;
  }
  return crossed;
}

bool LoopTally::pair(const LoopSight& before, const LoopSight& now,
                     bool restarted) {
  std::size_t index = 0;
  while (index + 1 < gaps_.size() &&
         now.at_s - before.at_s >=
             std::ldexp(kShortest, static_cast<int>(index))) {
    ++index;
  }
  return count(gaps_[index], before, now, restarted);
}

bool LoopTally::close_pair(const LoopSight& before, const LoopSight& now,
                           bool restarted) {
  return count(close_, before, now, restarted);
}

// The pairs from the closest on, up to where entries end too often.
LoopTally::Gap LoopTally::usable() const {
  Gap sum;
  for (const Gap& gap : gaps_) {
    if (gap.crossings > std::max(kMostCrossings * gap.count, 1.0)) break;
    sum.count += gap.count;
    sum.crossings += gap.crossings;
    sum.all_s += gap.all_s;
    sum.same_s += gap.same_s;
    sum.advance += gap.advance;
  }
  const bool enough = sum.advance >= kEnoughEvents;
  return enough || sum.advance >= close_.advance ? sum : close_;
}

int LoopTally::around() const {
  for (const auto& [loop, times] : around_) {
    if (static_cast<double>(times) >= kAlways * static_cast<double>(looks_)) {
      return loop;
    }
  }
  return -1;
}

// What the looks have missed, or 0.
double LoopTally::more_entries(const LoopFact& fact, const Gap& pairs,
                               const LoopFact* around) const {
  double by_speed = 0;
  if (fact.per_entry > 0 && pairs.advance >= kEnoughEvents) {
    by_speed = fact.wall_s * fact.per_second / fact.per_entry;
  } else if (pairs.crossings >= kEnoughEvents) {
    by_speed = fact.wall_s * pairs.crossings / pairs.all_s;
  }
  if (!around ||
      static_cast<double>(own_entries_) > (1 - kAlways) * fact.entries)
    return by_speed;
  double by_steps = around->wall_s * around->per_second;
  const double whole = around->entries * around->per_entry;
  if (std::abs(whole - by_steps) < kNear * by_steps) by_steps = whole;
  return by_speed > 2 * by_steps ? by_speed : by_steps;
}

void LoopTally::fill(LoopFact& fact, double interval_s,
                     const LoopFact* around) const {
  fact.looks = looks_;
  fact.wall_s = intervals_ * interval_s;
  std::int64_t most = 0;
  for (const auto& [source, times] : sources_) {
    if (times > most) fact.source = source;
    most = std::max(most, times);
  }
  const Gap pairs = usable();
  if (pairs.same_s > 0) fact.per_second = pairs.advance / pairs.same_s;
  if (4 * lengths_ > looks_) {
    const double before =
        static_cast<double>(std::max<std::int64_t>(first_value_ - 1, 0));
    const double unseen = before <= kUnseenStart * longest_ ? before : 0;
    fact.iterations = std::llround(longest_ + unseen);
    fact.per_entry = static_cast<double>(lengths_) / sum_inverse_ + unseen;
  }
  fact.entries = static_cast<double>(entries_);
  if (fact.entries <= kSeldom * static_cast<double>(looks_)) return;
  const double more = more_entries(fact, pairs, around);
  if (more <= kClearlyMore * fact.entries) return;
  fact.entries = more;
  if (fact.per_entry > 0 && fact.wall_s > 0) {
    fact.per_second = more * fact.per_entry / fact.wall_s;
  }
}

int LoopBook::loop(const Place& place) {
  auto [it, added] =
      numbers_.try_emplace(place, static_cast<int>(tallies_.size()));
  if (added) tallies_.emplace_back();
  return it->second;
}

// The loop around it first; where they go in a circle (recursion), not.
void LoopBook::fill_one(int number, std::vector<LoopFact>& facts,
                        std::vector<bool>& begun, double interval_s) const {
  const auto at = static_cast<std::size_t>(number);
  if (begun[at]) return;
  begun[at] = true;
  const int around = tallies_[at].around();
  const LoopFact* outer = nullptr;
  if (around >= 0) {
    fill_one(around, facts, begun, interval_s);
    outer = &facts[static_cast<std::size_t>(around)];
  }
  tallies_[at].fill(facts[at], interval_s,
                    outer && outer->per_second > 0 ? outer : nullptr);
}

void LoopBook::fill(Profile& profile, double interval_s) const {
  std::vector<LoopFact> facts(tallies_.size());
  std::vector<bool> begun(tallies_.size());
  profile.loops.clear();
  for (const auto& [place, number] : numbers_) {
    LoopFact& fact = facts[static_cast<std::size_t>(number)];
    fact.file = place.file;
    fact.function = place.function;
    fact.line = place.line;
    fill_one(number, facts, begun, interval_s);
  }
  for (const auto& [place, number] : numbers_) {
    LoopFact& fact = facts[static_cast<std::size_t>(number)];
    if (fact.looks > 0) profile.loops.push_back(std::move(fact));
  }
  std::stable_sort(profile.loops.begin(), profile.loops.end(),
                   [](const LoopFact& a, const LoopFact& b) {
                     return std::tie(a.file, a.line) < std::tie(b.file, b.line);
                   });
}

}  // namespace ppp::profiler
