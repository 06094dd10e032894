// SPDX-License-Identifier: Apache-2.0
// The Pythons of this machine, and short programs to run under them.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/files.h"
#include "profiler/profile.h"
#include "profiler/record.h"

namespace ppp::profiler {

/// Added to a minor version: the build without the lock.
inline constexpr int kFree = 100;
inline int minor_of(int version) { return version % kFree; }
/// Those that may be installed: 8 to 14, and without the lock 13 and 14.
std::vector<int> all_versions();
std::vector<int> free_versions();

/// Path of an installed CPython 3.`minor`, or "". Looks at PATH, /usr/bin and
/// pyenv's versions. `pyenv_only`: builds of pyenv, `system_only`: /usr/bin.
enum class Where { kAny, kPyenv, kSystem };
std::string find_python(int minor, Where where = Where::kAny);
/// The newest one of any version, with the lock.
std::string any_python();

/// What a Python printed as `bytes.hex()`.
std::vector<std::uint8_t> from_hex(const std::string& text);

/// A program in a directory of its own.
class Script {
 public:
  explicit Script(const std::string& text);

  /// The 1-based line that ends with "# L:" + mark.
  int line(const std::string& mark) const;
  std::string path() const { return dir_.path() + "/script.py"; }
  const std::string& directory() const { return dir_.path(); }
  /// argv[0] is `python`; runs the script by its relative name there.
  Command command(const std::string& python) const;

 private:
  TempDir dir_;
  std::string text_;
};

/// The cost of all stacks that contain this line of script.py.
Cost under(const Profile& profile, int line);
/// The cost of all stacks whose innermost frame is in this function.
Cost inside(const Profile& profile, const std::string& function);

}  // namespace ppp::profiler
