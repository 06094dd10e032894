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

constexpr unsigned kOneLine = 10, kNoColumns = 13, kLong = 14, kNone = 15;

std::uint8_t take_byte(Table& table) {
  if (table.empty() || (table.front() & 128U)) return 0;
  const std::uint8_t byte = table.front();
  table = table.subspan(1);
  return byte;
}

// What follows the head of an entry and its line.
Columns take_columns(Table& table, unsigned kind, int line) {
  Columns columns;
  if (kind >= kNoColumns && kind != kLong) return columns;
  columns.end_line = line;
  if (kind == kLong) {
    columns.end_line = add(line, take_varint(table));
    columns.begin = add(static_cast<int>(take_varint(table)), -1);
    columns.end = add(static_cast<int>(take_varint(table)), -1);
  } else if (kind >= kOneLine) {
    columns.begin = take_byte(table);
    columns.end = take_byte(table);
  } else {
    const std::uint8_t byte = take_byte(table);
    columns.begin = static_cast<int>(kind * 8 + ((byte >> 4) & 7U));
    columns.end = columns.begin + (byte & 15);
  }
  const bool sound =
      columns.begin >= 0 && columns.end >= 0 && columns.end_line >= line;
  return sound ? columns : Columns{};
}

// Calls put(begin, end, line, columns) for runs of code units.
template <typename Put>
void walk_locations(Table table, int line, std::size_t units, const Put& put) {
  std::size_t unit = 0;
  while (!table.empty() && unit < units) {
    const std::uint8_t head = table.front();
    table = table.subspan(1);
    const unsigned kind = (head >> 3) & 15U;
    const std::size_t next = std::min(unit + (head & 7U) + 1, units);
    if (kind == kNoColumns || kind == kLong) {
      line = add(line, take_signed(table));
    } else if (kind >= kOneLine && kind < kNoColumns) {
      line = add(line, kind - kOneLine);
    }
    put(unit, next, kind == kNone ? 0 : line, take_columns(table, kind, line));
    // Only the next byte with bit 7 begins an entry.
    while (!table.empty() && !(table.front() & 128U)) table = table.subspan(1);
    unit = next;
  }
}

std::vector<int> decode_locations(Table table, int line, std::size_t units) {
  std::vector<int> lines(units, 0);
  walk_locations(table, line, units,
                 [&](std::size_t begin, std::size_t end, int at,
                     const Columns&) { fill(lines, begin, end, at); });
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

std::vector<Columns> decode_columns(LineFormat format,
                                    std::span<const std::uint8_t> table,
                                    int first_line, std::size_t units) {
  if (format != LineFormat::kLocations) return {};
  std::vector<Columns> all(units);
  walk_locations(
      table, first_line, units,
      [&](std::size_t begin, std::size_t end, int, const Columns& columns) {
        for (std::size_t i = begin; i < end; ++i) all[i] = columns;
      });
  return all;
}

std::size_t located_units(std::span<const std::uint8_t> table) {
  std::size_t units = 0;
  for (const std::uint8_t byte : table) {
    if (byte & 128U) units += (byte & 7U) + 1;
  }
  return units;
}

}  // namespace ppp::profiler::cpython
