// SPDX-License-Identifier: Apache-2.0
#include "profiler/cpython/line_table.h"

#include <algorithm>

namespace ppp::profiler::cpython {
namespace {

using Table = std::span<const std::uint8_t>;

void fill(std::vector<int>& lines, std::size_t begin, std::size_t end,
          int line) {
  end = std::min(end, lines.size());
  for (std::size_t i = begin; i < end; ++i) lines[i] = line;
}

// Lines are sums of what the table holds; wrap rather than overflow.
int add(int line, std::int64_t delta) {
  return static_cast<int>(static_cast<std::uint32_t>(line) +
                          static_cast<std::uint32_t>(delta));
}

std::vector<int> decode_lnotab(Table table, int line, std::size_t units) {
  std::vector<int> lines(units, 0);
  std::size_t byte = 0;
  for (std::size_t i = 0; i + 1 < table.size(); i += 2) {
    std::size_t next = byte + table[i];
    fill(lines, byte / 2, next / 2, line);
    byte = next;
    line = add(line, static_cast<std::int8_t>(table[i + 1]));
  }
  fill(lines, byte / 2, units, line);
  return lines;
}

std::vector<int> decode_deltas(Table table, int line, std::size_t units) {
  std::vector<int> lines(units, 0);
  std::size_t byte = 0;
  for (std::size_t i = 0; i + 1 < table.size(); i += 2) {
    std::size_t next = byte + table[i];
    auto delta = static_cast<std::int8_t>(table[i + 1]);
    const bool none = delta == -128;
    if (!none) line = add(line, delta);
    fill(lines, byte / 2, next / 2, none ? 0 : line);
    byte = next;
  }
  return lines;
}

// One varint of 6-bit digits, least first; bit 6 says that more follow.
std::uint32_t take_varint(Table& table) {
  std::uint32_t value = 0;
  for (unsigned shift = 0; !table.empty(); shift += 6) {
    const std::uint8_t byte = table.front();
    table = table.subspan(1);
    if (shift < 32) value |= static_cast<std::uint32_t>(byte & 63U) << shift;
    if (!(byte & 64U)) break;
  }
  return value;
}

std::int64_t take_signed(Table& table) {
  const std::uint32_t value = take_varint(table);
  const auto half = static_cast<std::int64_t>(value >> 1);
  return value & 1U ? -half : half;
}

std::vector<int> decode_locations(Table table, int line, std::size_t units) {
  constexpr unsigned kOneLine = 10, kNoColumns = 13, kLong = 14, kNone = 15;
  std::vector<int> lines(units, 0);
  std::size_t unit = 0;
  while (!table.empty() && unit < units) {
    const std::uint8_t head = table.front();
    table = table.subspan(1);
    const unsigned kind = (head >> 3) & 15U;
    const std::size_t next = unit + (head & 7U) + 1;
    if (kind == kNoColumns || kind == kLong) {
      line = add(line, take_signed(table));
    } else if (kind >= kOneLine && kind < kNoColumns) {
      line = add(line, kind - kOneLine);
    }
    fill(lines, unit, next, kind == kNone ? 0 : line);
    // Columns follow; only the next byte with bit 7 begins an entry.
    while (!table.empty() && !(table.front() & 128U)) table = table.subspan(1);
    unit = next;
  }
  return lines;
}

}  // namespace

std::vector<int> decode_lines(LineFormat format,
                              std::span<const std::uint8_t> table,
                              int first_line, std::size_t units) {
  switch (format) {
    case LineFormat::kLnotab:
      return decode_lnotab(table, first_line, units);
    case LineFormat::kDeltas:
      return decode_deltas(table, first_line, units);
    case LineFormat::kLocations:
      return decode_locations(table, first_line, units);
  }
  return {};
}

}  // namespace ppp::profiler::cpython
