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


def area(x1, y1, x2, y2):
    cells = 0
    for x in range(x1, x2):
        for y in range(y1, y2):
            cells += (x ^ y) & 1
    return cells


def area_for_y2(item):
    (x1, y1), (x2, y2) = item
    return area(x1, y1, x2, y2)


def main():
    boxes = [((n, 2 * n), (n + 9, 2 * n + 7)) for n in range(40)]
    cells = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(boxes) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        cells.extend(pool.map(area_for_y2, boxes, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(cells)


if __name__ == "__main__":
    main()
