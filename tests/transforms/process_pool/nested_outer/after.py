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


def clash(a, b):
    return sum(1 for x, y in zip(a, b) if x == y)


def start_worker(rows):
    """Keep in this process what all its items read."""
    global _rows
    _rows = rows
    end_with_program()


def compute_top(i):
    rows = _rows
    top = 0
    for j in range(len(rows)):
        if i != j:
            top = max(top, clash(rows[i], rows[j]))
    return top


def main():
    rows = [[(n * k) % 5 for k in range(30)] for n in range(24)]
    best = []
    items = range(len(rows))
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(rows,),
    )
    try:
        for top in pool.map(compute_top, items, chunksize=chunksize):
            best.append(top)
    finally:
        pool.shutdown(cancel_futures=True)
    print(best)


if __name__ == "__main__":
    main()
