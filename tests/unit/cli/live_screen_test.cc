// SPDX-License-Identifier: Apache-2.0
#include "harness/report/live_screen.h"

#include <gtest/gtest.h>

namespace ppp::harness {
namespace {

profiler::Profile with_lines(
    std::vector<std::pair<std::string, double>> files) {
  profiler::Profile profile;
  profile.command = {"main.py"};
  profile.python = "3.11.7";
  profile.threads = {{100, true}};
  for (const auto& [file, seconds] : files) {
    profile.frames.push_back({file, "work", 9, 8});
    profiler::Stack stack;
    stack.frames = {static_cast<int>(profile.frames.size()) - 1};
    stack.samples = 1;
    stack.cost.wall_s = stack.cost.cpu_s = stack.cost.python_s = seconds;
    profile.stacks.push_back(stack);
    profile.wall_s += seconds;
    profile.cpu_s += seconds;
  }
  return profile;
}

std::size_t row_of(const std::vector<std::string>& screen,
                   const std::string& text) {
  for (std::size_t i = 0; i < screen.size(); ++i) {
    if (screen[i].find(text) != std::string::npos) return i;
  }
  return screen.size();
}

TEST(LiveScreen, TheLatestComesFirst) {
  const auto before = with_lines({{"a.py", 5}, {"b.py", 1}});
  const auto now =
      with_lines({{"a.py", 5.25}, {"b.py", 1.75}, {"c.py", 0.001}});
  const auto screen = live_screen(before, now, 24, 120);
  EXPECT_LT(row_of(screen, "b.py:9"), row_of(screen, "a.py:9"));
  EXPECT_LT(row_of(screen, "a.py:9"), row_of(screen, "c.py:9"));
  EXPECT_NE(screen[row_of(screen, "b.py:9")].find("75 %"), std::string::npos);
  EXPECT_NE(screen[0].find("100 % CPU"), std::string::npos) << screen[0];
}

TEST(LiveScreen, FitsTheTerminal) {
  std::vector<std::pair<std::string, double>> many;
  for (int i = 0; i < 100; ++i) {
    many.push_back({"f\xc3\xb6lder/" + std::to_string(i) + ".py", 1});
  }
  const auto profile = with_lines(many);
  for (std::size_t rows : {0, 1, 4, 7, 30}) {
    for (std::size_t columns : {0, 1, 12, 80}) {
      const auto screen = live_screen({}, profile, rows, columns);
      EXPECT_LE(screen.size(), rows);
      for (const std::string& row : screen) {
        // Two bytes for one character, at most.
        EXPECT_LE(row.size(), 2 * columns);
      }
    }
  }
  EXPECT_EQ(live_screen({}, profile, 30, 80).size(), 30u);
}

TEST(LiveScreen, NamesDoNotSteerTheTerminal) {
  const auto profile =
      with_lines({{"\033[2J\n\r\x7f\xc2\x9b"
                   "1m.py",
                   1}});
  const auto screen = live_screen({}, profile, 24, 120);
  EXPECT_NE(row_of(screen, "?[2J????1m.py:9"), screen.size());
}

TEST(LiveScreen, NothingYet) {
  const auto screen = live_screen({}, {}, 24, 80);
  EXPECT_NE(row_of(screen, "no samples yet"), screen.size());
}

}  // namespace
}  // namespace ppp::harness
