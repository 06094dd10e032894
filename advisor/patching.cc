// SPDX-License-Identifier: Apache-2.0
#include "advisor/patching.h"

#include <set>
#include <string>
#include <string_view>

namespace ppp::advisor {
namespace {

/// `unittest.mock`, the package `mock`, and the MonkeyPatch of pytest; where
/// they are imported or an attribute, so a variable may have the name.
bool is_patching(Node node) {
  static const std::set<std::string_view> names = {"mock", "MonkeyPatch"};
  const Node parent = node.parent();
  return node.is("identifier") && names.contains(node.text()) &&
         (parent.is("dotted_name") || parent.is("attribute"));
}

}  // namespace

std::optional<Reason> refuse_patching(const Project& project) {
  for (const SourceFile& file : project.files) {
    if (file.text().find("mock") == std::string::npos &&
        file.text().find("MonkeyPatch") == std::string::npos) {
      continue;  // nearly always, and much faster than a walk
    }
    std::optional<Reason> found;
    walk(file.root(), [&](Node node) {
      if (!found && is_patching(node)) {
        found = Reason{"patches",
                       "`" + std::string(node.parent().text()) + "` on line " +
                           std::to_string(node.line()) +
                           " can replace any function while the program runs",
                       {file.span(node.range())}};
      }
      return !found;
    });
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace ppp::advisor
