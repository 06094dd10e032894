// SPDX-License-Identifier: Apache-2.0
// What the standard library and well-known packages do: the tables of
// advisor/effects/*.json, loaded. What has no entry is unknown.

#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded_file.h"
#include "base/result.h"

namespace ppp::advisor {

/// A value in a table: an atom, a fresh container, an alias of an argument, an
/// instance of a library type, or a union.
struct TypeExpr {
  enum class Kind {
    kAtom,       ///< name: "int", "str", …
    kContainer,  ///< name: list set frozenset dict tuple iterator; args: parts;
                 ///< a tuple with several has one for each place
    kAlias,      ///< name: "self", "arg0", "args", "several" (all positional
                 ///< ones if two or more), "kw:key", "kwargs", or a
                 ///< hidden slot of the object: "self.default_factory"
    kElement,    ///< args[0]: elem(args[0])
    kHeld,       ///< held(args[0])
    kKey,        ///< key(args[0])
    kValue,      ///< value(args[0])
    kResult,     ///< result(args[0]): what calling args[0] returned
    kArith,      ///< arithmetic on values of args[0], or one of these values
    kRing,       ///< sums, differences and products of them: of ints an int
    kCopy,       ///< copy(args[0]): a fresh object with the same contents
    kDeepCopy,   ///< deepcopy(args[0]): all that it reaches is fresh
    kReach,      ///< reach(args[0]): it and everything reachable from it
    kInstance,   ///< name: "re.Match": a fresh instance; args: its elements
    kShared,     ///< name: the one long-lived instance: shared(logging.Logger)
    kClass,      ///< name: the class itself, as an argument: class(float)
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

inline constexpr std::string_view kNamed = "named:";

/// What one documented call does. Arguments are named "self", "arg0", "args"
/// (all positional ones), "kw:name" and "kwargs" (all keyword ones); one that
/// the call does not give stands for nothing. Defaults: pure, returns anything.
/// An argument that may also be passed by name occurs under both names.
struct CallEntry {
  TypeExpr returns;
  /// Argument -> what it returns instead when that is given; "named:NAME":
  /// when the program has that word.
  std::map<std::string, TypeExpr> returns_with;
  /// Types and what is returned instead when `self` and all arguments are of
  /// one.
  std::vector<std::pair<TypeExpr, TypeExpr>> returns_for;
  std::vector<std::string> effects;  ///< "stdout", "file-read", "random", …
  /// Argument -> further effects when it is absent or may be None.
  std::map<std::string, std::vector<std::string>> effects_without;
  /// Argument -> further effects when it is given.
  std::map<std::string, std::vector<std::string>> effects_with;
  /// Further effects when the object has been given SQL that may change a
  /// database.
  std::vector<std::string> effects_after_writing;
  std::vector<std::string> mutates;  ///< whose own contents change
  /// Which only one thread at a time may use, and which the call leaves as they
  /// were for all that others can notice.
  std::vector<std::string> uses;
  /// What the first argument is that may show, in the source, that the call
  /// only asks: "sql", or "http" for a method; else "". A call with SQL that
  /// only reads reads files, and uses what it mutates otherwise; with
  /// "server-sql" it is a "query" instead. A GET, HEAD or OPTIONS is
  /// "network-safe". "program": one that shares no stdout with this
  /// one has the effect "program" instead.
  /// "url": a call with a URL of the web reads no file.
  std::string asks;
  /// What it returns where it only asks, if not the same.
  std::optional<TypeExpr> returns_asking;
  std::vector<std::string> views;  ///< what the result reads or writes through
  /// Where an argument is kept: value expression -> holder. Keys may carry a
  /// "key:" or "value:" prefix for dicts.
  std::map<std::string, std::string> stores;
  /// Callback -> what it is called with. "arg1.write" is the method `write` of
  /// arg1; "self.file" is a hidden slot, "self.file.write" a method of what it
  /// holds. What is not callable (None, a str) is not called.
  std::map<std::string, std::vector<TypeExpr>> calls;
  std::vector<std::string> consumes;  ///< iterated
  std::vector<std::string> special;  ///< special-method groups run on arguments
  bool lazy = false;  ///< all that happens when the result is iterated
  /// All that it reads is the file at its first argument, which is a path.
  bool reads_path = false;
  bool no_raise = false;
  bool raises_stop_iteration = false;
  bool releases_gil = false;
  std::string blocks;     ///< network disk sleep child lock, or ""
  std::string decorator;  ///< "memoize", "transparent", "dataclass", …, or ""

  /// Names of the positional arguments; "": none, or positional only.
  std::vector<std::string> params;
  std::vector<std::string> keywords;  ///< other names it takes; "*": all
  int max_args = -1;       ///< more positional ones: unknown; -1: any
  bool is_static = false;  ///< a class or static method: no "self"
  /// The types that an argument must have; else the call is unknown.
  std::map<std::string, TypeExpr> requires_types;
  /// The texts that an argument may be, written in the call; else the call is
  /// unknown.
  std::map<std::string, std::vector<std::string>> requires_text;

