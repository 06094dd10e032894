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


def is_right(a, b, c):
    longest, *others = sorted((a, b, c), reverse=True)
    return longest**2 == sum(side**2 for side in others)


def is_right_for_a(a, limit):
    return [
        1
        for b in range(a, limit)  # no triangle twice
        for c in range(b, limit)
        if is_right(a, b, c)
    ]


def main(limit):
    items = range(1, limit)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        triangles = sum(
            value
            for values in pool.map(
                is_right_for_a, items, repeat(limit), chunksize=chunksize
            )
            for value in values
        )
    finally:
        pool.shutdown(cancel_futures=True)
    print(triangles)


if __name__ == "__main__":
    main(40)
    main(0)
