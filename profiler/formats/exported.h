// SPDX-License-Identifier: Apache-2.0
// What is written for tools that show stacks: those of a Profile, and below
// their lines of Python the native functions that ran there.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "profiler/profile.h"

namespace ppp::profiler {

/// One process.
struct Exported {
  std::string name;  ///< as of a NamedProcess
  std::vector<Thread> threads;
  /// Those of Python, then native functions: `file` is their library ("": in
  /// no file), `line` 0.
  std::vector<Frame> frames;
  std::size_t python_frames = 0;
  std::vector<Stack> stacks;

  bool is_native(int frame) const {
    return static_cast<std::size_t>(frame) >= python_frames;
  }
};

/// The first process and those below it. Sums of costs and samples are those of
/// the Profile. A line's CPU time is parted by the native stacks that were seen
/// there, alike below all of its callers, and waits stay at the line. So does
/// what no stack is known for: each stands for as much CPU time as all that
/// were taken do on average.
std::vector<Exported> exported(const Profile& profile);

}  // namespace ppp::profiler
