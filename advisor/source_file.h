// SPDX-License-Identifier: Apache-2.0
// A Python source text with its syntax tree, and the project around it.

#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/syntax.h"
#include "base/edit.h"
#include "base/result.h"
#include "base/span.h"

namespace ppp::advisor {

/// One parsed file. Movable; nodes borrowed from it live as long as it does.
class SourceFile {
 public:
  /// `file` is the path for people, `path` the absolute one, `module` the
  /// dotted name by which the project imports it ("__main__" for the script).
  static SourceFile parse(std::string file, std::string path,
                          std::string module, std::string text);
  /// The same for a module that `-m` runs as "__main__" inside `package`.
  static SourceFile parse_main(std::string file, std::string path,
                               std::string package, std::string text);

  /// The file of this one's names with its text changed by `edits`, which must
  /// not overlap.
  SourceFile edited(std::vector<Edit> edits) const;
  /// The same, with the lines of this one: what an edit puts in place of a text
  /// stands on the line where that began.
  SourceFile edited_in_place(const std::vector<Edit>& edits) const;

  const std::string& file() const { return file_; }
  const std::string& path() const { return path_; }
  const std::string& module() const { return module_; }
  const std::string& text() const { return *text_; }
  /// The package that relative imports start from.
  const std::string& package() const { return package_; }

  Node root() const { return tree_.root(); }
  /// False: tree-sitter did not understand all of it, or it is nested too
  /// deeply; nothing is rewritten.
  bool well_formed() const;

  Span span(ByteRange range) const;
  int line_of(std::uint32_t byte) const;     ///< 1-based
  std::uint32_t line_begin(int line) const;  ///< byte of a line's start
  std::string_view slice(ByteRange range) const;

 private:
  std::string file_, path_, module_, package_;
  std::unique_ptr<std::string> text_;  // stable address: nodes view it
  Tree tree_;
  std::vector<std::uint32_t> lines_;
};

/// What SourceFile::parse() is given.
struct SourceText {
  std::string file, path, module, text;
};

/// Parses several files at once, in threads where there are more. The order
/// stays.
std::vector<SourceFile> parse_all(std::vector<SourceText> texts);

/// The dotted name that `name` (as written after `from`, dots included) means
/// in `source`.
std::string absolute_module(const SourceFile& source, std::string_view name);

/// The program and those modules it imports that belong to it (below the
/// script's directory, outside site-packages and virtual environments; none if
/// that is the standard library's).
struct Project {
  std::vector<SourceFile> files;  ///< files[0] is the script
  /// Imports that were not resolved to project files are library modules,
  /// but those of these names may be found in folders that the program puts on
  /// sys.path.
  std::set<std::string, std::less<>> hidden_modules = {};
  const SourceFile* find(std::string_view file) const;
};

/// `project` with `edits` of one of its files done, as SourceFile does them.
Project edited(const Project& project, const SourceFile& file,
               const std::vector<Edit>& edits);
Project edited_in_place(const Project& project, const SourceFile& file,
                        const std::vector<Edit>& edits);

/// Reads the script and, transitively, the project modules that it imports.
/// `directory` is the working directory for display paths. Fails when the
/// script cannot be read.
Result<Project> load_project(const std::string& script,
                             const std::string& directory);
/// For `-m package.module`, searched below `directory`.
Result<Project> load_project_module(const std::string& module,
                                    const std::string& directory);

}  // namespace ppp::advisor
