// SPDX-License-Identifier: Apache-2.0
#include "advisor/path_folders.h"

#include <algorithm>
#include <system_error>

namespace ppp::advisor {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string, std::less<>>;

constexpr int kDeepest = 5;
constexpr int kMostEntries = 20'000;

/// `sys.path`, `from sys import path`, `site.addsitedir`.
bool speaks_of_path(const SourceFile& file) {
  bool found = false;
  walk(file.root(), [&](Node node) {
    const bool path = node.is("identifier") && node.text() == "path" &&
                      (node.parent().field("object").text() == "sys" ||
                       node.parent().parent().is("import_from_statement"));
    found = found || path || node.text() == "addsitedir";
    return !found;
  });
  return found;
}

/// Such as are no part of a program's sources.
bool is_aside(const std::string& folder) {
  return folder.starts_with('.') || folder == "__pycache__" ||
         folder == "node_modules" || folder == "site-packages";
}

/// The name by which an entry of a folder is imported, or "".
std::string imported_as(const fs::directory_entry& entry) {
  std::error_code code;
  const std::string name = entry.path().filename().string();
  if (entry.is_directory(code)) return is_aside(name) ? "" : name;
  const std::string kind = entry.path().extension().string();
  if (kind != ".py" && kind != ".so" && kind != ".pyc") return "";
  return name.substr(0, name.find('.'));
}

void add_entries(const fs::path& folder, Names& names) {
  std::error_code code;
  int left = kMostEntries;
  for (fs::directory_iterator it(folder, code), end;
       !code && it != end && left-- > 0; it.increment(code)) {
    names.insert(imported_as(*it));
  }
}

}  // namespace

Names modules_on_changed_path(const Project& project, const fs::path& root) {
  Names names;
  if (std::none_of(project.files.begin(), project.files.end(),
                   speaks_of_path)) {
    return names;
  }
  std::error_code code;
  int left = kMostEntries;
  using Walk = fs::recursive_directory_iterator;
  for (Walk it(root, fs::directory_options::skip_permission_denied, code), end;
       !code && it != end && left-- > 0; it.increment(code)) {
    const bool folder = it->is_directory(code);
    if (folder &&
        (it.depth() >= kDeepest || is_aside(it->path().filename().string()))) {
      it.disable_recursion_pending();
    }
    if (it.depth() > 0) names.insert(imported_as(*it));
  }
  for (const fs::path& above :
       {root.parent_path(), root.parent_path().parent_path()}) {
    add_entries(above, names);
  }
  names.erase("");
  return names;
}

}  // namespace ppp::advisor
