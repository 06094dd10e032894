// SPDX-License-Identifier: Apache-2.0
// What a worker process does with the script when it imports it again, and the
// `if __name__ == "__main__":` that keeps the rest from it.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "advisor/plan.h"
#include "advisor/source_file.h"
#include "rewrite/names.h"
#include "rewrite/patch.h"

namespace ppp::rewrite {

/// The statements of a script, told apart: those that an import may run again
/// (imports, definitions, plain values) and all others.
class ScriptTop {
 public:
  /// `script` is borrowed and must outlive this object.
  explicit ScriptTop(const advisor::SourceFile& script);

  /// Why the others cannot be put under a guard; nullopt: they can.
  const std::optional<advisor::Reason>& refused() const { return refused_; }
  /// Importing the script binds `name` to what it means for good.
  bool defines(const std::string& name) const {
    return defined_.contains(name);
  }
  /// The first statement that an import must not run again, or null.
  advisor::Node first_other() const {
    return runs_.empty() ? advisor::Node() : runs_.front().front();
  }
  /// Puts every run of other statements under a guard of its own, where it
  /// stands: the order of all that happens stays.
  std::vector<Edit> guard() const;

 private:
  void classify();
  void refuse(advisor::Node node, std::string why);
  bool importable(advisor::Node statement);
  bool plain_definition(advisor::Node node);
  bool plain_class(advisor::Node node);
  bool plain_assignment(advisor::Node node);
  bool plain_branches(advisor::Node node);
  bool plain_try(advisor::Node node);
  bool plain(advisor::Node expression) const;
  bool plain_call(advisor::Node call) const;
  bool plain_type(advisor::Node annotation) const;
  bool is_plain_builtin(advisor::Node node) const;
  bool of_plain_module(advisor::Node node) const;
  bool known(const std::string& name) const;
  bool binds_for_good(const std::string& name) const;

  const advisor::SourceFile& script_;
  Names names_;
  std::set<std::string> defined_;
  std::set<std::string> readable_;  ///< of these: nobody can change the value
  std::vector<std::vector<advisor::Node>> runs_;  ///< of other statements
  std::optional<advisor::Reason> refused_;
};

}  // namespace ppp::rewrite
