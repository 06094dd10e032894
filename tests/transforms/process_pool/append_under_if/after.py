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


def is_happy(n):
    seen = set()
    while n != 1 and n not in seen:
        seen.add(n)
        n = sum(int(c) ** 2 for c in str(n))
    return n == 1


def compute_happy(n):
    happy = []
    if is_happy(n):
        happy.append(n)
    return happy


def main():
    happy = []
    items = range(1, 300)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for happy_part in pool.map(compute_happy, items, chunksize=chunksize):
            happy.extend(happy_part)
    finally:
        pool.shutdown(cancel_futures=True)
    print(happy[-5:], len(happy))


if __name__ == "__main__":
    main()
