// SPDX-License-Identifier: Apache-2.0
#include "profiler/cpython/iterators.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <string_view>

namespace ppp::profiler::cpython {
namespace {

constexpr int kDeepest = 3;
constexpr std::size_t kMostJoined = 8;
constexpr std::size_t kMostTypes = 4096;
// PyTypeObject, from 3.8 on.
constexpr Address kTypeNext = 224;

// In words from the one before the object's type.
enum Word { kReferences = 0, kTypeWord = 1, kFirst = 2 };

// "list_iterator" becomes "list".
std::string short_name(std::string_view name) {
  for (std::string_view ending : {"_iterator", "iterator"}) {
    if (name.size() > ending.size() && name.ends_with(ending)) {
      return std::string(name.substr(0, name.size() - ending.size()));
    }
  }
  return std::string(name);
}

}  // namespace

IteratorReader::IteratorReader(RemoteMemory& memory, const Offsets& offsets)
    : memory_(memory), offsets_(offsets) {}

const IteratorReader::Type& IteratorReader::type_at(Address type) {
  if (auto it = types_.find(type); it != types_.end()) return it->second;
  if (types_.size() > kMostTypes) types_.clear();
  Type& found = types_[type];
  auto name = memory_.get<Address>(type + offsets_.type_name);
  auto next = memory_.get<Address>(type + kTypeNext + offsets_.object_type - 8);
  std::array<char, 48> text{};
  if (!name || !next || *next == 0) return found;
  // A short name may stand at the end of a page.
  if (!memory_.read(*name, text.data(), text.size() - 1) &&
      !memory_.read(*name, text.data(), 8)) {
    return found;
  }
  const std::string_view full(text.data());
  static const std::unordered_map<std::string_view, Kind> kKinds = {
      {"range_iterator", Kind::kRange},
      {"list_iterator", Kind::kSequence},
      {"tuple_iterator", Kind::kSequence},
      {"str_iterator", Kind::kSequence},
      {"str_ascii_iterator", Kind::kSequence},
      {"bytes_iterator", Kind::kSequence},
      {"list_reverseiterator", Kind::kReversed},
      {"dict_keyiterator", Kind::kDict},
      {"dict_valueiterator", Kind::kDict},
      {"dict_itemiterator", Kind::kDict},
      {"dict_reversekeyiterator", Kind::kDict},
      {"dict_reversevalueiterator", Kind::kDict},
      {"dict_reverseitemiterator", Kind::kDict},
      {"set_iterator", Kind::kSet},
      {"_collections._deque_iterator", Kind::kDeque},
      {"collections._deque_iterator", Kind::kDeque},
      {"itertools.count", Kind::kCount},
      {"enumerate", Kind::kEnumerate},
      {"zip", Kind::kZip},
      {"map", Kind::kMap},
  };
  const auto known = kKinds.find(full);
  found.kind = known == kKinds.end() ? Kind::kUnknown : known->second;
  found.name = short_name(full);
  if (found.kind == Kind::kRange && offsets_.minor >= 12) {
    found.kind = Kind::kRangeNew;
  }
  if (found.kind == Kind::kDeque) found.name = "deque";
  return found;
}

bool IteratorReader::read(Address object, IteratorState& state) {
  state = {};
  return read_nested(object, state, 0);
}

bool IteratorReader::read_nested(Address object, IteratorState& state,
                                 int depth) {
  Words words{};
  if (object == 0 || object % 8 != 0) return false;
  // Without the lock the head of an object is longer.
  object += offsets_.object_type - 8;
  if (!memory_.read(object, words.data(), sizeof words) &&
      !memory_.read(object, words.data(), 6 * sizeof words[0])) {
    return false;
  }
  // A freed object holds a pointer there, or nothing. Without the lock it is
  // the second count: of other threads, shifted, and 0 mostly.
  if (words[kReferences] < (offsets_.free_threaded ? 0 : 1) ||
      words[kReferences] > (1LL << 31))
    return false;
  const Type type = type_at(static_cast<Address>(words[kTypeWord]));
  state.source = type.name;
  switch (type.kind) {
    case Kind::kNone:
      return false;
    case Kind::kUnknown:
      return true;
    case Kind::kRange:
      state.done = state.count = words[2];
      state.rest = words[5] - words[2];
      state.counter = object + 16;
      return state.rest >= 0;
    case Kind::kRangeNew:
      state.rest = state.count = words[4];
      state.value = words[3] != 0 ? words[2] / words[3] : -1;
      state.counter = object + 32;
      state.falling = true;
      return state.rest >= 0;
    case Kind::kSequence:
    case Kind::kReversed:
      state.count = words[2];
      state.counter = object + 16;
      read_sequence(words, type, state);
      return true;
    case Kind::kDict:
      read_counted(object, 3, 6, words, state);
      return true;
    case Kind::kSet:
      read_counted(object, 3, 5, words, state);
      return true;
    case Kind::kDeque:
      state.count = state.rest = words[6];
      state.counter = object + 48;
      state.falling = true;
      return true;
    case Kind::kCount:
      if (words[2] == std::numeric_limits<std::int64_t>::max()) return true;
      state.count = words[2];
      state.counter = object + 16;
      return true;
    case Kind::kEnumerate:
      read_enumerate(object, words, state, depth);
      return true;
    case Kind::kZip:
      read_joined(static_cast<Address>(words[3]), type, state, depth);
      return true;
    case Kind::kMap:
      read_joined(static_cast<Address>(words[2]), type, state, depth);
      return true;
  }
  return false;
}

// An exhausted one has let go of its sequence.
void IteratorReader::read_sequence(const Words& words, const Type& type,
                                   IteratorState& state) {
  // Without the lock, it keeps that and has the index -1.
  if (words[3] == 0 || (offsets_.free_threaded && words[2] < 0 &&
                        type.kind == Kind::kSequence)) {
    return;
  }
  auto size = memory_.get<std::int64_t>(static_cast<Address>(words[3]) +
                                        offsets_.object_size);
  if (!size || *size < 0) return;
  if (type.kind == Kind::kReversed) {
    state.falling = true;
    state.rest = std::max<std::int64_t>(words[2] + 1, 0);
    state.done = std::max<std::int64_t>(*size - state.rest, 0);
  } else {
    state.done = words[2];
    state.rest = std::max<std::int64_t>(*size - words[2], 0);
  }
}

void IteratorReader::read_counted(Address object, int used, int left,
                                  const Words& words, IteratorState& state) {
  const auto at = static_cast<std::size_t>(left);
  state.count = words[at];
  state.counter = object + 8 * at;
  state.falling = true;
  const std::int64_t size = words[static_cast<std::size_t>(used)];
  if (words[2] == 0 || size < words[at] || words[at] < 0) return;
  state.rest = words[at];
  state.done = size - words[at];
}

void IteratorReader::read_enumerate(Address object, const Words& words,
                                    IteratorState& state, int depth) {
  IteratorState inner;
  const bool known =
      depth < kDeepest &&
      read_nested(static_cast<Address>(words[3]), inner, depth + 1);
  state.source += "(" + (known ? inner.source : std::string("?")) + ")";
  state.done = inner.done;
  state.rest = inner.rest;
  state.value = inner.value;
  state.counter = object + 16;
  state.count = words[2];
}

// The shortest one ends it. One that does not tell leaves all unknown.
void IteratorReader::read_joined(Address iterators, const Type& type,
                                 IteratorState& state, int depth) {
  auto size = memory_.get<std::uint64_t>(iterators + offsets_.object_size);
  std::array<Address, kMostJoined> items{};
  state.source = type.name + "(?)";
  if (!size || *size == 0 || *size > kMostJoined || depth >= kDeepest ||
      !memory_.read(iterators + offsets_.tuple_items, items.data(),
                    *size * 8)) {
    return;
  }
  std::string names;
  bool all = true;
  for (std::size_t i = 0; i < *size; ++i) {
    IteratorState inner;
    const bool good = read_nested(items[i], inner, depth + 1);
    names += (i ? ", " : "") + (good ? inner.source : std::string("?"));
    all = all && good && inner.rest >= 0;
    state.rest = i == 0 ? inner.rest : std::min(state.rest, inner.rest);
    if (state.done < 0) state.done = inner.done;
    if (state.value < 0) state.value = inner.value;
    if (state.counter == 0) {
      state.counter = inner.counter;
      state.count = inner.count;
      state.falling = inner.falling;
    }
  }
  state.source = type.name + "(" + names + ")";
  if (!all) state.rest = state.done = state.value = -1;
}

}  // namespace ppp::profiler::cpython
