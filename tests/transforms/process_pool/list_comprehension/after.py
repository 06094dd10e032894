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


def escape(cx, cy, limit=200):
    z = 0j
    for step in range(limit):
        z = z * z + complex(cx, cy)
        if abs(z) > 2:
            return step
    return limit


def draw(row):
    return "".join("#" if escape(x / 12 - 2, row / 6 - 1) > 50 else "." for x in range(36))


if __name__ == "__main__":
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 13 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        picture = list(pool.map(draw, range(13), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print("\n".join(picture))
