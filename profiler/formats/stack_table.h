// SPDX-License-Identifier: Apache-2.0
// Gathers the stacks of another tool's file into a Profile.

#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "profiler/profile.h"

namespace ppp::profiler {

/// A file's own words are wrong; `where`: "line 12".
Error malformed(const std::string& where, const std::string& what);

class StackTable {
 public:
  /// Its index; the same for equal frames. A line below 0 counts as none.
  int frame(std::string file, std::string function, std::int64_t line);
  /// Time of a thread with these frames, outermost first. `thread` tells
  /// threads apart, "" where the file does not. Fails if the cost is no
  /// number, or negative, or the table gets too large.
  Status add(const std::string& thread, const std::vector<int>& frames,
             double cost);
  /// The threads that run the script become one, the main thread: a file may
  /// be of several processes. Fails if no frame has a file.
  Result<Profile> finish(Origin origin);

 private:
  struct Row {
    std::int64_t samples = 0;
    double cost = 0;
  };

  bool runs_script(const std::string& thread, int outermost) const;
  std::map<std::string, bool> mains() const;

  std::vector<Frame> frames_;
  std::map<std::tuple<std::string, std::string, int>, int> index_;
  std::map<std::pair<std::string, std::vector<int>>, Row> rows_;
  std::size_t size_ = 0;  ///< frames of all stacks together
  double total_ = 0;
};

}  // namespace ppp::profiler
