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


LIMIT = 50


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return min(count, LIMIT)


if __name__ == "__main__":
    print("begin")
items = range(1, 200)
if __name__ == "__main__":
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=end_with_program,
    )
    try:
        keys = pool.map(steps, items, chunksize=chunksize)
        longest = max(items, key=lambda _: next(keys), default=None)
    finally:
        pool.shutdown(cancel_futures=True)
    print(longest)
    print(sorted([27, 97, 3], key=lambda n: (steps(n), n)))
