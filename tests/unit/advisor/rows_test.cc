// SPDX-License-Identifier: Apache-2.0
// When all that the further sources of a comprehension give is one item of
// work, and when it must not be.
#include "advisor/rows.h"

#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

/// run(xs) gives `made`, in which fits() may raise.
bool in_rows(const std::string& made) {
  const Plan plan = plan_of_script(
      "def fits(a, b):\n    return 60 % (a + b) < sum(range(a))\n\n\n"
      "def run(xs):\n    rest = iter(xs)\n    found = " +
      made +
      "\n    return found, list(rest)\n\n\n"
      "print(run([1, 2, 3]))\n");
  return std::any_of(plan.candidates.begin(), plan.candidates.end(),
                     [](const Candidate& one) { return one.in_rows; });
}

TEST(Rows, AreTheWorkOfAnItem) {
  EXPECT_TRUE(in_rows("[a * b for a in xs for b in xs if fits(a, b)]"));
  EXPECT_TRUE(in_rows("{a * b for a in xs for b in xs if fits(a, b)}"));
  EXPECT_TRUE(in_rows("sum(1 for a in xs for b in xs if fits(a, b))"));
  EXPECT_TRUE(in_rows("max(b for a in xs for b in range(a) if fits(a, b))"));
}

TEST(Rows, NeedMoreSourcesAndNoConditionOfTheFirst) {
  EXPECT_FALSE(in_rows("[a for a in xs if fits(a, 1)]"));
  EXPECT_FALSE(
      in_rows("[a * b for a in xs if a > 1 for b in xs if fits(a, b)]"));
}

TEST(Rows, MustNotMeet) {
  EXPECT_FALSE(in_rows("[a * b for a in xs for b in rest if fits(a, b)]"));
  EXPECT_FALSE(in_rows("[xs.pop() for a in xs for b in xs if fits(a, b)]"));
}

TEST(Rows, KeepTheNamesOfTheFirstSource) {
  EXPECT_FALSE(
      in_rows("[a for a in xs for b in xs if fits(a, b) for a in range(b)]"));
  EXPECT_TRUE(
      in_rows("[b for a in xs for b in xs if fits(a, b) for b in range(b)]"));
  EXPECT_FALSE(in_rows("[c for a in xs for b in xs if (c := fits(a, b))]"));
}

TEST(Rows, AreTakenByWhatTakesAllAndRaisesForNone) {
  EXPECT_FALSE(in_rows("any(fits(a, b) for a in xs for b in xs)"));
  EXPECT_FALSE(in_rows("next(a for a in xs for b in xs if fits(a, b))"));
  EXPECT_FALSE(
      in_rows("','.join(a or '' for a in xs for b in xs if fits(a, b))"));
  EXPECT_FALSE(in_rows("{a: b for a in xs for b in xs if fits(a, b)}"));
}

}  // namespace
}  // namespace ppp::advisor
