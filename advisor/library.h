// SPDX-License-Identifier: Apache-2.0
// What the standard library and well-known packages do: the tables of
// advisor/effects/*.json, loaded. What has no entry is unknown.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ppp::advisor {

/// A value in a table: an atom, a fresh container, an alias of an argument, an
/// instance of a library type, or a union.
struct TypeExpr {
  enum class Kind {
    kAtom,       ///< name: "int", "str", …
    kContainer,  ///< name: list set frozenset dict tuple iterator; args: parts
    kAlias,      ///< name: "self", "arg0", "kw:key"
    kElement,    ///< args[0]: elem(args[0])
    kKey,        ///< key(args[0])
    kValue,      ///< value(args[0])
    kInstance,   ///< name: "re.Match": a fresh instance
    kData,       ///< fresh nested builtin containers and atoms
    kAny,        ///< unknown
    kUnion,      ///< args
  };
  Kind kind = Kind::kAny;
  std::string name;
  std::vector<TypeExpr> args;

  bool operator==(const TypeExpr&) const = default;
};

Result<TypeExpr> parse_type_expr(std::string_view text);

/// What one documented call does. Arguments are named "self", "arg0", "args"
/// (all positional ones) and "kw:name". Defaults: pure, returns anything.
struct CallEntry {
  TypeExpr returns;
  std::vector<std::string> effects;  ///< "stdout", "file-read", "random", …
  std::vector<std::string> mutates;  ///< whose own contents change
  /// Where an argument is kept: value expression -> holder. Keys may carry a
  /// "key:" or "value:" prefix for dicts.
  std::map<std::string, std::string> stores;
  /// Callback -> what it is called with.
  std::map<std::string, std::vector<TypeExpr>> calls;
  std::vector<std::string> consumes;  ///< iterated
  std::vector<std::string> special;  ///< special-method groups run on arguments
  bool lazy =
      false;  ///< consumption and calls happen when the result is iterated
  bool no_raise = false;
  bool raises_stop_iteration = false;
  bool releases_gil = false;
  std::string blocks;     ///< network disk sleep child lock, or ""
  std::string decorator;  ///< "memoize", "transparent", "dataclass", …, or ""

  bool operator==(const CallEntry&) const = default;
};

struct TypeEntry {
  std::string like;  ///< the type whose methods it has too: "dict", or ""
  CallEntry construct;
  bool constructible = false;
  std::map<std::string, CallEntry, std::less<>> methods;
  std::map<std::string, TypeExpr, std::less<>> attributes;  ///< "*": any other
  TypeExpr iterates;  ///< items when iterated
  bool iterable = false;
  bool immutable = false;
  bool picklable = false;
  bool thread_safe = false;

  bool operator==(const TypeEntry&) const = default;
};

struct ModuleEntry {
  std::string name;
  bool complete = false;  ///< every public name is listed
  std::map<std::string, TypeExpr, std::less<>> constants;
  std::map<std::string, CallEntry, std::less<>> functions;
  std::map<std::string, TypeEntry, std::less<>> types;

  bool operator==(const ModuleEntry&) const = default;
};

/// All tables. Types of builtins are found by their bare name ("list") too.
class Library {
 public:
  const ModuleEntry* module(std::string_view name) const;
  /// True when `name` is a package prefix of known modules ("os", "urllib").
  bool package(std::string_view name) const;
  const CallEntry* function(std::string_view module,
                            std::string_view name) const;
  const TypeEntry* type(std::string_view qualified) const;
  /// Follows `like`.
  const CallEntry* method(std::string_view qualified_type,
                          std::string_view name) const;

  /// Adds one table. Fails on an unknown word, naming `file` and the entry.
  Status add(std::string_view file, std::string_view json);

 private:
  std::map<std::string, ModuleEntry, std::less<>> modules_;
};

/// The tables that are part of this program. A table that does not load is a
/// broken invariant.
const Library& builtin_library();

}  // namespace ppp::advisor
