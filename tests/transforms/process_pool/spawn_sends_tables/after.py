import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


WEIGHTS = {}
SCALE = 3


@dataclass(frozen=True)
class Item:
    name: str
    size: int


def load():
    global SCALE
    for k in range(10):
        WEIGHTS["item%d" % k] = k * k
    SCALE = 7


def price(item):
    return Item(item.name, WEIGHTS[item.name] * SCALE + item.size)


def start_worker(scale, weights):
    """Keep in this process what all its items read."""
    global SCALE, WEIGHTS
    SCALE = scale
    WEIGHTS = weights
    end_with_program()


def main():
    load()
    items = [Item("item%d" % (k % 10), k) for k in range(30)]
    priced = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=start_worker,
        initargs=(SCALE, WEIGHTS),
    )
    try:
        priced.extend(pool.map(price, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(priced[:3], sum(item.size for item in priced))


if __name__ == "__main__":
    main()
