// SPDX-License-Identifier: Apache-2.0
#include "rewrite/watched.h"

#include <algorithm>
#include <array>
#include <string>

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::Reason;

enum Changes : unsigned { kThreads = 1, kChildren = 2, kAnything = 7 };

struct Watched {
  std::string_view name;  ///< an identifier, or an attribute with its object
  unsigned by;            ///< the changes that it shows
  std::string_view what;
};

constexpr std::string_view kModules = "its modules";
constexpr std::string_view kReferences = "how many references there are";
constexpr std::string_view kOrigin = "where an exception came from";
constexpr std::string_view kOwnThreads = "its threads";
constexpr std::string_view kProcesses = "its child processes";

constexpr auto kWatched = std::to_array<Watched>({
    {"sys.modules", kAnything, kModules},
    {"getrefcount", kAnything, kReferences},
    {"__context__", kThreads, kOrigin},
    {"__suppress_context__", kThreads, kOrigin},
    {"__cause__", kThreads, kOrigin},
    {"current_thread", kThreads, kOwnThreads},
    {"currentThread", kThreads, kOwnThreads},
    {"active_count", kThreads, kOwnThreads},
    {"activeCount", kThreads, kOwnThreads},
    {"threadName", kThreads, kOwnThreads},
    {"threading.enumerate", kThreads, kOwnThreads},
    {"SIGCHLD", kChildren, kProcesses},
    {"os.wait", kChildren, kProcesses},
    {"waitpid", kChildren, kProcesses},
    {"waitid", kChildren, kProcesses},
    {"wait3", kChildren, kProcesses},
    {"wait4", kChildren, kProcesses},
    {"active_children", kChildren, kProcesses},
    {"RUSAGE_CHILDREN", kChildren, kProcesses},
    {"os.times", kChildren, kProcesses},
});

bool mentions_any(const advisor::SourceFile& file) {
  return std::any_of(kWatched.begin(), kWatched.end(), [&](const Watched& one) {
    const std::size_t dot = one.name.rfind('.') + 1;
    return file.text().find(one.name.substr(dot)) != std::string_view::npos;
  });
}

unsigned changes_of(std::string_view strategy) {
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
      if (!node.is("identifier") && !node.is("attribute")) return true;
      const auto* watched = std::find_if(
          kWatched.begin(), kWatched.end(), [&](const Watched& one) {
            return (one.by & changes) != 0 && one.name == node.text();
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
