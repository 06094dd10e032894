import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def main():
    items = range(1, 400)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        lengths = list(pool.map(steps, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(lengths)


if __name__ == "__main__":
    main()
