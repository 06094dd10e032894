import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from itertools import starmap


def area(width, height):
    total = 0
    for i in range(300):
        total += (width * i) % (height + 1)
    return total


def area_for_item(item):
    return area(*item)


def main():
    rows = [(n, n + 3) for n in range(120)]
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        for value in pool.map(area_for_item, rows):
            print(value)
    finally:
        pool.shutdown(cancel_futures=True)


main()
