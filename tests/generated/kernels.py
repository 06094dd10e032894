#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random programs of loops that are arithmetic on numbers, for run.py.

Each has a few functions with one such loop, called with lists of all kinds of
numbers: zeros of both signs, infinities, NaN, the smallest and the largest
ones, integers beyond 64 bits, lists that are empty, too short, or the same one
twice, or longer than what is computed at once. What a call gives, raises, or leaves in its lists is printed. Every third
program has arrays of NumPy for most of them. The others also have functions of
several loops, of which each reads what those before it made.

The program of a seed is always the same.
"""
import random
import sys

FLOATS = ["0.0", "-0.0", "1.0", "-1.5", "0.1", "3.0", "-7.25", "1e308", "-1e308",
          "5e-324", "1e-160", "NAN", "INF", "-INF", "2.0 ** 53", "0.3333333333333333"]
INTEGERS = ["0", "1", "-1", "2", "-3", "7", "10", "255", "-256", "1000", "65536"]
WIDE = ["2 ** 31", "-(2 ** 31)", "2 ** 53 + 1", "2 ** 62", "2 ** 63", "-(2 ** 70)", "10 ** 30"]


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []

    def line(self, depth, text):
        self.lines.append("    " * depth + text)

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share


class Kernel(Writer):
    """One function: f(xs, ys, ws, out, grid, n, k)."""

    def __init__(self, seed, name):
        super().__init__(seed)
        self.name = name
        self.whole = self.chance(0.3)  # integers
        self.names = ["k"]
        self.index = []  # loops that count: (name, lists, offsets)
        self.temporaries = 0

    def literal(self):
        if self.whole:
            return self.pick("1", "2", "3", "7", "100")
        return self.pick("0.5", "2.0", "-1.25", "1.0", "3.0", "0.1", "1e300")

    def read(self):
        choices = list(self.names)
        for name, lists, offsets in self.index:
            for one in lists:
                offset = self.random.choice(offsets)
                at = name if offset == 0 else f"{name} {'+' if offset > 0 else '-'} {abs(offset)}"
                choices += [f"{one}[{at}]"] * 2
            if not self.chance(0.8):
                choices.append(name)
        return self.random.choice(choices)

    def value(self, depth=0):
        if depth > 2 or self.chance(0.25):
            return self.read() if self.chance(0.75) else self.literal()
        a, b = self.value(depth + 1), self.value(depth + 1)
        kind = self.random.random()
        if kind < 0.62:
            return f"({a} {self.pick('+', '-', '*')} {b})"
        if kind < 0.74:
            if self.whole:
                return f"({a} {self.pick('//', '%')} {b})"
            return f"({a} {self.pick('/', '/', '//', '%')} {b})"
        if kind < 0.80:
            return f"abs({a})"
        if kind < 0.86:
            return f"{self.pick('min', 'max')}({a}, {b})"
        if kind < 0.90:
            return f"-{a}"
        if kind < 0.93 and not self.whole:
            return f"math.sqrt({a})"
        return f"({a} if {self.condition(depth + 1)} else {b})"

    def condition(self, depth=1):
        one = f"{self.value(depth + 1)} {self.pick('<', '<=', '>', '>=', '==', '!=')} {self.value(depth + 1)}"
        if self.chance(0.2):
            return f"({one} {self.pick('and', 'or')} {self.value(2)} < {self.value(2)})"
        return f"(not {one})" if self.chance(0.1) else one

    def temporary(self):
        self.temporaries += 1
        return f"t{self.temporaries}"

    def statements(self, depth, count):
        for _ in range(count):
            kind = self.random.random()
            if kind < 0.5:
                name = self.temporary()
                self.line(depth, f"{name} = {self.value()}")
                self.names.append(name)
            elif kind < 0.65 and self.temporaries:
                self.line(depth, f"t{self.random.randint(1, self.temporaries)} {self.pick('+', '-', '*')}= {self.value(1)}")
            elif kind < 0.85:
                self.branch(depth)
            else:
                self.inner(depth)

    def branch(self, depth):
        name = self.temporary()
        if self.whole and self.chance(0.3):  # never anything but 0 or 1
            bit = lambda: self.pick("0", "1", f"1 if {self.condition()} else 0", f"(0 if {self.condition()} else 1)")
            self.line(depth, f"{name} = {bit()}")
            self.line(depth, f"if {self.condition()}:")
            self.line(depth + 1, f"{name} = {bit()}")
            if self.chance(0.5):
                self.line(depth, f"elif {self.condition()}:")
                self.line(depth + 1, f"{name} = {bit()}")
        elif self.chance(0.5):
            self.line(depth, f"{name} = {self.value(1)}")
            self.line(depth, f"if {self.condition()}:")
            self.line(depth + 1, f"{name} = {self.value(1)}")
        else:
            self.line(depth, f"if {self.condition()}:")
            self.line(depth + 1, f"{name} = {self.value(1)}")
            self.line(depth, "else:")
            self.line(depth + 1, f"{name} = {self.value(1)}")
        self.names.append(name)

    def inner(self, depth):
        """A sum over another list."""
        name = self.temporary()
        self.line(depth, f"{name} = {self.value(2)}")
        known = list(self.names)
        self.names += [name]
        j = f"j{self.temporaries}"
        counts = [one for one, _, offsets in self.index if len(offsets) > 1]
        if counts and self.chance(0.3):
            self.line(depth, f"for {j} in range({self.pick('3', '-1, 2', '1, 3')}):")
            self.names += [f"{self.pick('xs', 'ys')}[{one}]" for one in (
                f"{counts[0]} + {j}", f"{j} + {counts[0]} - 1", f"{counts[0]} - 1 + {j}")]
            self.line(depth + 1, f"{name} {self.pick('+', '-')}= {self.value(1)}")
        elif self.chance(0.5):
            self.line(depth, f"for {j} in ws:")
            self.names.append(j)
            self.line(depth + 1, f"{name} {self.pick('+', '-')}= {self.value(1)}")
        else:
            self.line(depth, f"for {j} in range({self.pick('len(ws)', 'k2', '2')}):")
            self.index.append((j, ["ws"], [0]))
            self.line(depth + 1, f"{name} {self.pick('+', '-')}= {self.value(1)}")
            self.index.pop()
        self.names = known + [name]

    def write(self):
        self.line(0, f"def {self.name}(xs, ys, ws, out, grid, rows, n, k, k2):")
        kind = self.random.random()
        if kind < 0.12:
            self.comprehension()
        elif kind < 0.24:
            self.table()
        elif kind < 0.4:
            self.grid()
        elif kind < 0.6:
            self.folds()
        elif kind < 0.75:
            self.turns()
        elif kind < 0.84:
            self.plain()
        elif kind < 0.92:
            self.running()
        else:
            self.tallies()
        self.line(1, "return out, grid")
        self.line(0, "")
        self.line(0, "")
        return self.lines

    def head(self):
        kind = self.random.randrange(5)
        if kind == 0:
            self.line(1, "for x in xs:")
            self.names.append("x")
        elif kind == 1:
            self.line(1, "for x, y in zip(xs, ys):")
            self.names += ["x", "y"]
        elif kind == 2:
            self.line(1, "for i, x in enumerate(xs):")
            self.names += ["x"]
            self.index.append(("i", ["ys"], [0]))
        elif kind == 3:
            self.line(1, "for i in range(len(xs)):")
            self.index.append(("i", ["xs", "ys"], [0]))
        else:
            first = self.pick("", "1, ", "2, ")
            self.line(1, f"for i in range({first}{self.pick('n', 'n - 1', 'len(xs) - 1')}):")
            self.index.append(("i", ["xs", "ys"], [0, 0, 1, -1] if first else [0, 0, 1]))
        return kind

    def folds(self):
        """Sums, counts and the best, over one loop or two."""
        zero = "0" if self.whole else self.pick("0.0", "0.0", "-0.0", "0")
        self.line(1, f"total, best, place, count = {zero}, {self.pick('k', zero)}, -1, 0")
        kind = self.head()
        depth = 2
        if self.chance(0.3):
            self.line(2, "for w in ws:")
            self.names.append("w")
            depth = 3
        name = self.temporary()
        self.line(depth, f"{name} = {self.value()}")
        self.names.append(name)
        self.statements(depth, self.random.randint(0, 2))
        if self.chance(0.7):
            guarded = self.chance(0.4)
            if guarded:
                self.line(depth, f"if {self.condition()}:")
            self.line(depth + guarded, f"total {self.pick('+', '+', '-')}= {self.value()}")
        if self.chance(0.4):
            self.line(depth, f"if {self.condition()}:")
            self.line(depth + 1, "count += 1")
        if self.chance(0.5):
            name = self.temporary()
            self.line(depth, f"{name} = {self.value()}")
            self.line(depth, f"if {name} {self.pick('<', '>')} best:")
            self.line(depth + 1, f"best = {name}")
            if kind >= 2:
                self.line(depth + 1, f"place = {self.pick('i', 'i', f'(i, {name})', '(i - 1, i, 0)')}")
        self.line(1, "print(total, best, place, count)")

    def running(self):
        """Totals and bests that are read on the way, items that are the last one plus something."""
        zero = "0" if self.whole else self.pick("0.0", "0.0", "-0.0", "1.5")
        self.line(1, f"total, best = {zero}, {self.pick('k', zero)}")
        kind = self.head()
        for _ in range(self.random.randint(0, 2)):
            a, b = self.temporary(), self.temporary()
            self.line(2, f"{a}, {b} = {self.value(1)}, {self.value(1)}")
            self.names += [a, b]
        if self.chance(0.6):
            self.line(2, f"total {self.pick('+', '+', '-')}= {self.value(1)}")
            self.names += ["total", "total"]
        if self.chance(0.4):
            name = self.temporary()
            self.line(2, f"{name} = {self.value(1)}")
            self.line(2, f"if {name} {self.pick('<', '>')} best:")
            self.line(3, f"best = {name}")
            self.names += ["best", "best"]
        self.statements(2, self.random.randint(0, 2))
        form = self.random.randrange(4)
        sign = self.pick("+", "+", "-")
        if form == 0 and kind >= 2:
            place, before = self.pick(("i", "i - 1"), ("i + 1", "i"), ("i", "i - 1"), ("i", "i - 2"))
            self.line(2, f"out[{place}] = out[{before}] {sign} {self.value(1)}")
        elif form == 1:
            self.line(2, f"out.append(out[-1] {sign} {self.value(1)})")
        elif form == 2 and kind >= 2:
            self.line(2, f"if {self.condition()}:")
            self.line(3, f"out[i] = {self.value(1)}")
            self.line(2, "else:")
            self.line(3, f"out[i] = {self.value(1)}")
        else:
            self.line(2, f"out.append({self.value(1)})")
        self.line(1, "print(total, best)")

    def tallies(self):
        """Items to which any iterations add."""
        kind = self.head()
        depth = 2
        places = ["k2", "k2 - 1", "-1"]
        if kind >= 2:
            places = [f"i % {self.pick('3', 'k2', 'n')}", "i * i % 4", "i // 2", "(i * 3 + 1) % 5 - 2", "i"]
        if self.whole:
            places += [f"{self.value(2)} % {self.pick('3', 'len(out)', '5')}", self.read()]
        rows = self.chance(0.25)
        if rows:
            self.line(2, "for w in range(k2):")
            self.names.append("w")
            depth, places = 3, places + ["w", "w", "w - 1"]
        self.statements(depth, self.random.randint(0, 2))
        place = self.pick(*places)
        if self.chance(0.4):
            self.line(depth, f"place = {place}")
            place = "place"
        if self.chance(0.3):
            self.line(depth, f"if {self.condition()}:")
            depth += 1
        target = self.pick("out", "out", "out", "ys") + f"[{place}]"
        if self.chance(0.2):
            target = f"grid[{self.pick(*places)}][{place}]"
        one = "1" if self.whole else self.pick("1.0", "k")
        self.line(depth, f"{target} {self.pick('+', '+', '-')}= {one if self.chance(0.3) else self.value(1)}")

    def plain(self):
        kind = self.head()
        self.statements(2, self.random.randint(0, 4))
        if kind >= 2 and self.chance(0.4):
            target = self.pick("out", "out", "xs" if kind != 2 else "ys")
            if self.chance(0.3):
                self.line(2, f"if {self.condition()}:")
                self.line(3, f"{target}[i] = {self.value()}")
            else:
                self.line(2, f"{target}[i] {self.pick('', '', '+')}= {self.value()}")
        else:
            guarded = self.chance(0.3)
            if guarded:
                self.line(2, f"if {self.condition()}:")
            self.line(2 + guarded, f"out.append({self.kept()})")

    def kept(self):
        """What is put in a list: a number, or several."""
        if self.chance(0.7):
            return self.value()
        return f"({self.value(1)}, {self.pick(self.value(2), self.condition(), self.literal())})"

    def comprehension(self):
        self.names.append("x")
        if self.chance(0.5):
            self.names.append("y")
            self.line(1, f"out = [{self.kept()} for x, y in zip(xs, ys)]")
        else:
            self.line(1, f"out = [{self.kept()} for x in xs]")

    def table(self):
        self.names += ["x", "w"]
        if self.chance(0.5):
            self.line(1, f"grid = [[{self.value()} for w in ws] for x in xs]")
            return
        self.line(1, "for x in xs:")
        flat = self.chance(0.5)
        if not flat:
            self.line(2, "row = []")
        self.line(2, "for w in ws:")
        self.line(3, f"{'out' if flat else 'row'}.append({self.value()})")
        if not flat:
            self.line(2, "out.append(row)")

    def grid(self):
        self.line(1, "for i in range(1, len(rows) - 1):")
        self.index.append(("i", ["xs"], [0]))
        self.line(2, "for j in range(1, k2):")
        around = ["rows[i][j]", "rows[i - 1][j]", "rows[i][j - 1]", "rows[i + 1][j]", "rows[i][j + 1]",
                  "rows[j][i]", "rows[i][0]"]
        self.names += self.random.sample(around, 3)
        if self.chance(0.4):
            self.line(3, f"t0 = {self.value()}")
            self.names.append("t0")
        self.line(3, f"{self.pick('grid', 'grid', 'grid', 'rows')}[i][j] = {self.value()}")

    def turns(self):
        """Steps of a kernel: its lists may stay arrays."""
        self.line(1, f"for step in range({self.pick('5', 'k2', '9, 3, -1')}):")
        if self.chance(0.5):
            self.line(2, "for i in range(1, len(rows) - 1):")
            self.line(3, "for j in range(1, k2):")
            self.names += self.random.sample(["rows[i][j]", "rows[i - 1][j]", "rows[i][j - 1]", "rows[i + 1][j]",
                                              "rows[i][j + 1]"], 3)
            self.line(4, f"{self.pick('grid', 'grid', 'rows')}[i][j] = {self.value()}")
            lists = "grid", "rows"
        else:
            first = self.pick("", "1, ")
            self.line(2, f"for i in range({first}{self.pick('n', 'n - 1', 'len(xs)', 'len(xs) - 1')}):")
            self.index.append(("i", ["xs", "xs", "ys"], [0, 0, 1, -1] if first else [0, 0, 1]))
            guarded = self.chance(0.3)
            if guarded:
                self.line(3, f"if {self.condition()}:")
            self.line(3 + guarded, f"{self.pick('out', 'out', 'xs')}[i] = {self.value()}")
            lists = "out", "xs"
        if self.chance(0.6):
            self.line(2, f"{lists[0]}, {lists[1]} = {lists[1]}, {lists[0]}")
        if self.chance(0.6):
            self.line(2, f"if {self.pick('step % 2 == 1', 'step == 3', 'not step % k2', 'step > 1 and step < n')}:")
            self.line(3, self.pick("print(step, out, xs, grid, rows)", "xs = xs[1:] + xs[:1]",
                                   "rows[0] = grid[-1]", "break", "k2 += 1", "out = list(xs)"))

    def numbers(self, length, wide):
        pool = INTEGERS if self.whole else FLOATS
        if wide:
            pool = pool + (WIDE if self.whole else FLOATS)
        else:
            pool = pool[:7] if self.whole else ["0.5", "1.25", "-2.0", "3.5", "0.1", "1e10", "7.0"]
        return "[" + ", ".join(self.random.choice(pool) for _ in range(length)) + "]"

    def call(self, wide):
        length = self.pick(0, 1, 5, 6, 7)
        width = self.pick(2, 3, 4)
        zero = "0" if self.whole else "0.0"
        xs, ys = self.numbers(length, wide), self.numbers(length + self.pick(0, 0, 1, -1 if wide else 0), wide)
        out = self.pick("[]", f"[{zero}] * {length}", f"[{zero}] * {length}")
        grid = self.pick(f"[[{zero}] * {width} for _ in range({length})]", f"[[{zero}] * {width}] * {length}")
        rows = "[" + ", ".join(self.numbers(width + (wide and self.chance(0.1)), wide) for _ in range(length)) + "]"
        k = self.pick("2", "0", "-1", "10 ** 20") if self.whole else self.pick("2.0", "0.0", "-0.5", "INF")
        if self.chance(0.03):  # so that there are strips
            times = self.pick(3500, 5000)
            if any("] for v in " in line for line in self.lines):
                times //= 100  # a table of all pairs: 100,000 cells, not 900 million
            xs, ys = f"{xs} * {times}", f"{ys} * {times}"
            rows = f"[list(row) for _ in range({times}) for row in {rows}]"
            out, length = out.replace(f"* {length}", f"* {length * times}"), length * times
            grid = f"[[{zero}] * {width} for _ in range({length})]"
        lines = [f"xs = {xs}", f"ys = {ys}", f"ws = {self.numbers(self.pick(0, 2, 3, 4), wide)}",
                 f"out = {out}", f"grid = {grid}", f"rows = {rows}"]
        if wide and self.chance(0.3):
            lines.append(self.pick("out = ys", "grid = rows", "ys = xs", "ws = xs"))
        n = length + (self.pick(0, 0, 1, -3) if wide else 0)
        lines.append(f"a = xs, ys, ws, out, grid, rows")
        lines.append("try:")
        lines.append(f"    print({self.name}(xs, ys, ws, out, grid, rows, {n}, {k}, "
                     f"{self.pick(0, 1, 2, 3) if wide else 2}))")
        return lines + ["except Exception as error:", "    print(type(error).__name__, error)", "print(a)"]


class Row(Kernel):
    """Several loops, one after the other: what one makes the next ones read."""

    def write(self):
        for helper in range(2):
            self.helper(f"{self.name}_h{helper}")
        self.line(0, f"def {self.name}(xs, ys, ws, out, grid, rows, n, k, k2):")
        first = len(self.lines)
        self.line(1, f"size = {self.pick('n', 'k2 + 1', 'len(xs)', '4')}")
        lists = [("xs", False), ("ys", False), ("rows", True)]
        count = self.random.randint(2, 5)
        for step in range(count):
            if step == count - 1 or self.chance(0.2):
                self.fold(lists, f"s{step}")
                continue
            if self.chance(0.06):
                self.line(1, self.pick("print(len(xs))", "xs = xs[1:]", "ys.append(k)",
                                       f"{lists[-1][0]}.reverse()", f"alias = {lists[-1][0]}"))
            name = f"a{step}" if self.chance(0.85) else self.pick("xs", "a0")
            made = self.step(lists, name)
            lists = [one for one in lists if one[0] != name] + [(name, made)]
        for _ in range(self.pick(1, 1, 2)):
            shown = [self.look(*one) for one in lists if self.chance(0.5)] + self.sums
            if self.chance(0.1):
                shown.insert(0, f"{lists[-1][0]}.reverse()")
            self.line(1, f"print({', '.join(shown)})")
        if self.chance(0.4):  # again and again
            turns = self.pick("(2, 3)", "range(k2)", "[1, -1]") if self.whole else self.pick("(2.0, -0.5)", "[0.25]", "ws")
            self.lines[first:] = [f"    for k in {turns}:"] + ["    " + line for line in self.lines[first:]]
        self.line(1, "return out, grid")
        self.line(0, "")
        self.line(0, "")
        return self.lines

    @property
    def sums(self):
        return [line.split()[0] for line in self.lines if line.startswith("    s") and " = " in line
                and line.split()[0][1:].isdigit()]

    def look(self, name, rows):
        """What is printed of a list."""
        ends = ["[0]", "[-1]", "[1]", "[:2]", "[-2:]", "[1:3]", "[::2]"]
        if rows:
            return self.pick(name, f"{name}{self.pick(*ends[:4])}", f"{name}[0]{self.pick(*ends)}", f"len({name})",
                             f"sum(map(sum, {name}))")
        return self.pick(name, f"{name}{self.pick(*ends)}", f"len({name})", f"sum({name})",
                         f"max({name})", f"min({name})")

    def helper(self, name):
        """A function that makes a list of one."""
        self.line(0, f"def {name}(values, factor, size):")
        self.names = ["factor", "v"]
        if self.chance(0.5):
            self.line(1, f"return [{self.value(1)} for v in values]")
        else:
            self.index = [("i", ["values"], [0])]
            self.names = ["factor"]
            self.line(1, "result = []")
            self.line(1, f"for i in range({self.pick('len(values)', 'len(values)', 'size', '1, len(values)')}):")
            self.line(2, f"result.append({self.value(1)})")
            self.line(1, "return result")
        self.line(0, "")
        self.line(0, "")

    def step(self, lists, name):
        """A statement or loop that makes `name`: has it rows?"""
        flat = [one for one, rows in lists if not rows]
        tables = [one for one, rows in lists if rows]
        one, other = self.random.choice(flat[-2:]), self.random.choice(flat)
        self.names, self.index = ["k"], []
        kind = self.random.randrange(6)
        if kind == 0:
            self.line(1, f"{name} = {self.name}_h{self.pick(0, 1)}({one}, {self.pick('k', self.literal())}, size)")
        elif kind == 1:
            self.names += ["v", "w"]
            self.line(1, f"{name} = [{self.value(1)} for v, w in zip({one}, {other})]")
        elif kind == 2:
            self.index.append(("i", [one, other], [0]))
            self.line(1, f"{name} = []")
            self.line(1, f"for i in range({self.pick(f'len({one})', 'size', f'1, len({one})')}):")
            if self.chance(0.3):
                self.line(2, f"if {self.condition()}:")
                self.line(3, f"{name}.append({self.value(1)})")
            else:
                self.line(2, f"{name}.append({self.value(1)})")
        elif kind == 3:
            zero = "0" if self.whole else "0.0"
            self.index.append(("i", [one], [0]))
            self.line(1, f"{name} = [{zero}] * {self.pick('size', f'len({one})')}")
            self.line(1, f"for i in range({self.pick('', '1, ')}{self.pick('size', f'len({one})')}):")
            self.line(2, f"{name}[i] = {self.value(1)}")
        elif kind == 4:
            self.names += ["v", "w"]
            self.line(1, f"{name} = [[{self.value(1)} for w in {other}] for v in {one}]")
            return True
        else:
            table = self.random.choice(tables)
            self.names += [f"{table}[i][j]", f"{table}[i][j]"]
            self.line(1, f"{name} = []")
            self.line(1, f"for i in range(len({table})):")
            self.line(2, "line = []")
            self.line(2, f"for j in range(len({table}[0])):")
            self.line(3, f"line.append({self.value(1)})")
            self.line(2, f"{name}.append(line)")
            return True
        return False

    def fold(self, lists, name):
        self.names, self.index = ["k", "v"], []
        one, rows = lists[-1]
        if self.chance(0.3):
            self.best(one, rows, name)
            return
        self.line(1, f"{name} = {'0' if self.whole else '0.0'}")
        if rows:
            self.line(1, f"for row in {one}:")
            self.line(2, "for v in row:")
        else:
            self.line(1, f"for v in {one}:")
        self.line(2 + rows, f"{name} += {self.value(1)}")


    def best(self, one, rows, name):
        """The best of a list or table, and where it is."""
        sign = self.pick("<", ">")
        self.line(1, f"{name} = {one}{self.pick('[0]', '[-1]', '[1]')}{'[0]' if rows else ''}")
        self.line(1, f"{name}_at = {self.pick('0', '(0, 0)', 'None')}")
        self.line(1, f"for i in range(len({one})):")
        if rows:
            self.line(2, f"for j in range(len({one}[{self.pick('i', '0')}])):")
        item = f"{one}[i]" + "[j]" * rows
        at = self.pick("(i, j)", "(j, k, i)", "i") if rows else self.pick("i", "(i, 1)")
        self.line(2 + rows, f"if {item} {sign} {name}:")
        self.line(3 + rows, f"{name} = {item}")
        self.line(3 + rows, f"{name}_at = {at}")
        self.line(1, f"print({name}_at)")


class Behind(Kernel):
    """A list of tuples, `grid`, and variables that keep what an earlier iteration has met."""

    def tuples(self):
        kind = self.random.randrange(7)
        self.names += ["x", "y"] if kind != 4 else ["p[0]", "p[1]", "p[0]"]
        if kind in (1, 3, 5, 6):
            self.index.append(("i", ["xs"], [0]))
        if kind == 0:
            self.line(1, "for x, y in grid:")
        elif kind == 1:
            self.line(1, "for i, (x, y) in enumerate(grid):")
        elif kind == 2:
            self.line(1, "for (x, y), v in zip(grid, xs):")
            self.names += ["v"]
        elif kind == 3:
            self.line(1, f"for i in range({self.pick('', '1, ')}{self.pick('len(grid)', 'len(grid)', 'n')}):")
            self.line(2, "x, y = grid[i]")
            if self.chance(0.5):
                self.names += ["grid[i - 1][0]", "grid[i][1]"]
        elif kind == 4:
            self.line(1, "for p in grid:")
        elif kind == 5:
            self.line(1, "for i, p in enumerate(grid):")
            self.line(2, "x, y = p")
        else:
            self.line(1, "for i in range(len(grid)):")
            self.line(2, "p = grid[i]")
            self.line(2, "x, y = p[0], p[1]")
        return kind in (1, 3, 5, 6)

    def write(self):
        self.line(0, f"def {self.name}(xs, ys, ws, out, grid, rows, n, k, k2):")
        zero = "0" if self.whole else self.pick("0.0", "-0.0", "1.5")
        self.line(1, f"last, start, total = {self.pick('k', zero)}, {self.pick('0', '-1', 'n')}, {zero}")
        counts = self.tuples() if self.chance(0.6) else self.head() >= 2
        keeps = [("last", self.pick(*[one for one in self.names if one != "k"] or ["xs[i]"]))] if self.chance(0.8) else []
        if counts and self.chance(0.7):
            keeps.append(("start", self.pick("i", "i", "i + 1", "2 * i")))
        guarded = self.chance(0.5)
        depth = 2 + guarded
        if guarded:
            self.statements(2, self.random.randint(0, 1))
            self.line(2, f"if {self.condition()}:")
        self.names += ["last", "last"] if keeps and keeps[0][0] == "last" else []
        if keeps and keeps[-1][0] == "start":
            self.names += ["start", f"xs[{self.pick('start', 'start - 1')}]"]
        if self.chance(0.8):
            self.line(depth, f"out.append({self.kept()})")
        else:
            self.line(depth, f"total += {self.value(1)}")
        if self.chance(0.1):
            keeps.append(("total", self.value(2)))
        self.random.shuffle(keeps)
        for name, value in keeps:
            self.line(depth, f"{name} = {value}")
        if self.chance(0.1):
            self.line(2, f"out.append({self.value(1)})")
        self.line(1, "print(last, start, total)")
        self.line(1, "return out, grid")
        self.line(0, "")
        self.line(0, "")
        return self.lines

    def call(self, wide):
        lines = super().call(wide)
        strange = wide and self.chance(0.2)
        for place, line in enumerate(lines):
            if line.startswith("grid = "):
                more = self.pick(" + [(1,)]", " + [(2, 3, 4)]", " + [(1.5, 2.5)]") if strange else ""
                pairs = self.pick("zip(xs, ys)", "zip(xs, ys)", "zip(ys, range(len(ys)))")
                lines[place] = f"grid = list({pairs}){more}"
            elif line.startswith("a = "):
                lines[place] = "a = xs, ys, ws, out, rows"
        return lines


class ArrayKernel(Kernel):
    """The same of arrays of NumPy, whose numbers are told from Python's, and warn."""

    def array(self, numbers):
        if numbers == "[]":
            return self.pick("[]", "np.zeros(0)")
        if self.whole:
            kind = self.pick("", "", "", ", dtype=float", ", dtype=object")
        else:
            kind = self.pick("", "", "", "", ", dtype='float32'")
        return f"array({numbers}{kind}){self.pick('', '', '', '[::-1]', '[1:]')}"

    def call(self, wide):
        lines = super().call(wide)
        made = []
        for line in lines:
            name, _, value = line.partition(" = ")
            if name in ("xs", "ys", "ws", "rows", "grid") and value[0] == "[" and self.chance(0.85):
                line = f"{name} = {self.array(value)}"
            elif name == "out" and value[0] == "[" and self.chance(0.6):
                line = f"{name} = {self.array(value)}"
            made.append(line.replace("print(f", "shown(f").replace("print(a)", "shown(a)"))
        return made


