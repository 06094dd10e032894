import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def score(key, length):
    total = 0
    for i in range(length):
        total += (i ^ key[i % 3]) & 15
    return total


def best_key(length, last):
    ends = (97, 100, 103)
    items = list(
            (x, y, z)  # three bytes
            for x in range(97, last)
            for y in range(x + 1, last)
            if (x + y) % 3
            for z in ends
        )
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        keys = pool.map(score, items, repeat(length), chunksize=chunksize)
        return max(
            items,
            key=lambda _: next(keys),
        )
    finally:
        pool.shutdown(cancel_futures=True)


def main():
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    print(best_key(length, 107))
    print(sum(map(abs, ((a - b) * 3 for a, b in zip([1, 2], [5, 4])))))
    print(best_key(length, 107 if length else 96))


if __name__ == "__main__":
    main()
