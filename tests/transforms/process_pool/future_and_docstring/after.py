#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Sum of digits of large powers.

The docstring stays first, the future import second.
"""
from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def digit_sum(n: int) -> int:
    return sum(int(c) for c in str(n))


def digit_sum_for_n(n):
    return digit_sum(3 ** n)


def main(count: int) -> None:
    sums: list[int] = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, count // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        sums.extend(
            pool.map(digit_sum_for_n, range(count), chunksize=chunksize)
        )
    finally:
        pool.shutdown(cancel_futures=True)
    print(sums[-3:], "größte", max(sums))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 90)
