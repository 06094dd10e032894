// SPDX-License-Identifier: Apache-2.0
// Loops that are declined for what they are, and with which words.
#include "advisor/dependence.h"
#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

struct RefusedLoop {
  std::string text;
  const char* loop;  // how its line goes on
  const char* why;   // a part of what is said
};

void expect_declined(const std::vector<RefusedLoop>& cases) {
  for (const RefusedLoop& one : cases) {
    const Judged found = judged(one.text, one.loop);
    EXPECT_FALSE(found.candidate) << one.text;
    EXPECT_NE(found.reasons.find(one.why), std::string::npos)
        << one.text << found.reasons;
  }
}

constexpr const char* kRefusedWork =
    "def work(n):\n    return sum(k * n for k in range(9))\n";

std::string with_work(const std::string& text) { return kRefusedWork + text; }

TEST(Refused, ByTheirForm) {
  expect_declined({
      {with_work("class A: pass\na = A()\nfor a.x in range(9):\n"
                 "    print(work(3))\n"),
       "for a.x", "odd-target: the loop assigns to `a.x`"},
      {with_work("d = [0]\nprint([work(3) for d[0] in range(9)])\n"), "print([",
       "odd-target: the target is more than plain names"},
      {with_work("class A:\n    xs = []\n    for i in range(9):\n"
                 "        xs.append(work(i))\n"),
       "for i in", "class-body: "},
      {with_work("f = lambda m: [work(n) for n in range(m)]\nprint(f(9))\n"),
       "f = lambda", "in-lambda: "},
      {with_work("async def source():\n    yield 1\nasync def main():\n"
                 "    print([work(n) async for n in source()])\n"),
       "    print(", "async-loop: an asynchronous comprehension"},
      {with_work("async def source():\n    for i in range(9):\n"
                 "        yield work(i)\n"),
       "for i in",
       "async-function: the loop stands inside an asynchronous generator"},
      {with_work("def source():\n    for i in range(9):\n"
                 "        yield work(i)\nprint(list(source()))\n"),
       "for i in", "early-exit: `yield` on line 5"},
      {with_work("n = 0\nwhile n in (1, 2:\n    n += 1\n"), "while n",
       "syntax-not-understood: main.py"},
      {"for i in range(9):\n    pass\n", "for i in",
       "no-work: the body holds nothing worth running elsewhere"},
      {with_work(
           "def main(f):\n    for i in range(9):\n        print(work(f))\n"
           "        i = 3\n    return i\nmain(0)\n"),
       "for i in", "rebinds-target: `i` is the loop's own variable"},
      {with_work("def main():\n    out = []\n    for i in range(9):\n"
                 "        x = 0\n        for k in range(3):\n"
                 "            x += work(i + k)\n        out.append(x)\n"
                 "        x = 0\n    return out, x\nmain()\n"),
       "for i in", "`x` is assigned in several places of the loop"},
  });
}

TEST(Refused, ByTheirSource) {
  const std::string loop = "for i in source():\n    print(work(i))\n";
  expect_declined({
      {with_work("import engine\ndef source():\n    for n in range(9):\n"
                 "        engine.note(n)\n        yield n\n" +
                 loop),
       "for i in", "its source: `engine.note(n)`"},
      {with_work("count = 0\ndef source():\n    global count\n"
                 "    for n in range(9):\n        count += 1\n"
                 "        yield n\n" +
                 loop),
       "for i in", "its source does more than to give items on line 7"},
      {with_work("def source():\n    raise ValueError(3)\n" + loop), "for i in",
       "what it iterates over is not known"},
      {with_work("import engine\nitems = [1, 2]\ndef source():\n"
                 "    for n in items:\n        yield n\n"
                 "for i in source():\n    engine.note(items)\n"
                 "    print(work(i))\n"),
       "for i in",
       "the loop may change what its source reads: `engine.note(items)`"},
  });
}

TEST(Refused, AProgramThatIsTooMuch) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__",
                        with_work("for i in range(9):\n    print(work(i))\n")));
  for (const Loop& loop : find_loops(project.files[0])) {
    if (!loop.node.is("for_statement")) continue;
    Interpreter interpreter(project, builtin_library(),
                            {question_of(loop, false)});
    EXPECT_TRUE(interpreter.run());
    interpreter.ask(0);
    const Trial trial(project, loop, nullptr, interpreter);
    EXPECT_FALSE(refuse_program(trial, true));
    const std::optional<Reason> refused = refuse_program(trial, false);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->id, "too-complex");
  }
}

