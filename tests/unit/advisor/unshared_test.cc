// SPDX-License-Identifier: Apache-2.0
#include "advisor/unshared.h"

#include <gtest/gtest.h>

#include "advisor/source_file.h"

namespace ppp::advisor {
namespace {

/// How many uses of `new` in `body`, which follows `new = []` in a function,
/// are surely of what that made.
int uses_alone(const std::string& body, const std::string& before = "",
               const std::string& made = "[]") {
  const SourceFile source = SourceFile::parse(
      "main.py", "/main.py", "__main__",
      "def run(old, n):\n" + before + "    new = " + made + "\n" + body);
  const Node function = source.root().child(0);
  Unshared unshared;
  int count = 0;
  walk(function, [&](Node node) {
    if (node.is("identifier") && node.text() == "new") {
      count += !unshared.made_by(node, function).null();
    }
    return true;
  });
  return count;
}

TEST(Unshared, UntilItIsUsedForMoreThanItsItems) {
  EXPECT_EQ(uses_alone("    new.append(1)\n    new[0] += 1\n"), 2);
  EXPECT_EQ(uses_alone("    for k in old:\n        new.append(len(new))\n"
                       "    return new\n"),
            2);
  EXPECT_EQ(uses_alone("    if n not in new:\n        del new[n]\n"), 2);
  EXPECT_EQ(uses_alone("    new.append(1)\n    keep(new)\n    new.pop()\n"), 1);
  EXPECT_EQ(uses_alone("    while new:\n        new = new[1:]\n"), 0);
  EXPECT_EQ(
      uses_alone("    new[0] = 1\n    for k in old:\n        new[k] = new\n"),
      1);
  EXPECT_EQ(uses_alone("    new.append(1)\n", "", "list(old)"), 1);
  EXPECT_EQ(uses_alone("    new.append(1)\n", "", "[k for k in old]"), 1);
}

TEST(Unshared, NotWhereOthersMayReferToIt) {
  for (const char* body :
       {"    view = new\n    new.append(1)\n",
        "    add = new.append\n    new.append(1)\n",
        "    keys = new.keys()\n    new.append(1)\n",
        "    total = sum(len(new) for k in old)\n    new.append(1)\n",
        "    def look():\n        return new\n    new.append(1)\n",
        "    look = lambda: new\n    new.append(1)\n",
        "    yield 1\n    new.append(1)\n",
        "    new += old\n    new.append(1)\n",
        "    if new == old:\n        new.append(1)\n",
        "    new.append(1)\n    print(locals())\n",
        "    new.append(1)\n    eval(n)\n"}) {
    EXPECT_EQ(uses_alone(body), 0) << body;
  }
  EXPECT_EQ(uses_alone("    new.append(1)\n", "    global new\n"), 0);
  EXPECT_EQ(uses_alone("    len(new)\n", "    len = print\n"), 0);
  EXPECT_EQ(uses_alone("    new.append(1)\n", "    list = n\n", "list(old)"),
            0);
  EXPECT_EQ(uses_alone("    new.append(1)\n", "", "old"), 0);
  EXPECT_EQ(uses_alone("    new.append(1)\n", "", "(old or [])"), 0);
}

TEST(Unshared, OnlyBehindTheAssignmentInItsBlock) {
  EXPECT_EQ(uses_alone("    pass\n    for k in old:\n        new.append(1)\n"
                       "        new = []\n        new.append(2)\n"),
            1);
  EXPECT_EQ(uses_alone("    old = new\n    if n:\n        new = {}\n"
                       "        new[1] = 2\n    new[2] = 3\n"),
            1);
}

}  // namespace
}  // namespace ppp::advisor
