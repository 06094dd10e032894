// SPDX-License-Identifier: Apache-2.0
#include "rewrite/watched.h"

#include <algorithm>
#include <array>
#include <string>

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;

enum Changes : unsigned {
  kThreads = 1,
  kChildren = 2,
  kWarnings = 4,  ///< Python forgets which places have warned
  kAnything = 7
};

struct Watched {
  /// "name": wherever it stands. ".name": of any object or module. "m.name": of
  /// the module m.
  std::string_view name;
  unsigned by;  ///< the changes that it shows
  std::string_view what;
};

constexpr std::string_view kModules = "its modules";
constexpr std::string_view kReferences = "how many references there are";
constexpr std::string_view kOrigin = "where an exception came from";
constexpr std::string_view kOwnThreads = "its threads";
constexpr std::string_view kProcesses = "its child processes";
constexpr std::string_view kWarned = "what it warns of";
constexpr std::string_view kLimits = "the limits of its process";

constexpr auto kWatched = std::to_array<Watched>({
    {".modules", kAnything, kModules},
    {"getrefcount", kAnything, kReferences},
    {"__context__", kThreads, kOrigin},
    {"__suppress_context__", kThreads, kOrigin},
    {"__cause__", kThreads, kOrigin},
    {"current_thread", kThreads, kOwnThreads},
    {"currentThread", kThreads, kOwnThreads},
    {"active_count", kThreads, kOwnThreads},
    {"activeCount", kThreads, kOwnThreads},
    {"threadName", kThreads, kOwnThreads},
    {".enumerate", kThreads, kOwnThreads},
    {"warn", kWarnings, kWarned},
    {"warn_explicit", kWarnings, kWarned},
    {"showwarning", kWarnings, kWarned},
    {"filterwarnings", kWarnings, kWarned},
    {"simplefilter", kWarnings, kWarned},
    {"__warningregistry__", kWarnings, kWarned},
    {"SIGCHLD", kChildren, kProcesses},
    {"os.wait", kChildren, kProcesses},
    {"waitpid", kChildren, kProcesses},
    {"waitid", kChildren, kProcesses},
    {"wait3", kChildren, kProcesses},
    {"wait4", kChildren, kProcesses},
    {"active_children", kChildren, kProcesses},
    {"RUSAGE_CHILDREN", kChildren, kProcesses},
    {".times", kChildren, kProcesses},
    {"setrlimit", kThreads | kChildren, kLimits},
    {"prlimit", kThreads | kChildren, kLimits},
});

bool mentions_any(const advisor::SourceFile& file) {
  return std::any_of(kWatched.begin(), kWatched.end(), [&](const Watched& one) {
    const std::size_t dot = one.name.rfind('.') + 1;
    return file.text().find(one.name.substr(dot)) != std::string_view::npos;
  });
}

/// `import module`, `import module as name`.
bool names_module(const advisor::SourceFile& file, std::string_view name,
                  std::string_view module) {
  bool found = name == module;
  advisor::walk(file.root(), [&](Node node) {
    found |= node.is("aliased_import") && node.field("name").text() == module &&
             node.field("alias").text() == name;
    return !found;
  });
  return found;
}

/// The identifier, or the text of a string, is what is watched.
bool is_watched(const Watched& one, Node node,
                const advisor::SourceFile& file) {
  const std::size_t dot = one.name.rfind('.');
  if (dot == std::string_view::npos) return node.text() == one.name;
  if (node.text() != one.name.substr(dot + 1)) return false;
  const std::string_view module = one.name.substr(0, dot);
  const Node holder = node.parent();
  if (holder.is("attribute") && holder.field("attribute") == node) {
    return module.empty() ||
           names_module(file, holder.field("object").text(), module);
  }
  const Node import = advisor::enclosing(node, {"import_from_statement"});
  return import &&
         (module.empty() || import.field("module_name").text() == module);
}

unsigned changes_of(std::string_view strategy) {
  if (strategy == "numba" || strategy == "dask") return kWarnings | kThreads;
  return strategy == "process-pool" ? kChildren : kThreads;
}

}  // namespace

std::optional<Reason> refuse_watched(const advisor::Project& project,
                                     std::string_view strategy) {
  const unsigned changes = changes_of(strategy);
  std::optional<Reason> found;
  for (const advisor::SourceFile& file : project.files) {
    if (!mentions_any(file)) continue;
    advisor::walk(file.root(), [&](Node node) {
      if (found) return false;
      if (!node.is("identifier") && !node.is("string_content")) return true;
      const auto* watched = std::find_if(
          kWatched.begin(), kWatched.end(), [&](const Watched& one) {
            return (one.by & changes) != 0 && is_watched(one, node, file);
          });
      if (watched == kWatched.end()) return true;
      found = Reason{changes == kChildren && watched->what == kProcesses
                         ? "handles-processes"
                         : "watched",
                     "the program looks at " + std::string(watched->what) +
                         ": `" + std::string(node.text()) + "`",
                     {file.span(node.range())}};
      return false;
    });
  }
  return found;
}

}  // namespace ppp::rewrite
