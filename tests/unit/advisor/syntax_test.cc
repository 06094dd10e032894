// SPDX-License-Identifier: Apache-2.0
#include "advisor/syntax.h"

#include <gtest/gtest.h>

namespace ppp::advisor {
namespace {

Node first(Node root, GrammarName kind) {
  Node found;
  walk(root, [&](Node node) {
    if (!found && node.is(kind)) found = node;
    return !found;
  });
  return found;
}

TEST(Syntax, NullNodeAnswersWithNothing) {
  Node node;
  EXPECT_TRUE(node.null());
  EXPECT_FALSE(node);
  EXPECT_EQ(node.kind(), "");
  EXPECT_EQ(node.text(), "");
  EXPECT_EQ(node.line(), 0);
  EXPECT_EQ(node.end_line(), 0);
  EXPECT_EQ(node.column(), 0U);
  EXPECT_EQ(node.range(), ByteRange{});
  EXPECT_TRUE(node.field("body").parent().child(3).next_sibling().null());
  EXPECT_TRUE(node.previous_sibling().null());
  EXPECT_TRUE(node.children().empty());
  EXPECT_TRUE(node.all_children().empty());
  EXPECT_TRUE(node.fields("name").empty());
  EXPECT_FALSE(node.has_error());
  EXPECT_TRUE(Tree().root().null());
  EXPECT_TRUE(node_at(node, {0, 1}).null());
  EXPECT_TRUE(enclosing(node, {"module"}).null());
}

TEST(Syntax, FieldsTextAndLines) {
  std::string text = "x = 1\nfor a in b:\n    f(a)  # note\n\ny = 2\n";
  Tree tree = Tree::parse(text);
  Node loop = first(tree.root(), "for_statement");
  ASSERT_TRUE(loop);
  EXPECT_EQ(loop.field("left").text(), "a");
  EXPECT_EQ(loop.field("right").text(), "b");
  EXPECT_EQ(loop.line(), 2);
  EXPECT_EQ(loop.end_line(), 3);
  EXPECT_EQ(loop.column(), 0U);
  EXPECT_EQ(loop.field("body").column(), 4U);
  EXPECT_EQ(loop.previous_sibling().text(), "x = 1");
  EXPECT_TRUE(loop.field("no_such_field").null());
  EXPECT_TRUE(loop.child(99).null());
}

TEST(Syntax, CommentsAreNoChildrenAndNoSiblings) {
  std::string text = "a = 1  # one\n# two\nb = 2\n";
  Tree tree = Tree::parse(text);
  EXPECT_EQ(tree.root().children().size(), 2U);
  EXPECT_EQ(tree.root().all_children().size(), 4U);
  EXPECT_EQ(tree.root().child(0).next_sibling().text(), "b = 2");
  EXPECT_EQ(tree.root().child(1).previous_sibling().text(), "a = 1");
}

TEST(Syntax, RepeatedFieldsComeInOrder) {
  std::string text = "import a, b.c, d as e\n";
  Tree tree = Tree::parse(text);
  std::vector<Node> names = tree.root().child(0).fields("name");
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names[1].text(), "b.c");
  EXPECT_EQ(names[2].field("alias").text(), "e");
}

TEST(Syntax, WhatIsUnpackedStandsBelowItsStar) {
  std::string text =
      "f(a, *b(c), d)\n"
      "x = a, *b(c)(d).e\n"
      "f(a, * # why\n  b(c))\n";
  Tree tree = Tree::parse(text);
  std::span<const Node> given =
      tree.root().child(0).child(0).field("arguments").children();
  ASSERT_EQ(given.size(), 3U);
  EXPECT_TRUE(given[1].is("list_splat"));
  EXPECT_EQ(given[1].text(), "*b(c)");
  EXPECT_EQ(given[2].text(), "d");
  Node called = given[1].child(0);
  EXPECT_TRUE(called.is("call"));
  EXPECT_EQ(called.text(), "b(c)");
  EXPECT_EQ(called.column(), 6U);
  EXPECT_EQ(called.parent(), given[1]);
  EXPECT_EQ(called.field("function").text(), "b");
  EXPECT_EQ(called.field("function").parent(), called);
  EXPECT_EQ(called.field("arguments").parent(), called);
  EXPECT_EQ(given[1].next_sibling(), given[2]);
  Node splat = tree.root().child(1).child(0).field("right").child(1);
  EXPECT_TRUE(splat.is("list_splat"));
  EXPECT_TRUE(splat.child(0).is("attribute"));
  EXPECT_EQ(splat.child(0).field("object").field("function").text(), "b(c)");
}

TEST(Syntax, NodeAtNeedsTheExactRange) {
  std::string text = "value = f(x)\n";
  Tree tree = Tree::parse(text);
  EXPECT_EQ(node_at(tree.root(), {8, 12}).kind(), "call");
  EXPECT_EQ(node_at(tree.root(), {10, 11}).kind(), "identifier");
  EXPECT_TRUE(node_at(tree.root(), {9, 11}).null());
  EXPECT_TRUE(node_at(tree.root(), {0, 9999}).null());
}

TEST(Syntax, EnclosingFindsTheClosest) {
  std::string text = "def f():\n  while a:\n    for b in c:\n      g(b)\n";
  Tree tree = Tree::parse(text);
  Node call = first(tree.root(), "call");
  EXPECT_EQ(enclosing(call, {"while_statement", "for_statement"}).kind(),
            "for_statement");
  EXPECT_EQ(enclosing(call, {"function_definition"}).line(), 1);
  EXPECT_EQ(enclosing(call, {"call"}), call);
  EXPECT_TRUE(enclosing(call, {"class_definition"}).null());
}

TEST(Syntax, WalkSkipsWhereTold) {
  std::string text = "f(g(h(x)))\n";
  Tree tree = Tree::parse(text);
  int calls = 0;
  walk(tree.root(), [&](Node node) {
    calls += node.is("call") ? 1 : 0;
    return !(node.is("call") && node.text().starts_with("g"));
  });
  EXPECT_EQ(calls, 2);
}

TEST(Syntax, SaysWhatIsNoPython) {
  for (const char* bad : {"def (:\n", "x = = 1\n", "for in:\n", "\xff\xfe("}) {
    std::string text = bad;
    EXPECT_TRUE(Tree::parse(text).root().has_error()) << bad;
  }
  for (const char* good :
       {"", "\n", "async def f():\n    async for x in y:\n        await x\n",
        "match x:\n    case {'a': [1, *b]} if b:\n        pass\n",
        "def f[T](x: T, /, *, y: int = 3) -> T: ...\n",
        "try:\n    pass\nexcept* ValueError as e:\n    pass\n",
        "print(f'{x!r:>{width}} {y = }')\n", "type A[T] = list[T]\n"}) {
    std::string text = good;
    EXPECT_FALSE(Tree::parse(text).root().has_error()) << good;
  }
}

TEST(Syntax, BytesAndLinesWithOtherEndings) {
  std::string text = "größe = 1\r\nb = größe\r\n";
  Tree tree = Tree::parse(text);
  Node second = tree.root().child(1);
  EXPECT_EQ(second.line(), 2);
  EXPECT_EQ(second.range().begin, 13U);
  EXPECT_EQ(second.text(), "b = größe");
}

TEST(Syntax, NodesKnowTheirIdentity) {
  std::string text = "a = a\n";
  Tree tree = Tree::parse(text);
  Node assignment = first(tree.root(), "assignment");
  EXPECT_EQ(assignment.field("left"), assignment.child(0));
  EXPECT_FALSE(assignment.field("left") == assignment.field("right"));
  EXPECT_NE(assignment.id(), assignment.child(0).id());
}

}  // namespace
}  // namespace ppp::advisor
