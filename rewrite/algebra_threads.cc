// SPDX-License-Identifier: Apache-2.0
#include "rewrite/algebra_threads.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "advisor/library.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::SourceFile;

// It is read once, when the library is loaded.
constexpr const char* kVariable = "OPENBLAS_NUM_THREADS";

/// The program reads its environment, or starts programs that get it.
bool shows_environment(const advisor::Project& project) {
  static constexpr std::array<std::string_view, 11> kWords = {
      "environ", "environb", "getenv", "getenvb", "putenv",     "unsetenv",
      "system",  "popen",    "Popen",  "pty",     "posix_spawn"};
  static constexpr std::array<std::string_view, 4> kBegin = {
      "subprocess", "spawn", "exec", "create_subprocess"};
  bool found = false;
  for (const SourceFile& file : project.files) {
    advisor::walk(file.root(), [&](Node node) {
      // getattr() may find it by a text.
      if (!node.is("identifier") && !node.is("string_content")) return !found;
      const std::string_view word = node.text();
      found |= std::find(kWords.begin(), kWords.end(), word) != kWords.end() ||
               std::any_of(kBegin.begin(), kBegin.end(),
                           [&](std::string_view begin) {
                             return word.starts_with(begin);
                           });
      return !found;
    });
  }
  return found;
}

bool is_import(Node node) {
  return node.is("import_statement") || node.is("import_from_statement") ||
         node.is("future_import_statement");
}

/// `import os, sys`, of the standard library alone: none of it loads NumPy.
bool is_of_standard_library(Node statement) {
  if (statement.is("future_import_statement")) return true;
  bool standard = true;
  advisor::walk(statement, [&](Node node) {
    const bool module =
        node.is("dotted_name") && (statement.is("import_statement") ||
                                   statement.field("module_name") == node);
    const bool relative = node.is("relative_import");
    if (relative) standard = false;
    if (!module) return !relative;
    const advisor::ModuleEntry* entry =
        advisor::builtin_library().module(node.text());
    standard &= entry && entry->package.empty();
    return false;
  });
  return standard;
}

/// The first import of the module that may load NumPy.
struct FirstImport {
  Node statement;
  bool first_of_all = true;  ///< no other import stands before it
};

FirstImport first_import(const SourceFile& source) {
  FirstImport found;
  for (Node statement : source.root().children()) {
    const bool text =
        statement.is("expression_statement") && statement.child(0).is("string");
    if (is_import(statement) && is_of_standard_library(statement)) {
      found.first_of_all = false;
    } else if (is_import(statement)) {
      found.statement = statement;
      break;
    } else if (!text && !statement.is("comment")) {
      break;
    }
  }
  return found;
}

}  // namespace

void bound_algebra_threads(const Request& request, Rewrite& rewrite) {
  const auto& library = request.options.algebra_library;
  if (!request.options.tolerant || !request.candidate.work.linear_algebra ||
      !library || library->name != "OpenBLAS" || library->threads < 2 ||
      request.source.file() != request.project.files.front().file() ||
      shows_environment(request.project)) {
    return;
  }
  const FirstImport first = first_import(request.source);
  const Node statement = first.statement;
  if (!statement || !begins_line(request.source, statement.range().begin)) {
    return;
  }
  const std::uint32_t begin = statement.range().begin;
  const std::string newline = newline_of(request.source);
  const std::string os = request.imports.module_before("os", statement);
  const bool apart = !first.first_of_all &&
                     missing_blank_lines(request.source, begin, 1).empty();
  const std::string word(
      statement.text().substr(0, statement.text().find(' ')));
  // Of several loops each asks for it: the same replacement is done once.
  rewrite.edits.push_back(
      {{begin, begin + static_cast<std::uint32_t>(word.size())},
       fmt::format("{}{}.environ.setdefault(\"{}\", \"1\")  # a CPU for each "
                   "worker{}{}{}",
                   apart ? "" : newline, os, kVariable, newline, newline,
                   word)});
  rewrite.assumptions.push_back(within_tolerance(
      request.candidate.loop,
      {fmt::format("linear algebra, by one thread instead of {}",
                   library->threads)}));
}

}  // namespace ppp::rewrite
