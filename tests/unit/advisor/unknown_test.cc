// SPDX-License-Identifier: Apache-2.0
// What the interpreter cannot follow: each program is declined and told which
// expression it was and why.
#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

struct Unseen {
  const char* before;  // the loop
  const char* body;    // of the loop, one level deep
  const char* why;     // a part of what is said
};

std::string reasons_for(const Unseen& one) {
  std::string body = one.body;
  for (std::size_t at = 0; (at = body.find('\n', at)) != std::string::npos;) {
    body.replace(at, 1, "\n    ");
    at += 5;
  }
  return judged("def work(n):\n    return sum(k * n for k in range(9))\n" +
                    std::string(one.before) +
                    "out = []\nfor i in range(9):\n    " + body +
                    "\nprint(out)\n",
                "for i in")
      .reasons;
}

void expect_unknown(const std::vector<Unseen>& cases) {
  for (const Unseen& one : cases) {
    const std::string reasons = reasons_for(one);
    EXPECT_NE(reasons.find("unknown-effect: "), std::string::npos)
        << one.before << one.body << "\n"
        << reasons;
    EXPECT_NE(reasons.find(one.why), std::string::npos)
        << one.before << one.body << "\n"
        << reasons;
  }
}

constexpr const char* kPlain =
    "class A:\n    def __init__(self):\n        self.n = 0\n\na = A()\n";

constexpr const char* kMeta =
    "class M(type):\n    def __setattr__(cls, name, value):\n"
    "        seen.append(value)\n    def __str__(cls):\n"
    "        seen.append(cls)\n        return 'A'\n\n"
    "seen = []\nclass A(metaclass=M):\n    pass\n\n";

TEST(Unknown, TheInsideOfObjectsAndClasses) {
  expect_unknown({
      {kPlain, "out.append(work(a.__reduce__()))",
       "`a.__reduce__`: the inside of an object"},
      {kPlain, "out.append(work(A.__subclasses__()))",
       "`A.__subclasses__`: the inside of a class"},
      {"class A:\n    def go(self, n):\n        super().missing(n)\n"
       "        return n\n",
       "out.append(work(A().go(i)))",
       "`super().missing`: a base class that is not known"},
      {"def go(n):\n    super().missing(n)\n    return n\n",
       "out.append(work(go(i)))", "cannot tell whose methods it finds"},
      {"import dataclasses\n@dataclasses.dataclass\nclass A:\n    n: int\n"
       "a = A(3)\n",
       "out.append(len(a.__repr__()) + work(i))",
       "`a.__repr__`: a method that a decorator writes"},
      {"seen = []\nclass A:\n    def __new__(cls, n):\n"
       "        seen.append(n)\n",
       "out.append(work(A(i)))",
       "`A(i)`: its class customises how instances behave"},
      {"from types import SimpleNamespace\nns = SimpleNamespace()\n",
       "out.append(work(i))\nns.hook = work",
       "`ns.hook`: sets what the library may call"},
  });
}

TEST(Unknown, PropertiesThatNoFunctionAnswers) {
  expect_unknown({
      {"import engine\nclass A:\n    @property\n    @engine.traced\n"
       "    def x(self):\n        return 1\n",
       "out.append(work(A().x))",
       "`A().x`: a property whose getter is not a function"},
      {"import engine\nclass A:\n    @property\n    def x(self):\n"
       "        return 1\n    @x.setter\n    @engine.traced\n"
       "    def x(self, n):\n        pass\n",
       "a = A()\na.x = i\nout.append(work(i))",
       "`a.x`: a property whose setter is not a function"},
      {"log = []\nclass A:\n    def get(self):\n        log.append(1)\n"
       "    x = property(get)\n",
       "A().x\nout.append(work(i))",
       "`A().x`: a member of its class that may run code"},
      {"log = []\nclass A:\n    def put(self, n):\n        log.append(n)\n"
       "    x = property(None, put)\n",
       "a = A()\na.x = i\nout.append(work(i))",
       "`a.x`: a member of its class that may run code"},
      {"import functools\nclass A:\n    def go(self, n):\n"
       "        return n\n    one = functools.partial(go, None)\n",
       "out.append(work(A().one(i)))",
       "`A().one`: a partial call, a method from Python 3.14 on"},
  });
}

TEST(Unknown, WhatAMetaclassDoes) {
  expect_unknown({
      {kMeta, "out.append(work(i))\nA.n = i",
       "`A.n`: sets an attribute of a class with a metaclass"},
      {kMeta, "out.append(work(str(A)))", "runs a method of a metaclass"},
      {"import abc\nclass A(abc.ABC):\n    pass\nclass B(int, A):\n    pass\n",
       "out.append(work(str(B)))", "runs a special method of a class's class"},
      {"class Named:\n    def __set_name__(self, owner, name):\n"
       "        print(name)\nnamed = Named()\n",
       "class A:\n    x = named\nout.append(work(i))",
       "a member of it may run __set_name__"},
  });
}

TEST(Unknown, SyntaxThatIsNotUnderstood) {
  expect_unknown({
      {"def source():\n    return (x async for x in range(3))\n",
       "out.append((work(i), list(source())))", "async"},
      {"", "async with open('f') as g:\n    out.append(work(i))",
       "cannot tell what entering it runs"},
      {"", "async for x in [1]:\n    out.append(work(x))", "async"},
      {"", "out.append(work(t'{i}'))", "template strings are not understood"},
      {"", "*x = [i]\nout.append(work(i))", "not understood as a target"},
  });
}

