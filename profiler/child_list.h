// SPDX-License-Identifier: Apache-2.0
// The children of one process, asked for again and again: while it has one
// thread, two calls on descriptors that are kept. With many threads it is
// hundreds, so it is worth a call to know first that there are no new ones.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "profiler/threads.h"

namespace ppp::profiler {

class ChildList {
 public:
  ChildList() = default;  ///< of no process
  explicit ChildList(int pid);

  /// Those of all its threads at this moment. None when it has ended, also if
  /// its number is another's by now.
  std::vector<int> read();

 private:
  std::string folder_;
  ProcFile tasks_;  // the folder: how many threads there are
  ProcFile first_;  // children of the first thread
  std::string text_;
};

/// Whether anything was started of late, by the number that the kernel gave to
/// a process or thread last, anywhere: the last word of /proc/loadavg.
class Births {
 public:
  /// Where that is another file system's the kernel does not speak.
  static Births of_this_machine();
  explicit Births(ProcFile load) : load_(std::move(load)) {}

  /// True: something was since the last time, or nobody can tell.
  bool any();

 private:
  ProcFile load_;
  long last_ = 0;
};

}  // namespace ppp::profiler
