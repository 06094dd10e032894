// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"

#include <gtest/gtest.h>

namespace ppp::cli {
namespace {

using Strings = std::vector<std::string>;

/// A command with one option that takes a value and one flag.
struct SomeApp {
  SomeApp() : app("", "some") {
    app.add_option("--rate,-r", rate, "");
    app.add_flag("--explain", explain, "");
    app.add_option("--pair", pair, "")->expected(2);
    other.add_option("--output", output, "");
  }
  CLI::App app;
  CLI::App other;
  double rate = 0;
  Strings pair;
  bool explain = false;
  std::string output;
};

TEST(SplitWords, TheScriptEndsOurPart) {
  SomeApp some;
  Words words = split_words(some.app, Rest::kProgram,
                            {"--rate", "5", "a.py", "--rate", "7", "--", "x"});
  EXPECT_EQ(words.ours, (Strings{"--rate", "5"}));
  EXPECT_EQ(words.rest, (Strings{"a.py", "--rate", "7", "--", "x"}));
}

TEST(SplitWords, AModuleEndsOurPart) {
  SomeApp some;
  Words words =
      split_words(some.app, Rest::kProgram, {"--explain", "-m", "pkg", "-r"});
  EXPECT_EQ(words.ours, (Strings{"--explain"}));
  EXPECT_EQ(words.rest, (Strings{"-m", "pkg", "-r"}));
}

TEST(SplitWords, AValueMayStandInTheSameWord) {
  SomeApp some;
  Words words = split_words(some.app, Rest::kProgram, {"--rate=5", "a.py"});
  EXPECT_EQ(words.ours, (Strings{"--rate=5"}));
  EXPECT_EQ(words.rest, (Strings{"a.py"}));
}

TEST(SplitWords, AnOptionMayTakeSeveralWords) {
  SomeApp some;
  Words words =
      split_words(some.app, Rest::kProgram,
                  {"--pair", "a.json", "b.json", "--explain", "a.py"});
  EXPECT_EQ(words.ours, (Strings{"--pair", "a.json", "b.json", "--explain"}));
  EXPECT_EQ(words.rest, (Strings{"a.py"}));
}

TEST(SplitWords, DashesEndOurPart) {
  SomeApp some;
  Words words = split_words(some.app, Rest::kProgram, {"--", "--odd.py"});
  EXPECT_EQ(words.ours, Strings{});
  EXPECT_EQ(words.rest, (Strings{"--odd.py"}));
}

TEST(SplitWords, AnUnknownOptionStaysOurs) {
  SomeApp some;
  Words words = split_words(some.app, Rest::kProgram, {"--nope", "a.py"});
  EXPECT_EQ(words.ours, (Strings{"--nope"}));
}

TEST(SplitWords, OnlyWordsAfterDashesAreTheProgramsInVerify) {
  SomeApp some;
  Words words = split_words(some.app, Rest::kAfterDashes,
                            {"a.py", "b.py", "--explain", "--", "-r", "1"});
  EXPECT_EQ(words.ours, (Strings{"a.py", "b.py", "--explain"}));
  EXPECT_EQ(words.rest, (Strings{"-r", "1"}));
}

TEST(Config, TableBecomesWords) {
  SomeApp some;
  auto words = config_words(some.app, {&some.app, &some.other},
                            "[tool.pyprof-parallel]\n"
                            "rate = 250\nexplain = true\noutput = 'x'\n",
                            "pyproject.toml");
  ASSERT_TRUE(words.ok());
  EXPECT_EQ(*words, (Strings{"--explain", "--rate=250"}));
}

TEST(Config, OtherTablesAreNotOurs) {
  SomeApp some;
  auto words = config_words(some.app, {&some.app},
                            "[project]\nname = 'x'\n[tool.ruff]\na = 1\n", "p");
  ASSERT_TRUE(words.ok());
  EXPECT_TRUE(words->empty());
}

TEST(Config, AnUnknownKeyIsNamed) {
  SomeApp some;
  auto words = config_words(some.app, {&some.app},
                            "[tool.pyprof-parallel]\nspeed = 1\n", "p.toml");
  ASSERT_FALSE(words.ok());
  EXPECT_EQ(words.error().kind, Error::Kind::kUsage);
  EXPECT_NE(words.error().what.find("speed"), std::string::npos);
}

TEST(Config, BrokenTomlNamesTheLine) {
  SomeApp some;
  auto words = config_words(some.app, {&some.app}, "\nx = = 1\n", "p.toml");
  ASSERT_FALSE(words.ok());
  EXPECT_NE(words.error().what.find("line 2"), std::string::npos)
      << words.error().what;
}

}  // namespace
}  // namespace ppp::cli
