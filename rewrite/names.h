// SPDX-License-Identifier: Apache-2.0
// Which names a module uses, and new ones that collide with none of them.

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "advisor/source_file.h"

namespace ppp::rewrite {

/// Calls for every place below `scope` that binds a name: assignment, loop
/// target, import, definition, parameter, `as`, `:=`, `del`, pattern.
/// `nested`: look into functions and classes, too.
struct Binding {
  std::string name;
  advisor::Node node;  ///< the name's identifier (for an import, the import)
};
std::vector<Binding> bindings(advisor::Node scope, bool nested);

/// The names bound by an assignment's or a loop's target.
std::vector<std::string> target_names(advisor::Node target);

class Names {
 public:
  explicit Names(const advisor::SourceFile& source);

  /// The identifier stands anywhere in the module, attributes left out.
  bool mentioned(const std::string& name) const;
  /// Anything in the module binds it, in whatever scope.
  bool bound(const std::string& name) const { return bound_.contains(name); }
  /// Nothing but import statements bind it.
  bool only_imported(const std::string& name) const;
  /// Bound once in the whole module.
  bool bound_once(const std::string& name) const;
  /// `from x import *` may bind anything.
  bool star_import() const { return star_import_; }

  /// The first of `wishes` that is free; else the last one with a number. It is
  /// taken from then on.
  std::string fresh(const std::vector<std::string>& wishes);
  /// The same for a variable that is dead after a few lines: another rewrite
  /// may use it again.
  std::string local(const std::vector<std::string>& wishes);

 private:
  struct Count {
    int all = 0;
    int imports = 0;
  };
  bool free(const std::string& name) const;
  std::string choose(const std::vector<std::string>& wishes,
                     const std::set<std::string>& avoid) const;
  std::set<std::string> mentioned_;
  std::set<std::string> locals_;  ///< given out by local()
  std::map<std::string, Count> bound_;
  bool star_import_ = false;
};

/// "a, b"
std::string joined(const std::vector<std::string>& names);

/// A Python keyword or builtin that a new name should not hide.
bool reserved_word(std::string_view name);

}  // namespace ppp::rewrite
