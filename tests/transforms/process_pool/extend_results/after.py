import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def divisors(n):
    return [d for d in range(1, n + 1) if n % d == 0]


def main():
    every = []
    items = range(1, 120)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        for result in pool.map(divisors, items, chunksize=chunksize):
            every.extend(result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(len(every), every[-8:])


if __name__ == "__main__":
    main()
