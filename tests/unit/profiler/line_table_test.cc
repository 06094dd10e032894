// SPDX-License-Identifier: Apache-2.0
#include "profiler/cpython/line_table.h"

#include <gtest/gtest.h>

namespace ppp::profiler::cpython {
namespace {

using Bytes = std::vector<std::uint8_t>;

TEST(LineTable, Lnotab) {
  // PEP 626's predecessor: lines only begin at their address.
  const Bytes table = {0, 1, 4, 1, 2, 0xff, 255, 0, 1, 3};
  const auto lines = decode_lines(LineFormat::kLnotab, table, 10, 135);
  EXPECT_EQ(lines[0], 11);
  EXPECT_EQ(lines[1], 11);
  EXPECT_EQ(lines[2], 12);
  EXPECT_EQ(lines[3], 11);
  EXPECT_EQ(lines[130], 11);
  EXPECT_EQ(lines[131], 14);
  EXPECT_EQ(lines[134], 14);
}

TEST(LineTable, DeltasWithoutLine) {
  const Bytes table = {4, 1, 2, 0x80, 4, 2};
  const auto lines = decode_lines(LineFormat::kDeltas, table, 5, 6);
  EXPECT_EQ(lines, (std::vector<int>{6, 6, 0, 8, 8, 0}));
}

TEST(LineTable, Locations) {
  const Bytes table = {0x80 | 13 << 3 | 1,
                       0x03,  // 2 units, no columns, line - 1
                       0x80 | 11 << 3 | 0,
                       1,
                       2,                   // 1 unit, line + 1
                       0x80 | 15 << 3 | 0,  // 1 unit, none
                       0x80 | 0 << 3 | 0,
                       0x11,  // 1 unit, short
                       0x80 | 14 << 3 | 0,
                       0x41,
                       0x02,  // 1 unit, long, line - 64: 129
                       0,
                       1,
                       1};
  const auto lines = decode_lines(LineFormat::kLocations, table, 100, 7);
  EXPECT_EQ(lines, (std::vector<int>{99, 99, 100, 0, 100, 100 - 64, 0}));
}

TEST(LineTable, Columns) {
  const Bytes table = {0x80 | 2 << 3 | 1,  0x35,            // short: 19 to 24
                       0x80 | 11 << 3 | 0, 70,   90,        // one line
                       0x80 | 13 << 3 | 0, 0x02,            // no columns
                       0x80 | 14 << 3 | 0, 0,    2,  5, 7,  // two lines more
                       0x80 | 15 << 3 | 0};
  EXPECT_EQ(decode_columns(LineFormat::kLocations, table, 100, 7),
            (std::vector<Columns>{{19, 100, 24},
                                  {19, 100, 24},
                                  {70, 101, 90},
                                  {},
                                  {4, 104, 6},
                                  {},
                                  {}}));
  EXPECT_TRUE(decode_columns(LineFormat::kDeltas, table, 100, 7).empty());
}

TEST(LineTable, AnyBytesGiveAnAnswer) {
  Bytes table;
  for (int i = 0; i < 2000; ++i) {
    table.push_back(static_cast<std::uint8_t>((i * 7919) >> 3));
    for (LineFormat format :
         {LineFormat::kLnotab, LineFormat::kDeltas, LineFormat::kLocations}) {
      EXPECT_EQ(decode_lines(format, table, 2147483647, 9).size(), 9u);
    }
    EXPECT_EQ(decode_columns(LineFormat::kLocations, table, 7, 9).size(), 9u);
  }
}

}  // namespace
}  // namespace ppp::profiler::cpython
