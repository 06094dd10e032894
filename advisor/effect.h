// SPDX-License-Identifier: Apache-2.0
// What a piece of the program does that something else may notice.

#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "advisor/context.h"
#include "advisor/name.h"
#include "advisor/source_file.h"

namespace ppp::advisor {

struct Effect {
  enum class Kind {  // accesses first
    kReadName,       ///< subject: a scope; name: the variable
    kWriteName,      ///< also deletes it
    kReadClosure,    ///< the same by a function made in that scope, which may
    kWriteClosure,   ///< outlive it; only while effects are gathered
    kReadField,      ///< subject: an object; name: field, "*": all it reaches
    kWriteField,
    kUses,     ///< subject: an object for one thread at a time; a use leaves
               ///< nothing behind that another one could notice
    kAdvance,  ///< subject: a generator made elsewhere; name: as of kUnknown
    kOutside,  ///< name: category of the library tables ("stdout", "random");
               ///< subject: a number for the place if each is to be told, else
               ///< -1
    kTellsApart,  ///< subject: an object that is told from its copies
    kUnknown,     ///< name: the expression that may do anything
    kRaises,      ///< name: an exception that crosses processes badly
    kFile,  ///< name: "r" or "w"; subject: a number for the call of `open`,
            ///< which
            ///< is the place, -1: files that are reached in another way.
            ///< kByPath: a call that reads nothing but the file at the path it
            ///< is given; subject: its number. kOtherwise: any other read
  };
  Kind kind = Kind::kUnknown;
  int subject = -1;
  Name name;

  auto operator<=>(const Effect&) const = default;
};

inline constexpr const char* kByPath = "path";
inline constexpr const char* kOtherwise = "otherwise";

/// Where an effect was first seen.
struct Place {
  const SourceFile* source = nullptr;
  ByteRange range;

  Span span() const { return source ? source->span(range) : Span{}; }
};

/// " on line 7", or "" where the place is not known.
std::string on_line(const Place& place);

/// Different effects in their order, each with its place: a map in one block of
/// memory, as there are many, and most are only gathered and looked through.
class Effects {
 public:
  using Entry = std::pair<Effect, Place>;
  using Iterator = std::vector<Entry>::const_iterator;

  static bool before(const Entry& a, const Entry& b) {
    return a.first < b.first;
  }

  Effects() = default;
  /// Of entries in any order; of equal effects the first counts.
  explicit Effects(std::vector<Entry> entries);

  /// What is known already keeps its place.
  void add(const Effect& effect, const Place& place);
  void add(const Effects& other);

  Iterator find(const Effect& effect) const;
  /// The first of kind kOutside with this category, wherever it is.
  Iterator find_outside(std::string_view category) const;
  bool contains(const Effect& effect) const { return find(effect) != end(); }
  Iterator begin() const { return entries_.begin(); }
  Iterator end() const { return entries_.end(); }
  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }

 private:
  std::vector<Entry> entries_;
};

/// A piece of code whose effects are collected together: a function called in
/// one context, or a part of a loop in question.
struct Unit {
  Effects effects;
  std::set<int> callees;  ///< units that it runs
  std::set<int> parts;    ///< units of parts of a loop that stand in it
  Node part;              ///< null: a scope
  int scope = -1;
  Context context;
};

}  // namespace ppp::advisor
