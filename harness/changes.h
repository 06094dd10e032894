// SPDX-License-Identifier: Apache-2.0
// What a run did to files: the state of every path that is no longer as it was.

#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace ppp::harness {

/// The state of one path after a run. Owner and times are not compared.
struct FileState {
  enum class Kind { kFile, kDirectory, kSymlink, kOther, kDeleted };
  Kind kind = Kind::kFile;
  unsigned mode = 0;       ///< permission bits
  std::uint64_t size = 0;  ///< of a file
  std::uint64_t hash = 0;  ///< XXH3 of a file's bytes
  std::string target;      ///< of a symlink; what a directory replaces
  std::string text = "";   ///< of a small file that ends in ".log"

  bool operator==(const FileState&) const = default;
};

/// By path as the program sees it. __pycache__ is left out.
using Changes = std::map<std::string, FileState>;

/// The upper layer of an overlay over `original`. Directories in `ours` (paths
/// below `original`) were put there by us.
Changes overlay_changes(const std::string& upper, const std::string& original,
                        const std::set<std::string>& ours);

/// What tells a touched file from an untouched one, by path relative to a root.
struct Stamp {
  std::uint64_t inode = 0;
  std::int64_t changed_ns = 0;  ///< ctime
  unsigned mode = 0;

  bool operator==(const Stamp&) const = default;
};
using Snapshot = std::map<std::string, Stamp>;

/// Every path below `root`; nothing below the relative paths in `skipped`.
Snapshot take_snapshot(const std::string& root,
                       const std::set<std::string>& skipped);

/// What differs below `root` since `before` was taken; `root` was made as a
/// copy of `original`. Paths are reported below `shown_as`.
Changes changes_since(const Snapshot& before, const std::string& root,
                      const std::string& original, const std::string& shown_as,
                      const std::set<std::string>& skipped);

/// "created", "deleted", "directory", …: for messages.
std::string describe(const FileState& state);

}  // namespace ppp::harness
