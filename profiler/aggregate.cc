// SPDX-License-Identifier: Apache-2.0
#include "profiler/aggregate.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ppp::profiler {

std::size_t Aggregator::StackHash::operator()(const StackKey& key) const {
  std::size_t hash = static_cast<std::size_t>(key.thread) + 0x9e3779b97f4a7c15U;
  for (int place : key.places) {
    hash ^= static_cast<std::size_t>(place);
    hash *= 0x100000001b3U;
    hash ^= hash >> 29;
  }
  return hash;
}

int Aggregator::thread(std::int64_t native_id, bool main) {
  for (std::size_t i = 0; i < threads_.size(); ++i) {
    if (threads_[i].native_id == native_id) return static_cast<int>(i);
  }
  threads_.push_back({native_id, main});
  return static_cast<int>(threads_.size() - 1);
}

int Aggregator::frame(const Frame& frame) {
  std::vector<int>& same = frames_by_function_[frame.function];
  for (int index : same) {
    if (frames_[static_cast<std::size_t>(index)] == frame) return index;
  }
  same.push_back(static_cast<int>(frames_.size()));
  frames_.push_back(frame);
  places_of_frames_.emplace_back();
  return same.back();
}

int Aggregator::place(const Frame& frame, const Columns& columns) {
  const Place place{this->frame(frame), columns};
  std::vector<int>& same =
      places_of_frames_[static_cast<std::size_t>(place.frame)];
  for (int index : same) {
    if (places_[static_cast<std::size_t>(index)] == place) return index;
  }
  same.push_back(static_cast<int>(places_.size()));
  places_.push_back(place);
  return same.back();
}

int Aggregator::stack(int thread, const std::vector<int>& places) {
  auto [it, added] = stacks_.try_emplace(StackKey{thread, places},
                                         static_cast<int>(counts_.size()));
  if (added) counts_.emplace_back();
  return it->second;
}

void Aggregator::count(int stack, const Activity& activity,
                       std::int64_t weight) {
  Counts& counts = counts_[static_cast<std::size_t>(stack)];
  ++counts.samples;
  if (activity.running) {
    counts.running += weight;
  } else {
    counts.waits[static_cast<std::size_t>(activity.wait)] += weight;
  }
}

void Aggregator::add_native(int stack, double intervals) {
  counts_[static_cast<std::size_t>(stack)].native += intervals;
}

void Aggregator::add_unlocked(int stack, std::int64_t intervals) {
  counts_[static_cast<std::size_t>(stack)].unlocked += intervals;
}

Aggregator::Counts& Aggregator::Counts::operator+=(const Counts& other) {
  samples += other.samples;
  running += other.running;
  native += other.native;
  unlocked += other.unlocked;
  for (std::size_t i = 0; i < waits.size(); ++i) waits[i] += other.waits[i];
  return *this;
}

Cost Aggregator::cost_of(const Counts& counts, double interval_s) {
  Cost cost;
  const auto running = static_cast<double>(counts.running);
  const double native = std::clamp(counts.native, 0.0, running);
  cost.cpu_s = running * interval_s;
  cost.native_s = native * interval_s;
  cost.nogil_s =
      std::min(static_cast<double>(counts.unlocked), native) * interval_s;
  cost.python_s = cost.cpu_s - cost.native_s;
  for (std::size_t i = 0; i < counts.waits.size(); ++i) {
    cost.wait_s[i] = static_cast<double>(counts.waits[i]) * interval_s;
    cost.wall_s += cost.wait_s[i];
  }
  cost.wall_s += cost.cpu_s;
  return cost;
}

void Aggregator::fill(Profile& profile, double interval_s) const {
  profile.threads = threads_;
  profile.frames = frames_;
  fill_stacks(profile, interval_s);
  fill_expressions(profile, interval_s);
}

// Stacks that differ only in columns are one.
void Aggregator::fill_stacks(Profile& profile, double interval_s) const {
  std::vector<const StackKey*> keys(counts_.size());
  for (const auto& [key, index] : stacks_) {
    keys[static_cast<std::size_t>(index)] = &key;
  }
  StackIndex merged;
  std::vector<Counts> sums;
  profile.stacks.clear();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (counts_[i].samples == 0) continue;
    StackKey key = *keys[i];
    for (int& place : key.places) {
      place = places_[static_cast<std::size_t>(place)].frame;
    }
    auto [it, added] =
        merged.try_emplace(std::move(key), static_cast<int>(sums.size()));
    if (added) {
      sums.emplace_back();
      profile.stacks.push_back({it->first.thread, it->first.places, 0, {}});
    }
    sums[static_cast<std::size_t>(it->second)] += counts_[i];
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    profile.stacks[i].samples = sums[i].samples;
    profile.stacks[i].cost = cost_of(sums[i], interval_s);
    profile.samples += sums[i].samples;
  }
}

// Makes the list of all expressions, without costs. By place: which it is; -1
// where the columns are not known.
std::vector<int> Aggregator::expressions_of_places(Profile& profile) const {
  std::map<std::tuple<std::string, int, Columns>, std::vector<std::size_t>> all;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const Frame& frame = frame_at(static_cast<int>(i));
    if (places_[i].columns.end_line == 0 || frame.line == 0) continue;
    all[{frame.file, frame.line, places_[i].columns}].push_back(i);
  }
  std::vector<int> of_places(places_.size(), -1);
  profile.expressions.clear();
  for (const auto& [key, places] : all) {
    for (std::size_t place : places) {
      of_places[place] = static_cast<int>(profile.expressions.size());
    }
    const auto& [file, line, columns] = key;
    profile.expressions.push_back({file, line, columns, 0, 0});
  }
  return of_places;
}

void Aggregator::fill_expressions(Profile& profile, double interval_s) const {
  const std::vector<int> of_places = expressions_of_places(profile);
  std::vector<ExpressionCost>& all = profile.expressions;
  std::vector<int> counted_for(all.size(), -1);
  for (const auto& [key, index] : stacks_) {
    const Counts& counts = counts_[static_cast<std::size_t>(index)];
    const double wall_s = cost_of(counts, interval_s).wall_s;
    for (std::size_t i = 0; i < key.places.size(); ++i) {
      const int found = of_places[static_cast<std::size_t>(key.places[i])];
      if (found < 0) continue;
      const auto at = static_cast<std::size_t>(found);
      if (std::exchange(counted_for[at], index) != index) {
        all[at].total_s += wall_s;
      }
      if (i + 1 == key.places.size()) all[at].self_s += wall_s;
    }
  }
  std::erase_if(all, [](const auto& e) { return e.total_s <= 0; });
  std::map<std::pair<std::string, int>, int> on_line;
  for (const ExpressionCost& e : all) ++on_line[{e.file, e.line}];
  std::erase_if(all, [&](const auto& e) {
    return on_line[{e.file, e.line}] < 2;
  });
}

}  // namespace ppp::profiler
