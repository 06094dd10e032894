// SPDX-License-Identifier: Apache-2.0
#include "cli/recorded_script.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>

namespace ppp::cli {
namespace {

namespace fs = std::filesystem;

// Of a tree that is no project but a home directory.
constexpr int kMostEntries = 50'000;
constexpr int kDeepest = 12;

using ByName = std::multimap<std::string, std::string>;

bool is_foreign_directory(const fs::path& path) {
  const std::string name = path.filename().string();
  std::error_code code;
  return name.starts_with('.') || name == "node_modules" ||
         name == "site-packages" || name == "dist-packages" ||
         fs::exists(path / "pyvenv.cfg", code);
}

/// The Python files below `directory`, by the names of their last parts.
ByName python_files(const std::string& directory) {
  ByName files;
  std::error_code code;
  fs::recursive_directory_iterator at(
      directory, fs::directory_options::skip_permission_denied, code);
  int entries = 0;
  for (; !code && at != fs::recursive_directory_iterator() &&
         ++entries < kMostEntries;
       at.increment(code)) {
    std::error_code ignored;
    const fs::path& path = at->path();
    if (at->is_directory(ignored)) {
      if (at.depth() >= kDeepest || is_foreign_directory(path)) {
        at.disable_recursion_pending();
      }
    } else if (path.extension() == ".py") {
      const fs::path relative = path.lexically_relative(directory);
      files.emplace(path.filename().string(), relative.string());
    }
  }
  return files;
}

std::size_t same_tail(const fs::path& a, const fs::path& b) {
  std::vector<fs::path> left(a.begin(), a.end());
  std::vector<fs::path> right(b.begin(), b.end());
  const auto end =
      std::mismatch(left.rbegin(), left.rend(), right.rbegin(), right.rend());
  return static_cast<std::size_t>(end.first - left.rbegin());
}

/// Every package has such files: their names alone say nothing.
bool says_nothing(const std::string& name) {
  return name == "__init__.py" || name == "__main__.py";
}

/// The files here whose paths are most like `recorded`.
std::vector<std::string> likest(const ByName& files, std::string recorded) {
  std::replace(recorded.begin(), recorded.end(), '\\', '/');
  const fs::path path(recorded);
  std::size_t most = says_nothing(path.filename().string()) ? 2 : 1;
  std::vector<std::string> best;
  const auto [begin, end] = files.equal_range(path.filename().string());
  for (auto at = begin; at != end; ++at) {
    const std::size_t same = same_tail(path, at->second);
    if (same < most) continue;
    if (same > most) best.clear();
    most = same;
    best.push_back(at->second);
  }
  return best;
}

struct Running {
  std::string file;
  bool as_module = false;  ///< by `-m`
  auto operator<=>(const Running&) const = default;
};

/// The outermost module of a stack of which there is a file here.
std::optional<Running> outermost_module(const profiler::Profile& profile,
                                        const profiler::Stack& stack,
                                        const ByName& files) {
  bool as_module = false;
  for (int index : stack.frames) {
    const auto& frame = profile.frames[static_cast<std::size_t>(index)];
    as_module |= frame.function == "_run_module_as_main";
    if (frame.function != "<module>") continue;
    if (!likest(files, frame.file).empty()) {
      return Running{frame.file, as_module};
    }
    as_module = false;  // that was the module: it runs another one
  }
  return std::nullopt;
}

/// "pkg/tool/__main__.py" is `-m pkg.tool`; "": no module has that path.
std::string module_at(const std::string& path) {
  std::string name = path.substr(0, path.size() - 3);
  constexpr std::string_view kMain = "/__main__";
  if (name.ends_with(kMain)) name.resize(name.size() - kMain.size());
  for (char& c : name) {
    if (c == '.' || c == '-' || c == ' ') return "";
    if (c == '/') c = '.';
  }
  return name;
}

Error no_script(const std::string& what) {
  return Error{Error::Kind::kUsage, what,
               "name it behind the profile: advise PROFILE script.py"};
}

}  // namespace

Result<std::vector<std::string>> recorded_script(
    const profiler::Profile& profile, const std::string& directory) {
  const ByName files = python_files(directory);
  std::map<Running, double> seen;
  for (const profiler::Stack& stack : profile.stacks) {
    const auto running = outermost_module(profile, stack, files);
    if (running) seen[*running] += stack.cost.wall_s;
  }
  if (seen.empty()) {
    return no_script("no script that the profile saw running is below " +
                     directory);
  }
  const Running running = std::max_element(seen.begin(), seen.end(),
                                           [](const auto& a, const auto& b) {
                                             return a.second < b.second;
                                           })
                              ->first;
  const std::vector<std::string> here = likest(files, running.file);
  if (here.size() > 1) {
    return no_script(running.file + " of the profile may be " + here[0] +
                     " or " + here[1]);
  }
  const std::string module = running.as_module ? module_at(here[0]) : "";
  if (!module.empty()) return std::vector<std::string>{"-m", module};
  return here;
}

}  // namespace ppp::cli
