// SPDX-License-Identifier: Apache-2.0
// Reading and writing whole files.

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace ppp {

/// The bytes of a file. Fails if it cannot be read.
Result<std::string> read_file(const std::string& path);

/// Replaces `path` atomically (temporary file beside it, then rename); keeps
/// the permission bits of an existing file.
Status write_file(const std::string& path, std::string_view bytes);

/// A new private directory below TMPDIR, removed with everything in it on
/// destruction (directories without permission included).
class TempDir {
 public:
  static Result<TempDir> create(std::string_view prefix);
  TempDir(TempDir&& other) noexcept;
  TempDir& operator=(TempDir&& other) noexcept;
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  ~TempDir();

  const std::string& path() const { return path_; }

 private:
  explicit TempDir(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

/// Removes `path` and everything in it, directories without permission
/// included. Nothing happens if it does not exist.
void remove_tree(const std::string& path);

/// `path` relative to `directory` when it lies below it, else absolute and
/// normalised. Purely textual.
std::string display_path(const std::string& path, const std::string& directory);

}  // namespace ppp
