import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def chain(n):
    length = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        length += 1
    return length


def main():
    items = range(1, 500)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        longest = max(pool.map(chain, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    best = max((chain(n), n) for n in range(1, 500))
    print(longest, best)


if __name__ == "__main__":
    main()