class ArrayBehind(Behind, ArrayKernel):
    """The same of arrays."""


TOLD = """import warnings

import numpy as np


def array(rows, dtype=None):
    try:
        return np.array(rows, dtype)
    except (OverflowError, ValueError):  # rows of several lengths
        return rows


def told(value):
    if isinstance(value, (list, tuple)):
        return [told(one) for one in value]
    if type(value) is np.ndarray:
        return [str(value.dtype), value.shape, value.tolist()]
    return f"{type(value).__name__} {value!r}"


def shown(value):
    print(told(value))"""


# Arrays that are files' memory.
MAPPED = """import tempfile
import warnings

import numpy as np


def array(rows, dtype=None):
    try:
        made = np.array(rows, dtype)
    except (OverflowError, ValueError):  # rows of several lengths
        return rows
    if made.size == 0 or made.dtype == object:
        return made
    with tempfile.TemporaryFile() as file:
        mapped = np.memmap(file, made.dtype, "w+", shape=made.shape)
    mapped[:] = made
    return mapped
"""


def program(seed, kind=Kernel):
    writer = Writer(seed)
    of_arrays = kind is Kernel and seed % 3 == 1
    if of_arrays:
        kind = ArrayKernel
    writer.line(0, "import math")
    if of_arrays:
        told = TOLD
        if seed % 9 == 4:
            told = MAPPED + told[told.index("\n\ndef told"):]
        writer.lines += told.splitlines()
        writer.line(0, "")
    writer.line(0, "")
    writer.line(0, 'INF = float("inf")')
    writer.line(0, 'NAN = float("nan")')
    writer.line(0, "")
    writer.line(0, "")
    kernels = [kind(seed * 100 + i, f"f{i}") for i in range(6)]
    if not of_arrays:
        kernels += [Row(seed * 100 + i, f"f{i}") for i in (6, 7)]
    if kind in (Kernel, ArrayKernel):
        behind = ArrayBehind if of_arrays else Behind
        kernels += [behind(seed * 100 + i, f"f{i}") for i in (8, 9, 10)]
    for kernel in kernels:
        writer.lines += kernel.write()
    for kernel in kernels:
        writer.line(0, f"def call_{kernel.name}():")
        for wide in (False, False, True, True, True):
            lines = kernel.call(wide)
            if of_arrays:
                writer.line(1, "with warnings.catch_warnings(record=True) as said:")
                writer.line(2, 'warnings.simplefilter("always")')
                lines.append("shown([str(one.message) for one in said])")
            for line in lines:
                writer.line(2 if of_arrays else 1, line)
        writer.line(0, "")
        writer.line(0, "")
    for kernel in kernels:
        writer.line(0, f"call_{kernel.name}()")
    return "\n".join(writer.lines) + "\n"


if __name__ == "__main__":
    print(program(int(sys.argv[1])), end="")
