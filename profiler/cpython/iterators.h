// SPDX-License-Identifier: Apache-2.0
// How far an iterator of the target has come, read from outside. The layouts
// of these types are the same from 3.8 on but for range's.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "profiler/cpython/offsets.h"
#include "profiler/remote_memory.h"

namespace ppp::profiler::cpython {

/// What one look at an iterator told. -1: not known.
struct IteratorState {
  /// "range", "list", "enumerate(list)"; the type's name where we know no more.
  std::string source;
  std::int64_t done = -1;  ///< items handed out
  std::int64_t rest = -1;  ///< items left, as it looks now
  /// Of a range from 3.12 on, instead of `done`: the next value in steps.
  std::int64_t value = -1;
  /// A word that says how far it has come: it grows (or falls, when `falling`)
  /// by 1 with each item. 0: there is none.
  Address counter = 0;
  bool falling = false;
  std::int64_t count = 0;  ///< that word

  bool operator==(const IteratorState&) const = default;
};

class IteratorReader {
 public:
  IteratorReader(RemoteMemory& memory, const Offsets& offsets);

  /// False when there is no iterator at `object`.
  bool read(Address object, IteratorState& state);

 private:
  enum class Kind {
    kNone,      // not an iterator
    kUnknown,   // one that does not tell
    kRange,     // up to 3.11: index, start, step, length
    kRangeNew,  // start, step, length, all of what is left
    kSequence,  // index, sequence
    kReversed,  // index of the next one, list
    kDict,      // dict, used, place, result, left
    kSet,       // set, used, place, left
    kDeque,     // block, index, deque, state, left
    kCount,     // next value in steps of 1; the largest: counts otherwise
    kEnumerate,
    kZip,
    kMap
  };
  struct Type {
    Kind kind = Kind::kNone;
    std::string name;
  };
  using Words = std::array<std::int64_t, 8>;

  const Type& type_at(Address type);
  bool read_nested(Address object, IteratorState& state, int depth);
  void read_sequence(const Words& words, const Type& type,
                     IteratorState& state);
  void read_counted(Address object, int used, int left, const Words& words,
                    IteratorState& state);
  void read_enumerate(Address object, const Words& words, IteratorState& state,
                      int depth);
  void read_joined(Address iterators, const Type& type, IteratorState& state,
                   int depth);

  RemoteMemory& memory_;
  const Offsets& offsets_;
  std::unordered_map<Address, Type> types_;
};

}  // namespace ppp::profiler::cpython
