// SPDX-License-Identifier: Apache-2.0
#include "profiler/native/function_parts.h"

#include <cstring>
#include <functional>
#include <set>

namespace ppp::profiler::native {
namespace {

// Of .eh_frame_hdr: version 1, a pointer relative to itself, a plain count, and
// pairs relative to the section.
constexpr std::string_view kUsualForm("\x01\x1b\x03\x3b", 4);
constexpr std::uint64_t kPairs = 12;
constexpr std::uint64_t kPairSize = 8;
constexpr std::size_t kLeastJumps = 2;

template <typename T>
std::optional<T> value_at(const ElfFile& file, std::uint64_t address) {
  const std::string_view bytes = file.bytes_at(address, sizeof(T));
  if (bytes.size() != sizeof(T)) return std::nullopt;
  T value{};
  std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}

// Targets of what looks like a jump: E9 or 0F 8x with a distance. By chance
// others do, too: then they lead anywhere.
void for_each_jump(std::string_view code, std::uint64_t from,
                   const std::function<void(std::uint64_t)>& target) {
  for (std::size_t at = 1; at + 5 <= code.size(); ++at) {
    const auto op = static_cast<unsigned char>(code[at]);
    const bool conditional = code[at - 1] == '\x0f' && (op & 0xf0) == 0x80;
    if (op != 0xe9 && !conditional) continue;
    std::int32_t distance = 0;
    std::memcpy(&distance, code.data() + at + 1, sizeof distance);
    target(from + at + 5 +
           static_cast<std::uint64_t>(static_cast<std::int64_t>(distance)));
  }
}

}  // namespace

std::optional<CodePart> unwind_entry(const ElfFile& file,
                                     std::uint64_t address) {
  const auto table = file.unwind_table();
  if (!table || file.bytes_at(*table, kUsualForm.size()) != kUsualForm) {
    return std::nullopt;
  }
  const std::uint64_t count =
      value_at<std::uint32_t>(file, *table + 8).value_or(0);
  const auto place = [&](std::uint64_t at) -> std::uint64_t {
    const auto distance = value_at<std::int32_t>(file, at).value_or(0);
    return *table +
           static_cast<std::uint64_t>(static_cast<std::int64_t>(distance));
  };
  std::uint64_t low = 0;  // the last that begins there or before it
  std::uint64_t high = count;
  while (high - low > 1) {
    const std::uint64_t middle = low + (high - low) / 2;
    const bool before = place(*table + kPairs + middle * kPairSize) <= address;
    (before ? low : high) = middle;
  }
  if (count == 0) return std::nullopt;
  const std::uint64_t pair = *table + kPairs + low * kPairSize;
  // Length, a pointer to what entries have in common, then begin and size.
  const std::uint64_t entry = place(pair + 4);
  const auto begin = value_at<std::int32_t>(file, entry + 8);
  const auto size = value_at<std::uint32_t>(file, entry + 12);
  if (!begin || !size) return std::nullopt;
  const CodePart part{
      entry + 8 + static_cast<std::uint64_t>(static_cast<std::int64_t>(*begin)),
      *size};
  const bool same = part.begin == place(pair);
  return same && part.covers(address) ? std::optional(part) : std::nullopt;
}

bool jumps_into(std::string_view code, std::uint64_t from, const CodePart& to) {
  std::set<std::uint64_t> targets;
  for_each_jump(code, from, [&](std::uint64_t target) {
    if (to.covers(target) && target != to.begin) targets.insert(target);
  });
  return targets.size() >= kLeastJumps;
}

std::optional<CodePart> other_part(const ElfFile& file,
                                   const ElfFunction& function) {
  const CodePart named{function.address, function.size};
  const std::string_view code = file.bytes_at(named.begin, named.size);
  std::set<std::uint64_t> asked;
  std::optional<CodePart> found;
  for_each_jump(code, named.begin, [&](std::uint64_t target) {
    if (found || named.covers(target)) return;
    const auto part = unwind_entry(file, target);
    if (!part || part->begin == named.begin ||
        !asked.insert(part->begin).second) {
      return;
    }
    const std::string_view there = file.bytes_at(part->begin, part->size);
    if (jumps_into(code, named.begin, *part) &&
        jumps_into(there, part->begin, named)) {
      found = part;
    }
  });
  return found;
}

}  // namespace ppp::profiler::native
