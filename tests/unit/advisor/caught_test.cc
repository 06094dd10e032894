// SPDX-License-Identifier: Apache-2.0
// Work that a `try` of the loop begins with.
#include <gtest/gtest.h>

#include <algorithm>

#include "advisor/advise.h"

namespace ppp::advisor {
namespace {

/// The loop over `body` has work whose failure it survives.
bool caught(const std::string& body) {
  const std::string script =
      "limits = [3]\n"
      "def work(n):\n    return sum(range(n)) // (n - limits[0])\n\n"
      "found = {}\nfor x in range(90):\n" +
      body;
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", script));
  AdviseOptions options;
  options.every_loop = true;
  Result<Plan> plan = advise({}, project, options);
  EXPECT_TRUE(plan.ok());
  return std::any_of(plan->candidates.begin(), plan->candidates.end(),
                     [](const Candidate& one) { return one.work.caught; });
}

TEST(Caught, WorkThatATryBeginsWith) {
  const std::string handler = "    except ValueError:\n        print(x)\n";
  EXPECT_TRUE(caught("    try:\n        found[x] = work(x)\n" + handler));
  EXPECT_TRUE(caught("    print(x)\n    try:\n        y = work(x)\n" + handler +
                     "    else:\n        print(y)\n"));
  // The list without parentheses of 3.14.
  const std::string work = "    try:\n        found[x] = work(x)\n";
  EXPECT_TRUE(caught(work + "    except ValueError, KeyError:\n"
                            "        print(x)\n"));
  EXPECT_FALSE(caught(work + "    except ValueError, limits[0]:\n"
                             "        print(x)\n"));
  // What comes before may raise, and the turn of the work would pass.
  EXPECT_FALSE(
      caught("    try:\n        print(x)\n        y = work(x)\n" + handler));
  EXPECT_FALSE(caught("    try:\n        found[x] = found[x - 1] + work(x)\n" +
                      handler));
  EXPECT_FALSE(
      caught("    if x > 5:\n        try:\n            y = work(x)\n"
             "        except ValueError:\n            print(x)\n"));
  EXPECT_FALSE(
      caught("    try:\n        y = work(x)\n"
             "    except ValueError:\n        limits[0] += 1\n"));
  EXPECT_FALSE(
      caught("    try:\n        y = work(x)\n"
             "        limits.append(y)\n" +
             handler));
}

}  // namespace
}  // namespace ppp::advisor
