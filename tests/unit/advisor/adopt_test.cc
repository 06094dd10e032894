// SPDX-License-Identifier: Apache-2.0
#include "advisor/adopt.h"

#include <gtest/gtest.h>

#include <map>

#include "advisor/advise.h"
#include "profiler/formats/read.h"

namespace ppp::advisor {
namespace {

constexpr const char* kMain = R"(from lib.model import price

def main():
    prices = []
    for order in range(9):
        prices.append(price(order))
    return [p for p in prices if p]

main()
)";

constexpr const char* kModel = R"(
def price(order):
    value = 0
    for step in range(order):
        value = value * 31 % 7
    return value

class Model:
    @property
    def cost(self):
        return max(f(x) for x in self.xs)
)";

Project project_here() {
  Project project;
  project.files.push_back(SourceFile::parse(
      "app/main.py", "/home/me/app/main.py", "__main__", kMain));
  project.files.push_back(SourceFile::parse(
      "app/lib/model.py", "/home/me/app/lib/model.py", "lib.model", kModel));
  return project;
}

Result<Adopted> adopted(const std::string& stacks,
                        const std::string& recorded_in = "") {
  auto profile = profiler::read_profile(stacks);
  EXPECT_TRUE(profile.ok());
  return adopt(std::move(*profile), project_here(), recorded_in);
}

/// "file:line" to the share of the loop there.
std::map<std::string, double> shares(const std::string& stacks) {
  auto made = adopted(stacks);
  EXPECT_TRUE(made.ok()) << made.error().what;
  if (!made.ok()) return {};
  auto plan = advise(made->profile, project_here());
  EXPECT_TRUE(plan.ok()) << plan.error().what;
  std::map<std::string, double> shares;
  auto add = [&](const HotLoop& loop) {
    EXPECT_EQ(loop.time_class, TimeClass::kUnknown);
    EXPECT_EQ(loop.iterations, 0);
    shares[loop.span.file + ":" + std::to_string(loop.span.line)] = loop.share;
  };
  for (const Candidate& one : plan->candidates) add(one.loop);
  for (const Decline& one : plan->declines) add(one.loop);
  return shares;
}

std::string all_notes(const Result<Adopted>& made) {
  std::string all;
  for (const std::string& note : made->notes) all += note + "\n";
  return all;
}

using Shares = std::map<std::string, double>;

TEST(Adopt, PathsOfAnotherMachine) {
  const Shares expected = {{"app/main.py:5", 0.75},
                           {"app/lib/model.py:4", 0.5}};
  EXPECT_EQ(shares("<module> (/srv/x/main.py:9);main (/srv/x/main.py:6);price "
                   "(/srv/x/lib/model.py:5) 2\n"
                   "<module> (/srv/x/main.py:9);main (/srv/x/main.py:6) 1\n"
                   "<module> (/srv/x/main.py:9) 1\n"),
            expected);
  EXPECT_EQ(shares("<module> (main.py:9);main (main.py:6);price "
                   "(lib/model.py:5) 2\n"
                   "<module> (main.py:9);main (main.py:6) 1\n"
                   "<module> (main.py:9) 1\n"),
            expected);
  EXPECT_EQ(shares("<module> (C:\\x\\main.py:9);main (C:\\x\\main.py:6);price "
                   "(C:\\x\\lib\\model.py:5) 2\n"
                   "<module> (C:\\x\\main.py:9);main (C:\\x\\main.py:6) 1\n"
                   "<module> (C:\\x\\main.py:9) 1\n"),
            expected);
}

TEST(Adopt, TheDirectoryWhoseFunctionsFit) {
  const auto made = adopted(
      "<module> (/bin/tool/main.py:2);load (/lib/x/lib/model.py:40);"
      "<module> (/srv/x/main.py:9);main (/srv/x/main.py:6) 1\n");
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made->profile.frames[0].file, "/bin/tool/main.py");
  EXPECT_EQ(made->profile.frames[1].file, "/lib/x/lib/model.py");
  EXPECT_EQ(made->profile.frames[3].file, "app/main.py");
}

