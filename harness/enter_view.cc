// SPDX-License-Identifier: Apache-2.0
#include "harness/enter_view.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace ppp::harness {
namespace {

bool write_text(const char* path, const char* text) {
  int fd = ::open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  bool good = ::write(fd, text, std::strlen(text)) > 0;
  int code = errno;
  ::close(fd);
  errno = code;
  return good;
}

/// Everybody keeps the ids that they have.
bool map_own_ids(uid_t user, gid_t group) {
  char line[64];
  // Absent on kernels that do not ask for it.
  write_text("/proc/self/setgroups", "deny");
  std::snprintf(line, sizeof line, "%u %u 1\n", user, user);
  if (!write_text("/proc/self/uid_map", line)) return false;
  std::snprintf(line, sizeof line, "%u %u 1\n", group, group);
  return write_text("/proc/self/gid_map", line);
}

bool bind(const Mount& mount, bool read_only) {
  if (::mount(mount.source.c_str(), mount.target.c_str(), nullptr,
              MS_BIND | MS_REC, nullptr) != 0) {
    return false;
  }
  if (!read_only) return true;
  mount_attr attributes = {};
  attributes.attr_set = MOUNT_ATTR_RDONLY;
  return ::mount_setattr(AT_FDCWD, mount.target.c_str(), AT_RECURSIVE,
                         &attributes, sizeof attributes) == 0;
}

bool apply(const Mount& mount) {
  switch (mount.kind) {
    case Mount::Kind::kBind:
      return bind(mount, false);
    case Mount::Kind::kReadOnlyBind:
      return bind(mount, true);
    case Mount::Kind::kMemory:
      return ::mount("tmpfs", mount.target.c_str(), "tmpfs",
                     MS_NOSUID | MS_NODEV, "mode=1777") == 0;
    case Mount::Kind::kOverlay:
      break;
  }
  if (::mount("overlay", mount.target.c_str(), "overlay", 0,
              mount.options.c_str()) == 0) {
    return true;
  }
  return !mount.needed && bind(mount, true);
}

}  // namespace

bool enter_view(const MountPlan& plan, const char** step) {
  const uid_t user = ::geteuid();
  const gid_t group = ::getegid();
  const bool own_user = plan.isolation == Isolation::kUserMounts;
  *step = "a new mount namespace";
  if (::unshare(CLONE_NEWNS | (own_user ? CLONE_NEWUSER : 0)) != 0) {
    return false;
  }
  *step = "the user ids of a user namespace";
  if (own_user && !map_own_ids(user, group)) return false;
  *step = "private mounts";
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
    return false;
  }
  const char* root = plan.root.c_str();
  *step = "a new root";
  if (::mount(root, root, nullptr, MS_BIND, nullptr) != 0) return false;
  for (const Mount& mount : plan.mounts) {
    *step = mount.kind == Mount::Kind::kOverlay ? "an overlay" : "a bind mount";
    if (!apply(mount)) return false;
  }
  *step = "the change of the root";
  if (::chdir(root) != 0 || ::syscall(SYS_pivot_root, ".", ".") != 0 ||
      ::umount2(".", MNT_DETACH) != 0) {
    return false;
  }
  *step = "the working directory";
  if (::chdir(plan.directory.c_str()) != 0) return false;
  *step = nullptr;
  return true;
}

}  // namespace ppp::harness
