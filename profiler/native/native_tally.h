// SPDX-License-Identifier: Apache-2.0
// Native stacks counted by the line of Python below which they were, and made
// into the `native` of a Profile.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "profiler/profile.h"

namespace ppp::profiler::native {

class NativeTally {
 public:
  /// What became of a snapshot that no line could be told for.
  enum class Lost {
    kNoRoom,      ///< the kernel had no room for it
    kFar,         ///< no sample of the thread's Python stack was near in time
    kNotUnwound,  ///< it did not lead back to the interpreter's loop
    kNoLine,      ///< it did not show where the interpreter stood
  };

  void ask(double rate_hz) { asked_ = true, rate_hz_ = rate_hz; }
  /// Why a thread has no snapshots; the first reason is kept.
  void refuse(const std::string& why);
  void leave_out_kernel() { kernel_ = false; }

  /// The index of an equal function.
  int function(const NativeFunction& function);
  /// `functions` outermost first, from the one that the interpreter called.
  void count(const Frame& line, const std::vector<int>& functions);
  void lose(Lost why, std::int64_t snapshots = 1);

  void fill(Profile& profile) const;

 private:
  // File, line, function of Python, native functions.
  using Key = std::tuple<std::string, int, std::string, std::vector<int>>;

  bool asked_ = false;
  double rate_hz_ = 0;
  bool kernel_ = true;
  std::string refused_;
  std::vector<NativeFunction> functions_;
  std::map<std::tuple<std::string, std::string, bool>, int> indices_;
  std::map<Key, std::int64_t> counts_;
  std::int64_t joined_ = 0;
  std::array<std::int64_t, 4> lost_{};
};

}  // namespace ppp::profiler::native
