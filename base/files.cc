// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace ppp {
namespace fs = std::filesystem;
namespace {

Error file_error(std::string_view verb, const std::string& path, int code) {
  return Error{
      Error::Kind::kUsage,
      "cannot " + std::string(verb) + " " + path + ": " + std::strerror(code),
      "check the path and its permissions"};
}

void make_removable(const fs::path& root) {
  std::error_code ignored;
  fs::permissions(root, fs::perms::owner_all, fs::perm_options::add, ignored);
  for (fs::recursive_directory_iterator
           it(root, fs::directory_options::skip_permission_denied, ignored),
       end;
       it != end; it.increment(ignored)) {
    if (ignored) break;
    if (it->is_directory(ignored) && !it->is_symlink(ignored)) {
      fs::permissions(it->path(), fs::perms::owner_all, fs::perm_options::add,
                      ignored);
    }
  }
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  std::error_code code;
  if (fs::is_directory(path, code)) return file_error("read", path, EISDIR);
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return file_error("read", path, errno ? errno : EIO);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (in.bad()) return file_error("read", path, errno ? errno : EIO);
  return std::move(bytes).str();
}

Status write_file(const std::string& path, std::string_view bytes) {
  std::string temporary = path + ".XXXXXX";
  int fd = ::mkstemp(temporary.data());
  if (fd < 0) return file_error("write", path, errno);
  struct stat old = {};
  mode_t mask = ::umask(0);
  ::umask(mask);
  mode_t mode =
      ::stat(path.c_str(), &old) == 0 ? (old.st_mode & 07777) : (0666 & ~mask);
  bool good = ::fchmod(fd, mode) == 0;
  while (good && !bytes.empty()) {
    ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    good = n > 0;
    if (good) bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  int code = errno;
  if (::close(fd) != 0 && good) {
    good = false;
    code = errno;
  }
  if (good && ::rename(temporary.c_str(), path.c_str()) == 0) return Done{};
  if (good) code = errno;
  ::unlink(temporary.c_str());
  return file_error("write", path, code);
}

Result<TempDir> TempDir::create(std::string_view prefix) {
  const char* base = std::getenv("TMPDIR");
  std::string path = (base && *base ? std::string(base) : "/tmp") + "/" +
                     std::string(prefix) + "XXXXXX";
  if (!::mkdtemp(path.data())) {
    Error error = file_error("create a directory like", path, errno);
    error.kind = Error::Kind::kEnvironment;
    error.hint = "set TMPDIR to a writable directory";
    return error;
  }
  return TempDir(path);
}

TempDir::TempDir(TempDir&& other) noexcept : path_(std::move(other.path_)) {
  other.path_.clear();
}

TempDir& TempDir::operator=(TempDir&& other) noexcept {
  std::swap(path_, other.path_);
  return *this;
}

TempDir::~TempDir() {
  if (!path_.empty()) remove_tree(path_);
}

void remove_tree(const std::string& path) {
  std::error_code ignored;
  fs::remove_all(path, ignored);
  if (!ignored) return;
  make_removable(path);
  fs::remove_all(path, ignored);
}

std::string display_path(const std::string& path,
                         const std::string& directory) {
  fs::path base = fs::path(directory).lexically_normal();
  fs::path full = fs::path(path);
  if (full.is_relative()) full = base / full;
  full = full.lexically_normal();
  fs::path relative = full.lexically_relative(base);
  bool below = !relative.empty() && *relative.begin() != "..";
  return below ? relative.string() : full.string();
}

}  // namespace ppp
