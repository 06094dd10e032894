// SPDX-License-Identifier: Apache-2.0
#include "rewrite/diff.h"

#include <git2.h>

#include <memory>

namespace ppp::rewrite {
namespace {

/// Is made once: it reads the system's certificates.
struct Library {
  Library() { git_libgit2_init(); }
  ~Library() { git_libgit2_shutdown(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

Error failure(const std::string& file) {
  const ::git_error* last = git_error_last();
  return {Error::Kind::kInternal,
          "cannot make a diff of " + file + ": " +
              (last != nullptr ? last->message : "unknown"),
          "please report this"};
}

Result<std::string> one_diff(const FilePatch& file) {
  git_patch* made = nullptr;
  git_diff_options options;
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.flags |= GIT_DIFF_FORCE_TEXT;
  // A path outside the working directory: no second slash behind a/.
  std::string path = file.file;
  path.erase(0, path.find_first_not_of('/'));
  if (git_patch_from_buffers(&made, file.before.data(), file.before.size(),
                             path.c_str(), file.after.data(), file.after.size(),
                             path.c_str(), &options) != 0) {
    return failure(file.file);
  }
  std::unique_ptr<git_patch, void (*)(git_patch*)> patch(made, git_patch_free);
  git_buf buffer = {};
  if (git_patch_to_buf(&buffer, patch.get()) != 0) return failure(file.file);
  std::string text(buffer.ptr, buffer.size);
  git_buf_dispose(&buffer);
  // patch ends a name at a space unless a tab follows, as git writes it.
  if (path.find(' ') == std::string::npos) return text;
  for (const std::string& name : {"--- a/" + path, "+++ b/" + path}) {
    std::size_t at = text.find(name + "\n");
    if (at != std::string::npos) text.insert(at + name.size(), "\t");
  }
  return text;
}

}  // namespace

Result<std::string> unified_diff(const std::vector<FilePatch>& files) {
  static const Library library;
  std::string all;
  for (const FilePatch& file : files) {
    Result<std::string> one = one_diff(file);
    if (!one.ok()) return one.error();
    all += *one;
  }
  return all;
}

}  // namespace ppp::rewrite
