// SPDX-License-Identifier: Apache-2.0
#include "harness/copy_view.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>

#include "base/files.h"

namespace ppp::harness {
namespace fs = std::filesystem;
namespace {

class Copier {
 public:
  explicit Copier(const CopyRequest& request) : request_(request) {}

  Status copy(const fs::path& from, const fs::path& to) {
    std::error_code code;
    fs::create_directory(to, code);
    if (code) return failed(to, code);
    for (fs::directory_iterator it(from, code), end; it != end;
         it.increment(code)) {
      if (code) break;
      Status done = copy_entry(*it, to / it->path().filename());
      if (!done) return done;
    }
    if (code) return failed(from, code);
    copy_stamp(from, to);
    return Done{};
  }

 private:
  Status copy_entry(const fs::directory_entry& entry, const fs::path& to) {
    std::error_code code;
    if (entry.is_symlink(code)) {
      fs::copy_symlink(entry.path(), to, code);
    } else if (entry.is_directory(code)) {
      // Never into itself, should the scratch directory lie below.
      if (fs::equivalent(entry.path(), request_.scratch, code)) return Done{};
      return copy(entry.path(), to);
    } else if (entry.is_regular_file(code)) {
      bytes_ += entry.file_size(code);
      if (bytes_ > request_.max_bytes) return too_large();
      fs::copy_file(entry.path(), to, code);
      if (!code) copy_stamp(entry.path(), to);
    }
    return code ? failed(entry.path(), code) : Status(Done{});
  }

  static void copy_stamp(const fs::path& from, const fs::path& to) {
    struct stat s = {};
    if (::stat(from.c_str(), &s) != 0) return;
    const timespec times[] = {s.st_atim, s.st_mtim};
    ::utimensat(AT_FDCWD, to.c_str(), times, AT_SYMLINK_NOFOLLOW);
    ::chmod(to.c_str(), s.st_mode & 07777);
  }

  Error too_large() const {
    return Error{
        Error::Kind::kEnvironment,
        fmt::format("{} holds more than {} MB: too much to copy for every run",
                    request_.directory, request_.max_bytes / 1'000'000),
        "start from a smaller directory, or where user namespaces are "
        "allowed (see `pyprof-parallel doctor`)"};
  }

  static Error failed(const fs::path& path, const std::error_code& code) {
    return Error{Error::Kind::kEnvironment,
                 "cannot copy " + path.string() + ": " + code.message(),
                 "make it readable, or start from another directory"};
  }

  const CopyRequest& request_;
  std::uintmax_t bytes_ = 0;
};

/// The path below `top`, or "" if it does not lie there.
std::string relative_to(const std::string& path, const std::string& top) {
  if (top == "/") return path;
  bool below = path.size() > top.size() && path.starts_with(top) &&
               path[top.size()] == '/';
  return below ? path.substr(top.size()) : "";
}

}  // namespace

Result<CopyView> make_copy(const CopyRequest& request) {
  std::error_code code;
  CopyView view;
  view.original = fs::canonical(request.directory, code).string();
  if (code) {
    return Error{Error::Kind::kUsage,
                 "cannot read " + request.directory + ": " + code.message(),
                 "check the directory"};
  }
  std::string name = fs::path(view.original).filename().string();
  view.directory = request.scratch + "/" + (name.empty() ? "root" : name);
  view.temporary = request.scratch + "/.tmp";
  fs::create_directory(view.temporary, code);
  Status copied = Copier(request).copy(view.original, view.directory);
  if (!copied) return copied.error();
  for (const auto& [path, text] : request.overrides) {
    std::string below =
        relative_to(fs::weakly_canonical(path, code).string(), view.original);
    if (below.empty()) {
      return Error{Error::Kind::kEnvironment,
                   path +
                       " lies outside of the working directory, the only "
                       "one that is copied for the runs",
                   "start from the directory that holds the program's sources"};
    }
    Status written = write_file(view.directory + below, text);
    if (!written) return written.error();
  }
  view.snapshot = take_snapshot(view.directory, {});
  return view;
}

std::string inside_copy(const CopyView& view, const std::string& text) {
  if (text == view.original) return view.directory;
  std::string below = relative_to(text, view.original);
  return below.empty() ? text : view.directory + below;
}

Changes changes_in(const CopyView& view) {
  Changes changes = changes_since(view.snapshot, view.directory, view.original,
                                  view.original, {});
  changes.merge(changes_since(view.temporary_snapshot, view.temporary,
                              "/nonexistent", "$TMPDIR", {}));
  return changes;
}

}  // namespace ppp::harness
