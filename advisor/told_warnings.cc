// SPDX-License-Identifier: Apache-2.0
#include "advisor/told_warnings.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace ppp::advisor {
namespace {

using Words = std::set<std::string_view>;

bool is_text(Node argument, const Words& texts) {
  const auto text = plain_literal(argument);
  return text && texts.contains(*text);
}

/// What `name` is called with tells nobody of anything.
bool is_quiet(std::string_view name, std::span<const Node> given) {
  const bool filters = name == "simplefilter" || name == "filterwarnings";
  if (filters) return !given.empty() && is_text(given.front(), {"ignore"});
  return std::all_of(given.begin(), given.end(), [&](Node argument) {
    if (!argument.is("keyword_argument")) return false;
    if (name == "catch_warnings") {
      return argument.field("name").text() != "action" ||
             is_text(argument.field("value"), {"ignore"});
    }
    if (name == "set_printoptions") {
      return argument.field("name").text() != "formatter";
    }
    return is_text(argument.field("value"), {"ignore", "raise", "warn"});
  });
}

/// `filterwarnings("ignore", lineno=12)`, or it may be.
bool is_for_one_line(Node call) {
  const Node function = call.field("function");
  const std::string_view name =
      (function.is("attribute") ? function.field("attribute") : function)
          .text();
  const bool filters = name == "filterwarnings";
  if (!filters && name != "simplefilter") return false;
  const std::size_t before = filters ? 4 : 2;  // its place among the arguments
  std::size_t places = 0;
  for (Node given : call.field("arguments").children()) {
    if (given.is("list_splat") || given.is("dictionary_splat")) return true;
    if (!given.is("keyword_argument")) {
      ++places;
    } else if (given.field("name").text() == "lineno") {
      return true;
    }
  }
  return places > before;
}

bool is_quiet_call(Node name) {
  const Node callee =
      name.parent().field("attribute") == name ? name.parent() : name;
  const Node call = callee.parent();
  return call.is("call") && call.field("function") == callee &&
         is_quiet(name.text(), call.field("arguments").children());
}

}  // namespace

std::optional<Reason> tells_of_warnings(const Project& project) {
  static const Words words = {
      "catch_warnings", "errstate",         "filterwarnings",
      "resetwarnings",  "seterr",           "seterrcall",
      "seterrobj",      "set_printoptions", "set_string_function",
      "simplefilter"};
  std::optional<Reason> found;
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      // getattr() may find it by a text.
      const bool named = node.is("identifier") || node.is("string_content");
      if (!found && named && words.contains(node.text()) &&
          !is_quiet_call(node)) {
        found = Reason{"tells-of-warnings",
                       "the work may warn, and what becomes of that is set by "
                       "`" +
                           std::string(node.text()) + "` on line " +
                           std::to_string(node.line()),
                       {file.span(node.range())}};
      }
      return !found;
    });
  }
  return found;
}

std::optional<Reason> tells_lines_of_warnings(const Project& project) {
  std::optional<Reason> found;
  for (const SourceFile& file : project.files) {
    const bool records =
        file.text().find("catch_warnings") != std::string::npos;
    walk(file.root(), [&](Node node) {
      const bool shown = records && node.is("attribute") &&
                         node.field("attribute").text() == "lineno";
      if (!found && (shown || (node.is("call") && is_for_one_line(node)))) {
        found = Reason{"shows-lines",
                       "`" + std::string(node.text().substr(0, 60)) +
                           "` on line " + std::to_string(node.line()) +
                           " is about the line of a warning: that is another "
                           "one in a rewritten program",
                       {file.span(node.range())}};
      }
      return !found;
    });
    if (found) break;
  }
  return found;
}

}  // namespace ppp::advisor
