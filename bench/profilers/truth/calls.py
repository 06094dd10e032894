# SPDX-License-Identifier: Apache-2.0
"""Two functions, the first with ARGUMENT per cent of the work."""
from time import perf_counter_ns as clock

from ledger import Ledger


def one(numbers):
    for i in numbers:  # truth: first
        i * i  # truth: first


def other(numbers):
    for i in numbers:  # truth: second
        i * i  # truth: second


def main():
    ledger = Ledger(edges=[["<module>", "main"], ["main", "one"],
                           ["main", "other"]])
    first = range(50 * int(ledger.argument))
    second = range(50 * (100 - int(ledger.argument)))
    while ledger.running():
        for _ in range(20):
            began = clock()
            one(first)  # truth: first
            between = clock()
            other(second)  # truth: second
            ended = clock()
            ledger.add("first", between - began)
            ledger.add("second", ended - between)
    ledger.write()


main()
