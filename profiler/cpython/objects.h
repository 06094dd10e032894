// SPDX-License-Identifier: Apache-2.0
// Dicts and attributes of 3.12 and 3.13; names of types of all versions.
//
// Nothing holds the program while they are read: what is found was there, but
// maybe not all of it at one moment.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "profiler/cpython/offsets.h"
#include "profiler/remote_memory.h"

namespace ppp::profiler::cpython {

/// What the head of an object has more without the lock.
inline Address head_growth(const Offsets& offsets) {
  return offsets.object_type - 8;
}

class Objects {
 public:
  Objects(RemoteMemory& memory, const Offsets& offsets);

  /// Whether the type of `object` has this name.
  bool is(Address object, std::string_view name);
  bool is_type(Address type, std::string_view name);

  /// Where an entry of a dict stands: its key, then its value.
  struct Slot {
    Address dict = 0;
    Address keys = 0;
    Address entry = 0;
    Address key = 0;
    Address value = 0;
  };
  /// No entry: its address is 0. nullopt: the dict made no sense.
  std::optional<Slot> find(Address dict, std::string_view key);
  std::optional<Slot> find(Address dict, Address key);
  /// The value that stands there now; nullopt: ask find() again.
  std::optional<Address> again(const Slot& slot);

  /// The first attribute that an object of a class in Python was given.
  std::optional<Address> first_attribute(Address object);

 private:
  struct Entries {
    Address keys = 0;
    Address begin = 0;
    std::size_t size = 0;  // of an entry
    std::vector<Address> words;
    std::size_t count() const { return words.size() / (size / 8); }
    Slot slot(Address dict, std::size_t index) const;
  };
  /// Where a field stands that builds with the lock have at `with_lock`.
  Address behind_head(Address with_lock) const {
    return with_lock + head_growth(offsets_);
  }
  bool read(Address dict, Entries& entries);
  bool is_text(Address object, std::string_view text);

  RemoteMemory& memory_;
  const Offsets& offsets_;
  std::unordered_map<Address, std::string> names_;
};

}  // namespace ppp::profiler::cpython
