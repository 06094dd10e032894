// SPDX-License-Identifier: Apache-2.0
#include "rewrite/main_guard.h"

#include <gtest/gtest.h>

#include "rewrite/apply.h"

namespace ppp::rewrite {
namespace {

std::string guarded(const std::string& text) {
  auto script =
      advisor::SourceFile::parse("main.py", "/p/main.py", "__main__", text);
  const ScriptTop top(script);
  if (top.refused()) return "refused: " + top.refused()->message;
  Result<std::string> after = apply_edits(text, top.guard());
  return after.ok() ? *after : after.error().what;
}

bool defines(const std::string& text, const std::string& name) {
  auto script =
      advisor::SourceFile::parse("main.py", "/p/main.py", "__main__", text);
  return ScriptTop(script).defines(name);
}

TEST(MainGuard, LeavesDefinitionsAndPlainValuesAlone) {
  const std::string text =
      "#!/usr/bin/env python3\n\"\"\"What it is.\"\"\"\n"
      "import os\nfrom functools import lru_cache\nN = 3\nPAIR = (N, -1)\n"
      "try:\n    import fast\nexcept ImportError:\n    fast = None\n"
      "@lru_cache(maxsize=None)\ndef f(x, y=N):\n    return x\n"
      "class A(dict):\n    size = N\n    def g(self):\n        return 1\n"
      "if __name__ == '__main__':\n    f(1)\n";
  EXPECT_EQ(guarded(text), text);
}

TEST(MainGuard, KeepsTheOrderOfAllElse) {
  EXPECT_EQ(
      guarded("import sys\n\nprint('a')\nn = int(sys.argv[1])\n\n\n"
              "def f():\n    pass\n\n\n# Now.\nf()  # here\n\nprint(n)\n"),
      "import sys\n\nif __name__ == \"__main__\":\n    print('a')\n"
      "    n = int(sys.argv[1])\n\n\ndef f():\n    pass\n\n\n"
      "if __name__ == \"__main__\":\n    # Now.\n    f()  # here\n\n"
      "    print(n)\n");
}

TEST(MainGuard, TheFirstLinesStayFirst) {
  EXPECT_EQ(guarded("#!/usr/bin/python3\n# -*- coding: utf-8 -*-\nrun()\n"),
            "#!/usr/bin/python3\n# -*- coding: utf-8 -*-\n"
            "if __name__ == \"__main__\":\n    run()\n");
}

TEST(MainGuard, DoesNotIndentTheInsideOfTexts) {
  EXPECT_EQ(guarded("text = ask('''a\nb''')\n"),
            "if __name__ == \"__main__\":\n    text = ask('''a\nb''')\n");
}

TEST(MainGuard, RefusesWhatSharesALine) {
  EXPECT_TRUE(guarded("import sys; sys.exit(main())\n").starts_with("refused"));
  EXPECT_TRUE(guarded("__name__ = 'x'\n").starts_with("refused"));
}

TEST(MainGuard, DefinesWhatAnImportBindsForGood) {
  EXPECT_TRUE(defines("N = 3\n", "N"));
  EXPECT_FALSE(defines("N = 3\nif x():\n    N = 4\n", "N"));
  EXPECT_FALSE(defines("N = read()\n", "N"));
  EXPECT_FALSE(defines("def f(): pass\ndef f(): pass\n", "f"));
  EXPECT_TRUE(defines("from m import f\n", "f"));
}

TEST(MainGuard, NothingIsComputedFromWhatIsGuarded) {
  EXPECT_FALSE(defines("a = read()\nb = a + 1\n", "b"));
  EXPECT_FALSE(defines("a = read()\ndef f(x=a): pass\n", "f"));
  EXPECT_FALSE(defines("a = read()\nclass C:\n    x = a\n", "C"));
  EXPECT_FALSE(defines("@register\ndef f(): pass\n", "f"));
  EXPECT_FALSE(defines("a = read()\nclass C(a): pass\n", "C"));
  EXPECT_FALSE(defines("class C(make()): pass\n", "C"));
  EXPECT_FALSE(defines("class C(object, metaclass=make): pass\n", "C"));
  EXPECT_FALSE(defines("def f(x: make()): pass\n", "f"));
  EXPECT_FALSE(defines("def f(x: (lambda: 1)): pass\n", "f"));
  EXPECT_FALSE(defines("def f() -> make(): pass\n", "f"));
  EXPECT_FALSE(defines("a: make() = 3\n", "a"));
  EXPECT_FALSE(defines("a = [x for x in read()]\n", "a"));
  EXPECT_FALSE(defines("a = tuple(x for x in read())\n", "a"));
  EXPECT_FALSE(defines("a = b.c = 3\n", "a"));
  // Somebody may change a list in between.
  EXPECT_FALSE(defines("a = [1]\nb = a[0]\n", "b"));
  EXPECT_TRUE(defines("a = (1, 2)\nb = a[0]\n", "b"));
}

}  // namespace
}  // namespace ppp::rewrite
