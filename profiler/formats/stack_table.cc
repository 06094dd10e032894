// SPDX-License-Identifier: Apache-2.0
#include "profiler/formats/stack_table.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ppp::profiler {
namespace {

constexpr std::size_t kMostFrames = 50'000'000;  // of all stacks

// A thread that Python's own code has started.
constexpr const char* kStartedThread = "a started thread";

bool begins_thread(const Frame& frame) {
  return frame.function.starts_with("_bootstrap") ||
         frame.function.starts_with("Thread._bootstrap");
}

bool begins_script(const Frame& frame) {
  return frame.function == "<module>" ||
         frame.function == "_run_module_as_main";
}

}  // namespace

Error malformed(const std::string& where, const std::string& what) {
  return Error{Error::Kind::kUsage, where + ": " + what,
               "record the program again, and keep the file as it is"};
}

int StackTable::frame(std::string file, std::string function,
                      std::int64_t line) {
  const bool has_line = line > 0 && line <= std::numeric_limits<int>::max();
  Frame frame{std::move(file), std::move(function),
              has_line ? static_cast<int>(line) : 0, 0};
  auto [at, is_new] =
      index_.try_emplace({frame.file, frame.function, frame.line},
                         static_cast<int>(frames_.size()));
  if (is_new) frames_.push_back(std::move(frame));
  return at->second;
}

Status StackTable::add(const std::string& thread,
                       const std::vector<int>& frames, double cost) {
  if (!std::isfinite(cost) || cost < 0) {
    return Error{Error::Kind::kUsage, "is no time: " + std::to_string(cost),
                 ""};
  }
  if (cost == 0 || frames.empty()) return Done{};
  total_ += cost;
  if (!std::isfinite(total_)) {
    return Error{Error::Kind::kUsage, "makes the sum of all times infinite",
                 ""};
  }
  const bool started =
      thread.empty() &&
      begins_thread(frames_[static_cast<std::size_t>(frames.front())]);
  auto [at, is_new] =
      rows_.try_emplace({started ? kStartedThread : thread, frames});
  if (is_new) size_ += frames.size();
  if (size_ > kMostFrames) {
    return Error{Error::Kind::kUsage,
                 "makes the stacks hold more than " +
                     std::to_string(kMostFrames) + " frames",
                 "record for a shorter time, or at a lower rate"};
  }
  ++at->second.samples;
  at->second.cost += cost;
  return Done{};
}

bool StackTable::runs_script(const std::string& thread, int outermost) const {
  if (thread == kStartedThread) return false;
  return thread.empty() || thread.starts_with("main thread") ||
         thread.find("MainThread") != std::string::npos ||
         begins_script(frames_[static_cast<std::size_t>(outermost)]);
}

std::map<std::string, bool> StackTable::mains() const {
  std::map<std::string, bool> mains;
  for (const auto& [key, row] : rows_) {
    mains[key.first] |= runs_script(key.first, key.second.front());
  }
  return mains;
}

Result<Profile> StackTable::finish(Origin origin) {
  const bool any_file =
      std::any_of(frames_.begin(), frames_.end(),
                  [](const Frame& frame) { return !frame.file.empty(); });
  if (rows_.empty()) {
    return Error{Error::Kind::kUsage, "holds no time of any stack",
                 "record the program for longer"};
  }
  if (!any_file) {
    return Error{Error::Kind::kUsage,
                 "names functions only: without files and lines no loop can be "
                 "found",
                 "record with `py-spy record --format raw`, `austin`, or "
                 "`pyprof-parallel profile --json FILE`"};
  }
  Profile profile;
  std::map<std::string, int> threads;
  for (const auto& [name, main] : mains()) {
    if (!main) continue;
    if (profile.threads.empty()) profile.threads.push_back({0, true});
    threads[name] = 0;
  }
  double main_s = 0;
  for (auto& [key, row] : rows_) {
    const int next = static_cast<int>(profile.threads.size());
    auto [thread, is_new] = threads.try_emplace(key.first, next);
    if (is_new) profile.threads.push_back({next, false});
    Cost cost;
    cost.wall_s = row.cost;
    profile.stacks.push_back({thread->second, key.second, row.samples, cost});
    profile.samples += row.samples;
    if (profile.threads[static_cast<std::size_t>(thread->second)].main) {
      main_s += row.cost;
    }
  }
  profile.frames = std::move(frames_);
  profile.wall_s = main_s > 0 ? main_s : total_;
  profile.max_threads = static_cast<int>(profile.threads.size());
  profile.origin = std::move(origin);
  return profile;
}

}  // namespace ppp::profiler
