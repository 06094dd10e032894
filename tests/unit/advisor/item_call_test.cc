// SPDX-License-Identifier: Apache-2.0
#include "advisor/item_call.h"

#include <gtest/gtest.h>

#include "advisor/loops.h"

namespace ppp::advisor {
namespace {

using Kind = ItemCall::Kind;

/// An expression and its tree.
struct Parsed {
  explicit Parsed(std::string code) : text(std::move(code)) {
    tree = Tree::parse(text);
  }
  /// The first call of `name`.
  Node call(std::string_view name) const {
    Node found;
    walk(tree.root(), [&](Node node) {
      Node callee = node.field("function");
      if (callee.is("attribute")) callee = callee.field("attribute");
      if (!found && node.is("call") && callee.text() == name) found = node;
      return !found;
    });
    return found;
  }
  std::string text;
  Tree tree;
};

TEST(ItemCall, KnowsTheFormsThatRunAFunctionForEachItem) {
  const std::tuple<const char*, const char*, Kind, const char*, std::size_t>
      forms[] = {
          {"map(f, xs)", "map", Kind::kMap, "f", 1},
          {"map(f, xs, ys)", "map", Kind::kMap, "f", 2},
          {"itertools.starmap(f, rows)", "starmap", Kind::kStarmap, "f", 1},
          {"filter(lambda x: x, xs)", "filter", Kind::kFilter, "lambda x: x",
           1},
          {"max(xs, key=f, default=0)", "max", Kind::kKey, "f", 1},
          {"sorted(xs, reverse=True, key=m.f)", "sorted", Kind::kKey, "m.f", 1},
          {"heapq.nlargest(3, xs, key=f)", "nlargest", Kind::kKey, "f", 1},
          {"self.xs.sort(key=f)", "sort", Kind::kSort, "f", 1},
      };
  for (const auto& [code, name, kind, function, sources] : forms) {
    const Parsed parsed(code);
    const auto call = item_call(parsed.call(name));
    ASSERT_TRUE(call.has_value()) << code;
    EXPECT_EQ(call->kind, kind) << code;
    EXPECT_EQ(call->function.text(), function) << code;
    EXPECT_EQ(call->sources.size(), sources) << code;
  }
}

TEST(ItemCall, LeavesTheOthersAlone) {
  const std::pair<const char*, const char*> forms[] = {
      {"map(f)", "map"},
      {"map(f, *xs)", "map"},
      {"pool.map(f, xs)", "map"},
      {"filter(None, xs)", "filter"},
      {"max(xs)", "max"},
      {"max(a, b, key=f)", "max"},
      {"max(xs, **options)", "max"},
      {"sorted(xs, key=None)", "sorted"},
      {"xs.sort()", "sort"},
      {"sort(xs, key=f)", "sort"},
  };
  for (const auto& [code, name] : forms) {
    const Parsed parsed(code);
    ASSERT_TRUE(parsed.call(name)) << code;
    EXPECT_FALSE(item_call(parsed.call(name)).has_value()) << code;
  }
}

TEST(ItemCall, FindsWhoUsesUpTheResults) {
  const Parsed nested("dict(zip(names, enumerate(map(f, xs), 1)))");
  const Node map = nested.call("map");
  EXPECT_EQ(wrappers_of(map).size(), 2U);
  EXPECT_EQ(consumer_of(map), nested.call("dict"));
  const Parsed stored("results = map(f, xs)");
  EXPECT_FALSE(consumer_of(stored.call("map")));
  const Parsed start("dict(enumerate(xs, map(f, xs)))");
  EXPECT_EQ(consumer_of(start.call("map")), start.call("enumerate"));
  const Parsed key("print(max(xs, key=f))");
  EXPECT_EQ(consumer_of(key.call("max")), key.call("max"));
}

TEST(ItemCall, ALazyCallInTheHeadBelongsToTheLoop) {
  const SourceFile file = SourceFile::parse(
      "main.py", "/main.py", "__main__",
      "for a, b in zip(xs, map(f, xs)):\n    print(max(b, key=g))\n"
      "ys = [y for y in map(f, xs)]\nzs = list(map(f, xs))\n");
  std::vector<LoopKind> kinds;
  for (const Loop& loop : find_loops(file)) kinds.push_back(loop.hot.kind);
  EXPECT_EQ(kinds, (std::vector<LoopKind>{LoopKind::kFor, LoopKind::kKeyCall,
                                          LoopKind::kListComprehension,
                                          LoopKind::kMapCall}));
  const Node loop = file.root().child(0);
  const auto feeding = feeding_call(loop.field("right"));
  ASSERT_TRUE(feeding.has_value());
  ASSERT_EQ(feeding->beside.size(), 1U);
  EXPECT_EQ(feeding->beside[0].text(), "xs");
}

}  // namespace
}  // namespace ppp::advisor
