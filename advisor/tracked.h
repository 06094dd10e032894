// SPDX-License-Identifier: Apache-2.0
// State that knows who has read it, so that after a change only its readers are
// evaluated again. There is no way to look at such state without being noted
// down: a dependency cannot be forgotten.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "advisor/value.h"

namespace ppp::advisor {

class Tracker;

/// The tasks that have read one thing.
class Readers {
 public:
  explicit Readers(Tracker& tracker) : tracker_(&tracker) {}
  void note() const;  ///< the task that runs reads it
  void wake() const;  ///< it has changed
  Tracker& tracker() const { return *tracker_; }

 private:
  Tracker* tracker_;
  mutable std::uint64_t last_ = 0;  // the run that was noted last
  mutable std::vector<int> tasks_;  // sorted
};

/// Runs tasks, numbered from 0, until none has read what changed afterwards.
class Tracker {
 public:
  /// A new task; it has to run.
  int add_task();
  /// True when the task has to run; it is the one that reads from now on, and
  /// until the next call.
  bool begin(int task);
  /// Until it dies, other tasks may run while one does.
  class Pause {
   public:
    explicit Pause(Tracker& tracker)
        : tracker_(tracker), task_(tracker.running_), run_(tracker.run_) {}
    ~Pause() {
      tracker_.running_ = task_;
      tracker_.run_ = run_;
    }
    Pause(const Pause&) = delete;
    Pause& operator=(const Pause&) = delete;

   private:
    Tracker& tracker_;
    int task_;
    std::uint64_t run_;
  };
  void wake(int task) { waiting_[static_cast<std::size_t>(task)] = true; }
  void wake_all() { waiting_.assign(waiting_.size(), true); }
  /// Nobody reads from now on.
  void end() { running_ = -1; }
  /// How often something has changed.
  std::uint64_t changes() const { return changes_; }
  /// How often a task has looked at something: what all of it costs.
  std::uint64_t reads() const { return reads_; }

 private:
  friend class Readers;
  std::vector<bool> waiting_;
  int running_ = -1;
  std::uint64_t run_ = 0;   // of the running task
  std::uint64_t runs_ = 0;  // counts the calls of begin()
  std::uint64_t changes_ = 0;
  std::uint64_t reads_ = 0;
};

/// A set of objects that only grows.
class Cell {
 public:
  explicit Cell(Tracker& tracker) : readers_(tracker) {}
  Cell(Cell&&) = default;
  /// True when something was new.
  bool add(const Value& value);
  bool add(ObjectId id) { return add(Value(id)); }

  /// What it holds now: the copy stays as it is when the cell grows.
  Value get() const {
    readers_.note();
    return value_;
  }
  // NOLINTNEXTLINE(google-explicit-constructor): a cell reads like its value
  operator Value() const { return get(); }
  bool empty() const { return get().empty(); }
  bool contains(ObjectId id) const { return get().contains(id); }
  std::size_t size() const { return get().size(); }

 private:
  Value value_;
  Readers readers_;
};

/// Cells by name. They are never taken away.
class Cells {
 public:
  using Map = std::map<std::string, Cell, std::less<>>;

  explicit Cells(Tracker& tracker) : readers_(tracker) {}
  Cell& operator[](std::string_view name);  ///< made if it is not there

  /// Only asking for what is not there depends on what is added later.
  Map::const_iterator find(std::string_view name) const;
  bool contains(std::string_view name) const {
    return find(name) != cells_.end();
  }
  auto begin() const {
    readers_.note();
    return cells_.begin();
  }
  auto begin() {
    readers_.note();
    return cells_.begin();
  }
  auto end() const { return cells_.end(); }
  auto end() { return cells_.end(); }
  /// The names and values of now, to go through while cells are added.
  std::vector<std::pair<std::string, Value>> snapshot() const;

 private:
  Map cells_;
  Readers readers_;
};

/// Anything else.
template <typename T>
class Tracked {
 public:
  explicit Tracked(Tracker& tracker) : readers_(tracker) {}
  const T& get() const {
    readers_.note();
    return value_;
  }
  void set(T value) {
    if (value == value_) return;
    value_ = std::move(value);
    readers_.wake();
  }

 private:
  T value_{};
  Readers readers_;
};

}  // namespace ppp::advisor
