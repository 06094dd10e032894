// SPDX-License-Identifier: Apache-2.0
// The children of one process, asked for again and again: while it has one
// thread, two calls on descriptors that are kept.

#pragma once

#include <string>
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

}  // namespace ppp::profiler
