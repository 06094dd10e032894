import collections
import math
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


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
        initializer=end_with_program,
    )
    try:
        total = math.fsum(pool.map(root, numbers))
    finally:
        pool.shutdown(cancel_futures=True)
    print(total)


main(list(range(1, 60)))
main([])
