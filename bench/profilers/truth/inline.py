# SPDX-License-Identifier: Apache-2.0
"""Two lines of one loop, the first with ARGUMENT per cent of the work."""
from time import perf_counter_ns as clock

from ledger import Ledger


def main():
    ledger = Ledger()
    first = range(50 * int(ledger.argument))
    second = range(50 * (100 - int(ledger.argument)))
    while ledger.running():
        for _ in range(20):
            began = clock()
            for i in first: i * i  # truth: first
            between = clock()
            for i in second: i * i  # truth: second
            ended = clock()
            ledger.add("first", between - began)
            ledger.add("second", ended - between)
    ledger.write()


main()
