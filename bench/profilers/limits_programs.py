# SPDX-License-Identifier: Apache-2.0
"""Programs for limits.py: `deep` stays 20 calls deep, `many` has 10,000
different stacks. KIND SECONDS OUTPUT."""
import sys
import time


def leaf(end):
    while time.monotonic() < end:
        for _ in range(1000):
            pass


def deep(depth, end):
    if depth:
        deep(depth - 1, end)
    else:
        leaf(end)


def zero(number, depth):
    down(number, depth)


def one(number, depth):
    down(number, depth)


def down(number, depth):
    """A call chain for each number: its binary digits."""
    if depth == 0:
        for _ in range(20_000):
            pass
    elif number % 2:
        one(number // 2, depth - 1)
    else:
        zero(number // 2, depth - 1)


def main():
    kind, seconds, output = sys.argv[1], float(sys.argv[2]), sys.argv[3]
    began = time.monotonic()
    if kind == "deep":
        deep(16, began + seconds)  # and <module>, main, leaf
    number = 0
    while time.monotonic() < began + seconds:
        down(number % 10_000, 14)
        number += 1
    with open(output, "w") as file:
        file.write(str(time.monotonic() - began))


main()
