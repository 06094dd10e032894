"""Swimming lessons: the names that a rewrite would like are all taken."""

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor as _ProcessPoolExecutor
from itertools import repeat


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


executor = "the town"
workers = 3


def compute(n):
    return n + 1


def ProcessPoolExecutor():
    return "not that one"


def laps(length, pool):
    done = 0
    while done * pool < length * 10:
        done += 1
    return done


def main():
    pool = 25
    results = []
    items = range(100, 1500, 50)
    processes = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * processes))
    executor_2 = _ProcessPoolExecutor(
        max_workers=processes,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        results.extend(
            executor_2.map(laps, items, repeat(pool), chunksize=chunksize)
        )
    finally:
        executor_2.shutdown(cancel_futures=True)
    print(results, executor, workers, compute(1), ProcessPoolExecutor())


if __name__ == "__main__":
    main()
