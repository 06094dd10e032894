// SPDX-License-Identifier: Apache-2.0
#include "profiler/native/native_tally.h"

#include <utility>

namespace ppp::profiler::native {
namespace {

// A program that makes code as it runs could give any number.
constexpr std::size_t kMostFunctions = 100'000;
constexpr std::size_t kMostStacks = 100'000;

const NativeFunction kUnnamed;

}  // namespace

void NativeTally::refuse(const std::string& why) {
  if (refused_.empty()) refused_ = why;
}

int NativeTally::function(const NativeFunction& function) {
  const auto known =
      indices_.find({function.name, function.library, function.interpreter});
  if (known != indices_.end()) return known->second;
  // Beyond that all are one without a name.
  const bool full = functions_.size() >= kMostFunctions;
  const NativeFunction& kept = full ? kUnnamed : function;
  const auto [it, added] =
      indices_.try_emplace({kept.name, kept.library, kept.interpreter},
                           static_cast<int>(functions_.size()));
  if (added) functions_.push_back(kept);
  return it->second;
}

void NativeTally::count(const Frame& line, const std::vector<int>& functions) {
  Key key(line.file, line.line, line.function, functions);
  const auto it = counts_.find(key);
  if (it != counts_.end()) {
    ++it->second;
  } else if (counts_.size() < kMostStacks) {
    counts_.emplace(std::move(key), 1);
  } else {
    lose(Lost::kNoRoom);
    return;
  }
  ++joined_;
}

void NativeTally::lose(Lost why, std::int64_t snapshots) {
  lost_[static_cast<std::size_t>(why)] += snapshots;
}

void NativeTally::fill(Profile& profile) const {
  NativeCosts& native = profile.native;
  native = {};
  native.asked = asked_;
  native.refused = refused_;
  native.rate_hz = rate_hz_;
  native.kernel = kernel_;
  native.joined = joined_;
  native.no_room = lost_[static_cast<std::size_t>(Lost::kNoRoom)];
  native.far = lost_[static_cast<std::size_t>(Lost::kFar)];
  native.not_unwound = lost_[static_cast<std::size_t>(Lost::kNotUnwound)];
  native.no_line = lost_[static_cast<std::size_t>(Lost::kNoLine)];
  native.functions = functions_;
  for (const auto& [key, samples] : counts_) {
    const auto& [file, line, function, functions] = key;
    native.stacks.push_back({file, line, function, functions, samples});
  }
}

}  // namespace ppp::profiler::native
