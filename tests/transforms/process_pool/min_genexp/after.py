import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def cost(plan):
    total = 0
    for step in range(60):
        total += (plan * step) % 17 - 5
    return total


def main():
    items = range(1, 150)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        cheapest = min(pool.map(cost, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(cheapest)


if __name__ == "__main__":
    main()
