// SPDX-License-Identifier: Apache-2.0
#include "rewrite/layout.h"

#include <gtest/gtest.h>

#include "rewrite/apply.h"

namespace ppp::rewrite {
namespace {

advisor::SourceFile parse(std::string text) {
  return advisor::SourceFile::parse("m.py", "/p/m.py", "m", std::move(text));
}

TEST(Layout, StringsKeepTheirLines) {
  advisor::SourceFile source = parse(
      "if x:\n    a = '''one\n  two\n'''\n\n    # c\n    b = f'''{\n1}'''\n");
  ByteRange range = {6, static_cast<std::uint32_t>(source.text().size())};
  range.begin = source.line_begin(2) + 4;
  auto edits = indent_lines(source, range, "    ", {});
  edits.push_back(
      {{source.line_begin(2), source.line_begin(2)}, "    if y:\n"});
  std::stable_sort(edits.begin(), edits.end(),
                   [](auto& a, auto& b) { return a.range < b.range; });
  Result<std::string> after = apply_edits(source.text(), edits);
  ASSERT_TRUE(after.ok());
  EXPECT_EQ(*after,
            "if x:\n    if y:\n        a = '''one\n  two\n'''\n\n"
            "        # c\n        b = f'''{\n1}'''\n");
}

TEST(Layout, UnitIsTheFilesOwn) {
  advisor::SourceFile source = parse("def f():\n\tfor x in y:\n\t  z\n");
  advisor::Node loop;
  advisor::walk(source.root(), [&](advisor::Node node) {
    if (node.is("for_statement")) loop = node;
    return true;
  });
  EXPECT_EQ(indent_unit(source, loop), "  ");
  EXPECT_EQ(indent_unit(source, source.root()), "\t");
}

TEST(Layout, MovedTextDropsTheOldIndentation) {
  advisor::SourceFile source =
      parse("if x:\n        a = [1,\n   2]\n        b = '''\n        '''\n");
  std::uint32_t begin = source.line_begin(2) + 8;
  auto end = static_cast<std::uint32_t>(source.text().size()) - 1;
  EXPECT_EQ(moved_text(source, {begin, end}, "  "),
            "a = [1,\n  2]\n  b = '''\n        '''");
}

TEST(Layout, BlankLinesAreCounted) {
  advisor::SourceFile source = parse("a\n\nb\n\n\nc\n");
  EXPECT_EQ(missing_blank_lines(source, source.line_begin(3), 2), "\n");
  EXPECT_EQ(missing_blank_lines(source, source.line_begin(6), 2), "");
  EXPECT_EQ(missing_blank_lines(source, source.line_begin(2), 2), "\n\n");
  EXPECT_EQ(missing_blank_lines(source, 0, 2), "");
}

TEST(Apply, OverlapsAndBrokenResultsFail) {
  EXPECT_FALSE(apply_edits("abc", {{{0, 2}, "x"}, {{1, 3}, "y"}}).ok());
  EXPECT_FALSE(apply_edits("a = 1\n", {{{4, 5}, "("}}).ok());
  Result<std::string> same =
      apply_edits("a = 1\n", {{{4, 5}, "2"}, {{4, 5}, "2"}});
  ASSERT_TRUE(same.ok());
  EXPECT_EQ(*same, "a = 2\n");
}

}  // namespace
}  // namespace ppp::rewrite
