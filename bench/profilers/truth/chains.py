# SPDX-License-Identifier: Apache-2.0
"""Two call chains in turns that end in one leaf of ARGUMENT steps: a stack with
frames of both was never there."""
from time import perf_counter_ns as clock

from ledger import Ledger

EDGES = [["<module>", "main"], ["main", "left"], ["left", "left_middle"],
         ["left_middle", "left_end"], ["left_end", "leaf"],
         ["main", "right"], ["right", "right_middle"],
         ["right_middle", "right_end"], ["right_end", "leaf"]]


def leaf(steps):
    for _ in range(steps):
        pass


def left(steps):
    left_middle(steps)


def left_middle(steps):
    left_end(steps)


def left_end(steps):
    for _ in range(300):
        leaf(steps)


def right(steps):
    right_middle(steps)


def right_middle(steps):
    right_end(steps)


def right_end(steps):
    for _ in range(100):
        leaf(steps)


def main():
    ledger = Ledger(EDGES)
    steps = int(ledger.argument)
    while ledger.running():
        began = clock()
        left(steps)  # truth: left
        between = clock()
        right(steps)  # truth: right
        ended = clock()
        ledger.add("left", between - began)
        ledger.add("right", ended - between)
    ledger.write()


main()
