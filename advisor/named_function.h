// SPDX-License-Identifier: Apache-2.0
// What a name stands for, by the text of its module alone: also where the
// analysis has not been, as in functions that a library calls.

#pragma once

#include <string_view>

#include "advisor/source_file.h"
#include "advisor/syntax.h"

namespace ppp::advisor {

/// What binds `name` in the module, if only one thing does; else null.
Node only_binding(const SourceFile& source, std::string_view name);

/// `global name` or `nonlocal name`: other scopes may bind it, too.
bool declared(const SourceFile& source, std::string_view name);

/// It may bind any name.
bool star_imports(const SourceFile& source);

/// The only definition of the function that `name` is read as: in the module
/// or in a function around it, plain (no decorator, coroutine or generator).
/// Null: it may be something else.
Node named_function(const SourceFile& source, Node name);

/// The identifier is a builtin: nothing in the module binds its name.
bool is_builtin(const SourceFile& source, Node name);

/// The identifier is a module: nothing but an import of it binds the name.
bool names_module(const SourceFile& source, Node name, std::string_view module);

/// "erf" for a name that nothing but `from math import erf` binds, with
/// `module` "math"; else "".
std::string named_member(const SourceFile& source, Node name,
                         std::string_view module);

/// Something in the program may be found by a text that is its name.
bool finds_by_text(const Project& project);

/// A function may be found by a text that the source does not show.
bool computes_names(const Project& project);

/// It may look at who called it.
bool looks_at_callers(const SourceFile& source);

/// It may look at variables by name.
bool looks_at_variables(const SourceFile& source);

}  // namespace ppp::advisor
