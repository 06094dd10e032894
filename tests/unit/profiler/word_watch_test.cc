// SPDX-License-Identifier: Apache-2.0
#include "profiler/word_watch.h"

#include <gtest/gtest.h>

#include <cstring>

namespace ppp::profiler {
namespace {

constexpr Address kPlace = 0x10000;
constexpr Address kFar = 0x900000;

// Two pages, and how they were asked for.
class CountingMemory final : public RemoteMemory {
 public:
  CountingMemory() : pages_(8192), far_(4096) {}

  void put(Address at, Address value) {
    std::byte* to =
        at >= kFar ? far_.data() + (at - kFar) : pages_.data() + (at - kPlace);
    std::memcpy(to, &value, sizeof value);
    image_.place(kPlace, pages_);
    image_.place(kFar, far_);
  }
  std::size_t read_ranges(std::span<const RemoteRange> ranges) override {
    ++calls;
    pieces = ranges.size();
    return image_.read_ranges(ranges);
  }

  int calls = 0;
  std::size_t pieces = 0;

 private:
  std::vector<std::byte> pages_;
  std::vector<std::byte> far_;
  ImageMemory image_;
};

class WordWatchTest : public testing::Test {
 protected:
  void watch(Address at, Address value) {
    memory.put(at, value);
    words.add(at, value);
  }
  CountingMemory memory;
  WordWatch words;
};

TEST_F(WordWatchTest, NoWordsHoldNothing) {
  EXPECT_FALSE(words.hold(memory));
  EXPECT_EQ(memory.calls, 0);
}

TEST_F(WordWatchTest, WhatStandsCloseIsOnePiece) {
  // Not in order, and one over the end of a page.
  for (Address at : {kFar, kPlace + 700, kPlace + 8, kPlace + 4090}) {
    watch(at, at);
  }
  EXPECT_TRUE(words.hold(memory));
  EXPECT_EQ(memory.calls, 1);
  EXPECT_EQ(memory.pieces, 4u);
  watch(kPlace + 360, 7);  // joins two
  EXPECT_TRUE(words.hold(memory));
  EXPECT_EQ(memory.pieces, 3u);
}

TEST_F(WordWatchTest, AnyWordThatIsAnotherShows) {
  const Address places[] = {kPlace,       kPlace + 8,    kPlace + 400,
                            kPlace + 404, kPlace + 2000, kFar + 16};
  for (Address at : places) memory.put(at, at);
  memory.put(kPlace + 404, 5);  // over the half of the one before
  for (Address at : places) {
    words.add(at, memory.get<Address>(at).value_or(0));
  }
  EXPECT_TRUE(words.hold(memory));
  for (Address at : places) {
    const Address before = memory.get<Address>(at).value_or(0);
    memory.put(at, before + (Address{1} << 56));
    EXPECT_FALSE(words.hold(memory)) << at;
    memory.put(at, before);
    EXPECT_TRUE(words.hold(memory)) << at;
  }
}

TEST_F(WordWatchTest, WhatLiesBetweenIsNoMatter) {
  watch(kPlace, 1);
  watch(kPlace + 200, 2);
  memory.put(kPlace + 96, 77);
  EXPECT_TRUE(words.hold(memory));
}

TEST_F(WordWatchTest, WhatCannotBeReadDoesNotHold) {
  watch(kPlace, 1);
  words.add(0x500000, 0);
  EXPECT_FALSE(words.hold(memory));
}

TEST_F(WordWatchTest, AfterAClearOthersAreWatched) {
  watch(kPlace, 1);
  EXPECT_TRUE(words.hold(memory));
  words.clear();
  watch(kPlace + 3000, 2);
  memory.put(kPlace, 9);
  EXPECT_TRUE(words.hold(memory));
}

}  // namespace
}  // namespace ppp::profiler
