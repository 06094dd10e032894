// SPDX-License-Identifier: Apache-2.0
// The functions and methods of a script of which the text shows who calls them.

#pragma once

#include <map>
#include <string>

#include "rewrite/transform.h"

namespace ppp::rewrite {

/// Nodes borrow from the Request's source.
class ScriptFunctions {
 public:
  explicit ScriptFunctions(const Request& request);

  /// A definition of the module's scope without a decorator, or a method of a
  /// plain class there: one without bases, subclasses and code that looks up
  /// attributes. Nothing else in the module has its name.
  bool contains(advisor::Node function) const;

  /// The node may stand for a function that is contained: its name, or a text
  /// of that name in a program that finds things by texts.
  bool may_name(advisor::Node node, advisor::Node function) const;

  /// What a call runs: `f(x)`, `self.f(x)` in a method, `C().f(x)`, and
  /// `c.f(x)` where `c` is bound once, to a `C()`. Null: none of these.
  advisor::Node called(advisor::Node call) const;

 private:
  void add_methods(advisor::Node cls);
  bool is_plain(advisor::Node cls) const;
  advisor::Node made_by(advisor::Node value) const;
  advisor::Node class_of(advisor::Node receiver) const;

  const Request& request_;
  std::map<std::string, advisor::Node, std::less<>> functions_, classes_;
  bool by_name_ = false;  ///< attributes are looked up by a text somewhere
  bool by_text_;          ///< anything is
  bool computed_;         ///< by a text that the source does not show
};

}  // namespace ppp::rewrite
