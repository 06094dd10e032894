// SPDX-License-Identifier: Apache-2.0
// A private view of the whole file system for one run: what to mount where, so
// that every write lands in a scratch directory. Planned here, mounted in the
// child (enter_view).

#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "harness/changes.h"

namespace ppp::harness {

/// How the view is made.
enum class Isolation {
  kMounts,      ///< a mount namespace; needs CAP_SYS_ADMIN
  kUserMounts,  ///< a mount namespace inside a user namespace
  kCopy,        ///< no namespaces: a copied working directory
};

/// One mount inside the new root.
struct Mount {
  enum class Kind { kOverlay, kBind, kReadOnlyBind, kMemory };
  Kind kind = Kind::kOverlay;
  std::string source;   ///< a directory or file of the real file system
  std::string target;   ///< below the scratch directory
  std::string options;  ///< of an overlay
  bool needed = true;   ///< else bound read-only where an overlay is refused
};

/// An upper layer and what it lies over.
struct Layer {
  std::string upper;
  std::string original;
};

struct MountPlan {
  Isolation isolation = Isolation::kMounts;
  std::string root;       ///< becomes / in the child
  std::string directory;  ///< working directory there
  std::vector<Mount> mounts;
  std::vector<Layer> layers;
  std::set<std::string> ours;     ///< paths that we put into layers
  std::string hidden;             ///< a path that the program does not see
  std::set<std::string> mounted;  ///< mount points, relative to root
  Snapshot skeleton;              ///< of root, outside the mount points
};

/// What a view must keep writable and which files it shows changed.
struct ViewRequest {
  Isolation isolation = Isolation::kMounts;
  std::string scratch;    ///< an empty private directory; hidden from the view
  std::string hidden;     ///< the directory to hide: scratch or one above it
  std::string directory;  ///< working directory of the program
  std::vector<std::string> writable;  ///< directories: home, temporary, …
  std::vector<std::pair<std::string, std::string>> overrides;
};

/// Makes the directories in the scratch directory and says what to mount.
/// Changes nothing elsewhere.
Result<MountPlan> plan_mounts(const ViewRequest& request);

/// What the run changed, after it has ended.
Changes changes_in(const MountPlan& plan);

}  // namespace ppp::harness
