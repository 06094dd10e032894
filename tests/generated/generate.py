#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random loop programs, the same for the same seed.

    generate.py SEED      print the program of that seed

The program takes a size and a mode: with mode 0 some of its effects sleep. It
calls helpers with and without effects in a loop of a random form, keeps results
in accumulators of all kinds, and prints all of its state at the end. It may
raise at some item.
"""
import random
import sys

TYPES = ("int", "float", "str", "list", "dict")


class Scope:
    """Names that are bound for certain, by type, and the lines written so far."""

    def __init__(self, names, depth=0, lines=None):
        self.names = {kind: list(names.get(kind, ())) for kind in TYPES}
        self.depth = depth
        self.lines = [] if lines is None else lines

    def put(self, line):
        self.lines.append("    " * self.depth + line)

    def inner(self):
        return Scope(self.names, self.depth + 1, self.lines)

    def bind(self, kind, name):
        for names in self.names.values():
            if name in names:
                names.remove(name)
        self.names[kind].append(name)


class Function:
    def __init__(self, name, kinds, returns):
        self.name, self.kinds, self.returns = name, kinds, returns


class Program:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.functions = []
        self.fresh = 0
        self.effects = self.chance(0.4)  # helpers may have effects
        self.counts = False  # inside a while loop over an index

    # Choices

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

    def name(self, scope, kind):
        names = scope.names[kind]
        if self.chance(0.5):
            names = names[-2:]  # the nearest: a loop's own names
        return self.random.choice(names) if names else None

    def leaf(self, scope, kind):
        name = self.name(scope, kind)
        if name and self.chance(0.8):
            return name
        return {
            "int": str(self.number(0, 9)),
            "float": self.pick("0.1", "2.5", "1e-3", "7.0"),
            "str": self.pick("'a'", "'key'", "''", "'x y'"),
            "list": self.pick("[]", "[1, 2]", "[0] * 3"),
            "dict": self.pick("{}", "{'a': 1}", "dict(k=2)"),
        }[kind]

    def expression(self, scope, kind, depth=2):
        if depth == 0 or self.chance(0.3):
            return self.leaf(scope, kind)
        if self.functions and self.chance(0.35):
            call = self.call(scope, kind, depth - 1)
            if call:
                return call
        make = getattr(self, kind + "_expression")
        return make(scope, depth - 1)

    def int_expression(self, scope, depth):
        a, b = (self.expression(scope, "int", depth) for _ in range(2))
        return self.pick(
            f"{a} + {b}", f"{a} - {b}", f"{a} * {self.number(2, 7)}", f"{a} % {self.number(2, 9)}",
            f"({a} + {b}) // {self.number(2, 5)}", f"max({a}, {b})", f"abs({a})", f"-({a})",
            f"len({self.expression(scope, 'list', depth)})",
            f"len({self.expression(scope, 'str', depth)})",
            f"sum({self.expression(scope, 'list', depth)})",
            f"{self.expression(scope, 'dict', depth)}.get('a', {a})",
            f"({a} if {self.condition(scope, depth)} else {b})",
            f"({a} ^ {b}) & 1023")

    def float_expression(self, scope, depth):
        a = self.expression(scope, "float", depth)
        b = self.expression(scope, "int", depth)
        return self.pick(f"{a} * 0.5 + {b}", f"{a} + {b} / 7", f"float({b})", f"{a} - {b} * 0.1",
                         f"round({a}, 3)", f"math.sqrt(abs({b}))", f"math.sin({a})")

    def str_expression(self, scope, depth):
        a = self.expression(scope, "str", depth)
        b = self.expression(scope, "int", depth)
        return self.pick(f"str({b})", f"{a} + 'z'", f"f'<{{{self.leaf(scope, 'int')}}}>'",
                         f"({a}).upper()", f"({a})[:3]", f"'%d' % ({b})",
                         f"'-'.join(map(str, {self.expression(scope, 'list', depth)}))")

    def list_expression(self, scope, depth):
        a = self.expression(scope, "int", depth)
        b = self.expression(scope, "list", depth)
        return self.pick(f"[{a}, {self.leaf(scope, 'int')}]", f"{b} + [{a}]", f"list(range({a} % 5))",
                         f"[i * {a} for i in range({self.number(2, 6)})]", f"sorted({b})",
                         f"{b}[::-1]", f"{b}[:2]", f"list({b})")

    def dict_expression(self, scope, depth):
        a = self.expression(scope, "int", depth)
        b = self.expression(scope, "dict", depth)
        return self.pick(f"{{'a': {a}, 'b': 1}}", f"dict({b})", f"{{str(i): i + {a} for i in range(3)}}",
                         f"{{**{b}, 'c': {a}}}")

    def condition(self, scope, depth=1):
        a = self.expression(scope, "int", depth)
        return self.pick(f"{a} % {self.number(2, 4)} == {self.number(0, 1)}", f"{a} > {self.number(0, 20)}",
                         f"{self.leaf(scope, 'int')} in {self.leaf(scope, 'list')}",
                         f"not {self.leaf(scope, 'list')}", f"{a} != {self.leaf(scope, 'int')}")

    def call(self, scope, returns=None, depth=1):
        fitting = [one for one in self.functions if returns in (None, one.returns)]
        if not fitting:
            return None
        function = self.random.choice(fitting)
        given = [self.expression(scope, kind, depth) for kind in function.kinds]
        return f"{function.name}({', '.join(given)})"

    # Statements

    def statements(self, scope, count, loop=False, nesting=0):
        for _ in range(count):
            self.statement(scope, loop, nesting)

    def statement(self, scope, loop, nesting):
        roll = self.random.random()
        if roll < 0.35:
            kind = self.random.choice(TYPES)
            name = self.new("v")
            scope.put(f"{name} = {self.expression(scope, kind)}")
            scope.bind(kind, name)
        elif roll < 0.45 and scope.names["int"]:
            # A number that stands for itself, kept small.
            name = self.new("n")
            scope.put(f"{name} = ({self.expression(scope, 'int')}) % 1000")
            scope.bind("int", name)
        elif roll < 0.6 and nesting < 2:
            scope.put(f"if {self.condition(scope)}:")
            self.block(scope, loop, nesting)
            if self.chance(0.4):
                scope.put("else:")
                self.block(scope, loop, nesting)
        elif roll < 0.68 and nesting < 2:
            name = self.new("i")
            scope.put(f"for {name} in range({self.number(2, 5)}):")
            inner = scope.inner()
            inner.bind("int", name)
            self.statements(inner, self.number(1, 2), nesting=nesting + 1)
        elif roll < 0.74 and nesting < 2:
            scope.put("try:")
            self.block(scope, loop, nesting)
            scope.put(f"except {self.pick('ValueError', 'Exception', '(KeyError, ValueError)')}:")
            self.block(scope, loop, nesting)
        elif roll < 0.8:
            self.change(scope)
        elif roll < 0.84 and self.effects:
            self.effect(scope)
        elif roll < 0.87 and loop:
            scope.put(f"if {self.condition(scope)}:")
            word = self.pick("continue", "continue", "break")
            if self.counts and word == "continue":
                scope.inner().put("at += 1")  # or the loop would never end
            scope.inner().put(word)
        else:
            call = self.call(scope) or "len('')"
            name = self.new("w")
            scope.put(f"{name} = {call}")

    def block(self, scope, loop, nesting):
        inner = scope.inner()
        self.statements(inner, self.number(1, 2), loop, nesting + 1)
        if self.chance(0.05):
            scope.names = inner.names  # bound for certain? not always

    def change(self, scope):
        """Something that exists is changed, whoever else holds it."""
        lists, dicts = self.name(scope, "list"), self.name(scope, "dict")
        number = self.expression(scope, "int", 1)
        options = []
        if lists:
            options += [f"{lists}.append({number})", f"{lists}[:1] = [{number}]",
                        f"{lists} += [{number}]", f"{lists}.sort()"]
        if dicts:
            options += [f"{dicts}['a'] = {number}", f"{dicts}[str({number})] = 1",
                        f"{dicts}.update(b={number})", f"{dicts}.pop('a', None)",
                        f"{dicts}['n'] = {dicts}.get('n', 0) + 1"]
        scope.put(self.random.choice(options or ["pass"]))

    def effect(self, scope):
        number = self.expression(scope, "int", 1)
        scope.put(self.pick(
            f"print('effect', {number})",
            f"print('told', {number}, file=sys.stderr)",
            f"sys.stderr.write(f'{{{number}}} ')",
            f"LOG.append({number})",
            f"CACHE[{number}] = {self.expression(scope, 'int', 1)}",
            f"BOX.bump({number})",
            f"if MODE and ({number}) % 3 == 1: LOG.append('mode')",
            "if MODE: CACHE['mode'] = CACHE.get('mode', 0) + 1",
            f"if ({number}) % {self.number(5, 17)} == 4: raise ValueError('no', {self.number(0, 9)})",
            f"if MODE and ({number}) % 4 == 2: raise KeyError({self.number(0, 9)})",
            f"with open(f'out_{{({number}) % 4}}.txt', 'a') as out: out.write('line\\n')"))

    # Definitions

    def function(self):
        kinds = [self.random.choice(("int", "int", "int", "list", "dict", "str"))
                 for _ in range(self.number(1, 2))]
        function = Function(self.new("helper"), kinds, self.random.choice(TYPES))
        parameters = [self.new("p") for _ in kinds]
        scope = Scope({"list": ["TABLE"], "dict": ["NAMES"]}, 1)
        for kind, name in zip(kinds, parameters):
            scope.bind(kind, name)
        words = ", ".join(parameters)
        if self.chance(0.08):
            words += ", memory=[]"
            scope.bind("list", "memory")
        head = [f"def {function.name}({words}):"]
        if self.effects and self.chance(0.25):
            scope.put("global counter")
            scope.put("counter += 1")
            scope.bind("int", "counter")
        if self.effects and self.chance(0.15) and kinds[0] == "int":
            key = f"('{function.name}', {parameters[0]})"
            scope.put(f"if {key} in CACHE: return CACHE[{key}]")
            scope.put(f"CACHE[{key}] = {self.leaf(scope, function.returns)}")
        if self.effects or self.chance(0.8):
            # Not what the caller or the module holds.
            for kind in ("list", "dict"):
                if not self.effects or self.chance(0.5):
                    for name in list(scope.names[kind]):
                        if name in parameters or name.isupper():
                            copy = self.new("c")
                            scope.put(f"{copy} = {kind}({name})")
                            scope.names[kind].remove(name)
                            scope.bind(kind, copy)
        self.statements(scope, self.number(1, 4))
        scope.put(f"return {self.expression(scope, function.returns)}")
        self.functions.append(function)
        return head + scope.lines

    def box(self):
        return ["class Box:",
                "    def __init__(self, start):",
                "        self.start = start",
                "        self.total = 0",
                "        self.seen = []",
                "",
                "    def bump(self, n):",
                "        self.total += n",
                *(["        self.seen.append(n)"] if self.chance(0.5) else []),
                "        return self.total",
                "",
                "    def scaled(self, n):",
                f"        return self.start * n + {self.number(1, 9)}"]

    # The loop

    def source(self, scope):
        """How items are had, and the kinds of the names they are bound to."""
        x, y = self.new("x"), self.new("y")
        return self.pick(
            (x, "range(size)", {x: "int"}),
            (x, "items", {x: "int"}),
            (x, "rows", {x: "list"}),
            (f"{x}, {y}", "enumerate(items)", {x: "int", y: "int"}),
            (f"{x}, {y}", "zip(items, rows)", {x: "int", y: "list"}),
            (f"{x}, {y}", "table.items()", {x: "str", y: "int"}),
            (x, "sorted(table)", {x: "str"}),
            (x, "[n * 3 for n in items if n != 4]", {x: "int"}),
            (x, "reversed(items)", {x: "int"}),
            (x, "produce(size)", {x: "int"}),
            (x, "items[1:]", {x: "int"}))

    def commit(self, scope):
        """What a loop does with what an item gave."""
        number, text = self.expression(scope, "int", 1), self.expression(scope, "str", 1)
        index = f"({self.expression(scope, 'int', 1)}) % 3"
        return self.pick(
            [f"results.append({self.expression(scope, self.random.choice(TYPES))})"],
            [f"total += {self.expression(scope, 'int')}"],
            [f"mean += {self.expression(scope, 'float')}"],
            [f"text += {text}"],
            [f"counts[{text}] = {number}"],
            [f"counts[{text}] = counts.get({text}, 0) + 1"],
            [f"slots[{index}] = {number}"],
            [f"slots[{index}] += {number}"],
            [f"tally[{number}] += 1"],
            [f"if best is None or {number} > best:", f"    best = {number}"],
            [f"if {number} > largest:", f"    largest = {number}"],
            [f"print({self.pick(number, text)})"],
            [f"seen.add({number})"],
            [f"if {number} not in seen:", f"    seen.add({number})", f"    results.append({number})"],
            [f"results.extend({self.expression(scope, 'list', 1)})"],
            [f"last = {number}"],
            [f"total = {self.call(scope, 'int') or number} + total"],
            [f"box.bump({number})"],
            [f"box.total = {number}"],
            [f"rows[{index}].append({number})"],
            [f"if {self.condition(scope)}: found = {number}; break"])

    def loop(self, scope):
        form = self.random.random()
        if form < 0.62:
            target, source, kinds = self.source(scope)
            scope.put(f"for {target} in {source}:")
            self.body(scope, kinds)
            if self.chance(0.06):
                scope.put("else:")
                scope.inner().put("results.append('else')")
        elif form < 0.7:
            scope.put("at = 0")
            scope.put("while at < len(items):")
            inner = scope.inner()
            inner.put("item = items[at]")
            self.counts = True
            self.body(scope, {"item": "int", "at": "int"})
            self.counts = False
            inner.put("at += 1")
        else:
            self.comprehension(scope)

    def body(self, scope, kinds):
        inner = scope.inner()
        for name, kind in kinds.items():
            inner.bind(kind, name)
        if self.chance(0.15):
            inner.names["int"].append("total")
        if self.chance(0.1):
            inner.names["list"].append("results")
        if self.chance(0.15):
            inner.put(f"y0 = box.scaled({self.leaf(inner, 'int')})")
            inner.bind("int", "y0")
        if self.chance(0.9):
            kind = self.random.choice([one.returns for one in self.functions])
            if self.chance(0.25):
                self.guarded(inner, kind)
            else:
                inner.put(f"y = {self.call(inner, kind)}")
            inner.bind(kind, "y")
        if self.chance(0.5):
            self.statements(inner, self.number(1, 2), loop=True, nesting=1)
        if self.chance(0.2):
            self.tallied(inner)
        for _ in range(self.number(1, 2)):
            for line in self.commit(inner):
                inner.put(line)

    def tallied(self, scope):
        """A loop in an item that adds to dicts of numbers."""
        scope.put(f"for part in range(1 + {self.leaf(scope, 'int')} % 4):")
        inner = scope.inner()
        inner.bind("int", "part")
        inner.put(f"step = {self.call(inner, 'int') or self.expression(inner, 'int')}")
        inner.bind("int", "step")
        for _ in range(self.number(1, 3)):
            key = self.expression(inner, self.pick("int", "str"), 1)
            number = self.expression(inner, "float" if self.chance(0.1) else "int", 1)
            plain = self.pick("step", "part", "str(step % 3)", "(part, step % 2)", "step % 3 == 1")
            inner.put(f"name = {plain}")
            for line in self.pick(
                    [f"tally[{key}] += {number}"],
                    [f"tally.update([{key}, name])"],
                    [f"lengths[name, {key}] += {number}"],
                    [f"lengths[{key}] -= {number}"],
                    [f"counts[name] = counts.get(name, 0) + {number}"],
                    ["if name in counts:", f"    counts[name] += {number}",
                     "else:", f"    counts[name] = {number}"],
                    ["if name not in sums:", "    sums[name] = 0", f"sums[name] += {number}"],
                    ["sums.setdefault(name, 0)", f"sums[name] += {number}"]):
                inner.put(line)

    def guarded(self, scope, kind):
        """What an item gives, in a `try` that something stands before."""
        if self.chance(0.7):
            name = self.new("p")
            scope.put(f"{name} = {self.expression(scope, 'int')}")
            scope.bind("int", name)
        scope.put("try:")
        inner = scope.inner()
        inner.put(f"y = {self.call(inner, kind)}")
        inner.bind(kind, "y")
        if self.chance(0.6):
            inner.put(f"z = {self.expression(inner, 'int')}")
        scope.put(f"except {self.pick('ValueError', 'KeyError', 'Exception')} as error:")
        for line in self.commit(scope):
            scope.inner().put(line)
        if self.counts:
            scope.inner().put("at += 1")
        scope.inner().put(self.pick("continue", "continue", "raise", "y = None"))

    def comprehension(self, scope):
        target, source, kinds = self.source(scope)
        inner = Scope(scope.names)
        for name, kind in kinds.items():
            inner.bind(kind, name)
        kind = self.random.choice([one.returns for one in self.functions])
        element = self.call(inner, kind)
        number = self.call(inner, "int") or self.expression(inner, "int")
        clause = f" for {target} in {source}"
        if self.chance(0.3):
            clause += f" if {self.condition(inner)}"
        unary = [one for one in self.functions if one.kinds == ["int"]]
        scope.put(self.pick(
            f"results = [{element}{clause}]", f"results = [{element}{clause}]",
            f"counts = {{{self.leaf(inner, 'int')}: {element}{clause}}}",
            f"total = sum({number}{clause})", f"largest = max([{number}{clause}], default=0)",
            f"best = min(({number}{clause}), default=None)",
            f"found = any({number} > 40{clause})", f"found = all({number} < 40{clause})",
            f"seen = {{{number}{clause}}}",
            f"results = [[{number} for k in range(3)]{clause}]",
            f"results = list(map({self.random.choice(unary).name if unary else 'abs'}, items))",
            f"text = ','.join(str({element}){clause})",
            f"results = sorted(items, key=lambda n: {self.call(Scope({'int': ['n']}), 'int') or '-n'})",
            f"found = next((n for n in items if ({self.call(Scope({'int': ['n']}), 'int') or 'n'}) % 5 == 3), None)"))

    # The program

    def setup(self):
        rows = self.pick("[[n, n + 1] for n in range(size)]", "[[n] for n in range(size)]",
                         "[[0, 1]] * size", "[list(range(n % 4)) for n in range(size)]")
        items = self.pick("list(range(size))", "[n * 7 % 11 for n in range(size)]",
                          "[size - n for n in range(size)]")
        return [f"items = {items}", f"rows = {rows}",
                "table = {str(n): n * n for n in range(size)}", "box = BOX",
                "results, counts, seen = [], {}, set()", "slots = [0, 0, 0]",
                "tally = collections.Counter()", "sums = {}",
                "lengths = collections.defaultdict(int)", "total = largest = 0", "mean = 0.0", "text = ''",
                "best = last = found = None"]

    STATE = ("items", "rows", "table", "results", "counts", "sorted(seen)", "slots",
             "list(tally.items())", "sums", "list(lengths.items())", "total", "largest", "mean", "text", "best", "last", "found",
             "box.total", "box.seen", "LOG", "CACHE", "counter")

    def write(self):
        lines = ["import collections", "import math", "import sys", "",
                 "MODE = int(sys.argv[2]) if len(sys.argv) > 2 else 0",
                 "TABLE = [3, 1, 4, 1, 5]", "NAMES = {'a': 1, 'b': 2}", "LOG = []", "CACHE = {}",
                 "counter = 0", "", ""]
        lines += self.box() + ["", "", "BOX = Box(2)", "", "",
                               "def produce(n):", "    for k in range(n):", "        yield k * 2", "", ""]
        for _ in range(self.number(1, 3)):
            lines += self.function() + ["", ""]
        guarded = self.chance(0.6)
        scope = Scope({"int": ["size"], "list": ["TABLE", "items"], "dict": ["NAMES"]}, 1 if guarded else 0)
        size = "int(sys.argv[1]) if len(sys.argv) > 1 else 6"
        if guarded:
            lines.append("def main():")
        scope.put(f"size = {size}")
        for line in self.setup():
            scope.put(line)
        for _ in range(self.number(1, 2)):
            self.loop(scope)
        for state in self.STATE:
            if self.chance(0.9):
                scope.put(f"print({state.split('(')[-1].split('.')[0].rstrip(')')!r}, {state})")
        lines += scope.lines
        if self.chance(0.3):  # the source itself may fail
            lines[lines.index("        yield k * 2")] += f" + 90 // (k - {self.number(2, 7)})"
        if guarded:
            lines += ["", "", "if __name__ == '__main__':", "    main()"]
        return "\n".join(lines) + "\n"


def program(seed):
    return Program(seed).write()


if __name__ == "__main__":
    sys.stdout.write(program(int(sys.argv[1])))
