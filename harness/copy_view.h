// SPDX-License-Identifier: Apache-2.0
// Where namespaces are refused: a copy of the working directory for one run.
// What lies outside of it stays shared with the user's own.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "harness/changes.h"

namespace ppp::harness {

inline constexpr std::uintmax_t kMaxCopyBytes = 2'000'000'000;

struct CopyRequest {
  std::string scratch;    ///< an empty private directory
  std::string directory;  ///< the user's working directory
  std::vector<std::pair<std::string, std::string>> overrides;
  std::uintmax_t max_bytes = kMaxCopyBytes;
};

struct CopyView {
  std::string original;
  std::string directory;  ///< the copy of `original`
  std::string temporary;  ///< for TMPDIR
  Snapshot snapshot;
  Snapshot temporary_snapshot;
};

/// Copies; symlinks stay symlinks, sockets and the like are left out. Fails if
/// the directory is too large or an override lies outside of it.
Result<CopyView> make_copy(const CopyRequest& request);

/// `text` with the path of the working directory at its start replaced by that
/// of the copy.
std::string inside_copy(const CopyView& view, const std::string& text);

/// What the run changed; paths as in the user's own directory.
Changes changes_in(const CopyView& view);

}  // namespace ppp::harness
