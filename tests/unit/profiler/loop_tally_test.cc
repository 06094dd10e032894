// SPDX-License-Identifier: Apache-2.0
#include "profiler/loop_tally.h"

#include <gtest/gtest.h>

namespace ppp::profiler {
namespace {

cpython::IteratorState list_at(std::int64_t done, std::int64_t size) {
  cpython::IteratorState state;
  state.source = "list";
  state.done = done;
  state.rest = size - done;
  state.counter = 8;
  state.count = done;
  return state;
}

LoopSight sight(Address iterator, std::int64_t progress, double at_s) {
  return {iterator, true, progress, at_s};
}

TEST(LoopTally, OneLongEntry) {
  LoopTally tally;
  tally.look(list_at(0, 100), {}, true);
  for (int i = 1; i < 10; ++i) {
    EXPECT_FALSE(tally.pair(sight(64, 10 * i - 10, 0.1 * i - 0.1),
                            sight(64, 10 * i, 0.1 * i), false));
    tally.look(list_at(10 * i, 100), {}, false);
  }
  tally.add_time(1000);
  LoopFact fact;
  tally.fill(fact, 0.001, nullptr);
  EXPECT_EQ(fact.source, "list");
  EXPECT_EQ(fact.iterations, 100);
  EXPECT_DOUBLE_EQ(fact.per_entry, 100);
  EXPECT_DOUBLE_EQ(fact.entries, 1);
  EXPECT_NEAR(fact.per_second, 100, 1);
  EXPECT_DOUBLE_EQ(fact.wall_s, 1);
}

TEST(LoopTally, AnEntryEndsWithItsIteratorOrItsProgress) {
  LoopTally tally;
  EXPECT_TRUE(tally.pair(sight(64, 3, 0), sight(72, 4, 1), false));
  EXPECT_TRUE(tally.pair(sight(64, 3, 0), sight(64, 2, 1), false));
  EXPECT_TRUE(tally.pair(sight(64, 3, 0), sight(64, 4, 1), true));
  EXPECT_FALSE(tally.pair(sight(64, 3, 0), sight(64, 3, 1), false));
}

// The iterator was freed, and its memory holds a pointer now.
TEST(LoopTally, ALeapThatNoLoopMakesIsNoProgress) {
  LoopTally tally;
  for (int i = 0; i < 20; ++i) {
    tally.look(list_at(i, 100), {}, i == 0);
    EXPECT_FALSE(tally.pair(sight(64, i, 0.1 * i),
                            sight(64, i + 1, 0.1 * (i + 1)), false));
  }
  EXPECT_TRUE(tally.pair(sight(64, 20, 2), sight(64, 1LL << 46, 2.01), false));
  EXPECT_TRUE(
      tally.pair(sight(64, INT64_MIN, 2), sight(64, INT64_MAX, 2.01), false));
  tally.add_time(2000);
  LoopFact fact;
  tally.fill(fact, 0.001, nullptr);
  EXPECT_NEAR(fact.per_second, 10, 1e-6);
}

// An outer loop of 1,000 steps in a second; each runs an inner one of 50, which
// each look finds in another entry.
TEST(LoopBook, EntriesOfAnInnerLoopAreStepsOfTheOuterOne) {
  LoopBook book;
  const int outer = book.loop({"a.py", "f", 3, 7});
  const int inner = book.loop({"a.py", "f", 4, 12});
  EXPECT_EQ(book.loop({"a.py", "f", 3, 7}), outer);
  std::int64_t step = 0;
  for (int i = 0; i < 100; ++i, step += 10) {
    const double at_s = 0.01 * i;
    const LoopSight outside = sight(64, step, at_s);
    if (i > 0) {
      book.tally(outer).pair(sight(64, step - 10, at_s - 0.01), outside, false);
      book.tally(inner).pair(sight(72, 20, at_s - 0.01), sight(72, 30, at_s),
                             true);
    }
    book.tally(outer).look(list_at(step, 1000), {}, i == 0);
    book.tally(inner).look(list_at(30, 50), {outer, 64, step}, true);
  }
  book.tally(outer).add_time(1000);
  book.tally(inner).add_time(1000);
  Profile profile;
  book.fill(profile, 0.001);
  ASSERT_EQ(profile.loops.size(), 2u);
  EXPECT_DOUBLE_EQ(profile.loops[0].entries, 1);
  EXPECT_NEAR(profile.loops[1].entries, 1000, 15);
  EXPECT_EQ(profile.loops[1].iterations, 50);
  EXPECT_NEAR(profile.loops[1].per_second, 50000, 1000);
}

// 200 entries a second of a loop that nothing readable is around: from pairs
// that lie 0.5 ms apart, a tenth of an entry.
TEST(LoopTally, EntriesFromSpeedAndLength) {
  LoopTally tally;
  for (int i = 0; i < 200; ++i) {
    const double at_s = 0.01 * i;
    const int done = 7 * i % 90;
    tally.look(list_at(done, 100), {}, true);
    tally.pair(sight(64, done, at_s), sight(64, done + 10, at_s + 0.0005),
               false);
    tally.pair(sight(64, done + 10, at_s + 0.0005), sight(72, 0, at_s + 0.01),
               false);
  }
  tally.add_time(2000);
  LoopFact fact;
  tally.fill(fact, 0.001, nullptr);
  EXPECT_NEAR(fact.per_second, 20000, 200);
  EXPECT_NEAR(fact.entries, 400, 10);
}

TEST(LoopTally, RangesThatForgetTheirStart) {
  LoopTally tally;
  for (int i = 0; i < 10; ++i) {
    cpython::IteratorState state;
    state.source = "range";
    state.value = 1 + 10 * i;
    state.rest = 100 - state.value;
    tally.look(state, {}, i == 0);
  }
  LoopFact fact;
  tally.fill(fact, 0.001, nullptr);
  EXPECT_EQ(fact.iterations, 100);
}

TEST(LoopTally, UnreadableSources) {
  LoopTally tally;
  cpython::IteratorState state;
  state.source = "generator";
  tally.look(state, {}, true);
  LoopFact fact;
  tally.fill(fact, 0.001, nullptr);
  EXPECT_EQ(fact.iterations, 0);
  EXPECT_EQ(fact.source, "generator");
  EXPECT_EQ(fact.per_entry, 0);
}

}  // namespace
}  // namespace ppp::profiler
