import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def power_sum(n, k):
    return sum(i ** k for i in range(n))


def power_sum_for_n(n):
    return power_sum(n, 3) % 1009 + n


def main():
    size = 12
    items = range(size * 4)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        sums = list(pool.map(power_sum_for_n, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(sums)


if __name__ == "__main__":
    main()
