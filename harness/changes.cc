// SPDX-License-Identifier: Apache-2.0
#include "harness/changes.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace ppp::harness {
namespace {

/// Names in a directory; none if it cannot be read.
std::vector<std::string> names_in(const std::string& directory) {
  std::vector<std::string> names;
  std::unique_ptr<DIR, int (*)(DIR*)> dir(::opendir(directory.c_str()),
                                          &::closedir);
  if (!dir) return names;
  while (const dirent* entry = ::readdir(dir.get())) {
    std::string name = entry->d_name;
    if (name != "." && name != ".." && name != "__pycache__") {
      names.push_back(std::move(name));
    }
  }
  return names;
}

std::optional<struct stat> lstat_of(const std::string& path) {
  struct stat s = {};
  if (::lstat(path.c_str(), &s) != 0) return std::nullopt;
  return s;
}

/// Logs are compared by lines. That others are not kept is for memory.
bool may_be_log(const std::string& path, std::uint64_t size) {
  constexpr std::uint64_t kLargestLog = 1 << 20;
  return size <= kLargestLog && path.ends_with(".log");
}

/// Adds the bytes to `text`, if there is one.
std::uint64_t hash_of(const std::string& path, std::string* text) {
  int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) return 0;
  std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(
      XXH3_createState(), &XXH3_freeState);
  XXH3_64bits_reset(state.get());
  std::vector<char> buffer(1 << 16);
  ssize_t n = 0;
  while ((n = ::read(fd, buffer.data(), buffer.size())) > 0) {
    XXH3_64bits_update(state.get(), buffer.data(), static_cast<size_t>(n));
    if (text) text->append(buffer.data(), static_cast<size_t>(n));
  }
  ::close(fd);
  return XXH3_64bits_digest(state.get());
}

std::string link_target(const std::string& path) {
  std::array<char, 4096> buffer;
  ssize_t n = ::readlink(path.c_str(), buffer.data(), buffer.size());
  return n > 0 ? std::string(buffer.data(), static_cast<size_t>(n)) : "";
}

FileState state_of(const std::string& path, const struct stat& s) {
  FileState state;
  state.mode = s.st_mode & 07777;
  if (S_ISREG(s.st_mode)) {
    state.kind = FileState::Kind::kFile;
    state.size = static_cast<std::uint64_t>(s.st_size);
    const bool log = may_be_log(path, state.size);
    state.hash = hash_of(path, log ? &state.text : nullptr);
  } else if (S_ISDIR(s.st_mode)) {
    state.kind = FileState::Kind::kDirectory;
  } else if (S_ISLNK(s.st_mode)) {
    state.kind = FileState::Kind::kSymlink;
    state.target = link_target(path);
  } else {
    state.kind = FileState::Kind::kOther;
  }
  return state;
}

/// Whether `path` holds the same as the user's own `original`.
bool as_original(const FileState& state, const std::string& original) {
  auto before = lstat_of(original);
  if (!before) return false;
  if (state.kind == FileState::Kind::kFile &&
      static_cast<std::uint64_t>(before->st_size) != state.size) {
    return false;
  }
  return state_of(original, *before) == state;
}

std::string overlay_attribute(const std::string& path, const char* name) {
  for (const char* space : {"trusted.overlay.", "user.overlay."}) {
    std::array<char, 4096> value;
    ssize_t n = ::lgetxattr(path.c_str(), (std::string(space) + name).c_str(),
                            value.data(), value.size());
    if (n > 0) return std::string(value.data(), static_cast<size_t>(n));
  }
  return "";
}

void add_overlay(const std::string& upper, const std::string& original,
                 const std::set<std::string>& ours, Changes& changes) {
  for (const std::string& name : names_in(upper)) {
    const std::string path = upper + "/" + name;
    const std::string shown = original + "/" + name;
    auto s = lstat_of(path);
    if (!s) continue;
    if (S_ISCHR(s->st_mode) && s->st_rdev == 0) {
      if (lstat_of(shown)) changes[shown].kind = FileState::Kind::kDeleted;
      continue;
    }
    FileState state = state_of(path, *s);
    if (state.kind == FileState::Kind::kDirectory) {
      std::string moved = overlay_attribute(path, "redirect");
      if (!moved.empty()) {
        state.target = "moved from " + moved;
      } else if (overlay_attribute(path, "opaque") == "y" && lstat_of(shown)) {
        state.target = "replaced";
      }
    }
    bool placed = ours.contains(shown) && state.target.empty();
    if (!placed && !as_original(state, shown)) changes[shown] = state;
    if (S_ISDIR(s->st_mode)) add_overlay(path, shown, ours, changes);
  }
}

void add_snapshot(const std::string& root, const std::string& below,
                  const std::set<std::string>& skipped, Snapshot& snapshot) {
  for (const std::string& name : names_in(root + below)) {
    std::string path = below + "/" + name;
    if (skipped.contains(path)) continue;
    auto s = lstat_of(root + path);
    if (!s) continue;
    snapshot[path] = {s->st_ino,
                      s->st_ctim.tv_sec * 1'000'000'000 + s->st_ctim.tv_nsec,
                      s->st_mode};
    if (S_ISDIR(s->st_mode)) add_snapshot(root, path, skipped, snapshot);
  }
}

}  // namespace

Changes overlay_changes(const std::string& upper, const std::string& original,
                        const std::set<std::string>& ours) {
  Changes changes;
  add_overlay(upper, original == "/" ? "" : original, ours, changes);
  return changes;
}

Snapshot take_snapshot(const std::string& root,
                       const std::set<std::string>& skipped) {
  Snapshot snapshot;
  add_snapshot(root, "", skipped, snapshot);
  return snapshot;
}

Changes changes_since(const Snapshot& before, const std::string& root,
                      const std::string& original, const std::string& shown_as,
                      const std::set<std::string>& skipped) {
  Changes changes;
  Snapshot after = take_snapshot(root, skipped);
  for (const auto& [path, stamp] : after) {
    auto old = before.find(path);
    if (old != before.end() && old->second == stamp) continue;
    auto s = lstat_of(root + path);
    if (!s) continue;
    FileState state = state_of(root + path, *s);
    // A directory's stamp moves with its entries, which speak for themselves.
    bool kept = old != before.end() && old->second.inode == stamp.inode &&
                old->second.mode == stamp.mode && S_ISDIR(s->st_mode);
    if (!kept && !as_original(state, original + path)) {
      changes[shown_as + path] = state;
    }
  }
  for (const auto& [path, stamp] : before) {
    if (!after.contains(path)) {
      changes[shown_as + path].kind = FileState::Kind::kDeleted;
    }
  }
  return changes;
}

std::string describe(const FileState& state) {
  switch (state.kind) {
    case FileState::Kind::kFile:
      return fmt::format("a file of {} bytes, mode {:o}, hash {:016x}",
                         state.size, state.mode, state.hash);
    case FileState::Kind::kDirectory:
      return fmt::format("a directory, mode {:o}{}{}", state.mode,
                         state.target.empty() ? "" : ", ", state.target);
    case FileState::Kind::kSymlink:
      return "a link to " + state.target;
    case FileState::Kind::kOther:
      return fmt::format("a special file, mode {:o}", state.mode);
    case FileState::Kind::kDeleted:
      return "deleted";
  }
  return "";
}

}  // namespace ppp::harness
