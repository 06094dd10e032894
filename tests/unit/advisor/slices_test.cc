// SPDX-License-Identifier: Apache-2.0
// When the source of a loop is cut in slices, and when not.
#include "advisor/slices.h"

#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

HotLoop loop_of(std::int64_t items, double wall_s, double entries = 1) {
  HotLoop loop;
  loop.iterations = items;
  loop.cost.wall_s = wall_s;
  loop.entries = entries;
  return loop;
}

TEST(Slices, AreRoundAndWorthATask) {
  EXPECT_EQ(slice_of(loop_of(400'000, 1)), 10'000);  // 6,250 for 64 slices
  EXPECT_EQ(slice_of(loop_of(320'000, 1)), 5'000);
  EXPECT_EQ(slice_of(loop_of(1'000'000, 0.06)), 20'000);  // of 1 ms at least
  EXPECT_EQ(slice_of(loop_of(400'000, 1, 4)), 10'000);
}

TEST(Slices, AreForManySmallItems) {
  EXPECT_EQ(slice_of(loop_of(0, 1)), 0);          // not counted
  EXPECT_EQ(slice_of(loop_of(10'000, 1)), 0);     // 100 µs each
  EXPECT_EQ(slice_of(loop_of(10'000, 0.01)), 0);  // done in 10 ms
  EXPECT_EQ(slice_of(loop_of(400'000, 1, 100)), 0);
}

constexpr char kOdd[] = "def odd(n):\n    return len(str(n)) % 2\n\n\n";

/// A candidate got slices.
bool sliced(const std::string& text) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", text));
  Result<Plan> plan = advise({}, project, {.min_share = 0, .every_loop = true});
  EXPECT_TRUE(plan.ok());
  EXPECT_FALSE(plan->candidates.empty()) << text;
  if (plan->candidates.empty()) return false;
  give_slices(project, {}, *plan, [](const HotLoop&) { return 10; });
  const auto found =
      std::find_if(plan->candidates.begin(), plan->candidates.end(),
                   [](const Candidate& one) { return one.in_slices; });
  return found != plan->candidates.end();
}

/// The same of a loop with `body` over range(n) in a function.
bool sliced_body(const std::string& body, const std::string& before = "") {
  return sliced(before + kOdd + "def run(n):\n    found = 0\n    kept = []\n" +
                "    for k in range(n):\n        " + body +
                "\n    return found, kept\n\n\nprint(run(9))\n");
}

TEST(Slices, OfWhatIsCountedAndKept) {
  EXPECT_TRUE(sliced_body("found += odd(k)"));
  EXPECT_TRUE(sliced_body("kept.append(odd(k))"));
  EXPECT_TRUE(
      sliced(std::string(kOdd) + "print(sum(odd(k) for k in range(9)))\n"));
  EXPECT_TRUE(
      sliced(std::string(kOdd) + "print({odd(k) for k in [1, 2, 3]})\n"));
}

TEST(Slices, NotOfWhatNeedsEachItem) {
  EXPECT_FALSE(sliced_body("found += odd(k) / 3"));  // floats in order
  EXPECT_FALSE(sliced_body("kept.append(odd(k)); print(k)"));
  EXPECT_FALSE(
      sliced(std::string(kOdd) + "print({k: odd(k) for k in range(9)})\n"));
  EXPECT_FALSE(
      sliced(std::string(kOdd) + "print(any(odd(k) for k in range(9)))\n"));
  EXPECT_FALSE(
      sliced(std::string(kOdd) + "print([odd(k) for k in {1: 2}.keys()])\n"));
  EXPECT_FALSE(sliced(std::string(kOdd) +
                      "print(sum((odd(k) for k in range(9)), 5))\n"));
}

TEST(Slices, NotWhereTheFunctionWouldMeanSomethingElse) {
  EXPECT_FALSE(sliced_body("found += odd(k)", "len = id\n"));
  EXPECT_FALSE(sliced_body("found += odd(k)",
                           "def spoil():\n    global len\n    len = id\n\n"));
  EXPECT_FALSE(
      sliced_body("found += odd(k)", "in_slices = cut_in_slices = 1\n"));
}

TEST(Slices, AreAloneInTheirFile) {
  EXPECT_FALSE(sliced(std::string(kOdd) +
                      "print([odd(k) for k in range(9)])\n" +
                      "print([odd(k) for k in range(8)])\n"));
}

}  // namespace
}  // namespace ppp::advisor
