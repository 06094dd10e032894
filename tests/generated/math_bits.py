#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare what the installed Numba makes of each function in advisor/kernel_math.cc, and of powers, with Python's, bit by bit.

Where Python raises, compiled code must give a number that is not finite: that is how rewritten programs know.
"""
import argparse
import math
import random
import re
import struct
import sys

import numba
import numpy as np

SPECIAL = [0.0, -0.0, math.inf, -math.inf, math.nan, 5e-324, -5e-324, 1e-300, 0.5, 1.0, -1.0, 2.0, 4.0, 709.8, -745.2,
           1e308, -1e308]
EXPONENTS = [2.0, 3.0, 7.0, 64.0, -1.0, -2.0, 0.5, 1.5, -0.5, 0.25, 1 / 3]


def functions(table):
    """(name, arguments, whether Python raises) of each row."""
    rows = re.findall(r'\{"math\.(\w+)", "\w*"(?:, (\d), (true|false))?\}', open(table).read())
    return [(name, int(count or 1), raises != "false") for name, count, raises in rows]


def numbers(count):
    kinds = [lambda: random.uniform(-1, 1), lambda: random.uniform(0, 3), lambda: random.uniform(-20, 20),
             lambda: random.uniform(-700, 700), lambda: random.uniform(-1e6, 1e6),
             lambda: struct.unpack("d", struct.pack("Q", random.getrandbits(64)))[0]]
    return [random.choice(kinds)() for _ in range(count)]


def compiled(expression):
    space = {"math": math}
    exec(f"def all_of(a, b, out):\n    for i in range(len(a)):\n        x, y = a[i], b[i]\n        out[i] = {expression}\n", space)
    return numba.njit(space["all_of"])


def differences(expression, python, xs, ys, raises):
    out = np.empty(len(xs))
    compiled(expression)(np.array(xs), np.array(ys), out)
    found = []
    for x, y, got in zip(xs, ys, out.tolist()):
        try:
            expected = python(x, y)
        except (ArithmeticError, ValueError):
            expected = None
        if expected is None or isinstance(expected, complex):
            same = raises and not math.isfinite(got)
        else:
            # Numbers that are not finite end the compiled loop.
            same = struct.pack("d", expected) == struct.pack("d", got) or (raises and not math.isfinite(got)) or (
                expected != expected and got != got)
        if not same:
            found.append((x, y, expected, got))
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("table", help="advisor/kernel_math.cc")
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    random.seed(options.seed)
    known = functions(options.table)
    assert len(known) >= 20, known
    failed = 0
    cases = [(f"math.{name}({'x, y' if count == 2 else 'x'})",
              (lambda f: lambda x, y: f(x, y))(getattr(math, name)) if count == 2 else
              (lambda f: lambda x, y: f(x))(getattr(math, name)), raises) for name, count, raises in known]
    for expression, python, raises in cases:
        xs, ys = numbers(options.count), numbers(options.count)
        xs += [x for x in SPECIAL for _ in SPECIAL]
        ys += SPECIAL * len(SPECIAL)
        failed += report(expression, differences(expression, python, xs, ys, raises))
    for exponent in EXPONENTS:  # not known to the compiler
        xs = numbers(options.count) + SPECIAL
        failed += report(f"x ** {exponent}", differences("math.pow(x, y)", lambda x, y: x**y, xs, [exponent] * len(xs), True))
    print(f"{len(cases) + len(EXPONENTS)} functions on {options.count} numbers, Numba {numba.__version__}, {failed} differ")
    return 1 if failed else 0


def report(name, found):
    for x, y, expected, got in found[:3]:
        print(f"{name}: x = {x!r}, y = {y!r}: {expected!r} in Python, {got!r} compiled")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
