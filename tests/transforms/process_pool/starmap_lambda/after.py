import itertools
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def area(width, height, scale):
    total = 0
    for i in range(300):
        total += (width * i) % (height + scale)
    return total


def area_for_h(item, scale):
    w, h = item
    return area(w, h, scale)


def areas(rows, scale):
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(rows) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        return list(pool.map(
            area_for_h, rows, itertools.repeat(scale), chunksize=chunksize
        ))
    finally:
        pool.shutdown(cancel_futures=True)


print(areas([(n, n + 3) for n in range(120)], 4))