  /// False: the entry says nothing about a call with this many positional
  /// arguments, or with this keyword; treat the call as unknown.
  bool takes_positional(int count) const;
  bool takes_keyword(std::string_view name) const;

  bool operator==(const CallEntry&) const = default;
};

/// How every thread gets an object of its own of a type.
struct PerThread {
  bool possible = false;
  std::string argument;  ///< to be added to the call that makes it, or ""
  /// What ends its life: "closing" (contextlib's), "with", or "" (nothing).
  std::string closed_by;
  /// What it is: a connection to a database in a "file" or of a "server", the
  /// "cursor" of one, a "client" (its deep copy asks as it does), a "pool" that
  /// lends threads connections (they need none of their own), or "".
  std::string role;
  /// A statement that fails spoils the transaction that it stands in.
  bool spoiled_by_failure = false;

  bool operator==(const PerThread&) const = default;
};

struct TypeEntry {
  std::string like;  ///< the type whose methods it has too: "dict", or ""
  CallEntry construct;
  bool constructible = false;
  std::map<std::string, CallEntry, std::less<>> methods;
  std::map<std::string, TypeExpr, std::less<>> attributes;  ///< "*": any other
  TypeExpr iterates;  ///< items when iterated, beside the elements it holds
  bool iterable = false;
  bool immutable = false;
  bool in_memory = false;  ///< holds no file or connection open
  bool picklable = false;
  bool thread_safe = false;
  /// Attributes that may be set, but not to functions, without a change of what
  /// the entries say. They configure what per_thread makes.
  std::vector<std::string> settable;
  PerThread per_thread;
  /// What requires it refuses one that unknown code holds, or of which
  /// something was set or called that no entry describes.
  bool strict = false;
  /// Whatever is asked of it may change how it keeps what it holds, which later
  /// changes of a part may show: what is asked of it is a change.
  bool unsettled = false;
  /// Every public attribute and operator that it has is listed: any other one
  /// raises AttributeError or TypeError.
  bool complete = false;
  bool by_value = false;  ///< equal may be two objects; else == means `is`
  /// What ties one call to the next, and what to do about it: for people.
  std::string state;
  std::string remedy;
  /// What has to hold for that to be of no matter: `--allow tested` may assume
  /// it. "": nothing would do.
  std::string assumption;
  /// The id of the reason that it gives; "": "writes-shared-state".
  std::string conflict;
  /// Left by `with`, it looks to everybody as before, for what asks it for no
  /// more than these attributes. Nothing: its end may be noticed.
  std::optional<std::vector<std::string>> after_exit;
  /// Methods after which it holds no file, connection or process any more.
  std::vector<std::string> finished_by;
  std::string real;  ///< the Python expression of the type, if it has no name

  bool operator==(const TypeEntry&) const = default;
};

struct ModuleEntry {
  std::string name;
  std::string package;    ///< "numpy" when not of the standard library
  bool complete = false;  ///< every public name is listed
  bool quiet = false;     ///< that it is imported nobody can see
  std::map<std::string, TypeExpr, std::less<>> constants;
  std::map<std::string, CallEntry, std::less<>> functions;
  std::map<std::string, TypeEntry, std::less<>> types;

  bool operator==(const ModuleEntry&) const = default;
};

/// All tables. Types of builtins are found by their bare name ("list") too.
class Library {
 public:
  Library() = default;
  /// Tables that are read when their module is asked for: a program asks for
  /// few. A file has the name of its module, "builtins_" with more behind it
  /// for the builtins. One that cannot be read is a broken invariant. `files`
  /// is borrowed for the lifetime of this object.
  explicit Library(const std::vector<EmbeddedFile>& files);

  const ModuleEntry* module(std::string_view name) const;
  /// True when `name` is a package prefix of known modules ("os", "urllib").
  bool package(std::string_view name) const;
  const CallEntry* function(std::string_view module,
                            std::string_view name) const;
  const TypeEntry* type(std::string_view qualified) const;
  /// By way of `like`; a type of builtins derives under its bare name, too.
  bool derives(std::string_view qualified, std::string_view builtin) const;
  /// Follows `like`.
  const CallEntry* method(std::string_view qualified_type,
                          std::string_view name) const;

  /// Adds one table. Fails on an unknown word, naming `file` and the entry.
  Status add(std::string_view file, std::string_view json);
  /// After the last table: every type that an entry names must have an entry.
  Status check() const;

 private:
  struct Module {
    std::vector<const EmbeddedFile*> files;  ///< not read before `once`
    std::once_flag once;
    ModuleEntry entry;
  };
  void read(const std::string& name, Module& module) const;

  mutable std::map<std::string, Module, std::less<>> modules_;
};

/// The tables that are part of this program.
const Library& builtin_library();

}  // namespace ppp::advisor
