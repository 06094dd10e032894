# SPDX-License-Identifier: Apache-2.0
"""Two chains of 20 calls in turns that end in one empty leaf: half of the time
some of their frames are just made or left."""
from time import perf_counter_ns as clock

from ledger import Ledger

EDGES = [["<module>", "main"], ["main", "left"], ["left", "left"],
         ["left", "leaf"], ["main", "right"], ["right", "right"],
         ["right", "leaf"]]


def leaf():
    pass


def left(depth):
    if depth:
        left(depth - 1)
    else:
        leaf()


def right(depth):
    if depth:
        right(depth - 1)
    else:
        leaf()
        leaf()


def main():
    ledger = Ledger(EDGES)
    while ledger.running():
        for _ in range(200):
            began = clock()
            left(16)  # truth: left
            between = clock()
            right(16)  # truth: right
            ended = clock()
            ledger.add("left", between - began)
            ledger.add("right", ended - between)
    ledger.write()


main()
