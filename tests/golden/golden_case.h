// SPDX-License-Identifier: Apache-2.0
// A golden case: a program, and what must become of one of its loops.
//
// tests/transforms/<transform>/<case>/
//   before.py    the program; other .py files beside it are its modules
//   expect.json  {"decision": "candidate" | "declined", "strategy":
//   "process-pool",
//                 "reason": "writes-shared-state",   (declined)
//                 "line": 12}                        (which loop, if not the
//                 one
//                                                    that runs most other
//                                                    loops)
//                 "options": {"start_method": "spawn", "free_threaded": true,
//                             "python_minor": 14, "strategy": "asyncio",
//                             "allow_tested": true,
//                             "aiohttp": true,    (the Python has it)
//                             "numpy": true},     (the same)
//                 "unlocked": true,    (measured to run without the lock)
//                 "waits": true,       (measured to wait most of the time)
//                 "small_items": true, (measured to be many and small)
//                 "tiny_items": true,  (so small that slices are given out)
//                 "tolerant": true,    (other last digits may be printed)
//                 "packages": true}    (run only where those of tests/packages
//                                      are installed)
//   after.py     what the transform makes of it; after_<module>.py for a module

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "advisor/advise.h"
#include "base/result.h"
#include "rewrite/rewrite.h"

namespace ppp::golden {

/// All cases below `root`, as "<transform>/<case>", sorted.
std::vector<std::string> all_cases(const std::filesystem::path& root);

struct Case {
  std::filesystem::path directory;
  std::string strategy;
  bool declined = false;
  std::string reason;  ///< one of the reasons; empty: any
  std::string gap;     ///< it may also be declined for this reason; empty: not
  int line = 0;        ///< of the loop
  rewrite::RewriteOptions options;
  bool unlocked = false;     ///< its time is spent without the interpreter lock
  bool waits = false;        ///< three quarters of its 4 s
  bool small_items = false;  ///< many of 100 µs
  bool tiny_items = false;   ///< given out in slices of three
  bool packages = false;     ///< it imports what tests/packages installs
  bool allow_tested = false;  ///< loops that are only tested count, too
  bool tolerant = false;      ///< other last digits may be printed
};

Result<Case> read_case(const std::filesystem::path& directory);

/// Takes every loop as hot, and as one that waits or computes without the lock
/// if the case needs that.
Result<advisor::Plan> plan_for(const advisor::Project& project,
                               const Case& expected);

/// What becomes of a case.
struct Outcome {
  std::string unexpected;  ///< in what it differs from expect.json; empty: in
                           ///< nothing
  std::string reasons;     ///< why the loop is declined, for people
  std::optional<rewrite::Patch> patch;  ///< if it is not declined
};

/// `project` is the case's program.
Outcome judge(const Case& expected, const advisor::Project& project);

/// Where a case keeps what `file` must become.
std::filesystem::path after_path(const std::filesystem::path& directory,
                                 const std::string& file);

}  // namespace ppp::golden
