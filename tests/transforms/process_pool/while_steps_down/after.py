import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def value(n):
    return sum(k * n % 13 for k in range(60))


def show(n, last):
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        results = pool.map(value, range(n, last - 1, -7))
        for _ in range(n, last - 1, -7):
            print("at", n)
            found = next(results)
            print(n, found)
            n = n - 7
        else:
            print("done")
    finally:
        pool.shutdown(cancel_futures=True)
    return n


print(show(60, 3), show(2, 3))
