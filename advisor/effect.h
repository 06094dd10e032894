// SPDX-License-Identifier: Apache-2.0
// What a piece of the program does that something else may notice.

#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "advisor/context.h"
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
    kAdvance,  ///< subject: a generator made elsewhere; name: as of kUnknown
    kOutside,  ///< name: category of the library tables ("stdout", "random");
    kTellsApart,  ///< subject: an object that is told from its copies
    kUnknown,     ///< name: the expression that may do anything
    kRaises,      ///< name: an exception that crosses processes badly
  };
  Kind kind = Kind::kUnknown;
  int subject = -1;
  std::string name;

  auto operator<=>(const Effect&) const = default;
};

/// Where an effect was first seen.
struct Place {
  const SourceFile* source = nullptr;
  ByteRange range;

  Span span() const { return source ? source->span(range) : Span{}; }
};

using Effects = std::map<Effect, Place>;

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
