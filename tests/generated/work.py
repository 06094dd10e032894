#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random programs whose loops work with arrays, the same for the same seed.

    work.py SEED      print the program of that seed

Items are numbers, arrays of a list (some of them one array, or parts of one), rows
of an array or files of numbers; an item's work is a helper or two and may
warn or fail. It gives arrays, alone or in tuples, or numbers, which the loop
keeps, adds up, changes, compares and pickles, and later loops go on with.
"""
import random
import sys

SIZE = 6  # of all arrays along each axis

VECTORS = (
    "{v} * {f} + {w}", "{v} - {w}", "np.abs({v})", "np.sqrt(np.abs({v}) + {f})", "np.where({v} > {f}, {v}, {f})",
    "{v}[::-1]", "{v}.copy()", "np.cumsum({v})", "np.clip({v}, -3, {f})", "{m}[{i}]", "{m}.sum(axis={a})",
    "{m}.T[{i}]", "{m}[:, {i}]", "{m}.mean(axis={a})", "np.sort({v})", "np.roll({v}, {i})", "{v}.astype(float)",
    "np.maximum({v}, {w})", "np.round({v}, 2)", "{v} % {f}", "np.concatenate([{v}[:3], {w}[3:]])",
    "np.linspace({f}, 2.0, 6)", "np.full(6, {f})", "np.arange(6.0) * {n}", "{v}.round(1)", "np.asarray({v})",
    "{m}.ravel()[:6]", "np.array([{n}, {n}, 1.5, 2.5, {f}, 0.0])", "np.diag({m})", "{v} / {w}", "{v} / ({f} + 1.5)", "np.log({v})")
MATRICES = (
    "{m} * {f}", "{m} + {v}", "{m}.T", "np.outer({v}, {w})", "{m}[::-1]", "{m}.copy()", "np.tile({v}, (6, 1))",
    "np.array([{v}, {w}, {v}, {v}, {w}, {w}])", "np.sort({m}, axis={a})", "np.vstack([{m}[:3], {m}[3:]])", "np.eye(6) * {n}",
    "np.zeros((6, 6)) + {f}", "np.flip({m}, {a})", "np.cumsum({m}, axis={a})", "{m} - {m}.mean(axis=0)", "np.exp(-np.abs({m}))",
    "{v}[:, None] * {w}", "np.asfortranarray({m})", "{m}.reshape(3, 12).reshape(6, 6)")
ALGEBRA_MATRICES = ("{m} @ {m}", "np.linalg.inv({m} + np.eye(6) * {f})", "np.linalg.inv({m})", "{m} @ {m}.T",
                    "np.linalg.cholesky({m} @ {m}.T + np.eye(6))")
ALGEBRA_VECTORS = ("{m} @ {v}", "np.dot({m}, {v})", "np.linalg.solve({m} + np.eye(6), {v})", "np.einsum('ij,j', {m}, {v})",
                   "np.linalg.eigvalsh({m} + {m}.T)")
NUMBERS = (
    "float({v}.sum())", "{v}.max()", "{v}[{i}]", "int({m}.argmax())", "len({v})", "{m}.mean()", "{f} * {n}", "{n} + 1",
    "float({m}[{i}, {j}])", "np.median({v})", "({v} > {f}).sum()", "{v}.std()", "{m}.trace()", "{v}.sum() / {n}", "np.float64({f})",
    "np.sum({v} * {w})", "{v}.size", "{m}.shape[0]", "int(np.count_nonzero({v}))", "round(float({v}.min()), 3)", "{v}.dtype.itemsize")


class Scope:
    """Names that are bound for certain, by type, and the lines written so far."""

    def __init__(self, names, depth=0, lines=None):
        self.names = {kind: list(names.get(kind, ())) for kind in "vmn"}
        self.depth = depth
        self.lines = [] if lines is None else lines

    def put(self, *lines):
        self.lines.extend("    " * self.depth + line for line in lines)

    def inner(self):
        return Scope(self.names, self.depth + 1, self.lines)

    def bind(self, kind, name):
        for names in self.names.values():
            if name in names:
                names.remove(name)
        self.names[kind].append(name)


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.fresh = 0
        self.helpers = []
        self.algebra = self.chance(0.2)
        self.warns = self.chance(0.25)  # or is likely not to
        self.shows = self.chance(0.3)  # what pickle and json make of it
        self.tables = self.chance(0.2)  # items are files
        self.loops = 0

    def chance(self, share):
        return self.random.random() < share

    def pick(self, *options):
        return self.random.choice(options)

    def number(self, low, high):
        return self.random.randint(low, high)

    def new(self, stem):
        self.fresh += 1
        return f"{stem}{self.fresh}"

    # Expressions

    def leaf(self, scope, kind):
        names = scope.names[kind]
        if names and self.chance(0.85):
            return self.random.choice(names[-3:] if self.chance(0.6) else names)
        return {"v": self.pick("np.ones(6)", "np.arange(6.0)", "np.zeros(6)"),
                "m": self.pick("np.eye(6)", "np.arange(36.0).reshape(6, 6)", "np.ones((6, 6))"),
                "n": str(self.number(0, 5))}[kind]

    def expression(self, scope, kind, depth=2):
        if depth == 0 or self.chance(0.2):
            return self.leaf(scope, kind)
        called = [one for one in self.helpers if one[2] == kind]
        if called and self.chance(0.2):
            return self.call(scope, self.random.choice(called), depth - 1)
        forms = {"v": VECTORS, "m": MATRICES, "n": NUMBERS}[kind]
        if self.algebra and kind != "n" and self.chance(0.3):
            forms = ALGEBRA_MATRICES if kind == "m" else ALGEBRA_VECTORS
        form = self.random.choice(forms)
        if not self.warns:
            while "/ {" in form or "log" in form or "% " in form:
                form = self.random.choice(forms)
        parts = {letter: self.wrapped(scope, letter if letter != "w" else "v", depth - 1) for letter in "vwmn"}
        return form.format(f=self.pick("0.5", "2.0", "1e-3", "0.1", "3.7"), i=self.number(-2, 5), j=self.number(0, 5),
                           a=self.number(0, 1), **parts)

    def wrapped(self, scope, kind, depth):
        """As a part of an expression."""
        text = self.expression(scope, kind, depth)
        return f"({text})" if " " in text else text

    def call(self, scope, helper, depth=1):
        name, kinds, _ = helper
        return f"{name}({', '.join(self.expression(scope, kind, depth) for kind in kinds)})"

    # Helpers

    def helper(self):
        kinds = [self.pick("n", "v", "v", "m") for _ in range(self.number(1, 2))]
        if not self.helpers:
            kinds = [self.pick("n"), *kinds[1:]]
        name, parameters = self.new("work"), [self.new("p") for _ in kinds]
        scope = Scope({"v": ["LEVELS"], "m": ["GRID"]}, 1)
        for kind, parameter in zip(kinds, parameters):
            scope.bind(kind, parameter)
        for _ in range(self.number(1, 4)):
            self.step(scope, parameters)
        returns = self.pick("v", "v", "m", "n", "t", "t")
        if returns == "t":
            given = ", ".join(self.expression(scope, self.pick("v", "m", "n"), 1) for _ in range(self.number(2, 3)))
            scope.put(self.pick(f"return {given}", f"return {given}", f"return [{given}]"))
            if self.chance(0.25):
                one, other = (self.expression(scope, self.pick("v", "m"), 1) for _ in range(2))
                scope.lines[-1] = "    return " + self.pick(f"{{0: {one}, -1: {other}}}", f"[{one} for k in range(2)]",
                                                            f"{{k: {one} * k for k in (0, -1)}}", f"[{one}, [{other}]]")
        else:
            scope.put(f"return {self.expression(scope, returns)}")
        self.helpers.append((name, kinds, returns))
        return [f"def {name}({', '.join(parameters)}):", *scope.lines, "", ""]

    def step(self, scope, parameters):
        roll = self.random.random()
        own = [name for kind in "vm" for name in scope.names[kind] if name not in parameters and not name.isupper()]
        if roll < 0.12 and own:
            name = self.random.choice(own)
            scope.put(self.pick(f"{name}[{self.number(0, 5)}] = {self.expression(scope, 'n', 1)}",
                                f"{name} += {self.expression(scope, 'n', 1)}",
                                f"{name}[{name} > 1.0] = 0.5", f"{name}[:2] *= 2"))
        elif roll < 0.2:
            scope.put(f"if {self.expression(scope, 'n', 1)} > {self.number(0, 9)}:")
            inner = scope.inner()
            kind = self.pick("v", "m", "n")
            name = self.leaf(scope, kind)
            inner.put(f"raise ValueError('item', {self.number(1, 9)})" if self.chance(0.15) else
                      f"{name} = {self.expression(scope, kind, 1)}" if name.isidentifier() and not name.isupper() else "pass")
        elif roll < 0.28:
            name = self.new("r")
            scope.put(f"{name} = ({self.expression(scope, 'v', 1)}).copy()",
                      f"for k in range({self.number(2, 4)}):")
            inner = scope.inner()
            inner.bind("n", "k")
            inner.bind("v", name)
            inner.put(f"{name} = {self.expression(inner, 'v', 1)}")
            scope.bind("v", name)
        elif roll < 0.3 and self.chance(0.3):
            scope.put(self.pick("LEVELS[0] += 1", f"{parameters[0]} += 1", "SEEN.append(1)", "print('in work')"))
        else:
            kind = self.pick("v", "v", "m", "n")
            name = self.new(kind)
            scope.put(f"{name} = {self.expression(scope, kind)}")
            scope.bind(kind, name)

    # Loops

    def source(self, scope):
        """The loop's head, the names that it binds, and its list of arrays."""
        self.loops += 1
        x, k = f"x{self.loops}", f"k{self.loops}"
        plain = [(f"for {x} in range(7):", {x: "n"}), (f"for {x} in numbers:", {x: "n"})]
        arrays = [(f"for {x} in signals:", {x: "v"}), (f"for {x} in pictures:", {x: "m"}), (f"for {x} in field:", {x: "v"}),
                  (f"for {k}, {x} in enumerate(signals):", {k: "n", x: "v"}), (f"for {k}, {x} in zip(numbers, pictures):", {k: "n", x: "m"}),
                  (f"for {k}, {x} in zip(pictures, signals):", {k: "m", x: "v"}), (f"for {k}, {x} in pairs:", {k: "n", x: "v"}),
                  (f"for {x} in signals[1:]:", {x: "v"}), (f"for {x} in cube:", {x: "m"}), (f"for {x} in named.values():", {x: "v"}),
                  (f"for {x} in reversed(signals):", {x: "v"}), (f"for {x} in kept:", {x: "v"} )]
        return self.random.choice(plain if self.chance(0.35) else arrays)

    def keep(self, scope, y, kind):
        """What becomes of a result."""
        n = self.expression(scope, "n", 1)
        some = [[f"kept.append({y})"], [f"kept.append(({y}, {n}))"], [f"found[{n}] = {y}"], [f"last = {y}"], [f"print({y})"],
                [f"kept += [{y}]"], [f"if {n} > 4: break"], [f"total += {n}"], [f"slots[{self.number(0, 6)}] = {y}"],
                [f"if {n} > best: best = {n}"], [f"best = max(best, {n})"]]
        if kind in "vm":
            some += [[f"trail = trail * 0.5 + {y}"], [f"trail += {y}"], [f"trail = np.maximum(trail, {y})"], [f"kept.append({y}[:3])"],
                     [f"out{kind}[{self.number(0, 5)}] = {y}"], [f"kept.append({y}.copy())"], [f"total += {y}.sum()"],
                     [f"{y}[0] = {n}", f"kept.append({y})"], [f"print({y}.shape, {y}.dtype, {y}.tolist())"],
                     [f"{y} *= 2", f"kept.append({y})"], [f"found[{n}] = {y}.T"]]
        if kind == "t":
            some += [[f"first, *rest = {y}", "kept.append(first)"], [f"kept.append({y}[0])"], [f"trail = trail + {y}[-1]"],
                     [f"kept.extend({y})"]]
        if self.chance(0.12):
            some = [["signals[2][1] = total"], ["pictures[-1] = np.ones((6, 6))"], ["signals.append(np.ones(6))", "if len(signals) > 12: break"],
                    ["LEVELS[1] += 1"], ["field[3] = 0.5"], ["numbers[4] = 2"], ["named['a'] = np.ones(6)"], ["GRID = GRID * 2"]]
        return self.random.choice(some)

    def body(self, scope, names):
        inner = scope.inner()
        for name, kind in names.items():
            inner.bind(kind, name)
        item = list(names)[-1]
        if self.chance(0.1):
            kind = self.pick("v", "n")
            name = self.new("b")
            inner.put(f"{name} = {self.expression(inner, kind, 1)}")
            inner.bind(kind, name)
        if self.chance(0.05) and names[item] in "vm":
            inner.put(f"{item}[0] = {self.expression(inner, 'n', 1)}")
        if self.chance(0.08):
            inner.put(f"if {self.expression(inner, 'n', 1)} > 5: {self.pick('continue', 'break')}")
        helper = self.random.choice(self.helpers)
        y, call = "y", self.call(inner, helper)
        if self.chance(0.15):
            inner.put("try:")
            inner.inner().put(f"y = {call}")
            inner.put(f"except {self.pick('ValueError', 'np.linalg.LinAlgError', 'Exception')} as error:")
            inner.inner().put("print(type(error), error)", "continue")
        elif self.chance(0.15) and helper[2] == "t":
            inner.put(f"y, *others = {call}", "kept.append(others)")
        else:
            inner.put(f"y = {call}")
        kind = helper[2]
        if kind in "vmn":
            inner.bind(kind, y)
        for _ in range(self.number(1, 2)):
            inner.put(*self.keep(inner, y, kind))
        if self.chance(0.06) and names[item] in "vm":
            inner.put(f"{item} *= 0.5")

    def loop(self, scope):
        head, names = self.source(scope)
        if self.chance(0.2):
            inner = Scope(scope.names)
            for name, kind in names.items():
                inner.bind(kind, name)
            element = self.call(inner, self.random.choice(self.helpers))
            scope.put(self.pick(f"kept = [{element} {head[:-1]}]", f"outs = np.array([{element} {head[:-1]}])", f"total = sum({element} {head[:-1]})",
                                f"kept.extend([{element} {head[:-1]}])", f"outs = np.stack([{element} {head[:-1]}])",
                                f"found = {{{list(names)[0] if names[list(names)[0]] == 'n' else 'total'}: {element} {head[:-1]}}}"))
            return
        scope.put(head)
        self.body(scope, names)

    def between(self, scope):
        """What is done with results before the next loop."""
        scope.put(*self.pick(
            ["if kept and isinstance(kept[0], np.ndarray): kept[0][:1] = 9.5"], ["for one in kept:", "    print(repr(one))"],
            ["signals = [one for one in kept if isinstance(one, np.ndarray) and one.shape == (6,)] or signals"],
            ["print(len({id(one) for one in kept}))"], ["kept = list(kept)"], ["pictures = pictures[::-1]"], ["trail[0] = 1.0"],
            ["np.seterr(all='ignore')"], ["print(sum(one.sum() for one in kept if isinstance(one, np.ndarray)))"], ["signals[0] = signals[1]"],
            ["print(kept[-1] is last if kept else None)"], ["kept = []"], ["total = 0.5"], ["warnings.simplefilter('error')"]))

    def end(self, scope):
        for name in ("kept", "found", "total", "best", "last", "trail", "slots", "outv", "outm", "signals", "pictures", "numbers", "field",
                     "LEVELS", "GRID", "SEEN", "outs", "named", "pairs", "cube"):
            if self.chance(0.8):
                scope.put(f"print('{name}', {name})")
        if self.chance(0.4):
            scope.put("for one in kept:", "    if isinstance(one, np.ndarray):",
                      "        print(one.dtype, one.shape, one.sum(), type(one))")
        if self.chance(0.2):
            scope.put("for one in kept:", "    if isinstance(one, np.ndarray):",
                      "        print(one.strides, one.flags.c_contiguous, one.flags.owndata, one.base is None)")
        if self.shows:
            scope.put(self.pick("print(pickle.dumps(kept))", "print(len(pickle.dumps((kept, found))))", "print(pickle.dumps([last, total, best]))",
                                "print(json.dumps([one.tolist() if isinstance(one, (np.ndarray, np.generic)) else repr(one) for one in kept]))",
                                "np.save('kept.npy', outv)", "print(pickle.dumps(trail))", "with open('kept', 'wb') as out: pickle.dump(kept, out)",
                                "print(pickle.dumps(found))", "print(trail.tobytes())"))

    def setup(self):
        """Alike arrays and one array, aligned or not, and parts of others."""
        lists = ["[np.arange(6.0) + number for number in range(7)]", "[rng.normal(size=6) for _ in range(7)]",
                 "[np.ones(6)] * 7", "list(np.arange(42.0).reshape(7, 6))", "[np.arange(12.0)[number:number + 6] for number in range(7)]",
                 "[np.arange(12.0)[::2] for _ in range(7)]", "[rng.integers(-3, 9, 6) for _ in range(7)]",
                 "[np.arange(6, dtype=np.float32) + k for k in range(7)]", "[np.zeros(6) for _ in range(5)] + [np.full(6, np.nan), np.full(6, -0.0)]"]
        grids = ["[rng.normal(size=(6, 6)) for _ in range(5)]", "[np.eye(6) * number for number in range(5)]",
                 "[np.arange(36.0).reshape(6, 6).T + number for number in range(5)]", "[np.ones((6, 6), order='F')] * 5",
                 "[rng.integers(0, 9, (6, 6)) for _ in range(5)]", "list(rng.normal(size=(5, 6, 6)))"]
        return ["rng = np.random.default_rng(3)", f"signals = {self.random.choice(lists)}", f"pictures = {self.random.choice(grids)}",
                f"numbers = {self.pick('list(range(7))', '[3, 1, 4, 1, 5, 9, 2]', '[0.5, 1, 2.5, -1, 0, 3]')}",
                f"field = {self.pick('np.arange(42.0).reshape(7, 6)', 'rng.normal(size=(7, 6))', 'np.arange(42.0).reshape(6, 7).T')}",
                f"cube = {self.pick('rng.normal(size=(4, 6, 6))', 'np.arange(144.0).reshape(4, 6, 6)', 'np.zeros((0, 6, 6))')}",
                "pairs = [(number, signal * 0.5) for number, signal in enumerate(signals)]",
                "named = {letter: signal + 1 for letter, signal in zip('abc', signals)}",
                "kept, found, slots = [], {}, [None] * 7", "total = best = 0", "last = outs = None", "trail = np.zeros(6)",
                "outv, outm = np.zeros((6, 6)), np.zeros((6, 6, 6))"]

    TABLE = ("def table_of(path):", "    rows = pd.read_csv(path)")

    def table_loop(self, scope):
        """Helpers that read what a loop has written before."""
        steps = self.pick(["rows['c'] = rows['a'] * rows['b']", "rows = rows[rows['c'] > rows['c'].mean()]"], ["rows['c'] = rows['a'].abs() + 1"],
                          ["rows['c'] = rows['a'] / rows['b']"], ["rows['c'] = rows['b'].cumsum()"], ["rows['c'] = rows['b'] * 0.5", "rows = rows.head(3)"])
        given = self.pick("float(rows['c'].sum())", "rows['c'].mean(), len(rows)", "rows['c'].to_list()", "rows['c'].to_numpy()", "rows.groupby('t')['c'].sum().to_dict()",
                          "rows['c'].max()", "rows['t'].nunique()", "rows['t'].value_counts().to_dict()", "rows.shape[0]", "rows['c'].tolist()", "rows")
        head = self.pick("for path in paths:", "for place, path in enumerate(paths):", "for path in sorted(paths):")
        act = self.pick(["kept.append(table_of(path))"], ["one = table_of(path)", "print(path, one)", "kept.append(one)"],
                        ["total += 1", "found[path] = table_of(path)"], ["last = table_of(path)", "kept.append(last)", "if len(kept) > 4: break"])
        scope.lines[:0] = []
        self.table = ["def table_of(path):", "    rows = pd.read_csv(path)", *("    " + step for step in steps), f"    return {given}", "", ""]
        odd = self.pick("''", "'1,0,x\\n'", "'oops\\n'", "',,\\n'", "'1e400,2,é\\n'")
        scope.put("paths = []", "for number in range(6):", "    path = f'part{number}.csv'", "    paths.append(path)", "    with open(path, 'w') as part:",
                  "        part.write('a,b,t\\n')", "        for line in range(5):", "            part.write(f'{line * number / 4},{line},t{line % 2}\\n')",
                  f"        if number == 4: part.write({odd})")
        if self.chance(0.2):
            scope.put(self.pick("paths[3] = 'missing.csv'", "paths.append('part1.csv')", "open('part2.csv', 'w').close()"))
        scope.put(head, *("    " + line for line in act))

    def write(self):
        helpers = [line for _ in range(self.number(1, 3)) for line in self.helper()]
        guarded = self.chance(0.6)
        scope = Scope({"v": ["LEVELS"], "m": ["GRID"]}, 1 if guarded else 0)
        scope.put(*self.setup())
        if self.tables:
            self.table_loop(scope)
        count = self.number(1, 3)
        for place in range(count):
            self.loop(scope)
            if place + 1 < count or self.chance(0.3):
                if self.chance(0.6):
                    self.between(scope)
        self.end(scope)
        lines = ["import json", "import pickle", "import warnings", "", "import numpy as np", *(["import pandas as pd"] if self.tables else []), "",
                 "LEVELS = np.array([0.5, 1.0, -1.0, 2.0, 0.0, 3.0])", "GRID = np.arange(36.0).reshape(6, 6) / 7", "SEEN = []", "", ""]
        if not self.shows:
            lines = lines[2:]
        if "warnings." not in "\n".join(scope.lines):
            lines.remove("import warnings")
        lines += helpers
        if self.tables:
            lines += self.table
        if guarded:
            lines += ["def main():", *(["    global GRID"] if any("GRID = GRID" in line for line in scope.lines) else []), *scope.lines, "", "",
                      "if __name__ == '__main__':", "    main()"]
        else:
            lines += scope.lines
        return "\n".join(lines) + "\n"


def program(seed):
    return Program(seed).write()


if __name__ == "__main__":
    sys.stdout.write(program(int(sys.argv[1])))