TEST(Unknown, ObjectsThatMayBeAny) {
  expect_unknown({
      {"import engine\n", "engine.thing[0] = work(i)",
       "stores an item in an object that may be any"},
      {"import re\n", "p = re.compile('a')\np[0] = i\nout.append(work(i))",
       "no entry for storing an item in it"},
      {"import engine, heapq\n", "heapq.heappush(engine.heap, work(i))",
       "changes an object that may be any"},
      {"import functools\nargs = [work]\n",
       "out.append(functools.partial(*args)(i))",
       "a partial call whose arguments are not written here"},
      {"import functools, engine\n",
       "out.append(functools.partial(work, engine.x)())",
       "a partial call with an argument that is not known"},
      {"import functools\ndef bound(f):\n"
       "    return functools.partial(f, 1)\np = bound(bound(work))\n",
       "out.append(p(i))", "a partial call of itself"},
      {"import collections, engine\n",
       "out.append(work(collections.namedtuple('P', engine.names)))",
       "a named tuple whose fields are not written here"},
      {"class A:\n    def go(self, n):\n        global __last\n"
       "        __last = n\n        return n\n",
       "out.append(work(A().go(i)))", "inside of a class this is another name"},
  });
}

TEST(Unknown, WhatIsAwaited) {
  const struct {
    const char* before;
    const char* body;
    const char* why;
  } cases[] = {
      {"", "c = ask(i)\n        out.append(await c)",
       "`await c`: awaits what was made before"},
      {"class C:\n    def __await__(self):\n        yield\n",
       "out.append(work(await C()))",
       "`await C()`: cannot tell what awaiting it runs"},
      {"made = [ask(1)]\nasync def take(c):\n    return await c\n",
       "out.append(await take(made[0]))",
       "`await c`: awaits what was made elsewhere"},
      {"", "out.append(await asyncio.to_thread(open, 'x'))",
       "cannot tell in which mode it opens"},
      {"async def source():\n    yield 1\n",
       "source()\n        out.append(work(i))",
       "`source`: an asynchronous generator"},
  };
  for (const auto& one : cases) {
    const std::string reasons =
        judged(
            "import asyncio\ndef work(n):\n"
            "    return sum(k * n for k in range(9))\n"
            "async def ask(n):\n    await asyncio.sleep(0.01)\n"
            "    return work(n)\n" +
                std::string(one.before) +
                "async def main():\n    out = []\n"
                "    for i in range(9):\n        " +
                one.body + "\nasyncio.run(main())\n",
            "for i in")
            .reasons;
    EXPECT_NE(reasons.find(one.why), std::string::npos) << one.body << reasons;
  }
}

constexpr const char* kShown =
    "log = []\nclass A:\n    @property\n    def x(self):\n"
    "        log.append(1)\n        return 3\n"
    "class M(type):\n    def __instancecheck__(cls, value):\n"
    "        log.append(value)\n        return True\n"
    "class B(metaclass=M):\n    pass\n";

TEST(Unknown, WhatPatternsRun) {
  expect_unknown({
      {kShown,
       "match [A(), i]:\n    case [object(x=3), _]:\n"
       "        out.append(work(i))",
       "`object(x=3)`: reads attributes, which runs code of its class"},
      {kShown,
       "K = A\nmatch A():\n    case K(x=3):\n"
       "        out.append(work(i))",
       "`K(x=3)`: reads attributes, which runs code of its class"},
      {"import collections\nlog = []\n"
       "class P(collections.namedtuple('P', 'x y')):\n    @property\n"
       "    def z(self):\n        log.append(1)\n        return 3\n",
       "p = P(1, 2)\nmatch p:\n    case tuple(z=3):\n"
       "        out.append(work(i))",
       "`tuple(z=3)`: reads attributes, which runs code of its class"},
      {kShown, "K = B\nmatch i:\n    case K():\n        out.append(work(i))",
       "`K()`: its class customises what an instance is"},
  });
  const std::string reasons =
      reasons_for({"log = []\nclass E:\n    def __eq__(self, other):\n"
                   "        log.append(1)\nclass N:\n    e = E()\n"
                   "def seen(n):\n    M = N\n    match n:\n        case M.e:\n"
                   "            pass\n    return work(n)\n",
                   "out.append(seen(i))", ""});
  EXPECT_NE(reasons.find("writes-shared-state: changes `log`"),
            std::string::npos)
      << reasons;
}

TEST(Unknown, AModuleByItsDictionary) {
  const Judged found = judged(
      "import config\nout = []\ndef work(n):\n"
      "    return sum(k * n for k in range(9))\n"
      "for i in range(9):\n    out.append(work(config.__dict__['level']))\n",
      "for i in", {{"config", "level = 3\n"}});
  EXPECT_NE(found.reasons.find("the dictionary of a module's names"),
            std::string::npos)
      << found.reasons;
}

TEST(Unknown, NamesThatAStarMayBring) {
  const Judged found = judged(
      "from engine import *\ndef work(n):\n"
      "    return sum(k * n for k in range(9))\n"
      "print([work(i) for i in range(9)])\n",
      "[work(i)");
  EXPECT_NE(found.reasons.find("dynamic-code"), std::string::npos)
      << found.reasons;
}

TEST(Unknown, WhatUnknownCodeGetsHoldOfItMayChange) {
  const Judged found = judged(
      "import engine\nxs = []\nout = []\nfor i in range(9):\n"
      "    out.append(engine.work(xs))\n",
      "for i in");
  EXPECT_NE(found.reasons.find("writes-shared-state: changes `xs`"),
            std::string::npos)
      << found.reasons;
  EXPECT_FALSE(found.unproven);
}

}  // namespace
}  // namespace ppp::advisor
