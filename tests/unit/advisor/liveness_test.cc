// SPDX-License-Identifier: Apache-2.0
#include "advisor/liveness.h"

#include <gtest/gtest.h>

namespace ppp::advisor {
namespace {

struct Program {
  const char* what;
  const char* text;
};

// Is `y` live after the loop over `a` that binds it?
bool y_is_live(const char* text, std::string module = "__main__",
               const char* other = nullptr) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", std::move(module), text));
  if (other) {
    project.files.push_back(
        SourceFile::parse("other.py", "/other.py", "other", other));
  }
  for (const Loop& loop : find_loops(project.files[0])) {
    if (loop.node.is("for_statement") &&
        loop.node.field("right").text() == "a") {
      return live_after(project, loop, "y");
    }
  }
  ADD_FAILURE() << "no loop over `a`: " << text;
  return false;
}

TEST(LiveAfter, ReadLater) {
  const Program programs[] = {
      {"read after the loop",
       "for x in a:\n"
       "  y = x\n"
       "print(y)\n"},
      {"read in a branch",
       "for x in a:\n"
       "  y = x\n"
       "if c:\n"
       "  print(y)\n"
       "y = 0\n"},
      {"bound in one branch only",
       "for x in a:\n"
       "  y = x\n"
       "if c:\n"
       "  y = 0\n"
       "print(y)\n"},
      {"bound by a loop that may be empty",
       "for x in a:\n"
       "  y = x\n"
       "for y in b:\n"
       "  pass\n"
       "print(y)\n"},
      {"added to",
       "for x in a:\n"
       "  y = x\n"
       "y += 1\n"},
      {"deleted",
       "for x in a:\n"
       "  y = x\n"
       "del y\n"},
      {"read by a function",
       "def f():\n"
       "  return y\n"
       "for x in a:\n"
       "  y = x\n"
       "y = 0\n"},
      {"read by a generator made before",
       "y = 0\n"
       "g = (y + k for k in a)\n"
       "for x in a:\n"
       "  y = x\n"},
      {"read by a lambda",
       "g = lambda: y\n"
       "for x in a:\n"
       "  y = x\n"},
      {"the next turn of a loop",
       "for k in b:\n"
       "  if k:\n"
       "    print(y)\n"
       "  for x in a:\n"
       "    y = x\n"},
      {"the condition of a loop",
       "y = 1\n"
       "while y:\n"
       "  for x in a:\n"
       "    y = x\n"},
      {"a loop left early",
       "while True:\n"
       "  for x in a:\n"
       "    y = x\n"
       "  if c:\n"
       "    break\n"
       "  y = 0\n"
       "print(y)\n"},
      {"a handler",
       "try:\n"
       "  for x in a:\n"
       "    y = x\n"
       "  y = 0\n"
       "except E:\n"
       "  print(y)\n"},
      {"after a handler",
       "try:\n"
       "  for x in a:\n"
       "    y = x\n"
       "  y = 0\n"
       "except E:\n"
       "  pass\n"
       "print(y)\n"},
      {"after a with",
       "with m():\n"
       "  for x in a:\n"
       "    y = x\n"
       "  y = 0\n"
       "print(y)\n"},
      {"the else of the loop around",
       "for k in b:\n"
       "  for x in a:\n"
       "    y = x\n"
       "else:\n"
       "  print(y)\n"},
      {"an attribute of the module",
       "import __main__\n"
       "for x in a:\n"
       "  y = x\n"
       "print(__main__.y)\n"},
      {"a default",
       "def f():\n"
       "  for x in a:\n"
       "    y = x\n"
       "  def g(y=y):\n"
       "    return y\n"
       "  return g()\n"},
      {"a lambda's default",
       "for x in a:\n"
       "  y = x\n"
       "print((lambda y=y: y)())\n"},
      {"the holder of a loop's target",
       "for x in a:\n"
       "  y = x\n"
       "for y.z in b:\n"
       "  pass\n"},
      {"the holder of a with's target",
       "for x in a:\n"
       "  y = x\n"
       "with m() as y[0]:\n"
       "  pass\n"},
      {"the name of an attribute",
       "import __main__\n"
       "for x in a:\n"
       "  y = x\n"
       "print(getattr(__main__, 'y'))\n"},
      {"a class attribute",
       "class C:\n"
       "  for x in a:\n"
       "    y = x\n"},
      {"a global of a function",
       "def f():\n"
       "  global y\n"
       "  for x in a:\n"
       "    y = x\n"},
      {"a nonlocal",
       "def f():\n"
       "  y = 0\n"
       "  def g():\n"
       "    nonlocal y\n"
       "    for x in a:\n"
       "      y = x\n"
       "  g()\n"
       "  print(y)\n"},
      {"a nested function",
       "def f():\n"
       "  def g():\n"
       "    return y\n"
       "  for x in a:\n"
       "    y = x\n"
       "  return g\n"},
      {"a pattern",
       "for x in a:\n"
       "  y = x\n"
       "match z:\n"
       "  case y:\n"
       "    pass\n"},
  };
  for (const Program& program : programs) {
    EXPECT_TRUE(y_is_live(program.text)) << program.what;
  }
}

TEST(LiveAfter, ReadNeverAgain) {
  const Program programs[] = {
      {"never read",
       "for x in a:\n"
       "  y = x\n"},
      {"read before only",
       "y = 0\n"
       "print(y)\n"
       "for x in a:\n"
       "  y = x\n"},
      {"bound again",
       "for x in a:\n"
       "  y = x\n"
       "y = 0\n"
       "print(y)\n"},
      {"the target of a later loop",
       "for x in a:\n"
       "  y = x\n"
       "for y in b:\n"
       "  print(y)\n"},
      {"a later comprehension's own",
       "for x in a:\n"
       "  y = x\n"
       "print([y for y in b])\n"},
      {"a generator's own",
       "for x in a:\n"
       "  y = x\n"
       "print(sum(y for y in b))\n"},
      {"bound in each branch",
       "for x in a:\n"
       "  y = x\n"
       "if c:\n"
       "  y = 0\n"
       "else:\n"
       "  y = 1\n"
       "print(y)\n"},
      {"bound first in each turn",
       "for k in b:\n"
       "  y = 0\n"
       "  print(y)\n"
       "  for x in a:\n"
       "    y = x\n"},
      {"a function's own",
       "def f(y):\n"
       "  return y\n"
       "for x in a:\n"
       "  y = x\n"},
      {"bound after a with",
       "with m():\n"
       "  for x in a:\n"
       "    y = x\n"
       "y = 0\n"
       "print(y)\n"},
      {"bound after a try",
       "try:\n"
       "  for x in a:\n"
       "    y = x\n"
       "except E:\n"
       "  pass\n"
       "y = 0\n"
       "print(y)\n"},
      {"the function ends",
       "def f():\n"
       "  for x in a:\n"
       "    y = x\n"
       "  return 0\n"
       "y = 1\n"
       "print(y)\n"},
  };
  for (const Program& program : programs) {
    EXPECT_FALSE(y_is_live(program.text)) << program.what;
  }
}

TEST(LiveAfter, OtherModulesSeeTheNamesOfAModule) {
  const char* text = "for x in a:\n  y = x\n";
  EXPECT_TRUE(y_is_live(text, "tools"));
  EXPECT_TRUE(y_is_live(text, "__main__", "import main\nprint(main.y)\n"));
  EXPECT_FALSE(y_is_live(text, "__main__", "def f(x):\n  return x\n"));
}

}  // namespace
}  // namespace ppp::advisor
