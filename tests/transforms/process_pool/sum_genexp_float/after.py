import math
import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def integral(k):
    return sum(math.sin(k * x / 50) / 50 for x in range(50))


def main():
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        total = sum(pool.map(integral, range(1, 80)))
    finally:
        pool.shutdown(cancel_futures=True)
    print(repr(total))


if __name__ == "__main__":
    main()
