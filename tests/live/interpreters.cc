// SPDX-License-Identifier: Apache-2.0
#include "tests/live/interpreters.h"

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "profiler/cpython/interpreter.h"

namespace ppp::profiler {
namespace {

namespace fs = std::filesystem;

bool is_minor(const std::string& path, int minor) {
  const auto identity = cpython::identify_program(path);
  return identity.kind == cpython::Identity::Kind::kCPython &&
         identity.minor == minor;
}

std::vector<fs::path> folders(Where where) {
  std::vector<fs::path> found;
  if (where == Where::kAny) {
    std::istringstream path(std::getenv("PATH") ? std::getenv("PATH") : "");
    for (std::string folder; std::getline(path, folder, ':');) {
      if (!folder.empty()) found.emplace_back(folder);
    }
  }
  if (where != Where::kPyenv) found.emplace_back("/usr/bin");
  if (where != Where::kSystem) {
    const char* root = std::getenv("PYENV_ROOT");
    const char* home = std::getenv("HOME");
    const fs::path pyenv =
        root ? fs::path(root) : fs::path(home ? home : "/") / ".pyenv";
    std::error_code ignored;
    for (const auto& entry :
         fs::directory_iterator(pyenv / "versions", ignored)) {
      found.push_back(entry.path() / "bin");
    }
  }
  return found;
}

}  // namespace

std::vector<int> all_versions() {
  std::vector<int> all;
  for (int minor = cpython::kOldestMinor; minor <= cpython::kNewestMinor;
       ++minor) {
    all.push_back(minor);
  }
  for (int version : free_versions()) all.push_back(version);
  return all;
}

std::vector<int> free_versions() { return {kFree + 13, kFree + 14}; }

std::string find_python(int minor, Where where) {
  const std::string name = "python3." + std::to_string(minor_of(minor));
  for (const fs::path& folder : folders(where)) {
    // Beside a build without the lock, the same name without a `t` is one, too.
    const std::string free = (folder / (name + "t")).string();
    std::error_code ignored;
    const bool both = fs::equivalent(free, folder / name, ignored);
    if (minor < kFree && both) continue;
    const std::string path = minor < kFree ? (folder / name).string() : free;
    if (is_minor(path, minor_of(minor))) return path;
  }
  return {};
}

std::string any_python() {
  for (int minor = cpython::kNewestMinor; minor >= cpython::kOldestMinor;
       --minor) {
    std::string path = find_python(minor);
    if (!path.empty()) return path;
  }
  return {};
}

std::vector<std::uint8_t> from_hex(const std::string& text) {
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    bytes.push_back(
        static_cast<std::uint8_t>(std::stoi(text.substr(i, 2), nullptr, 16)));
  }
  return bytes;
}

Script::Script(const std::string& text)
    : dir_(*TempDir::create("live-test-")), text_(text) {
  PPP_CHECK(write_file(path(), text).ok());
}

int Script::line(const std::string& mark) const {
  std::istringstream in(text_);
  int number = 1;
  for (std::string line; std::getline(in, line); ++number) {
    if (line.ends_with("# L:" + mark)) return number;
  }
  return 0;
}

Command Script::command(const std::string& python) const {
  Command command;
  command.argv = {python, "script.py"};
  command.directory = dir_.path();
  command.environment = {{"PYTHONDONTWRITEBYTECODE", "1"}};
  return command;
}

Cost under(const Profile& profile, int line) {
  Cost sum;
  for (const Stack& stack : profile.stacks) {
    for (int index : stack.frames) {
      const Frame& frame = profile.frames[static_cast<std::size_t>(index)];
      if (frame.file == "script.py" && frame.line == line) {
        sum += stack.cost;
        break;
      }
    }
  }
  return sum;
}

Cost inside(const Profile& profile, const std::string& function) {
  Cost sum;
  for (const Stack& stack : profile.stacks) {
    if (stack.frames.empty()) continue;
    const auto leaf = static_cast<std::size_t>(stack.frames.back());
    if (profile.frames[leaf].function == function) sum += stack.cost;
  }
  return sum;
}

}  // namespace ppp::profiler
