import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from functools import reduce

def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def joined(a, b):
    return a * 31 + b


def start_worker():
    """End this process at Ctrl-C, silently."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("forkserver"),
        initializer=start_worker,
    )
    try:
        print(reduce(joined, pool.map(steps, range(1, 50)), 7))
    finally:
        pool.shutdown(cancel_futures=True)
