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
    winner = None
    best = -1
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
        for n, length in zip(
            items, pool.map(chain, items, chunksize=chunksize)
        ):
            if length > best:
                best, winner = length, n
    finally:
        pool.shutdown(cancel_futures=True)
    print(winner, best)


if __name__ == "__main__":
    main()
