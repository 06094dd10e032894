// SPDX-License-Identifier: Apache-2.0
// Loops that search tables: what they look for, and what may change a table
// meanwhile.
#include "advisor/table_searches.h"

#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

const std::string kLoop = "for k in ";

/// A function that searches the table `t` with `body` in its loop, behind
/// `before` in the function, `around` in the module.
bool is_steady(const std::string& body, const std::string& before = "pass",
               const std::string& around = "", const std::string& over = "ks") {
  const Judged found = judged(
      "import pandas as pd\nimport numpy as np\n" + around +
          "\n\n\ndef look(t, ks, other):\n    out = []\n    " + before +
          "\n    " + kLoop + over + ":\n        part = t[t[\"k\"] == k]\n" +
          "        out.append(part)\n        " + body +
          "\n    return out\n\n\nprint(look(pd.read_csv(\"t\"), [1], 2))\n",
      kLoop);
  return found.candidate &&
         std::any_of(
             found.candidate->evidence.begin(), found.candidate->evidence.end(),
             [](const Reason& one) { return one.id == "searched-tables"; });
}

TEST(SteadyTables, LetLoopsKeepWhatTheyMake) {
  EXPECT_TRUE(is_steady("pass"));
  EXPECT_TRUE(is_steady("part[\"new\"] = 1"));
  EXPECT_TRUE(is_steady("part.loc[part.index[0], \"new\"] = 1"));
  EXPECT_TRUE(is_steady("found[k] = part", "found = {}"));
  EXPECT_TRUE(is_steady("found[k] += len(part)", "found = {}"));
  EXPECT_TRUE(is_steady("total += part[\"v\"].sum()", "total = 0"));
  EXPECT_TRUE(is_steady("own[\"a\"] = k", "own = t.copy()"));
  EXPECT_TRUE(is_steady("print(np.sum(part[\"v\"]), f(k))", "pass",
                        "def f(k):\n    n = 0\n    n += k\n    return n"));
}

TEST(SteadyTables, AreNotStoredIn) {
  EXPECT_FALSE(is_steady("t[\"new\"] = 1"));
  EXPECT_FALSE(is_steady("other[\"new\"] = 1"));
  EXPECT_FALSE(is_steady("other.k = 1"));
  EXPECT_FALSE(is_steady("del other[\"k\"]"));
  EXPECT_FALSE(is_steady("part[\"t\"].iloc[0][\"k\"] = 1"));
  EXPECT_FALSE(is_steady("own.loc[0, \"k\"] = k", "own = t.copy(deep=False)"));
  EXPECT_FALSE(is_steady("own.loc[0, \"k\"] = k", "own = t"));
}

TEST(SteadyTables, AreNotChangedInPlace) {
  EXPECT_FALSE(is_steady("other += 1"));
  EXPECT_FALSE(is_steady("column += 1", "column = t[\"k\"]"));
  EXPECT_FALSE(is_steady("kept[0] += 1", "kept = [t[\"k\"]]"));
  EXPECT_FALSE(is_steady("t.sort_values(\"k\", inplace=True)"));
  EXPECT_FALSE(is_steady("t.dropna(0, \"any\", None, None, True)"));
  EXPECT_FALSE(is_steady("np.add(t[\"k\"], 1, out=other)"));
  EXPECT_FALSE(is_steady("t.insert(0, \"z\", k)"));
  EXPECT_FALSE(is_steady("other(t)"));
}

TEST(SteadyTables, AreNotChangedByOthers) {
  const std::string change =
      "def change(t):\n    t.loc[0, \"k\"] = 1\n    return t";
  EXPECT_FALSE(is_steady("change(t)", "pass", change));
  EXPECT_FALSE(is_steady("pass", "pass", change, "map(change, ks)"));
  EXPECT_FALSE(is_steady("pass", "pass", change + "\n\n\nhook = change"));
  EXPECT_TRUE(is_steady("pass", "pass", change));
  EXPECT_FALSE(is_steady("pass", "pass",
                         "def items(t):\n    t[\"k\"] = 1\n    yield 1"));
  EXPECT_FALSE(is_steady(
      "pass", "pass",
      "class Keys:\n    def __iter__(self):\n        self.t[\"k\"] = 1"));
  EXPECT_FALSE(is_steady("pass", "pass", "", "map(t.pop, ks)"));
  EXPECT_FALSE(is_steady("out.append(getattr(t, \"pop\")(\"k\"))"));
}

TEST(TableSearches, AreOfOneVariable) {
  EXPECT_FALSE(is_steady("t = t.iloc[1:]"));
  EXPECT_FALSE(is_steady("for t in other: pass"));
  EXPECT_FALSE(is_steady("pass", "pass", "import threading"));
  EXPECT_FALSE(is_steady("pass", "pass", "pd.DataFrame.__len__ = len"));
}

}  // namespace
}  // namespace ppp::advisor
