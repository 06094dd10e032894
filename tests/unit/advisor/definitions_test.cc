// SPDX-License-Identifier: Apache-2.0
#include "advisor/definitions.h"

#include <gtest/gtest.h>

namespace ppp::advisor {
namespace {

/// For each `use(x)` in `code`, in order, the line of the statement that its x
/// comes from; 0: not known. The scope is the function f, or the module.
std::vector<int> sources_of_x(const std::string& code) {
  // Only names with several bindings are told apart.
  const std::string text = code + "\nx = 0\n";
  Tree tree = Tree::parse(text);
  Node scope = tree.root();
  walk(tree.root(), [&](Node node) {
    if (node.field("name").text() == "f") scope = node;
    return true;
  });
  Definitions definitions;
  std::vector<int> lines;
  walk(scope, [&](Node node) {
    if (node.is("call") && node.field("function").text() == "use") {
      Node read = node.field("arguments").child(0);
      Node by = definitions.seen_by(read, "x", scope);
      lines.push_back(by ? by.line() : 0);
    }
    return true;
  });
  return lines;
}

using Lines = std::vector<int>;

TEST(Definitions, AnAssignmentHoldsUpToTheNext) {
  EXPECT_EQ(sources_of_x("x = 1\nuse(x)\nif c:\n    use(x)\nx = x + use(x)\n"
                         "y, x = 1, 2\nuse(x)\n"),
            (Lines{1, 1, 1, 6}));
  EXPECT_EQ(sources_of_x("y = x = 1\nz = [use(x) for a in b]\n"), (Lines{
                                                                      1,
                                                                  }));
}

TEST(Definitions, ALoopsTargetHoldsInItsBody) {
  EXPECT_EQ(sources_of_x("x = 1\nfor x in use(x):\n    use(x)\nuse(x)\n"
                         "for a, (x, b) in c:\n    while a:\n        use(x)\n"),
            (Lines{1, 2, 0, 5}));
  EXPECT_EQ(sources_of_x("for x in a:\n    use(x)\n    x = 2\n    use(x)\n"),
            (Lines{1, 3}));
}

TEST(Definitions, WhatAnEarlierTurnLeavesIsNotKnown) {
  EXPECT_EQ(sources_of_x("x = 1\nfor a in b:\n    use(x)\n    x = 2\n"),
            (Lines{0}));
  EXPECT_EQ(sources_of_x("x = 1\nwhile use(x):\n    x = 2\n"), (Lines{0}));
  EXPECT_EQ(sources_of_x("x = 1\ny = [use(x) for a in b if (x := a)]\n"),
            (Lines{0}));
}

TEST(Definitions, BranchesAndHandlersAreNotFollowed) {
  EXPECT_EQ(sources_of_x("x = 1\nif a:\n    x = 2\n    use(x)\nuse(x)\n"),
            (Lines{3, 0}));
  EXPECT_EQ(sources_of_x("x = 1\ntry:\n    use(x)\n    x = 2\nexcept E:\n"
                         "    use(x)\nfinally:\n    use(x)\n"),
            (Lines{1, 0, 0}));
  EXPECT_EQ(sources_of_x("x = 1\nif (x := f()):\n    use(x)\n"), (Lines{0}));
  EXPECT_EQ(sources_of_x("x = 1\ny = (x := 2) + use(x)\n"), (Lines{0}));
  EXPECT_EQ(sources_of_x("x = (x := 2)\nuse(x)\n"), (Lines{0}));
}

TEST(Definitions, OtherWaysToBindAreNoDefinitions) {
  for (const char* binding :
       {"import x", "from m import y as x", "def x(): pass", "class x: pass",
        "del x", "x += 1", "x: int", "with a:\n    x = 2",
        "try:\n    pass\nexcept E as x:\n    pass",
        "match a:\n    case [x, *_]:\n        pass", "for x in a:\n    pass",
        "a[(x := 2)] = 3"}) {
    EXPECT_EQ(sources_of_x("x = 1\n" + std::string(binding) + "\nuse(x)\n"),
              (Lines{0}))
        << binding;
  }
}

TEST(Definitions, WithAndParameters) {
  EXPECT_EQ(sources_of_x("with a as x:\n    use(x)\nuse(x)\n"), (Lines{1, 0}));
  EXPECT_EQ(sources_of_x("with a as x, b as x:\n    use(x)\n"), (Lines{0}));
  EXPECT_EQ(sources_of_x("y = 1\ndef f(a, *x):\n    use(x)\n    x = 2\n"
                         "    use(x)\n"),
            (Lines{2, 4}));
  EXPECT_EQ(sources_of_x("def f(a):\n    use(x)\n    x = 2\n"), (Lines{0}));
}

TEST(Definitions, WhatAHandlerCatches) {
  EXPECT_EQ(sources_of_x("try:\n    x = 1\nexcept A as x:\n    use(x)\n"
                         "    if a:\n        use(x)\nexcept B as x:\n"
                         "    use(x)\n    x = 2\n    use(x)\nuse(x)\n"),
            (Lines{3, 3, 7, 9, 0}));
  EXPECT_EQ(sources_of_x("try:\n    f()\nexcept (x := A) as x:\n"
                         "    use(x)\nexcept B:\n    use(x)\n"),
            (Lines{0, 0}));
  EXPECT_EQ(sources_of_x("try:\n    f()\nexcept A as x:\n    for a in b:\n"
                         "        use(x)\n        x = 2\n"),
            (Lines{0}));
}

}  // namespace
}  // namespace ppp::advisor
