// SPDX-License-Identifier: Apache-2.0
// Real programs in real directories, for tests.

#pragma once

#include <filesystem>
#include <string>

#include "base/files.h"
#include "harness/baseline.h"

namespace ppp::harness {

/// A directory with a program in it.
class Project {
 public:
  Project() : dir_(std::move(TempDir::create("harness-test-")).value()) {
    std::filesystem::create_directory(directory());
  }

  std::string directory() const { return dir_.path() + "/work dir"; }
  std::string path(const std::string& name) const {
    return directory() + "/" + name;
  }
  void write(const std::string& name, const std::string& text) const {
    PPP_CHECK(write_file(path(name), text).ok());
  }
  std::string read(const std::string& name) const {
    auto text = read_file(path(name));
    return text ? *text : "(none)";
  }
  bool has(const std::string& name) const {
    return std::filesystem::exists(std::filesystem::symlink_status(path(name)));
  }
  Program program(std::vector<std::string> args = {"main.py"}) const {
    // Past the shims of version managers, which take longer than the programs.
    const char* system = "/usr/bin/python3";
    std::string python = std::filesystem::exists(system) ? system : "python3";
    return {python, std::move(args), directory(), ""};
  }

 private:
  TempDir dir_;
};

/// Without the profiler; fails where `isolation` is not to be had here.
inline Surroundings live(std::optional<Isolation> isolation = std::nullopt) {
  Surroundings surroundings;
  surroundings.runner = &system_processes();
  surroundings.isolation = isolation;
  return unprofiled(surroundings);
}

}  // namespace ppp::harness
