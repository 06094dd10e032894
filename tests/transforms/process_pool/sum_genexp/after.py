import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def weight(n):
    return sum(d for d in range(1, n) if n % d == 0)


def main():
    items = range(2, 200)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        total = sum(pool.map(weight, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(total)


if __name__ == "__main__":
    main()
