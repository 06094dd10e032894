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


def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def start_worker(rows):
    """Keep in this process what all its items read."""
    global _rows
    _rows = rows
    end_with_program()


def burn_for_a(a, limit):
    rows = _rows
    found = []
    near = 0
    far = 0
    for b in rows:
        distance = burn(a + b) % 50
        if distance < limit:
            found.append((a, b))
            near += distance
        else:
            far += 1
    return found, near, far


def close_pairs(rows, limit):
    found = []
    near = far = 0
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(rows) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(rows,),
    )
    try:
        for found_part, near_part, far_part in pool.map(
            burn_for_a, rows, repeat(limit), chunksize=chunksize
        ):
            found.extend(found_part)
            near += near_part
            far += far_part
    finally:
        pool.shutdown(cancel_futures=True)
    return found, near, far


print(close_pairs([3, 1, 4, 1, 5, 9], 20))
