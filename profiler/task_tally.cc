// SPDX-License-Identifier: Apache-2.0
#include "profiler/task_tally.h"

#include <algorithm>

namespace ppp::profiler {

int TaskTally::await(const std::vector<int>& frames) {
  auto [it, added] =
      numbers_.try_emplace(frames, static_cast<int>(waits_.size()));
  if (added) waits_.emplace_back();
  return it->second;
}

void TaskTally::wait(const Look& look, std::int64_t weight) {
  idle_ += weight;
  if (look.cut) cut_ += weight;
  unread_ += weight * look.unread;
  int all = static_cast<int>(look.unread);
  for (const Waiting& one : look.waiting) {
    Waits& waits = waits_[static_cast<std::size_t>(one.await)];
    waits.wall += weight * one.tasks;
    waits.most = std::max(waits.most, one.tasks);
    all += one.tasks;
  }
  most_ = std::max(most_, all);
}

void TaskTally::wait_untold(std::int64_t weight) {
  idle_ += weight;
  untold_ += weight;
}

void TaskTally::run(const std::string& name, const Frame& function,
                    bool blocked, std::int64_t weight) {
  Key key{name, function.file, function.function, function.first_line};
  if (runs_.size() >= kMostNames && !runs_.contains(key)) {
    std::get<0>(key).clear();
  }
  Runs& runs = runs_[key];
  runs.running += weight;
  if (blocked) runs.blocked += weight;
}

void TaskTally::fill(Profile& profile, double interval_s) const {
  auto seconds = [&](std::int64_t intervals) {
    return static_cast<double>(intervals) * interval_s;
  };
  Tasks& tasks = profile.tasks;
  tasks = {};
  tasks.told = told_;
  tasks.idle_s = seconds(idle_);
  tasks.untold_s = seconds(untold_);
  tasks.cut_s = seconds(cut_);
  tasks.unread_s = seconds(unread_);
  tasks.most = most_;
  for (const auto& [key, runs] : runs_) {
    const auto& [name, file, function, line] = key;
    tasks.costs.push_back({name, file, function, line, seconds(runs.running),
                           seconds(runs.blocked)});
  }
  for (const auto& [frames, number] : numbers_) {
    const Waits& waits = waits_[static_cast<std::size_t>(number)];
    if (waits.wall == 0) continue;
    tasks.awaits.push_back({frames, seconds(waits.wall), waits.most});
  }
  std::ranges::stable_sort(tasks.costs, std::greater(), &TaskCost::running_s);
  std::ranges::stable_sort(tasks.awaits, std::greater(), &AwaitCost::wall_s);
}

}  // namespace ppp::profiler
