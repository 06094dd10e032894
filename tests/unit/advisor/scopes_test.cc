// SPDX-License-Identifier: Apache-2.0
#include "advisor/scopes.h"

#include <gtest/gtest.h>

namespace ppp::advisor {
namespace {

using Names = std::set<std::string, std::less<>>;

/// The names of the first scope of `kind` in `text`.
ScopeNames names_of(const std::string& text, GrammarName kind) {
  Tree tree = Tree::parse(text);
  Node found;
  walk(tree.root(), [&](Node node) {
    if (!found && node.is(kind)) found = node;
    return !found;
  });
  EXPECT_TRUE(found) << text;
  return scope_names(found);
}

Names module_names(const std::string& text) {
  return names_of(text, "module").locals;
}

ScopeNames function_names(const std::string& text) {
  return names_of(text, "function_definition");
}

TEST(Scopes, Kinds) {
  std::string text =
      "class C:\n  def f(self):\n    return [lambda x: x for y in z]\n";
  EXPECT_EQ(names_of(text, "module").kind, ScopeNames::Kind::kModule);
  EXPECT_EQ(names_of(text, "class_definition").kind, ScopeNames::Kind::kClass);
  EXPECT_EQ(function_names(text).kind, ScopeNames::Kind::kFunction);
  EXPECT_EQ(names_of(text, "lambda").kind, ScopeNames::Kind::kLambda);
  EXPECT_EQ(names_of(text, "list_comprehension").kind,
            ScopeNames::Kind::kComprehension);
}

TEST(Scopes, Assignments) {
  EXPECT_EQ(module_names("a = b = 1\nc: int = 2\nd += 1\ne: str\n"),
            (Names{"a", "b", "c", "d", "e"}));
  EXPECT_EQ(module_names("(a, [b, *c]), d = x\n"), (Names{"a", "b", "c", "d"}));
  EXPECT_EQ(module_names("a.b = 1\nc[d] = 2\na.b, e = f\n"), (Names{"e"}));
}

TEST(Scopes, LoopsAndWith) {
  EXPECT_EQ(module_names("for i, (j, *k) in x:\n  y = 1\nelse:\n  z = 2\n"),
            (Names{"i", "j", "k", "y", "z"}));
  EXPECT_EQ(module_names("with a as b, c() as (d, e):\n  f = 1\n"),
            (Names{"b", "d", "e", "f"}));
  EXPECT_EQ(module_names("with (open(x) as f, open(y) as g):\n  pass\n"),
            (Names{"f", "g"}));
  EXPECT_EQ(module_names("with a as b.c, d as e[0]:\n  pass\n"), Names{});
}

TEST(Scopes, ExceptAndDelete) {
  EXPECT_EQ(module_names("try:\n  pass\nexcept E as e:\n  pass\n"),
            (Names{"e"}));
  EXPECT_EQ(module_names("try:\n  pass\nexcept* (E, F) as g:\n  h = 1\n"),
            (Names{"g", "h"}));
  EXPECT_EQ(module_names("del a, (b, c)\ndel d.e, f[0]\n"),
            (Names{"a", "b", "c"}));
}

TEST(Scopes, Imports) {
  EXPECT_EQ(module_names("import a.b.c, d as e, f.g as h\n"),
            (Names{"a", "e", "h"}));
  EXPECT_EQ(module_names("from a.b import c, d as e\nfrom . import f\n"),
            (Names{"c", "e", "f"}));
  EXPECT_EQ(module_names("from a import *\n"), Names{});
}

TEST(Scopes, DefinitionsBindTheirNamesOnly) {
  EXPECT_EQ(module_names("def f(a, b=(c := 1)):\n  d = 2\n"
                         "class C(B, metaclass=(m := M)):\n  e = 3\n"),
            (Names{"f", "C", "c", "m"}));
  EXPECT_EQ(module_names("@(d := deco)\ndef f():\n  pass\n"),
            (Names{"d", "f"}));
}

TEST(Scopes, Parameters) {
  ScopeNames names = function_names(
      "def f(a, /, b: int, c=1, d: str = '', *e: int, g, h=2, **i):\n"
      "  pass\n");
  EXPECT_EQ(names.locals, (Names{"a", "b", "c", "d", "e", "g", "h", "i"}));
  EXPECT_EQ(function_names("def f(a, *, b):\n  pass\n").locals,
            (Names{"a", "b"}));
  EXPECT_EQ(names_of("lambda a, *b, c=1, **d: (e := a)\n", "lambda").locals,
            (Names{"a", "b", "c", "d", "e"}));
}

TEST(Scopes, GlobalAndNonlocal) {
  ScopeNames names = function_names(
      "def f():\n  global a, b\n  nonlocal c\n  a = c = d = 1\n  b += 1\n");
  EXPECT_EQ(names.locals, (Names{"d"}));
  EXPECT_EQ(names.globals, (Names{"a", "b"}));
  EXPECT_EQ(names.nonlocals, (Names{"c"}));
}

TEST(Scopes, InnerScopesKeepTheirNames) {
  ScopeNames names = function_names(
      "def f():\n  def g():\n    global x\n    a = 1\n    yield 1\n"
      "  class C:\n    b = 2\n  h = lambda c: (d := c)\n"
      "  e = [i for i in x]\n");
  EXPECT_EQ(names.locals, (Names{"g", "C", "h", "e"}));
  EXPECT_EQ(names.globals, Names{});
  EXPECT_FALSE(names.generator);
}

TEST(Scopes, Comprehensions) {
  EXPECT_EQ(names_of("[a for b, *c in d for e in b if (f := e)]\n",
                     "list_comprehension")
                .locals,
            (Names{"b", "c", "e"}));
  EXPECT_EQ(
      names_of("{k: v for k, v in x}\n", "dictionary_comprehension").locals,
      (Names{"k", "v"}));
  EXPECT_EQ(names_of("{s for s in x}\n", "set_comprehension").locals,
            (Names{"s"}));
  EXPECT_EQ(names_of("f(g for g in x)\n", "generator_expression").locals,
            (Names{"g"}));
}

TEST(Scopes, WalrusLeavesComprehensions) {
  EXPECT_EQ(module_names("x = [(a := b) for b in c if (d := b)]\n"),
            (Names{"x", "a", "d"}));
  EXPECT_EQ(module_names("x = [[(a := b) for b in c] for c in d]\n"),
            (Names{"x", "a"}));
  EXPECT_EQ(
      function_names("def f():\n  return any((w := v) for v in u)\n").locals,
      (Names{"w"}));
  EXPECT_EQ(module_names("x = [lambda: (a := b) for b in c]\n"), (Names{"x"}));
  EXPECT_EQ(module_names("if (a := 1) and (b := 2):\n  pass\n"),
            (Names{"a", "b"}));
  EXPECT_EQ(module_names("x = f'{(a := 1)}'\n"), (Names{"a", "x"}));
}

TEST(Scopes, ClassScope) {
  ScopeNames names = names_of(
      "class C(B):\n  a = 1\n  def f(self):\n    self.b = c = 2\n"
      "  for d in e:\n    pass\n",
      "class_definition");
  EXPECT_EQ(names.locals, (Names{"a", "f", "d"}));
}

TEST(Scopes, MatchCaptures) {
  Names names = module_names(
      "match x:\n"
      "  case [a, *b]:\n    pass\n"
      "  case {'k': c, **d}:\n    pass\n"
      "  case Point(x=e, y=0) as f:\n    pass\n"
      "  case (1 | 2) as g if (h := g):\n    i = 1\n"
      "  case j:\n    pass\n");
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
  EXPECT_FALSE(names.contains("x"));
}

TEST(Scopes, GeneratorsAndCoroutines) {
  EXPECT_TRUE(function_names("def f():\n  x = yield 1\n").generator);
  EXPECT_TRUE(function_names("def f():\n  yield from g()\n").generator);
  EXPECT_FALSE(
      function_names("def f():\n  return lambda: (yield)\n").generator);
  EXPECT_TRUE(function_names("async def f():\n  await g()\n").async);
  EXPECT_FALSE(function_names("def f():\n  async def g():\n    pass\n").async);
}

TEST(Scopes, OlderAndNewerSyntax) {
  EXPECT_EQ(module_names("async def f():\n  pass\n"), (Names{"f"}));
  EXPECT_EQ(function_names("async def f():\n  async with a as b:\n    pass\n"
                           "  async for c in d:\n    pass\n")
                .locals,
            (Names{"b", "c"}));
  EXPECT_TRUE(
      function_names("def f[T](x: T):\n  y = x\n").locals.contains("y"));
}

TEST(Scopes, BoundNames) {
  std::string text = "a, (b, *c), d.e, f[0] = x\n";
  Tree tree = Tree::parse(text);
  Node target = tree.root().child(0).child(0).field("left");
  EXPECT_EQ(bound_names(target), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_TRUE(bound_names(Node()).empty());
}

}  // namespace
}  // namespace ppp::advisor
