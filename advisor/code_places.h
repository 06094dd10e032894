// SPDX-License-Identifier: Apache-2.0
// The code objects of a source file, as profilers name them: a function, and a
// line in it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "advisor/source_file.h"

namespace ppp::advisor {

class CodePlaces {
 public:
  /// `source` is borrowed.
  explicit CodePlaces(const SourceFile& source);

  struct Code {
    Node node;         ///< null: the module
    std::string name;  ///< "work", "<lambda>", "<listcomp>", "<module>"
    int first_line = 1;
    int body_line = 1;
    int last_line = 1;
  };

  /// A function of that name may be on `line`. `function` may be qualified.
  bool fits(std::string_view function, int line) const;
  /// Those of that name; with a line, that begin there.
  std::vector<const Code*> named(std::string_view function, int line) const;
  /// The first lines of the loops that `code` itself runs, and those of
  /// comprehensions in it.
  std::vector<int> loop_lines(const Code& code) const;

 private:
  void add(Node node, std::string name, int body_line);

  const SourceFile& source_;
  std::vector<Code> codes_;  ///< the module is the first
};

/// What stands behind the last dot of a qualified name.
std::string_view own_name(std::string_view function);

}  // namespace ppp::advisor
