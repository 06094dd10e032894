// SPDX-License-Identifier: Apache-2.0
// Loops over groups of rows: what may be asked of a group, and what needs it as
// a table.
#include "advisor/table_groups.h"

#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

bool reads_groups(const Judged& found) {
  return found.candidate &&
         std::any_of(
             found.candidate->evidence.begin(), found.candidate->evidence.end(),
             [](const Reason& one) { return one.id == "table-groups"; });
}

/// A loop over groups with `body`, `around` in the module, `behind` it.
bool may_read(const std::string& body, const std::string& around = "",
              const std::string& behind = "return out",
              const std::string& grouping = "t.groupby(\"k\")") {
  return reads_groups(judged(
      "import pandas as pd\n" + around +
          "\n\n\ndef look(t, other):\n    out = []\n    for key, part in " +
          grouping + ":\n        " + body + "\n    " + behind +
          "\n\n\nprint(look(pd.read_csv(\"t\"), 2))\n",
      "for key"));
}

TEST(TableGroups, AreAskedForNumbersAndItems) {
  EXPECT_TRUE(may_read("out.append(len(part))"));
  EXPECT_TRUE(may_read("out.append(part.empty)"));
  EXPECT_TRUE(may_read("out.append(part.shape[0])"));
  EXPECT_TRUE(may_read("out.append(part[\"a\"].sum())"));
  EXPECT_TRUE(may_read("out.append(part[\"a\"].iloc[-1])"));
  EXPECT_TRUE(may_read("out.append(sorted(part[\"a\"]))"));
  EXPECT_TRUE(may_read("out.append([x for x in part[\"a\"]])"));
  EXPECT_TRUE(may_read("t[\"a\"] = part[\"a\"].max()"));
}

TEST(TableGroups, AreTablesForAllElse) {
  EXPECT_FALSE(may_read("out.append(part)"));
  EXPECT_FALSE(may_read("out.append(part[\"a\"])"));
  EXPECT_FALSE(may_read("out.append(part.a.sum())"));
  EXPECT_FALSE(may_read("out.append(part.shape)"));
  EXPECT_FALSE(may_read("out.append(part.shape[1])"));
  EXPECT_FALSE(may_read("out.append(part[\"a\"].shape[0])"));
  EXPECT_FALSE(may_read("out.append(part[\"a\"].sum(min_count=1))"));
  EXPECT_FALSE(may_read("out.append(part[\"a\"].iloc[1])"));
  EXPECT_FALSE(may_read("out.append(part[\"a\"] + 1)"));
  EXPECT_FALSE(may_read("out.append(part[other].sum())"));
  EXPECT_FALSE(may_read("out.append(part[\"a\"].name)"));
  EXPECT_FALSE(may_read("part[\"b\"] = 1"));
  EXPECT_FALSE(may_read("part = part[part[\"a\"] > 0]"));
  EXPECT_FALSE(may_read("out.append(list(part))"));
  EXPECT_FALSE(may_read("pass"));
}

TEST(TableGroups, AreGroupsOfNamedColumns) {
  const std::string body = "out.append(len(part))";
  EXPECT_TRUE(may_read(body, "", "return out",
                       "other.t[1].groupby(\"k\", sort=False)"));
  EXPECT_TRUE(may_read(body, "", "return out",
                       "t.groupby(\"k\", observed=True, sort=False)"));
  EXPECT_TRUE(may_read(body, "", "return out", "t.groupby([\"k\"])"));
  EXPECT_TRUE(
      may_read(body, "", "return out", "t.groupby([\"k\", \"l\"], sort=True)"));
  for (const char* grouping :
       {"t.groupby([\"k\", other])", "t.groupby([])",
        "t.groupby([\"k\", \"k\"])", "t.groupby((\"k\", \"l\"))",
        "t.groupby(other)", "t.groupby(\"k\", dropna=False)",
        "t.groupby(\"k\", sort=other)", "t.groupby(\"k\", observed=None)",
        "t.groupby(\"k\")[[\"a\"]]", "t.groupby(\"k\", False)",
        "t.groupby(level=\"k\")", "t.items()"}) {
    EXPECT_FALSE(may_read(body, "", "return out", grouping)) << grouping;
  }
}

