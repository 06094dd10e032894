// SPDX-License-Identifier: Apache-2.0
#include "advisor/own_code.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace ppp::advisor {
namespace {

// By name, as getattr() may find them by a text.
constexpr std::string_view kWords[] = {
    // text
    "findsource", "getcomments", "getsource", "getsourcefile", "getsourcelines",
    "linecache",
    // lines
    "extract_stack", "extract_tb", "f_lineno", "format_stack", "getframeinfo",
    "print_stack", "StackSummary", "tb_lineno", "TracebackException",
    "walk_stack", "walk_tb",
    // code objects
    "__code__", "f_code", "gi_code",
    // what the interpreter holds
    "getallocatedblocks", "getrefcount", "tracemalloc"};

/// `sys.modules`, but for one of them by name: a rewrite imports more.
bool is_all_modules(Node node) {
  return node.is("attribute") && node.text() == "sys.modules" &&
         node.parent().field("value") != node;
}

/// `sys.modules["__main__"].__file__`, `__main__.__file__`
bool is_own_path(Node node) {
  const std::string_view whose = node.field("object").text();
  return node.is("attribute") && node.field("attribute").text() == "__file__" &&
         (whose == "__main__" || whose.starts_with("sys.modules["));
}

// Of this module only the import: a variable may have the name.
bool is_disassembler(Node node) {
  return node.text() == "dis" && node.parent().is("dotted_name");
}

bool looks(Node node) {
  if (is_all_modules(node) || is_own_path(node) || is_disassembler(node)) {
    return true;
  }
  return (node.is("identifier") || node.is("string_content")) &&
         std::ranges::find(kWords, node.text()) != std::end(kWords);
}

bool may_look(std::string_view text) {
  auto holds = [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  };
  return holds("sys.modules") || holds("__main__") || holds("dis") ||
         std::ranges::any_of(kWords, holds);
}

}  // namespace

std::optional<Reason> looks_at_own_code(const Project& project) {
  std::optional<Reason> found;
  for (const SourceFile& file : project.files) {
    if (!may_look(file.text())) continue;  // nearly always
    walk(file.root(), [&](Node node) {
      if (!found && looks(node)) {
        found = Reason{"looks-at-own-code",
                       "`" + std::string(node.text()) + "` on line " +
                           std::to_string(node.line()) +
                           " shows the program itself, and a rewritten one "
                           "is another",
                       {file.span(node.range())}};
      }
      return !found;
    });
    if (found) break;
  }
  return found;
}

}  // namespace ppp::advisor
