// SPDX-License-Identifier: Apache-2.0
#include "advisor/memo.h"

#include <gtest/gtest.h>

namespace ppp::advisor {
namespace {

Project project_of(std::string text, std::string other = "") {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/p/main.py", "__main__", std::move(text)));
  if (!other.empty()) {
    project.files.push_back(
        SourceFile::parse("other.py", "/p/other.py", "other", other));
  }
  return project;
}

bool finds(const std::string& text) {
  const Project project = project_of(text);
  const std::vector<Memo> memos = find_memos(project);
  return !memos.empty() && !memos[0].looked_at;
}

const std::string kEarly =
    "memo = {}\n"
    "def f(n):\n"
    "    if n in memo:\n"
    "        return memo[n]\n"
    "    result = n * n\n"
    "    memo[n] = result\n"
    "    return result\n";

std::string replaced(const std::string& from, const std::string& to) {
  std::string text = kEarly;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(MemoTest, FindsTheUsualForms) {
  EXPECT_TRUE(finds(kEarly));
  EXPECT_TRUE(finds(replaced("memo = {}", "memo: dict = dict()")));
  EXPECT_TRUE(
      finds("memo = {}\n"
            "def f(a, b=2):\n"
            "    \"\"\"Text.\"\"\"\n"
            "    key = a, b\n"
            "    if key not in memo:\n"
            "        a = a + 1\n"
            "        memo[key] = a * b\n"
            "    return memo[key]\n"));
  EXPECT_TRUE(
      finds("memo = {}\n"
            "def f(a, b):\n"
            "    if (a, b) not in memo:\n"
            "        memo[a, b] = a * b\n"
            "    return memo[a, b]\n"));
  EXPECT_TRUE(finds(replaced("    return result", "    return memo[n]")));
}

TEST(MemoTest, NamesTheTwo) {
  const Project project = project_of(kEarly);
  const std::vector<Memo> memos = find_memos(project);
  ASSERT_EQ(memos.size(), 1U);
  EXPECT_EQ(memos[0].name, "memo");
  EXPECT_EQ(memos[0].function, "f");
}

TEST(MemoTest, TheKeyMustStandForAllParameters) {
  EXPECT_FALSE(finds(replaced("def f(n)", "def f(n, other)")));
  EXPECT_FALSE(finds(replaced("def f(n)", "def f(*n)")));
  EXPECT_FALSE(finds(replaced("    if n in", "    n += 1\n    if n in")));
  EXPECT_FALSE(finds(replaced("    result = n * n", "    n = n * n")));
  EXPECT_FALSE(finds(replaced("memo[n] = result", "memo[n + 1] = result")));
  EXPECT_FALSE(
      finds("memo = {}\n"
            "def f(a, b):\n"
            "    a += 1\n"
            "    key = a, b\n"
            "    if key not in memo:\n"
            "        memo[key] = a * b\n"
            "    return memo[key]\n"));
}

TEST(MemoTest, WhatIsKeptIsWhatIsGiven) {
  EXPECT_FALSE(finds(replaced("return result", "return result + 1")));
  EXPECT_FALSE(finds(replaced("memo[n] = result", "memo[n] = result + 1")));
  EXPECT_FALSE(finds(replaced("    return result",
                              "    result += 1\n"
                              "    return result")));
  EXPECT_FALSE(finds(replaced("        return memo[n]",
                              "        print(n)\n        return memo[n]")));
  EXPECT_FALSE(
      finds(replaced("        return memo[n]", "        return -memo[n]")));
  EXPECT_FALSE(finds(replaced("if n in memo", "if n in memo and n > 2")));
  EXPECT_FALSE(finds(replaced("if n in memo", "if n == memo")));
}

TEST(MemoTest, NothingElseMayLookAtIt) {
  EXPECT_FALSE(finds(kEarly + "print(len(memo))\n"));
  EXPECT_FALSE(finds(kEarly + "memo = {1: 2}\n"));
  EXPECT_FALSE(finds(replaced("    result =",
                              "    memo.clear()\n"
                              "    result =")));
  EXPECT_FALSE(finds(replaced("    result =",
                              "    result = len(memo)\n"
                              "    result =")));
  const Project project = project_of(kEarly, "import main\nprint(main.memo)\n");
  const std::vector<Memo> memos = find_memos(project);
  ASSERT_EQ(memos.size(), 1U);
  ASSERT_TRUE(memos[0].looked_at.has_value());
  EXPECT_EQ(memos[0].looked_at->file, "other.py");
  EXPECT_EQ(memos[0].looked_at->line, 2);
}

}  // namespace
}  // namespace ppp::advisor
