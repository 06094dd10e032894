// SPDX-License-Identifier: Apache-2.0
// The state of the interpreter: values, who has read what, gathered effects.
#include <gtest/gtest.h>

#include <vector>

#include "advisor/effect.h"
#include "advisor/interpreter.h"
#include "advisor/library.h"
#include "advisor/tracked.h"

namespace ppp::advisor {
namespace {

std::vector<ObjectId> ids(const Value& value) {
  return {value.begin(), value.end()};
}

TEST(Value, IsASortedSetHoweverItIsMade) {
  Value value(7);
  EXPECT_TRUE(value.add(3));
  EXPECT_FALSE(value.add(7));
  EXPECT_TRUE(value.add(Value({9, 3, 5, 9})));
  EXPECT_EQ(ids(value), (std::vector<ObjectId>{3, 5, 7, 9}));
  EXPECT_EQ(value, Value({9, 7, 5, 3}));
  EXPECT_EQ(Value(std::vector<ObjectId>{4}), Value(4));
  EXPECT_FALSE(value.add(Value({3, 9})));
  EXPECT_TRUE(Value().empty());
}

TEST(Value, LeavesItsCopiesAsTheyAre) {
  Value value({1, 2});
  std::vector<ObjectId> seen;
  for (ObjectId id : Value(value)) {
    seen.push_back(id);
    value.add(id + 10);
  }
  EXPECT_EQ(seen, (std::vector<ObjectId>{1, 2}));
  EXPECT_EQ(ids(value), (std::vector<ObjectId>{1, 2, 11, 12}));
}

TEST(Tracker, WakesWhoHasReadWhatChanges) {
  Tracker tracker;
  Cell cell(tracker);
  const int reader = tracker.add_task();
  EXPECT_TRUE(tracker.begin(reader));
  EXPECT_TRUE(cell.empty());
  tracker.end();
  EXPECT_FALSE(tracker.begin(reader));
  cell.add(1);
  EXPECT_TRUE(tracker.begin(reader));
}

// What an inner task reads and writes, the outer one may have read before.
TEST(Tracker, WakesATaskForWhatChangesWhileItPauses) {
  Tracker tracker;
  Cell cell(tracker);
  Cell other(tracker);
  const int outer = tracker.add_task();
  const int inner = tracker.add_task();
  tracker.begin(outer);
  EXPECT_TRUE(cell.empty());
  EXPECT_TRUE(other.empty());
  {
    const Tracker::Pause pause(tracker);
    tracker.begin(inner);
    EXPECT_TRUE(other.empty());
    cell.add(1);
  }
  EXPECT_TRUE(tracker.begin(outer));
  EXPECT_TRUE(other.empty());
  {
    const Tracker::Pause pause(tracker);
    tracker.wake(inner);
    tracker.begin(inner);
    EXPECT_TRUE(other.empty());
  }
  other.add(2);
  EXPECT_TRUE(tracker.begin(outer));
  EXPECT_TRUE(tracker.begin(inner));
}

// What a task reads only after it has changed is no reason to run it again.
TEST(Tracker, DoesNotWakeATaskForItsOwnDoing) {
  Tracker tracker;
  Cell cell(tracker);
  const int task = tracker.add_task();
  tracker.begin(task);
  cell.add(1);
  EXPECT_FALSE(cell.empty());
  EXPECT_FALSE(tracker.begin(task));
}

TEST(Effects, KeepTheFirstPlaceOfEach) {
  const Effect reads{Effect::Kind::kReadName, 1, "x"};
  const Effect prints{Effect::Kind::kOutside, -1, "print"};
  auto at = [](std::uint32_t byte) { return Place{nullptr, {byte, byte + 1}}; };
  Effects effects({{prints, at(5)}, {reads, at(1)}, {prints, at(2)}});
  effects.add(reads, at(9));
  effects.add(Effects({{prints, at(7)},
                       {{Effect::Kind::kRaises, -1, "StopIteration"}, at(8)}}));
  ASSERT_EQ(effects.size(), 3U);
  EXPECT_EQ(effects.begin()->first, reads);
  EXPECT_EQ(effects.begin()->second.range, at(1).range);
  EXPECT_EQ(effects.find(prints)->second.range, at(5).range);
  EXPECT_FALSE(effects.contains({Effect::Kind::kOutside, -1, "stdout"}));
}

TEST(Interpreter, GivesUpWhatIsTooMuchAndNamesTheWidestVariable) {
  std::string text = "things = []\n";
  for (int i = 0; i < 40; ++i) text += "things.append([])\n";
  text += "def tell(thing): return thing\n";
  text += "for one in things: tell(one)\n";
  Project project;
  project.files.push_back(SourceFile::parse("t.py", "/t.py", "__main__", text));
  Interpreter enough(project, builtin_library(), {});
  EXPECT_TRUE(enough.run());
  EXPECT_FALSE(enough.too_much());
  Interpreter few(project, builtin_library(), {});
  EXPECT_FALSE(few.run({}, 0));
  EXPECT_TRUE(few.too_much());
  EXPECT_EQ(few.widest_variable(),
            "`one` of the code on line 1 of t.py may be any of 40 objects");
}

// Long expressions in long chains of calls must fit on the stack.
TEST(Interpreter, ComesToTheEndOfDeepPrograms) {
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += "def f" + std::to_string(i) + "(x):\n    return f" +
            std::to_string(i + 1) + "(x)";
    for (int term = 0; term < 300; ++term) text += " + 1";
    text += "\n";
  }
  text += "def f60(x): return x\nf0(1)\n";
  Project project;
  project.files.push_back(SourceFile::parse("t.py", "/t.py", "__main__", text));
  Interpreter interpreter(project, builtin_library(), {});
  EXPECT_TRUE(interpreter.run());
  EXPECT_EQ(interpreter.scope_count(), 62);
}

}  // namespace
}  // namespace ppp::advisor
