// SPDX-License-Identifier: Apache-2.0
// Tables that a loop makes row by row: which statements are understood, and
// when nobody else can have the table.
#include "advisor/grown_table.h"

#include <gtest/gtest.h>

namespace ppp::advisor {
namespace {

std::optional<GrownTable> grown_by(const std::string& text) {
  const std::string module = "import pandas as pd\n\n\n" + text;
  static SourceFile source = SourceFile::parse("a.py", "/a.py", "a", "");
  source = SourceFile::parse("a.py", "/a.py", "a", module);
  Node loop;
  walk(source.root(), [&](Node node) {
    if (node.is("for_statement")) loop = node;  // the innermost, or last
    return true;
  });
  return grown_table(source, loop);
}

/// By rows, `row` in brackets, of a new table with `between` in front of the
/// loop.
bool grows_in_place(const std::string& row, const std::string& between = "",
                    const std::string& body = "") {
  const auto found =
      grown_by("def f(xs, other):\n    t = pd.DataFrame(columns=[\"a\"])\n" +
               between + "    for x in xs:\n" + body +
               "        t.loc[len(t)] = [" + row + "]\n    return t\n");
  return found && found->in_place;
}

TEST(GrownTable, GetsRowsThatMayBeEvaluatedTwice) {
  for (const char* row :
       {"x", "1, x, \"n\"", "x * 2 - 1", "f\"{x:03}!\"", "x[\"a\"], x[\"b\"]",
        "x > 3", "-x / 7", "not x", "\"%d\" % x"}) {
    EXPECT_TRUE(grows_in_place(row)) << row;
  }
  for (const char* row :
       {"",         "f(x)",          "x.a",        "x[0]",
        "x[other]", "x @ x",         "*x",         "x[\"a\"] * 2",
        "(y := x)", "1 if x else y", "x or y",     "1 < x < y",
        "x is 3",   "x is not 3",    "~x",         "f\"\\d{x}\"",
        "len(t)",   "[x]",           "f\"{x.a}\"", "f\"{x:{other}}\""}) {
    EXPECT_FALSE(grows_in_place(row)) << row;
  }
  const auto found = grown_by(
      "t = pd.DataFrame()\nfor x, y in z:\n    t.loc[len(t)] = [x + y, w, "
      "x[\"k\"]]\n");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->operands, (std::vector<std::string>{"x", "y"}));
  EXPECT_EQ(found->mappings, std::vector<std::string>{"x"});
  EXPECT_TRUE(found->unbound.empty());
}

TEST(GrownTable, AsksForWhatIsBound) {
  const auto unbound = [](const std::string& body) {
    const auto found = grown_by("t = pd.DataFrame()\nfor x in xs:\n" + body);
    return found ? found->unbound : std::vector<std::string>{"declined"};
  };
  using Found = std::vector<std::string>;
  EXPECT_EQ(unbound("    y = x\n    t.loc[len(t)] = [x * y]\n"), Found{});
  EXPECT_EQ(unbound("    t.loc[len(t)] = [x * y]\n    y = x\n"), Found{"y"});
  EXPECT_EQ(unbound("    if x:\n        y = x\n    t.loc[len(t)] = [y * 2]\n"),
            Found{"y"});
  EXPECT_EQ(unbound("    y = x\n    if x:\n        t.loc[len(t)] = [y * 2]\n"),
            Found{});
  EXPECT_EQ(unbound("    y = x\n    del y\n    t.loc[len(t)] = [y * 2]\n"),
            Found{"y"});
  EXPECT_EQ(unbound("    for y in x:\n        t.loc[len(t)] = [y[\"a\"]]\n"),
            Found{});
}

TEST(GrownTable, HasNoOtherName) {
  EXPECT_TRUE(grows_in_place("x", "    other = 1\n"));
  for (const char* between :
       {"    u = t\n", "    other.append(t)\n", "    t = other\n",
        "    if other:\n        t = pd.DataFrame()\n", "    print(t)\n"}) {
    EXPECT_FALSE(grows_in_place("x", between)) << between;
  }
  for (const char* body : {"        u = t\n", "        t.loc[0] = [1]\n",
                           "        print(len(t))\n", "        del t\n"}) {
    EXPECT_FALSE(grows_in_place("x", "", body)) << body;
  }
  // A parameter, another's table, one that an outer loop goes on with.
  EXPECT_FALSE(grown_by(
      "def f(t, xs):\n    for x in xs:\n        t.loc[len(t)] = [x]\n"));
  EXPECT_FALSE(
      grown_by("def f(u, xs):\n    t = u.copy()\n    for x in xs:\n        "
               "t.loc[len(t)] = [x]\n"));
  EXPECT_FALSE(grown_by(
      "def f(xs, kept):\n    t = pd.DataFrame()\n    while xs:\n        "
      "kept.append(t)\n        for x in xs:\n            t.loc[len(t)] = "
      "[x]\n"));
  EXPECT_TRUE(grown_by(
      "def f(xs):\n    t = pd.DataFrame()\n    while xs:\n        for x in "
      "xs.pop():\n            t.loc[len(t)] = [x]\n    return t\n"));
  EXPECT_TRUE(grown_by(
      "def f(xs, kept):\n    while xs:\n        t = pd.DataFrame()\n        "
      "for x in xs.pop():\n            t.loc[len(t)] = [x]\n        "
      "kept.append(t)\n"));
  EXPECT_FALSE(grown_by(
      "def f(xs):\n    t = pd.DataFrame()\n    g = lambda: t\n    for x in "
      "xs:\n        t.loc[len(t)] = [x]\n    return g\n"));
}

TEST(GrownTable, IsAskedForItsLengthAlone) {
  for (const char* place : {"len(u)", "x", "len(t) + 1", "len(t), \"a\"",
                            "t.index", "len(t.columns)"}) {
    EXPECT_FALSE(
        grown_by("def f(xs, u):\n    t = pd.DataFrame()\n    for x in "
                 "xs:\n        t.loc[" +
                 std::string(place) + "] = [x]\n    return t\n"))
        << place;
  }
}

}  // namespace
}  // namespace ppp::advisor
