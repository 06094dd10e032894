// SPDX-License-Identifier: Apache-2.0
#include "profiler/code_cache.h"

#include <gtest/gtest.h>

#include "tests/unit/profiler/image.h"

namespace ppp::profiler {
namespace {

constexpr Address kCode = 0x300000;
// One entry of 8 units on the first line, no columns.
const std::string kTable = {static_cast<char>(0x80 | 13 << 3 | 7), 0};

TEST(CodeCache, DecodesNamesAndLines) {
  Image image(11);
  image.code(kCode, "work", 7, kTable, 8);
  CodeCache cache(image.memory, image.offsets);
  Code* code = cache.find(kCode, 0);
  ASSERT_NE(code, nullptr);
  EXPECT_EQ(code->function, "work");
  EXPECT_EQ(code->file, "/src/work.py");
  EXPECT_EQ(code->first_line, 7);
  EXPECT_EQ(code->lines, std::vector<int>(8, 7));
  const Address start = kCode + image.offsets.code_bytes;
  EXPECT_EQ(cache.unit_of(*code, start + 6), 3u);
  EXPECT_EQ(cache.unit_of(*code, start - 2), 8u);
  EXPECT_EQ(cache.unit_of(*code, start + 999), 8u);
}

TEST(CodeCache, NoticesThatTheAddressWasUsedAgain) {
  Image image(11);
  image.code(kCode, "old", 7, kTable, 8);
  CodeCache cache(image.memory, image.offsets);
  ASSERT_NE(cache.find(kCode, 0), nullptr);
  image.code(kCode, "new", 9, kTable, 8);
  EXPECT_EQ(cache.find(kCode, 1)->first_line, 9);
  image.put<Address>(kCode + image.offsets.object_type, 0x123450);
  EXPECT_EQ(cache.find(kCode, 2), nullptr);
}

TEST(CodeCache, LooksAgainSoonAtWhatIsNew) {
  for (int checks : {0, 1, 100}) {
    Image image(11);
    image.code(kCode, "old", 7, kTable, 8);
    CodeCache cache(image.memory, image.offsets);
    ASSERT_NE(cache.find(kCode, 0), nullptr);
    const double last = 0.06 * checks;
    for (int i = 1; i <= checks; ++i) cache.find(kCode, 0.06 * i);
    image.code(kCode, "new", 9, kTable, 8);
    EXPECT_EQ(cache.find(kCode, last)->first_line, 7);
    EXPECT_EQ(cache.find(kCode, last + 0.01)->first_line, checks < 2 ? 9 : 7);
    EXPECT_EQ(cache.find(kCode, last + 0.06)->first_line, 9);
  }
}

TEST(CodeCache, FindsTheCopyThatAThreadRuns) {
  Image image(12);
  image.offsets.code_copies = image.offsets.code_bytes - 8;
  image.code(kCode, "work", 7, kTable, 8);
  const Address start = kCode + image.offsets.code_bytes;
  const Address array = 0x900000;
  const Address copy = 0x910000;
  image.put<Address>(kCode + image.offsets.code_copies, array);
  image.put<std::uint64_t>(array, 3);
  image.put<Address>(array + 8, start);
  image.put<Address>(array + 16, 0);
  image.put<Address>(array + 24, copy);
  CodeCache cache(image.memory, image.offsets);
  Code& code = *cache.find(kCode, 0);
  EXPECT_TRUE(cache.runs_there(kCode, code, start + 2));
  EXPECT_TRUE(cache.runs_there(kCode, code, copy + 6));
  EXPECT_EQ(cache.unit_of(code, start + 2), 1u);
  EXPECT_EQ(cache.unit_of(code, copy + 6), 3u);
  for (Address nowhere : {copy + 16, copy + 3, copy - 2, start + 16}) {
    EXPECT_FALSE(cache.runs_there(kCode, code, nowhere));
    EXPECT_EQ(cache.unit_of(code, nowhere), 8u);
    EXPECT_TRUE(cache.call_site(kCode, nowhere).enters);
  }
  // Another array, as more threads have come.
  image.put<Address>(kCode + image.offsets.code_copies, array + 64);
  image.put<std::uint64_t>(array + 64, 2);
  image.put<Address>(array + 72, start);
  image.put<Address>(array + 80, copy + 512);
  EXPECT_TRUE(cache.runs_there(kCode, code, copy + 512));
  EXPECT_FALSE(cache.runs_there(kCode, code, copy));
  image.put<std::uint64_t>(array + 64, 1ULL << 40);
  EXPECT_FALSE(cache.runs_there(kCode, code, copy));
  EXPECT_TRUE(cache.runs_there(kCode, code, start));
}

// Of a function that calls another one: a caller stands at the last of the
// caches of CALL until 3.12, at CALL itself since.
TEST(CodeCache, TellsWhereAFrameMayHaveCalled) {
  struct Case {
    int minor;
    std::vector<int> code;
    std::size_t site;
  };
  const std::vector<Case> cases = {
      {12, {151, 116, 0, 0, 0, 0, 171, 0, 0, 0, 1, 121}, 9},
      {13, {149, 91, 0, 0, 0, 0, 53, 0, 0, 0, 32, 103}, 6}};
  for (const auto& [minor, ops, site] : cases) {
    Image image(12);
    image.offsets.minor = minor;
    const std::size_t units = ops.size();
    const std::string table = {static_cast<char>(0x80 | 13 << 3 | 7), 0,
                               static_cast<char>(0x80 | 13 << 3 | 3), 0};
    image.code(kCode, "work", 7, table, units);
    const Address start = kCode + image.offsets.code_bytes;
    for (std::size_t i = 0; i < units; ++i) {
      image.put(start + 2 * i, static_cast<std::uint8_t>(ops[i]));
    }
    image.put(start + 3, std::uint8_t{1});  // it loads nothing, too
    image.put<Address>(kCode + image.offsets.code_locals, kCode + 0x4000);
    image.put<std::uint64_t>(kCode + 0x4000 + image.offsets.object_size, 2);
    image.put<Address>(kCode + image.offsets.code_exceptions, kCode + 0x5000);
    image.bytes(kCode + 0x5000, "");
    CodeCache cache(image.memory, image.offsets);
    EXPECT_TRUE(cache.call_site(kCode, start).enters);  // not known yet
    ASSERT_NE(cache.find(kCode, 0), nullptr);
    for (std::size_t i = 0; i < units; ++i) {
      EXPECT_EQ(cache.call_site(kCode, start + 2 * i).enters, i == site)
          << minor << i;
    }
    EXPECT_FALSE(cache.call_site(kCode, start - 2).enters);
    // Behind two locals, at the bottom of the stack.
    const cpython::CallSite call{true, 2};
    EXPECT_EQ(cache.call_site(kCode, start + 2 * site), call);
    EXPECT_EQ(cache.call_site(kCode, start + 2 * site, true), call);
    image.put<std::int32_t>(kCode + image.offsets.code_firstlineno, 8);
    const cpython::CallSite unknown{true, -1};
    EXPECT_EQ(cache.call_site(kCode, start + 2 * site, true), unknown);
  }
}

// An instruction that is not known has an unknown length; what is too short is
// no function; until 3.10 all calls go through C.
TEST(CodeCache, AnyInstructionMayCallWhereItIsNotKnown) {
  const std::vector<std::uint8_t> code(40, 1);
  EXPECT_EQ(cpython::call_sites(12, code, {}),
            std::vector<cpython::CallSite>(20));
  EXPECT_TRUE(cpython::call_sites(10, code, {}).empty());
  EXPECT_TRUE(cpython::call_sites(12, std::span(code).first(14), {}).empty());
  EXPECT_TRUE(
      cpython::call_sites(12, std::vector<std::uint8_t>(40, 254), {}).empty());
}

TEST(CodeCache, RefusesWhatIsNoCodeObject) {
  Image image(12);
  CodeCache cache(image.memory, image.offsets);
  EXPECT_EQ(cache.find(0, 0), nullptr);
  EXPECT_EQ(cache.find(kCode, 0), nullptr);
  EXPECT_EQ(cache.find(kCode + 1, 0), nullptr);
  image.code(kCode, "huge", 1, kTable, 1ULL << 60);
  EXPECT_EQ(cache.find(kCode, 0), nullptr);
}

// A freed one whose memory is in use for something else has kept some words.
TEST(CodeCache, MakesNoRoomForWhatHasAnySize) {
  Image image(11);
  CodeCache cache(image.memory, image.offsets);
  image.code(kCode, "work", 1, kTable, 100'000'000);
  EXPECT_EQ(cache.find(kCode, 0), nullptr);
  image.code(kCode, "work", 1, kTable, 8);
  const Address table = kCode + 2048;
  image.put<char>(table + image.offsets.bytes_data + kTable.size(), 'x');
  EXPECT_EQ(cache.find(kCode, 0), nullptr);
  image.put<char>(table + image.offsets.bytes_data + kTable.size(), 0);
  image.put<Address>(table + image.offsets.object_type, 0x700000);
  EXPECT_EQ(cache.find(kCode, 0), nullptr);
  image.bytes(table, kTable);
  EXPECT_NE(cache.find(kCode, 0), nullptr);
  // Replaced by an empty one, which is allowed.
  image.code(kCode, "play", 5, "", 8);
  EXPECT_EQ(cache.find(kCode, 1)->lines, std::vector<int>(8));
}

TEST(CodeCache, IndexesAreUnitsIn310AndBytesBefore) {
  Code code;
  code.lines.assign(10, 1);
  Image nine(9);
  Image ten(10);
  EXPECT_EQ(CodeCache(nine.memory, nine.offsets).unit_of(code, 6), 3u);
  EXPECT_EQ(CodeCache(ten.memory, ten.offsets).unit_of(code, 6), 6u);
  EXPECT_EQ(CodeCache(nine.memory, nine.offsets).unit_of(code, 0xffffffff),
            10u);
  EXPECT_EQ(CodeCache(ten.memory, ten.offsets).unit_of(code, 0xffffffff), 10u);
}

}  // namespace
}  // namespace ppp::profiler
