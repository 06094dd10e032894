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


def nearest(point, table):
    best = None
    for number, (x, y) in enumerate(table):
        d = (x - point[0]) ** 2 + (y - point[1]) ** 2
        if best is None or d < best[0]:
            best = (d, number)
    return best[1]


def start_worker(table):
    """Keep in this process what all its items read."""
    global _table
    _table = table
    end_with_program()


def nearest_for_point(point):
    return nearest(point, _table)


def main():
    table = [((n * 37) % 101, (n * 53) % 89) for n in range(400)]
    points = [(n, n * 2 % 50) for n in range(40)]
    found = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(points) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(table,),
    )
    try:
        found.extend(pool.map(nearest_for_point, points, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(found)


if __name__ == "__main__":
    main()
