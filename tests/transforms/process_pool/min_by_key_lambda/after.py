import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def distance(a, b):
    total = 0.0
    for i in range(200):
        total += abs(a - b) / (i + 1)
    return total


def distance_for_place(place, home):
    return (round(distance(place, home), 6), -place)


def nearest(places, home):
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        keys = pool.map(distance_for_place, places, repeat(home))
        return min(places, key=lambda _: next(keys))
    finally:
        pool.shutdown(cancel_futures=True)


print(nearest(range(100), 41.5))
print(nearest([3, 1, 2], 2.5))
