// SPDX-License-Identifier: Apache-2.0
#include "harness/mount_plan.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/files.h"

namespace ppp::harness {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kMaxMounts = 400;
constexpr int kMaxDepth = 6;
constexpr std::uintmax_t kCopiedFile = 1 << 20;

/// Whether `path` is `top` or lies below it.
bool is_below(const std::string& path, const std::string& top) {
  return top == "/" || path == top ||
         (path.size() > top.size() && path.starts_with(top) &&
          path[top.size()] == '/');
}

/// Undoes the octal escapes of /proc/self/mountinfo.
std::string unescape(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 3 < text.size()) {
      out += static_cast<char>((text[i + 1] - '0') * 64 +
                               (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
      i += 3;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::set<std::string> mount_points() {
  std::set<std::string> points;
  auto text = read_file("/proc/self/mountinfo");
  if (!text) return points;
  std::size_t begin = 0;
  while (begin < text->size()) {
    std::size_t end = std::min(text->find('\n', begin), text->size());
    std::string line = text->substr(begin, end - begin);
    std::size_t field = 0;
    for (int i = 0; i < 4 && field != std::string::npos; ++i) {
      field = line.find(' ', field);
      if (field != std::string::npos) ++field;
    }
    if (field != std::string::npos) {
      points.insert(
          unescape(line.substr(field, line.find(' ', field) - field)));
    }
    begin = end + 1;
  }
  return points;
}

Error scratch_error(const std::string& path) {
  return Error{Error::Kind::kEnvironment,
               "cannot prepare " + path + ": " + std::strerror(errno),
               "set TMPDIR to a directory with free space"};
}

class Planner {
 public:
  explicit Planner(const ViewRequest& request) : request_(request) {
    plan_.isolation = request.isolation;
    plan_.root = request.scratch + "/root";
    plan_.directory = request.directory;
    for (const std::string& path : request.writable) keep(path);
    keep(request.directory);
    for (const auto& [path, text] : request.overrides) {
      keep(fs::path(path).parent_path().string());
    }
    points_ = mount_points();
  }

  Result<MountPlan> make() {
    if (request_.scratch.find_first_of(",:\\") != std::string::npos) {
      return Error{Error::Kind::kEnvironment,
                   "an overlay cannot be kept in " + request_.scratch,
                   "set TMPDIR to a path without commas and colons"};
    }
    if (!directory_like("/", plan_.root)) return scratch_error(plan_.root);
    Status done = fill("/", 0);
    if (!done) return done.error();
    done = hide_scratch();
    if (!done) return done.error();
    for (const auto& [path, text] : request_.overrides) {
      done = override_file(path, text);
      if (!done) return done.error();
    }
    for (const Mount& mount : plan_.mounts) {
      plan_.mounted.insert(mount.target.substr(plan_.root.size()));
    }
    return std::move(plan_);
  }

 private:
  void keep(const std::string& path) {
    std::error_code code;
    fs::path real = fs::canonical(path, code);
    if (!code) kept_.insert(real.string());
  }

  bool holds_kept(const std::string& directory) const {
    return std::any_of(
        kept_.begin(), kept_.end(),
        [&](const std::string& path) { return is_below(path, directory); });
  }

  bool has_mounts_below(const std::string& directory) const {
    return std::any_of(
        points_.begin(), points_.end(), [&](const std::string& point) {
          return point != directory && is_below(point, directory) &&
                 ::access(point.c_str(), F_OK) == 0;
        });
  }

  /// A directory with the mode (and owner, where we may) of `original`; not
  /// writable if `original` is not, so that refusals stay refusals.
  bool directory_like(const std::string& original, const std::string& path) {
    struct stat s = {};
    if (::stat(original.c_str(), &s) != 0) return false;
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return false;
    mode_t mode = s.st_mode & 07777;
    if (::geteuid() == 0) {
      if (::chown(path.c_str(), s.st_uid, s.st_gid) != 0) return false;
    } else if (::access(original.c_str(), W_OK) != 0) {
      mode = ::access(original.c_str(), R_OK) == 0 ? 0555 : 0111;
    } else {
      mode |= 0700;
    }
    modes_.emplace_back(path, mode);
    return true;
  }

  Status fill(const std::string& directory, int depth) {
    std::error_code code;
    for (fs::directory_iterator it(directory, code), end; it != end && !code;
         it.increment(code)) {
      Status done = place(*it, depth);
      if (!done) return done;
      if (plan_.mounts.size() > kMaxMounts) {
        return Error{Error::Kind::kEnvironment,
                     "too many mount points for an isolated view", ""};
      }
    }
    return Done{};
  }

  Status place(const fs::directory_entry& entry, int depth) {
    const std::string path = entry.path().string();
    const std::string target = plan_.root + path;
    std::error_code code;
    if (entry.is_symlink(code)) {
      fs::copy_symlink(path, target, code);
      return Done{};
    }
    if (!entry.is_directory(code)) return place_file(entry, target);
    if (path == "/proc" || path == "/sys" || path == "/dev") {
      return place_shared(path, target);
    }
    bool kept = holds_kept(path);
    if (!kept && system_directory(path)) {
      return bind(path, target, Mount::Kind::kReadOnlyBind);
    }
    struct statvfs v = {};
    if (::statvfs(path.c_str(), &v) == 0 && (v.f_flag & ST_RDONLY)) {
      return bind(path, target, Mount::Kind::kBind);
    }
    if (!has_mounts_below(path)) return overlay(path, target, kept);
    if (!kept && depth >= kMaxDepth) {
      return bind(path, target, Mount::Kind::kReadOnlyBind);
    }
    if (!directory_like(path, target)) return scratch_error(target);
    return fill(path, depth + 1);
  }

  /// Directories where a program has nothing to write: /run because sockets
  /// there do not work through an overlay; the others where we may not write
  /// or where an overlay would not do.
  bool system_directory(const std::string& path) const {
    if (path == "/run" || path == "/boot" || path == "/lost+found") return true;
    static const std::set<std::string> kSystem = {"/bin",   "/etc",   "/lib",
                                                  "/lib32", "/lib64", "/opt",
                                                  "/sbin",  "/snap",  "/usr"};
    return kSystem.contains(path) &&
           (::access(path.c_str(), W_OK) != 0 || has_mounts_below(path));
  }

  Status place_file(const fs::directory_entry& entry,
                    const std::string& target) {
    std::error_code code;
    bool small = entry.is_regular_file(code) &&
                 entry.file_size(code) <= kCopiedFile &&
                 !points_.contains(entry.path().string());
    if (small && fs::copy_file(entry.path(), target, code)) return Done{};
    if (!write_file(target, "").ok()) return scratch_error(target);
    add(Mount::Kind::kReadOnlyBind, entry.path().string(), target);
    return Done{};
  }

  Status place_shared(const std::string& path, const std::string& target) {
    Status done = bind(path, target, Mount::Kind::kBind);
    struct stat s = {};
    if (done && path == "/dev" && ::stat("/dev/shm", &s) == 0 &&
        S_ISDIR(s.st_mode)) {
      add(Mount::Kind::kMemory, "/dev/shm", target + "/shm");
    }
    return done;
  }

  Status bind(const std::string& path, const std::string& target,
              Mount::Kind kind) {
    if (::mkdir(target.c_str(), 0755) != 0) return scratch_error(target);
    add(kind, path, target);
    return Done{};
  }

  Mount& add(Mount::Kind kind, const std::string& source,
             const std::string& target) {
    Mount mount;
    mount.kind = kind;
    mount.source = source;
    mount.target = target;
    return plan_.mounts.emplace_back(std::move(mount));
  }

  Status overlay(const std::string& path, const std::string& target,
                 bool kept) {
    if (path.find_first_of(",:\\") != std::string::npos) {
      return bind(path, target, Mount::Kind::kReadOnlyBind);
    }
    std::size_t number = plan_.layers.size();
    std::string upper = fmt::format("{}/upper-{}", request_.scratch, number);
    std::string work = fmt::format("{}/work-{}", request_.scratch, number);
    if (::mkdir(work.c_str(), 0700) != 0 || !directory_like(path, upper) ||
        ::mkdir(target.c_str(), 0755) != 0) {
      return scratch_error(upper);
    }
    Mount& mount = add(Mount::Kind::kOverlay, path, target);
    mount.needed = kept;
    mount.options =
        fmt::format("lowerdir={},upperdir={},workdir={},{}", path, upper, work,
                    request_.isolation == Isolation::kMounts
                        ? "redirect_dir=on,metacopy=off"
                        : "userxattr");
    plan_.layers.push_back({upper, path});
    return prepare_parents(path, upper);
  }

  /// In a user namespace a directory of somebody else cannot be copied up, so
  /// those above the kept directories are made beforehand.
  Status prepare_parents(const std::string& path, const std::string& upper) {
    if (request_.isolation != Isolation::kUserMounts) return Done{};
    for (const std::string& wanted : kept_) {
      if (wanted == path || !is_below(wanted, path)) continue;
      Status done = make_parents(path, upper, wanted);
      if (!done) return done;
    }
    return Done{};
  }

  /// Puts the directories from `top` down to `wanted` into the layer.
  Status make_parents(const std::string& top, const std::string& upper,
                      const std::string& wanted) {
    if (wanted == top) return Done{};
    fs::path below = fs::path(wanted).lexically_relative(top);
    std::string shown = top == "/" ? "" : top;
    std::string made = upper;
    for (const fs::path& part : below) {
      shown += "/" + part.string();
      made += "/" + part.string();
      if (!directory_like(shown, made)) return scratch_error(made);
      plan_.ours.insert(shown);
    }
    return Done{};
  }

  const Layer* layer_of(const std::string& path) const {
    const Layer* best = nullptr;
    for (const Layer& layer : plan_.layers) {
      if (is_below(path, layer.original) &&
          (!best || layer.original.size() > best->original.size())) {
        best = &layer;
      }
    }
    return best;
  }

  /// A whiteout: the program must not stumble over our scratch directory.
  Status hide_scratch() {
    std::error_code code;
    std::string hidden = fs::canonical(request_.hidden, code).string();
    const Layer* layer = code ? nullptr : layer_of(hidden);
    if (layer) {
      Status done = make_parents(layer->original, layer->upper,
                                 fs::path(hidden).parent_path().string());
      if (!done) return done;
      std::string whiteout =
          layer->upper + hidden.substr(layer->original.size());
      // Where the kernel refuses, the directory is merely visible.
      if (::mknod(whiteout.c_str(), S_IFCHR, makedev(0, 0)) == 0) {
        plan_.hidden = hidden;
      }
    }
    return Done{};
  }

  Status override_file(const std::string& path, const std::string& text) {
    std::error_code code;
    std::string real = fs::weakly_canonical(path, code).string();
    const Layer* layer = code ? nullptr : layer_of(real);
    if (!layer) {
      return Error{Error::Kind::kEnvironment,
                   "cannot show a changed " + path + " to the program",
                   "keep the program's sources in a writable directory"};
    }
    Status done = make_parents(layer->original, layer->upper,
                               fs::path(real).parent_path().string());
    if (!done) return done;
    std::string file = layer->upper + real.substr(layer->original.size());
    done = write_file(file, text);
    if (!done) return done;
    struct stat s = {};
    if (::stat(real.c_str(), &s) == 0) ::chmod(file.c_str(), s.st_mode & 07777);
    plan_.ours.insert(real);
    return Done{};
  }

 public:
  /// Last, as it may take away our own right to write.
  void set_modes() {
    for (const auto& [path, mode] : modes_) ::chmod(path.c_str(), mode);
  }

 private:
  const ViewRequest& request_;
  MountPlan plan_;
  std::set<std::string> kept_;
  std::set<std::string> points_;
  std::vector<std::pair<std::string, mode_t>> modes_;
};

}  // namespace

Result<MountPlan> plan_mounts(const ViewRequest& request) {
  Planner planner(request);
  auto plan = planner.make();
  planner.set_modes();
  if (plan) plan->skeleton = take_snapshot(plan->root, plan->mounted);
  return plan;
}

Changes changes_in(const MountPlan& plan) {
  Changes changes =
      changes_since(plan.skeleton, plan.root, "", "", plan.mounted);
  for (const Layer& layer : plan.layers) {
    changes.merge(overlay_changes(layer.upper, layer.original, plan.ours));
  }
  auto hidden = changes.find(plan.hidden);
  if (hidden != changes.end() &&
      hidden->second.kind == FileState::Kind::kDeleted) {
    changes.erase(hidden);
  }
  return changes;
}

}  // namespace ppp::harness
