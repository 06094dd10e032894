// SPDX-License-Identifier: Apache-2.0
#include "profiler/cpython/objects.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace ppp::profiler::cpython {
namespace {

constexpr std::size_t kMostTypeNames = 1000;
constexpr std::size_t kLongestTypeName = 32;
constexpr std::uint64_t kMostEntries = 1 << 16;
// PyDictObject and PyDictKeysObject; the entries stand behind the indices.
constexpr Address kDictKeys = 32;
constexpr Address kDictValues = 40;
constexpr std::size_t kLog2IndexBytes = 9;
constexpr std::size_t kKind = 10;
constexpr std::size_t kCount = 24;
constexpr std::size_t kIndices = 32;
// Hash, key, value; only text as keys: key, value.
constexpr std::uint8_t kGeneral = 0;
constexpr std::uint8_t kText = 1;
// In front of an object whose attributes stand in a dict or in a row.
constexpr Address kManaged = 24;
constexpr Address kManagedNoLock = 8;
// Behind an object of 3.13, if the class is in Python and has no slots: four
// bytes, the last of which says whether the row is in use.
constexpr Address kInline = 16;

}  // namespace

Objects::Objects(RemoteMemory& memory, const Offsets& offsets)
    : memory_(memory), offsets_(offsets) {}

bool Objects::is(Address object, std::string_view name) {
  if (object == 0 || object % 8 != 0) return false;
  const auto type = memory_.get<Address>(object + offsets_.object_type);
  return type && is_type(*type, name);
}

bool Objects::is_type(Address type, std::string_view name) {
  if (type == 0 || type % 8 != 0) return false;
  if (auto known = names_.find(type); known != names_.end()) {
    return known->second == name;
  }
  const auto at = memory_.get<Address>(type + offsets_.type_name);
  std::array<char, kLongestTypeName> text{};
  if (!at || *at == 0) return false;
  // A short name may stand at the end of a page.
  if (!memory_.read(*at, text.data(), text.size() - 1) &&
      !memory_.read(*at, text.data(),
                    std::min(name.size() + 1, text.size() - 1))) {
    return false;
  }
  if (names_.size() == kMostTypeNames) names_.clear();
  const std::string& found = names_[type] = text.data();
  return found == name;
}

Objects::Slot Objects::Entries::slot(Address dict, std::size_t index) const {
  const std::size_t width = size / 8;
  const std::size_t key = index * width + width - 2;
  return {dict, keys, begin + 8 * key, words[key], words[key + 1]};
}

bool Objects::read(Address dict, Entries& entries) {
  if (!is(dict, "dict")) return false;
  std::array<Address, 2> tables{};
  if (!memory_.read(dict + behind_head(kDictKeys), tables.data(),
                    sizeof tables) ||
      tables[0] == 0 || tables[0] % 8 != 0 || tables[1] != 0) {
    return false;
  }
  entries.keys = tables[0];
  std::array<std::byte, kIndices> head{};
  if (!memory_.read(entries.keys, head.data(), head.size())) return false;
  const auto indices = static_cast<unsigned>(head[kLog2IndexBytes]);
  const auto kind = static_cast<std::uint8_t>(head[kKind]);
  std::uint64_t count = 0;
  std::memcpy(&count, head.data() + kCount, sizeof count);
  if (indices > 24 || count > kMostEntries ||
      (kind != kGeneral && kind != kText)) {
    return false;
  }
  entries.begin = entries.keys + kIndices + (Address{1} << indices);
  entries.size = kind == kGeneral ? 24 : 16;
  entries.words.resize(count * entries.size / 8);
  return count == 0 || memory_.read(entries.begin, entries.words.data(),
                                    count * entries.size);
}

bool Objects::is_text(Address object, std::string_view text) {
  if (object == 0 || object % 8 != 0) return false;
  const auto length =
      memory_.get<std::uint64_t>(object + offsets_.unicode_length);
  if (!length || *length != text.size() || !is(object, "str")) return false;
  const auto state =
      memory_.get<std::uint32_t>(object + offsets_.unicode_state);
  const bool ascii = state && (*state >> (offsets_.unicode_kind + 3) & 3U) == 3;
  std::string found(text.size(), '\0');
  return ascii &&
         memory_.read(object + offsets_.unicode_ascii, found.data(),
                      found.size()) &&
         found == text;
}

std::optional<Objects::Slot> Objects::find(Address dict, std::string_view key) {
  Entries entries;
  if (!read(dict, entries)) return std::nullopt;
  for (std::size_t i = 0; i < entries.count(); ++i) {
    const Slot slot = entries.slot(dict, i);
    if (slot.value != 0 && is_text(slot.key, key)) return slot;
  }
  return Slot{};
}

std::optional<Objects::Slot> Objects::find(Address dict, Address key) {
  Entries entries;
  if (!read(dict, entries)) return std::nullopt;
  for (std::size_t i = 0; i < entries.count(); ++i) {
    const Slot slot = entries.slot(dict, i);
    if (slot.value != 0 && slot.key == key) return slot;
  }
  return Slot{};
}

std::optional<Address> Objects::again(const Slot& slot) {
  if (slot.entry == 0) return std::nullopt;
  std::array<Address, 2> tables{};
  std::array<Address, 2> entry{};
  const std::array<RemoteRange, 2> ranges = {
      {{slot.dict + behind_head(kDictKeys), tables.data(), sizeof tables},
       {slot.entry, entry.data(), sizeof entry}}};
  if (memory_.read_ranges(ranges) != sizeof tables + sizeof entry ||
      tables[0] != slot.keys || tables[1] != 0 || entry[0] != slot.key ||
      entry[1] == 0) {
    return std::nullopt;
  }
  return entry[1];
}

std::optional<Address> Objects::first_attribute(Address object) {
  const auto managed = memory_.get<Address>(
      object - (offsets_.free_threaded ? kManagedNoLock : kManaged));
  if (!managed) return std::nullopt;
  if (offsets_.minor == 12 && (*managed & 1) != 0) {
    return memory_.get<Address>(*managed + 1);
  }
  if (offsets_.minor == 13) {
    const auto head = memory_.get<std::uint32_t>(object + behind_head(kInline));
    if (head && *head >> 24 == 1) {
      return memory_.get<Address>(object + behind_head(kInline) + 8);
    }
  }
  if (*managed == 0 || *managed % 8 != 0 || !is(*managed, "dict")) {
    return std::nullopt;
  }
  // A dict that was asked for may have its values in a row still.
  const auto values = memory_.get<Address>(*managed + behind_head(kDictValues));
  if (values && *values != 0) {
    return memory_.get<Address>(*values + (offsets_.minor == 13 ? 8 : 0));
  }
  Entries entries;
  if (!read(*managed, entries) || entries.count() == 0) return std::nullopt;
  return entries.slot(*managed, 0).value;
}

}  // namespace ppp::profiler::cpython
