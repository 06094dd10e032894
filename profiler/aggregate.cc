// SPDX-License-Identifier: Apache-2.0
#include "profiler/aggregate.h"

#include <algorithm>
#include <utility>

namespace ppp::profiler {

std::size_t Aggregator::StackHash::operator()(const StackKey& key) const {
  std::size_t hash = static_cast<std::size_t>(key.thread) + 0x9e3779b97f4a7c15U;
  for (int frame : key.frames) {
    hash ^= static_cast<std::size_t>(frame);
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
  return same.back();
}

int Aggregator::expression(const Frame& frame, const Columns& columns) {
  if (columns.end_line == 0 || frame.line == 0) return -1;
  auto [it, added] =
      expressions_.try_emplace({frame.file, frame.line, columns},
                               static_cast<int>(expression_counts_.size()));
  if (added) expression_counts_.emplace_back();
  return it->second;
}

int Aggregator::stack(int thread, const std::vector<int>& frames) {
  asked_.thread = thread;
  asked_.frames = frames;
  auto [it, added] =
      stacks_.try_emplace(asked_, static_cast<int>(counts_.size()));
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

void Aggregator::count_expressions(const std::vector<int>& expressions,
                                   std::int64_t weight) {
  if (expressions.empty()) return;
  ++expression_samples_;
  for (int index : expressions) {
    if (index < 0) continue;
    ExpressionCounts& counts =
        expression_counts_[static_cast<std::size_t>(index)];
    if (std::exchange(counts.sample, expression_samples_) !=
        expression_samples_) {
      counts.total += weight;
    }
  }
  const int inner = expressions.back();
  if (inner >= 0) {
    expression_counts_[static_cast<std::size_t>(inner)].self += weight;
  }
}

void Aggregator::fill_expressions(Profile& profile, double interval_s) const {
  using Line = std::pair<std::string, int>;
  std::map<Line, int> on_line;
  profile.expressions.clear();
  for (const auto& [key, index] : expressions_) {
    const ExpressionCounts& counts =
        expression_counts_[static_cast<std::size_t>(index)];
    if (counts.total == 0) continue;
    const auto& [file, line, columns] = key;
    profile.expressions.push_back(
        {file, line, columns, static_cast<double>(counts.self) * interval_s,
         static_cast<double>(counts.total) * interval_s});
    ++on_line[{file, line}];
  }
  std::erase_if(profile.expressions, [&](const ExpressionCost& e) {
    return on_line[{e.file, e.line}] < 2;
  });
}

void Aggregator::fill(Profile& profile, double interval_s) const {
  profile.threads = threads_;
  profile.frames = frames_;
  profile.stacks.assign(counts_.size(), {});
  for (const auto& [key, index] : stacks_) {
    const Counts& counts = counts_[static_cast<std::size_t>(index)];
    Stack& stack = profile.stacks[static_cast<std::size_t>(index)];
    stack.thread = key.thread;
    stack.frames = key.frames;
    stack.samples = counts.samples;
    Cost& cost = stack.cost;
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
    profile.samples += stack.samples;
  }
  std::erase_if(profile.stacks, [](const Stack& s) { return s.samples == 0; });
  fill_expressions(profile, interval_s);
}

}  // namespace ppp::profiler
