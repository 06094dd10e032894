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


def distance(a, b):
    total = 0
    for k in range(1, 60):
        total += abs(a * k - b * k) % 13
    return total


def distance_for_b(item):
    a, b = item
    return distance(a, b)


def main():
    size = 12
    items = [(a, b) for a in range(size) for b in range(a) if a != b + 3]
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        distances = list(pool.map(distance_for_b, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(len(distances), distances[:8], sum(distances))


if __name__ == "__main__":
    main()
