# SPDX-License-Identifier: Apache-2.0
"""Lines whose time goes into the library's C code."""
import hashlib
import random
import re
from time import perf_counter_ns as clock

from ledger import Ledger


def main():
    ledger = Ledger()
    random.seed(1)
    numbers = [random.random() for _ in range(2000)]
    text = "word and number 17, " * 500
    data = bytes(200_000)
    pattern = re.compile(r"(\w+) (\d+)")
    while ledger.running():
        began = clock()
        sorted(numbers)  # truth: sorted
        sort_ended = clock()
        hashlib.sha256(data).digest()  # truth: sha256
        hash_ended = clock()
        pattern.findall(text)  # truth: findall
        search_ended = clock()
        sum(numbers)  # truth: sum
        ended = clock()
        ledger.add("sorted", sort_ended - began)
        ledger.add("sha256", hash_ended - sort_ended)
        ledger.add("findall", search_ended - hash_ended)
        ledger.add("sum", ended - search_ended)
    ledger.write()


main()
