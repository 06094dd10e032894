// SPDX-License-Identifier: Apache-2.0
#include "profiler/cpython/offsets.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <vector>

namespace ppp::profiler::cpython {
namespace {

// What CPython 3.13.0 for x86-64 says of itself.
constexpr std::array<std::uint64_t, 73> kWords = {
    0,    0x30d00f0, 0,    283320, 608,  632, 194968, 7272, 7264, 7344, 7400,
    7656, 7640,      7648, 16,     7752, 0,   7768,   7760, 304,  0,    8,
    16,   72,        152,  160,    232,  32,  80,     8,    0,    56,   72,
    70,   208,       112,  120,    128,  136, 68,     52,   96,   104,  200,
    16,   8,         416,  24,     88,   168, 32,     24,   16,   40,   24,
    16,   48,        32,   40,     24,   16,  32,     16,   24,   40,   16,
    32,   64,        32,   16,     40,   240, 200};

// What CPython 3.14.10 for x86-64 says of itself.
constexpr std::array<std::uint64_t, 83> kWords3_14 = {
    0,    0x30e0af0, 0,    316616, 784, 808,  225864, 7280, 7272, 7344, 7360,
    7408, 7688,      7672, 7680,   16,  7784, 0,      7800, 7792, 7992, 0,
    832,  0,         8,    16,     72,  152,  160,    232,  32,   88,   8,
    0,    56,        80,   74,     64,  0,    216,    112,  120,  128,  136,
    68,   52,        96,   104,    208, 0,    16,     8,    416,  24,   88,
    168,  40,        32,   16,     40,  24,   16,     200,  24,   40,   32,
    48,   32,        40,   24,     16,  32,   16,     24,   40,   16,   32,
    64,   32,        16,   40,     264, 192};

// What CPython 3.14.7 without the lock says of itself.
constexpr std::array<std::uint64_t, 83> kFreeWords3_14 = {
    0,    51251184, 1,    362368, 784, 808,  246720, 7280, 7272, 7344, 7360,
    7408, 7712,     7696, 7704,   16,  7808, 0,      7832, 7824, 8024, 17628,
    832,  0,        8,    16,     72,  152,  160,    232,  32,   88,   8,
    0,    56,       80,   78,     64,  72,   240,    128,  136,  144,  152,
    84,   68,       112,  120,    232, 224,  32,     24,   432,  40,   104,
    184,  56,       48,   32,     56,  40,   32,     216,  40,   56,   48,
    64,   48,       56,   40,     32,  48,   32,     40,   56,   32,   48,
    80,   48,       32,   56,     288, 192};

template <std::size_t N>
std::vector<std::byte> image_of(const std::array<std::uint64_t, N>& words) {
  std::vector<std::byte> bytes(kDebugOffsetsSize);
  std::memcpy(bytes.data(), words.data(), sizeof words);
  std::memcpy(bytes.data(), "xdebugpy", 8);
  return bytes;
}

std::vector<std::byte> image(std::size_t index = 0, std::uint64_t value = 0) {
  std::vector<std::byte> bytes = image_of(kWords);
  if (index) std::memcpy(bytes.data() + 8 * index, &value, 8);
  return bytes;
}

TEST(Offsets, EveryMinorVersionHasARow) {
  for (int minor = kOldestMinor; minor < 13; ++minor) {
    auto row = offsets_of(minor);
    ASSERT_TRUE(row.has_value()) << minor;
    EXPECT_EQ(row->minor, minor);
    EXPECT_GE(row->frame_size, row->frame_instruction + 4);
    EXPECT_GE(row->frame_size, row->frame_back + 8);
  }
  EXPECT_FALSE(offsets_of(7).has_value());
  EXPECT_FALSE(offsets_of(13).has_value());
}

TEST(Offsets, ReadsTheDebugOffsetsOf313) {
  auto row = parse_debug_offsets(image());
  ASSERT_TRUE(row.has_value());
  EXPECT_EQ(row->interpreters_head, 632u);
  EXPECT_EQ(row->threads_head, 7344u);
  EXPECT_EQ(row->thread_frame, 72u);
  EXPECT_EQ(row->native_thread_id, 160u);
  EXPECT_EQ(row->frame_function, 16u);
  EXPECT_EQ(row->frame_owner, 70u);
  EXPECT_EQ(row->frame_size, 72u);
  EXPECT_EQ(row->code_bytes, 200u);
  EXPECT_EQ(row->unicode_ascii, 40u);
  EXPECT_EQ(row->gil_holder, 8u);
  EXPECT_EQ(row->gil_locked, 16u);
}

TEST(Offsets, ReadsTheDebugOffsetsOf314) {
  auto row = parse_debug_offsets(image_of(kWords3_14));
  ASSERT_TRUE(row.has_value());
  EXPECT_EQ(row->minor, 14);
  EXPECT_FALSE(row->free_threaded);
  EXPECT_EQ(row->interpreters_head, 808u);
  EXPECT_EQ(row->threads_head, 7344u);
  EXPECT_EQ(row->interpreter_gil, 16u);
  EXPECT_EQ(row->gil_holder, 8u);
  EXPECT_EQ(row->gil_locked, 16u);
  EXPECT_EQ(row->thread_frame, 72u);
  EXPECT_EQ(row->native_thread_id, 160u);
  EXPECT_EQ(row->frame_function, 16u);
  EXPECT_EQ(row->frame_owner, 74u);
  EXPECT_EQ(row->frame_locals, 80u);
  EXPECT_EQ(row->reference_mask, ~std::uint64_t{3});
  EXPECT_EQ(row->code_flags, 48u);
  EXPECT_EQ(row->code_exceptions, 40u);
  EXPECT_EQ(row->code_bytes, 208u);
  EXPECT_EQ(row->tuple_items, 32u);
  EXPECT_EQ(row->unicode_ascii, 40u);
}

TEST(Offsets, RefusesWhatIsNoneOfThem) {
  auto bytes = image();
  bytes[0] = std::byte{'y'};
  EXPECT_FALSE(parse_debug_offsets(bytes).has_value());
  EXPECT_FALSE(parse_debug_offsets(image(1, 0x030f00f0)).has_value());
  EXPECT_FALSE(parse_debug_offsets(image(5, 1ULL << 40)).has_value());
  EXPECT_FALSE(parse_debug_offsets(image(23, 73)).has_value());
  EXPECT_FALSE(parse_debug_offsets(std::vector<std::byte>(100)).has_value());
}

TEST(Offsets, AFreeThreadedBuildHasNoLock) {
  auto row = parse_debug_offsets(image(2, 1));
  ASSERT_TRUE(row.has_value());
  EXPECT_TRUE(row->free_threaded);
  EXPECT_EQ(row->interpreter_gil, 0u);
  EXPECT_EQ(row->code_copies, 0u);
}

TEST(Offsets, ThreadsRunCopiesOfTheBytecodeIn314WithoutTheLock) {
  auto row = parse_debug_offsets(image_of(kFreeWords3_14));
  ASSERT_TRUE(row.has_value());
  EXPECT_TRUE(row->free_threaded);
  EXPECT_EQ(row->code_copies, 224u);
  EXPECT_EQ(row->code_bytes, 232u);
  EXPECT_EQ(row->object_type, 24u);
  EXPECT_EQ(row->unicode_kind, 8u);
  auto words = kFreeWords3_14;
  words[49] = 240;  // behind the code object
  EXPECT_FALSE(parse_debug_offsets(image_of(words)).has_value());
  words[49] = 0;
  EXPECT_FALSE(parse_debug_offsets(image_of(words)).has_value());
  EXPECT_EQ(parse_debug_offsets(image_of(kWords3_14))->code_copies, 0u);
}

}  // namespace
}  // namespace ppp::profiler::cpython
