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
    "findsource", "getcomments", "getfile", "getmodule", "getsource",
    "getsourcefile", "getsourcelines",
    // lines
    "extract_stack", "extract_tb", "f_lineno", "format_stack", "getframeinfo",
    "print_stack", "StackSummary", "tb_lineno", "TracebackException",
    "walk_stack", "walk_tb",
    // code objects, and the names beside them
    "__code__", "__globals__", "f_code", "gi_code",
    // what the interpreter holds
    "getallocatedblocks", "getrefcount"};

// Only where they are imported: a variable may have the name.
constexpr std::string_view kModules[] = {
    "__main__", "cProfile", "dis",   "doctest", "linecache",
    "profile",  "pyclbr",   "pydoc", "trace",   "tracemalloc"};

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view text) {
  return std::ranges::find(words, text) != std::end(words);
}

bool is_imported(Node node) {
  const Node path = node.parent();
  if (!path.is("dotted_name") || !(path.child(0) == node)) return false;
  const Node by = path.parent();
  return by.is("import_from_statement")
             ? by.field("module_name") == path
             : by.is("import_statement") || by.parent().is("import_statement");
}

/// `sys.modules`, but for one of them by name: a rewrite imports more.
bool is_all_modules(Node node) {
  if (node.is("string_content") && node.text() == "modules") {
    const Node call = node.parent().parent().parent();
    return call.field("function").text() == "getattr";
  }
  return node.is("attribute") && node.text() == "sys.modules" &&
         !(node.parent().field("value") == node);
}

/// `sys.modules["__main__"].__file__`
bool is_own_path(Node node) {
  return node.is("attribute") && node.field("attribute").text() == "__file__" &&
         node.field("object").text().starts_with("sys.modules[");
}

bool looks(Node node) {
  if (is_all_modules(node) || is_own_path(node)) return true;
  if (node.is("string_content")) return is_one_of(kWords, node.text());
  return node.is("identifier") &&
         (is_one_of(kWords, node.text()) ||
          (is_one_of(kModules, node.text()) && is_imported(node)) ||
          (node.text() == "help" && is_called(node)));
}

}  // namespace

std::optional<Reason> looks_at_own_code(const Project& project) {
  std::optional<Reason> found;
  for (const SourceFile& file : project.files) {
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
