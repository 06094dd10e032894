// SPDX-License-Identifier: Apache-2.0
#include "profiler/remote_memory.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <numeric>

namespace ppp::profiler {
namespace {

TEST(ImageMemory, PiecesSideBySideAreOneMemory) {
  ImageMemory image;
  image.place(100, {std::byte{1}, std::byte{2}});
  image.place(102, {std::byte{3}});
  std::array<unsigned char, 4> bytes{};
  EXPECT_TRUE(image.read(101, bytes.data(), 2));
  EXPECT_EQ(bytes[0], 2);
  EXPECT_EQ(bytes[1], 3);
  EXPECT_FALSE(image.read(101, bytes.data(), 3));
  EXPECT_FALSE(image.read(99, bytes.data(), 1));
}

Address address_of(const void* pointer) {
  return reinterpret_cast<Address>(pointer);
}

class RemoteMemoryTest : public ::testing::TestWithParam<bool> {
 protected:
  std::unique_ptr<RemoteMemory> open() {
    auto memory =
        GetParam() ? open_proc_mem(::getpid()) : open_remote_memory(::getpid());
    EXPECT_TRUE(memory.ok());
    return std::move(*memory);
  }
};

TEST_P(RemoteMemoryTest, ReadsManyPieces) {
  std::vector<int> from(3000);
  std::iota(from.begin(), from.end(), 0);
  std::vector<int> to(from.size());
  std::vector<RemoteRange> ranges;
  for (std::size_t i = 0; i < from.size(); ++i) {
    ranges.push_back({address_of(&from[i]), &to[i], sizeof(int)});
  }
  EXPECT_EQ(open()->read_ranges(ranges), from.size() * sizeof(int));
  EXPECT_EQ(to, from);
}

TEST_P(RemoteMemoryTest, StopsAtWhatCannotBeRead) {
  std::uint64_t good = 7;
  std::uint64_t to[3] = {};
  const RemoteRange ranges[] = {{address_of(&good), &to[0], 8},
                                {0, &to[1], 8},
                                {address_of(&good), &to[2], 8}};
  auto memory = open();
  EXPECT_EQ(memory->read_ranges(ranges), 8u);
  EXPECT_EQ(to[0], 7u);
  EXPECT_FALSE(memory->get<int>(16).has_value());
  EXPECT_EQ(memory->get<std::uint64_t>(address_of(&good)), 7u);
}

INSTANTIATE_TEST_SUITE_P(Ways, RemoteMemoryTest, ::testing::Bool());

TEST(RemoteMemory, SaysWhyNot) {
  auto memory = open_remote_memory(0x3fffffff);
  ASSERT_FALSE(memory.ok());
  EXPECT_EQ(memory.error().kind, Error::Kind::kEnvironment);
  EXPECT_FALSE(memory.error().hint.empty());
}

}  // namespace
}  // namespace ppp::profiler
