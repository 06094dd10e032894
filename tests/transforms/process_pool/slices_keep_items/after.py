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


class Box:
    def __init__(self, n):
        self.n = n

    def heavy(self):
        total = 0
        for k in range(2_000):
            total = (total + k * self.n) % 7
        return total > 2


def heavy_for_box(box):
    return box.heavy()


def main():
    boxes = [Box(n) for n in range(20)]
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(boxes) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        heavy = [box for box, keep in zip(
            boxes, pool.map(heavy_for_box, boxes, chunksize=chunksize)
        ) if keep]
    finally:
        pool.shutdown(cancel_futures=True)
    for box in heavy:
        box.n += 100
    print([box.n for box in boxes])


main()
