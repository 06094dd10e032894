// SPDX-License-Identifier: Apache-2.0
#include "advisor/process_files.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

namespace ppp::advisor {
namespace {

/// "/proc", "/proc/self/fd", the beginning of f"/proc/{pid}/fd", "/proc/%d/fd";
/// not "/proc/cpuinfo", which tells of the machine.
bool is_of_process(std::string_view text) {
  static constexpr std::array<std::string_view, 2> names = {"self",
                                                            "thread-self"};
  if (text == "proc" || text.starts_with("/dev/fd")) return true;
  constexpr std::string_view root = "/proc";
  const std::size_t at = text.find(root);
  if (at == std::string_view::npos) return false;
  std::string_view rest = text.substr(at + root.size());
  if (rest.empty()) return true;
  if (rest.front() != '/') return false;
  rest.remove_prefix(1);
  const bool named =
      std::any_of(names.begin(), names.end(),
                  [&](std::string_view one) { return rest.starts_with(one); });
  return named || rest.empty() ||
         !std::isalpha(static_cast<unsigned char>(rest.front()));
}

}  // namespace

std::optional<Reason> names_process_files(const Project& project) {
  for (const SourceFile& file : project.files) {
    std::optional<Reason> found;
    walk(file.root(), [&](Node node) {
      if (!found && node.is("string_content") && is_of_process(node.text())) {
        found = Reason{"effect-process-state",
                       "reads files, and `" + std::string(node.text()) +
                           "` on line " + std::to_string(node.line()) +
                           " is where the kernel tells of processes: it would "
                           "tell of the workers, too",
                       {file.span(node.range())}};
      }
      return !found;
    });
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace ppp::advisor
