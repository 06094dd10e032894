// SPDX-License-Identifier: Apache-2.0
#include "advisor/tracked.h"

#include <algorithm>

namespace ppp::advisor {

void Readers::note() const {
  if (tracker_->running_ < 0) return;
  ++tracker_->reads_;
  if (last_ == tracker_->run_) return;
  last_ = tracker_->run_;
  auto at = std::lower_bound(tasks_.begin(), tasks_.end(), tracker_->running_);
  if (at == tasks_.end() || *at != tracker_->running_) {
    tasks_.insert(at, tracker_->running_);
  }
}

// The task that runs needs no second run for what it has not read yet: since it
// began, nobody has.
void Readers::wake() const {
  ++tracker_->changes_;
  for (int task : tasks_) {
    if (task != tracker_->running_ || last_ >= tracker_->run_) {
      tracker_->wake(task);
    }
  }
}

int Tracker::add_task() {
  waiting_.push_back(true);
  ++changes_;
  return static_cast<int>(waiting_.size()) - 1;
}

bool Tracker::begin(int task) {
  const auto index = static_cast<std::size_t>(task);
  if (!waiting_[index]) return false;
  waiting_[index] = false;
  running_ = task;
  run_ = ++runs_;
  return true;
}

bool Cell::add(const Value& value) {
  const bool grown = value_.add(value);
  if (grown) readers_.wake();
  return grown;
}

Cell& Cells::operator[](std::string_view name) {
  auto found = cells_.find(name);
  if (found != cells_.end()) return found->second;
  readers_.wake();
  return cells_.emplace(std::string(name), Cell(readers_.tracker()))
      .first->second;
}

Cells::Map::const_iterator Cells::find(std::string_view name) const {
  auto found = cells_.find(name);
  if (found == cells_.end()) readers_.note();
  return found;
}

std::vector<std::pair<std::string, Value>> Cells::snapshot() const {
  std::vector<std::pair<std::string, Value>> copies;
  for (const auto& [name, cell] : *this) copies.emplace_back(name, cell.get());
  return copies;
}

}  // namespace ppp::advisor
