// SPDX-License-Identifier: Apache-2.0
// Which names each module, function, class, lambda and comprehension binds, by
// Python's static rules.

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "advisor/syntax.h"

namespace ppp::advisor {

/// The names of one scope. A name in none of the sets is looked up outside.
struct ScopeNames {
  enum class Kind { kModule, kFunction, kClass, kLambda, kComprehension };
  Kind kind = Kind::kModule;
  std::set<std::string, std::less<>> locals;
  std::set<std::string, std::less<>> globals;    ///< `global x`
  std::set<std::string, std::less<>> nonlocals;  ///< `nonlocal x`
  bool generator = false;                        ///< has a yield of its own
  bool async = false;
};

/// `node` is a module, function_definition, class_definition, lambda or a
/// comprehension or generator expression.
ScopeNames scope_names(Node node);

/// A place that binds a name, however it does (`del` counts).
struct NameBinding {
  std::string name;
  Node node;  ///< the identifier; for an import what names it there
};

/// All places of the module or function `scope` that bind a variable of its
/// own, in no order. What a star import binds is not among them.
std::vector<NameBinding> name_bindings(Node scope);

bool is_comprehension(Node node);

/// Other tasks of the event loop may run here: `await`, `async with` and the
/// like. What its parts do is not counted.
bool is_await(Node node);

/// A name that Python changes inside of a class: `__x`, but not `__x__`.
bool is_private(std::string_view name);

/// What the name `name`, written at `at`, is called when the program runs:
/// `__x` in the class `C` is `_C__x`.
std::string mangled(std::string_view name, Node at);

/// Identifiers that assigning to `target` binds (patterns unpacked); attribute
/// and subscript targets bind none.
std::vector<std::string> bound_names(Node target);

}  // namespace ppp::advisor