TEST(TableGroups, AreReadByFunctionsThatStay) {
  const std::string call = "out.append(size(part))";
  EXPECT_TRUE(may_read(call, "def size(p, n=1):\n    return len(p) * n"));
  EXPECT_FALSE(may_read(call, "def size(p):\n    return p.size"));
  EXPECT_FALSE(may_read(call, "def size(*p):\n    return len(p)"));
  EXPECT_FALSE(may_read(call, "from sizes import size"));
  EXPECT_FALSE(
      may_read(call, "def size(p):\n    return len(p)\n\n\nsize = print"));
  EXPECT_FALSE(
      may_read("out.append(size(p=part))", "def size(p):\n    return len(p)"));
}

TEST(TableGroups, AreNotReadBehindTheLoop) {
  EXPECT_FALSE(may_read("out.append(len(part))", "", "return part"));
  EXPECT_FALSE(may_read("out.append(len(part))", "len = print"));
  EXPECT_FALSE(
      may_read("out.append(len(part))", "def f():\n    return vars()"));
}

/// What pandas calls for each group.
bool may_apply(const std::string& selection, const std::string& function,
               const std::string& around = "",
               const std::string& method = "apply") {
  return reads_groups(
      judged("import pandas as pd\n" + around +
                 "\n\n\ndef look(t):\n    out = t.groupby(\"k\")" + selection +
                 "." + method + "(" + function +
                 ")\n    return out\n\n\nprint(look(pd.read_csv(\"t\")))\n",
             "t.groupby"));
}

TEST(TableGroups, AreGivenToFunctions) {
  const std::string spread =
      "def spread(p):\n    return p[\"a\"].max() - p[\"a\"].min()";
  EXPECT_TRUE(may_apply("[[\"a\", \"b\"]]", "spread", spread));
  EXPECT_TRUE(may_apply("[\"a\"]", "lambda a: a.max()"));
  EXPECT_TRUE(may_apply("", "spread", spread));
  EXPECT_FALSE(may_apply("[[\"b\"]]", "spread", spread));
  EXPECT_FALSE(may_apply("[\"a\"]", "spread", spread));
  EXPECT_FALSE(may_apply("[\"a\"]", "lambda a, b=1: a.max()"));
  EXPECT_FALSE(may_apply("[\"a\"]", "lambda a: (b := a.max())"));
  EXPECT_FALSE(may_apply("[\"a\"]", "lambda a: a.diff()"));
  EXPECT_FALSE(may_apply("[\"a\"]", "max"));
  EXPECT_FALSE(may_apply("[\"a\"]", "lambda a: a.max()",
                         "import traceback\n\n\ndef f():\n"
                         "    traceback.print_stack()"));
}

TEST(TableGroups, AreAggregatedAndTransformed) {
  const auto may = [](const std::string& method, const std::string& function,
                      const std::string& selection = "[\"a\"]") {
    return may_apply(selection, function,
                     "def rest(a):\n    return a - a.mean()\n\n\ndef more(a):\n"
                     "    return rest(a) / a.std()",
                     method);
  };
  EXPECT_TRUE(may("agg", "lambda a: a.max() - a.min()"));
  EXPECT_TRUE(may("aggregate", "lambda a: a.std(ddof=0)"));
  EXPECT_FALSE(may("agg", "lambda a: a - a.min()"));
  EXPECT_FALSE(may("agg", "lambda a: a.max()", "[[\"a\"]]"));
  EXPECT_FALSE(may("agg", "lambda a: a.max()", ""));
  EXPECT_FALSE(may("agg", "lambda a: a.max(), 1"));
  EXPECT_TRUE(may("transform", "rest"));
  EXPECT_TRUE(may("transform", "lambda a: a.max()"));
  EXPECT_TRUE(may("transform", "lambda a: 100 * a / a.sum()"));
  EXPECT_TRUE(may("transform", "lambda a: a.fillna(0) if len(a) else a + 1"));
  EXPECT_FALSE(may("transform", "more"));
  EXPECT_FALSE(may("transform", "lambda a: OTHER - a"));
  EXPECT_FALSE(may("transform", "lambda a: a"));
  EXPECT_FALSE(may("transform", "lambda a: (a - 1).cumsum()"));
  EXPECT_FALSE(may("transform", "lambda a: a.sum() if a - 1 else 2"));
  EXPECT_FALSE(may("transform", "lambda a: [a - 1 for x in a]"));
}

}  // namespace
}  // namespace ppp::advisor
