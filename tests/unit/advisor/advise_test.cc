// SPDX-License-Identifier: Apache-2.0
#include "advisor/advise.h"

#include <gtest/gtest.h>

namespace ppp::advisor {
namespace {

constexpr const char* kTwoLoops = R"(
def work(n):
    return n * n

def main():
    squares = []
    for n in range(10):
        squares.append(work(n))
    cubes = [n * work(n) for n in range(10)]
    print(squares, cubes)

main()
)";

Plan plan_of(std::function<bool()> stop) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", kTwoLoops));
  AdviseOptions options;
  options.every_loop = true;
  options.stop = std::move(stop);
  Result<Plan> plan = advise({}, project, options);
  EXPECT_TRUE(plan.ok());
  return std::move(*plan);
}

TEST(Advise, ALoopThatIsNotAnalysedIsDeclined) {
  EXPECT_EQ(plan_of({}).candidates.size(), 2u);
  const Plan none = plan_of([] { return true; });
  EXPECT_TRUE(none.candidates.empty());
  ASSERT_EQ(none.declines.size(), 2u);
  EXPECT_EQ(none.declines[0].reasons.at(0).id, "not-analysed");
}

TEST(Advise, AnAnalysisThatIsCutShortProvesNothing) {
  int asked = 0;
  plan_of([&] { return ++asked < 0; });
  ASSERT_GT(asked, 5);
  for (int limit = 1; limit < asked; ++limit) {
    int again = 0;
    const Plan plan = plan_of([&] { return ++again > limit; });
    ASSERT_EQ(plan.candidates.size() + plan.declines.size(), 2u);
    ASSERT_FALSE(plan.declines.empty());
    const std::string& id = plan.declines.back().reasons.at(0).id;
    EXPECT_TRUE(id == "not-analysed" || id == "too-complex") << id;
  }
}

TEST(Advise, AClockThatIsNotFollowedSteers) {
  Project project;
  project.files.push_back(SourceFile::parse("main.py", "/main.py", "__main__",
                                            "import time\nt = time.time()\n" +
                                                std::string(2000, '\n') +
                                                "print(t)\n"));
  for (int i = 0; i < 100; ++i) {
    project.files.push_back(SourceFile::parse(
        "m.py", "/m.py", "m", "def f(x):\n    return x + 1\nprint(f(2))\n"));
  }
  AdviseOptions options;
  EXPECT_FALSE(advise({}, project, options)->clock.steers.has_value());
  options.stop = [] { return true; };
  EXPECT_TRUE(advise({}, project, options)->clock.steers.has_value());
}

}  // namespace
}  // namespace ppp::advisor