TEST(Adopt, SeveralDirectoriesFit) {
  const std::string stacks =
      "<module> (/a/main.py:9) 1\n<module> (/b/main.py:9) 1\n";
  const auto made = adopted(stacks);
  ASSERT_FALSE(made.ok());
  EXPECT_NE(made.error().what.find("/a or in /b"), std::string::npos);
  const auto nowhere = adopted(stacks, "/c");
  ASSERT_FALSE(nowhere.ok());
  EXPECT_NE(nowhere.error().what.find("recorded in /c"), std::string::npos);
  const auto told = adopted(stacks, "/b/");
  ASSERT_TRUE(told.ok());
  EXPECT_EQ(told->profile.frames[0].file, "/a/main.py");
  EXPECT_EQ(told->profile.frames[1].file, "app/main.py");
  // The one that is called as it is here.
  const auto alike =
      adopted("<module> (/a/main.py:9) 1\n<module> (/srv/app/main.py:9) 1\n");
  ASSERT_TRUE(alike.ok());
  EXPECT_EQ(alike->profile.frames[1].file, "app/main.py");
}

TEST(Adopt, NoFileFits) {
  EXPECT_FALSE(adopted("<module> (/srv/other.py:9) 1\n").ok());
  EXPECT_FALSE(adopted("<module> (model2.py:9);f (<string>:1) 1\n").ok());
}

TEST(Adopt, LinesThatHaveChanged) {
  const std::string stacks =
      "<module> (main.py:9);main (main.py:6) 6\n"
      "<module> (main.py:90);main (main.py:6) 1\n"
      "<module> (main.py:9);work (main.py:5) 1\n"
      "<module> (main.py:5) 1\n"
      "<module> (main.py:9);cost (lib/model.py:9) 1\n";
  EXPECT_NE(all_notes(adopted(stacks))
                .find("app/main.py has changed since it was recorded: 3 of 5 "
                      "places are not there (<module> on line 5, <module> on "
                      "line 90, work on line 5)"),
            std::string::npos)
      << all_notes(adopted(stacks));
  EXPECT_EQ(shares(stacks), (Shares{{"app/main.py:5", 0.7}}));
}

TEST(Adopt, FunctionsInsteadOfLines) {
  const Shares expected = {{"app/main.py:5", 0.75},
                           {"app/main.py:7", 0.75},
                           {"app/lib/model.py:4", 0.5}};
  for (const char* stacks :
       {"<module> (main.py);main (main.py);price (lib/model.py) 2\n"
        "<module> (main.py);main (main.py) 1\n<module> (main.py) 1\n",
        "<module> (main.py:1);main (main.py:3);price (lib/model.py:2) 2\n"
        "<module> (main.py:1);main (main.py:3) 1\n<module> (main.py:1) 1\n",
        "py::<module>:/a/main.py;py::main:/a/main.py;py::price:/a/lib/model.py "
        "2\npy::<module>:/a/main.py;py::main:/a/main.py 1\n"
        "py::<module>:/a/main.py 1\n"}) {
    EXPECT_EQ(shares(stacks), expected) << stacks;
    EXPECT_TRUE(adopted(stacks)->profile.origin.whole_functions);
  }
}

TEST(Adopt, DecoratedFunctionsBeginAtTheDecorator) {
  const auto made = adopted(
      "<module> (main.py:1);main (main.py:3);Model.cost "
      "(lib/model.py:9);<genexpr> (lib/model.py:11) 1\n");
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(all_notes(made).find("changed"), std::string::npos)
      << all_notes(made);
}

TEST(Adopt, SaysWhichFilesAreNotOfTheProgram) {
  const auto made = adopted(
      "<module> (main.py:9);main (main.py:6);get (/v/requests/api.py:3) 3\n"
      "<module> (main.py:9);main (main.py:6) 1\n");
  EXPECT_NE(all_notes(made).find("75 % of the time"), std::string::npos);
  EXPECT_NE(all_notes(made).find("/v/requests/api.py (75 %)"),
            std::string::npos);
}

}  // namespace
}  // namespace ppp::advisor
