// SPDX-License-Identifier: Apache-2.0
// The imports that a rewritten module needs: existing ones are used again, new
// ones are put once beside those that are there.

#pragma once

#include <string>
#include <vector>

#include "advisor/source_file.h"
#include "rewrite/names.h"
#include "rewrite/patch.h"

namespace ppp::rewrite {

class Imports {
 public:
  /// Both are borrowed and must outlive this object.
  Imports(const advisor::SourceFile& source, Names& names)
      : source_(source), names_(names) {}

  /// The expression for a module ("os") …
  std::string module(const std::string& module);
  /// The same, bound before the import `statement` of the module is run.
  std::string module_before(const std::string& module, advisor::Node statement);
  /// The same as module(); where it is imported anew, under the name `as`.
  std::string module_as(const std::string& module, const std::string& as);
  /// … and for a name in one ("concurrent.futures", "ProcessPoolExecutor").
  std::string symbol(const std::string& module, const std::string& symbol);

  /// The insertions for all that was asked and was not there, in text order.
  /// `first_definition`: the statement that the first new definition is put in
  /// front of.
  std::vector<Edit> edits(std::uint32_t first_definition = UINT32_MAX) const;

 private:
  struct Wanted {
    std::string module;
    std::string symbol;                 ///< empty: the module itself
    std::string as;                     ///< the name in this module
    std::uint32_t before = UINT32_MAX;  ///< it must stand in front of that
  };
  std::string want(const std::string& module, const std::string& symbol,
                   const std::string& name);
  std::string existing(const std::string& module,
                       const std::string& symbol) const;
  const advisor::SourceFile& source_;
  Names& names_;
  std::vector<Wanted> wanted_;
};

}  // namespace ppp::rewrite
