// SPDX-License-Identifier: Apache-2.0
// The tables at work: what the interpreter makes of library calls in a loop.

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "advisor/interpreter.h"
#include "advisor/library.h"

namespace ppp::advisor {
namespace {

Node find_loop(Node node) {
  if (node.is("for_statement")) return node;
  for (Node child : node.children()) {
    if (Node found = find_loop(child)) return found;
  }
  return Node();
}

/// Effects of one iteration: categories as they are, "unknown: …", and
/// "writes outside" for an object that was made before the loop.
std::set<std::string> effects(const std::string& before,
                              const std::string& body) {
  Project project;
  project.files.push_back(
      SourceFile::parse("t.py", "/t.py", "__main__",
                        before + "\nfor i in range(10):\n    " + body + "\n"));
  Question question;
  question.source = &project.files[0];
  question.loop = find_loop(project.files[0].root());
  question.range = question.loop.range();
  for (Node part : question.loop.field("body").children()) {
    question.parts.push_back(part);
  }
  Interpreter interpreter(project, builtin_library(), {question});
  EXPECT_TRUE(interpreter.run());
  std::set<std::string> names;
  for (Node part : question.parts) {
    for (const auto& [effect, place] : interpreter.effects_of_part(part)) {
      if (effect.kind == Effect::Kind::kOutside) names.insert(effect.name);
      if (effect.kind == Effect::Kind::kUnknown) {
        names.insert("unknown: " + effect.name);
      }
      if (effect.kind == Effect::Kind::kWriteField &&
          interpreter.heap().at(effect.subject).context == Context::kOutside) {
        names.insert("writes outside");
      }
    }
  }
  return names;
}

using Set = std::set<std::string>;

bool declines(const std::string& before, const std::string& body) {
  for (const std::string& name : effects(before, body)) {
    if (name.starts_with("unknown")) return true;
  }
  return false;
}

TEST(LibraryCalls, PureOnesHaveNoEffect) {
  const std::string imports =
      "import math, re, json, hashlib, zlib, datetime, itertools, functools, "
      "operator, collections, heapq, statistics, string, os.path, fractions, "
      "copy, random, base64, struct\n"
      "xs = [3, 1, 2]\ns = 'a b'\nd = {'a': 1}\n";
  for (const char* body : {
           "math.sqrt(i) + math.factorial(i)",
           "s.split() + sorted(xs, reverse=True)",
           "sum(x * i for x in xs)",
           "max(xs) + min(xs, default=0) + max(i, 3)",
           "''.join(map(str, xs))",
           "[a + b for a, b in zip(xs, xs)]",
           "sorted(d.items(), key=lambda kv: kv[1])",
           "sorted(s.split(), key=str.lower)",
           "re.sub('a+', lambda m: m.group(0), s)",
           "re.findall('[a-z]', s)",
           "json.dumps({'i': i, 'xs': xs}, indent=2, sort_keys=True)",
           "hashlib.sha256(str(i).encode()).hexdigest()",
           "hashlib.md5(s.encode('utf-8')).hexdigest()[:8]",
           "zlib.crc32(zlib.compress(b'abc' * i, 9))",
           "datetime.date(2020, 1, 1) + datetime.timedelta(days=i)",
           "max(datetime.date(2020, 1, 1), datetime.date(2021, 1, 1))",
           "list(iter(lambda: i, 7))",
           "list(itertools.combinations(xs, 2))",
           "functools.reduce(lambda a, b: a * b, xs)",
           "functools.reduce(operator.mul, xs, 1)",
           "sorted([(1, 2)], key=operator.itemgetter(1))",
           "collections.Counter(s).most_common(2)",
           "c = collections.defaultdict(list); c[i].append(i)",
           "h = []; heapq.heappush(h, i); heapq.heappop(h)",
           "statistics.mean(xs)",
           "os.path.join('a', s)",
           "fractions.Fraction(i, 3)",
           "y = copy.deepcopy(xs); y.append(i)",
           "r = random.Random(i); r.random(); r.shuffle([1, 2]); r.choice(xs)",
           "r = random.Random(i); r.randint(1, 6)",
           "base64.b64encode(struct.pack('<I', i))",
           "'{}-{:>3}'.format(i, s) + '%d' % i",
           "q = collections.deque(maxlen=3); q.append(i); q.popleft()",
           "any(x > i for x in xs) and all(xs)",
           "d.get('a', 0) + len(d) + len(d.keys())",
           "{k: v for k, v in d.items()}",
           "n = 0\n    for a, b in enumerate(xs): n += a * b",
           "divmod(i, 3); round(i / 3, 2); abs(-i); pow(i, 2, 7)",
       }) {
    EXPECT_EQ(effects(imports, body), Set{}) << body;
  }
}

TEST(LibraryCalls, EffectsAreSeen) {
  EXPECT_TRUE(effects("import random", "random.random()").contains("random"));
  EXPECT_TRUE(
      effects("import random", "random.Random().random()").contains("entropy"));
  EXPECT_FALSE(
      effects("import random", "random.Random(i)").contains("entropy"));
  EXPECT_TRUE(effects("import time", "time.time()").contains("clock"));
  EXPECT_TRUE(effects("import os", "os.chdir('/')").contains("process-state"));
  EXPECT_TRUE(effects("", "print(i)").contains("print"));
  EXPECT_TRUE(effects("", "iter(input, '')").contains("stdin"));
  EXPECT_TRUE(effects("", "exec('x = 1', {}, {})").contains("dynamic"));
  // Also in a call that the entry does not describe.
  EXPECT_TRUE(effects("import pickle", "pickle.loads(b'', encoding='ascii')")
                  .contains("dynamic"));
  EXPECT_TRUE(effects("", "hash('a')").contains("identity"));
  EXPECT_TRUE(effects("from decimal import Decimal", "Decimal(i) + 1")
                  .contains("context"));
  EXPECT_TRUE(
      effects("from decimal import Decimal\nxs = [Decimal(1)]", "sum(xs)")
          .contains("context"));
  EXPECT_TRUE(
      effects("import csv\nw = csv.writer(open('f', 'w'))", "w.writerow([i])")
          .contains("file-write"));
  EXPECT_TRUE(effects("import sys", "print(i, file=sys.stderr)")
                  .contains("print-error"));
  EXPECT_FALSE(
      effects("import sys", "print(i, file=sys.stderr)").contains("print"));
  EXPECT_TRUE(
      effects("import sys", "sys.stdout.write('a')").contains("stdout"));
}

TEST(LibraryCalls, ChangesOfOuterObjectsAreSeen) {
  const Set writes = {"writes outside"};
  EXPECT_EQ(effects("xs = []", "xs.append(i)"), writes);
  EXPECT_EQ(effects("import heapq\nh = []", "heapq.heappush(h, i)"), writes);
  EXPECT_EQ(effects("it = iter([1, 2])", "next(it, None)"), writes);
  EXPECT_EQ(effects("it = map(str, [1, 2])", "list(it)"), writes);
  EXPECT_EQ(effects("import random\nr = random.Random(1)", "r.random()"),
            writes);
  EXPECT_EQ(
      effects("import collections\nd = collections.defaultdict(int)", "d[i]"),
      writes);
  EXPECT_EQ(
      effects("import collections\nc = collections.Counter()", "c.update([i])"),
      writes);
  EXPECT_EQ(effects("import io\nf = io.StringIO()", "print(i, file=f)"),
            (Set{"print", "stdout", "writes outside"}));
}

TEST(LibraryCalls, CopiesAreFreshUnlessAHookDecides) {
  const std::string plain = "import copy\nclass C: pass\nc = C()\nc.xs = []\n";
  EXPECT_EQ(effects(plain, "d = copy.deepcopy(c); d.xs.append(i)"), Set{});
  EXPECT_EQ(effects(plain, "d = copy.copy(c); d.xs.append(i)"),
            Set{"writes outside"});
  EXPECT_EQ(effects(plain, "d = copy.copy(c); d.n = i"), Set{});
  const std::string hooked =
      "import copy\nclass C:\n    def __deepcopy__(self, memo): return self\n"
      "c = C()\nc.xs = []\n";
  EXPECT_TRUE(declines(hooked, "d = copy.deepcopy(c); d.xs.append(i)"));
}

TEST(LibraryCalls, DecoratorsWithArgumentsAreUnderstood) {
  EXPECT_EQ(effects("import functools\n@functools.lru_cache(maxsize=None)\n"
                    "def f(x): return x\n",
                    "f(i)"),
            Set{"memoize"});
  EXPECT_EQ(effects("from dataclasses import dataclass, field\n"
                    "@dataclass(frozen=True)\nclass P:\n    x: int\n",
                    "p = P(i); p.x + 1"),
            Set{});
  EXPECT_EQ(effects("import functools\nxs = []\n"
                    "def g(l, x): l.append(x)\n"
                    "f = functools.partial(g, xs)\n",
                    "f(i)"),
            Set{"writes outside"});
}

TEST(LibraryCalls, HooksOfPathsAndClassesRun) {
  const std::string c =
      "import os\nclass C:\n    n = 0\n    def __fspath__(self):\n"
      "        C.n += 1\n        return ''\n"
      "    def __instancecheck__(self, x):\n        C.n += 1\n"
      "        return True\nc = C()\n";
  for (const char* body :
       {"os.path.join(c, 'a')", "open(c)", "isinstance(3, c)"}) {
    EXPECT_TRUE(effects(c, body).contains("writes outside")) << body;
  }
}

TEST(LibraryCalls, UnboundMethodsActOnTheirFirstArgument) {
  EXPECT_EQ(effects("xs = []", "list.append(xs, i)"), Set{"writes outside"});
  EXPECT_EQ(effects("xs = []", "f = list.append; f(xs, i)"),
            Set{"writes outside"});
  EXPECT_EQ(effects("", "str.upper('a')"), Set{});
}

TEST(LibraryCalls, CallbacksRun) {
  const std::string f =
      "log = []\ndef f(*a):\n    log.append(a)\n    return 0\n";
  for (const char* body :
       {"sorted([2, 1], key=f)", "list(map(f, [1]))", "max([1], key=f)",
        "list(filter(f, [1]))", "[1].sort(key=f)", "list(iter(f, 0))",
        "dict.get({}, f(1))", "import re; re.sub('a', f, 'a')",
        "import functools; functools.reduce(f, [1, 2])",
        "import json; json.dumps(object(), default=f)",
        "import itertools; list(itertools.accumulate([1], f))",
        "import collections; collections.defaultdict(f)[1]"}) {
    EXPECT_TRUE(effects(f, body).contains("writes outside")) << body;
  }
}

TEST(LibraryCalls, WhatCallbacksReturnIsUsed) {
  const std::string c =
      "class C:\n    def __eq__(self, other):\n        print(other)\n"
      "    def __bool__(self):\n        print()\n"
      "made = iter(lambda: C(), 1)\nchosen = filter(lambda x: C(), [1])\n";
  // The latter two not only where the iterator is made.
  for (const char* body :
       {"iter(C, 1)", "filter(C, [1])", "next(made)", "next(chosen)"}) {
    EXPECT_TRUE(effects(c, body).contains("print")) << body;
  }
}

TEST(LibraryCalls, WhatTheTablesLeaveOpenIsUnknown) {
  EXPECT_TRUE(declines("", "open('f', opener=print)"));
  EXPECT_TRUE(declines("import os", "os.no_such_function()"));
  EXPECT_TRUE(declines("import math", "math.sqrt(x=1)"));
  EXPECT_TRUE(declines("import math", "math.factorial(2.0)"));
  EXPECT_TRUE(declines("import itertools", "list(itertools.groupby([1]))"));
  EXPECT_TRUE(declines("from operator import *", "methodcaller('f')(i)"));
  EXPECT_TRUE(
      declines("import urllib.request as u", "u.urlopen('http://a', b'data')"));
}

}  // namespace
}  // namespace ppp::advisor
