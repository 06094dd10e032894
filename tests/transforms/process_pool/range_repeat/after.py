import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def fib_for_item(_):
    return fib(12)


def main():
    results = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 8 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        results.extend(pool.map(fib_for_item, range(8), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(results)


if __name__ == "__main__":
    main()
