// SPDX-License-Identifier: Apache-2.0
// Which statements count as nothing but adding to a dict of numbers.
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/advisor/judged.h"

namespace ppp::advisor {
namespace {

// The work of the outer loop is everything in it, or there is none.
std::string work_of(const std::string& made, const std::string& statements) {
  std::string text =
      "import sys\n"
      "from random import random\n"
      "numbers = iter(range(99))\n"
      "last = 0\n"
      "def bump():\n"
      "    global last\n"
      "    last += 1\n"
      "    return last\n"
      "class Own:\n"
      "    last = 0\n"
      "    def next(self):\n"
      "        self.last += 1\n"
      "        return self.last\n"
      "def count_up():\n"
      "    yield 1\n"
      "    yield 2\n"
      "from collections import Counter, defaultdict\n"
      "def burn(n):\n"
      "    return n * n % 7\n"
      "def run(rows):\n"
      "    d = " +
      made +
      "\n"
      "    for row in rows:\n"
      "        for n in row:\n"
      "            k = str(burn(n))\n";
  std::string line;
  for (char c : statements + "\n") {
    line += c;
    if (c != '\n') continue;
    text += "            " + line;
    line.clear();
  }
  text +=
      "    return d\n"
      "print(run([[len(sys.argv), 2], [3, 4]]))\n";
  const Judged result = judged(text, "for row in rows");
  if (!result.candidate) return "declined";
  const Work& work = result.candidate->work;
  if (work.accumulators.size() != 1) return "other work";
  return work.accumulators[0].empty;
}

TEST(Additions, OfEveryForm) {
  for (const char* statements :
       {"d[k] = d.get(k, 0) + 1", "d[k] = n + d.get(k, 0)",
        "d[k, n] = d.get((k, n), 0) + 1", "d[(k, n)] = 1 + d.get((k, n), 0)",
        "if k in d:\n    d[k] += n\nelse:\n    d[k] = n",
        "if k not in d:\n    d[k] = n\nelse:\n    d[k] += n",
        "if k not in d:\n    d[k] = 0\nd[k] += n",
        "d.setdefault(k, 0)\n# and more\nd[k] -= n",
        "d[k.lower()] = d.get(k.lower(), 0) + burn(n)",
        "d[f'{k}-{n}'] = d.get(f'{k}-{n}', 0) + 1",
        "if burn(n) in d:\n    d[burn(n)] += 1\nelse:\n    d[burn(n)] = 1",
        "if (k, n) not in d:\n    d[k, n] = 0\nd[k, n] += n",
        "d['x'] = d.get('x', 0) + (abs(n) + sum([n, 2]) + round(n))"}) {
    EXPECT_EQ(work_of("{}", statements), "{}") << statements;
  }
  EXPECT_EQ(work_of("Counter()", "d[k] += 1"), "Counter()");
  EXPECT_EQ(work_of("Counter([3])", "d.update([k, n])\nd[k, n] -= n"),
            "Counter()");
  EXPECT_EQ(work_of("defaultdict(int)", "d[k, 'x'] += len(row)"),
            "defaultdict(int)");
}

TEST(Additions, NothingElse) {
  for (const char* statements :
       {"d[k] += 1",
        "d[k] = d.get(k, 1) + 1",
        "d[k] = d.get(n, 0) + 1",
        "d[k] = d.get(k, 0) * 2",
        "d[k] = d.get(k, 0) + d.get(k, 0)",
        "d[k] = d.get(k, 0) + len(d)",
        "d[k] = d.get(k, 0) + n / 2",
        "d[k] = d.get(k, 0.0) + n",
        "d[float(k)] = d.get(float(k), 0) + 1",
        "if k in d:\n    d[k] += n\nelse:\n    d[k] = 1",
        "if k in d:\n    d[k] -= n\nelse:\n    d[k] = n",
        "if k in d:\n    d[k] += n\nelif n:\n    d[k] = n",
        "if k not in d:\n    d[k] = 0\nif n:\n    d[k] += n",
        "if k not in d:\n    d[k] = 0\nd[n] += n",
        "if k not in d:\n    d[k] = 0\nd[k, k] += n",
        "d[k,] = d.get(k, 0) + 1",
        "if k not in d:\n    d[k] = 1\nd[k] += n",
        "d[k] = d.get(k, 0) + (k := n)",
        "d[row.pop()] = d.get(row.pop(), 0) + 1",
        "d[next(numbers, 0)] = d.get(next(numbers, 0), 0) + 1",
        "d[bump()] = d.get(bump(), 0) + 1",
        "d[random()] = d.get(random(), 0) + 1",
        "d[id(row)] = d.get(id(row), 0) + 1",
        "it = iter(row)\nd[next(it, 0)] = d.get(next(it, 0), 0) + 1",
        "it = (m for m in row)\nd[next(it, 0)] = d.get(next(it, 0), 0) + 1",
        "it = count_up()\nd[next(it, 0)] = d.get(next(it, 0), 0) + 1",
        "it = map(str, row)\nd[next(it, 0)] = d.get(next(it, 0), 0) + 1",
        "own = [1, 2]\nd[own.pop()] = d.get(own.pop(), 0) + 1",
        "own = Own()\nd[own.next()] = d.get(own.next(), 0) + 1",
        "own = Own()\nd[own.last] = d.get(own.last, 0) + own.next()",
        "own = Own()\nif own.last in d:\n    d[own.last] += own.next()\n"
        "else:\n    d[own.last] = own.next()",
        "d.update([k])",
        "d[row[0]] = d.get(row[0], 0) + row.pop()"}) {
    EXPECT_EQ(work_of("{}", statements), "declined") << statements;
  }
  EXPECT_EQ(work_of("{'1': 0.5}", "d[k] = d.get(k, 0) + 1"), "declined");
  EXPECT_EQ(work_of("{2.5: 1}", "d[k] = d.get(k, 0) + 1"), "declined");
  EXPECT_EQ(work_of("defaultdict(float)", "d[k] += 1"), "declined");
  EXPECT_EQ(work_of("defaultdict(lambda: 3)", "d[k] += 1"), "declined");
  EXPECT_EQ(work_of("defaultdict(int)", "d[k] += n / 3"), "declined");
  EXPECT_EQ(work_of("Counter()", "d.update({k: 0.5})"), "declined");
  EXPECT_EQ(work_of("set()", "d.update([k])"), "declined");
}

}  // namespace
}  // namespace ppp::advisor
