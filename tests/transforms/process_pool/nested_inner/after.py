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


def step(cell, left, right):
    value = cell
    for _ in range(20):
        value = (value * 5 + left * 3 + right) % 251
    return value


def start_worker(cells):
    """Keep in this process what all its items read."""
    global _cells
    _cells = cells
    end_with_program()


def step_for_i(i):
    return step(_cells[i], _cells[i - 1], _cells[(i + 1) % len(_cells)])


def main():
    cells = [(n * n) % 251 for n in range(40)]
    for generation in range(6):
        following = []
        items = range(len(cells))
        workers = min(2, len(os.sched_getaffinity(0)))
        chunksize = max(1, len(items) // (16 * workers))
        pool = ProcessPoolExecutor(
            max_workers=workers,
            mp_context=multiprocessing.get_context("fork"),
            initializer=start_worker,
            initargs=(cells,),
        )
        try:
            following.extend(pool.map(step_for_i, items, chunksize=chunksize))
        finally:
            pool.shutdown(cancel_futures=True)
        cells = following
        print(generation, sum(cells))


if __name__ == "__main__":
    main()