/// With that many seconds in the line of the loop that has `text`.
Plan measured(const std::string& program,
              const std::vector<std::pair<std::string, double>>& lines,
              int threads = 1) {
  Project project;
  project.files.push_back(
      SourceFile::parse("main.py", "/main.py", "__main__", program));
  profiler::Profile profile;
  for (int i = 0; i < threads; ++i) profile.threads.push_back({i + 1, i == 0});
  for (const auto& [text, seconds] : lines) {
    const std::string before = program.substr(0, program.find(text));
    const auto line =
        static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    profile.frames.push_back({"main.py", "main", line, 1});
    profiler::Stack stack;
    stack.frames = {static_cast<int>(profile.stacks.size())};
    stack.cost.wall_s = stack.cost.cpu_s = stack.cost.python_s = seconds;
    profile.stacks.push_back(stack);
  }
  Result<Plan> plan = advise(profile, project);
  EXPECT_TRUE(plan.ok());
  return std::move(*plan);
}

TEST(Refused, WorkThatIsHardlyAny) {
  const std::string text = with_work(
      "print([\n    work(i)\n    for i in range(9)\n    if i * i > 3\n])\n");
  EXPECT_EQ(
      measured(text, {{"    work(i)", 5}, {"    if i", 1}}).candidates.size(),
      1u);
  const Plan plan = measured(text, {{"    work(i)", 0.1}, {"    if i", 9}});
  EXPECT_TRUE(plan.candidates.empty());
  ASSERT_EQ(plan.declines.size(), 1u);
  EXPECT_EQ(lines_of(plan.declines[0].reasons),
            "no-work: no part of the body is worth running elsewhere\n");
}

TEST(Refused, ForkingBesideThreads) {
  const std::string text =
      with_work("for i in range(9):\n    print(work(i))\n");
  for (int threads : {1, 2}) {
    const Plan plan = measured(text, {{"    print", 5}}, threads);
    ASSERT_EQ(plan.candidates.size(), 1u);
    EXPECT_EQ(plan.candidates[0].fork_obstacles.size(), threads - 1u);
  }
}

// What is shown differs in a rewritten program, whether a run shows it or not.
TEST(Refused, ProgramsThatLookAtTheirOwnCode) {
  auto reasons = [](const std::string& last) {
    return judged(
               "import inspect, sys, traceback\nfound = []\n"
               "for i in range(9):\n    found.append(i * i)\n"
               "print(found)\n" +
                   last,
               "for i in")
        .reasons;
  };
  for (const std::string last :
       {"print(inspect.getsource(print))\n",
        "print(getattr(inspect, "
        "'getsourcelines')(print))\n",
        "import linecache\n", "from dis import dis\n",
        "traceback.print_stack()\n",
        "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n"
        "    print(error.__traceback__.tb_lineno)\n",
        "print(reasons.__code__.co_consts)\n",
        "print(sys.getrefcount(found))\n", "import tracemalloc\n",
        "print('math' in sys.modules)\n",
        "print(open(sys.modules['__main__'].__file__).read())\n",
        "import __main__ as own\nprint(own.__dict__)\n", "print(help(sys))\n",
        "print(len(reasons.__globals__))\n",
        "import doctest as d\nd.testmod()\n", "from pydoc import render_doc\n",
        "print('math' in getattr(sys, 'modules'))\n",
        "print(open(inspect.getfile(print)).read())\n"}) {
    EXPECT_NE(reasons(last).find("looks-at-own-code"), std::string::npos)
        << last << reasons(last);
  }
  for (const std::string last :
       {"print(sys.modules[__name__])\n", "dis = 3\nprint(dis)\n",
        "def show(help, profile):\n    return help\n",
        "import math\nprint(math.__file__)\n",
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n"
        "    traceback.print_exc()\n"}) {
    EXPECT_EQ(reasons(last).find("looks-at-own-code"), std::string::npos)
        << last;
  }
}

}  // namespace
}  // namespace ppp::advisor
