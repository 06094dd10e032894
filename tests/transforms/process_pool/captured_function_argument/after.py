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


def mix(a, b):
    for _ in range(30):
        a, b = b, (a * 31 + b) % 9_973
    return b


def run(seeds, salt):
    out = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(seeds) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        out.extend(pool.map(mix, seeds, repeat(salt), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    return out


if __name__ == "__main__":
    print(run(range(80), 12))
    print(run([5, 6, 7], 99))
