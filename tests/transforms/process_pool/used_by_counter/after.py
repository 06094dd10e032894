import collections
import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def steps(number):
    count = 0
    while number != 1:
        number = number // 2 if number % 2 == 0 else 3 * number + 1
        count += 1
    return count


def main(limit):
    items = range(1, limit)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        lengths = collections.Counter(pool.map(steps, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(sorted(lengths.items())[:10])


main(80)
main(1)
