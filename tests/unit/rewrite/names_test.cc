// SPDX-License-Identifier: Apache-2.0
#include "rewrite/names.h"

#include <gtest/gtest.h>

namespace ppp::rewrite {
namespace {

advisor::SourceFile parse(std::string text) {
  return advisor::SourceFile::parse("m.py", "/p/m.py", "m", std::move(text));
}

TEST(Names, EveryKindOfBindingCounts) {
  advisor::SourceFile source = parse(
      "import a.b, c as d\nfrom e import f, g as h\n"
      "def i(j, k=1, *l, m: int = 2, **n): pass\n"
      "class o: p = 1\nfor q, (r, *s) in x: pass\n"
      "with x as t, y as (u, v): pass\n"
      "try: pass\nexcept E as w: pass\n"
      "[z for z in x]\n(aa := 1)\nlambda bb: bb\n"
      "cc.attribute = 1\ndd[0] = 1\nee += 1\ndel ff\nglobal gg\n");
  Names names(source);
  for (const char* name :
       {"a", "d", "f", "h", "i", "j", "k", "l",  "m",  "n",  "o",  "p", "q",
        "r", "s", "t", "u", "v", "w", "z", "aa", "bb", "ee", "ff", "gg"}) {
    EXPECT_TRUE(names.bound(name)) << name;
  }
  for (const char* name : {"b", "c", "e", "g", "x", "cc", "dd", "attribute"}) {
    EXPECT_FALSE(names.bound(name)) << name;
  }
}

TEST(Names, FreshAvoidsWhatIsThere) {
  advisor::SourceFile source = parse("pool = 1\nx.executor\n");
  Names names(source);
  EXPECT_EQ(names.fresh({"pool", "list", "workers"}), "workers");
  EXPECT_EQ(names.fresh({"pool", "workers"}), "workers_2");
  EXPECT_EQ(names.local({"items"}), "items");
  EXPECT_EQ(names.local({"items"}), "items");  // dead by then
  EXPECT_EQ(names.fresh({"items"}), "items_2");
}

TEST(Names, StarImportsHideBuiltinsUnlessKnown) {
  EXPECT_TRUE(Names(parse("from numpy import *\n")).star_import());
  EXPECT_FALSE(Names(parse("from math import *\n")).star_import());
}

}  // namespace
}  // namespace ppp::rewrite
