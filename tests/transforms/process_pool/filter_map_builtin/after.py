import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from itertools import compress


def is_square(n):
    root = 0
    while root * root < n:
        root += 1
    return root * root == n


def main():
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 400 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        squares = list(compress(
            range(400), pool.map(is_square, range(400), chunksize=chunksize)
        ))
    finally:
        pool.shutdown(cancel_futures=True)
    print(squares)


if __name__ == "__main__":
    main()
