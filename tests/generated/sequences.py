#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random programs of loops of numbers whose iterations need their order, for run.py --compiled.

They are called as those of kernels.py are, with numbers of all kinds.
"""
import sys

import kernels


class Sequence(kernels.Kernel):
    """One function with a loop that carries `total`, `last` and `count`, and changes lists."""

    def __init__(self, seed, name):
        super().__init__(seed, name)
        self.rows_at = []  # names that index rows

    def value(self, depth=0):
        if self.whole and depth < 3 and self.chance(0.25):
            a, b = self.value(depth + 1), self.value(depth + 1)
            kind = self.random.randrange(6)
            if kind < 3:
                return f"({a} {self.pick('&', '|', '^')} {b})"
            if kind == 3:
                return f"({a} {self.pick('<<', '>>')} {self.pick('1', '3', '7', 'k2', '61')})"
            return f"(~{a})" if kind == 4 else f"({a} & {self.pick('255', '0xFFFF')})"
        if not self.whole and depth < 3 and self.chance(0.06):
            return f"{self.pick('int', 'math.floor', 'math.ceil')}({self.value(depth + 1)}) * 0.5"
        if not self.whole and depth < 3 and self.chance(0.12):
            a = self.value(depth + 1)
            if self.chance(0.5):
                return f"({a}) ** {self.pick('2', '3', '-1', '0.5', '2.0', '-1.5', '0')}"
            one = self.pick("exp", "log", "sin", "cos", "tan", "atan", "erf", "log1p", "expm1", "tanh", "asin", "cosh")
            return f"math.{one}({a})" if self.chance(0.8) else f"math.atan2({a}, {self.value(depth + 1)})"
        if self.whole and depth < 3 and self.chance(0.05):
            return f"({self.value(depth + 1)}) ** {self.pick('2', '3', '0', '5')}"
        return super().value(depth)

    def place(self):
        """An index that may be inside."""
        name = self.random.choice([one[0] for one in self.index] or ["k2"])
        return self.pick(name, name, f"{name} - 1", f"{name} + 1", "-1", "0", "k2", f"{name} // 2", f"{name} - k2")

    def target(self):
        if self.rows_at and self.chance(0.5):
            row = self.random.choice(self.rows_at)
            return f"{self.pick('rows', 'rows', 'grid')}[{self.pick(row, row, row + ' - 1')}][{self.place()}]"
        return f"{self.pick('xs', 'xs', 'ys', 'ws')}[{self.place()}]"

    def stored(self):
        return f"({self.value()}) % 1000003" if self.whole and self.chance(0.8) else self.value()

    def sequence(self, depth, count):
        known = list(self.names)
        for _ in range(count):
            self.step(depth)
        self.names = known

    def step(self, depth):
        kind = self.random.random()
        if kind < 0.2:
            self.line(depth, f"{self.pick('total', 'last')} = {self.value()}")
        elif kind < 0.32:
            self.line(depth, f"{self.pick('total', 'last')} {self.pick('+', '-', '*', '+')}= {self.value(1)}")
        elif kind < 0.5:
            self.line(depth, f"{self.target()} {self.pick('', '', '+', '-')}= {self.stored()}")
        elif kind < 0.56:
            self.line(depth, f"total, last = {self.pick('last, total', f'last, {self.value(1)}')}")
        elif kind < 0.6:
            at, other = self.place(), self.place()
            self.line(depth, f"xs[{at}], xs[{other}] = xs[{other}], xs[{at}]")
        elif kind < 0.68:
            self.line(depth, f"count += {self.pick('1', '1', '2', 'count & 3', 'k2')}")
        elif kind < 0.74:
            self.line(depth, f"out.append({self.value()})")
        elif kind < 0.8:
            name = self.temporary()
            self.line(depth, f"{name} = {self.value()}")
            self.names.append(name)
        elif kind < 0.92:
            self.choice(depth)
        elif depth < 4:
            self.inside(depth)

    def choice(self, depth):
        self.line(depth, f"if {self.condition()}:")
        self.line(depth + 1, "pass")
        self.sequence(depth + 1, self.random.randint(1, 2))
        kind = self.random.random()
        if kind < 0.2:
            self.line(depth + 1, self.pick("break", "continue"))
        elif kind < 0.4:
            self.line(depth, f"elif {self.condition()}:")
            self.line(depth + 1, f"last = {self.value(1)}")
        if kind > 0.7 or 0.2 < kind < 0.3:
            self.line(depth, "else:")
            self.sequence(depth + 1, 1)
            self.line(depth + 1, "pass")

    def inside(self, depth):
        name = f"j{depth}"
        kind = self.random.randrange(4)
        if kind == 0:
            self.line(depth, f"{name} = 0")
            self.line(depth, f"while {name} < {self.pick('3', 'k2')} and {self.condition()}:")
            self.line(depth + 1, f"{name} += 1")
        else:
            outer = self.random.choice([one[0] for one in self.index] or ["0"])
            self.line(depth, f"for {name} in range({self.pick('k2', 'len(ws)', f'{outer}, n', f'{outer}, -1, -1', '0, n, 2')}):")
        self.index.append((name, ["xs", "ys", "ws"], [0, -1, 1]))
        self.sequence(depth + 1, self.random.randint(1, 3))
        self.line(depth + 1, "pass")
        self.index.pop()

    def write(self):
        zero = "0" if self.whole else self.pick("0.0", "-0.0", "1.5")
        self.line(0, f"def {self.name}(xs, ys, ws, out, grid, rows, n, k, k2):")
        self.line(1, f"total, last, count = {zero}, {self.pick('k', zero)}, 0")
        self.names += ["total", "last"]
        kind = self.random.randrange(6)
        if kind == 0:
            self.line(1, "for x in xs:")
            self.names.append("x")
        elif kind == 1:
            self.line(1, "for i, (x, y) in enumerate(zip(xs, ys)):")
            self.names += ["x", "y"]
        elif kind == 2:
            self.line(1, "i = 0")
            self.line(1, "while i < n:")
        else:
            self.line(1, f"for i in range({self.pick('n', '1, n', 'n - 1, -1, -1', 'len(xs)', '0, n, 2')}):")
        if kind != 0:
            self.index.append(("i", ["xs", "ys"], [0, 0, -1, 1]))
            self.rows_at.append("i")
        if kind == 2:
            self.line(2, "i += 1")
        self.sequence(2, self.random.randint(2, 5))
        if self.whole:
            self.line(2, "if total > 999999999999999999 or last < -999999999999999999:")
            self.line(3, "break")
        self.line(1, "print(total, last, count)")
        self.line(1, "return out, grid")
        self.line(0, "")
        self.line(0, "")
        return self.lines


def program(seed):
    return kernels.program(seed, Sequence)


if __name__ == "__main__":
    print(program(int(sys.argv[1])), end="")
