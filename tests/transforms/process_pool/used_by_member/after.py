import collections
import math
import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def root(number):
    """By bisection."""
    low, high = 0.0, float(number)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if middle * middle < number else (low, middle)
    return low


def main(numbers):
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        total = math.fsum(pool.map(root, numbers))
    finally:
        pool.shutdown(cancel_futures=True)
    print(total)


main(list(range(1, 60)))
main([])
