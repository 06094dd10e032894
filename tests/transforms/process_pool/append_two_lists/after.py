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


def split(n):
    low, high = 1, n
    while low * low < n:
        low += 1
    return low, high - low


def split_for_n(n):
    return split(n * 37)


def main():
    roots = []
    rests = []
    items = range(1, 150)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for root, rest in pool.map(split_for_n, items, chunksize=chunksize):
            roots.append(root)
            rests.append(rest)
    finally:
        pool.shutdown(cancel_futures=True)
    print(sum(roots), sum(rests), roots[:4], rests[:4])


if __name__ == "__main__":
    main()
