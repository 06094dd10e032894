// SPDX-License-Identifier: Apache-2.0
// Abstract objects and values: the state of the abstract interpreter.
//
// An object stands for everything that one place in the program may allocate,
// kept apart by the loops in question in whose iterations that happens. A value
// is the set of objects that an expression may give. Sets only grow, so
// repeated evaluation reaches a fixpoint.

#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "advisor/context.h"
#include "advisor/library.h"
#include "advisor/source_file.h"
#include "advisor/syntax.h"
#include "advisor/tracked.h"
#include "advisor/value.h"

namespace ppp::advisor {

struct Callback {
  Value function;
  std::vector<Value> arguments;
  std::vector<std::string> special;  ///< groups that run on what it returns

  bool operator==(const Callback&) const = default;
};

struct Object {
  enum class Kind {
    kAtom,             ///< an immutable builtin: name "int", "str", …
    kContainer,        ///< name: list tuple dict set frozenset iterator
    kFunction,         ///< site: def or lambda; scope: where it was made
    kClass,            ///< site: class_definition; scope: its body
    kInstance,         ///< of the project class `of`
    kModule,           ///< scope: the module's
    kGenerator,        ///< scope: its body
    kCoroutine,        ///< scope: its body
    kBoundMethod,      ///< function, self
    kProperty,         ///< function: getter; other: setter
    kPropertySetter,   ///< what `@x.setter` gives; self: the property
    kStaticMethod,     ///< function
    kClassMethod,      ///< function
    kSuper,            ///< of: the class, self
    kLibraryModule,    ///< name
    kLibraryFunction,  ///< name "math.sqrt", entry
    kLibraryType,      ///< name "collections.Counter"
    kLibraryInstance,  ///< name of its type
    kLibraryMethod,    ///< name, entry, self
    kPartial,          ///< function; fields "[0]"… and "=name": arguments
    kUnknown,
  };

  explicit Object(Tracker& tracker)
      : places(tracker),
        function(tracker),
        other(tracker),
        self(tracker),
        instances(tracker),
        fields(tracker),
        lazy(tracker),
        lazy_sources(tracker) {}

  // Never changes once the object is known.
  Kind kind = Kind::kUnknown;
  std::string name;
  Context context = Context::kOutside;
  const SourceFile* source = nullptr;
  Node site;
  int scope = -1;
  ObjectId of = -1;             ///< of a tuple: the class of a named one
  std::vector<ObjectId> bases;  ///< of a class, as written; all in `other`
  const CallEntry* entry = nullptr;

  Tracked<std::vector<std::string>> places;  ///< of a named tuple's class
  Cell function;
  Cell other;
  Cell self;
  Cell instances;  ///< of an exception class and those derived from it
  /// Attributes by name; "[]" elements or dict values, "[k]" dict keys, "[0]"…
  /// positions of a tuple of known length, "[=name]" dict values that a display
  /// gave to the key "name".
  Cells fields;
  Tracked<std::vector<Callback>> lazy;  ///< run when iterated
  Cell lazy_sources;                    ///< iterated when iterated
  bool escaped = false;                 ///< unknown code may hold it
  /// Fields that somebody changes, at any time, after it was made.
  std::set<std::string, std::less<>> changed;
};

/// Owns all objects; the same key always gives the same object.
class Heap {
 public:
  explicit Heap(Tracker& tracker);

  ObjectId unknown() const { return unknown_; }
  ObjectId atom(std::string_view name);
  /// `key` tells apart objects of the same place (parts of one result).
  ObjectId make(Object::Kind kind, std::string_view name, Context context,
                const SourceFile* source, Node site, std::string_view key = "");
  Object& at(ObjectId id) { return objects_[static_cast<std::size_t>(id)]; }
  const Object& at(ObjectId id) const {
    return objects_[static_cast<std::size_t>(id)];
  }
  int size() const { return static_cast<int>(objects_.size()); }

  /// What the object holds: fields, selves and bound parts.
  Value parts(ObjectId id) const;
  /// Everything that can be reached from `roots` through fields, selves and
  /// bound parts, the roots included. Code objects are not entered.
  Value reachable(const Value& roots) const;
  /// The same, but what `closed` objects hold does not count.
  Value reachable(const Value& roots,
                  const std::function<bool(const Object&)>& closed) const;

 private:
  struct Key {
    Object::Kind kind;
    Context context;
    const void* site;
    std::string name;
    std::string key;

    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };
  Tracker& tracker_;
  std::deque<Object> objects_;  // references stay valid
  std::unordered_map<Key, ObjectId, Hash> known_;
  ObjectId unknown_ = 0;
};

/// The field in which a dict display keeps the value of a key: one of its own,
/// "[=name]", for a plain text.
std::string key_field(Node key);

bool is_immutable_atom(const Object& object);

}  // namespace ppp::advisor
