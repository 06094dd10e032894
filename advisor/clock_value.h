// SPDX-License-Identifier: Apache-2.0
// What the clock analysis knows of a value: whether it comes from a clock, and
// which functions, classes, containers and library names it may be.

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "advisor/scopes.h"
#include "advisor/shared_set.h"
#include "advisor/syntax.h"

namespace ppp::advisor::clock {

/// Ordered so that joining two different kinds other than kNone gives kMixed.
enum class Taint {
  kNone,   ///< nothing seen yet, or a constant: joins with anything
  kPlain,  ///< computed without a clock
  kClock,  ///< computed from a clock, whatever else went in
  kMixed,  ///< may come from a clock, or is text with other parts
};

inline bool tainted(Taint taint) { return taint >= Taint::kClock; }

/// The value is one or the other.
Taint join(Taint a, Taint b);
/// The value is computed from both.
Taint combine(Taint a, Taint b);

struct Object;
struct Function;
struct Class;
struct Scope;

struct Value {
  Taint self = Taint::kNone;
  bool text = false;             ///< may be a string
  SharedSet<std::string> paths;  ///< "time.time", "builtins.print"
  SharedSet<Function*> functions;
  SharedSet<Class*> classes;
  SharedSet<Class*> instances;  ///< objects of these classes
  SharedSet<Object*> objects;   ///< containers, by the place that makes them

  static Value functions_of(const Value& other) {
    Value value;
    value.functions = other.functions;
    return value;
  }
  static Value plain() { return of(Taint::kPlain); }
  static Value of(Taint taint, bool text = false) {
    Value value;
    value.self = taint;
    value.text = text;
    return value;
  }
  /// How many things it may be.
  std::size_t size() const {
    return paths.size() + functions.size() + classes.size() + instances.size() +
           objects.size();
  }
  bool known_callee() const {
    return !paths.empty() || !functions.empty() || !classes.empty() ||
           !instances.empty();
  }
  /// The value as an operand. A library's name counts as some value.
  Taint operand() const {
    bool other = !paths.empty() || !instances.empty();
    return other ? ppp::advisor::clock::join(self, Taint::kPlain) : self;
  }
  /// Nothing but a clock's value: no other value may be in its place.
  bool clock_only() const {
    return self == Taint::kClock && objects.empty() && !known_callee();
  }
  /// Nothing is known of it (yet).
  bool nothing() const {
    return self == Taint::kNone && !text && objects.empty() && !known_callee();
  }
  /// Returns whether `*this` changed.
  bool add(const Value& other);
};

/// A container. Its length and the fact that it is empty do not count as
/// clock-dependent: what is put in when is decided by control flow.
struct Object {
  Value elements;                      ///< at positions that are not known
  std::map<std::string, Value> slots;  ///< by constant key or tuple position
  std::size_t tuple_size = 0;          ///< 0: no tuple of known size
  bool escaped = false;

  Value any() const;
  Value at(const std::string& key) const;
};

struct Parameter {
  enum class Kind { kPlain, kKeywordOnly, kStar, kDoubleStar };
  std::string name;
  Kind kind = Kind::kPlain;
  Node default_value;
  Node node;
};

struct Function {
  Node node;  ///< function_definition or lambda
  Scope* scope = nullptr;
  Class* owner = nullptr;  ///< the class whose body defines it
  bool is_static = false;
  bool is_class_method = false;
  bool is_property = false;
  std::vector<Parameter> parameters;
  Value result;
  Value yields;
  std::map<const void*, Node> returns;  ///< returned expressions
};

struct Class {
  Node node;
  Scope* scope = nullptr;
  std::vector<Value> bases;
  std::vector<std::string> fields;  ///< of a dataclass, in order
  bool is_dataclass = false;
  std::set<std::string, std::less<>> attributes;  ///< set on its objects
};

/// The places that bind a name.
struct Variable {
  Value value;
  struct Site {
    Node value;  ///< null: not a plain assignment of one expression
    Scope* scope = nullptr;
  };
  std::map<const void*, Site> sites;
};

struct Scope {
  Node node;
  Scope* parent = nullptr;
  std::size_t file = 0;
  ScopeNames names;
  Function* function = nullptr;
  Class* owner = nullptr;  ///< set for a class scope
  std::map<std::string, Variable, std::less<>> variables;
};

}  // namespace ppp::advisor::clock
