import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


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
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
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
